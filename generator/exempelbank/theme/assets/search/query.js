// A reader's words -> a query: clauses, each met by any of several stems. generator/exempelbank/search/query.py
// step by step, where the steps are explained.

import { fold } from "./analysis.js";
import { correctionsOf, likeliestForm } from "./corrections.js";

export async function queryFrom(text, index) {
  const { analyzer, ranking } = index;
  const words = analyzer.wordsIn(text).slice(0, ranking.mostWords);
  const onlyStopWords = words.every((word) => analyzer.stopWords.has(word));
  const isPassedOver = (word) => !onlyStopWords && analyzer.stopWords.has(word);
  const isLookedUp = (word) => !isPassedOver(word) || index.phraseOpeners.has(word);
  const parser = new Parser(index, words.some((word) => /[åäö]/u.test(word)));
  const lookedUp = words.filter(isLookedUp);
  await Promise.all(lookedUp.map((word) => index.fetchAbout(word))); // at once, not one after the other
  const number = await parser.number(words.filter((word) => !analyzer.stopWords.has(word)));
  if (number) return { clauses: [number], mended: parser.mended };
  const clauses = [];
  for (let at = 0; at < words.length; ) {
    let clause = isLookedUp(words[at]) ? await parser.phrase(words.slice(at)) : null;
    if (!clause && isPassedOver(words[at])) {
      at += 1;
      continue;
    }
    clause ??= await parser.joined(words.slice(at, at + 3));
    const mayGoOn = at === words.length - 1;
    clause ??= { words: [words[at]], candidates: await parser.word(words[at], mayGoOn), counts: true };
    clauses.push(clause);
    at += clause.words.length;
  }
  for (const word of analyzer.joinedWordsIn(text)) {
    clauses.push({ words: [word], candidates: [candidate([index.stemOf(word)], 1, "joined")], counts: false });
  }
  return { clauses, mended: parser.mended };
}

const candidate = (stems, weight, match) => ({ stems, weight, match });

function synonymsOf(entry, weight) {
  return (entry?.synonyms ?? []).map(([stem, share]) => candidate([stem], weight * share, "synonym"));
}

function withSynonyms(entry, weight, match) {
  return [candidate([entry.stem], weight, match), ...synonymsOf(entry, weight)];
}

const frequencyClass = (entry) => entry?.frequencyClass ?? 0;

const commonest = (entries) => Math.max(-1, ...entries.map(frequencyClass));

function partOf(stem, entry, weight) {
  return [candidate([stem], weight, "part"), ...synonymsOf(entry, weight)];
}

class Parser {
  mended = new Map(); // misspelt word -> the likeliest

  constructor(index, hasDiacritics) {
    Object.assign(this, { index, hasDiacritics, weights: index.ranking.weights });
  }

