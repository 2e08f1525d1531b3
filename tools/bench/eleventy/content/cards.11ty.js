export const data = { permalink: "/larande-exempel/urval.json", eleventyExcludeFromCollections: true };

export function render({ collections, facetNames }) {
  const examples = collections.examples.map(({ url, data }) => ({
    address: url, title: data.title, eyebrow: `${data.typ[0]} · ${data.kommun[0]}`, lesson: data.lessons[0],
    meta: [data.verksamhetsomrade[0], data.stage], evidence: `Underlag: ${data.underlag.join(", ")}`,
    values: Object.fromEntries(facetNames.map((name) => [name, data[name]])),
  }));
  return JSON.stringify({ facets: facetNames, examples });
}
