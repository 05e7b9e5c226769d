"""`draft`: reviews in as JSON lines, replies out, each sentence with what allows it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from reviewwatch.cli.main import app

BUSINESS: dict[str, Any] = {
    "name": "Harbor Inn",
    "sign_off": "Your Harbor Inn team",
    "contacts": [{"id": "mail", "email": "help@harbor.example"}],
    "facts": [
        {
            "id": "desk",
            "entity": "front desk",
            "attribute": "hours",
            "value": "07:00-23:00",
            "valid_from": "2026-03-01",
        }
    ],
    "remedies": [{"id": "air", "say": "we can move guests to another room", "themes": ["room"]}],
}
COLD: dict[str, Any] = {
    "text": "The room was cold all night.",
    "rating": 2,
    "author": "Ines Example",
    "platform": "google_business",
    "business": BUSINESS,
}
CONFIG = """
store = "reviews.db"

[brands.harbor]
name = "Harbor Inn"
sign_off = "The harbor team"

[brands.harbor.contacts.mail]
email = "help@harbor.example"

[brands.hill]
name = "Hill House"
sign_off = "The hill team"

[brands.harbor.listings.inn]
name = "The inn"

[brands.hill.listings.lodge]
name = "The lodge"
"""


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No config is near, and the own data folder is empty."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REVIEWWATCH_CONFIG", raising=False)


def run(*lines: object, args: tuple[str, ...] = ()) -> Result:
    """Draft for some lines; what is no text is made JSON."""
    written = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
    return CliRunner().invoke(app, [*args, "draft"], input=written)


def answers(*lines: object, args: tuple[str, ...] = ()) -> list[Any]:
    """Draft for lines that are all good."""
    done = run(*lines, args=args)
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_review_gets_drafts_whose_sentences_say_what_allows_them() -> None:
    """The keys are a promise to scripts."""
    (row,) = answers(COLD)

    assert list(row) == ["id", "decision", "why", "drafts"]
    assert (row["id"], row["decision"], bool(row["why"])) == (1, "reply", True)
    assert 1 <= len(row["drafts"]) <= 3
    for draft in row["drafts"]:
        assert list(draft) == ["text", "sentences", "findings"]
        assert all(list(one) == ["text", "move", "licence"] for one in draft["sentences"])
        assert all(one["licence"] for one in draft["sentences"])
        assert not [one for one in draft["findings"] if one["severity"] == "block"]
    licences = {licence for one in row["drafts"][0]["sentences"] for licence in one["licence"]}
    assert {"contact:mail", "remedy:air"} <= licences
    assert any(licence.startswith("review:text:") for licence in licences)


def test_a_day_decides_whether_a_fact_speaks() -> None:
    """In March it corrects, in February and on an unknown day nothing is contested."""
    claim = {**COLD, "text": "The front desk was shut at 21:00."}
    days: tuple[dict[str, str], ...] = ({"created_at": "2026-03-05T22:00:00Z"}, {"created_at": "2026-02-20"}, {})
    rows = answers(*({**claim, **day} for day in days))

    assert ["07:00" in json.dumps(row["drafts"]) for row in rows] == [True, False, False]


def test_rows_come_in_order_with_their_own_ids() -> None:
    """A missing id is the number of the line."""
    rows = answers({**COLD, "id": "a"}, COLD, "", {**COLD, "id": 7})

    assert [row["id"] for row in rows] == ["a", 2, 7]


def test_the_last_replies_are_not_repeated() -> None:
    """What a listing said lately comes with the row."""
    (before,) = answers(COLD)
    said = before["drafts"][0]["text"]
    (after,) = answers({**COLD, "recent_replies": [said]})

    assert after["drafts"][0]["text"] != said


def test_what_is_held_has_a_reason_and_no_draft() -> None:
    """And so has what needs no answer."""
    held, skipped = answers(
        {**COLD, "text": "My lawyer has filed a claim against you in court."}, {"text": "Great", "rating": 5}
    )

    assert (held["decision"], held["drafts"], bool(held["why"])) == ("hold", [], True)
    assert (skipped["decision"], skipped["drafts"], bool(skipped["why"])) == ("skip", [], True)


def test_a_profile_in_the_row_wins() -> None:
    """A practice says nothing of its patients."""
    row = {**COLD, "text": "The car park was full.", "profile": "healthcare"}
    secret = re.compile(r"anyone's care|who comes here|discuss care")
    plain, quiet = answers({**row, "profile": None}, row)

    assert not secret.search(json.dumps(plain))
    assert all(secret.search(one["text"]) for one in quiet["drafts"])


def test_the_config_speaks_for_its_own_listings_alone(tmp_path: Path) -> None:
    """With two brands, a listing of neither gets nobody's words."""
    path = tmp_path / "two.toml"
    path.write_text(CONFIG, encoding="utf-8")
    row = {key: value for key, value in COLD.items() if key != "business"}
    inn, lodge, nobody = answers(
        {**row, "listing": "inn"}, {**row, "listing": "lodge"}, row, args=("--config", str(path))
    )

    assert "The harbor team" in inn["drafts"][0]["text"]
    assert "help@harbor.example" in json.dumps(inn["drafts"])
    assert "The hill team" in lodge["drafts"][0]["text"]
    assert "harbor" not in json.dumps(lodge).lower()
    assert "team" not in json.dumps(nobody["drafts"])


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "is not JSON"),
        ({"rating": 1}, "has no `text`"),
        ({**COLD, "platform": "myspace"}, "is not a known platform"),
        ({**COLD, "created_at": "some day"}, "`created_at`"),
        ({**COLD, "recent_replies": "x"}, "must be a list of texts"),
        ({**COLD, "profile": "church"}, "must be one of"),
        ({**COLD, "business": {"nmae": "x"}}, "nmae"),
        ({**COLD, "business": []}, "must be an object"),
        ({**COLD, "author": 5}, "which must be text"),
    ],
)
def test_a_bad_line_is_named_and_the_others_go_on(line: object, why: str) -> None:
    """No row for it, its number on stderr, exit code 1."""
    done = run(COLD, line, COLD)

    assert done.exit_code == 1
    assert [json.loads(row)["id"] for row in done.stdout.splitlines()] == [1, 3]
    assert "line 2" in done.stderr
    assert why in done.stderr


