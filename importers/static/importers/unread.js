// Single keys for the page of an unread sentence: each control names its own in `data-key`. Buttons and links work without this.
"use strict";

// The same keys on a Russian layout: ы is where s is.
const RUSSIAN = { ы: "s", в: "d", ц: "w", о: "j", л: "k", ф: "a" };

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("textarea, select, input:not([type=submit])");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const key = event.key.toLowerCase();
  const control = document.querySelector(`.walk [data-key="${CSS.escape(RUSSIAN[key] || key)}"]`);
  if (!control) return;
  event.preventDefault();
  control.click();
});
