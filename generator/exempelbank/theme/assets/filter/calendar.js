// The filter of the calendar: its rows stand on the page, and are shown or not.

import { Facets, isGone, tally } from "./facets.js";

const root = document.querySelector('[data-eb="calendar-filter"]');
const facets = new Facets(root);
const rows = [...root.querySelectorAll("li[data-values]")].map((row) => {
  const values = {};
  for (const [name, value] of row.dataset.values.split(" ").map((pair) => pair.split(":"))) (values[name] ??= []).push(value);
  return { row, values };
});

if (root.dataset.facet) {
  facets.keepChoice();
  facets.showCounts(tally(rows, new URLSearchParams(), facets.names).counts, new URLSearchParams());
} else {
  facets.makeBoxes(go);
  addEventListener("popstate", show);
  facets.part("clear").addEventListener("click", (event) => {
    event.preventDefault();
    go(new URLSearchParams());
  });
  show();
  facets.reveal();
}

function go(choice) {
  history.pushState(null, "", facets.address(choice));
  show();
}

function show() {
  const focused = document.activeElement;
  const { choice } = facets;
  const { found, counts } = tally(rows, choice, facets.names);
  const left = new Set(found);
  for (const one of rows) one.row.hidden = !left.has(one);
  for (const month of root.querySelectorAll('[data-part="month"]')) month.hidden = !month.querySelector("li:not([hidden])[data-values]");
  facets.part("clear").hidden = !facets.showChoice(choice).length;
  facets.showCounts(counts, choice);
  facets.part("none").hidden = found.length > 0;
  facets.showFound(found.length);
  if (isGone(focused)) facets.heading.focus(); // what had it may be gone
}
