// The search page: the query and the choices stand in its address, so that they can be sent to a
// colleague, and the back button undoes them.

import { Choices } from "./choices.js";
import { SearchClient, interpolate, sayings } from "./client.js";
import { setHidden, setText } from "./elements.js";
import { matcherOf } from "./excerpt.js";
import { stemsOf } from "./highlight.js";
import { recent } from "./recent.js";
import { Results } from "./results.js";
import { waysFor } from "./ways.js";

const REST = 300; // milliseconds without a key, before the address, the choices and the excerpts follow
const AT_A_TIME = 10;
const WHILE_TYPING = 5; // the rest follows when the reader rests

export function start(root, form, manifest) {
  new SearchPage(root, form, manifest);
}

class SearchPage {
  #request = 0; // the number of the latest
  #frame;
  #rest;
  #shown; // {text, chosen, index, stems, clausesOfWord}: what the list is of

  constructor(root, form, manifest) {
    Object.assign(this, { root, form, field: form.elements.q, client: new SearchClient(form, manifest) });
    this.filters = root.querySelector('[data-part="filters"]');
    this.choices = new Choices(this.filters);
    this.results = new Results(root, this.client);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      recent.add(this.field.value);
      this.#searchAnew();
    });
    this.field.addEventListener("input", () => {
      this.#searchInNextFrame();
      this.#restSoon();
    });
    this.filters.addEventListener("change", () => this.#searchAnew());
    this.filters.addEventListener("submit", (event) => event.preventDefault());
    root.addEventListener("click", () => this.#restNow()); // so that one comes back to what was asked
    addEventListener("popstate", () => this.#readAddress());
    this.part("more").addEventListener("click", () => this.#showMore());
    this.#startRecent();
    this.#prepareChoices().catch(() => {}); // who comes here is about to ask, and asks again for what failed
    if (!this.field.value) return this.#readAddress();
    this.#restSoon(); // typed while this script was fetched
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

  // Not at each key: browsers limit how often the address may change, and all of the page is dear to draw.
  #restSoon() {
    this.#stopWaiting();
    this.#rest = setTimeout(() => this.#restNow(), REST);
  }

  #restNow() {
    if (!this.#rest) return;
    this.#stopWaiting();
    this.#writeAddress(history.replaceState);
    this.#search();
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

  async #prepareChoices() {
    const index = await this.client.index();
    this.choices.setDocuments(index.kinds, await index.facets());
  }

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
    if (!text || (this.#rest && text === this.#shown?.text)) return; // a space more
    try {
      const [response] = await Promise.all([this.client.search(text), this.#prepareChoices()]);
      const { index, hits, clauses } = response;
      const chosen = this.choices.chosenOf(hits);
      const stems = stemsOf(clauses);
      const answer = { text, chosen, index, stems, clausesOfWord: matcherOf(stems, index) };
      const isTyping = Boolean(this.#rest && this.#shown);
      const results = await this.results.fetched(answer, 0, isTyping ? WHILE_TYPING : AT_A_TIME);
      if (request !== this.#request) return;
      this.#shown = answer;
      this.#keepFocus(() => {
        this.results.show(answer, results);
        this.#showSummary(text, response, chosen.length);
        if (isTyping) setHidden(this.part("more"), true);
        else this.#showTheRest(hits);
      });
    } catch {
      if (request === this.#request) this.#keepFocus(() => this.#showFailure());
    }
  }

  // What can wait until the reader rests.
  #showTheRest(hits) {
    const { text, index, chosen } = this.#shown;
    const { one, many } = this.root.dataset;
    const show = this.part("show");
    setText(show, show.dataset.show.replace("{what}", interpolate(chosen.length === 1 ? one : many, { n: chosen.length })));
    const checked = this.choices.boxes.filter((box) => box.checked).length;
    setHidden(this.part("chosen-number"), !checked);
    setText(this.part("chosen-number").querySelector("span"), String(checked));
    document.title = document.title.replace(/^.*?( – |$)/, `${interpolate(index.uiStrings.title, { asked: text })}$1`);
    this.choices.show(this.choices.countsOf(hits));
    this.results.showExcerpts();
    this.#offerMore();
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
    if (this.part("count").textContent === found) return; // said already
    this.part("count").textContent = found;
    setHidden(this.part("none"), count > 0);
    setHidden(this.part("unfiltered"), count > 0 || !hits.length);
    if (!count) this.#showWays(text, uiStrings);
    setHidden(this.part("mended"), !mended.length);
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

  #offerMore() {
    const { chosen, index } = this.#shown;
    const left = chosen.length - this.results.length;
    setHidden(this.part("more"), left <= 0);
    setText(this.part("more").querySelector("button"), interpolate(index.uiStrings.more, { n: Math.min(left, AT_A_TIME) }));
  }

  async #showMore() {
    const [request, from] = [this.#request, this.results.length];
    const results = await this.results.fetched(this.#shown, from, AT_A_TIME);
    if (request !== this.#request || from !== this.results.length) return; // another search, or pressed twice
    this.results.append(results);
    this.results.list.children[from].querySelector("a").focus();
    this.results.showExcerpts();
    this.#offerMore();
  }

  #showFailure() {
    this.part("count").textContent = this.root.dataset.failed;
    this.results.clear();
    this.part("more").hidden = true;
    this.part("mended").hidden = true;
    this.part("none").hidden = false;
  }

  // ---- Before anything is searched ----

  #startRecent() {
    const box = this.part("remember");
    // Ticked before this script was here; on the way back the browser does it, and nobody has chosen.
    const [{ type }] = performance.getEntriesByType("navigation");
    if (box.checked && type === "navigate") recent.setEnabled(true);
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
