// What the filters of examples and calendar share: the links beside a list become boxes to tick. The choices stand in the
// address, so that they can be sent to a colleague and the back button undoes them. Without scripts every value has a page
// of its own; there the links stay links, and keep that page's value.

// What a choice leaves, and how many each value would show with the choices in the other facets. Within a facet any of
// the values will do; every facet chosen from must agree. Python does the same.
export function tally(items, choice, names) {
  const wanted = names.map((name) => [name, new Set(choice.getAll(name))]).filter(([, values]) => values.size);
  const counts = new Map(names.map((name) => [name, new Map()]));
  const count = ({ values }, name) => {
    for (const value of values[name] ?? []) counts.get(name).set(value, (counts.get(name).get(value) ?? 0) + 1);
  };
  const found = items.filter((item) => {
    const missed = wanted.filter(([name, values]) => !item.values[name]?.some((value) => values.has(value)));
    if (!missed.length) names.forEach((name) => count(item, name));
    else if (missed.length === 1) count(item, missed[0][0]);
    return !missed.length;
  });
  return { found, counts };
}

export class Facets {
  #box;
  #title = document.title.replace(/^.*?(?= – |$)/, () => document.querySelector("h1").textContent); // of any page of the list

  constructor(root) {
    this.root = root;
    this.list = new URL(root.dataset.list, location.href).pathname;
    this.heading = this.part("number");
    this.groups = [...root.querySelectorAll("[data-facet]")];
    this.names = root.dataset.names.split(" ");
    this.values = this.groups.flatMap((group) => [...group.querySelectorAll("a[data-value]")].map((control) => ({
      group,
      control,
      name: group.dataset.facet,
      value: control.dataset.value,
      label: control.querySelector("[data-label]").textContent,
      number: control.querySelector("[data-count]"),
      row: control.parentElement,
    })));
    this.#box = root.querySelector('[data-eb="facets"]');
  }

  part(name) {
    return this.root.querySelector(`[data-part="${name}"]`);
  }

  get choice() {
    return new URLSearchParams(location.search);
  }

  address(choice) {
    return [this.list, String(choice)].filter(Boolean).join("?");
  }

  // What is to be had when the reader turns to the filter, and not before.
  whenTouched(then) {
    for (const type of ["pointerover", "pointerdown", "focusin"]) this.#box.addEventListener(type, then, { once: true });
  }

  // What the links stand in stays, and so does focus.
  makeBoxes(whenTicked) {
    for (const group of this.groups) {
      const fieldset = document.createElement("fieldset");
      fieldset.setAttribute("aria-label", group.dataset.label ?? group.querySelector("summary").textContent);
      const focused = document.activeElement;
      let box;
      for (const one of this.values.filter((one) => one.group === group)) {
        const input = Object.assign(document.createElement("input"), { type: "checkbox", name: one.name, value: one.value });
        input.addEventListener("change", () => whenTicked(this.#ticked(one)));
        const label = fieldset.appendChild(document.createElement("label"));
        label.className = "eb-choice";
        label.append(input, ...one.control.childNodes);
        if (one.control === focused) box = input;
        Object.assign(one, { control: input, row: label });
      }
      group.querySelector("ul").replaceWith(fieldset);
      box?.focus();
    }
  }

  #ticked({ name, value, control }) {
    const choice = without(this.choice, name, value);
    if (control.checked) choice.append(name, value);
    return choice;
  }

  keepChoice() {
    const { facet, value } = this.root.dataset;
    for (const { name, value: other, control } of this.values) {
      if (name !== facet) control.href = this.address(new URLSearchParams([[facet, value], [name, other]]));
    }
  }

  // Of each value how many it would show. Those that would show nothing go, but what is chosen or has focus.
  showCounts(counts, choice) {
    for (const { name, value, control, number, row } of this.values) {
      if (name === this.root.dataset.facet) continue;
      const count = counts.get(name).get(value) ?? 0;
      const chosen = holds(choice, name, value);
      if (number.textContent !== String(count)) number.textContent = count;
      row.hidden = !count && !chosen && control !== document.activeElement;
    }
    for (const group of this.groups) {
      group.hidden = !this.values.some((one) => one.group === group && !one.row.hidden);
    }
  }

  // What is chosen, in the boxes, above them, and in the title: [{ name, value, label }].
  showChoice(choice, labelOf = (name, value) => value) {
    for (const { name, value, control, group } of this.values) {
      control.checked = holds(choice, name, value);
      if (control.checked && group.matches("details")) group.open = true;
    }
    const pairs = new Map([...choice].filter(([name]) => this.names.includes(name)).map((pair) => [String(pair), pair]));
    const chosen = [...pairs.values()].map(([name, value]) => ({
      name,
      value,
      label: this.values.find((one) => one.name === name && one.value === value)?.label ?? labelOf(name, value),
    }));
    const number = this.part("chosen-number");
    number.hidden = !chosen.length;
    number.querySelector("span").textContent = chosen.length;
    document.title = [chosen.map(({ label }) => label).join(", "), this.#title].filter(Boolean).join(" – ");
    return chosen;
  }

  // A list that someone comes to with a choice is hidden until the choice is made (facets.css).
  reveal() {
    document.documentElement.classList.remove("eb-choosing");
  }

  showFound(number) {
    const { one, many } = this.root.dataset;
    const words = (number === 1 ? one : many).replace("{n}", number);
    const button = this.part("show");
    if (this.heading.textContent !== words) this.heading.textContent = words; // said aloud when it changes
    button.textContent = button.dataset.show.replace("{what}", words);
  }
}

// Asked without waiting for a layout, as checkVisibility() does.
export const isGone = (element) => !element.isConnected || Boolean(element.closest("[hidden]"));

// URLSearchParams knows of values by these only since 2023.
export const holds = (choice, name, value) => choice.getAll(name).includes(value);
export const without = (choice, name, value) =>
  new URLSearchParams([...choice].filter(([n, v]) => n !== name || v !== value));
