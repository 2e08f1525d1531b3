// A word that no text holds -> the words that are near it: generator/exempelbank/search/corrections.py step by step,
// where the steps are explained.

import { fold } from "./analysis.js";

// [{entry, edits}], the likeliest first.
export async function correctionsOf(word, index) {
  const { shortestMisspelt, twoEditsFrom, beyondNearest } = index.ranking;
  if (word.length < shortestMisspelt) return [];
  const limit = word.length >= twoEditsFrom ? 2 : 1;
  const edits = await editsByStem(word, limit, index);
  const fewest = Math.min(limit + 1, ...edits.values());
  if (fewest > limit) return [];
  const stems = [...edits.keys()].filter((stem) => edits.get(stem) <= fewest + beyondNearest);
  const nearest = (await Promise.all(stems.map((stem) => index.entry(stem)))).filter(Boolean);
  return nearest.map((entry) => ({ entry, edits: edits.get(entry.stem) })).sort((a, b) =>
    a.edits - b.edits || b.entry.frequencyClass - a.entry.frequencyClass || (a.entry.stem < b.entry.stem ? -1 : 1),
  );
}

// The form that was likely meant, or undefined.
export function likeliestForm(word, corrections, hasDiacritics, index) {
  const used = corrections.filter(({ entry }) => entry.frequencyClass);
  const meant = used.map(({ entry }) => entry.forms.filter((form) => mayBeMeant(word, form, hasDiacritics)));
  const forms = meant.find((some) => some.length) ?? [];
  const edits = forms.map((form) => index.editDistance.between(word, form, index.ranking.mostEditsToForm));
  return forms[edits.indexOf(Math.min(...edits))];
}

function mayBeMeant(word, form, hasDiacritics) {
  if (word[0] !== form[0]) return !hasDiacritics && fold(word[0]) === fold(form[0]);
  const marked = (text) => (text.match(/[åäö]/gu) ?? []).join("");
  return !hasDiacritics || marked(word) === marked(form);
}

async function editsByStem(word, limit, index) {
  const { suffixLength, editDistance, ranking: { padding } } = index;
  const folded = fold(word);
  const anyWithin = (edits) => Math.min(limit + 1, ...edits.values()) <= limit;
  let edits = await editsOfForms(folded, folded.slice(0, suffixLength), limit, index);
  const beginsOtherwise = new Map();
  const padded = index.stemOf(padding + word);
  const unpadded = padded.startsWith(padding) ? padded.slice(padding.length) : padded;
  for (const typed of new Set([index.stemOf(word), unpadded].map(fold))) {
    for (const stem of await index.withSuffix(typed.slice(-suffixLength))) {
      const ofThese = fold(stem[0]) === folded[0] ? edits : beginsOtherwise;
      const before = ofThese.get(stem) ?? limit + 1;
      ofThese.set(stem, Math.min(before, editDistance.between(typed, fold(stem), limit)));
    }
  }
  if (!anyWithin(edits)) edits = await editsOfForms(folded, folded[0], limit, index);
  return anyWithin(edits) ? edits : beginsOtherwise;
}

async function editsOfForms(folded, prefix, limit, index) {
  const entries = (await index.withPrefix(prefix)).filter(({ forms }) => forms.length);
  const distance = (form) => index.editDistance.between(folded, fold(form), limit);
  return new Map(entries.map(({ stem, forms }) => [stem, Math.min(...forms.map(distance))]));
}
