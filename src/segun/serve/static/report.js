// The report page: a claim in focus, its chain of sources always in sight, and the keys that judge and correct it.
import { Text, parse, write } from "./text.js";

const holder = document.getElementById("report");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const wide = matchMedia("(min-width: 62rem)");
let text = null;
let current = null;
let held = "";

const article = () => holder.querySelector(".report");
const rows = () => [...holder.querySelectorAll(".row")];
const marks = (row) => row.querySelector(".marks");
const key = () => (current ? marks(current).dataset.key : "");

// What lies far away is laid out only when it comes near, and may then be elsewhere: it is looked for a few times more.
const show = (element, more = 3) => {
  const panel = element.closest(".scroll");
  const inner = panel && getComputedStyle(panel).overflowY === "auto" && panel.scrollHeight > panel.clientHeight;
  const box = element.getBoundingClientRect();
  const frame = inner ? panel.getBoundingClientRect() : { top: 0, bottom: innerHeight };
  if (box.top >= frame.top + (inner ? 110 : 60) && box.bottom <= frame.bottom) return;
  const far = box.top < frame.top - innerHeight || box.bottom > frame.bottom + innerHeight;
  const behavior = far || still.matches ? "auto" : "smooth";
  if (inner) panel.scrollTo({ top: panel.scrollTop + box.top - frame.top - panel.clientHeight / 3, behavior });
  else element.scrollIntoView({ block: "center", behavior });
  if (far && more) requestAnimationFrame(() => requestAnimationFrame(() => { if (element.isConnected) show(element, more - 1); }));
};

const clear = () => {
  holder.querySelectorAll(".chosen").forEach((part) => part.classList.remove("chosen"));
  holder.querySelector("#focus").hidden = true;
  current = null;
};

const choose = (row, focus = true) => {
  clear();
  current = row;
  held = key();
  holder.querySelectorAll(`.${row.dataset.claim}`).forEach((part) => part.classList.add("chosen"));
  const chain = row.closest(".group").querySelector(".chain");
  const bar = holder.querySelector("#focus");
  bar.querySelector("#focus-chain").replaceChildren(...[...chain.childNodes].map((node) => node.cloneNode(true)));
  bar.hidden = false;
  if (focus) row.focus({ preventScroll: true });
  show(row);
  const part = document.getElementById(row.dataset.text);
  if (part && wide.matches) show(part.nextElementSibling || part);
};

const began = () => {
  text = new Text(article());
  holder.querySelectorAll("[data-js]").forEach((part) => { part.hidden = false; });
  const wanted = article().dataset.focus || held;
  const row = wanted && rows().find((each) => marks(each).dataset.key === wanted);
  clear();
  if (row) choose(row);
};

const mark = (spans) => {
  if (!CSS.highlights) return;
  CSS.highlights.delete("edited");
  if (spans) CSS.highlights.set("edited", new Highlight(...text.ranges(spans)));
};

const form = () => holder.querySelector("form.edit");
const closeForm = () => { const open = form(); if (open) open.remove(); mark(null); if (current) current.focus({ preventScroll: true }); };

const put = (spans) => {
  const open = form();
  open.elements.spans.value = write(spans);
  open.querySelector(".preview").textContent = text.of(spans);
  mark(spans);
};

const opened = (first) => {
  const open = form();
  if (!open) return;
  open.querySelectorAll("[data-js]").forEach((part) => { part.hidden = false; });
  if (open.elements.spans?.value) put(parse(open.elements.spans.value));
  const field = first && open.elements[first];
  if (field) { field.focus(); field.select?.(); } else open.querySelector(".button.first").focus();
  show(open);
};

const post = (kind) => htmx.ajax("POST", `/claims/${key()}/decide`, {
  target: "#report", swap: "innerHTML", values: { kind, report: article().dataset.key, seen: article().dataset.seen },
});

