// Dropping files on the import page; without script the form's own field does.
const drop = document.getElementById("drop");
const field = drop.querySelector("input[type=file]");
const chosen = document.getElementById("chosen");
const list = () => {
  chosen.replaceChildren(...[...field.files].slice(0, 20).map((file) => {
    const line = document.createElement("li");
    line.textContent = file.name;
    return line;
  }));
};
field.addEventListener("change", list);
["dragenter", "dragover"].forEach((kind) => drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); }));
["dragleave", "drop"].forEach((kind) => drop.addEventListener(kind, () => drop.classList.remove("over")));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  if (event.dataTransfer.files.length) { field.files = event.dataTransfer.files; list(); }
});
