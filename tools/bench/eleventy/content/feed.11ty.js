export const data = {
  pagination: { data: "collections.feeds", size: 1, alias: "list" },
  permalink: ({ list }) => `${list.address}feed.json`,
  eleventyExcludeFromCollections: true,
};

export function render({ list, site }) {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: `${site.title}: ${list.title}`,
    home_page_url: site.url + list.address,
    feed_url: `${site.url}${list.address}feed.json`,
    description: site.description,
    language: "sv",
    authors: [{ name: site.publisher, url: `${site.url}/` }],
    items: list.pages.map((one) => ({
      id: site.url + one.url, url: site.url + one.url, title: one.data.title, summary: one.data.description,
      content_html: this.told(one), date_published: one.date, date_modified: one.date,
      tags: [...(one.data.typ ?? one.data.slag), ...(one.data.verksamhetsomrade ?? [])],
    })),
  }, null, 1);
}
