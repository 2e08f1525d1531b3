// The search page: the query and the choices stand in its address, so that they can be sent to a
// colleague, and the back button undoes them.

import { SearchClient, interpolate } from "./client.js";
import { highlighted, stemsOf } from "./highlight.js";
import { recent } from "./recent.js";

const PAUSE = 20; // milliseconds
const AT_FIRST = 10; // in each group

export function start(root, form) {
  new SearchPage(root, form);
}

class SearchPage {
  #request = 0; // the number of the latest
  #timer;

  constructor(root, form) {
    Object.assign(this, { root, form, field: form.elements.q, client: new SearchClient(form) });
    this.filters = root.querySelector('[data-part="filters"]');
    this.kindFacet = this.filters.dataset.kind;
    this.boxes = [...this.filters.querySelectorAll("input")];
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      recent.add(this.field.value);
      this.#writeAddress(history.pushState);
    });
    this.field.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#writeAddress(history.replaceState), PAUSE);
    });
    this.filters.addEventListener("change", () => this.#writeAddress(history.pushState));
    this.filters.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("popstate", () => this.#readAddress());
    this.#startRecent();
    if (this.field.value) this.#writeAddress(history.replaceState); // typed while this script was fetched
    else this.#readAddress();
  }

  part(name) {
    return this.root.querySelector(`[data-part="${name}"]`);
  }

  // ---- The address ----

  #writeAddress(changeHistory) {
    const parameters = new URLSearchParams();
    if (this.field.value.trim()) parameters.set("q", this.field.value.trim());
    for (const box of this.boxes) if (box.checked) parameters.append(box.name, box.value);
    changeHistory.call(history, null, "", parameters.size ? `?${parameters}` : location.pathname);
    this.#search();
  }

  #readAddress() {
    const parameters = new URLSearchParams(location.search);
    this.field.value = parameters.get("q") ?? "";
    for (const box of this.boxes) box.checked = parameters.has(box.name, box.value);
    this.#search();
  }

  // ---- What is found ----

  async #search() {
    const request = (this.#request += 1);
    const text = this.field.value.trim();
    this.#keepFocus(() => {
      document.documentElement.classList.toggle("eb-searching", Boolean(text)); // scheme.js says so at first
      if (!text) this.#showRecent();
    });
    if (!text) return;
    try {
      const [response, facets] = await Promise.all([this.client.search(text), this.#facets()]);
      const chosen = response.hits.filter(({ doc }) => this.#isChosen(doc, facets, response.index));
      const groups = await this.#groups(response, chosen);
      if (request !== this.#request) return;
      this.#keepFocus(() => {
        this.#showCounts(response, facets);
        this.part("groups").replaceChildren(...groups);
        this.#showSummary(text, response, chosen.length);
      });
    } catch {
      if (request === this.#request) this.#keepFocus(() => this.#showFailure());
    }
  }

  // The results are made anew: what had focus may be gone.
  #keepFocus(change) {
    const focused = document.activeElement;
    change();
    if (!focused.checkVisibility()) this.field.focus();
  }

  #showSummary(text, { index: { uiStrings }, suggestions, hits }, count) {
    const summary = count === 1 ? uiStrings.one : count ? uiStrings.many : uiStrings.none;
    this.part("count").textContent = interpolate(summary, { n: count, asked: text });
    document.title = document.title.replace(/^.*?( – |$)/, `${interpolate(uiStrings.title, { asked: text })}$1`);
    const { one, many } = this.root.dataset;
    const show = this.part("show");
    show.textContent = show.dataset.show.replace("{what}", interpolate(count === 1 ? one : many, { n: count }));
    const chosen = this.boxes.filter((box) => box.checked).length;
    this.part("chosen-number").hidden = !chosen;
    this.part("chosen-number").querySelector("span").textContent = chosen;
    this.part("none").hidden = count > 0;
    this.part("unfiltered").hidden = count > 0 || !hits.length;
    this.part("meant").hidden = !suggestions.size;
    this.part("meant").replaceChildren(
      ...[...suggestions].map(([word, suggestion]) => this.#suggestion(word, suggestion, text, uiStrings)),
    );
  }

  #suggestion(word, suggestion, text, uiStrings) {
    const [before, after] = interpolate(uiStrings.meant, { word }).split("{like}");
    const line = document.createElement("span");
    const link = document.createElement("a");
    const parameters = new URLSearchParams([["q", text.toLowerCase().replace(word, suggestion)]]);
    Object.assign(link, { href: `?${parameters}`, textContent: suggestion });
    line.append(before, link, `${after} `);
    return line;
  }

  // By kind, that of the best hit first.
  async #groups({ index, clauses }, hits) {
    const stems = stemsOf(clauses);
    const byKind = new Map();
    for (const { doc } of hits) {
      const kind = index.kindOf(doc);
      byKind.set(kind, [...(byKind.get(kind) ?? []), doc]);
    }
    return Promise.all([...byKind].map(([kind, docs]) => this.#group(kind, docs, stems, index, byKind.size > 1)));
  }

  async #group(kind, docs, stems, index, hasHeading) {
    const group = this.part("group").content.firstElementChild.cloneNode(true);
    const [heading, list, more] = group.children;
    heading.textContent = `${index.uiStrings.kinds[kind].many} (${docs.length})`;
    heading.hidden = !hasHeading;
    const show = async (from, to) => {
      const results = await Promise.all(docs.slice(from, to).map((doc) => this.client.result(doc)));
      list.append(...results.map((result) => this.#row(result, stems, index)));
      more.hidden = to >= docs.length;
    };
    more.querySelector("button").textContent = interpolate(index.uiStrings.more, { n: docs.length - AT_FIRST });
    more.addEventListener("click", async () => {
      await show(AT_FIRST, docs.length);
      list.children[AT_FIRST].querySelector("a").focus();
    });
    await show(0, AT_FIRST);
    return group;
  }

  #row({ kind, eyebrow, title, summary, href }, stems, index) {
    const template = this.root.querySelector(`template[data-kind="${kind}"]`) ?? this.root.querySelector("template[data-kind]");
    const row = template.content.firstElementChild.cloneNode(true);
    row.querySelector(".eb-eyebrow > :last-child").textContent = eyebrow;
    const link = row.querySelector("h3 a");
    link.href = href;
    link.append(highlighted(title, stems, index));
    row.querySelector("h3 + p").append(highlighted(summary, stems, index));
    return row;
  }

  #showFailure() {
    this.part("count").textContent = this.root.dataset.failed;
    this.part("groups").replaceChildren();
    this.part("none").hidden = false;
  }

  // ---- Choices ----

  // "facet value", for each box -> the documents that have it.
  async #facets() {
    const docsByFacet = await (await this.client.index()).facets();
    const sets = new Map();
    for (const { name, value } of this.boxes) {
      if (name !== this.kindFacet) sets.set(`${name} ${value}`, new Set(docsByFacet[name]?.[value]));
    }
    return sets;
  }

  // Within a facet any of the values will do; every facet chosen from must agree.
  #isChosen(doc, facets, index, except = "") {
    const chosen = this.boxes.filter((box) => box.checked && box.name !== except);
    const names = [...new Set(chosen.map((box) => box.name))];
    return names.every((name) => chosen.some((box) => box.name === name && this.#has(doc, box, facets, index)));
  }

  #has(doc, { name, value }, facets, index) {
    return name === this.kindFacet ? index.kindOf(doc) === value : facets.get(`${name} ${value}`).has(doc);
  }

  // How many each choice would show, given the choices in the other facets. Where none leaves anything out there is
  // nothing to choose.
  #showCounts({ hits, index }, facets) {
    for (const name of new Set(this.boxes.map((box) => box.name))) {
      const others = hits.filter(({ doc }) => this.#isChosen(doc, facets, index, name));
      let any = false;
      for (const box of this.boxes.filter((other) => other.name === name)) {
        const count = others.filter(({ doc }) => this.#has(doc, box, facets, index)).length;
        const choice = box.closest("label");
        choice.querySelector("[data-count]").textContent = count;
        choice.hidden = !count && !box.checked && box !== document.activeElement;
        any ||= box.checked || (count > 0 && count < others.length);
      }
      const group = this.filters.querySelector(`[data-facet="${name}"]`);
      group.hidden = !any && !group.contains(document.activeElement);
    }
  }

  // ---- Before anything is searched ----

  #startRecent() {
    const box = this.part("remember");
    box.checked = recent.isEnabled;
    box.addEventListener("change", () => {
      recent.setEnabled(box.checked);
      this.#showRecent();
    });
    this.part("forget").addEventListener("click", () => {
      box.checked = false;
      box.dispatchEvent(new Event("change"));
      box.focus(); // the button is gone
    });
  }

  #showRecent() {
    const { queries } = recent;
    this.part("recent").hidden = !queries.length;
    this.part("recent").querySelector("ul").replaceChildren(...queries.map((query) => {
      const item = document.createElement("li");
      const link = Object.assign(document.createElement("a"), { className: "eb-tag", textContent: query });
      link.href = `?${new URLSearchParams([["q", query]])}`;
      item.append(link);
      return item;
    }));
  }
}
