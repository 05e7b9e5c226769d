"""`score`: JSON lines in, JSON lines out, whatever they hold."""

from __future__ import annotations

import io
import json
import os
import re
import select
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from reviewwatch import assess
from reviewwatch.cli import lines
from reviewwatch.cli.main import app
from reviewwatch.cli.records import score_record
from reviewwatch.config import TriageConfig
from reviewwatch.flow.score import MAX_LINE, Scored, score_line
from reviewwatch.types import Problem
from tests.make import by_stars

UNHAPPY = "The pump broke after a week. The box was blue."
KEYS = [
    *("id", "p_detractor", "band", "sentiment", "flagged", "conflict", "at_risk", "praise", "themes", "reasons"),
    *("lang", "scorer"),
]


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No config is near, and the own data folder is empty."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REVIEWWATCH_CONFIG", raising=False)


def score(*reviews: object, args: tuple[str, ...] = ()) -> Result:
    """Score some lines; what is no text is made JSON."""
    written = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in reviews)
    return CliRunner().invoke(app, ["score", *args], input=written)


def answers(*reviews: object) -> list[Any]:
    """Score lines that are all good."""
    done = score(*reviews)
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def one(line: bytes, number: int = 1) -> Scored | Problem:
    """Judge one line by the shipped rules."""
    return score_line(line, number, TriageConfig())


def test_a_line_gives_the_promised_keys_and_a_reason_points_at_the_words_as_given() -> None:
    """Keys, their order, and the text behind each reason, which is that slice of the named field."""
    given = {"id": "p-1", "title": "Pump", "text": UNHAPPY, "rating": 2}
    (found,) = answers(given)
    assert list(found) == KEYS
    assert (found["id"], found["band"], found["flagged"], found["lang"]) == ("p-1", "detractor", True, "en")
    assert [(reason["field"], reason["text"]) for reason in found["reasons"][:1]] == [("rating", "2")]
    for reason in found["reasons"]:
        assert list(reason) == ["field", "start", "end", "text", "why"]
        assert str(given[reason["field"]])[reason["start"] : reason["end"]] == reason["text"]


def test_no_store_and_no_config_are_needed_nor_made(tmp_path: Path) -> None:
    """Nothing is left behind where it ran."""
    before = sorted(tmp_path.rglob("*"))
    answers({"text": UNHAPPY, "rating": 1})
    assert sorted(tmp_path.rglob("*")) == before


