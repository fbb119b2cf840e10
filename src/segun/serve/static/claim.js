// A claim's page: copying the citation, and the card as PNG, drawn here from the SVG that the server made.
const told = document.getElementById("told");
const tell = (words) => {
  const line = document.createElement("p");
  line.textContent = words;
  told.replaceChildren(line);
  setTimeout(() => told.replaceChildren(), 4000);
};
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const from = document.getElementById(button.dataset.copy);
    const words = from.value ?? from.textContent.trim();
    try {
      await navigator.clipboard.writeText(words);
      tell(button.dataset.done);
    } catch { // not allowed without a secure connection: the words are selected instead
      if (from.select) from.select();
      else getSelection().selectAllChildren(from);
    }
  });
}
const png = document.getElementById("png");
if (png) {
  png.hidden = false;
  png.addEventListener("click", async () => {
    const card = new Image();
    card.src = document.getElementById("card").src;
    await card.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2400;
    canvas.height = 1260;
    canvas.getContext("2d").drawImage(card, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = png.dataset.name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    }, "image/png");
  });
}
