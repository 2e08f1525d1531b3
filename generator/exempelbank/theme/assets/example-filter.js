// Combines the facets of the examples, on their list: the choices stand in the address, so that they
// can be sent to a colleague and the back button undoes them. Without this script every value has a
// page of its own; there, it lets the links of the other facets keep the page's own choice.

const root = document.querySelector('[data-eb="example-filter"]');

function start({ facets, examples, words, size }) {
  const list = new URL(root.dataset.list, location.href).pathname;
  const { facet, value } = root.dataset;
  if (facet) keepChoice(facets, examples, new URLSearchParams([[facet, value]]), list);
  else new ExampleFilter(facets, examples, words, size, list);
}

// ---- What a choice leaves ----

// Within a facet any of the values will do; every facet chosen from must agree.
export function matches(example, choice, facets, except = "") {
  return facets.every((name) => {
    const wanted = choice.getAll(name);
    return name === except || !wanted.length || example.values[name].some((value) => wanted.includes(value));
  });
}

// How many examples each value of a facet would show, given the choices in the others.
export function countsOf(name, examples, choice, facets) {
  const counts = new Map();
  for (const example of examples) {
    if (!matches(example, choice, facets, name)) continue;
    for (const value of example.values[name]) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

// URLSearchParams knows of values by these only since 2023.
const holds = (choice, name, value) => choice.getAll(name).includes(value);
const without = (choice, name, value) =>
  new URLSearchParams([...choice].filter(([n, v]) => n !== name || v !== value));

// ---- On the page of one value ----

function keepChoice(facets, examples, own, list) {
  for (const name of facets) {
    if (own.has(name)) continue;
    const counts = countsOf(name, examples, own, facets);
    const group = root.querySelector(`[data-facet="${name}"]`);
    group.hidden = !counts.size && !group.contains(document.activeElement);
    for (const link of group.querySelectorAll("a[data-value]")) {
      const count = counts.get(link.dataset.value) ?? 0;
      const choice = new URLSearchParams(own);
      choice.append(name, link.dataset.value);
      link.href = `${list}?${choice}`;
      link.querySelector("[data-count]").textContent = count;
      link.parentElement.hidden = !count && link !== document.activeElement;
    }
  }
}

// ---- On the list ----

class ExampleFilter {
  #found = root.querySelector('[data-eb="found"]');
  #title = this.#found.querySelector("h2");
  #grid = this.#found.querySelector(".eb-grid");
  #chosen = this.#part("chosen");
  #none = this.#part("none");
  #more = this.#part("more");
  #boxes = [];

  constructor(facets, examples, words, size, list) {
    Object.assign(this, { facets, examples, words, size, list });
    this.order = this.#found.querySelector("select");
    this.order.closest("[hidden]").hidden = false;
    this.order.addEventListener("change", () => this.#go({ [words.order]: this.order.value }));
    this.#makeForm();
    this.#more.querySelector("button").addEventListener("click", () => this.#showMore());
    addEventListener("popstate", () => (location.pathname === list ? this.#show() : location.reload()));
    if (location.search) this.#show();
  }

  #address(choice) {
    return [this.list, choice.toString()].filter(Boolean).join("?");
  }

  #part(name) {
    return this.#found.querySelector(`[data-part="${name}"]`);
  }

  get choice() {
    return new URLSearchParams(location.search);
  }

  // The links become boxes to tick; what they stand in stays, and so does focus.
  #makeForm() {
    for (const name of this.facets) {
      const group = root.querySelector(`[data-facet="${name}"]`);
      let focused;
      const fieldset = document.createElement("fieldset");
      const legend = fieldset.appendChild(document.createElement("legend"));
      legend.className = "eb-hidden";
      legend.textContent = group.dataset.label ?? group.querySelector("summary").textContent;
      for (const link of group.querySelectorAll("a[data-value]")) {
        const label = fieldset.appendChild(document.createElement("label"));
        const box = label.appendChild(document.createElement("input"));
        label.className = "eb-choice";
        Object.assign(box, { type: "checkbox", name, value: link.dataset.value });
        box.addEventListener("change", () => this.#tick(box));
        label.append(...link.childNodes);
        this.#boxes.push(box);
        if (link === document.activeElement) focused = box;
      }
      group.querySelector("ul").replaceWith(fieldset);
      focused?.focus();
    }
    this.#mark();
  }

  #tick(box) {
    const choice = without(this.choice, box.name, box.value);
    if (box.checked) choice.append(box.name, box.value);
    choice.delete(this.words.page);
    this.#push(choice);
  }

  #go(changes) {
    const choice = this.choice;
    for (const [name, value] of Object.entries(changes)) value ? choice.set(name, value) : choice.delete(name);
    choice.delete(this.words.page);
    this.#push(choice);
  }

  #push(choice) {
    history.pushState(null, "", this.#address(choice));
    this.#show();
  }

  #showMore() {
    const choice = this.choice;
    const before = this.#pages;
    choice.set(this.words.page, before + 1);
    history.replaceState(null, "", this.#address(choice));
    this.#show();
    this.#grid.children[before * this.size].querySelector("a").focus();
  }

  get #pages() {
    return Math.max(1, parseInt(this.choice.get(this.words.page), 10) || 1);
  }

  #show() {
    const focused = document.activeElement;
    const choice = this.choice;
    const found = this.examples.filter((example) => matches(example, choice, this.facets));
    if (choice.get(this.words.order) === this.words.name) found.sort((a, b) => a.title.localeCompare(b.title, document.documentElement.lang));
    const shown = found.slice(0, this.#pages * this.size);
    this.#title.textContent = (found.length === 1 ? this.words.one : this.words.many).replace("{n}", found.length);
    this.#grid.replaceChildren(...shown.map((example) => this.#card(example)));
    this.#found.querySelector(".eb-pages")?.remove();
    this.#none.hidden = found.length > 0;
    this.#more.hidden = shown.length === found.length;
    this.#mark();
    if (!focused.checkVisibility()) this.#title.focus({ preventScroll: true }); // what had it may be gone
  }

  // The boxes, their counts and the list of what is chosen, as the address says.
  #mark() {
    const choice = this.choice;
    this.order.value = choice.get(this.words.order) ?? "";
    for (const name of this.facets) {
      const counts = countsOf(name, this.examples, choice, this.facets);
      for (const box of this.#boxes) {
        if (box.name !== name) continue;
        box.checked = holds(choice, name, box.value);
        box.parentElement.querySelector("[data-count]").textContent = counts.get(box.value) ?? 0;
        const group = box.closest("[data-facet]");
        if (box.checked && group.matches("details")) group.open = true;
      }
    }
    const ticked = this.#boxes.filter((box) => box.checked);
    this.#chosen.hidden = !ticked.length;
    const [remove, clear] = this.#chosen.querySelector("template").content.children;
    const items = ticked.map((box) => {
      const item = remove.cloneNode(true);
      const link = item.querySelector("a");
      link.append(box.parentElement.querySelector("[data-label]").textContent);
      return this.#leadsTo(item, without(choice, box.name, box.value));
    });
    this.#chosen.querySelector("ul").replaceChildren(...items, this.#leadsTo(clear.cloneNode(true), new URLSearchParams()));
  }

  #leadsTo(item, choice) {
    const link = item.querySelector("a");
    link.href = this.#address(choice);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#push(choice);
      this.#title.focus();
    });
    return item;
  }

  #card(example) {
    const card = this.#part("card").content.firstElementChild.cloneNode(true);
    const link = card.querySelector("h3 a");
    Object.assign(link, { href: example.address, textContent: example.title });
    card.querySelector(".eb-eyebrow > :last-child").textContent = example.eyebrow;
    const lesson = card.querySelector(".eb-card__lesson");
    if (example.lesson) lesson.lastChild.textContent = ` ${example.lesson}`;
    else lesson.remove();
    const meta = card.querySelector(".eb-meta");
    const evidence = meta.lastElementChild;
    if (example.evidence) evidence.lastChild.textContent = example.evidence;
    const facts = example.meta.map((text) => Object.assign(document.createElement("li"), { textContent: text }));
    meta.replaceChildren(...facts, ...(example.evidence ? [evidence] : []));
    return card;
  }
}

const answer = await fetch(root.dataset.source);
if (answer.ok) start(await answer.json());