  #stemOfPhrase(words) {
    return words.map((word) => this.index.stemOf(word)).join(" ");
  }

  async number(words) {
    if (words.filter((word) => /[0-9]/.test(word)).length < 2) return null;
    const entry = await this.index.entry(this.index.stemOf(words.join("")));
    return entry?.frequencyClass ? { words, candidates: [candidate([entry.stem], 1, "joined")], counts: true } : null;
  }

  async phrase(words) {
    for (let length = Math.min(this.index.longestPhrase, words.length); length > 1; length -= 1) {
      const phrase = words.slice(0, length);
      const entry = await this.index.entry(this.#stemOfPhrase(phrase));
      if (!entry) continue;
      const candidates = withSynonyms(entry, this.weights.phrase, "phrase");
      return { words: phrase, candidates: [...candidates, ...(await this.#eachAlone(phrase))], counts: true };
    }
    return null;
  }

  async joined(words) {
    const pair = words.slice(0, 2);
    const compounds = await this.#joinedWithNext(words);
    if (!compounds.length) return null;
    if (commonest(await this.#joinedWithNext(words.slice(1))) > commonest(compounds)) return null;
    const candidates = compounds.flatMap((entry) => withSynonyms(entry, this.weights.joined, "joined"));
    return { words: pair, candidates: [...candidates, ...(await this.#eachAlone(pair))], counts: true };
  }

  async #joinedWithNext(words) {
    const pair = words.slice(0, 2);
    if (pair.length < 2 || pair.some((word) => this.index.analyzer.stopWords.has(word))) return [];
    return this.#compoundsOf(this.#stemOfPhrase(pair), pair.join(""));
  }

  async #eachAlone(words) {
    const content = words.filter((word) => !this.index.analyzer.stopWords.has(word));
    const stems = content.map((word) => this.index.stemOf(word));
    const candidates = stems.length > 1 ? [candidate(stems, this.weights.both_parts, "parts")] : [];
    for (const word of words) {
      for (const entry of await this.#entriesOf(word)) {
        candidates.push(candidate([entry.stem], this.weights.word_of_phrase * this.#likeness(word, entry), "part"));
      }
    }
    return candidates;
  }

  async word(word, mayGoOn) {
    const entries = await this.#entriesOf(word);
    const candidates = [];
    let known = false;
    let wellWritten = false;
    for (const entry of entries) {
      const weight = this.#likeness(word, entry);
      if (weight === 1) wellWritten = true;
      if (entry.frequencyClass && weight > this.weights.other_diacritics) known = true;
      candidates.push(...withSynonyms(entry, weight, "word"));
    }
    if (word.length >= this.index.ranking.shortestPrefix && (mayGoOn || !known)) {
      candidates.push(...(await this.#completions(word, new Set(entries.map((entry) => entry.stem)), known)));
    }
    const parts = await this.index.compounds.split(word, this.index);
    if (parts) {
      for (const entry of known ? [] : await this.#compoundsOf(parts.join(" "), word)) {
        if (entries.includes(entry)) continue;
        if (entry.frequencyClass) known = true;
        candidates.push(...withSynonyms(entry, 1, "word"));
      }
      candidates.push(...(await this.#inParts(parts, known)));
    }
    if (!known && !wellWritten && !(await this.#anyHasDocuments(candidates))) candidates.push(...(await this.#corrections(word)));
    if (!known && !candidates.length) candidates.push(...(await this.#firstPartAlone(word)));
    return candidates;
  }

  async #entriesOf(word) {
    const [folded, foldedStem] = [fold(word), fold(this.index.stemOf(word))];
    const entries = await this.index.sharingPrefixWith(folded);
    const withForm = entries.filter((entry) => entry.forms.some((form) => fold(form) === folded));
    if (withForm.length) return withForm;
    const begins = folded.startsWith(foldedStem.slice(0, this.index.prefixLength));
    const others = begins ? entries : await this.index.sharingPrefixWith(foldedStem);
    return others.filter((entry) => entry.folded === foldedStem);
  }

  #likeness(word, entry) {
    if (entry.stem === this.index.stemOf(word) || entry.forms.includes(word)) return 1;
    return this.hasDiacritics ? this.weights.other_diacritics : this.weights.without_diacritics;
  }

  async #completions(word, besides, known) {
    const isLike = (entry) => !this.hasDiacritics || entry.forms.some((form) => form.startsWith(word));
    const entries = (await this.index.withPrefix(fold(word)))
      .filter((entry) => entry.forms.length && !besides.has(entry.stem) && isLike(entry))
      .sort((a, b) => b.frequencyClass - a.frequencyClass || (a.stem < b.stem ? -1 : 1));
    const weight = known ? this.weights.completion_known : this.weights.completion;
    const { mostCompletions } = this.index.ranking;
    return entries.slice(0, mostCompletions).map((entry) => candidate([entry.stem], weight, "begun"));
  }

  async #compoundsOf(parts, joined) {
    const stem = this.index.stemOf(joined);
    const entries = await this.index.sharingPrefixWith(fold(joined));
    return entries.filter((entry) => entry.parts === parts || entry.stem === stem);
  }

  async #inParts(parts, known) {
    const ifKnown = known ? "_known" : "";
    const phrase = await this.index.entry(parts.join(" "));
    const candidates = phrase
      ? [candidate([phrase.stem], this.weights[`parts_as_phrase${ifKnown}`], "joined"), ...synonymsOf(phrase, 1)]
      : [];
    candidates.push(candidate(parts, this.weights[`both_parts${ifKnown}`], "parts"));
    if (known) return candidates;
    const [first, second] = await Promise.all(parts.map((part) => this.index.entry(part)));
    const commoner = Math.max(0, frequencyClass(first) - frequencyClass(second));
    const shift = this.weights.per_doubling * commoner;
    return [
      ...candidates,
      ...partOf(parts[0], first, Math.max(0, this.weights.first_part - shift)),
      ...partOf(parts[1], second, this.weights.second_part + shift),
    ];
  }

  async #anyHasDocuments(candidates) {
    for (const { stems, match } of candidates) {
      if (match === "part") continue;
      const [first, ...others] = await Promise.all(stems.map((stem) => this.index.postings(stem)));
      for (const doc of first.keys()) {
        if (others.every((other) => other.has(doc))) return true;
      }
    }
    return false;
  }

  async #corrections(word) {
    const corrections = await correctionsOf(word, this.index);
    const form = likeliestForm(word, corrections, this.hasDiacritics, this.index);
    if (form) this.mended.set(word, form);
    return corrections.flatMap(({ entry, edits }) =>
      withSynonyms(entry, this.weights.correction - edits * this.weights.per_edit, "misspelt"),
    );
  }

  async #firstPartAlone(word) {
    const folded = fold(word);
    const entries = await this.index.sharingPrefixWith(folded);
    return entries
      .filter((entry) => entry.forms.length && entry.stem.length > 3 && folded.startsWith(entry.folded))
      .map((entry) => candidate([entry.stem], this.weights.first_part_alone, "part"));
  }
}
