"""What goes to which stream: harmless, readable by scripts, and fitted to the terminal."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reviewwatch.cli import output
from reviewwatch.types import Band


def test_an_output_that_cannot_hold_a_character_gets_an_escape() -> None:
    """A terminal of another encoding never breaks a list in its middle, and JSON stays JSON there."""
    code = "from reviewwatch.cli.output import *; make_streams_safe(); result('caf\u00e9'); print_json('caf\u00e9')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert done.stdout.splitlines() == ["caf\\xe9", '"caf\\u00e9"']


@dataclasses.dataclass(frozen=True, slots=True)
class Inner:
    """A value in a value."""

    band: Band
    span: timedelta


@dataclasses.dataclass(frozen=True, slots=True)
class Outer:
    """What a command might print."""

    text: str
    at: datetime
    inner: Inner
    path: Path
    many: tuple[int, ...]
    none: None = None


def test_json_is_plain_values_by_field(capsys: pytest.CaptureFixture[str]) -> None:
    """Dataclasses, enums, times and durations come out as JSON that any script reads."""
    at = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    output.print_json(Outer("ok", at, Inner(Band.PASSIVE, timedelta(minutes=2)), Path("a/b"), (1, 2)))

    assert json.loads(capsys.readouterr().out) == {
        "text": "ok",
        "at": "2026-11-21T12:00:00Z",
        "inner": {"band": "passive", "span": 120.0},
        "path": "a/b",
        "many": [1, 2],
        "none": None,
    }


HOSTILE = "a\x1b[2J\x9b31m\u202eevil\u2066\u200b\ud800\U000e0041\u2028 <b>=cmd()|\x00 é 宿 👩‍👩‍👧"


def test_json_of_hostile_text_is_harmless_and_exact(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing that a terminal obeys comes out raw, readable text stays readable, and reading it back gives the text."""
    output.print_json_line({"text": HOSTILE})

    said = capsys.readouterr().out
    assert json.loads(said) == {"text": HOSTILE}
    assert not {*"\x1b\x9b\u202e\u2066\u200b\ud800\U000e0041\u2028\x00"} & {*said}
    assert "é 宿" in said
    assert said.count("\n") == 1


def test_what_has_no_form_in_json_is_refused() -> None:
    """A value nobody thought of is an error, not its repr in somebody's script."""
    with pytest.raises(TypeError, match="object has no form in JSON"):
        output.to_json(object())


COLUMNS = (output.Column("id"), output.Column("n", is_right=True), output.Column("text", least=6))
ROWS = [["rv-12", "7", "The room was cold and dark."], ["rv-9", "1200", "宿は寒かった。"]]


def test_a_table_is_aligned_and_cut_to_the_terminal() -> None:
    """Only what may shrink is cut, with an ellipsis, and wide characters count as two."""
    assert output.table_lines(COLUMNS, ROWS, 80) == [
        "id        n  text",
        "rv-12     7  The room was cold and dark.",
        "rv-9   1200  宿は寒かった。",
    ]
    narrow = output.table_lines(COLUMNS, ROWS, 24)
    assert narrow == ["id        n  text", "rv-12     7  The room w…", "rv-9   1200  宿は寒かっ…"]
    assert max(map(output.cell_width, narrow)) <= 24


def test_a_sentence_is_broken_between_words_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name to type is never torn; a pipe gets the sentence as it is."""
    told = "2 held for a trained person: `reviewwatch inbox --held` says what is best done with each."
    assert output.by_words(told) == told
    monkeypatch.setattr(output, "is_terminal", lambda stream=None: True)
    monkeypatch.setattr(output, "width", lambda: 40)
    lines = output.by_words(f"short\n{told}").split("\n")
    assert lines[0] == "short"
    assert " ".join(lines[1:]) == told
    assert max(map(len, lines)) <= 40


def test_a_sentence_hangs_below_its_first_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """What follows a level or a name is set in, on a terminal alone."""
    monkeypatch.setattr(output, "is_terminal", lambda stream=None: True)
    monkeypatch.setattr(output, "width", lambda: 24)

    said = output.by_words("ok    config: a place that is long\n      next line", hang=6)

    assert said.split("\n") == ["ok    config: a place", "      that is long", "      next line"]


def test_columns_that_may_shrink_share_what_room_there_is() -> None:
    """The widest gives first: a long text leaves no other column at its least."""
    columns = (output.Column("source", least=4), output.Column("why", least=4), output.Column("text", least=4))
    lines = output.table_lines(columns, [["s" * 12, "w" * 40, "t" * 400]], 40)
    assert [len(part) for part in lines[1].split("  ")] == [12, 12, 12]


def test_a_very_narrow_terminal_gets_blocks() -> None:
    """Where the columns do not fit at all, each row is a block of its own, without its empty cells."""
    assert output.table_lines(COLUMNS, [["rv-12", "", "The room was cold."], ["rv-9", "1", "ok"]], 14) == [
        "id: rv-12",
        "text: The roo…",
        "",
        "id: rv-9",
        "n: 1",
        "text: ok",
    ]


def test_a_pipe_gets_whole_values_between_tabs(capsys: pytest.CaptureFixture[str]) -> None:
    """No header, no cutting, one line a row whatever a value holds."""
    output.print_table(COLUMNS, [["rv-12", "7", "long " * 50], ["rv-9", "1", "two\nlines\tand a tab \x1b[31m"]])

    first, second = capsys.readouterr().out.splitlines()
    assert first == "rv-12\t7\t" + ("long " * 50).strip()
    assert second.startswith("rv-9\t1\ttwo lines and a tab")
    assert "\x1b" not in second


class Terminal:
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Return that it is."""
        return True


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ({}, "\x1b[1;31mno\x1b[0m"),
        ({"NO_COLOR": "1"}, "no"),
        ({"TERM": "dumb"}, "no"),
        ({"NO_COLOR": ""}, "\x1b[1;31mno\x1b[0m"),
    ],
)
def test_color_is_for_terminals_that_want_it(
    env: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR and dumb terminals get none; neither does a pipe."""
    monkeypatch.setenv("TERM", "xterm")
    for name, value in env.items():
        monkeypatch.setenv(name, value)

    assert output.paint("no", "bold", "red", stream=Terminal()) == expected  # type: ignore[arg-type] # all it asks is isatty
    assert output.paint("no", "bold") == "no"
