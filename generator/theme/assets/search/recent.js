// The reader's latest questions, kept on the device alone, and not at all by one who has chosen so.

const KEPT_UNDER = "eb-searches";
const MOST = 5;

function read() {
  try {
    const { off, asked } = JSON.parse(localStorage.getItem(KEPT_UNDER)) ?? {};
    return { off: off === true, asked: Array.isArray(asked) ? asked.filter((one) => typeof one === "string") : [] };
  } catch {
    return { off: false, asked: [] };
  }
}

function write(kept) {
  try {
    localStorage.setItem(KEPT_UNDER, JSON.stringify(kept));
  } catch {
    // No room, or not allowed: nothing is remembered.
  }
}

export const recent = {
  get off() {
    return read().off;
  },
  get asked() {
    return read().asked.slice(0, MOST);
  },
  add(asked) {
    const { off, asked: before } = read();
    const wanted = asked.trim();
    if (off || !wanted) return;
    write({ off, asked: [wanted, ...before.filter((one) => one !== wanted)].slice(0, MOST) });
  },
  forget() {
    write({ off: read().off, asked: [] });
  },
  turn(off) {
    write({ off, asked: off ? [] : read().asked });
  },
};
