// One part of the form at a time, for who wants that: all of it stands on the page.

export class Parts {
  constructor(root, mayLeave) {
    this.groups = [...root.querySelectorAll('[data-part="group"]')];
    this.last = root.querySelector('[data-part="end"]');
    this.bar = root.querySelector('[data-part="bar"]');
    this.words = root.querySelector('[data-part="step"]');
    this.next = root.querySelector('[data-part="next"]');
    this.back = root.querySelector('[data-part="back"]');
    this.number = -1; // all of them
    this.next.addEventListener("click", () => mayLeave(this.groups[this.number]) && this.show(this.number + 1));
    this.back.addEventListener("click", () => this.show(this.number - 1));
  }

  get isOneAtATime() {
    return this.number >= 0;
  }

  // Shows the part that holds this, if parts are shown one at a time.
  reveal(element) {
    const number = this.groups.findIndex((group) => group.contains(element));
    if (this.isOneAtATime && number >= 0 && number !== this.number) this.show(number, false);
  }

  // `number`: -1 shows all.
  show(number, focus = true) {
    this.number = number;
    const isLast = number === this.groups.length - 1;
    this.groups.forEach((group, place) => { group.hidden = this.isOneAtATime && place !== number; });
    this.last.hidden = this.isOneAtATime && !isLast;
    this.bar.hidden = !this.isOneAtATime;
    this.back.hidden = number === 0;
    this.next.hidden = isLast;
    if (!this.isOneAtATime) return;
    this.words.textContent = this.words.dataset.says.replace("{n}", number + 1).replace("{all}", this.groups.length);
    if (focus) this.groups[number].querySelector('[data-part="heading"]').focus();
  }
}
