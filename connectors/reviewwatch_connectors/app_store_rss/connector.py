"""The connector: storefront by storefront, past pages that come back empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from reviewwatch.connector import About, Batch, Capabilities, OptionReader, Page, Recognized, newest_first
from reviewwatch.connector.apart import read_apart
from reviewwatch.connector.naming import path_at, source_name
from reviewwatch.errors import LayoutChangedError, SuspiciousEmptyError
from reviewwatch.net import Http, Response
from reviewwatch.types import Cursor, Listing, Problem, Review
from reviewwatch_connectors.app_store_rss.entries import EXPECTED, Storefront, read_entries

FORMS: Final = ("page={0}/id={1}/sortby=mostrecent/json", "id={1}/sortBy=mostRecent/page={0}/json")
"""Of a page's address: one may be empty where the other is not."""
_NONE: Final = "the feed lists no review: there is none, or Apple hides it for now, or the app or country is wrong"
_UNKNOWN: Final = "the feed lists no review and no address of its own, as where Apple does not know the app there"
_APP: Final = re.compile(r"(?:/([a-z]{2}))?/app(?:/([^/]+))?/id([0-9]{1,15})(?:/|$)", re.I)
_COUNTRY: Final = re.compile(rb"/([a-z]{2})\\?/(?:rss\\?/customerreviews|reviews?\b)|[?&]cc=([a-z]{2})\b", re.I)
_LINK: Final = re.compile(rb'"rel"\s*:\s*"(self|last)"\s*,\s*"href"\s*:\s*"[^"]{0,300}?/page=([0-9]{1,6})')


