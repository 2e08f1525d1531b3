// How far a misspelt word lies from one that may be meant, as generator/exempelbank/search/spelling.py does it.

export class Spelling {
  constructor({ alike, slight }) {
    this.alike = new Set(alike.flatMap((pair) => [pair, pair[1] + pair[0]]));
    this.slight = slight;
  }

  distance(written, meant, most) {
    if (Math.abs(written.length - meant.length) > most) return most + 1;
    let before = [];
    let last = [0];
    for (let j = 0; j < meant.length; j += 1) last.push(last[j] + this.#single(meant, j));
    for (let i = 0; i < written.length; i += 1) {
      const row = [last[0] + this.#single(written, i)];
      for (let j = 0; j < meant.length; j += 1) {
        const [letter, other] = [written[i], meant[j]];
        const same = letter === other ? 0 : this.alike.has(letter + other) ? this.slight : 1;
        let slips = Math.min(last[j + 1] + this.#single(written, i), row[j] + this.#single(meant, j), last[j] + same);
        if (i && j && letter === meant[j - 1] && written[i - 1] === other) {
          slips = Math.min(slips, before[j - 1] + this.slight);
        }
        row.push(slips);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, last] = [last, row];
    }
    return last.at(-1);
  }

  #single(word, at) {
    return at && word[at] === word[at - 1] ? this.slight : 1;
  }
}
