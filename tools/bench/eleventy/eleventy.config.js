import { feedPlugin } from "@11ty/eleventy-plugin-rss";

const TAXONOMIES = ["municipalities", "work_areas", "target_groups", "roles", "focus_areas", "evidence", "perspectives"];

export default function (config) {
  config.setQuietMode(true);
  config.addCollection("examples", (api) => api.getFilteredByGlob("content/larande-exempel/*.md").sort((a, b) => b.date - a.date));
  config.addCollection("news", (api) => api.getFilteredByGlob("content/nyheter/*.md").sort((a, b) => b.date - a.date));
  config.addCollection("terms", (api) => {
    const terms = new Map();
    for (const page of api.getFilteredByGlob("content/larande-exempel/*.md").sort((a, b) => b.date - a.date))
      for (const name of TAXONOMIES)
        for (const term of page.data[name] ?? []) {
          const key = `${name}/${term}`;
          if (!terms.has(key)) terms.set(key, { key, name, term, pages: [] });
          terms.get(key).pages.push(page);
        }
    return [...terms.values()].flatMap((term) => {
      const parts = [];
      for (let at = 0; at < term.pages.length; at += 24)
        parts.push({ ...term, number: at / 24 + 1, shown: term.pages.slice(at, at + 24) });
      return parts;
    });
  });
  config.addFilter("json", (value) => JSON.stringify(value));
  config.addFilter("day", (value) => value.toISOString().slice(0, 10));
  config.addFilter("related", (pages, page, areas) =>
    pages.filter((other) => other.url !== page.url && other.data.work_areas?.some((area) => areas?.includes(area))).slice(0, 3));
  for (const [name, type] of [["rss", "rss"], ["atom", "atom"]])
    config.addPlugin(feedPlugin, {
      type, outputPath: `/${name}.xml`, collection: { name: "examples", limit: 50 },
      metadata: { language: "sv", title: "Bench", base: "https://bench.example/", author: { name: "Bench" } },
    });
  return { dir: { input: "content", output: "_site", includes: "../_includes" }, markdownTemplateEngine: false };
}
