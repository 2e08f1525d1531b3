// The menu, the choice of light or dark, filters that begin folded where there is little room, what is folded over the
// place that a link leads to, copying a link, and printing.

const narrow = matchMedia("(max-width: 59.99em)");

const button = document.querySelector('[data-eb="menu"]');
const menu = document.getElementById(button.getAttribute("aria-controls"));

const unfold = (open) => {
  menu.classList.toggle("eb-open", open);
  button.setAttribute("aria-expanded", String(open));
};
button.addEventListener("click", () => unfold(button.getAttribute("aria-expanded") !== "true"));
for (const part of [menu, button]) {
  part.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
    unfold(false);
    button.focus();
  });
}

const scheme = document.querySelector('[data-eb="scheme"]');
const system = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => (document.documentElement.dataset.scheme ?? (system.matches ? "dark" : "light")) === "dark";
const tell = () => {
  scheme.setAttribute("aria-pressed", String(isDark()));
  for (const colour of document.querySelectorAll('meta[name="theme-color"]')) {
    colour.media = (colour.dataset.scheme === "dark") === isDark() ? "all" : "not all";
  }
};
scheme.addEventListener("click", () => {
  const chosen = isDark() ? "light" : "dark";
  document.documentElement.dataset.scheme = chosen;
  try {
    localStorage.setItem("eb-scheme", chosen);
  } catch {
    // The choice lasts as long as the page does.
  }
  tell();
});
system.addEventListener("change", tell);
tell();

for (const facets of document.querySelectorAll('[data-eb="facets"]')) {
  const fold = () => { facets.open = !narrow.matches || facets.contains(document.activeElement); };
  narrow.addEventListener("change", fold);
  fold();
  const bar = facets.querySelector('[data-part="bar"]');
  new IntersectionObserver(([{ isIntersecting }]) => {
    bar.hidden = !isIntersecting && !bar.contains(document.activeElement);
  }).observe(facets);
  bar.querySelector("button").addEventListener("click", () => {
    const list = document.getElementById("listan");
    facets.open = false;
    list.focus({ preventScroll: true });
    list.scrollIntoView();
  });
}

// What may scroll sideways is a stop for the keyboard where it does.
const stops = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const wide of document.querySelectorAll('main [tabindex="0"]')) stops.observe(wide);

// Newer browsers unfold by themselves.
const unfoldTarget = () => {
  const target = document.querySelector(":target");
  const folded = target?.closest("details:not([open])");
  if (!folded) return;
  folded.open = true;
  target.scrollIntoView();
};
addEventListener("hashchange", unfoldTarget);
unfoldTarget();

for (const button of document.querySelectorAll('[data-eb="print"]')) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

for (const button of document.querySelectorAll('[data-eb="copy"]')) {
  if (!navigator.clipboard) continue;
  const status = button.parentElement.querySelector('[role="status"]');
  button.hidden = false;
  button.addEventListener("click", async () => {
    status.textContent = "";
    const copied = navigator.clipboard.writeText(location.origin + location.pathname);
    status.textContent = await copied.then(() => button.dataset.copied, () => button.dataset.failed);
  });
}
