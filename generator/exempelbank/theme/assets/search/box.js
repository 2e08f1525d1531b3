// The search box in the header: hits in a list below as one types. A combobox with a listbox popup,
// as https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ has it; focus stays in the field.

import { SearchClient, interpolate, sayings } from "./client.js";
import { contentOf, piecesOf, stemsOf } from "./highlight.js";
import { recent } from "./recent.js";
import { waysFor } from "./ways.js";

const MOST = 7;
const PAUSE = 20; // milliseconds
const SHORTEST = 2;

export function start(form) {
  new SearchBox(form);
}

class SearchBox {
  #options = []; // {item, choose(inNewTab)}
  heading = []; // what is said above them
  #active = -1;
  #request = 0; // the number of the latest
  #timer;

  constructor(form) {
    this.form = form;
    this.field = form.elements.q;
    this.client = new SearchClient(form);
    this.#makeList();
    this.field.addEventListener("input", () => this.#searchSoon());
    this.field.addEventListener("focus", () => this.#searchSoon());
    this.field.addEventListener("keydown", (event) => this.#onKey(event));
    form.addEventListener("submit", () => recent.add(this.field.value)); // alone: what is half typed is never kept
    form.addEventListener("focusout", (event) => {
      if (!form.contains(event.relatedTarget)) this.#close();
    });
    this.client.index()
      .then(({ uiStrings }) => this.list.setAttribute("aria-label", uiStrings.answers))
      .catch(() => {});
    this.#searchSoon();
  }

  #makeList() {
    this.list = Object.assign(document.createElement("ul"), { id: "eb-answers", className: "eb-answers", hidden: true });
    this.list.setAttribute("role", "listbox");
    this.status = Object.assign(document.createElement("p"), { className: "eb-hidden" });
    this.status.setAttribute("role", "status");
    this.form.append(this.list, this.status);
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // focus stays
    const attributes = {
      role: "combobox", "aria-expanded": "false", "aria-controls": this.list.id, "aria-autocomplete": "list",
      autocomplete: "off", spellcheck: "false",
    };
    for (const [name, value] of Object.entries(attributes)) this.field.setAttribute(name, value);
  }

  #searchSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(), PAUSE);
  }

  async #search() {
    const request = (this.#request += 1);
    const text = this.field.value.trim();
    if (text.length < SHORTEST) return this.#showRecent(text);
    try {
      const response = await this.client.search(text);
      const results = await Promise.all(response.hits.slice(0, MOST).map(({ doc }) => this.client.result(doc)));
      if (request === this.#request) this.#showResults(text, response, results);
    } catch {
      if (request === this.#request) this.#close(); // the form still leads to the search page
    }
  }

  #showResults(text, response, results) {
    const { index, clauses, hits, nearOnly } = response;
    const stems = stemsOf(clauses);
    const { uiStrings } = index;
    const { found, mended } = sayings(text, response);
    const said = mended.map(({ template, word, like }) => interpolate(template, { word, like }));
    if (!hits.length) {
      const ways = waysFor(text, uiStrings).map(([name, address]) => this.#link(name, "", this.client.address(address)));
      this.#say([found, ...said], true);
      return this.#open([...ways, this.#link(uiStrings.elsewhere, "", this.#pageFor(text))]);
    }
    const options = results.map(({ title, eyebrow, href }) =>
      this.#link(contentOf(piecesOf(title, stems, index)), eyebrow, href),
    );
    const label = interpolate(hits.length === 1 ? uiStrings.seeOne : uiStrings.seeMany, { n: hits.length });
    this.#say([found, ...said], nearOnly || said.length > 0);
    this.#open([...options, this.#link(label, "", this.#pageFor(text))]);
  }

  // To those who listen; and to all, above the options, when the hits are not what was asked for.
  #say(lines, isSeen = false) {
    this.status.textContent = lines.join(" ");
    const shown = isSeen ? lines : [];
    this.heading = shown.map((line) => {
      const item = Object.assign(document.createElement("li"), { className: "eb-answers__said", textContent: line });
      item.setAttribute("aria-hidden", "true"); // the status says it
      return item;
    });
  }

  async #showRecent(text) {
    const queries = text ? [] : recent.queries;
    const options = [];
    if (queries.length) {
      const { uiStrings } = await this.client.index();
      options.push(
        ...queries.map((query) => this.#link(query, uiStrings.recent, this.#pageFor(query))),
        this.#option(uiStrings.forget, "", () => this.#forget(uiStrings.forgotten)),
      );
    }
    this.#say([]);
    if (document.activeElement === this.field) this.#open(options);
  }

  #forget(done) {
    recent.setEnabled(false);
    this.#close();
    this.#say([done]);
  }

  // The search page with this query.
  #pageFor(query) {
    const url = new URL(this.form.action);
    url.searchParams.set("q", query);
    return url.href;
  }

  #link(text, eyebrow, href) {
    return this.#option(text, eyebrow, (inNewTab) => {
      if (inNewTab) open(href, "_blank", "noopener");
      else location.assign(href);
    });
  }

  #option(text, eyebrow, choose) {
    const item = document.createElement("li");
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const name = document.createElement("span");
    name.append(text);
    item.append(name);
    if (eyebrow) item.append(Object.assign(document.createElement("small"), { textContent: eyebrow }));
    item.addEventListener("click", (event) => choose(event.ctrlKey || event.metaKey));
    return { item, choose };
  }

  #open(options) {
    this.#options = options;
    this.#activate(-1);
    options.forEach(({ item }, number) => (item.id = `eb-answer-${number}`));
    this.list.replaceChildren(...this.heading, ...options.map(({ item }) => item));
    this.list.hidden = !options.length;
    this.field.setAttribute("aria-expanded", String(options.length > 0));
  }

  #close() {
    this.#request += 1; // hits still on their way come too late
    clearTimeout(this.#timer);
    this.#say([]);
    this.#open([]);
  }

  #activate(number) {
    this.#options[this.#active]?.item.setAttribute("aria-selected", "false");
    this.#active = number;
    const item = this.#options[number]?.item;
    if (!item) return this.field.removeAttribute("aria-activedescendant");
    item.setAttribute("aria-selected", "true");
    item.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", item.id);
  }

  #onKey(event) {
    const count = this.#options.length;
    const isOpen = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) return this.#searchSoon();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // One more place than options: the field itself.
      this.#activate(((this.#active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === "Enter" && isOpen && this.#active >= 0) {
      event.preventDefault();
      this.#options[this.#active].choose(false);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (!isOpen) this.field.value = "";
      this.#close();
    }
  }
}
