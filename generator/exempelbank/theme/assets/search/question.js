// A question -> wants, each met by any of several keys: generator/exempelbank/search/question.py step by step,
// where the steps are explained.

import { fold } from "./words.js";

export async function questionFrom(asked, index) {
  const { analysis, ranking } = index;
  const words = analysis.in(asked).slice(0, ranking.mostWords);
  const told = words.filter((word) => !analysis.stopWords.has(word));
  if (!told.length) told.push(...words);
  const reader = new Reader(index, words.some((word) => /[åäö]/u.test(word)));
  await Promise.all(told.map((word) => index.near(fold(word)))); // at once, not one after the other
  const goesOn = words.length > 0 && told.at(-1) === words.at(-1);
  const wants = [];
  for (let at = 0; at < told.length; ) {
    const last = goesOn && at === told.length - 1;
    const want = (await reader.phrase(told.slice(at))) ?? (await reader.joined(told.slice(at, at + 2))) ??
      { words: [told[at]], ways: await reader.word(told[at], last), counts: true };
    wants.push(want);
    at += want.words.length;
  }
  for (const word of analysis.joinedIn(asked)) {
    wants.push({ words: [word], ways: [way([index.stem(word)], 1, "joined")], counts: false });
  }
  return { wants, meant: reader.meant };
}

const way = (keys, weight, why) => ({ keys, weight, why });

function synonymWays(entry, weight) {
  return (entry?.synonyms ?? []).map(([key, counts]) => way([key], weight * counts, "synonym"));
}

function waysTo(entry, weight, why) {
  return [way([entry.key], weight, why), ...synonymWays(entry, weight)];
}

class Reader {
  meant = new Map();

  constructor(index, hasRings) {
    Object.assign(this, { index, hasRings, weights: index.ranking.weights });
  }

  phraseOf(words) {
    return words.map((word) => this.index.stem(word)).join(" ");
  }

