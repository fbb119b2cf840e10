(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  document.querySelectorAll("[data-js]").forEach((part) => { part.hidden = false; });

  const dark = () => root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  const toggle = document.getElementById("theme");
  const name = () => { toggle.textContent = dark() ? toggle.dataset.light : toggle.dataset.dark; };
  const remember = (theme) => { try { localStorage.setItem("segun-theme", theme); } catch { /* not allowed here */ } };
  try {
    const kept = localStorage.getItem("segun-theme");
    if (kept === "dark" || kept === "light") root.dataset.theme = kept;
  } catch { /* not allowed here */ }
  name();
  toggle.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    remember(root.dataset.theme);
    name();
  });

  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const rows = [...document.querySelectorAll(".row")];
  let current = null;
  const clear = () => document.querySelectorAll(".chosen").forEach((part) => part.classList.remove("chosen"));

  const show = (element) => {
    const behavior = still.matches ? "auto" : "smooth";
    const panel = element.closest(".scroll");
    if (panel && panel.scrollHeight > panel.clientHeight && getComputedStyle(panel).overflowY === "auto") {
      const box = element.getBoundingClientRect();
      const frame = panel.getBoundingClientRect();
      if (box.top < frame.top || box.bottom > frame.bottom) {
        panel.scrollTo({ top: panel.scrollTop + box.top - frame.top - panel.clientHeight / 3, behavior });
      }
      if (frame.top > innerHeight * 0.8 || frame.bottom < innerHeight * 0.2) {
        panel.scrollIntoView({ block: "nearest", behavior });
      }
      return;
    }
    const box = element.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) element.scrollIntoView({ block: "center", behavior });
  };

  const choose = (row, focus) => {
    clear();
    current = row;
    const report = row.closest(".report");
    report.querySelectorAll("." + row.dataset.claim).forEach((part) => part.classList.add("chosen"));
    const tag = document.getElementById(row.dataset.text);
    const wide = matchMedia("(min-width: 62rem)").matches;
    if (wide && tag) show(tag.nextElementSibling || tag);
    if (wide && focus !== "row") show(row);
    if (focus === "row") { row.focus({ preventScroll: true }); show(row); }
    if (focus === "text" && tag) { (tag.matches("a") ? tag : row).focus({ preventScroll: true }); show(tag); }
    try { history.replaceState(null, "", "#" + (focus === "text" ? row.dataset.text : row.id)); } catch { /* file: */ }
  };

  const rowOf = (part) => {
    const report = part.closest(".report");
    return report && part.dataset.in ? report.querySelector(".row." + part.dataset.in) : null;
  };

  document.addEventListener("click", (event) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || !event.target.closest) return;
    const only = event.target.closest(".only");
    if (only) { alone(only); return; }
    if (!getSelection().isCollapsed) return;
    const other = event.target.closest("a[href^='#']");
    if (other && !other.matches(".tag, .content")) {
      const target = document.getElementById(other.getAttribute("href").slice(1));
      if (target && target.matches(".row")) { event.preventDefault(); choose(target, "row"); }
      return;
    }
    const row = event.target.closest(".row");
    if (row) { event.preventDefault(); choose(row, "text"); return; }
    const part = event.target.closest("[data-in]");
    if (part && rowOf(part)) { event.preventDefault(); choose(rowOf(part), "row"); }
  });

  const alone = (button) => {
    const report = button.closest(".report");
    const off = button.getAttribute("aria-pressed") === "true";
    report.querySelectorAll(".only").forEach((each) => each.setAttribute("aria-pressed", "false"));
    button.setAttribute("aria-pressed", String(!off));
    report.querySelectorAll("[data-by]").forEach((part) => {
      part.classList.toggle("dim", !off && !part.dataset.by.split(" ").includes(button.dataset.voice));
    });
  };

  document.addEventListener("keydown", (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const seen = rows.filter((row) => !row.classList.contains("dim"));
    const at = seen.indexOf(current);
    if (event.key === "j" && seen[at + 1]) choose(seen[at + 1], "row");
    else if (event.key === "k" && at > 0) choose(seen[at - 1], "row");
    else if (event.key === "Enter" && current && document.activeElement === current) choose(current, "text");
    else if (event.key === "Escape") { clear(); current = null; } else return;
    event.preventDefault();
  });

  const wanted = location.hash.match(/^#r\d+-[lt]\d+$/) && document.getElementById(location.hash.slice(1));
  if (wanted) choose(wanted.matches(".row") ? wanted : rowOf(wanted), wanted.matches(".row") ? "row" : "text");
})();
