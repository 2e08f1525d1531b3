// From a question in a form to what is shown of its answers.

import { openIndex } from "./index.js";
import { rank } from "./ranking.js";

const LONGEST_QUESTION = 200;

export class Answers {
  #index;

  constructor(form) {
    this.folder = new URL("index/", form.action);
    this.root = new URL("../../", this.folder);
  }

  index() {
    this.#index ??= openIndex(this.folder).catch((why) => {
      this.#index = undefined; // so that the next question tries again
      throw why;
    });
    return this.#index;
  }

  async to(asked) {
    const index = await this.index();
    return { index, ...(await rank(asked.slice(0, LONGEST_QUESTION), index)) };
  }

  async shown(text) {
    const index = await this.index();
    const shown = await index.shown(text);
    const kind = index.kindOf(text);
    return {
      ...shown,
      kind,
      href: new URL(shown.address, this.root).href,
      above: [
        index.says.kinds[kind]?.one,
        shown.note,
        index.isArchived(text) ? index.says.archived : "",
      ].filter(Boolean).join(" · "),
    };
  }
}

// With the numbers and words put in: filled("{n} av {all}", { n: 1, all: 2 }).
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
