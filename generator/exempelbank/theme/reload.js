// Only while someone edits: the page is fetched again when it has changed. The browser keeps its place.
const version = new URL(import.meta.url).search.slice(1);
const ask = async () => (await fetch(`/_preview/after/${version}`)).text();
const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
for (;;) {
  const answer = await ask().catch(() => ""); // the preview has ended, or begins again
  if (answer === "changed") break;
  if (answer !== "same") await wait(1000);
}
location.reload();
