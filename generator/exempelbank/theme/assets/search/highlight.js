// Marks in a text what answered the query: whole words, and the parts of compounds, which soft hyphens
// divide in the index. All text becomes text nodes; nothing is read as HTML.

import { normalized } from "./analysis.js";

const WORD = /[\p{L}\p{N}\u00ad]+/gu;
const SOFT_HYPHEN = "\u00ad";

// The stems that any of the candidates looked for -> the clauses that they meet; none for what is only joined.
export function stemsOf(clauses) {
  const clausesOf = new Map();
  for (const clause of clauses) {
    for (const stem of clause.candidates.flatMap(({ stems }) => stems.flatMap((phrase) => phrase.split(" ")))) {
      if (!clausesOf.has(stem)) clausesOf.set(stem, new Set());
      if (clause.counts) clausesOf.get(stem).add(clause);
    }
  }
  return clausesOf;
}

// Text -> [{text, isMarked}].
export function piecesOf(text, stems, index) {
  const pieces = [];
  const add = (some, isMarked) => {
    const last = pieces.at(-1);
    if (last && !isMarked && !last.isMarked) last.text += some;
    else if (some) pieces.push({ text: some, isMarked });
  };
  let at = 0;
  for (const { 0: word, index: start } of text.matchAll(WORD)) {
    add(text.slice(at, start), false);
    addWord(word, stems, index, add);
    at = start + word.length;
  }
  add(text.slice(at), false);
  return pieces;
}

function addWord(word, stems, index, add) {
  const parts = word.split(SOFT_HYPHEN);
  const whole = parts.join("");
  if (stems.has(index.stemOf(normalized(whole)))) return add(whole, true);
  for (let from = 0; from < parts.length; ) {
    let to = parts.length;
    while (to > from && !isSearched(parts.slice(from, to).join(""), to === parts.length, stems, index)) to -= 1;
    if (to > from) add(parts.slice(from, to).join(""), true);
    else add(parts[from], false);
    from = Math.max(to, from + 1);
  }
}

export function contentOf(pieces) {
  const content = document.createDocumentFragment();
  content.append(...pieces.map(({ text, isMarked }) => (isMarked ? mark(text) : text)));
  return content;
}

function isSearched(part, isLast, stems, index) {
  const form = normalized(part);
  return (isLast ? [form] : index.compounds.lemmas(form)).some((lemma) => stems.has(index.stemOf(lemma)));
}

export function mark(text) {
  return Object.assign(document.createElement("mark"), { textContent: text });
}
