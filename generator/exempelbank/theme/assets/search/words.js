// Text -> words -> stems, as generator/exempelbank/search/words.py does it; a test holds the two equal. The lists
// and rules come with the index.

import { snowball } from "./snowball.js";

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const ALIKE = new Map(Object.entries({ ø: "ö", æ: "ä", ß: "ss", đ: "d", ł: "l", ı: "i" }));
const FOLD = new Map(Object.entries({ å: "a", ä: "a", ö: "o" }));
const WORD = /[\p{L}\p{N}]+/gu;
const HYPHENED = /[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)+/gu;

// Small letters, one spelling for what looks the same. Length may change.
export function spelled(text) {
  const small = text.normalize("NFKC").toLowerCase().replace(INVISIBLE, "");
  return small.replace(/[^\x00-\x7fåäö]/gu, (letter) => {
    const alike = ALIKE.get(letter) ?? letter;
    return /[\x00-\x7fåäö]/u.test(alike) ? alike : alike.normalize("NFD").replace(/\p{Mn}/gu, "");
  });
}

export const fold = (word) => word.replace(/[åäö]/gu, (letter) => FOLD.get(letter));

export class Words {
  #stems = new Map();

  constructor({ stopWords, longestWord, stem }) {
    this.stopWords = new Set(stopWords);
    this.longest = longestWord;
    this.rules = stem;
    this.inflections = [...stem.inflections].sort((a, b) => a.length - b.length);
    const compiled = (rules) => rules.map(([ending, rest]) => [new RegExp(ending, "u"), rest]);
    this.definite = compiled(stem.definite);
    this.comingAndGoing = compiled(stem.comingAndGoing);
  }

  in(text) {
    return (spelled(text).match(WORD) ?? []).map((word) => this.#short(word));
  }

  // Words with hyphens, written together: "bank-id" -> bankid.
  joinedIn(text) {
    return (spelled(text).match(HYPHENED) ?? []).map((word) => this.#short(word.replace(/[-‐‑]/gu, "")));
  }

  #short(word) {
    return word.length > this.longest ? [...word].slice(0, this.longest).join("") : word;
  }

  // What the forms of a word share, spelled: hjälpmedlen, hjälpmedel -> hjälpmedl.
  stem(word) {
    let found = this.#stems.get(word);
    if (found === undefined) this.#stems.set(word, (found = this.#stem(word)));
    return found;
  }

  #stem(word) {
    for (const ending of this.inflections) {
      const rest = word.slice(0, word.length - ending.length);
      if (word.endsWith(ending) && this.rules.kept.some((kept) => rest.endsWith(kept))) return this.#withBaseVowel(rest);
    }
    let found = snowball(word);
    const short = word.length - found.length <= this.rules.longestDefinite;
    for (const [ending, rest] of short ? [...this.definite, ...this.comingAndGoing] : this.comingAndGoing) {
      const shorter = found.replace(ending, rest);
      if (shorter.length >= this.rules.shortest) found = shorter;
    }
    return this.#withBaseVowel(found);
  }

  #withBaseVowel(found) {
    for (const [changed, base] of Object.entries(this.rules.changedVowels)) {
      if (found.endsWith(changed)) return found.slice(0, -changed.length) + base;
    }
    return found;
  }
}
