"""`lint`: replies in as JSON lines, what the rules say of them out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from reviewwatch.cli.main import app

BUSINESS: dict[str, Any] = {
    "contacts": [{"id": "mail", "email": "help@harbor.example"}],
    "facts": [{"id": "desk", "entity": "front desk", "attribute": "hours", "value": "07:00-23:00"}],
}
CONFIG = """
store = "reviews.db"

[brands.harbor]
name = "Harbor Inn"

[brands.harbor.contacts.mail]
email = "help@harbor.example"
"""


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run where no config is found, unless a test writes one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("REVIEWWATCH_CONFIG", raising=False)


def lint(*rows: Any, options: tuple[str, ...] = ()) -> Result:
    """Lint rows; a text is a line as it is."""
    lines = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    return CliRunner().invoke(app, [*options, "lint"], input=lines)


def answers(result: Result) -> list[dict[str, Any]]:
    """Return the lines that came out."""
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        ({"reply": "We are sorry about the cold room.", "review": "The room was cold.", "rating": 2}, "ok"),
        ({"reply": "The desk is staffed until 23:00.", "review": "Shut at nine!", "rating": 2}, "warn"),
        ({"reply": "We are sorry about the soup.", "review": "The soup gave me food poisoning.", "rating": 1}, "hold"),
        ({"reply": "Delete your review.", "review": "I got food poisoning from the soup.", "rating": 1}, "block"),
    ],
)
def test_the_verdict_is_the_strongest_finding(row: dict[str, Any], verdict: str) -> None:
    """A block forbids the text whoever answers, a hold asks for a trained person, a warning can be accepted."""
    (answer,) = answers(lint({**row, "platform": "google_business", "business": BUSINESS}))

    assert answer["verdict"] == verdict


def test_a_finding_has_its_place_reason_law_and_mend() -> None:
    """What scripts read of a finding; `fix` where one key mends it."""
    (answer,) = answers(lint({"id": "a", "reply": "Thank you for telling us. Delete your review.", "platform": "yelp"}))
    (finding,) = [one for one in answer["findings"] if one["rule"] == "G04"]

    assert (answer["id"], finding["severity"], finding["fix"]) == ("a", "block", "")
    assert (finding["start"], finding["end"]) == (26, 45)
    assert finding["why"]
    assert finding["source"]


def test_lines_come_out_in_order_and_bad_ones_are_named() -> None:
    """A verdict never changes the exit code; a line that cannot be read gives no line and makes it 1."""
    result = lint(
        {"reply": "Delete your review."}, {"reply": 5}, "{", {"review": "x"}, {"reply": "Hello", "platform": "nowhere"}
    )

    assert [one["id"] for one in answers(result)] == [1]
    assert result.exit_code == 1
    assert "line 2 has a number as `reply`, which must be text" in result.stderr
    assert "line 3 is not JSON" in result.stderr
    assert "line 4 has no `reply`" in result.stderr
    assert "line 5 platform `nowhere` is not a known platform" in result.stderr
    assert lint({"reply": "Delete your review."}).exit_code == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            {"reply": "Hello", "platform": "google_bussiness"},
            "is not a known platform; did you mean `google_business`?",
        ),
        (
            {
                "reply": "Hello",
                "business": {"contacts": [{"id": "a", "url": "https://a.example", "platforms": ["yelb"]}]},
            },
            "business.contacts[0].platforms names no platform that reviewwatch knows: `yelb`; did you mean `yelp`?",
        ),
        ('{"reply": "Hello", "rating": 1, "reply": "Hi"}', "line 1 has `reply` twice in one object"),
        ('{"reply": "Hello", "business": {"facts": [{"id": "a", "value": "1", "value": "2"}]}}', "has `value` twice"),
        ('{"reply": "Hello", "a\\u001b": 1, "a\\u001b": 2}', "has `a⟨U+001B⟩` twice"),
    ],
)
def test_a_slip_of_the_pen_is_named_with_what_was_meant(line: dict[str, Any] | str, said: str) -> None:
    """An unknown place, wherever it stands, and a key that stands twice: no value is silently dropped."""
    result = lint(line)
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr


def test_without_facts_what_needs_them_only_warns() -> None:
    """Nothing is known of the business, so nothing is held against a promise but a doubt."""
    (answer,) = answers(lint({"reply": "Sorry, it will be fixed by Monday. Write to help@harbor.example."}))

    assert answer["verdict"] == "warn"
    assert {one["rule"] for one in answer["findings"] if "no facts given" in one["why"]} >= {"G19", "G23"}


def test_what_a_person_could_vouch_for_says_so() -> None:
    """The same sentence blocks as nobody's and warns as a person's: both say what can be done."""
    rows = [
        {"reply": "Our workshop is open until 19:30.", "business": {"name": "Harbor Inn"}},
        {"reply": "Change your stars and breakfast is free.", "business": {"name": "Harbor Inn"}},
    ]
    (claim, bribe) = answers(lint(*rows))

    [why] = [one["why"] for one in claim["findings"] if one["rule"] == "G24"]
    assert claim["verdict"] == "block"
    assert "whoever approves it can vouch for it, or `reviewwatch knowledge add fact` backs it" in why
    assert not any("vouch" in one["why"] for one in bribe["findings"] if one["rule"] not in ("G23", "G24"))


def test_the_business_comes_from_the_config_where_the_line_has_none(tmp_path: Path) -> None:
    """The one brand's contact may be named."""
    config = tmp_path / "config.toml"
    config.write_text(CONFIG)
    row = {"reply": "We are sorry about the soup. Write to help@harbor.example.", "review": "Cold soup", "rating": 2}

    (answer,) = answers(lint({**row, "platform": "google_business"}, options=("--config", str(config))))

    assert [one for one in answer["findings"] if one["rule"] == "G19"] == []


def test_copies_of_the_last_replies_are_told() -> None:
    """`recent_replies` are what the listing said last."""
    reply = "It is a pity that the room was so cold on your first night by the sea, and that nobody came to look at it."

    (answer,) = answers(lint({"reply": reply, "recent_replies": [reply]}))

    assert ("G30", "block") in {(one["rule"], one["severity"]) for one in answer["findings"]}


def test_a_key_that_is_likely_a_slip_is_named_and_others_pass(tmp_path: Path) -> None:
    """A reply is never judged without the review that was meant to stand beside it; a key of one's own is no matter."""
    path = tmp_path / "replies.jsonl"
    rows = [{"reply": "We are sorry.", "reveiw": "Wet."}, {"reply": "We are sorry.", "review": "Wet.", "ticket": 7}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    result = CliRunner().invoke(app, ["lint", str(path)])
    assert "line 1 has `reveiw`, which nothing reads; is `review` meant?" in result.stderr
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [2]
