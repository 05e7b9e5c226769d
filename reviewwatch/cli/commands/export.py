"""`reviewwatch export`: reviews as CSV or JSON lines."""

import csv
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, TextIO

import typer

from reviewwatch.cli import filters, opening, output
from reviewwatch.errors import UsageError
from reviewwatch.normalize.exports import check_of

if TYPE_CHECKING:
    from reviewwatch.types import OwnerReply, StoredReview


class Format(StrEnum):
    """How an export is written."""

    CSV = "csv"
    JSONL = "jsonl"


Cell = str | int | float | None

_SHOWN: Final = "⟨U+"

# Spreadsheets take a cell that begins so for a formula; the wide forms too, in Japanese Excel.
# Source: https://owasp.org/www-community/attacks/CSV_Injection, 2026-11.
_FORMULA: Final = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def command(
    ctx: typer.Context,
    format: Annotated[
        Format, typer.Option("--format", metavar="csv|jsonl", help="csv for spreadsheets, jsonl for programs.")
    ] = Format.CSV,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write here instead of standard output.")
    ] = None,
    brand: filters.BrandOption = None,
    source: filters.SourceOption = None,
    rating_max: filters.RatingOption = None,
    lang: filters.LangOption = None,
    since: filters.SinceOption = None,
    is_answered: filters.AnsweredOption = None,
    is_yes: Annotated[bool, typer.Option("--yes", help="Replace FILE without asking.")] = False,
) -> None:
    """Write every stored review that the filters let through, as CSV or JSON lines, one by one.

    Both have the same keys, and `import` reads both without a loss: every review goes back to its source and listing,
    here or in another store, and one that is known there stays as it is. CSV is for spreadsheets and terminals, which
    obey what they read: a cell that would be a formula (it begins with = + - @, a tab or a line end) gets an apostrophe
    in front, and control and bidi characters stand as ⟨U+202E⟩; `import` undoes both. `reply` is the last of several
    replies; `thread` holds all of them, as JSON.
    """
    from reviewwatch.cli.screen.wording import counted
    from reviewwatch.storage.verbs import reviews

    with opening.open_desk(ctx) as desk, _destination(out, format, is_yes) as file:
        wanted = filters.wanted(desk, brand, source, rating_max, lang, since, is_answered)
        n = _write(reviews.export(desk.db, wanted), format, file)
    output.say(f"{counted(n, 'review')}{f' in {out}' if out else ''}.")


def _write(stored_reviews: "Iterator[StoredReview]", format: Format, file: TextIO) -> int:
    n_written = 0
    writer = csv.writer(file, lineterminator="\n")
    if format is Format.CSV:
        writer.writerow([name for name, _ in COLUMNS])
    for stored in stored_reviews:
        n_written += 1
        if format is Format.CSV:
            writer.writerow([_guarded(cell_of(stored)) for _, cell_of in COLUMNS])
        else:
            file.write(output.to_json({name: cell_of(stored) for name, cell_of in COLUMNS}) + "\n")
    return n_written


