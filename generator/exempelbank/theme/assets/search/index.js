// The index that generator/exempelbank/search/shards.py wrote, fetched piece by piece as questions need it.

import { Compounds } from "./compounds.js";
import { Spelling } from "./spelling.js";
import { Words, fold } from "./words.js";

const NOTHING = new Map();
const AFTER_EVERYTHING = "\uffff";
const FIRST_GAP = "]".codePointAt(0);
const HALVES = 0xd800;
const MANY_HALVES = 0x800;
const STRANGE = /[^a-z0-9]/gu; // in the name of a file

export async function openIndex(folder) {
  const answer = await fetch(new URL("index.json", folder), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  return new Index(folder, await answer.json());
}

class Index {
  #pieces = new Map();

  constructor(folder, beginning) {
    Object.assign(this, beginning, { folder });
    this.analysis = new Words(beginning.language);
    this.compounds = new Compounds(beginning.language, this.analysis);
    this.spelling = new Spelling(beginning.language.spelling);
  }

  stem(word) {
    return this.analysis.stem(word);
  }

  // ---- Words ----

  async startingWith(folded) {
    const from = this.#pieceOf("words", folded.slice(0, this.beginning));
    const to = folded.length < this.beginning ? this.#pieceOf("words", folded + AFTER_EVERYTHING) : from;
    const files = [];
    for (let number = from; number <= to; number += 1) files.push(this.#piece("words", number, readWords));
    const found = (await Promise.all(files)).flatMap((piece) => piece.inOrder);
    return found.filter((entry) => entry.folded.startsWith(folded));
  }

  // Those that share its first letters; for a shorter word, only the same.
  async near(folded) {
    const letters = folded.slice(0, this.beginning);
    if (letters.length === this.beginning) return this.startingWith(letters);
    const piece = await this.#piece("words", this.#pieceOf("words", letters), readWords);
    return piece.inOrder.filter((entry) => entry.folded === letters);
  }

  async entry(key) {
    const file = this.#pieceOf("words", fold(key).slice(0, this.beginning));
    return (await this.#piece("words", file, readWords)).byKey.get(key);
  }

  // The key of a form that stands in some text.
  async keyOf(form) {
    const key = this.stem(form);
    return (await this.entry(key))?.forms.includes(form) ? key : null;
  }

  async endingWith(folded) {
    const ends = await this.#piece("ends", this.#pieceOf("ends", folded), readEnds);
    return ends.get(folded) ?? [];
  }

  async isWord(key) {
    return (await this.endingWith(fold(key).slice(-this.ends))).includes(key);
  }

  // ---- Texts ----

  async postings(key) {
    const found = await this.#piece("found", this.#pieceOf("found", fold(key)), readFound);
    return found.get(key)?.() ?? NOTHING;
  }

  isArchived(text) {
    return text >= this.archivedFrom;
  }

  kindOf(text) {
    let from = 0;
    return this.kinds.find(([, many]) => text < (from += many))[0];
  }

  async shown(text) {
    const file = `texts/${Math.floor(text / this.textsInFile)}.json`;
    const piece = await this.#fetched(file, (rows) => rows);
    const [address, title, summary, note] = piece[text % this.textsInFile];
    return { address, title, summary, note };
  }

  // Facet -> value -> the texts that have it.
  facets() {
    return this.#fetched("facets.json", (rows) => rows);
  }

  // ---- Pieces ----

  // The number of the last piece that begins no later than this.
  #pieceOf(name, letters) {
    const begin = this.begin[name];
    let [low, high] = [0, begin.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (begin[middle] <= letters) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  #piece(name, number, read) {
    const from = this.begin[name][number].replace(STRANGE, (letter) => `-${letter.codePointAt(0).toString(16)}-`);
    return this.#fetched(`${name}/from-${from}.json`, read);
  }

  #fetched(path, read) {
    if (!this.#pieces.has(path)) this.#pieces.set(path, this.#fetch(path, read));
    return this.#pieces.get(path);
  }

  async #fetch(path, read) {
    try {
      const answer = await fetch(new URL(`${path}?${this.version}`, this.folder));
      if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
      return read(await answer.json());
    } catch (why) {
      this.#pieces.delete(path); // so that the next question tries again
      throw why;
    }
  }
}

function readWords(rows) {
  const inOrder = rows.map(([key, forms = "", texts = 0, parts = "", synonyms = []]) => ({
    key,
    folded: fold(key),
    forms: forms ? forms.split(" ").map((form) => formOf(key, form)) : [],
    texts,
    parts,
    synonyms,
  }));
  return { inOrder, byKey: new Map(inOrder.map((entry) => [entry.key, entry])) };
}

function formOf(key, written) {
  if (written === "-") return key;
  return written[0] === "=" ? written.slice(1) : key + written;
}

const readEnds = (rows) => new Map(rows.map(([ending, keys]) => [ending, keys.split(" ")]));

// Each is unfolded when it is first asked for.
const readFound = (rows) =>
  new Map(rows.map(([key, gaps, steps]) => [key, once(() => postingsFrom(gaps, steps))]));

// Text -> the step of its weight. Letters as generator/exempelbank/search/gaps.py writes them.
function postingsFrom(gaps, steps) {
  const found = new Map();
  let text = 0;
  for (const letter of gaps) {
    const code = letter.codePointAt(0);
    text += (code < HALVES ? code : code - MANY_HALVES) - FIRST_GAP;
    found.set(text, steps[found.size]);
  }
  return found;
}

function once(make) {
  let made;
  return () => (made ??= make());
}
