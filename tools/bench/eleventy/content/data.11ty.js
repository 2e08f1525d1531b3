// The open data, as JSON and as CSV: two files of the same rows.
export const data = {
  pagination: { data: "forms", size: 1, alias: "form" },
  forms: ["json", "csv"],
  permalink: ({ form }) => `/larande-exempel/exempel.${form}`,
  eleventyExcludeFromCollections: true,
};

const row = ({ url, rawInput, date, data }, site) => ({
  id: data.id, url: site.url + url, title: data.title, summary: data.description, kind: data.typ, stage: data.stage,
  municipality: data.kommun, work_areas: data.verksamhetsomrade, target_groups: data.malgrupp, roles: data.yrkesroll,
  focus_areas: data.fokusomrade, keywords: data.keywords, perspectives: data.perspektiv, evidence: data.underlag,
  lessons: data.lessons, text: rawInput, version: 1, published: date.toISOString().slice(0, 10),
});
const cell = (value) => `"${String(Array.isArray(value) ? value.join(" | ") : value).replaceAll('"', '""')}"`;

export function render({ form, collections, site }) {
  const rows = collections.examples.map((one) => row(one, site));
  if (form === "json")
    return JSON.stringify({ title: site.title, publisher: site.publisher, url: site.url, language: "sv", licence: "CC BY 4.0", examples: rows });
  return [Object.keys(rows[0]).join(","), ...rows.map((one) => Object.values(one).map(cell).join(","))].join("\n");
}
