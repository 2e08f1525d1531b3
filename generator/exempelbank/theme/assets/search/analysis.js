// Text -> words -> stems, as generator/exempelbank/search/analysis.py does it; a test holds the two equal. The
// lists and rules come with the index.

import { snowball } from "./snowball.js";

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const WITHOUT_MARK = new Map(Object.entries({ ø: "ö", æ: "ä", ß: "ss", đ: "d", ł: "l", ı: "i" }));
const FOLDED = new Map(Object.entries({ å: "a", ä: "a", ö: "o" }));
const WORD = /[\p{L}\p{N}]+/gu;
const HYPHENATED = /[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)+/gu;

// Small letters, one spelling for what looks the same. Length may change.
export function normalized(text) {
  const small = text.normalize("NFKC").toLowerCase().replace(INVISIBLE, "");
  return small.replace(/[^\x00-\x7fåäö]/gu, (foreign) => {
    const letter = WITHOUT_MARK.get(foreign) ?? foreign;
    return /[\x00-\x7fåäö]/u.test(letter) ? letter : letter.normalize("NFD").replace(/\p{Mn}/gu, "");
  });
}

export const fold = (word) => word.replace(/[åäö]/gu, (letter) => FOLDED.get(letter));

export class Analyzer {
  #stems = new Map();

  constructor({ stopWords, longestWord, stemming }) {
    this.stopWords = new Set(stopWords);
    this.longestWord = longestWord;
    this.rules = stemming;
    this.inflections = [...stemming.inflections].sort((a, b) => a.length - b.length);
    const compiled = (rules) => rules.map(([ending, rest]) => [new RegExp(ending, "u"), rest]);
    this.definiteForms = compiled(stemming.definiteForms);
    this.fleetingVowels = compiled(stemming.fleetingVowels);
  }

  wordsIn(text) {
    return (normalized(text).match(WORD) ?? []).map((word) => this.#short(word));
  }

  // Words with hyphens, written together: "bank-id" -> bankid.
  joinedWordsIn(text) {
    return (normalized(text).match(HYPHENATED) ?? []).map((word) => this.#short(word.replace(/[-‐‑]/gu, "")));
  }

  #short(word) {
    return word.length > this.longestWord ? [...word].slice(0, this.longestWord).join("") : word;
  }

  // What the forms of a word share: hjälpmedlen, hjälpmedel -> hjälpmedl.
  stemOf(word) {
    let stem = this.#stems.get(word);
    if (stem === undefined) this.#stems.set(word, (stem = this.#stemOf(word)));
    return stem;
  }

  #stemOf(word) {
    const { protectedEndings } = this.rules;
    for (const ending of this.inflections) {
      if (!word.endsWith(ending)) continue;
      const base = word.slice(0, word.length - ending.length);
      if (protectedEndings.some((other) => base.endsWith(other))) return this.#withBaseVowel(base);
    }
    let stem = snowball(word);
    const short = word.length - stem.length <= this.rules.longestDefiniteEnding;
    for (const [ending, rest] of short ? [...this.definiteForms, ...this.fleetingVowels] : this.fleetingVowels) {
      const shorter = stem.replace(ending, rest);
      if (shorter.length >= this.rules.shortestStem) stem = shorter;
    }
    return this.#withBaseVowel(stem);
  }

  #withBaseVowel(stem) {
    for (const [umlaut, base] of Object.entries(this.rules.umlauts)) {
      if (stem.endsWith(umlaut)) return stem.slice(0, -umlaut.length) + base;
    }
    return stem;
  }
}
