// What the reader has searched for lately, stored on the device alone, and only for one who has chosen so.

const STORAGE_KEY = "eb-searches";
const MOST = 5;

// Null when the reader has not chosen it.
function read() {
  try {
    const stored = JSON.parse(localStorage.getItem(STORAGE_KEY));
    return Array.isArray(stored) ? stored.filter((query) => typeof query === "string").slice(0, MOST) : null;
  } catch {
    return null;
  }
}

function write(queries) {
  try {
    if (queries) localStorage.setItem(STORAGE_KEY, JSON.stringify(queries));
    else localStorage.removeItem(STORAGE_KEY);
  } catch {
    // No room, or not allowed: nothing is stored.
  }
}

export const recent = {
  get isEnabled() {
    return read() !== null;
  },
  get queries() {
    return read() ?? [];
  },
  add(text) {
    const before = read();
    const query = text.trim();
    if (before && query) write([query, ...before.filter((other) => other !== query)].slice(0, MOST));
  },
  // What was stored goes when the choice does.
  setEnabled(isEnabled) {
    write(isEnabled ? this.queries : null);
  },
};

if (!recent.isEnabled) write(null); // what this site once stored in another form, unasked
