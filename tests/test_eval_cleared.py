"""`dev.py eval cleared`: what two readers found of the blocks on real replies, counted."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from evaluation import cleared

_BLOCKED = {f"reply-{number}": ["G03", "G18"] for number in range(4)}


def sheet(path: Path, right: dict[str, str]) -> Path:
    """Write a sheet of 200 replies, four of them blocked; `right` says which rule a reader found right where."""
    lines: list[object] = [{"n": 200}]
    for reply, rules in _BLOCKED.items():
        findings = [{"rule": rule, "verdict": "right" if right.get(reply) == rule else "false"} for rule in rules]
        lines.append({"id": reply, "findings": findings})
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def test_what_both_found_false_is_the_share_and_what_one_found_is_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One right block is enough for a reply; the rest is counted over the replies that break no rule."""
    first = sheet(tmp_path / "a.jsonl", {"reply-0": "G03", "reply-1": "G18", "reply-2": "G03"})
    second = sheet(tmp_path / "b.jsonl", {"reply-0": "G18", "reply-1": "G18"})
    assert cleared.main(["--judged", str(first), "--judged", str(second)]) == 1
    out, err = capsys.readouterr()
    both, either = map(json.loads, out.splitlines())
    assert (both["n"], both["value"]) == (197, round(1 / 197, 4))
    assert (either["n"], either["value"]) == (198, round(2 / 198, 4))
    assert "differ on: reply-2\n" in err


def test_a_finding_without_a_verdict_is_named(tmp_path: Path) -> None:
    """A sheet that is not filled in is not counted as if it were."""
    path = sheet(tmp_path / "a.jsonl", {})
    path.write_text(path.read_text(encoding="utf-8").replace('"false"', '""', 1), encoding="utf-8")
    with pytest.raises(ValueError, match=r"a.jsonl: reply-0: the verdict on G03"):
        cleared.read(path)


def test_a_sheet_holds_what_is_blocked_and_counts_the_rest(tmp_path: Path) -> None:
    """Names that whoever collected the replies masked are no open slots."""
    rows = [{"review": "Fine.", "rating": 5, "reply": f"Thank you <NAME>, see you at visit {n}."} for n in range(101)]
    rows.append({"review": "Bad.", "rating": 1, "reply": "Write to us at https://bit.ly/x, please."})
    with gzip.open(tmp_path / "set.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    cleared.main(["--data", str(tmp_path), "--sheet", str(tmp_path / "sheet")])
    head, row = map(json.loads, (tmp_path / "sheet").read_text(encoding="utf-8").splitlines())
    assert head == {"n": 102}
    assert [(found["rule"], found["quote"], found["verdict"]) for found in row["findings"]] == [
        ("G18", "https://bit.ly/x", "")
    ]
