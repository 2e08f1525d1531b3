// The search box in the header: answers in a list below as one types. A combobox with a listbox popup,
// as https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ has it; focus stays in the field.

import { Answers, filled } from "./answers.js";
import { markedText, stemsOf } from "./marks.js";
import { recent } from "./recent.js";

const MOST = 7;
const PAUSE = 20; // milliseconds
const SHORTEST = 2;

export function start(form) {
  new SearchBox(form);
}

class SearchBox {
  #options = []; // {item, choose}
  #active = -1;
  #turn = 0;
  #timer;

  constructor(form) {
    this.form = form;
    this.field = form.elements.q;
    this.answers = new Answers(form);
    this.#makeList();
    this.field.addEventListener("input", () => this.#soon());
    this.field.addEventListener("focus", () => this.#soon());
    this.field.addEventListener("keydown", (event) => this.#key(event));
    form.addEventListener("submit", () => recent.add(this.field.value));
    form.addEventListener("focusout", (event) => {
      if (!form.contains(event.relatedTarget)) this.#close();
    });
    this.answers.index().then(({ says }) => this.list.setAttribute("aria-label", says.answers)).catch(() => {});
    this.#soon();
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

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#answer(), PAUSE);
  }

  async #answer() {
    const turn = (this.#turn += 1);
    const asked = this.field.value.trim();
    if (asked.length < SHORTEST) return this.#remember(asked);
    try {
      const answer = await this.answers.to(asked);
      const shown = await Promise.all(answer.hits.slice(0, MOST).map(({ text }) => this.answers.shown(text)));
      if (turn === this.#turn) this.#show(asked, answer, shown);
    } catch {
      if (turn === this.#turn) this.#close(); // the form still leads to the search page
    }
  }

  #show(asked, { index, wants, hits }, shown) {
    const stems = stemsOf(wants);
    const { says } = index;
    const options = shown.map(({ title, above, href }) => this.#option(markedText(title, stems, index), above, href));
    const all = new URL(this.form.action);
    all.searchParams.set("q", asked);
    if (hits.length) {
      options.push(this.#option(filled(hits.length === 1 ? says.seeOne : says.seeMany, { n: hits.length }), "", all.href));
    }
    this.status.textContent = filled(hits.length === 1 ? says.one : hits.length ? says.many : says.none, {
      n: hits.length, asked,
    });
    this.#open(options);
  }

  async #remember(asked) {
    const before = asked ? [] : recent.asked;
    const { says } = before.length ? await this.answers.index() : {};
    const options = before.map((one) => {
      const again = new URL(this.form.action);
      again.searchParams.set("q", one);
      return this.#option(one, says.recent, again.href);
    });
    this.status.textContent = "";
    if (document.activeElement === this.field) this.#open(options);
  }

  #option(text, above, href) {
    const item = document.createElement("li");
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const name = document.createElement("span");
    name.append(text);
    item.append(name);
    if (above) item.append(Object.assign(document.createElement("small"), { textContent: above }));
    const choose = (inNewTab) => {
      recent.add(this.field.value);
      if (inNewTab) open(href, "_blank", "noopener");
      else location.assign(href);
    };
    item.addEventListener("click", (event) => choose(event.ctrlKey || event.metaKey));
    return { item, choose };
  }

  #open(options) {
    this.#options = options;
    this.#activate(-1);
    options.forEach(({ item }, number) => (item.id = `eb-answer-${number}`));
    this.list.replaceChildren(...options.map(({ item }) => item));
    this.list.hidden = !options.length;
    this.field.setAttribute("aria-expanded", String(options.length > 0));
  }

  #close() {
    this.#turn += 1; // an answer still on its way comes too late
    clearTimeout(this.#timer);
    this.status.textContent = "";
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

  #key(event) {
    const many = this.#options.length;
    const isOpen = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) return this.#soon();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // One more place than options: the field itself.
      this.#activate(((this.#active + 1 + step + many + 1) % (many + 1)) - 1);
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
