"""A reply in the person's editor: private, exact, and never changed by accident."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reviewwatch.cli.screen.editor import SCISSORS, edit

if sys.platform == "win32":
    pytest.skip("the scripted editors are shell scripts", allow_module_level=True)


def editor(tmp_path: Path, script: str) -> dict[str, str]:
    """Return an environment whose editor runs a shell script on the file `$1`."""
    path = tmp_path / "my editor"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o700)
    return {"EDITOR": f"'{path}'"}


def test_the_new_text_comes_back_without_comments_and_trailing_space(tmp_path: Path) -> None:
    """What stands above the scissors is the text; what stands below is not."""
    environment = editor(tmp_path, f"printf 'Dear Ines,  \\r\\n\\r\\nsorry.\\n\\n{SCISSORS}\\nnot this\\n' > \"$1\"")
    assert edit("Dear Ines.", ("12 of 350 characters",), environment).text == "Dear Ines,\n\nsorry."


def test_our_comments_stay_private_even_without_the_scissors(tmp_path: Path) -> None:
    """Deleting the scissors line does not publish the hints below it."""
    environment = editor(
        tmp_path, f'grep -v \'>8\' "$1" > "$1.new"; echo more >> "$1.new"; mv "$1.new" "$1" # {SCISSORS}'
    )
    assert edit("Dear Ines.", ("12 of 350 characters",), environment).text == "Dear Ines.\n\nmore"


def test_the_file_is_for_the_person_alone_and_gone_afterwards(tmp_path: Path) -> None:
    """Nobody else on the machine reads the reply, then or later."""
    kept = tmp_path / "kept"
    environment = editor(
        tmp_path, f'stat -c %a "$1" "$(dirname "$1")" > "{kept}"; echo "$1" >> "{kept}"; echo new > "$1"'
    )
    assert edit("old", (), environment).text == "new"
    file, folder, path = kept.read_text().splitlines()
    assert (file, folder) == ("600", "700")
    assert not Path(path).parent.exists()


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
    edited = edit("Dear Ines.", (), editor(tmp_path, script))
    assert edited.text is None
    assert why in edited.why


def test_an_editor_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A wrong EDITOR is a sentence with the next step."""
    edited = edit("text", (), {"EDITOR": str(tmp_path / "none")})
    assert edited.text is None
    assert "did not start" in edited.why
    assert "EDITOR" in edited.why


def test_visual_goes_before_editor_and_arguments_are_kept(tmp_path: Path) -> None:
    """`VISUAL="code --wait"` works."""
    environment = editor(tmp_path, 'shift; printf "%s" "$#" > "$1"')
    visual = {"VISUAL": f"{environment['EDITOR']} --wait", "EDITOR": "false"}
    assert edit("text", (), visual).text == "1"
