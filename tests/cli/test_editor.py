"""A reply in the person's editor: private, exact, and never changed by accident."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reviewwatch.cli.screen.editor import Edited, edit
from reviewwatch.cli.screen.sheets import SCISSORS, Sheets

if sys.platform == "win32":
    pytest.skip("the scripted editors are shell scripts", allow_module_level=True)


def editor(tmp_path: Path, script: str) -> dict[str, str]:
    """Return an environment whose editor runs a shell script on the file `$1`."""
    path = tmp_path / "my editor"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o700)
    return {"EDITOR": f"'{path}'"}


def edited(tmp_path: Path, text: str, environment: dict[str, str]) -> Edited:
    """Return what comes back of a text that was put before a person."""
    return edit(Sheets(tmp_path / "rw.db", "ines").new(1, text, ("12 of 350 characters",)), environment)


def test_the_new_text_comes_back_without_comments_and_trailing_space(tmp_path: Path) -> None:
    """What stands above the scissors is the text; what stands below is not."""
    environment = editor(tmp_path, f"printf 'Dear Ines,  \\r\\n\\r\\nsorry.\\n\\n{SCISSORS}\\nnot this\\n' > \"$1\"")
    assert edited(tmp_path, "Dear Ines.", environment).text == "Dear Ines,\n\nsorry."


def test_our_comments_stay_private_even_without_the_scissors(tmp_path: Path) -> None:
    """Deleting the scissors line does not publish the hints below it."""
    environment = editor(
        tmp_path, f'grep -v \'>8\' "$1" > "$1.new"; echo more >> "$1.new"; mv "$1.new" "$1" # {SCISSORS}'
    )
    assert edited(tmp_path, "Dear Ines.", environment).text == "Dear Ines.\n\nmore"


def test_the_file_is_for_the_person_alone(tmp_path: Path) -> None:
    """Nobody else on the machine reads the reply."""
    kept = tmp_path / "kept"
    environment = editor(tmp_path, f'stat -c %a "$1" "$(dirname "$1")" > "{kept}"; echo new > "$1"')
    assert edited(tmp_path, "old", environment).text == "new"
    assert kept.read_text().split() == ["600", "700"]


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("exit 3", "ended with code 3"),
        (': > "$1"', "came back empty"),
        (f"printf '\\n{SCISSORS}\\ntext\\n' > \"$1\"", "came back empty"),
        ("printf '\\377\\376' > \"$1\"", "no readable UTF-8"),
        ("true", "as it was"),
        ('rm "$1"', "no readable"),
    ],
)
def test_an_editor_that_fails_or_empties_changes_nothing_and_says_so(tmp_path: Path, script: str, why: str) -> None:
    """The reply stays as it was, and the person is told why."""
    back = edited(tmp_path, "Dear Ines.", editor(tmp_path, script))
    assert back.text is None
    assert why in back.why


def test_an_editor_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A wrong EDITOR is a sentence with the next step."""
    back = edited(tmp_path, "text", {"EDITOR": str(tmp_path / "none")})
    assert back.text is None
    assert "did not start" in back.why
    assert "EDITOR" in back.why


def test_visual_goes_before_editor_and_arguments_are_kept(tmp_path: Path) -> None:
    """`VISUAL="code --wait"` works."""
    environment = editor(tmp_path, 'shift; printf "%s" "$#" > "$1"')
    visual = {"VISUAL": f"{environment['EDITOR']} --wait", "EDITOR": "false"}
    assert edited(tmp_path, "text", visual).text == "1"


@pytest.mark.parametrize(
    ("script", "left"),
    [
        ('echo mine > "$1"; kill -INT $$', "mine"),
        ('echo mine > "$1.save"; exit 1', "mine"),
        ("printf 'mine \\351' > \"$1\"", "mine \ufffd"),
        ("kill -KILL $$", None),
        ('echo > "$1"; exit 1', None),
    ],
)
def test_what_was_saved_before_the_editor_died_is_there_at_the_next_edit(
    tmp_path: Path, script: str, left: str | None
) -> None:
    """A text that nobody changed is none; one that the editor saved beside the file is the newer one."""
    assert edited(tmp_path, "ours", editor(tmp_path, script)).text is None
    found = Sheets(tmp_path / "rw.db", "ines").left(1)
    assert (found.glimpse() if found else None) == left
    assert Sheets(tmp_path / "rw.db", "ines.2").left(1) is None
    assert Sheets(tmp_path / "rw.db", "ines").left(2) is None


def test_a_text_in_another_sessions_editor_is_not_offered(tmp_path: Path) -> None:
    """Two sessions of one person do not take a text from each other while it is written."""
    sheets = Sheets(tmp_path / "rw.db", "ines")
    sheet = sheets.new(1, "")
    sheet.path.write_text("half a sentence")
    with sheet.in_use():
        assert sheets.left(1) is None
    assert sheets.left(1) == replace(sheet, is_left=True)


def test_a_left_text_is_taken_though_nothing_more_is_changed(tmp_path: Path) -> None:
    """Going on with it and saving it as it is means: this is my text."""
    sheets = Sheets(tmp_path / "rw.db", "ines")
    sheets.new(1, "ours").path.write_text("mine")
    left = sheets.left(1)
    assert left is not None
    assert edit(left, editor(tmp_path, "true")).text == "mine"
    left.drop()
    assert sheets.left(1) is None
