"""The business writes no reviews, votes or flags (16 CFR 465.2, rule G40): few places draft, one sends, all are named.

Whoever adds another caller has to add it here, and to say in a command's help what it does.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewwatch.connector import contract
from tests.cli.running import run

ROOT = Path(__file__).parents[1]
PACKAGES = (ROOT / "reviewwatch", ROOT / "connectors" / "reviewwatch_connectors")

CALLERS = {
    # Bytes that may change something elsewhere leave by this alone; `reply/llm` asks the model that is configured.
    "send_once": {
        "reviewwatch_connectors/github/api.py",
        "reviewwatch/flow/post.py",
        "reviewwatch/flow/doctor.py",
        "reviewwatch/engine/bounds.py",
        "reviewwatch/cli/opening.py",
        "reviewwatch/reply/llm/endpoint.py",
    },
    # A reply goes to a place only with an ApprovedReply, which `approve.confirm` alone makes.
    "publish.post": {"reviewwatch/flow/post.py"},
    "connector.reply": {"reviewwatch/publish.py"},
    "ApprovedReply": {"reviewwatch/approve.py"},
    "post.publish_due": {
        "reviewwatch/cli/commands/publish.py",
        "reviewwatch/cli/screen/leaving.py",
        "reviewwatch/cli/commands/demo.py",
    },
    "post.post_one": {"reviewwatch/engine/poster.py"},
    # Texts are made for replies alone.
    "suggest": {"reviewwatch/flow/draft.py", "reviewwatch/flow/drafting.py", "reviewwatch/reply/offline.py"},
    "suggestion_for": {"reviewwatch/flow/drafting.py", "reviewwatch/flow/decide.py"},
    "draft_due": {"reviewwatch/flow/pull.py", "reviewwatch/flow/restore.py"},
}
"""Who calls what: a name, or the module and a name."""


def calls() -> Iterator[tuple[str, str]]:
    """Yield every call in the product: what is called, and in which file."""
    for package in PACKAGES:
        for path in package.rglob("*.py"):
            file = path.relative_to(package.parent).as_posix()
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    yield ast.unparse(node.func), file


@pytest.fixture(scope="module")
def found() -> list[tuple[str, str]]:
    """All calls, read once."""
    return list(calls())


@pytest.mark.parametrize("name", CALLERS)
def test_what_drafts_or_sends_is_called_from_known_places_alone(found: list[tuple[str, str]], name: str) -> None:
    """Nobody else drafts, approves or posts."""
    assert {file for called, file in found if called == name or called.endswith(f".{name}")} == CALLERS[name]


def test_a_connector_can_answer_a_review_and_write_nothing_else() -> None:
    """No verb for a review, a vote, a flag or a report: `reply` alone takes a text."""
    protocols = [value for value in vars(contract).values() if getattr(value, "_is_protocol", False)]
    verbs = {
        name
        for protocol in protocols
        for name, value in vars(protocol).items()
        if not name.startswith("_") and (callable(value) or isinstance(value, classmethod))
    }
    assert verbs == {"from_options", "pages", "read", "recognize", "reread", "reply", "from_file", "pages_by_source"}


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("publish", "Post approved replies that are due"),
        ("respond", "replies leave after the undo window, on leaving or by `publish`"),
        ("run", "post approved replies"),
        ("demo", "The one approval in it is the demo's own"),
        ("draft", "posts nothing"),
        ("approve", "It is posted after the undo window"),
    ],
)
def test_what_posts_or_drafts_says_so_in_its_help(command: str, says: str) -> None:
    """A person reads beforehand what a command does to the world."""
    assert says.lower() in " ".join(run(command, "--help").stdout.split()).lower()


def test_nothing_is_reported_in_bulk() -> None:
    """`reported` notes one report that a person made themselves; it takes one review and sends nothing."""
    usage = " ".join(run("reported", "--help").stdout.split())
    assert "reported [OPTIONS] [ID]" in usage
    assert "..." not in usage.partition("Options:")[0]
