"""What the measures say of themselves, and where they read the project's own labelled sets."""

from __future__ import annotations

import argparse
import gzip
import importlib
import inspect
import re
from pathlib import Path

import pytest

from evaluation.labelled import DETECTOR, REPLIES, rows, sealed

FOLDER = Path(__file__).parents[1] / "evaluation"
RUNNABLE = sorted(path.stem for path in FOLDER.glob("*.py") if '__name__ == "__main__"' in path.read_text("utf-8"))


@pytest.mark.parametrize("name", RUNNABLE)
def test_a_measure_documents_the_options_that_it_has(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No option that stands in the usage of a module is unknown to its parser."""
    module = importlib.import_module(f"evaluation.{name}")
    known: set[str] = set()

    def note(parser: argparse.ArgumentParser, *_: object) -> None:
        known.update(parser._option_string_actions)
        raise SystemExit

    monkeypatch.setattr(argparse.ArgumentParser, "parse_args", note)
    with pytest.raises(SystemExit):
        module.main(*([[]] if inspect.signature(module.main).parameters else []))

    usage = [line for line in (module.__doc__ or "").splitlines() if line.startswith("    python3 dev.py ")]
    assert usage
    assert set(re.findall(r"--[a-z-]+", " ".join(usage))) - known == set()


def test_a_set_reads_the_same_packed_and_not(tmp_path: Path) -> None:
    """A line of JSON is a record, whatever signs stand in its texts; empty lines are none."""
    text = '{"id": "a", "text": "one\u2028two\x85three"}\n\n{"id": "b"}\n'
    (tmp_path / "open.jsonl").write_bytes(text.encode())
    (tmp_path / "sealed.jsonl.gz").write_bytes(gzip.compress(text.encode()))

    assert rows(tmp_path / "open.jsonl") == [{"id": "a", "text": "one\u2028two\x85three"}, {"id": "b"}]
    assert rows(sealed(tmp_path / "open.jsonl")) == rows(tmp_path / "open.jsonl")


@pytest.mark.parametrize("name", ["claims", "hostile", "ordinary", "reviews", "rule_cases"])
def test_the_sealed_parts_stand_where_they_are_looked_for(name: str) -> None:
    """Beside the open set of the detector, and in a folder of their own beside those of replies."""
    assert sealed(DETECTOR).is_file()
    assert sealed(REPLIES / f"{name}.jsonl").is_file()
