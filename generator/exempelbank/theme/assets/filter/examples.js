// The filter of the examples. What they are is one file, fetched when the reader turns to the filter or comes with a
// choice in the address.

import { Facets, isGone, tally, without } from "./facets.js";

class ExampleFilter {
  #list = document.querySelector('[data-eb="found"]');
  #grid = this.#list.querySelector(".eb-grid");
  #cards = new Map([...this.#grid.children].map((card) => [card.querySelector("h3 a").getAttribute("href"), card]));
  #request;
  #latest = 0; // of the choices that were made
  #shown = location.pathname + location.search;

  constructor(root) {
    this.facets = new Facets(root);
    this.part = (name) => this.facets.part(name);
    this.order = root.querySelector("select");
    this.facets.whenTouched(() => this.#data());
    if (root.dataset.facet) this.#keepChoice();
    else this.#combine();
  }

  #keepChoice() {
    const { facet, value } = this.facets.root.dataset;
    const own = new URLSearchParams([[facet, value]]);
    this.facets.whenTouched(async () => {
      this.facets.keepChoice();
      const data = await this.#data();
      if (data) this.facets.showCounts(tally(data.examples, own, this.facets.names).counts, own);
    });
  }

  #combine() {
    const { facets, order } = this;
    facets.makeBoxes((choice) => this.#go(choice));
    order.addEventListener("change", () => {
      const { choice } = facets;
      order.value ? choice.set(order.name, order.value) : choice.delete(order.name);
      this.#go(choice);
    });
    this.part("more").querySelector("button").addEventListener("click", () => this.#showMore());
    addEventListener("popstate", () => {
      if (location.pathname + location.search === this.#shown) return; // it was a link within the page
      if (location.pathname === facets.list) this.#show();
      else location.reload();
    });
    if (location.search) this.#show();
  }

  // Nothing, when it can't be had; the next choice asks anew.
  #data() {
    this.#request ??= this.#fetch();
    return this.#request;
  }

  async #fetch() {
    try {
      const answer = await fetch(this.facets.root.dataset.source);
      if (answer.ok) return await answer.json();
    } catch {
      // There was no answer, or only a part of it.
    }
    this.#request = undefined;
  }

  #go(choice) {
    choice.delete(this.page);
    history.pushState(null, "", this.facets.address(choice));
    return this.#show();
  }

  get page() {
    return this.facets.root.dataset.page;
  }

  get #pages() {
    return Math.max(1, parseInt(this.facets.choice.get(this.page), 10) || 1);
  }

  async #showMore() {
    const { choice } = this.facets;
    const first = this.#grid.children.length;
    choice.set(this.page, this.#pages + 1);
    history.replaceState(null, "", this.facets.address(choice));
    await this.#show();
    this.#grid.children[first]?.querySelector("a").focus();
  }

  async #show() {
    const number = ++this.#latest;
    this.#shown = location.pathname + location.search;
    this.#list.setAttribute("aria-busy", "true");
    const data = await this.#data();
    if (number !== this.#latest) return;
    this.#list.setAttribute("aria-busy", "false");
    for (const failed of this.facets.root.querySelectorAll('[data-part="failed"]')) failed.hidden = Boolean(data);
    if (data) this.#draw(data);
    this.facets.reveal();
  }

  #draw({ examples, labels, size }) {
    const focused = document.activeElement;
    const { facets, order } = this;
    const { choice } = facets;
    const { found, counts } = tally(examples, choice, facets.names);
    order.value = choice.get(order.name) ?? "";
    if (order.selectedIndex < 0) order.value = "";
    if (order.selectedIndex > 0) {
      const { compare } = new Intl.Collator(document.documentElement.lang);
      found.sort((a, b) => compare(a.title, b.title));
    }
    const shown = found.slice(0, this.#pages * size).map((example) => this.#card(example));
    if (shown.length !== this.#grid.children.length || shown.some((card, place) => card !== this.#grid.children[place])) {
      this.#grid.replaceChildren(...shown);
    }
    this.#list.querySelector(".eb-pages")?.remove();
    this.part("none").hidden = found.length > 0;
    this.part("more").hidden = shown.length === found.length;
    this.#showTags(facets.showChoice(choice, (name, value) => (Object.hasOwn(labels[name], value) ? labels[name][value] : value)));
    facets.showCounts(counts, choice);
    facets.showFound(found.length);
    if (isGone(focused)) facets.heading.focus({ preventScroll: true }); // what had it may be gone
  }

  #showTags(chosen) {
    const { choice } = this.facets;
    const tags = this.part("chosen");
    tags.hidden = !chosen.length;
    const [remove, clear] = tags.querySelector("template").content.children;
    const items = chosen.map(({ name, value, label }) => {
      const item = remove.cloneNode(true);
      item.querySelector("a").append(label);
      return this.#leadsTo(item, without(choice, name, value));
    });
    tags.querySelector("ul").replaceChildren(...items, this.#leadsTo(clear.cloneNode(true), new URLSearchParams()));
  }

  #leadsTo(item, choice) {
    const link = item.querySelector("a");
    link.href = this.facets.address(choice);
    link.addEventListener("click", async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      await this.#go(choice);
      this.facets.heading.focus();
    });
    return item;
  }

  #card(example) {
    if (!this.#cards.has(example.address)) this.#cards.set(example.address, this.#cardOf(example));
    return this.#cards.get(example.address);
  }

  #cardOf(example) {
    const card = this.part("card").content.firstElementChild.cloneNode(true);
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

// Tests fetch the module on a page without a list.
const root = document.querySelector('[data-eb="example-filter"]');
if (root) new ExampleFilter(root);
