// The library built by Eleventy as someone who knows it would: Nunjucks for pages, JavaScript for what
// repeats (cards, facets) and for data, each worked out once.
import anchor from "markdown-it-anchor";
import { card, facets, byLetter, news, schema, told } from "./parts.js";

const FACETS = {
  verksamhetsomrade: "Verksamhetsområde", fokusomrade: "Fokusområde", malgrupp: "Målgrupp", kommun: "Kommun",
  yrkesroll: "Yrkesroll", typ: "Typ av exempel", perspektiv: "Perspektiv", underlag: "Underlag", ar: "År",
};
const NEWS = { slag: "Slag", arkiv: "Arkiv" };
const WITH_FEEDS = ["kommun", "yrkesroll", "fokusomrade"];
const PER_PAGE = 24;
const PER_FEED = 50;

export default function (config) {
  config.setQuietMode(true);
  config.addPassthroughCopy({ static: "/" });
  config.amendLibrary("md", (markdown) => markdown.use(anchor, { tabIndex: false }));
  config.addGlobalData("site", {
    title: "Exempelbanken", url: "https://bench.example", publisher: "Forum Carpe i Stockholms län",
    mail: "exempel@forumcarpe.example",
    description: "Granskade exempel från stöd och service till personer med funktionsnedsättning i Stockholms län.",
  });
  config.addGlobalData("facetNames", Object.keys(FACETS));

  const byDay = (pages) => pages.sort((a, b) => b.date - a.date);
  const examplesOf = (api) => byDay(api.getFilteredByGlob("content/larande-exempel/*.md"));
  const newsOf = (api) => byDay(api.getFilteredByGlob("content/nyheter/*.md"));
  config.addCollection("examples", examplesOf);
  config.addCollection("news", newsOf);

  // Every list of the site, as {address, title, kind, pages}: the two whole ones, and one for each value.
  let lists;
  const listsOf = (api) => lists ??= [
    { address: "/larande-exempel/", title: "Lärande exempel", kind: "cards", pages: examplesOf(api), feeds: true },
    { address: "/nyheter/", title: "Nyheter", kind: "rows", pages: newsOf(api), feeds: true },
    ...valuesOf(examplesOf(api), FACETS, "cards"),
    ...valuesOf(newsOf(api), NEWS, "rows"),
  ];
  const valuesOf = (pages, names, kind) => Object.keys(names).flatMap((name) => {
    const values = new Map();
    for (const page of pages)
      for (const value of page.data[name]) {
        if (!values.has(value)) values.set(value, []);
        values.get(value).push(page);
      }
    return [...values].sort(([a], [b]) => a.localeCompare(b, "sv")).map(([value, pages]) => ({
      address: `/${name}/${slug(value)}/`, name, title: value, kind, pages, feeds: WITH_FEEDS.includes(name),
      parent: { address: `/${name}/`, title: names[name] },
    }));
  });
  const slugs = new Map();
  const slug = (value) => {
    if (!slugs.has(value)) slugs.set(value, config.getFilter("slugify")(value));
    return slugs.get(value);
  };

  config.on("eleventy.before", () => { lists = undefined; });
  config.addCollection("lists", (api) => listsOf(api).flatMap((list) => {
    const many = Math.ceil(list.pages.length / PER_PAGE);
    return Array.from({ length: many }, (_, at) => ({
      ...list, number: at + 1, many, shown: list.pages.slice(at * PER_PAGE, (at + 1) * PER_PAGE),
      path: at ? `${list.address}page/${at + 1}/` : list.address,
    }));
  }));
  config.addCollection("feeds", (api) => listsOf(api).filter((list) => list.feeds).map((list) => ({
    ...list, pages: list.pages.slice(0, PER_FEED),
  })));
  config.addCollection("indexes", (api) => Object.entries({ ...FACETS, ...NEWS }).map(([name, title]) => ({
    address: `/${name}/`, title, lists: listsOf(api).filter((list) => list.name === name),
  })));

  // The three that share most keywords, found by keyword rather than by comparing each with each.
  config.addCollection("related", (api) => {
    const sharing = new Map();
    const examples = examplesOf(api);
    for (const page of examples)
      for (const word of page.data.keywords) {
        if (!sharing.has(word)) sharing.set(word, []);
        sharing.get(word).push(page);
      }
    return Object.fromEntries(examples.map((page) => {
      const shared = new Map();
      for (const word of page.data.keywords)
        for (const other of sharing.get(word)) if (other !== page) shared.set(other, (shared.get(other) ?? 0) + 1);
      return [page.url, [...shared].sort((a, b) => b[1] - a[1]).slice(0, 3).map(([other]) => other)];
    }));
  });

  const long = new Intl.DateTimeFormat("sv-SE", { dateStyle: "long", timeZone: "UTC" });
  const month = new Intl.DateTimeFormat("sv-SE", { month: "long", year: "numeric", timeZone: "UTC" });
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("time", (date) => date.toISOString().slice(0, 19) + "Z");
  config.addFilter("rfc822", (date) => date.toUTCString().replace("GMT", "+0000"));
  config.addFilter("longDay", (date) => long.format(date));
  config.addFilter("json", (value) => JSON.stringify(value));
  config.addFilter("facetPath", (value, name) => `/${name}/${slug(value)}/`);
  config.addFilter("cards", (pages) => pages.map(card).join(""));
  config.addFilter("rows", (pages) => news(pages, long, month));
  config.addFilter("facets", (api, current) => facets(lists, FACETS, current));
  config.addFilter("told", told);
  config.addFilter("byLetter", byLetter);
  config.addFilter("schema", schema);
  config.addFilter("advice", (content) => content.split(/<h2 id="r[^"]*-till-er-[^>]*>/)[1]?.split("</h2>")[1].split("<h2")[0]);
  config.addFilter("mail", (example, subject, asks, site) => {
    const body = `${example.title}\r\n${site.url}${example.page.url}\r\n\r\n${asks}:`;
    return `mailto:${site.mail}?subject=${encodeURIComponent(`${subject}: ${example.id}`)}&body=${encodeURIComponent(body)}`;
  });
  return { dir: { input: "content", output: "_site", includes: "../_includes" }, markdownTemplateEngine: false };
}
