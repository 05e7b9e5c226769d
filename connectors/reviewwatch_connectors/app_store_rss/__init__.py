"""Reviews of one app in Apple's App Store, from its public feed: no key, read only.

Set up (`reviewwatch add` with the app's address writes it):

    [sources.harbor-notes]
    connector = "app_store_rss"
    app_id = "1234567890"                  # the digits behind `id` in the app's address
    countries = ["us", "gb", "de"]         # storefronts; each has reviews of its own
    max_pages = 10                         # of 50 reviews, per country and pull; Apple gives no more
    base_url = "https://itunes.apple.com"  # or a proxy's address
    every = "6h"

Limits: the newest 500 reviews of a country. An edited review comes again under its id, with the time of the edit alone.
Removed reviews and developers' replies never show: replies are written in App Store Connect, and whether they stand
cannot be confirmed here. Pages come empty at random; such a page is asked for in another form, then by the next pull. A
wrong app or country looks like an app without reviews. Apple states no limit of requests; its guidelines (4.5.1) allow
approved feeds and forbid scraping, so nothing else of Apple's is read.

Source: https://developer.apple.com/app-store/review/guidelines/ (read 2026-11). The feed has no document of its own:
page 11 and empty pages as measured by https://github.com/ayberkaarda/OmniHear (read 2026-11).
"""

from __future__ import annotations

from reviewwatch_connectors.app_store_rss.connector import AppStoreRss

__all__ = ["AppStoreRss"]
