// The list of answers on the search page. A row that is as before is left alone: to draw rows anew is most of what a
// key costs.

import { setHidden } from "./elements.js";
import { excerptOf } from "./excerpt.js";
import { contentOf, piecesOf } from "./highlight.js";

export class Results {
  #rows = new Map(); // document -> Row, of those in the list
  #answer; // {chosen, index, stems, clausesOfWord}: what the list is of

  constructor(root, client) {
    Object.assign(this, { client, list: root.querySelector('[data-part="results"]') });
    const templates = [...root.querySelectorAll("template[data-kind]")];
    this.templates = new Map(templates.map((template) => [template.dataset.kind, template.content.firstElementChild]));
    this.anyTemplate = templates[0].content.firstElementChild;
  }

  get length() {
    return this.list.children.length;
  }

  // What is shown of these answers, `count` at most.
  fetched({ chosen }, from, count) {
    return Promise.all(chosen.slice(from, from + count).map(({ doc }) => this.client.result(doc)));
  }

  show(answer, results) {
    const before = this.#rows;
    this.#answer = answer;
    this.#rows = new Map();
    for (const result of results) this.#add(result, before.get(result.doc));
    const rows = [...this.#rows.values()].map(({ element }) => element);
    const stay = new Set(rows);
    for (const element of [...this.list.children]) if (!stay.has(element)) element.remove();
    rows.forEach((element, at) => {
      if (this.list.children[at] !== element) this.list.insertBefore(element, this.list.children[at] ?? null);
    });
  }

  append(results) {
    this.list.append(...results.map((result) => this.#add(result).element));
  }

  clear() {
    this.#rows.clear();
    this.list.replaceChildren();
  }

  #add(result, same) {
    const row = same ?? new Row((this.templates.get(result.kind) ?? this.anyTemplate).cloneNode(true), result);
    row.mark(this.#answer, this.#answer.chosen[this.#rows.size].met);
    this.#rows.set(result.doc, row);
    return row;
  }

  showExcerpts() {
    for (const row of this.#rows.values()) row.showExcerpt();
  }
}

class Row {
  #marks; // where they stand, as text
  #met; // the clauses whose words the title and the summary show
  #answer;

  constructor(element, { eyebrow, ...result }) {
    Object.assign(this, { element, result, link: element.querySelector("h3 a") });
    this.summary = element.querySelector("h3 + p");
    this.excerpt = element.querySelector(".eb-excerpt");
    this.link.href = result.href;
    element.querySelector(".eb-eyebrow > :last-child").textContent = eyebrow;
  }

  // `clausesMet`: how many, in all of the text.
  mark(answer, clausesMet) {
    const { stems, index, clausesOfWord } = answer;
    const pieces = [this.result.title, this.result.summary].map((text) => piecesOf(text, stems, index));
    const marks = JSON.stringify(pieces);
    if (marks !== this.#marks) {
      this.#marks = marks;
      this.link.replaceChildren(contentOf(pieces[0]));
      this.summary.replaceChildren(contentOf(pieces[1]));
    }
    this.#answer = answer;
    this.#met = new Set(pieces.flat().flatMap(({ text, isMarked }) => (isMarked ? clausesOfWord(text) : [])));
    if (this.excerpt.hasChildNodes()) {
      this.excerpt.replaceChildren();
      this.link.href = this.result.href;
    }
    setHidden(this.excerpt, !this.result.hasBody || this.#met.size >= clausesMet); // its room is there from the beginning
  }

  async showExcerpt() {
    if (this.excerpt.hidden || this.excerpt.hasChildNodes()) return;
    const answer = this.#answer;
    const body = await answer.index.body(this.result.doc).catch(() => "");
    if (answer !== this.#answer || this.excerpt.hasChildNodes()) return; // marked anew meanwhile
    const excerpt = excerptOf(body, this.#met, answer.clausesOfWord);
    setHidden(this.excerpt, !excerpt);
    if (!excerpt) return;
    this.excerpt.append(excerpt.content);
    this.link.href += excerpt.fragment;
  }
}
