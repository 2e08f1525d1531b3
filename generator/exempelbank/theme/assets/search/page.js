// The search page: the question and the choices stand in its address, so that they can be sent to a
// colleague, and the back button undoes them.

import { Answers, filled } from "./answers.js";
import { markedText, stemsOf } from "./marks.js";
import { recent } from "./recent.js";

const PAUSE = 20; // milliseconds
const AT_FIRST = 10; // in each group

export function start(root, form) {
  new SearchPage(root, form);
}

class SearchPage {
  #turn = 0;
  #timer;

  constructor(root, form) {
    Object.assign(this, { root, form, field: form.elements.q, answers: new Answers(form) });
    this.filters = root.querySelector('[data-part="filters"]');
    this.kindWord = this.filters.dataset.kind;
    this.boxes = [...this.filters.querySelectorAll("input")];
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      recent.add(this.field.value);
      this.#go(history.pushState);
    });
    this.field.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#go(history.replaceState), PAUSE);
    });
    this.filters.addEventListener("change", () => this.#go(history.pushState));
    this.filters.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("popstate", () => this.#read());
    this.#startRecent();
    if (this.field.value) this.#go(history.replaceState); // typed while this script was fetched
    else this.#read();
    recent.add(this.field.value);
  }

  part(name) {
    return this.root.querySelector(`[data-part="${name}"]`);
  }

  // ---- The address ----

  #go(change) {
    const address = new URLSearchParams();
    if (this.field.value.trim()) address.set("q", this.field.value.trim());
    for (const box of this.boxes) if (box.checked) address.append(box.name, box.value);
    change.call(history, null, "", address.size ? `?${address}` : location.pathname);
    this.#show();
  }

  #read() {
    const address = new URLSearchParams(location.search);
    this.field.value = address.get("q") ?? "";
    for (const box of this.boxes) box.checked = address.has(box.name, box.value);
    this.#show();
  }

  // ---- What is found ----

  async #show() {
    const turn = (this.#turn += 1);
    const asked = this.field.value.trim();
    this.part("before").hidden = Boolean(asked);
    this.part("answers").hidden = !asked;
    if (!asked) return this.#showRecent();
    try {
      const answer = await this.answers.to(asked);
      const facets = await this.#facets(answer.index);
      const chosen = answer.hits.filter(({ text }) => this.#isChosen(text, facets, answer.index));
      const groups = await this.#groups(answer, chosen);
      if (turn !== this.#turn) return;
      this.#count(answer, facets);
      this.part("groups").replaceChildren(...groups);
      this.#tell(asked, answer, chosen);
    } catch {
      if (turn === this.#turn) this.#fail();
    }
  }

  #tell(asked, { index: { says }, meant, hits }, chosen) {
    const many = chosen.length;
    const words = many === 1 ? says.one : many ? says.many : says.none;
    this.part("count").textContent = filled(words, { n: many, asked });
    document.title = document.title.replace(/^.*?( – |$)/, `${filled(says.title, { asked })}$1`);
    this.part("none").hidden = many > 0;
    this.part("unfiltered").hidden = many > 0 || !hits.length;
    this.part("meant").hidden = !meant.size;
    this.part("meant").replaceChildren(...[...meant].map(([word, like]) => this.#meant(word, like, asked, says)));
  }

  #meant(word, like, asked, says) {
    const [before, after] = filled(says.meant, { word }).split("{like}");
    const line = document.createElement("span");
    const link = document.createElement("a");
    const address = new URLSearchParams([["q", asked.toLowerCase().replace(word, like)]]);
    Object.assign(link, { href: `?${address}`, textContent: like });
    line.append(before, link, `${after} `);
    return line;
  }

  // By kind, that of the best answer first.
  async #groups({ index, wants }, chosen) {
    const stems = stemsOf(wants);
    const byKind = new Map();
    for (const { text } of chosen) {
      const kind = index.kindOf(text);
      byKind.set(kind, [...(byKind.get(kind) ?? []), text]);
    }
    return Promise.all([...byKind].map(([kind, texts]) => this.#group(kind, texts, stems, index, byKind.size > 1)));
  }

  async #group(kind, texts, stems, index, isOneOfMany) {
    const group = this.part("group").content.firstElementChild.cloneNode(true);
    const [heading, list, more] = group.children;
    heading.textContent = `${index.says.kinds[kind].many} (${texts.length})`;
    heading.hidden = !isOneOfMany;
    const show = async (from, to) => {
      const shown = await Promise.all(texts.slice(from, to).map((text) => this.answers.shown(text)));
      list.append(...shown.map((one) => this.#row(one, stems, index)));
      more.hidden = to >= texts.length;
    };
    more.querySelector("button").textContent = filled(index.says.more, { n: texts.length - AT_FIRST });
    more.addEventListener("click", async () => {
      await show(AT_FIRST, texts.length);
      list.children[AT_FIRST].querySelector("a").focus();
    });
    await show(0, AT_FIRST);
    return group;
  }

  #row({ kind, above, title, summary, href }, stems, index) {
    const template = this.root.querySelector(`template[data-kind="${kind}"]`) ?? this.root.querySelector("template[data-kind]");
    const row = template.content.firstElementChild.cloneNode(true);
    row.querySelector(".eb-eyebrow > :last-child").textContent = above;
    const link = row.querySelector("h3 a");
    link.href = href;
    link.append(markedText(title, stems, index));
    row.querySelector("h3 + p").append(markedText(summary, stems, index));
    return row;
  }

  #fail() {
    this.part("count").textContent = this.root.dataset.failed;
    this.part("groups").replaceChildren();
    this.part("none").hidden = false;
  }

  // ---- Choices ----

  async #facets(index) {
    const held = await index.facets();
    const sets = new Map();
    for (const { name, value } of this.boxes) {
      if (name !== this.kindWord) sets.set(`${name} ${value}`, new Set(held[name]?.[value]));
    }
    return sets;
  }

  // Within a facet any of the values will do; every facet chosen from must agree.
  #isChosen(text, facets, index, except = "") {
    const chosen = this.boxes.filter((box) => box.checked && box.name !== except);
    const names = [...new Set(chosen.map((box) => box.name))];
    return names.every((name) => chosen.some((box) => box.name === name && this.#has(text, box, facets, index)));
  }

  #has(text, { name, value }, facets, index) {
    return name === this.kindWord ? index.kindOf(text) === value : facets.get(`${name} ${value}`).has(text);
  }

  // How many each choice would show, given the choices in the other facets.
  #count({ hits, index }, facets) {
    for (const name of new Set(this.boxes.map((box) => box.name))) {
      const others = hits.filter(({ text }) => this.#isChosen(text, facets, index, name));
      let any = false;
      for (const box of this.boxes.filter((one) => one.name === name)) {
        const many = others.filter(({ text }) => this.#has(text, box, facets, index)).length;
        const choice = box.closest("label");
        choice.querySelector("[data-count]").textContent = many;
        choice.hidden = !many && !box.checked;
        any ||= !choice.hidden;
      }
      this.filters.querySelector(`[data-facet="${name}"]`).hidden = !any;
    }
  }

  // ---- Before anything is asked ----

  #startRecent() {
    const box = this.part("remember");
    box.checked = recent.chosen;
    box.addEventListener("change", () => {
      recent.choose(box.checked);
      recent.add(this.field.value);
      this.#showRecent();
    });
  }

  #showRecent() {
    const asked = recent.asked;
    this.part("recent").hidden = !asked.length;
    this.part("recent").querySelector("ul").replaceChildren(...asked.map((one) => {
      const item = document.createElement("li");
      const link = Object.assign(document.createElement("a"), { className: "eb-tag", textContent: one });
      link.href = `?${new URLSearchParams([["q", one]])}`;
      item.append(link);
      return item;
    }));
  }
}