@pytest.mark.parametrize(
    "text",
    [
        "De kamer was vreselijk vies en niemand van het personeel wilde ons helpen. Nooit meer.",
        "La camera era sporca e nessuno ci ha aiutato. Non torneremo mai più in questo albergo.",
        "Pokój był brudny i nikt nam nie pomógł. Nigdy więcej tu nie wrócimy.",
        "部屋がとても汚くて、スタッフの対応も最悪でした。二度と行きません。",
        "Το δωμάτιο ήταν πολύ βρώμικο και κανείς δεν μας βοήθησε. Ποτέ ξανά.",
        "Кімната була дуже брудна, і ніхто нам не допоміг. Більше ніколи сюди не приїдемо.",
        "Номер был очень грязный, и никто нам не помог. Больше никогда сюда не приедем.",
    ],
)
def test_an_honest_line_in_the_authors_language_passes_the_rules(tmp_path: Path, text: str) -> None:
    """Held without a word about it; with `answered_anyway` the line is drafted, and in that language alone."""
    row = {**COLD, "text": text, "business": None}
    path = tmp_path / "reviewwatch.toml"
    path.write_text('[brands.inn]\nname = "Inn"\n[brands.inn.contacts.mail]\nemail = "help@harbor.example"\n')
    (held,) = answers(row, args=("--config", str(path)))
    assert (held["decision"], held["why"]) == ("hold", "held: nobody here writes its language")

    path.write_text(f'{path.read_text()}[replies]\nanswered_anyway = ["language"]\n')
    (given,) = answers(row, args=("--config", str(path)))
    assert given["decision"] == "reply", given["why"]
    assert not re.search("we have|thank you|write to us", given["drafts"][0]["text"], re.IGNORECASE)
    assert "help@harbor.example" in given["drafts"][0]["text"]
    assert [one for one in given["drafts"][0]["findings"] if one["severity"] != "warn"] == []
