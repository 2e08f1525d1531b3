// From a query in a form to its hits, and what is shown of each.

import { openIndex } from "./index.js";
import { search } from "./ranking.js";

const LONGEST_QUERY = 200; // letters

export class SearchClient {
  #index;

  constructor(form) {
    this.folder = new URL("index/", form.action);
    this.root = new URL("../../", this.folder);
  }

  index() {
    this.#index ??= openIndex(this.folder).catch((error) => {
      this.#index = undefined; // so that the next query tries again
      throw error;
    });
    return this.#index;
  }

  async search(text) {
    const index = await this.index();
    return { index, ...(await search(text.slice(0, LONGEST_QUERY), index)) };
  }

  async result(doc) {
    const index = await this.index();
    const shown = await index.shown(doc);
    const kind = index.kindOf(doc);
    return {
      ...shown,
      kind,
      href: new URL(shown.address, this.root).href,
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
