// Pieces of HTML that stand on many pages; what depends on nothing but an example is made once.
import { readFileSync } from "node:fs";

const icon = (name) => readFileSync(new URL(`_includes/icon-${name}.html`, import.meta.url), "utf-8");
const LEAF = icon("leaf");
const EVIDENCE = icon("evidence");
const escape = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
const once = (make) => {
  const made = new WeakMap();
  return (page) => {
    if (!made.has(page)) made.set(page, make(page));
    return made.get(page);
  };
};

export const card = once(({ url, data }) => `<article class="eb-card eb-kind-exempel">
<p class="eb-eyebrow eb-kind-exempel"><span class="eb-leaf eb-kind-exempel">${LEAF}</span><span>${escape(data.typ[0])} · ${escape(data.kommun[0])}</span></p>
<h3><a href="${url}">${escape(data.title)}</a></h3>
<p class="eb-card__lesson"><b>Det här lärde vi oss</b> ${escape(data.lessons[0])}</p>
<ul class="eb-meta eb-card__foot">
<li>${escape(data.verksamhetsomrade[0])}</li>
<li>${escape(data.stage)}</li>
<li>${EVIDENCE}Underlag: ${escape(data.underlag.join(", "))}</li>
</ul>
</article>
`);

export const told = once(({ data }) => {
  const lessons = data.lessons ? `<ul>${data.lessons.map((one) => `<li>${escape(one)}</li>`).join("")}</ul>` : "";
  return `<p>${escape(data.description)}</p>${lessons}`;
});

export function news(pages, long, month) {
  let rows = "", shown = "";
  for (const { url, date, data } of pages) {
    const of = month.format(date);
    if (of !== shown) rows += `${shown && "</ul>\n"}<h2 class="eb-month">${of}</h2>\n<ul class="eb-rows eb-rows--plain">\n`;
    shown = of;
    rows += `<li><div><p class="eb-eyebrow eb-kind-nyhet"><span class="eb-badge">${escape(data.slag[0])}</span><time datetime="${date.toISOString().slice(0, 10)}">${long.format(date)}</time></p>
<h3><a href="${url}">${escape(data.title)}</a></h3>
<p>${escape(data.description)}</p>
</div></li>
`;
  }
  return `${rows}</ul>`;
}

export function facets(lists, names, current) {
  const groups = Object.entries(names).map(([name, label]) => {
    const values = lists.filter((list) => list.name === name).map(({ address, title, pages }) =>
      `<li><a href="${address}" data-value="${escape(title)}"${address === current ? ' aria-current="true"' : ""}><span data-label>${escape(title)}</span> <span class="eb-count"><span data-count>${pages.length}</span><span class="eb-hidden"> exempel</span></span></a></li>\n`);
    return `<details class="eb-facet" data-facet="${name}"><summary>${label}</summary>
<ul class="eb-facet__values">
${values.join("")}</ul></details>
`;
  });
  return `<details class="eb-facets" open data-eb="facets"><summary>Filtrera exemplen</summary>
<section aria-label="Filtrera exemplen">
${groups.join("")}</section></details>`;
}

export function byLetter(pages) {
  const order = new Intl.Collator("sv");
  const groups = new Map();
  for (const page of [...pages].sort((a, b) => order.compare(a.data.title, b.data.title))) {
    const first = page.data.title[0];
    if (!groups.has(first)) groups.set(first, []);
    groups.get(first).push(page);
  }
  return [...groups];
}

export function schema(page, title, description, id, kommun, keywords, site) {
  const day = page.date.toISOString().slice(0, 10);
  const address = site.url + page.url;
  const [section, name, type] = id ? ["larande-exempel", "Lärande exempel", "Article"] : ["nyheter", "Nyheter", "NewsArticle"];
  const article = {
    "@context": "https://schema.org", "@type": type, headline: title, description, inLanguage: "sv", datePublished: day,
    dateModified: day, mainEntityOfPage: address, publisher: { "@type": "Organization", name: site.publisher, url: site.url },
    ...(id && { identifier: id, contentLocation: { "@type": "Place", name: kommun[0] }, keywords }),
  };
  const crumb = (position, name, item) => ({ "@type": "ListItem", position, name, item });
  const crumbs = {
    "@context": "https://schema.org", "@type": "BreadcrumbList",
    itemListElement: [crumb(1, "Start", site.url), crumb(2, name, `${site.url}/${section}/`), crumb(3, title, address)],
  };
  return `<script type="application/ld+json">${JSON.stringify(article)}</script><script type="application/ld+json">${JSON.stringify(crumbs)}</script>`;
}
