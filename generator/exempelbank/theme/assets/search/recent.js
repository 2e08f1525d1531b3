// The reader's latest questions, kept on the device alone, and only for one who has chosen so.

const KEPT_UNDER = "eb-searches";
const MOST = 5;

// Null when the reader has not chosen it.
function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT_UNDER));
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, MOST) : null;
  } catch {
    return null;
  }
}

function write(kept) {
  try {
    if (kept) localStorage.setItem(KEPT_UNDER, JSON.stringify(kept));
    else localStorage.removeItem(KEPT_UNDER);
  } catch {
    // No room, or not allowed: nothing is remembered.
  }
}

export const recent = {
  get chosen() {
    return read() !== null;
  },
  get asked() {
    return read() ?? [];
  },
  add(asked) {
    const before = read();
    const wanted = asked.trim();
    if (before && wanted) write([wanted, ...before.filter((one) => one !== wanted)].slice(0, MOST));
  },
  // What was kept goes when the choice does.
  choose(wanted) {
    write(wanted ? this.asked : null);
  },
};

if (!recent.chosen) write(null); // what this site once kept in another form, unasked
