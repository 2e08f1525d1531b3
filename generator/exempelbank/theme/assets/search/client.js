// From a query in a form to its hits, and what is shown of each.

import { openIndex } from "./index.js";
import { search } from "./ranking.js";

const LONGEST_QUERY = 200; // letters

export class SearchClient {
  #index;
  #manifest;

  // `manifest`: the answer to a request for index.json, if one is on its way.
  constructor(form, manifest) {
    this.#manifest = manifest;
    this.folder = new URL("index/", form.action);
    this.root = new URL("../../", this.folder);
  }

  index() {
    this.#index ??= openIndex(this.folder, this.#manifest).catch((error) => {
      this.#index = this.#manifest = undefined; // so that the next query tries again
      throw error;
    });
    return this.#index;
  }

  async search(text) {
    const index = await this.index();
    return { index, ...(await search(text.slice(0, LONGEST_QUERY), index)) };
  }

  // Of a page, by its path from the root of the site.
  address(path) {
    return new URL(path, this.root).href;
  }

  async result(doc) {
    const index = await this.index();
    const shown = await index.shown(doc);
    const kind = index.kindOf(doc);
    return {
      ...shown,
      doc,
      kind,
      href: this.address(shown.address),
      eyebrow: [
        index.uiStrings.kinds[kind]?.one,
        shown.note,
        index.isArchived(doc) ? index.uiStrings.archived : "",
      ].filter(Boolean).join(" · "),
    };
  }
}

// With the numbers and words put in: interpolate("{n} av {all}", { n: 1, all: 2 }).
export function interpolate(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

// What is said of the hits, `count` of which are shown: {found, mended: [{template, word, like, isQuestion}]}.
export function sayings(text, { nearOnly, mended, hits, index: { uiStrings } }, count = hits.length) {
  const found = count === 0 ? uiStrings.none : nearOnly ? uiStrings.near : count === 1 ? uiStrings.one : uiStrings.many;
  const template = nearOnly ? uiStrings.meant : uiStrings.mended;
  return {
    found: interpolate(found, { n: count, asked: text }),
    mended: [...mended].map(([word, like]) => ({ template, word, like, isQuestion: nearOnly })),
  };
}
