"""The pages of the site: a module for each kind, in the order of the site.

Each has `pages(context)`, which yields them. One whose records search finds has `SEARCH_KIND` and
`search_documents(context)` too, one with pages of its own that search finds `own_pages(context)`,
and one that publishes more than pages `files(context)`. The search
page itself stands in `search`.
"""

from exempelbank.site.pages import (
    about,
    event,
    events,
    example,
    example_sheet,
    examples,
    focus_areas,
    follow_up,
    initiatives,
    month_view,
    municipalities,
    network_proposal,
    networks,
    news,
    open_data,
    past_events,
    start,
    subscribe,
    tips,
    wanted,
)

PAGE_MODULES = (
    start,
    example,
    example_sheet,
    examples,
    focus_areas,
    news,
    networks,
    network_proposal,
    events,
    event,
    month_view,
    past_events,
    tips,
    initiatives,
    municipalities,
    about,
    subscribe,
    follow_up,
    wanted,
    open_data,
)

# In the order in which search tells of them.
SEARCHED_MODULES = (example, news, event, networks, focus_areas, tips, initiatives, municipalities)
OWN_PAGE_MODULES = (
    examples,
    focus_areas,
    networks,
    network_proposal,
    events,
    news,
    municipalities,
    tips,
    initiatives,
    subscribe,
    follow_up,
    wanted,
    open_data,
    about,
)
FILE_MODULES = (example, examples, follow_up)
