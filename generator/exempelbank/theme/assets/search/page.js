// The search page: the query and the choices stand in its address, so that they can be sent to a
// colleague, and the back button undoes them.

import { Choices } from "./choices.js";
import { SearchClient, interpolate, sayings } from "./client.js";
import { excerptOf, matcherOf } from "./excerpt.js";
import { highlighted, stemsOf } from "./highlight.js";
import { recent } from "./recent.js";
import { waysFor } from "./ways.js";

const REST = 500; // milliseconds without a key, before the address says what is asked, and excerpts are fetched
const AT_A_TIME = 10;

export function start(root, form) {
  new SearchPage(root, form);
}

class SearchPage {
  #request = 0; // the number of the latest
  #frame;
  #rest;
  #waiting = new WeakMap(); // row -> {doc, met}: whose words its title and summary do not show
  #shown; // {chosen, index, stems, clausesOfWord}: what the list is of

  constructor(root, form) {
    Object.assign(this, { root, form, field: form.elements.q, client: new SearchClient(form) });
    this.filters = root.querySelector('[data-part="filters"]');
    this.choices = new Choices(this.filters);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      recent.add(this.field.value);
      this.#searchAnew();
    });
    this.field.addEventListener("input", () => {
      this.#searchInNextFrame();
      this.#writeAddressSoon();
    });
    this.filters.addEventListener("change", () => this.#searchAnew());
    this.filters.addEventListener("submit", (event) => event.preventDefault());
    root.addEventListener("click", () => this.#writeAddressNow()); // so that one comes back to what was asked
    addEventListener("popstate", () => this.#readAddress());
    this.part("more").addEventListener("click", () => this.#showMore());
    this.#startRecent();
    if (!this.field.value) return this.#readAddress();
    this.#writeAddressSoon(); // typed while this script was fetched
    this.#search();
  }

  part(name) {
    return this.root.querySelector(`[data-part="${name}"]`);
  }

  // ---- The address ----

  // A step that the back button undoes.
  #searchAnew() {
    this.#stopWaiting();
    this.#search();
    this.#writeAddress(history.pushState);
  }

  // Not at each key: browsers limit how often the address may change.
  #writeAddressSoon() {
    this.#stopWaiting();
    this.#rest = setTimeout(() => this.#writeAddressNow(), REST);
  }

  #writeAddressNow() {
    if (!this.#rest) return;
    this.#stopWaiting();
    this.#writeAddress(history.replaceState);
    this.#showExcerpts();
  }

  #stopWaiting() {
    clearTimeout(this.#rest);
    this.#rest = 0;
  }

  #writeAddress(changeHistory) {
    const parameters = new URLSearchParams();
    if (this.field.value.trim()) parameters.set("q", this.field.value.trim());
    for (const box of this.choices.boxes) if (box.checked) parameters.append(box.name, box.value);
    changeHistory.call(history, null, "", parameters.size ? `?${parameters}` : location.pathname);
  }

  #readAddress() {
    this.#stopWaiting();
    const parameters = new URLSearchParams(location.search);
    this.field.value = parameters.get("q") ?? "";
    for (const box of this.choices.boxes) box.checked = parameters.has(box.name, box.value);
    this.#search();
  }

  // ---- What is found ----

  // What is typed and what is found are drawn together: half the work for the browser, and one search a frame.
  #searchInNextFrame() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#search());
  }

  async #search() {
    cancelAnimationFrame(this.#frame);
    const request = (this.#request += 1);
    const text = this.field.value.trim();
    this.#keepFocus(() => {
      document.documentElement.classList.toggle("eb-searching", Boolean(text)); // scheme.js says so at first
      if (!text) this.#showRecent();
    });
    if (!text) return;
    try {
      const response = await this.client.search(text);
      const { index, hits, clauses } = response;
      this.choices.setDocuments(index.kinds, await index.facets());
      const { chosen, counts } = this.choices.applyTo(hits);
      const stems = stemsOf(clauses);
      const shown = { chosen, index, stems, clausesOfWord: matcherOf(stems, index) };
      const rows = await this.#rows(shown, 0);
      if (request !== this.#request) return;
      this.#shown = shown;
      this.#keepFocus(() => {
        this.choices.show(counts);
        this.part("results").replaceChildren(...rows);
        this.#offerMore();
        this.#showSummary(text, response, chosen.length);
        this.#showExcerpts();
      });
    } catch {
      if (request === this.#request) this.#keepFocus(() => this.#showFailure());
    }
  }

  // The results are made anew: what had focus may be gone.
  #keepFocus(change) {
    const focused = document.activeElement;
    change();
    if (focused !== this.field && !focused.checkVisibility()) this.field.focus();
  }

  #showSummary(text, response, count) {
    const { hits, index: { uiStrings } } = response;
    const { found, mended } = sayings(text, response, count);
    this.part("count").textContent = found;
    document.title = document.title.replace(/^.*?( – |$)/, `${interpolate(uiStrings.title, { asked: text })}$1`);
    const { one, many } = this.root.dataset;
    const show = this.part("show");
    show.textContent = show.dataset.show.replace("{what}", interpolate(count === 1 ? one : many, { n: count }));
    const chosen = this.choices.boxes.filter((box) => box.checked).length;
    this.part("chosen-number").hidden = !chosen;
    this.part("chosen-number").querySelector("span").textContent = chosen;
    this.part("none").hidden = count > 0;
    this.part("unfiltered").hidden = count > 0 || !hits.length;
    if (!count) this.#showWays(text, uiStrings);
    this.part("mended").hidden = !mended.length;
    this.part("mended").replaceChildren(...mended.map((saying) => this.#mended(saying, text)));
  }

  #showWays(text, uiStrings) {
    const list = this.part("ways").querySelector("ul");
    const items = waysFor(text, uiStrings).map(([name, address]) => {
      const item = list.firstElementChild.cloneNode(true);
      const link = item.querySelector("a");
      Object.assign(link, { href: this.client.address(address), textContent: name });
      return item;
    });
    list.replaceChildren(...items);
  }

  // A word that stands nowhere, and the one that is like it: a link where nothing else is answered.
  #mended({ template, word, like, isQuestion }, text) {
    const [before, after] = interpolate(template, { word }).split("{like}");
    const line = document.createElement("span");
    const name = document.createElement(isQuestion ? "a" : "b");
    name.textContent = like;
    if (isQuestion) name.href = `?${new URLSearchParams([["q", text.toLowerCase().replace(word, like)]])}`;
    line.append(before, name, `${after} `);
    return line;
  }

  async #rows({ chosen, ...shown }, from) {
    const results = await Promise.all(chosen.slice(from, from + AT_A_TIME).map(({ doc }) => this.client.result(doc)));
    return results.map((result, at) => this.#row(result, chosen[from + at].met, shown));
  }

  // Only when the reader has stopped typing: they would be gone with the next key.
  #showExcerpts() {
    if (this.#rest) return; // when the address is written
    for (const row of this.part("results").children) this.#showExcerpt(row, this.#shown);
  }

  async #showExcerpt(row, { index, clausesOfWord }) {
    const waiting = this.#waiting.get(row);
    if (!waiting) return;
    this.#waiting.delete(row);
    const place = row.querySelector(".eb-excerpt");
    const body = await index.body(waiting.doc).catch(() => "");
    const excerpt = excerptOf(body, waiting.met, clausesOfWord);
    place.hidden = !excerpt;
    if (!excerpt) return;
    place.append(excerpt.content);
    row.querySelector("h3 a").href += excerpt.fragment;
  }

  #offerMore() {
    const { chosen, index } = this.#shown;
    const left = chosen.length - this.part("results").children.length;
    this.part("more").hidden = left <= 0;
    this.part("more").querySelector("button").textContent = interpolate(index.uiStrings.more, {
      n: Math.min(left, AT_A_TIME),
    });
  }

  async #showMore() {
    const list = this.part("results");
    const [request, from] = [this.#request, list.children.length];
    const rows = await this.#rows(this.#shown, from);
    if (request !== this.#request || from !== list.children.length) return; // another search, or pressed twice
    list.append(...rows);
    list.children[from].querySelector("a").focus();
    this.#showExcerpts();
    this.#offerMore();
  }

  #row({ doc, hasBody, kind, eyebrow, title, summary, href }, clausesMet, { stems, index, clausesOfWord }) {
    const template = this.root.querySelector(`template[data-kind="${kind}"]`) ?? this.root.querySelector("template[data-kind]");
    const row = template.content.firstElementChild.cloneNode(true);
    row.querySelector(".eb-eyebrow > :last-child").textContent = eyebrow;
    const link = row.querySelector("h3 a");
    link.href = href;
    link.append(highlighted(title, stems, index));
    row.querySelector("h3 + p").append(highlighted(summary, stems, index));
    const met = new Set([...row.querySelectorAll("mark")].flatMap((mark) => clausesOfWord(mark.textContent)));
    if (hasBody && met.size < clausesMet) {
      row.querySelector(".eb-excerpt").hidden = false; // its room is there from the beginning
      this.#waiting.set(row, { doc, met });
    }
    return row;
  }

  #showFailure() {
    this.part("count").textContent = this.root.dataset.failed;
    this.part("results").replaceChildren();
    this.part("more").hidden = true;
    this.part("mended").hidden = true;
    this.part("none").hidden = false;
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
