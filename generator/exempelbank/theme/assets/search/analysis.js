// Text -> words -> stems, as generator/exempelbank/search/analysis.py does it; a test holds the two equal. The
// lists and rules come with the index.

import { Stemmer } from "./stemmer.js";

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
    this.stemmer = new Stemmer(stemming);
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
    if (stem === undefined) this.#stems.set(word, (stem = this.stemmer.stemOf(word)));
    return stem;
  }
}
