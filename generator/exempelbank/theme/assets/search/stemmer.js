// A word -> its stem, as generator/exempelbank/search/stemmer.py does it, where the steps are explained; a test holds
// the two equal. The tables come with the index.

const compiled = (rules) => rules.map(([last, ending, rest]) => [last, new RegExp(ending, "u"), rest]);
const endsInOne = (word, endings) => endings.some((ending) => word.endsWith(ending));
const lastOf = (word, length) => word.slice(-length);

// What ends alike is looked through together, which is several times faster.
function byLast(length, values, wordOf = (value) => value) {
  const groups = new Map();
  for (const value of values) {
    const last = lastOf(wordOf(value), length);
    groups.set(last, [...(groups.get(last) ?? []), value]);
  }
  return (word) => groups.get(lastOf(word, length)) ?? [];
}

export class Stemmer {
  constructor(tables) {
    Object.assign(this, tables);
    this.protectedWords = new Set(tables.protectedWords);
    this.upToRegion = new RegExp(`^${tables.upToRegion}`, "u");
    this.endsInI = new RegExp(tables.endsInI, "u");
    for (const rules of ["wholeForms", "fleetingVowels", "doubled"]) this[rules] = compiled(tables[rules]);
    const plurals = Object.entries(tables.irregularPlurals).flatMap(([plural, singular]) =>
      tables.afterPlural.map((after) => [plural + after, singular]),
    );
    this.pluralsLike = byLast(this.shortestStem, plurals, ([plural]) => plural);
    this.protectedLike = byLast(this.shortestStem, tables.protectedEndings);
    this.inflectionsLike = byLast(1, tables.inflections);
    this.endingsLike = byLast(1, tables.endings);
  }

  stemOf(form) {
    const word = this.#singular(form);
    const base = this.#protectedBase(word);
    if (base) return base;
    const upToRegion = this.upToRegion.exec(word);
    if (!upToRegion) return word;
    const region = Math.max(upToRegion[0].length, this.shortestStem);
    const nominative = this.#nominative(word, region);
    const baseOfIt = nominative === word ? null : this.#protectedBase(nominative);
    if (baseOfIt) return baseOfIt;
    let stem = this.#withoutEnding(nominative, region);
    if (nominative.length - stem.length <= this.longestDefiniteEnding) stem = this.#changed(stem, this.wholeForms);
    stem = this.#changed(stem, this.fleetingVowels);
    if (stem.length - 2 >= region && endsInOne(stem, this.pairs)) stem = stem.slice(0, -1);
    const ending = this.adjectiveEndings.find((one) => stem.endsWith(one) && stem.length - one.length >= region);
    if (ending) stem = stem.slice(0, -ending.length);
    return this.#changed(stem, this.doubled);
  }

  #singular(word) {
    const found = this.pluralsLike(word).find(([plural]) => word.endsWith(plural));
    return found ? word.slice(0, word.length - found[0].length) + found[1] : word;
  }

  #protectedBase(word) {
    const bases = [word];
    for (const ending of this.inflectionsLike(word)) {
      if (word.endsWith(ending)) bases.push(word.slice(0, word.length - ending.length));
    }
    return bases.find((base) => this.protectedWords.has(base)) ??
      bases.find((base) => endsInOne(base, this.protectedLike(base))) ?? null;
  }

  #nominative(word, region) {
    const inI = this.endsInI.exec(word);
    if (inI) return word.slice(0, inI.index + inI[0].length);
    const isGenitive = word.endsWith("s") && word.length > region && this.beforeGenitive.includes(word.at(-2));
    return isGenitive ? word.slice(0, -1) : word;
  }

  #withoutEnding(word, region) {
    for (const ending of this.endingsLike(word)) {
      const rest = word.slice(0, word.length - ending.length);
      if (!word.endsWith(ending) || rest.length < region) continue;
      if (ending === "et" && endsInOne(rest, this.noEt)) return word;
      if (ending === "an" && !this.beforeAn.includes(rest.at(-1))) continue;
      if (ending === "ena" && !this.beforeEna.includes(rest.at(-1))) continue;
      return rest;
    }
    return word;
  }

  #changed(word, rules) {
    return rules.reduce((stem, [last, ending, rest]) => {
      if (!last.includes(stem.at(-1))) return stem;
      const shorter = stem.replace(ending, rest);
      return shorter.length >= this.shortestStem ? shorter : stem;
    }, word);
  }
}
