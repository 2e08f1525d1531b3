"""Catalogue, and the pages written by hand -> the whole site, each page rendered when asked for.

site               Page, LazyPage and Site: what all the others give
context            what every page is rendered with
pages/             a module for each kind of page
components/        what pages share: cards, facets, facts, links, pagination, dates in words
rendering/         the Jinja environment, its templates, icons, assets and security headers
build              a catalogue -> the pages and files that tell of its records
planned_site       what a build would make, for links to be looked up in
markdown_page      a page written by hand, whose Markdown MkDocs has converted
search_documents   what search knows of records and pages
social_card        the picture that shows when a page is shared
redirects          a page at each old address
site_files         what goes with every site: sitemap, robots, 404, headers
assembly           a project's folder -> all of it
draft              an example that is not published -> its page as it would look
memo               what is the same wherever it stands, made once in a process
"""