def _guarded(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet runs and no terminal obeys."""
    if not isinstance(cell, str):
        return cell
    # What looks like a shown character already is told apart, so that `import` gives back what stood there.
    lines = cell.replace(_SHOWN, f"⟨U+{ord(_SHOWN[0]):04X}⟩{_SHOWN[1:]}").split("\r\n")
    shown = "\r\n".join(map(output.safe_lines, lines))
    return f"'{shown}" if _FORMULA.match(shown) else shown


@contextmanager
def _destination(out: Path | None, format: Format, is_yes: bool) -> "Iterator[TextIO]":
    """Give the stream to write to; a file appears only when it is complete."""
    if out is None:
        yield sys.stdout
        return
    if out.is_dir() or not out.parent.is_dir():
        missing = f"{out} is a folder" if out.is_dir() else f"The folder {out.parent} is not there"
        raise UsageError(f"{missing}; name a file to write. Nothing was written.")
    if not output.confirm(f"{out} exists. Replace it?", is_yes or not out.is_file()):
        output.say(f"{out} was left as it is.")
        raise typer.Exit
    target = out.resolve()  # a link stays a link
    if target.exists() and not target.is_file():
        with _opened(target, format) as file:  # a pipe or a device, such as /dev/stdout, is nothing to replace
            yield file
        return
    partial = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with _opened(partial, format) as file:
            yield file
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _opened(path: Path, format: Format) -> TextIO:
    # Excel takes UTF-8 for what it is only behind a byte order mark.
    encoding = "utf-8-sig" if format is Format.CSV else "utf-8"
    return path.open("w", encoding=encoding, newline="", errors="backslashreplace")


def _time(name: str) -> "Callable[[StoredReview], Cell]":
    return lambda stored: _stamp(getattr(stored.review, name))


def _text(name: str) -> "Callable[[StoredReview], Cell]":
    return lambda stored: getattr(stored.review, name)


def _rating(name: str) -> "Callable[[StoredReview], Cell]":
    return lambda stored: getattr(stored.review.rating, name) if stored.review.rating else None


def _assessed(name: str) -> "Callable[[StoredReview], Cell]":
    return lambda stored: getattr(stored.assessment, name) if stored.assessment else None


def _last_reply(stored: "StoredReview") -> "OwnerReply | None":
    return stored.review.owner_replies[-1] if stored.review.owner_replies else None


def _reply(name: str) -> "Callable[[StoredReview], Cell]":
    def cell(stored: "StoredReview") -> Cell:
        reply = _last_reply(stored)
        value = getattr(reply, name) if reply else None
        return _stamp(value) if isinstance(value, datetime) else value

    return cell


def _stamp(at: datetime | None) -> Cell:
    return at.isoformat().replace("+00:00", "Z") if at else None


def _id(stored: "StoredReview") -> Cell:
    from reviewwatch.ids import REVIEW, to_text

    return to_text(REVIEW, stored.review_id)


def _check(stored: "StoredReview") -> Cell:
    return check_of(stored.source_id, stored.listing.key, stored.review.external_id)


def _thread(stored: "StoredReview") -> Cell:
    replies = stored.review.owner_replies
    return output.to_json([asdict(reply) for reply in replies]) if replies else None


COLUMNS: Final[tuple[tuple[str, "Callable[[StoredReview], Cell]"], ...]] = (
    ("reviewwatch_id", _id),
    ("check", _check),
    ("source", lambda stored: stored.source_id),
    ("listing", lambda stored: stored.listing.name),
    ("listing_key", lambda stored: stored.listing.key),
    ("listing_url", lambda stored: stored.listing.url),
    ("platform", lambda stored: stored.listing.platform),
    ("id", _text("external_id")),
    ("author", _text("author")),
    ("title", _text("title")),
    ("text", _text("text")),
    ("positive", _text("positive")),
    ("negative", _text("negative")),
    ("rating", _rating("value")),
    ("rating_as_written", _rating("raw")),
    ("best", _rating("best")),
    ("worst", _rating("worst")),
    ("kind", _rating("kind")),
    ("lang", _text("lang")),
    ("country", _text("country")),
    ("version", _text("version")),
    ("url", _text("url")),
    ("votes", _text("n_votes")),
    ("created", _time("created_at")),
    ("created_precision", _text("created_precision")),
    ("updated", _time("updated_at")),
    ("reply", _reply("text")),
    ("reply_author", _reply("author")),
    ("reply_date", _reply("created_at")),
    ("thread", _thread),
    ("notes", lambda stored: "\n".join(stored.review.notes)),
    ("state", lambda stored: stored.case.state),
    ("band", _assessed("band")),
    ("p_detractor", _assessed("p_detractor")),
    ("severity", lambda stored: stored.flag.severity if stored.flag else None),
    ("due_at", lambda stored: _stamp(stored.case.due_at)),
    ("gone_at", lambda stored: _stamp(stored.gone_at)),
)