  async phrase(told) {
    for (let length = Math.min(this.index.longestPhrase, told.length); length > 1; length -= 1) {
      const words = told.slice(0, length);
      const entry = await this.index.entry(this.phraseOf(words));
      if (!entry?.synonyms.length) continue;
      const ways = waysTo(entry, this.weights.phrase, "phrase");
      return { words, ways: [...ways, ...(await this.#behind(words))], counts: true };
    }
    return null;
  }

  async joined(pair) {
    if (pair.length < 2) return null;
    const compounds = await this.#compoundsOf(this.phraseOf(pair), pair.join(""));
    if (!compounds.length) return null;
    const ways = compounds.flatMap((entry) => waysTo(entry, this.weights.joined, "joined"));
    return { words: pair, ways: [...ways, ...(await this.#behind(pair))], counts: true };
  }

  async #behind(words) {
    const ways = [];
    for (const word of words) {
      for (const entry of await this.#same(word)) {
        ways.push(way([entry.key], this.weights.behind * this.#likeness(word, entry), "word"));
      }
    }
    return ways;
  }

  async word(word, goesOn) {
    const same = await this.#same(word);
    const ways = [];
    let known = false;
    for (const entry of same) {
      const weight = this.#likeness(word, entry);
      known ||= weight > this.weights.otherwise;
      ways.push(...waysTo(entry, weight, "word"));
    }
    if (word.length >= this.index.ranking.shortestBegun && (goesOn || !known)) {
      ways.push(...(await this.#begun(word, new Set(same.map((entry) => entry.key)), known)));
    }
    const parts = await this.index.compounds.split(word, this.index);
    if (parts) {
      for (const entry of known ? [] : await this.#compoundsOf(parts.join(" "), word)) {
        known = true;
        ways.push(...waysTo(entry, 1, "word"));
      }
      ways.push(...(await this.#inParts(parts, known)));
    }
    if (!known && !(await this.#anyHeld(ways))) ways.push(...(await this.#misspelt(word)));
    if (!known && !ways.length) ways.push(...(await this.#half(word)));
    return ways;
  }

  async #same(word) {
    const [folded, key] = [fold(word), fold(this.index.stem(word))];
    const near = await this.index.near(folded);
    const formed = near.filter((entry) => entry.forms.some((form) => fold(form) === folded));
    return formed.length ? formed : near.filter((entry) => entry.folded === key);
  }

  #likeness(word, entry) {
    if (entry.key === this.index.stem(word) || entry.forms.includes(word)) return 1;
    return this.hasRings ? this.weights.otherwise : this.weights.plain;
  }

  async #begun(word, besides, known) {
    const begins = (entry) => !this.hasRings || entry.forms.some((form) => form.startsWith(word));
    const found = (await this.index.startingWith(fold(word)))
      .filter((entry) => entry.forms.length && !besides.has(entry.key) && begins(entry))
      .sort((a, b) => b.texts - a.texts || (a.key < b.key ? -1 : 1));
    const weight = known ? this.weights.begun_known : this.weights.begun;
    return found.slice(0, this.index.ranking.mostBegun).map((entry) => way([entry.key], weight, "begun"));
  }

  async #compoundsOf(parts, together) {
    const key = this.index.stem(together);
    const near = await this.index.near(fold(together));
    return near.filter((entry) => entry.parts === parts || entry.key === key);
  }

  async #inParts(parts, known) {
    const how = known ? "_known" : "";
    const phrase = await this.index.entry(parts.join(" "));
    const ways = phrase ? [way([phrase.key], this.weights[`side_by_side${how}`], "parts"), ...synonymWays(phrase, 1)] : [];
    ways.push(way(parts, this.weights[`both${how}`], "parts"));
    for (const [part, which] of [[parts[0], "first"], [parts[1], "second"]]) {
      ways.push(way([part], this.weights[which + how], "part"));
      if (!known) ways.push(...synonymWays(await this.index.entry(part), this.weights[which]));
    }
    return ways;
  }

  async #anyHeld(ways) {
    for (const { keys, why } of ways) {
      if (why === "part") continue;
      const [first, ...others] = await Promise.all(keys.map((key) => this.index.postings(key)));
      for (const text of first.keys()) {
        if (others.every((other) => other.has(text))) return true;
      }
    }
    return false;
  }

  async #misspelt(word) {
    const { shortestMisspelt, twoSlipsFrom } = this.index.ranking;
    if (word.length < shortestMisspelt) return [];
    const most = word.length >= twoSlipsFrom ? 2 : 1;
    const slips = await this.#slipsToWordsNear(word, most);
    const fewest = Math.min(most + 1, ...slips.values());
    if (fewest > most) return [];
    const near = (await Promise.all([...slips.keys()].filter((key) => slips.get(key) <= fewest + this.weights.almost)
      .map((key) => this.index.entry(key)))).filter(Boolean);
    near.sort((a, b) => slips.get(a.key) - slips.get(b.key) || b.texts - a.texts || (a.key < b.key ? -1 : 1));
    if (near.length) this.meant.set(word, this.#likest(word, near[0].forms));
    return near.flatMap((entry) =>
      waysTo(entry, this.weights.misspelt - slips.get(entry.key) * this.weights.slip, "misspelt"),
    );
  }

  #likest(word, forms) {
    const slips = forms.map((form) => this.index.spelling.distance(word, form, this.index.ranking.likeNothing));
    return forms[slips.indexOf(Math.min(...slips))];
  }

  async #slipsToWordsNear(word, most) {
    const { ends, spelling, ranking } = this.index;
    const folded = fold(word);
    const slips = new Map();
    for (const { key, forms } of await this.index.startingWith(folded.slice(0, ends))) {
      if (!forms.length) continue;
      slips.set(key, Math.min(...forms.map((form) => spelling.distance(folded, fold(form), most))));
    }
    const late = this.index.stem(ranking.ahead + word);
    const stems = [this.index.stem(word), late.startsWith(ranking.ahead) ? late.slice(ranking.ahead.length) : late];
    for (const stemmed of new Set(stems.map(fold))) {
      for (const key of await this.index.endingWith(stemmed.slice(-ends))) {
        const before = slips.get(key) ?? most + 1;
        slips.set(key, Math.min(before, spelling.distance(stemmed, fold(key), most)));
      }
    }
    return slips;
  }

  async #half(word) {
    const folded = fold(word);
    const near = await this.index.near(folded);
    return near
      .filter(({ key, folded: begin, forms }) => forms.length && key.length > 3 && folded.startsWith(begin))
      .map(({ key }) => way([key], this.weights.half, "part"));
  }
}
