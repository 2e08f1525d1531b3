// What has been written so far, stored in this browser alone, and only for one who has chosen so.

const DAYS = 7;
const MILLISECONDS = DAYS * 24 * 60 * 60 * 1000;

export class Draft {
  constructor(form) {
    this.key = `eb-draft-${form}`;
  }

  // The answers; null when there are none, or they are too old: then they are gone.
  read() {
    try {
      const { saved, answers } = JSON.parse(localStorage.getItem(this.key));
      if (Date.now() - saved < MILLISECONDS && typeof answers === "object") return answers;
    } catch {
      // Nothing is stored, or it can't be read.
    }
    this.remove();
    return null;
  }

  // False where nothing can be stored.
  write(answers) {
    try {
      localStorage.setItem(this.key, JSON.stringify({ saved: Date.now(), answers }));
      return true;
    } catch {
      return false;
    }
  }

  remove() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // Nothing can be stored, so nothing is.
    }
  }
}
