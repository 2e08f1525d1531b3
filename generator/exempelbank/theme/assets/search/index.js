// The index that generator/exempelbank/search/index_files.py wrote, fetched chunk by chunk as queries need it.
// A document is called doc, by its number in the index: `document` is the browser's own.

import { Analyzer, fold } from "./analysis.js";
import { Compounds } from "./compounds.js";
import { EditDistance } from "./edit-distance.js";

const NOTHING = new Map();
const AFTER_EVERYTHING = "\uffff";
const FIRST_DELTA = "]".codePointAt(0);
const SURROGATES = 0xd800;
const SURROGATE_COUNT = 0x800;
const OTHER_LETTERS = /[^a-z0-9]/gu; // in the name of a file

// `manifest`: the answer to a request for index.json. Always asked for anew: an old one would be mixed with the files
// of today.
export async function openIndex(folder, manifest = fetch(new URL("index.json", folder), { cache: "no-cache" })) {
  const response = await manifest;
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return new Index(folder, await response.json());
}

class Index {
  #files = new Map();

  constructor(folder, manifest) {
    this.folder = folder;
    this.version = manifest.version;
    this.documentCount = manifest.texts;
    this.archivedFrom = manifest.archivedFrom;
    this.kinds = manifest.kinds;
    this.documentsPerFile = manifest.textsInFile;
    this.longestPhrase = manifest.longestPhrase;
    this.phraseOpeners = new Set(manifest.phraseOpeners);
    this.prefixLength = manifest.beginning;
    this.suffixLength = manifest.ends;
    this.chunkStarts = manifest.begin;
    this.ranking = manifest.ranking;
    this.weights = weightsByLevel(manifest.ranking);
    this.uiStrings = manifest.says;
    this.analyzer = new Analyzer(manifest.language);
    this.compounds = new Compounds(manifest.language, this.analyzer);
    this.editDistance = new EditDistance(manifest.language.editDistance);
  }

  stemOf(word) {
    return this.analyzer.stemOf(word);
  }

  // ---- Words ----

  async withPrefix(folded) {
    const first = this.#chunkNumber("words", folded.slice(0, this.prefixLength));
    const last = folded.length < this.prefixLength ? this.#chunkNumber("words", folded + AFTER_EVERYTHING) : first;
    const chunks = [];
    for (let number = first; number <= last; number += 1) chunks.push(this.#chunk("words", number, readLexicon));
    const entries = (await Promise.all(chunks)).flatMap((chunk) => chunk.inOrder);
    return entries.filter((entry) => entry.folded.startsWith(folded));
  }

  // Those that share its first letters; for a shorter word, only the same.
  async sharingPrefixWith(folded) {
    const prefix = folded.slice(0, this.prefixLength);
    if (prefix.length === this.prefixLength) return this.withPrefix(prefix);
    const chunk = await this.#chunk("words", this.#chunkNumber("words", prefix), readLexicon);
    return chunk.inOrder.filter((entry) => entry.folded === prefix);
  }

  // What a question with this word will need: entries, its own postings, and what its last part may be.
  fetchAbout(word) {
    const stem = this.stemOf(word);
    return Promise.all([this.sharingPrefixWith(fold(word)), this.isWord(stem), this.postings(stem)]);
  }

  async entry(stem) {
    const number = this.#chunkNumber("words", fold(stem).slice(0, this.prefixLength));
    return (await this.#chunk("words", number, readLexicon)).byStem.get(stem);
  }

  // The stem of a form that stands in some document.
  async stemOfKnown(form) {
    const stem = this.stemOf(form);
    return (await this.entry(stem))?.forms.includes(form) ? stem : null;
  }

  async withSuffix(folded) {
    const stemsBySuffix = await this.#chunk("ends", this.#chunkNumber("ends", folded), readSuffixes);
    return stemsBySuffix.get(folded) ?? [];
  }

  async isWord(stem) {
    return (await this.withSuffix(fold(stem).slice(-this.suffixLength))).includes(stem);
  }

  // ---- Documents ----

  async postings(stem) {
    const postingsByStem = await this.#chunk("found", this.#chunkNumber("found", fold(stem)), this.#readPostings);
    return postingsByStem.get(stem)?.() ?? NOTHING;
  }

  isArchived(doc) {
    return doc >= this.archivedFrom;
  }

  kindOf(doc) {
    let end = 0;
    return this.kinds.find(([, count]) => doc < (end += count))[0];
  }

  async shown(doc) {
    const path = `texts/${Math.floor(doc / this.documentsPerFile)}.json`;
    const rows = await this.#fetched(path, (json) => json);
    const [address, title, summary, note, hasBody] = rows[doc % this.documentsPerFile];
    return { address, title, summary, note, hasBody };
  }

  // Its paragraphs, then its labels, each on a line.
  body(doc) {
    return this.#fetched(`bodies/${doc}.json`, (json) => json);
  }

  // Facet -> value -> the documents that have it.
  facets() {
    return this.#fetched("facets.json", (json) => json);
  }

  // ---- Chunks ----

  // Each is decoded when it is first asked for.
  #readPostings = (rows) =>
    new Map(rows.map(([stem, deltas, levels]) => [stem, memoized(() => decodedPostings(deltas, levels, this.weights))]));

  // Of the last chunk that starts no later than this.
  #chunkNumber(folder, sortKey) {
    const starts = this.chunkStarts[folder];
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= sortKey) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  #chunk(folder, number, read) {
    const start = this.chunkStarts[folder][number];
    const name = start.replace(OTHER_LETTERS, (letter) => `-${letter.codePointAt(0).toString(16)}-`);
    return this.#fetched(`${folder}/from-${name}.json`, read);
  }

