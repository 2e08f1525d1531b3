// Lighthouse's figures for the built site, on a phone: the median of five runs for three pages.
//
//     node lighthouse.mjs SITE [RUNS]
//
// Run where lighthouse is installed. CHROME_PATH names the browser. Exit code 1 below the marks.

import { createReadStream, existsSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { createGzip } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [site, runs = "5"] = process.argv.slice(2);
const MARKS = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript",
  ".json": "application/json", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".txt": "text/plain; charset=utf-8",
};

// As a host would serve it: compressed, with assets that may be kept.
const server = createServer((asked, answer) => {
  let path = join(site, decodeURIComponent(new URL(asked.url, "http://x").pathname));
  if (existsSync(path) && statSync(path).isDirectory()) path = join(path, "index.html");
  if (!existsSync(path)) return answer.writeHead(404).end();
  const type = TYPES[extname(path)] ?? "application/octet-stream";
  const packed = !path.endsWith(".woff2");
  answer.writeHead(200, {
    "Content-Type": type,
    "Cache-Control": path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    ...(packed && { "Content-Encoding": "gzip" }),
  });
  const file = createReadStream(path);
  (packed ? file.pipe(createGzip()) : file).pipe(answer);
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));

const examples = join(site, "larande-exempel");
const example = (await readdir(examples)).find((name) => existsSync(join(examples, name, "apt")));
const chrome = await launch({ chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu"] });
const median = (figures) => figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)];
let missed = 0;
for (const address of ["", "larande-exempel/", `larande-exempel/${example}/`]) {
  const scores = Object.fromEntries(Object.keys(MARKS).map((name) => [name, []]));
  for (let run = 0; run < Number(runs); run += 1) {
    const { lhr } = await lighthouse(`http://127.0.0.1:${server.address().port}/${address}`, {
      port: chrome.port, logLevel: "error", onlyCategories: Object.keys(MARKS),
    });
    for (const name of Object.keys(MARKS)) scores[name].push(Math.round(lhr.categories[name].score * 100));
    if (run === 0) {
      for (const audit of Object.values(lhr.audits)) {
        if (audit.score === 0 && audit.scoreDisplayMode === "binary") console.log(`  ${audit.id}: ${audit.title}`);
      }
    }
  }
  const figures = Object.entries(scores).map(([name, all]) => [name, median(all)]);
  missed += figures.filter(([name, figure]) => figure < MARKS[name]).length;
  console.log(`/${address}  ${figures.map(([name, figure]) => `${name} ${figure}`).join("  ")}`);
}
chrome.kill();
server.close();
process.exitCode = missed ? 1 : 0;
