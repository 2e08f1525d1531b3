// A misspelt word and one that may be meant -> how many edits lie between, as
// generator/exempelbank/search/edit_distance.py counts them.

export class EditDistance {
  constructor({ soundAlike, slightCost }) {
    this.similarPairs = new Set(soundAlike.flatMap((pair) => [pair, pair[1] + pair[0]]));
    this.slightCost = slightCost;
  }

  between(written, intended, limit) {
    if (Math.abs(written.length - intended.length) > limit) return limit + 1;
    let secondLast = [];
    let last = [0];
    for (let j = 0; j < intended.length; j += 1) last.push(last[j] + this.#costOfLetter(intended, j));
    for (let i = 0; i < written.length; i += 1) {
      const row = [last[0] + this.#costOfLetter(written, i)];
      for (let j = 0; j < intended.length; j += 1) {
        const [letter, other] = [written[i], intended[j]];
        const change = letter === other ? 0 : this.similarPairs.has(letter + other) ? this.slightCost : 1;
        let edits = Math.min(
          last[j + 1] + this.#costOfLetter(written, i), row[j] + this.#costOfLetter(intended, j), last[j] + change,
        );
        if (i && j && letter === intended[j - 1] && written[i - 1] === other) {
          edits = Math.min(edits, secondLast[j - 1] + this.slightCost);
        }
        row.push(edits);
      }
      if (Math.min(...row) > limit) return limit + 1;
      [secondLast, last] = [last, row];
    }
    return last.at(-1);
  }

  #costOfLetter(word, at) {
    return at && word[at] === word[at - 1] ? this.slightCost : 1;
  }
}
