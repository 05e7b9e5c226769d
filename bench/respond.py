"""Forty mixed reviews of three brands worked in `respond` from the keyboard, in a terminal of its own.

    python3 dev.py bench respond

The reviews, brands, facts and remedies are the invented ones of `tests/data/replies`; the program, the store, the
terminal and the keys are real. A script stands in for the person: it approves a draft that names what the label calls
the main issue and breaks no rule, rewrites one that does not, dismisses what needs no answer, and holds what is to be
held. It reads at once, so the seconds are the program's alone: from a key to the next review on the screen. Figures for
reading: keys and seconds per decision, and the share of replies approved unedited (at least .6 are asked for).
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

import pexpect
import tomlkit

from bench.harness import row
from evaluation.naming import names
from evaluation.reading import THEMES
from reviewwatch.config.names import THEMES as KNOWN
from reviewwatch.ids import REVIEW, to_number
from reviewwatch.storage.sqlite import open_store
from reviewwatch.storage.verbs import reviews
from reviewwatch.types import FindingSeverity

GOAL_UNEDITED: Final = 0.6
BRANDS: Final = ("larkmoor", "oddfern", "potterwick")
WANTED: Final = {"reply": 24, "brief_thanks": 6, "none": 4, "hold": 6}
FOLDER: Final = Path(__file__).parents[1] / "tests" / "data" / "replies"
OWN_WORDS: Final = "Thank you for telling us. We are sorry that this went wrong."
_HEAD: Final = re.compile(r"of \d+ · (rv-[0-9a-z]+)")
_NEXT: Final = r"\? help"
_END: Final = r"u undo the last act"
_ASKED: Final = (r"v I vouch for it", r"y yes, approve", r"Dismiss, because", r"Hold for a trained person, because")
_YES: Final = ("v", "y", "1", "2")
"""What is asked after a key, and the key that goes on."""
Label = Mapping[str, Any]


def main() -> int:
    """Work the queue, print, and return 1 where too few drafts could be approved as they were."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        labels = lay_out(folder)
        person = Person(folder, labels)
        person.work()
    n_replies = person.acts["approved"] + person.acts["edited"]
    unedited = person.acts["approved"] / max(n_replies, 1)
    row(
        name="respond",
        n=len(person.seconds),
        acts=dict(person.acts),
        keys_per_decision=sum(person.keys) / max(len(person.keys), 1),
        seconds_median=median(person.seconds),
        seconds_p95=quantiles(person.seconds, n=20)[-1],
        approved_unedited=unedited,
        goal=GOAL_UNEDITED,
        is_held=unedited >= GOAL_UNEDITED,
    )
    return 0 if unedited >= GOAL_UNEDITED else 1


def lay_out(folder: Path) -> dict[str, Label]:
    """Write config and files, import them, and return the labels by the reviews' own ids."""
    labels = chosen()
    (folder / "reviewwatch.toml").write_text(config_of(), encoding="utf-8")
    by_source: dict[str, list[Label]] = {}
    for label in labels:
        by_source.setdefault(label["listing"], []).append(label)
    for source, some in by_source.items():
        path = folder / f"{source}.jsonl"
        keys = ("id", "rating", "title", "text", "created_at")
        path.write_text("".join(json.dumps({key: one[key] for key in keys}) + "\n" for one in some), encoding="utf-8")
        command = [*_command(folder), "import", str(path), "--source", source]
        subprocess.run(command, check=True, capture_output=True, env=_environment(folder))
    return {label["id"]: label for label in labels}


def chosen() -> list[Label]:
    """Return the forty: of each kind the first ones of each brand, in turns."""
    rows = [json.loads(line) for line in (FOLDER / "reviews.jsonl").read_text(encoding="utf-8").splitlines()]
    picked = []
    for decision, n in WANTED.items():
        queues = [[one for one in rows if one["brand"] == brand and one["decision"] == decision] for brand in BRANDS]
        turns = chain.from_iterable(zip(*(queue[:n] for queue in queues), strict=False))
        picked += list(turns)[:n]
    return picked