  #fetched(path, read) {
    if (!this.#files.has(path)) this.#files.set(path, this.#fetch(path, read));
    return this.#files.get(path);
  }

  async #fetch(path, read) {
    try {
      const response = await fetch(new URL(`${path}?${this.version}`, this.folder));
      if (!response.ok) throw new Error(`${response.status} ${response.url}`);
      return read(await response.json());
    } catch (error) {
      this.#files.delete(path); // so that the next query tries again
      throw error;
    }
  }
}

// ---- Rows: generator/exempelbank/search/wire_format.py says what stands in each ----

function readLexicon(rows) {
  const inOrder = rows.map(([stem, forms = "", frequencyClass = 0, parts = "", synonyms = []]) => ({
    stem,
    folded: fold(stem),
    forms: forms ? forms.split(" ").map((written) => formFrom(stem, written)) : [],
    frequencyClass,
    parts,
    synonyms,
  }));
  return { inOrder, byStem: new Map(inOrder.map((entry) => [entry.stem, entry])) };
}

function formFrom(stem, written) {
  if (written === "-") return stem;
  return written[0] === "=" ? written.slice(1) : stem + written;
}

const readSuffixes = (rows) => new Map(rows.map(([suffix, stems]) => [suffix, stems.split(" ")]));

const weightsByLevel = ({ levelLetters, levelsPerDoubling }) =>
  new Map([...levelLetters].map((letter, at) => [letter, 2 ** ((at + 1) / levelsPerDoubling) - 1]));

// Document -> how much of the stem it holds. Letters as generator/exempelbank/search/delta_encoding.py writes them.
function decodedPostings(deltas, levels, weights) {
  const postings = new Map();
  let doc = 0;
  for (const letter of deltas) {
    const code = letter.codePointAt(0);
    doc += (code < SURROGATES ? code : code - SURROGATE_COUNT) - FIRST_DELTA;
    postings.set(doc, weights.get(levels[postings.size]));
  }
  return postings;
}

function memoized(compute) {
  let value;
  return () => (value ??= compute());
}
