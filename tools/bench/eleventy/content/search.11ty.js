export const data = { permalink: "/sok.json", eleventyExcludeFromCollections: true };

export function render({ collections, facetNames }) {
  const told = [...collections.examples, ...collections.news].map(({ url, data, content }) => ({
    title: data.title, url, summary: data.description, text: content.replace(/<[^>]*>/g, ""),
    terms: data.id ? [...facetNames.map((name) => data[name]), data.keywords] : data.slag,
  }));
  return JSON.stringify(told);
}