const ask = (kind, first, more = {}) => {
  if (form()) form().remove();
  const query = new URLSearchParams({ kind, report: article().dataset.key, ...more });
  return htmx.ajax("GET", `/claims/${key()}/edit?${query}`, { target: current.querySelector(".editing"), swap: "innerHTML" })
    .then(() => opened(first));
};

const acts = {
  accept: () => post("accept"),
  reject: () => post("reject"),
  source: () => ask("correct", "source"),
  edit: () => ask("correct"),
  note: () => ask("note", "note"),
  join: () => ask("join", "with"),
  divide: () => { const selected = text.selected(); return ask("divide", "at", selected ? { at: selected[0] } : {}); },
  add: () => {
    if (form()) form().remove();
    const selected = text.selected();
    const query = selected ? `?spans=${write([selected])}` : "";
    return htmx.ajax("GET", `/reports/${encodeURIComponent(article().dataset.key)}/add${query}`, { target: "#adding", swap: "innerHTML" })
      .then(() => opened("source"));
  },
};

const move = async (end, step) => {
  if (!form()?.elements.spans) await acts.edit();
  if (form()?.elements.spans?.value) put(text.moved(parse(form().elements.spans.value), end, step));
};

const undo = () => holder.querySelector("#undo")?.click();
const may = () => Boolean(holder.querySelector("[data-act='accept']"));

document.addEventListener("keydown", (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  if (event.key === "Escape") { if (form()) closeForm(); else clear(); return; }
  if (event.target.closest("input, textarea, select, dialog[open]")) return;
  const all = rows();
  const at = all.indexOf(current);
  const step = { j: 1, k: -1 }[event.key];
  const letter = { a: "accept", x: "reject", s: "source", e: "edit", d: "divide", m: "join", t: "note" }[event.key];
  const ends = { "[": ["end", -1], "]": ["end", 1], "{": ["start", -1], "}": ["start", 1] }[event.key];
  if (step) { const next = all[at < 0 && step < 0 ? all.length - 1 : at + step]; if (next) choose(next); }
  else if (event.key === "u" && may()) undo();
  else if (event.key === "n" && may()) acts.add();
  else if (letter && current && may()) acts[letter]();
  else if (ends && current && may()) move(...ends);
  else return;
  event.preventDefault();
});

holder.addEventListener("click", (event) => {
  const button = event.target.closest("[data-act]");
  if (button) { acts[button.dataset.act](); return; }
  const end = event.target.closest("[data-end]");
  if (end) {
    if (end.dataset.end === "selection") { const selected = text.selected(); if (selected) put([selected]); return; }
    if (end.dataset.end === "source") { const named = text.selected(); if (named) form().elements.source_at.value = write([named]); return; }
    const [which, step] = end.dataset.end.split(",");
    move(which, Number(step));
    return;
  }
  if (event.target.closest("[data-close]")) { closeForm(); return; }
  if (event.target.closest("form, button, summary, input, .permanent") || !getSelection().isCollapsed) return;
  const link = event.target.closest("a[href^='#']");
  if (link && !link.matches(".tag, .content")) {
    const target = document.getElementById(link.getAttribute("href").slice(1));
    if (target?.matches(".row")) { event.preventDefault(); choose(target); }
    return;
  }
  if (event.target.closest("a") && !link) return;
  const row = event.target.closest(".row");
  if (row) { event.preventDefault(); choose(row); return; }
  const part = event.target.closest("[data-in]");
  const of = part && holder.querySelector(`.row.${part.dataset.in}`);
  if (of) { event.preventDefault(); choose(of); }
});

holder.addEventListener("input", (event) => {
  if (event.target.name === "spans") { try { mark(parse(event.target.value)); } catch { mark(null); } }
});
// Keeping the selection while a button that uses it is pressed.
holder.addEventListener("mousedown", (event) => { if (event.target.closest("[data-act], [data-end]")) event.preventDefault(); });
document.body.addEventListener("htmx:afterSwap", (event) => { if (event.detail.target.id === "report" && article()) { mark(null); began(); } });
began();
