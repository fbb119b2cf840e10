// What every page of the desk has: theme, keys, the list of claims under the keys j and k.
const root = document.documentElement;
const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
const toggle = document.getElementById("theme");
const name = () => { toggle.textContent = dark() ? toggle.dataset.light : toggle.dataset.dark; };
toggle.hidden = false;
name();
toggle.addEventListener("click", () => {
  root.dataset.theme = dark() ? "light" : "dark";
  try { localStorage.setItem("segun-theme", root.dataset.theme); } catch { /* not allowed here */ }
  name();
});

const keys = document.getElementById("keys");
const typing = (target) => target.closest("input, textarea, select, [contenteditable], dialog[open]");
const claims = () => [...document.querySelectorAll(".found > .claim")];
const go = (step) => {
  const all = claims();
  const at = all.indexOf(document.activeElement.closest?.(".claim"));
  const next = all[at < 0 ? (step > 0 ? 0 : -1) : at + step];
  if (next) { next.focus({ preventScroll: true }); next.scrollIntoView({ block: "nearest" }); }
};
const judge = (kind) => {
  const claim = document.activeElement.closest?.(".found > .claim");
  if (claim) htmx.ajax("POST", `/claims/${claim.dataset.claim}/decide`, { target: claim, swap: "outerHTML", values: { kind, as: "row", report: new URL(claim.dataset.open, location).pathname.split("/").pop() } }).then(() => go(0));
};

document.addEventListener("keydown", (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey || typing(event.target)) return;
  const focused = document.activeElement.closest?.(".found > .claim");
  if (event.key === "/") document.getElementById("q")?.focus();
  else if (event.key === "?") keys.showModal();
  else if (event.key === "j" && claims().length) go(1);
  else if (event.key === "k" && claims().length) go(-1);
  else if (event.key === "Enter" && focused === document.activeElement) location.href = focused.dataset.open;
  else if (event.key === "a" && focused) judge("accept");
  else if (event.key === "x" && focused) judge("reject");
  else return;
  event.preventDefault();
});

// What a part of a page has to say to the reader comes in this header; the page says it aloud.
const told = document.getElementById("told");
let silence = 0;
const tell = (words) => {
  const line = document.createElement("p");
  line.textContent = words;
  told.replaceChildren(line);
  clearTimeout(silence);
  silence = setTimeout(() => told.replaceChildren(), 8000);
};
document.body.addEventListener("segun:told", (event) => tell(event.detail.value));
document.body.addEventListener("htmx:responseError", (event) => {
  let words = event.detail.xhr.statusText;
  try { const said = JSON.parse(event.detail.xhr.responseText); words = `${said.problem} ${said.remedy}`; } catch { /* a page of its own */ }
  tell(words);
});
document.body.addEventListener("htmx:sendError", () => tell(told.dataset.silent));
