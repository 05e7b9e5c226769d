"""A text on the clipboard, through the terminal and through the platform."""

from __future__ import annotations

import base64

import pyperclip
import pytest

from reviewwatch.cli.screen.clipboard import copy


@pytest.fixture(autouse=True)
def platform(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand in for the platform's clipboard, which a test machine has not."""
    kept: list[str] = []
    monkeypatch.setattr(pyperclip, "copy", kept.append)
    return kept


def test_the_terminal_gets_the_exact_text_in_one_harmless_sequence(platform: list[str]) -> None:
    """OSC 52 carries base64, so nothing of the text can end it early."""
    written: list[str] = []
    copy("Grüße \x07\x1b\\ 👋", written.append, {"TERM": "xterm-256color"})
    start, _, rest = written[0].partition("\x1b]52;c;")
    assert start == ""
    assert base64.b64decode(rest.removesuffix("\x07")).decode() == "Grüße \x07\x1b\\ 👋"
    assert platform == ["Grüße \x07\x1b\\ 👋"]


def test_over_ssh_the_clipboard_of_the_wrong_machine_is_left_alone(platform: list[str]) -> None:
    """The terminal's own sequence reaches the person's machine; the server's clipboard would not."""
    written: list[str] = []
    copy("text", written.append, {"TERM": "xterm", "SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"})
    assert (len(written), platform) == (1, [])


def test_a_dumb_terminal_and_a_huge_text_get_no_sequence() -> None:
    """A terminal that would print the sequence, or cut it, gets none."""
    written: list[str] = []
    copy("text", written.append, {"TERM": "dumb"})
    copy("x" * 100_000, written.append, {"TERM": "xterm"})
    assert written == []


@pytest.mark.parametrize("error", [pyperclip.PyperclipException("none"), OSError("gone")])
def test_a_platform_without_a_clipboard_is_no_error(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """The text is printed anyway."""

    def fail(text: str) -> None:
        raise error

    monkeypatch.setattr(pyperclip, "copy", fail)
    copy("text", lambda sequence: None, {"TERM": "xterm"})
