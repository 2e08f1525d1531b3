// Answers -> the file that import reads, saved among the reader's downloads.

const asText = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short" });

// The same answer when it is changed has the same key.
export function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function contentsOf(form, key, answers) {
  return { form, version: 1, sent: new Date().toISOString(), key, answers };
}

export const nameOf = (stem) => `${stem}-${asText.format(new Date())}.json`;

export function save(contents, name) {
  const blob = new Blob([`${JSON.stringify(contents, null, 2)}\n`], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