def config_of() -> str:
    """Return a config that says of the three brands what the business file says."""
    tables = tomlkit.parse((FOLDER / "business.toml").read_text(encoding="utf-8")).unwrap()
    brands: dict[str, Any] = {}
    sources: dict[str, Any] = {}
    for brand in tables["brands"]:
        if brand["id"] in BRANDS:
            brands[brand["id"]] = {key: value for key, value in brand.items() if key != "id"} | {"listings": {}}
    for listing in tables["listings"]:
        if listing["brand"] in BRANDS:
            brands[listing["brand"]]["listings"][listing["id"]] = {
                "name": listing["name"],
                "time_zone": listing["time_zone"],
            }
            path = f"{listing['id']}.jsonl"
            sources[listing["id"]] = {
                "connector": "file", "brand": listing["brand"], "listing": listing["id"], "path": path,
            }  # fmt: skip
    for kind in ("facts", "remedies", "contacts"):
        for one in tables[kind]:
            if one["brand"] in BRANDS:
                home = brands[one["brand"]]
                home = home["listings"][one["listing"]] if one.get("listing") else home
                home.setdefault(kind, {})[one["id"].replace(".", "-")] = _values(kind, one)
    document = {"store": "rw.db", "brands": brands, "sources": sources, "replies": {"undo_window": "1h"}}
    return tomlkit.dumps(document)


def _values(kind: str, one: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in one.items() if key not in ("id", "brand", "listing")}
    if kind == "contacts":
        address = {kept.pop("kind"): kept.pop("value")}
        return {**kept, **address}
    if kind == "remedies":
        themes = {theme for name in kept["themes"] for theme in THEMES.get(name, ()) if theme in KNOWN}
        return {**kept, "themes": sorted(themes)}
    return kept


class Person:
    """Goes through the queue as the labels say, and counts."""

    def __init__(self, folder: Path, labels: Mapping[str, Label]) -> None:
        self._folder = folder
        self._labels = labels
        self.acts: Counter[str] = Counter()
        self.keys: list[int] = []
        self.seconds: list[float] = []

    def work(self) -> None:
        """Decide on everything that comes."""
        child: Any = pexpect.spawn(
            sys.executable,
            [*_command(self._folder)[1:], "respond", "--all"],
            env=_environment(self._folder),
            encoding="utf-8",
            dimensions=(60, 120),
            timeout=30,
        )
        child.delaybeforesend = None
        child.expect(_NEXT)
        shown = child.before
        while found := _HEAD.findall(shown):
            if len(self.keys) == len(self._labels):
                break
            keys = self._keys_for(found[0])
            started = time.perf_counter()
            shown, n_keys = self._press(child, keys)
            self.seconds.append(time.perf_counter() - started)
            self.keys.append(n_keys)
        child.close(force=True)

    def _press(self, child: Any, keys: Sequence[str]) -> tuple[str, int]:
        """Press the keys of a decision, say yes to what is asked, and return the next screen and the keys it took."""
        shown, n_keys = "", 0
        for key in keys:
            child.send(key)
            n_keys += 1
            while (asked := child.expect([_NEXT, *_ASKED, _END])) in range(1, len(_ASKED) + 1):
                child.send(_YES[asked - 1])
                n_keys += 1
            shown = child.before if asked == 0 else ""
        return shown, n_keys

    def _keys_for(self, shown_id: str) -> list[str]:
        """Return the keys of a decision, by the label and by what `show` tells of the draft."""
        told = subprocess.run(
            [*_command(self._folder), "show", shown_id, "--json"],
            check=True,
            capture_output=True,
            env=_environment(self._folder),
        )
        reply = json.loads(told.stdout)["reply"]
        label = self._label(shown_id)
        if label["decision"] == "hold":
            self.acts["held"] += 1
            return ["h"]
        if label["decision"] != "reply":
            self.acts["dismissed"] += 1
            return ["d"]
        issue = next((one for one in label["issues"] if one["theme"] == label["main_issue"]), None)
        is_good = reply["text"] and (issue is None or names(reply["text"], issue["theme"], issue["quote"]))
        severities = {finding["severity"] for finding in reply["findings"]}
        if not is_good or severities - {FindingSeverity.WARN.value}:
            self.acts["edited"] += 1
            return ["w", "a"]
        self.acts["approved"] += 1
        return ["a"]

    def _label(self, shown_id: str) -> Label:
        database = open_store(self._folder / "rw.db", create=False)
        try:
            return self._labels[reviews.get(database, to_number(REVIEW, shown_id)).review.external_id]
        finally:
            database.close()


def _command(folder: Path) -> list[str]:
    return [sys.executable, "-m", "reviewwatch", "--config", str(folder / "reviewwatch.toml")]


def _environment(folder: Path) -> dict[str, str]:
    editor = folder / "editor"
    editor.write_text(f"#!/bin/sh\nprintf '%s\\n' '{OWN_WORDS}' > \"$1\"\n", encoding="utf-8")
    editor.chmod(0o700)
    return {**os.environ, "TERM": "xterm-256color", "EDITOR": str(editor), "VISUAL": str(editor), "TZ": "UTC"}


if __name__ == "__main__":
    sys.exit(main())