@dataclass(frozen=True, slots=True, kw_only=True)
class AppStoreRss:
    """One app in the storefronts that the config names."""

    name: ClassVar[str] = "app_store_rss"
    about: ClassVar[About] = About(
        place="App Store (public feed)",
        key="none",
        limit="not stated; one request in 5 to 10 seconds met none in two months",
        edits="at the next pull",
        deletions="never",
        history="the newest 500 of each country",
        tested="recordings of 2021 and 2026 and a stand-in (2026); never against apple.com itself",
    )
    capabilities: ClassVar[Capabilities] = Capabilities(platform="app_store_rss", is_windowed=True)

    app_id: str
    countries: tuple[str, ...]
    max_pages: int
    address: str

    @classmethod
    def from_options(cls, source_id: str, options: Mapping[str, object]) -> AppStoreRss:
        """Validate the options, which the package's page explains."""
        given = options.get("app_id")
        reader = OptionReader(source_id, {**options, "app_id": str(given)} if type(given) is int else options)
        made = cls(
            app_id=reader.text("app_id"),
            countries=tuple(dict.fromkeys(country.lower() for country in reader.texts("countries"))),
            max_pages=reader.number("max_pages", 10, 1, 10),
            address=reader.address("base_url", "https://itunes.apple.com"),
        )
        if made.app_id and not re.fullmatch(r"[0-9]{1,15}", made.app_id):
            reader.refuse("app_id", "must be the digits behind `id` in the app's address")
        wrong = [country for country in made.countries if not re.fullmatch(r"(?!uk)[a-z]{2}", country)]
        if wrong or not made.countries:
            reader.refuse("countries", f'must name storefronts, as in ["us", "gb", "de", "fr", "jp"], not {wrong}')
        reader.finish()
        return made

    @classmethod
    def recognize(cls, url: str) -> Recognized | None:
        """Know the App Store's pages; one without a country is that of the United States, as Apple has it."""
        found = _APP.search(path_at(url, "apps.apple.com", "itunes.apple.com"))
        options = {"app_id": found[3], "countries": [(found[1] or "us").lower()]} if found else {}
        return Recognized(name=source_name(found[2] or "", f"app-{found[3]}"), options=options) if found else None

    def pages(self, http: Http, cursor: Cursor) -> Iterator[Page]:
        """Read country by country. The cursor has the mark of each that ever had a review, "" without times."""
        is_same = cursor.get("app") == self.app_id
        marks = {country: cursor[country] for country in self.countries if is_same and country in cursor}
        return read_apart(self.countries, lambda country: self._country(http, country, marks))

    def read(self, response: Response) -> Batch:
        """Read one page. Which country's it is stands in its address or links."""
        found = _COUNTRY.search(response.url.encode("utf-8", "replace")) or _COUNTRY.search(response.body)
        return self._read(response, (found[1] or found[2]).decode().lower() if found else "", 0)

    def _country(self, http: Http, country: str, marks: dict[str, str]) -> Iterator[Page]:
        body = b""

        def fetch(page: str) -> Batch:
            nonlocal body
            for form in FORMS:
                try:
                    path = form.format(page, self.app_id)
                    response = http.get(f"{self.address}/{country}/rss/customerreviews/{path}")
                except LayoutChangedError as error:
                    _refuse_depth(error.body)
                    raise
                batch, body = self._read(response, country, int(page)), response.body
                if batch.n_items or not batch.next:
                    break
            return batch

        web = f"https://apps.apple.com/{self.countries[0]}/app/id{self.app_id}"
        listing = Listing(f"app_store_rss:{self.app_id}", f"App Store {self.app_id}", "app_store_rss", web)
        for step in newest_first(fetch, "1", marks.get(country, ""), max_pages=self.max_pages, max_empty=3):
            if step.is_last and not step.n_items and country in marks:
                why = f"the App Store lists no review in {country.upper()}, where there were some; it may hide them for"
                hint = " a while. If they are gone for good, take that country out of `countries`"
                raise SuspiciousEmptyError(why + hint, expected="at least one review", body=body)
            if step.is_last and step.n_items:
                marks[country] = step.seen_until
            yield Page(
                listing=listing, reviews=step.batch.reviews, cursor={"app": self.app_id, **marks},
                problems=step.batch.problems, unseen=step.unseen(f"{country.upper()}: "),
                notes=step.batch.notes if step.batch.n_items or (step.is_last and not step.n_items) else (),
            )  # fmt: skip

    def _read(self, response: Response, country: str, page: int) -> Batch:
        body = response.body
        _refuse_depth(body)
        reviews, problems, n_items = self._reviews(response, country)
        linked = _linked(body)
        page = page or linked.get(b"self", 0)
        is_behind = not n_items and page > linked.get(b"last", 0) > 0
        has_times = not reviews or any(review.updated_at for review in reviews)
        nothing = [] if n_items else [_NONE if b'"self"' in body else _UNKNOWN]
        notes = nothing + ["the feed gives no times, so each pull reads all pages"] * (not has_times)
        return Batch(reviews=reviews, problems=problems, n_items=n_items, notes=notes,
                     next=str(page + 1) if page and not is_behind else "")  # fmt: skip

    def _reviews(self, response: Response, country: str) -> tuple[Sequence[Review], Sequence[Problem], int]:
        from reviewwatch_connectors.app_store_rss.usual import read_usual  # noqa: PLC0415 - msgspec costs some 20 ms

        web = f"https://apps.apple.com/{country or self.countries[0]}/app/id{self.app_id}?see-all=reviews"
        place = Storefront(f"app_store_rss:{self.app_id}", country.upper() or None, web)
        usual = read_usual(response, place)
        return (usual, (), len(usual)) if usual else read_entries(response, place)


def _linked(body: bytes) -> dict[bytes, int]:
    """Return which pages the feed calls its own and its last; mostly that stands behind the entries."""
    links = _LINK.findall(body, max(body.rfind(b'"im:rating"'), 0)) or _LINK.findall(body)
    return {rel: int(number) for rel, number in links}


def _refuse_depth(body: bytes) -> None:
    if b"page depth is limited" in body[:500]:
        why = "Apple says that its feed has fewer pages than were asked for; set `max_pages` lower"
        raise LayoutChangedError(why, expected=EXPECTED, body=body)
