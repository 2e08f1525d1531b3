// A compound -> its parts, as generator/exempelbank/search/compounds.py does it.

export class Compounds {
  constructor({ shortParts, noParts, commonParts, commonStems, compound, longestWord }, analyzer) {
    Object.assign(this, { analyzer, rules: compound, longestWord });
    this.shortParts = new Set(shortParts);
    this.noParts = new Set(noParts);
    this.commonParts = new Set(commonParts);
    this.commonStems = new Set(commonStems);
  }

  // The stems of the two parts; null when it is no compound of known words.
  async split(word, index) {
    const { shortestCompound, shortestPart } = this.rules;
    if (word.length < shortestCompound || word.length >= this.longestWord) return null;
    const whole = this.analyzer.stemOf(word);
    let best = null;
    for (let cut = shortestPart - 1; cut < word.length - shortestPart + 2; cut += 1) {
      const rest = word.slice(cut);
      const score = Math.min(cut, rest.length);
      if ((best && score <= best.score) || !this.#mayBePart(rest)) continue;
      const first = await this.#firstStem(word.slice(0, cut), index);
      const second = this.analyzer.stemOf(rest);
      if (!first || first === whole || second === whole) continue;
      if (this.commonStems.has(second) || (await index.isWord(second))) best = { score, parts: [first, second] };
    }
    return best && best.parts;
  }

  async #firstStem(first, index) {
    if (!this.#mayBePart(first)) return null;
    for (const lemma of this.lemmas(first)) {
      const known = await index.stemOfKnown(lemma);
      if (known) return known;
    }
    const stem = this.analyzer.stemOf(first);
    if (this.commonParts.has(first)) return stem;
    const stands = async (word) => (await index.entry(word))?.forms.length;
    if ("aes".includes(first.at(-1)) && stem !== first && (await stands(stem))) return stem;
    return (await stands(first)) ? first : null;
  }

  // What a first part may come from: arbets -> arbete, skol -> skola, hälso -> hälsa.
  lemmas(first) {
    const lemmas = [first, `${first}a`, `${first}e`];
    if (this.rules.linkingLetters.includes(first.at(-1)) && first.length > this.rules.shortestPart - 1) {
      const bare = first.slice(0, -1);
      lemmas.push(bare, `${bare}a`, `${bare}e`);
    }
    return lemmas;
  }

  #mayBePart(form) {
    if (this.noParts.has(form) || this.analyzer.stopWords.has(form)) return false;
    return form.length >= this.rules.shortestPart || this.shortParts.has(form);
  }
}
