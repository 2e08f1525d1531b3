// All that a page carries of search. The rest is fetched when the reader turns to it: goes to a search
// box, or comes to the search page.

const forms = [...document.querySelectorAll("form.eb-search")];
const page = document.querySelector('[data-eb="search-page"]');

for (const form of forms) form.addEventListener("focusin", () => enhance(form), { once: true });
if (page) enhance(page.querySelector("form.eb-search"));

async function enhance(form) {
  if (form.dataset.ready) return;
  form.dataset.ready = "yes";
  if (page?.contains(form)) await startPage(form);
  else (await import("./box.js")).start(form);
}

async function startPage(form) {
  // What every question needs, while the scripts are on their way. index.js says why it is always asked for anew.
  const manifest = fetch(new URL("index/index.json", form.action), { cache: "no-cache" });
  manifest.catch(() => {}); // the first question tries again
  let isAsked = false; // before the scripts are there to answer
  const wait = (event) => {
    event.preventDefault();
    isAsked = true;
  };
  form.addEventListener("submit", wait);
  try {
    const { start } = await import("./page.js");
    form.removeEventListener("submit", wait);
    start(page, form, manifest);
    if (isAsked) form.requestSubmit();
  } catch (error) {
    form.removeEventListener("submit", wait);
    document.documentElement.classList.remove("eb-searching"); // the other ways are there
    throw error;
  }
}

// A link may lead to a field: not every browser then puts the cursor in it.
forms.find((form) => form.elements.q.matches(":target"))?.elements.q.focus();
