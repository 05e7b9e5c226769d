"""What stands at the demo's place: the invented issues and everything that was done since.

Whatever is done is one line of a journal, and the state is what the lines add up to. So several processes and later
runs that share a journal file see each other's comments, and nothing that was posted is lost.
"""

from __future__ import annotations

import json
import threading
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from reviewwatch.demo.reviews import InventedIssue

_COMMENT_IDS: Final = 900_000
"""Ids of comments from the journal begin here; those of the invented ones lie below."""
_ACTS: Final = frozenset({"open", "comment", "add", "edit", "delete", "edit_comment", "delete_comment"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment as it stands now."""

    comment_id: int
    number: int
    login: str
    association: str
    body: str
    created_at: datetime
    updated_at: datetime
    is_bot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """An issue as it stands now."""

    number: int
    login: str
    association: str
    title: str
    body: str | None
    created_at: datetime
    updated_at: datetime
    labels: tuple[str, ...] = ()
    votes: int = 0
    is_pull_request: bool = False
    is_locked: bool = False


class Journal:
    """An append-only list of acts, in a file that processes share or, without a path, in memory."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._lines: list[str] = []
        self._n_bytes = 0

    def append(self, act: Mapping[str, Any]) -> None:
        """Write one act as one line, in one call, so that lines of two processes do not mix."""
        line = json.dumps(act) + "\n"
        if self._path is None:
            self._lines.append(line)
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab", buffering=0) as file:
            file.write(line.encode("ascii"))

    def read_on(self) -> list[dict[str, Any]]:
        """Return the acts since the last call. A line that is still being written waits for the next."""
        if self._path is None:
            lines, self._lines = self._lines, []
            return [json.loads(line) for line in lines]
        if not self._path.exists():
            return []
        with self._path.open("rb") as file:
            file.seek(self._n_bytes)
            whole = file.read().rpartition(b"\n")[0]
        self._n_bytes += len(whole) + 1 if whole else 0
        return [act for line in whole.splitlines() if (act := _whole_act(line))]


def _whole_act(line: bytes) -> dict[str, Any]:
    """Return an act; empty for a line that a process left half written when it died."""
    try:
        act = json.loads(line)
    except ValueError:
        return {}
    return act if isinstance(act, dict) and act.get("do") in _ACTS else {}


class World:
    """The issues and comments, by number and id.

    Attributes:
        deleted: When an issue was removed, by its number.
        port: Where it was served last, None if never. A place keeps its address, so that an approval for it holds.
    """

    def __init__(self, journal: Journal, invented: Sequence[InventedIssue]) -> None:
        self._journal = journal
        self._invented = invented
        self._lock = threading.Lock()
        self._n_acts = 0
        self._made: dict[str, int] = {}
        self.issues: dict[int, Issue] = {}
        self.comments: dict[int, Comment] = {}
        self.deleted: dict[int, datetime] = {}
        self.port: int | None = None
        self.refresh()

    @property
    def is_open(self) -> bool:
        """Whether the place was ever served: its invented issues get their times then."""
        return bool(self.issues)

    def refresh(self) -> None:
        """Take in what was done since, here or by another process."""
        with self._lock:
            for act in self._journal.read_on():
                self._n_acts += 1
                getattr(self, f"_{act['do']}")(act, datetime.fromisoformat(act["at"]))

    def do(self, what: str, at: datetime, **details: Any) -> int:
        """Do something: append it, take it in, and return the id of the comment or issue that it made, else 0."""
        mark = uuid.uuid4().hex
        self._journal.append({"do": what, "at": at.replace(microsecond=0).isoformat(), "mark": mark, **details})
        self.refresh()
        return self._made.pop(mark, 0)

    def _open(self, act: Mapping[str, Any], at: datetime) -> None:
        self.port = act["port"]
        if self.issues:
            return
        for invented in self._invented:
            self._be_born(invented, at)

    def _be_born(self, invented: InventedIssue, at: datetime) -> None:
        number, born_at = invented.number, at - invented.age
        self.issues[number] = Issue(
            number=number,
            login=invented.login,
            association=invented.association,
            title=invented.title,
            body=invented.body,
            created_at=born_at,
            updated_at=max([born_at, *(at - comment.age for comment in invented.comments)]),
            labels=invented.labels,
            votes=invented.votes,
            is_pull_request=invented.is_pull_request,
        )
        for position, comment in enumerate(invented.comments):
            said_at = at - comment.age
            self.comments[number * 100 + position] = Comment(
                comment_id=number * 100 + position,
                number=number,
                login=comment.login,
                association=comment.association,
                body=comment.body,
                created_at=said_at,
                updated_at=said_at,
                is_bot=comment.is_bot,
            )

    def _comment(self, act: Mapping[str, Any], at: datetime) -> None:
        comment_id = self._made[act["mark"]] = _COMMENT_IDS + self._n_acts
        self.comments[comment_id] = Comment(
            comment_id=comment_id,
            number=act["number"],
            login=act["login"],
            association=act["association"],
            body=act["body"],
            created_at=at,
            updated_at=at,
        )
        self._touch(act["number"], at)

    def _add(self, act: Mapping[str, Any], at: datetime) -> None:
        number = self._made[act["mark"]] = max(self.issues, default=0) + 1
        self.issues[number] = Issue(
            number=number,
            login=act["login"],
            association=act["association"],
            title=act["title"],
            body=act["body"],
            created_at=at,
            updated_at=at,
            labels=tuple(act["labels"]),
            is_pull_request=act["is_pull_request"],
        )

    def _edit(self, act: Mapping[str, Any], at: datetime) -> None:
        changes: dict[str, Any] = act["changes"]
        if "labels" in changes:
            changes["labels"] = tuple(changes["labels"])
        self.issues[act["number"]] = replace(self.issues[act["number"]], updated_at=at, **changes)

    def _delete(self, act: Mapping[str, Any], at: datetime) -> None:
        self.deleted[act["number"]] = at
        self.issues.pop(act["number"], None)
        self.comments = {id_: comment for id_, comment in self.comments.items() if comment.number in self.issues}

    def _edit_comment(self, act: Mapping[str, Any], at: datetime) -> None:
        """Change a comment. Its issue stays untouched."""
        comment_id = act["comment_id"]
        self.comments[comment_id] = replace(self.comments[comment_id], body=act["body"], updated_at=at)

    def _delete_comment(self, act: Mapping[str, Any], at: datetime) -> None:
        gone = self.comments.pop(act["comment_id"], None)
        if gone:
            self._touch(gone.number, at)

    def _touch(self, number: int, at: datetime) -> None:
        if number in self.issues:
            self.issues[number] = replace(self.issues[number], updated_at=at)
