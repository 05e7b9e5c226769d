"""A file that some other program writes anew before each pull: an export with the site's ids."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from reviewwatch.demo.loopback import Answer, Call
from tests.connectors import place
from tests.connectors.place import Outcome

HEAD = ("Review ID", "Author", "Rating", "Title", "Review", "Date", "Updated")
NOT_FETCHED = "a file is not fetched"


class Stand(place.Stand):
    """One CSV file."""

    name: ClassVar[str] = "file"
    fault_points = (0,)
    is_paged = False
    not_here: ClassVar[Mapping[str, str]] = {
        "an_empty_page_in_the_middle_is_no_end": "a file is one answer",
        "one_answer_is_read_as_the_pull_reads_it": "a file is read from the disk, in pieces",
        "one_failure_is_not_seen": NOT_FETCHED,
        "an_error_in_a_200_is_an_error": NOT_FETCHED,
        **dict.fromkeys(
            ("429 with a wait", "429 without", "401", "403 html", "404", "410", "500 always", "502 html"), NOT_FETCHED
        ),
        **dict.fromkeys(
            ("hung up", "cut body", "never answers", "slow drip", "too large", "redirect inside"), NOT_FETCHED
        ),
    }
    outcomes: ClassVar[Mapping[str, Outcome]] = {"wrong charset": Outcome(None)}
    listing_url = "exports/lamps.csv"

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.path = Path(self._folder.name) / "lamps.csv"

    def options(self) -> dict[str, object]:
        return {"path": str(self.path)}

    def refresh(self) -> None:
        self.path.write_bytes(self.handle(Call("GET", "/lamps.csv", {}, {})).body)

    def answer(self, call: Call) -> Answer:
        made = io.StringIO()
        writer = csv.writer(made)
        writer.writerow(HEAD)
        for one in self.newest():
            edited = one.edited_at.isoformat() if one.edited_at else ""
            row = (
                self.id_of(one.number),
                one.author,
                one.stars,
                one.title,
                one.text,
                one.created_at.isoformat(),
                edited,
            )
            writer.writerow(row)
        return Answer(200, made.getvalue().encode())

    def id_of(self, number: int) -> str:
        return f"lamp-review-{number}"

    def is_listing(self, call: Call) -> bool:
        return True

    def empty_page(self, call: Call) -> Answer:
        return Answer(200, (",".join(HEAD) + "\r\n").encode())

    def error_in_200(self) -> bytes:
        return b"{}"

    def another_layout(self, body: bytes) -> bytes:
        return body.replace(b"Review ID,Author,Rating,Title,Review,Date", b"A,B,C,D,E,F")

    def __exit__(self, *args: object) -> None:
        super().__exit__(None, None, None)
        self._folder.cleanup()
