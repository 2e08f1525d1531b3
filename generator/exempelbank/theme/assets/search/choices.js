// Which hits the reader's choices leave, and how many each other choice would show. One pass over the hits, however
// many choices there are.

import { setHidden, setText } from "./elements.js";

export class Choices {
  #boxesOf = null; // document -> the numbers of the boxes it answers to

  constructor(form) {
    const { kind, one, many } = form.dataset;
    Object.assign(this, { kindFacet: kind, one, many });
    this.boxes = [...form.querySelectorAll("input")];
    this.groups = [...form.querySelectorAll("[data-facet]")];
    this.labels = this.boxes.map((box) => box.closest("label"));
    this.numbers = this.labels.map((label) => label.querySelector("[data-count]"));
    this.units = this.labels.map((label) => label.querySelector("[data-unit]")); // for those who listen
    const names = this.groups.map((group) => group.dataset.facet);
    this.bits = this.boxes.map((box) => 1 << names.indexOf(box.name)); // of its facet
  }

  // `kinds`: [kind, how many documents], in the order of the documents; `facets`: facet -> value -> documents.
  setDocuments(kinds, facets) {
    if (this.#boxesOf) return;
    this.#boxesOf = new Map();
    const starts = kinds.map((_, at) => kinds.slice(0, at).reduce((sum, [, count]) => sum + count, 0));
    this.boxes.forEach(({ name, value }, box) => {
      if (name !== this.kindFacet) return facets[name]?.[value]?.forEach((doc) => this.#add(doc, box));
      kinds.forEach(([kind, count], at) => {
        if (kind === value) for (let doc = starts[at]; doc < starts[at] + count; doc += 1) this.#add(doc, box);
      });
    });
  }

  #add(doc, box) {
    if (!this.#boxesOf.has(doc)) this.#boxesOf.set(doc, []);
    this.#boxesOf.get(doc).push(box);
  }

  // Within a facet any of the values will do; every facet chosen from must agree.
  chosenOf(hits) {
    const needed = this.#needed();
    return needed ? hits.filter((hit) => !this.#missing(hit, needed)) : hits;
  }

  // Of each choice, what the choices in the other facets leave: of a hit that one facet alone leaves out, only that
  // facet counts.
  countsOf(hits) {
    const needed = this.#needed();
    const ofBoxes = this.boxes.map(() => 0);
    const leftOutBy = new Map(); // the bit of a facet -> how many hits it alone leaves out
    let chosen = 0;
    for (const hit of hits) {
      const missing = this.#missing(hit, needed);
      if (!missing) chosen += 1;
      else if (missing & (missing - 1)) continue;
      else leftOutBy.set(missing, (leftOutBy.get(missing) ?? 0) + 1);
      for (const box of this.#boxesOf.get(hit.doc) ?? []) if (!missing || this.bits[box] === missing) ofBoxes[box] += 1;
    }
    return { ofBoxes, chosen, leftOutBy };
  }

  #needed() {
    return this.boxes.reduce((bits, { checked }, box) => (checked ? bits | this.bits[box] : bits), 0);
  }

  // The facets, of those needed, that leave it out.
  #missing({ doc }, needed) {
    let missing = needed;
    if (needed) for (const box of this.#boxesOf.get(doc) ?? []) if (this.boxes[box].checked) missing &= ~this.bits[box];
    return missing;
  }

  // A choice that would leave nothing out is none.
  show({ ofBoxes, chosen, leftOutBy }) {
    const focused = document.activeElement;
    let useful = 0; // facets, as bits
    this.boxes.forEach((box, number) => {
      const [count, bit] = [ofBoxes[number], this.bits[number]];
      const narrows = count > 0 && count < chosen + (leftOutBy.get(bit) ?? 0);
      setText(this.numbers[number], String(count));
      setText(this.units[number], ` ${count === 1 ? this.one : this.many}`);
      setHidden(this.labels[number], !narrows && !box.checked && box !== focused);
      if (box.checked || narrows) useful |= bit;
    });
    this.groups.forEach((group, number) => setHidden(group, !(useful & (1 << number)) && !group.contains(focused)));
  }
}
