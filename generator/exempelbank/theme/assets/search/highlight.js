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

export function highlighted(text, stems, index) {
  const fragment = document.createDocumentFragment();
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    fragment.append(text.slice(at, match.index), ...highlightedWord(match[0], stems, index));
    at = match.index + match[0].length;
  }
  fragment.append(text.slice(at));
  return fragment;
}

function highlightedWord(word, stems, index) {
  const parts = word.split(SOFT_HYPHEN);
  if (stems.has(index.stemOf(normalized(parts.join(""))))) return [mark(parts.join(""))];
  const nodes = [];
  for (let from = 0; from < parts.length; ) {
    let to = parts.length;
    while (to > from && !isSearched(parts.slice(from, to).join(""), to === parts.length, stems, index)) to -= 1;
    nodes.push(to > from ? mark(parts.slice(from, to).join("")) : parts[from]);
    from = Math.max(to, from + 1);
  }
  return nodes;
}

function isSearched(part, isLast, stems, index) {
  const form = normalized(part);
  return (isLast ? [form] : index.compounds.lemmas(form)).some((lemma) => stems.has(index.stemOf(lemma)));
}

export function mark(text) {
  return Object.assign(document.createElement("mark"), { textContent: text });
}
