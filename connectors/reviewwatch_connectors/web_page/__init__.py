"""Any page that marks up its reviews for search engines: a shop's product, a hotel, a clinic, a blog; or a saved page.

Most shops, booking sites and directories repeat their reviews in the page for search engines, as JSON-LD, microdata,
RDFa or h-review. This reads them, and the state inside of a page of Trustpilot that you saved in your browser.

Set up:

    [sources.lamp]
    brand = "tidewater"
    connector = "web_page"
    url = "https://shop.example/lamps/harbor"

or, where the site keeps programs out, open the page in your browser, save it ("HTML only"), and name the file:

    [sources.trustpilot]
    brand = "tidewater"
    connector = "web_page"
    path = "~/saved/tidewater-trustpilot.html"

| option | default | |
|---|---|---|
| `url` | | the page; needed unless there is a `path` or `urls`. With a `path` it says where that page was saved from |
| `urls` | `[]` | further pages of the same listing: `["https://shop.example/lamps/harbor?page=2"]` |
| `path` | | a saved `.html` file of at most 20 MB, read again at each pull |
| `respect_robots` | `true` | keep to the site's robots.txt; set it to false only for a site of your own |
| `id_space` | `web` | first part of the listing's key, for two sites that share an address |

What is read: per review its title, text, rating with its scale, author, times, language, votes, and the answers that
the page marks up as the business's own. The first of these that holds a review is taken: the state of a page of
Trustpilot, JSON-LD, microdata, h-review, RDFa; so a review that stands in two of them comes once. A page's listing is
what most of its reviews are about; a review of another thing on the page says so in a note. Blocks that are broken are
mended where that is safe (comments, line breaks, commas too many) and named where it is not.

Limits:

- A page shows some of its reviews, often the best or the newest. How many of how many is said where the page states it.
  What is missing is never taken to be removed.
- Few pages give reviews an id. Without one a review is known by author, exact time and title; pages that state only a
  day also need the text, so that an edited review shows as a new one.
- A day such as 9/10/2026 is read only if another date of the page proves which number is the month.
- Reviews that a script loads later, as many widgets do, are not in the page: save it in your browser, or use the
  widget's own export. A page with nothing but a summary rating is refused: there is nothing to watch in it.
- A bot wall or a consent page is said to be one, and is not got around. Answers are handed over for posting by hand.
- The site's terms hold. One request a page and pull, with our name on it; pages that say so are not sent again while
  they have not changed. Copies that a site shows of reviews on Google or Trustpilot are not told from its own.

Source: schema.org/Review; Google's "Review snippet" page; the HTML standard on microdata; RDFa Lite 1.1;
microformats.org on h-review and hreview; RFC 9309 on robots.txt; a recorded item of Trustpilot's page state, 2024
(read 2026-11).
"""

from __future__ import annotations

from reviewwatch_connectors.web_page.connector import WebPageConnector

__all__ = ["WebPageConnector"]
