"""Google Play Console review reports: monthly CSV files in UTF-16LE, with 15 or 16 columns by year.

Reviews with a text carry the id of the Play Developer API in their link, so that a report and the API meet in the same
rows. Ratings without a text have neither link nor id: they are known by app, submit time, device and language.

Source: https://support.google.com/googleplay/android-developer/answer/6135870 (columns of the reviews report).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import quote, unquote

from reviewwatch.types import Listing
from reviewwatch_connectors.file.columns import Columns
from reviewwatch_connectors.file.fields import Field
from reviewwatch_connectors.file.identity import Cells, Key, short_id
from reviewwatch_connectors.file.layout import Layout

_PACKAGE: Final = "package name"
_SUBMITTED: Final = "review submit date and time"
_DEVICE: Final = "device"
# Field -> column; of two, the first that the report has. Milliseconds say more than the times written out.
_FIELDS: Final[Mapping[Field, tuple[str, ...]]] = {
    Field.LISTING: (_PACKAGE,),
    Field.VERSION: ("app version name", "app version code"),
    Field.LANG: ("reviewer language",),
    Field.CREATED: ("review submit millis since epoch", _SUBMITTED),
    Field.UPDATED: ("review last update millis since epoch", "review last update date and time"),
    Field.RATING: ("star rating",),
    Field.TITLE: ("review title",),
    Field.TEXT: ("review text",),
    Field.REPLY: ("developer reply text",),
    Field.REPLY_CREATED: ("developer reply millis since epoch", "developer reply date and time"),
    Field.URL: ("review link",),
}
# `…/review-details?reviewId=gp%3AAO…` now, `#ReviewDetailsPlace:…&reviewid=…` and `#ReviewPlace:id=…` in older reports.
_ID_IN_LINK: Final = re.compile(r"[?&#:]review_?id=([^&#]+)", re.IGNORECASE)
_OLD_ID_IN_LINK: Final = re.compile(r"#Review\w*:(?:[^#]*&)?id=([^&#]+)", re.IGNORECASE)


def is_play_report(names: Sequence[str]) -> bool:
    """Say whether these are the columns of a review report of the Play Console."""
    folded = {_fold(name) for name in names}
    return {_PACKAGE, _SUBMITTED, "star rating"} <= folded


def play_layout(names: Sequence[str], name: str = "") -> Layout:
    """Return the layout of a report, whichever of its columns are there.

    Args:
        name: Of the app, as the person said; its package without it.
    """
    at = {_fold(name): place for place, name in enumerate(names)}
    places = {
        field: next(at[column] for column in columns if column in at)
        for field, columns in _FIELDS.items()
        if any(column in at for column in columns)
    }
    columns = Columns(tuple(names), places)
    link, device = columns.place(Field.URL), at.get(_DEVICE, -1)
    created, lang = places[Field.CREATED], columns.place(Field.LANG)

    def known_by(cells: Cells) -> Key:
        return (cells[places[Field.LISTING]], "without a text", cells[created], cells[device], cells[lang])

    def listing(cell: str) -> Listing:
        package = cell.strip()
        url = f"https://play.google.com/store/apps/details?id={quote(package)}"
        return Listing(f"google_play:{short_id(package)}", name or package, "google_play", url)

    return Layout(columns, listing, lambda cells: review_id(cells[link]), known_by)


def review_id(link: str) -> str:
    """Return the review's id from its link as the Play Developer API states it, empty where the link holds none."""
    found = _ID_IN_LINK.search(link) or _OLD_ID_IN_LINK.search(link)
    return unquote(found[1]) if found else ""


def _fold(name: str) -> str:
    return " ".join(name.replace("_", " ").split()).casefold()
