// Marks in a text what answered the query: whole words, and the parts of compounds, which soft hyphens
// divide in the index. All text becomes text nodes; nothing is read as HTML.

import { normalized } from "./analysis.js";

const WORD = /[\p{L}\p{N}\u00ad]+/gu;
const SOFT_HYPHEN = "\u00ad";

// The stems that any of the candidates looked for.
export function stemsOf(clauses) {
  const stems = clauses.flatMap((clause) => clause.candidates.flatMap((candidate) => candidate.stems));
  return new Set(stems.flatMap((stem) => stem.split(" ")));
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

function mark(text) {
  return Object.assign(document.createElement("mark"), { textContent: text });
}
