// Marks in a text what answered the question: whole words, and the parts of compounds, which soft
// hyphens divide in the index. All text becomes text nodes; nothing is read as HTML.

import { spelled } from "./words.js";

const WORD = /[\p{L}\p{N}\u00ad]+/gu;
const CUT = "\u00ad";

// The stems that any of the ways looked for.
export function stemsOf(wants) {
  const keys = wants.flatMap((want) => want.ways.flatMap((way) => way.keys));
  return new Set(keys.flatMap((key) => key.split(" ")));
}

export function markedText(text, stems, index) {
  const fragment = document.createDocumentFragment();
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    fragment.append(text.slice(at, match.index), ...markedWord(match[0], stems, index));
    at = match.index + match[0].length;
  }
  fragment.append(text.slice(at));
  return fragment;
}

function markedWord(word, stems, index) {
  const parts = word.split(CUT);
  if (stems.has(index.stem(spelled(parts.join(""))))) return [mark(parts.join(""))];
  const nodes = [];
  for (let from = 0; from < parts.length; ) {
    let to = parts.length;
    while (to > from && !isMeant(parts.slice(from, to).join(""), to === parts.length, stems, index)) to -= 1;
    nodes.push(to > from ? mark(parts.slice(from, to).join("")) : parts[from]);
    from = Math.max(to, from + 1);
  }
  return nodes;
}

function isMeant(part, isLast, stems, index) {
  const form = spelled(part);
  return (isLast ? [form] : index.compounds.lemmas(form)).some((lemma) => stems.has(index.stem(lemma)));
}

function mark(text) {
  return Object.assign(document.createElement("mark"), { textContent: text });
}
