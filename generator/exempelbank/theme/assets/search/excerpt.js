// The sentence of a body that shows best why it was found: its words marked, and a text fragment that leads to the
// same place on the page (https://wicg.github.io/scroll-to-text-fragment/). Browsers that know none go to the top.

import { fold, normalized } from "./analysis.js";
import { mark } from "./highlight.js";

const SENTENCE = /(?<=[.?!])\s+|\n/u;
const WORD = /[\p{L}\p{N}]+/gu;
const BEFORE = 40; // letters before the first mark, and in all
const LONGEST = 180;
const SHORTEST_PART = 4; // letters of a stem within another word

// A word of a text -> the clauses it meets. Readers' texts use the same words over and over: each is judged once.
export function matcherOf(stems, index) {
  const wanted = [...stems].filter(([, clauses]) => clauses.size).map(([stem, clauses]) => [stem, fold(stem), clauses]);
  const known = new Map();
  return (written) => {
    if (!known.has(written)) known.set(written, clausesOf(normalized(written), wanted, index));
    return known.get(written);
  };
}

function clausesOf(word, wanted, index) {
  const folded = fold(word);
  const near = wanted.filter(([, stem]) => stem[0] === folded[0] || folded.includes(stem));
  if (!near.length) return [];
  const own = index.stemOf(word);
  const isPart = (stem) => stem.length >= SHORTEST_PART && (word.startsWith(stem) || own.endsWith(stem));
  return near.flatMap(([stem, , clauses]) => (own === stem || isPart(stem) ? [...clauses] : []));
}

// {content, fragment}, or null when the body has no more of the query than `met`, the clauses shown already.
export function excerptOf(body, met, clausesOfWord) {
  let best = { fresh: 0 };
  for (const sentence of body.split(SENTENCE)) {
    const words = [...sentence.matchAll(WORD)];
    const clauses = words.map(([word]) => clausesOfWord(word));
    const fresh = new Set(clauses.flat().filter((clause) => !met.has(clause))).size;
    if (fresh > best.fresh) best = { sentence, words, marked: clauses.map((some) => some.length > 0), fresh };
  }
  return best.fresh ? { content: contentOf(best), fragment: fragmentTo(best) } : null;
}

function contentOf({ sentence, words, marked }) {
  const content = document.createDocumentFragment();
  const first = words[marked.indexOf(true)].index;
  const start = sentence.length > LONGEST ? words.find(({ index }) => index >= first - BEFORE).index : 0;
  let at = start;
  if (start) content.append("… ");
  words.forEach(({ 0: word, index }, number) => {
    if (index < start || index > start + LONGEST) return;
    content.append(sentence.slice(at, index), marked[number] ? mark(word) : word);
    at = index + word.length;
  });
  content.append(at + 1 < sentence.length ? " …" : sentence.slice(at));
  return content;
}

// The word with its neighbours: alone it may stand somewhere else first. A dash has a meaning of its own there.
function fragmentTo({ sentence, words, marked }) {
  const number = marked.indexOf(true);
  const [from, to] = [words[Math.max(0, number - 1)], words[Math.min(words.length - 1, number + 1)]];
  const phrase = sentence.slice(from.index, to.index + to[0].length);
  return `#:~:text=${encodeURIComponent(phrase).replaceAll("-", "%2D")}`;
}
