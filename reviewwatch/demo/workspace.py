"""The folder that the demo leaves behind: a config, and a monthly report as the Play Console writes one.

Everything in it is invented.
"""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from reviewwatch.errors import UsageError

FOLDER: Final = "reviewwatch-demo"
CONFIG: Final = "reviewwatch.toml"
REPORT: Final = "reviews_com.example.tidewater.csv"
TOKEN_ENV: Final = "REVIEWWATCH_DEMO_TOKEN"  # noqa: S105 - the name of a variable, not a secret

_CONFIG: Final = """\
# A workspace of `reviewwatch demo`. Everything in it is invented; delete the folder whenever you like.
# Commands that run here start the demo's own site on loopback for as long as they run.
store = "reviews.db"

[demo]
site = "site.jsonl"

[brands.tidewater]
name = "Tidewater"
sign_off = "The Tidewater team"
trade = "apps"

[brands.tidewater.contacts.help]
email = "help@tidewater.example"

[sources.issues]
connector = "github"
every = "15m"
repo = "{repo}"
base_url = "demo"
account = "{account}"
token_env = "{token_env}"

[http]
pace = "0s"
allow_private = true
"""

_HEADER: Final = (
    "Package Name", "App Version Code", "App Version Name", "Reviewer Language", "Device",
    "Review Submit Date and Time", "Review Submit Millis Since Epoch", "Review Last Update Date and Time",
    "Review Last Update Millis Since Epoch", "Star Rating", "Review Title", "Review Text",
    "Developer Reply Date and Time", "Developer Reply Millis Since Epoch", "Developer Reply Text", "Review Link",
)  # fmt: skip
"""As Google's help names the columns: https://support.google.com/googleplay/android-developer/answer/6135870"""


@dataclass(frozen=True, slots=True)
class _Row:
    """One invented review: how long ago, stars, language, title, text, and the team's reply if there is one."""

    hours_ago: int
    stars: int
    lang: str
    text: str
    title: str = ""
    reply: str = ""


_ROWS: Final = (
    _Row(5, 1, "en", "Crashes every time I open the tide chart. Lost two days of notes, very angry.", "Useless"),
    _Row(9, 5, "en", "Lovely app, and Priya from support answered within the hour. Thank you Priya!"),
    _Row(14, 2, "en", "Sign-in fails after the update and the reset mail never arrives."),
    _Row(20, 5, "en", "Worst update ever. Nothing works, I hate it and I want my money back."),
    _Row(26, 1, "de", "Nach dem Update startet die App nicht mehr. Sehr enttäuschend."),
    _Row(31, 3, "en", "Fine, but the map is slow on my phone and drains the battery."),
    _Row(40, 4, "es", "Buena aplicación, aunque los avisos llegan tarde."),
    _Row(52, 2, "en", "The reminders come an hour late.", reply="We are sorry about that. Version 3.2 corrects it."),
    _Row(70, 5, "en", ""),
    _Row(30 * 24, 1, "en", "Old but still true: it forgot my harbor after every restart."),
)  # fmt: skip


@contextmanager
def made(folder: Path, now: datetime, repo: str, account: str) -> Iterator[Path]:
    """Make a workspace in a new or empty folder, for as long as the walk through it lasts, and give the config's path.

    A walk that breaks off takes everything back: half a workspace would neither work nor make room for a whole one.

    Args:
        repo, account: Of the demo's site: the repository that it serves and the login that replies stand under.

    Raises:
        UsageError: The folder holds something already, or cannot be made.
    """
    is_new = not folder.exists()
    config = _create(folder, now, repo, account)
    try:
        yield config
    except BaseException:
        _take_back(folder, is_new=is_new)
        raise


def _take_back(folder: Path, *, is_new: bool) -> None:
    if is_new:
        shutil.rmtree(folder, ignore_errors=True)
        return
    for path in folder.iterdir():
        path.unlink(missing_ok=True)


def _create(folder: Path, now: datetime, repo: str, account: str) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise UsageError(
                f"`{folder}` is not empty, and the demo touches nothing of yours: name another with `--into`."
            )
        config = _CONFIG.format(repo=repo, account=account, token_env=TOKEN_ENV)
        (folder / CONFIG).write_text(config, encoding="utf-8")
        (folder / REPORT).write_bytes(play_report(now))
    except OSError as error:
        raise UsageError(f"`{folder}` cannot be written ({error.strerror}): name another with `--into`.") from error
    return folder / CONFIG


def free_folder(parent: Path) -> Path:
    """Return the first of `reviewwatch-demo`, `reviewwatch-demo-2`, … that is not there yet."""
    numbers = iter(range(2, 10_000))
    folder = parent / FOLDER
    while folder.exists():
        folder = parent / f"{FOLDER}-{next(numbers)}"
    return folder


def play_report(now: datetime) -> bytes:
    """Return the invented reviews as the Play Console would: UTF-16LE with a BOM."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(_HEADER)
    for number, row in enumerate(_ROWS, start=1):
        writer.writerow(_cells(number, row, now - timedelta(hours=row.hours_ago)))
    return lines.getvalue().encode("utf-16")


def _cells(number: int, row: _Row, at: datetime) -> list[str]:
    reply_at = at + timedelta(hours=6)
    link = (
        f"https://play.google.com/console/developers/1/app/2/user-feedback/review-details?reviewId=gp%3ADEMO{number:04}"
    )
    return [
        "com.example.tidewater", "310", "3.1.0", row.lang, "Pixel 8",
        f"{at:%Y-%m-%dT%H:%M:%SZ}", _millis(at), f"{at:%Y-%m-%dT%H:%M:%SZ}", _millis(at),
        str(row.stars), row.title, row.text,
        *((f"{reply_at:%Y-%m-%dT%H:%M:%SZ}", _millis(reply_at), row.reply) if row.reply else ("", "", "")),
        link if row.text else "",
    ]  # fmt: skip


def _millis(at: datetime) -> str:
    return str(int(at.astimezone(UTC).timestamp()) * 1000)
