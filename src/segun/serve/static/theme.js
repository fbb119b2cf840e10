// Runs before the page is drawn, so that a chosen theme does not flash.
(() => {
  "use strict";
  document.documentElement.classList.add("js");
  try {
    const kept = localStorage.getItem("segun-theme");
    if (kept === "dark" || kept === "light") document.documentElement.dataset.theme = kept;
  } catch { /* not allowed here */ }
})();