def test_the_threshold_of_a_config_holds_where_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same review is flagged by the shipped threshold and not by a stricter one."""
    monkeypatch.setattr(assess, "assess", by_stars)
    review = {"text": "It is a lamp.", "rating": 3}
    assert answers(review)[0]["flagged"]
    (tmp_path / "reviewwatch.toml").write_text('store = "none.db"\n[triage]\nthreshold = 0.95\n')
    assert not answers(review)[0]["flagged"]
    assert not (tmp_path / "none.db").exists()


def test_a_missing_id_is_the_number_of_the_line_counted_through_all_files(tmp_path: Path) -> None:
    """Empty lines give nothing and count; a null id is a missing one; a number stays a number."""
    (tmp_path / "a.jsonl").write_text('{"text": "one"}\n\n{"text": "three", "id": null}')
    (tmp_path / "b.jsonl").write_text('\ufeff{"text": "four"}\r\n{"text": "five", "id": 5.5}\r\n')
    done = CliRunner().invoke(app, ["score", "a.jsonl", "-", "b.jsonl"], input='{"text": "between"}\n')
    assert done.exit_code == 0, done.output
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [1, 3, 4, 5, 5.5]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "is not JSON"),
        ("[1]", "holds a list where an object"),
        ('"text"', "holds text where an object"),
        ("null", "holds null"),
        ("[" * 100_000, "nests"),
        ('{"text": "a", "more": ' + '{"a":' * 100_000, "nests"),
        ("{}", "has no `text`"),
        ('{"text": 5}', "has a number as `text`"),
        ('{"text": ["a"]}', "has a list as `text`"),
        ('{"text": "a", "title": true}', "has true or false as `title`"),
        ('{"text": "a", "lang": 1}', "has a number as `lang`"),
        ('{"text": "a", "id": {}}', "has an object as `id`"),
        ('{"text": "a", "id": true}', "has true or false as `id`"),
        ('{"text": "a", "rating": NaN}', "holds NaN"),
        ('{"text": "a", "rating": -Infinity}', "holds -Infinity"),
        ('{"text": "a", "rating": true}', "has true or false as `rating`"),
        ('{"text": "a", "rating": 6}', "is not within 1 to 5"),
        ('{"text": "a", "rating": 1e999}', "has a number as `rating`"),
        ('{"text": "a", "id": 1e999}', "has a number as `id`"),
        ('{"text": "a", "rating": 1' + "0" * 5000 + "}", "holds a number that cannot be read"),
        ('{"text": "a", "rating": "lovely"}', "is not a rating"),
        ('{"text": "a", "rating": 3, "best": 2}', "is not within 1 to 2"),
        ('{"text": "a", "rating": 3, "best": 3, "worst": 5}', "holds no rating"),
        ('{"text": "a", "rating": 3, "best": 3, "worst": 3}', "holds no rating"),
        ('{"text": "a", "rating": 3, "best": "many"}', "has text as `best`"),
        ('{"text": "a", "best": [5]}', "has a list as `best`"),
    ],
)
def test_a_bad_line_gives_no_row_and_is_named_by_its_number(line: str, why: str) -> None:
    """The others are answered all the same, and the exit code says that something was wrong."""
    done = score({"text": "first"}, line, {"text": "third"})
    assert done.exit_code == 1
    assert [json.loads(row)["id"] for row in done.stdout.splitlines()] == [1, 3]
    assert done.stderr.startswith("line 2 ")
    assert why in done.stderr


def test_bytes_that_are_no_text_are_a_bad_line() -> None:
    """Not UTF-8, a surrogate written as bytes, and a line beyond the limit, each said as such."""
    found = [one(b'{"text": "caf\xe9"}'), one(b'{"text": "\xed\xa0\xbd"}'), one(b" " * (MAX_LINE + 1))]
    assert [re.sub(r"\d+", "N", problem.why) for problem in found if isinstance(problem, Problem)] == [
        "is not UTF-N (byte N)",
        "is not UTF-N (byte N)",
        "is longer than N,N,N bytes",
    ]


@pytest.mark.parametrize(
    ("given", "band"),
    [
        ({"rating": "1"}, "detractor"),
        ({"rating": "5/5"}, "promoter"),
        ({"rating": "★☆☆☆☆"}, "detractor"),
        ({"rating": 1, "best": "10"}, "detractor"),
        ({"rating": 5, "best": 10, "worst": 0}, "detractor"),
        ({"rating": 9.5, "best": 10}, "promoter"),
        ({"rating": 0.3333333333333333, "best": 1, "worst": 0}, "detractor"),
        ({"rating": "", "lang": "nonsense!"}, "unscored"),
        ({"rating": None, "best": None, "title": None}, "unscored"),
    ],
)
def test_ratings_are_read_on_their_own_scale(given: dict[str, object], band: str) -> None:
    """As numbers or as text; stars alone decide where there are no words."""
    assert answers({"text": "", **given})[0]["band"] == band


def test_hostile_texts_get_a_verdict_and_their_offsets_count_what_was_given() -> None:
    """NUL and a lone surrogate before a complaint shift nothing, and come back as escapes in plain JSON."""
    text = "\0\ud83d x\u202e. " + UNHAPPY
    line = json.dumps({"id": "\ud83d\u202e", "text": text, "rating": 1})
    done = score(line)
    found = json.loads(done.stdout)
    assert found["id"] == "\ud83d\u202e"
    assert done.stdout.isprintable() or done.stdout.rstrip("\n").isprintable()
    spans = [reason for reason in found["reasons"] if reason["field"] == "text"]
    assert spans
    for reason in spans:
        assert text[reason["start"] : reason["end"]] == reason["text"]
    assert any("broke" in reason["text"] for reason in spans)


def test_a_very_long_text_takes_no_long_time_and_says_what_was_not_read() -> None:
    """One megabyte is a line like any other, though it comes in many pieces."""
    (found,) = answers({"text": "The pump broke again. " * 50_000, "rating": 1})
    assert found["reasons"][-1]["why"].startswith("the text is very long")


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
_REVIEWS = st.fixed_dictionaries(
    {},
    optional={
        name: _JSON | st.text(st.characters(codec=None), max_size=60)
        for name in ("id", "text", "title", "rating", "best", "worst", "lang")
    },
)
_LINES = st.one_of(_REVIEWS.map(json.dumps), _JSON.map(json.dumps), st.text(max_size=30).map(lambda s: s + "{"))


@settings(max_examples=150, deadline=None)
@given(st.lists(_LINES.filter(lambda line: line.strip() and "\n" not in line), max_size=6))
def test_every_line_is_answered_in_order_or_named(written: list[str]) -> None:
    """Whatever stands in the lines, nothing is lost, nothing is doubled and nothing fails."""
    found = [one(line.encode("utf-8", "surrogatepass"), number) for number, line in enumerate(written, start=1)]
    for number, (line, result) in enumerate(zip(written, found, strict=True), start=1):
        if isinstance(result, Problem):
            assert result.where == f"line {number}"
            continue
        record = json.loads(json.dumps(score_record(result)))
        fields = json.loads(line)
        assert list(record) == KEYS
        assert record["id"] == (number if fields.get("id") is None else fields["id"])
        for reason in record["reasons"]:
            if reason["field"] != "rating":
                assert fields[reason["field"]][reason["start"] : reason["end"]] == reason["text"]


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400), st.integers(1, 40))
def test_lines_are_put_together_again_whatever_the_pieces(data: bytes, size: int) -> None:
    """A stream that gives a few bytes at a time yields the lines of the whole."""

    class Dripping(io.BytesIO):
        def read1(self, _size: int | None = -1, /) -> bytes:
            return self.read(size)

    found = [line for batch in lines.batches(Dripping(b"x" + data), longest=1000) for line in batch]
    expected = (b"x" + data).split(b"\n")
    assert found == (expected if expected[-1] else expected[:-1])


def test_a_line_beyond_the_limit_is_cut_where_it_can_be_told() -> None:
    """Its end is found, and of it no more is held than one byte too many."""
    stream = io.BytesIO(b"a" * 500_000 + b"\nb\n")
    assert [len(line) for batch in lines.batches(stream, longest=70_000) for line in batch] == [70_001, 1]
    assert [len(line) for batch in lines.batches(io.BytesIO(b"ab\nabc\n"), 2) for line in batch] == [2, 3]


def test_a_file_that_is_not_there_is_refused_before_anything_is_judged(tmp_path: Path) -> None:
    """A typing mistake in the second name leaves no half output."""
    (tmp_path / "a.jsonl").write_text('{"text": "one"}\n')
    done = CliRunner().invoke(app, ["score", "a.jsonl", "b.jsonl"])
    assert (done.exit_code, done.stdout) == (2, "")
    assert "b.jsonl is not there" in done.stderr


def _program(tmp_path: Path, code: str, **options: Any) -> subprocess.Popen[bytes]:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.Popen([sys.executable, "-c", code], cwd=tmp_path, env=env, **options)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the most memory a process held is read there")
def test_memory_does_not_grow_with_the_input(tmp_path: Path) -> None:
    """100,000 lines take as much as 2,000, and all are answered, in order."""
    code = (
        "import sys; from reviewwatch.cli.main import run; run(['score', sys.argv[1]]);"
        "print(next(line for line in open('/proc/self/status') if 'VmHWM' in line).split()[1], file=sys.stderr)"
    )
    used = []
    for n in (2_000, 100_000):
        file = tmp_path / f"{n}.jsonl"
        file.write_text("".join(f'{{"text":"broke on day {i % 50}","rating":{i % 5 + 1}}}\n' for i in range(n)))
        with (tmp_path / "out").open("wb") as out:
            done = subprocess.run(
                [sys.executable, "-c", code, str(file)], stdout=out, stderr=subprocess.PIPE, check=True, timeout=120
            )
        ids = [int(line[7 : line.index(b",")]) for line in (tmp_path / "out").read_bytes().splitlines()]
        assert ids == list(range(1, n + 1))
        used.append(int(done.stderr))
    assert used[1] - used[0] < 4_000, f"KiB at most: {used}"


def test_an_answer_comes_before_the_next_line_is_asked_for(tmp_path: Path) -> None:
    """A program that sends one review and waits for its line gets it, though nothing else was sent."""
    code = "from reviewwatch.cli.main import main; import sys; sys.argv[1:] = ['score']; main()"
    with _program(tmp_path, code, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        for text in ("one", "two"):
            program.stdin.write(json.dumps({"id": text, "text": text}).encode() + b"\n")
            program.stdin.flush()
            assert select.select([program.stdout], [], [], 20)[0], "no answer came"
            assert json.loads(program.stdout.readline())["id"] == text
        program.stdin.close()
        assert program.wait(timeout=30) == 0


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    """As after `| head -1`: no traceback, and the exit code of a closed pipe."""
    (tmp_path / "many.jsonl").write_text('{"text": "The pump broke."}\n' * 5_000)
    code = "from reviewwatch.cli.main import main; import sys; sys.argv[1:] = ['score', 'many.jsonl']; main()"
    with _program(tmp_path, code, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        said = program.stderr.read()
        assert (program.wait(timeout=30), said) == (141, b"")
