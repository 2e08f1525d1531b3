// Combines the facets of the calendar, on its list: the choices stand in the address, so that they can be sent to a
// colleague and the back button undoes them. Without this script every value has a page of its own; there, it lets the
// links of the other facets keep the page's own choice.

const root = document.querySelector('[data-eb="calendar-filter"]');
const list = new URL(root.dataset.list, location.href).pathname;
const groups = [...root.querySelectorAll("[data-facet]")];
const words = groups.map((group) => group.dataset.facet);
const rows = [...root.querySelectorAll("li[data-values]")].map((row) => ({ row, values: row.dataset.values.split(" ") }));
const part = (name) => root.querySelector(`[data-part="${name}"]`);

if (root.dataset.facet) keepChoice();
else {
  makeBoxes();
  addEventListener("popstate", show);
  part("clear").addEventListener("click", (event) => {
    event.preventDefault();
    go(new URLSearchParams());
  });
  show();
}

// Within a facet any of the values will do; every facet chosen from must agree.
function matches(values, choice, except = "") {
  return words.every((word) => {
    const wanted = choice.getAll(word);
    return word === except || !wanted.length || wanted.some((value) => values.includes(`${word}:${value}`));
  });
}

function keepChoice() {
  const own = [root.dataset.facet, root.dataset.value];
  for (const group of groups.filter((group) => group.dataset.facet !== own[0])) {
    for (const link of group.querySelectorAll("a[data-value]")) {
      const { facet } = group.dataset;
      const count = rows.filter(({ values }) => values.includes(`${facet}:${link.dataset.value}`)).length;
      link.href = `${list}?${new URLSearchParams([own, [facet, link.dataset.value]])}`;
      link.querySelector("[data-count]").textContent = count;
      link.parentElement.hidden = !count;
    }
  }
  hideEmptyGroups();
}

function hideEmptyGroups() {
  for (const group of groups) group.hidden = !group.querySelector(":is(li, label):not([hidden])");
}

// The links become boxes to tick; what they stand in stays, and so does focus.
function makeBoxes() {
  for (const group of groups) {
    let focused;
    const fieldset = document.createElement("fieldset");
    fieldset.ariaLabel = group.querySelector("summary").textContent;
    for (const link of group.querySelectorAll("a[data-value]")) {
      const label = fieldset.appendChild(document.createElement("label"));
      const box = label.appendChild(document.createElement("input"));
      label.className = "eb-choice";
      Object.assign(box, { type: "checkbox", name: group.dataset.facet, value: link.dataset.value });
      box.addEventListener("change", tick);
      label.append(...link.childNodes);
      if (link === document.activeElement) focused = box;
    }
    group.querySelector("ul").replaceWith(fieldset);
    focused?.focus();
  }
}

function tick({ target: { name, value, checked } }) {
  const others = [...new URLSearchParams(location.search)].filter((pair) => pair[0] !== name || pair[1] !== value);
  go(new URLSearchParams(checked ? [...others, [name, value]] : others));
}

function go(choice) {
  const query = String(choice);
  history.pushState(null, "", query ? `${list}?${query}` : list);
  show();
}

function show() {
  const focused = document.activeElement;
  const choice = new URLSearchParams(location.search);
  for (const box of root.querySelectorAll("input[type=checkbox]")) {
    const value = `${box.name}:${box.value}`;
    const count = rows.filter(({ values }) => values.includes(value) && matches(values, choice, box.name)).length;
    box.checked = choice.getAll(box.name).includes(box.value);
    box.parentElement.querySelector("[data-count]").textContent = count;
    box.parentElement.hidden = !count && !box.checked && box !== focused;
  }
  hideEmptyGroups();
  for (const { row, values } of rows) row.hidden = !matches(values, choice);
  const found = rows.filter(({ row }) => !row.hidden).length;
  for (const month of root.querySelectorAll('[data-part="month"]')) month.hidden = !month.querySelector("li:not([hidden])[data-values]");
  part("none").hidden = found > 0;
  part("clear").hidden = !words.some((word) => choice.has(word));
  part("number").textContent = (found === 1 ? root.dataset.one : root.dataset.many).replace("{n}", found);
  if (!focused.checkVisibility()) part("number").focus(); // what had it may be gone
}
