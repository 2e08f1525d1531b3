// All that a page carries of search. The rest is fetched when the reader turns to it: goes to a search
// box, presses "/", or comes to the search page.

const forms = [...document.querySelectorAll("form.eb-search")];
const page = document.querySelector('[data-eb="search-page"]');

for (const form of forms) form.addEventListener("focusin", () => enhance(form), { once: true });
if (page) enhance(page.querySelector("form.eb-search"));

async function enhance(form) {
  if (form.dataset.ready) return;
  form.dataset.ready = "yes";
  if (page?.contains(form)) (await import("./page.js")).start(page, form);
  else (await import("./box.js")).start(form);
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const field = forms.map((form) => form.elements.q).find((input) => input.checkVisibility());
  if (field) field.focus();
  else location.assign(forms[0].action);
});
