"""`respond` and `publish` in a real pseudo-terminal, the screen read as a person sees it."""

from __future__ import annotations

import base64
import os
import re
import shutil
import signal
import subprocess
import sys
import termios
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

import pexpect
import pyte
from typer.testing import CliRunner

from reviewwatch.cli.main import app
from reviewwatch.demo.site import Site

CONFIG = """
store = "rw.db"
[brands.lamps]
name = "Lamp Shop"
[brands.lamps.contacts.desk]
email = "desk@lamps.example"
[replies]
undo_window = "1h"
"""

WRITTEN = "We are sorry about the lamp and the second charge."


class Terminal:
    """A program in a terminal of its own, and what its screen shows."""

    def __init__(
        self, folder: Path, *args: str, columns: int = 80, rows: int = 24, env: dict[str, str] | None = None
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.screen)
        self.raw = ""
        environment = {**os.environ, "TERM": "xterm-256color", "SSH_CONNECTION": "test", "TZ": "UTC", **(env or {})}
        environment["REVIEWWATCH_CONFIG"] = str(folder / "reviewwatch.toml")
        self.child: Any = pexpect.spawn(
            sys.executable,
            ["-m", "reviewwatch", *args],
            dimensions=(rows, columns),
            env=environment,
            encoding="utf-8",
            timeout=20,
            # A runner in the background has interrupts ignored, and what it starts would inherit that.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        self.child.delaybeforesend = None

    def wait_for(self, pattern: str) -> str:
        """Wait until the program has written this, and return the screen as it is then."""
        self.child.expect(pattern)
        self._feed(self.child.before + self.child.after)
        return self.text

    def press(self, keys: str) -> None:
        """Press keys."""
        self.child.send(keys)

    def end(self) -> int:
        """Wait for the end and return the exit code."""
        self.child.expect(pexpect.EOF)
        self._feed(self.child.before)
        self.child.close()
        return int(self.child.exitstatus if self.child.exitstatus is not None else -self.child.signalstatus)

    def echoes(self) -> bool:
        """Say whether the terminal shows what is typed, as a shell expects it."""
        return bool(termios.tcgetattr(self.child.child_fd)[3] & termios.ECHO)

    @property
    def text(self) -> str:
        """The screen's lines."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def _feed(self, written: str) -> None:
        self.raw += written
        self._stream.feed(written)


def editor_in(folder: Path, text: str) -> str:
    """Return an EDITOR that replaces the file by a text."""
    path = folder / "editor"
    path.write_text(f"#!/bin/sh\nprintf '%s\\n' '{text}' > \"$1\"\n")
    path.chmod(0o700)
    return str(path)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with four unhappy reviews, the worst first."""
    folder = tmp_path_factory.mktemp("imported")
    (folder / "reviewwatch.toml").write_text(CONFIG)
    rows = [
        ("a", 1, "Terrible, awful lamp, and they charged me twice. [red]Beware[/red] \x1b]0;owned\x07 \u202ekcehc"),
        ("b", 1, "The lamp broke on the first day and nobody answered."),
        ("c", 2, "The lamp is dim."),
        ("d", 2, "The cable is short."),
    ]
    now = datetime.now(UTC)
    lines = ["id,rating,text,created,author"]
    lines += [
        f'{id_},{stars},"{text}",{(now - timedelta(hours=4 - n)).isoformat()},Ines Example'
        for n, (id_, stars, text) in enumerate(rows)
    ]
    (folder / "lamps.csv").write_text("\n".join(lines) + "\n")
    done = CliRunner().invoke(app, ["--config", str(folder / "reviewwatch.toml"), "import", str(folder / "lamps.csv")])
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture
def folder(imported: Path, tmp_path: Path) -> Path:
    """A copy of that workspace, for one test."""
    return shutil.copytree(imported, tmp_path / "workspace")


PROMPT = r"\? help"


def test_a_session_of_every_key(folder: Path) -> None:
    """Edit, approve, undo, approve again, dismiss, snooze, skip, quit: one key each, and a summary at the end."""
    on = Terminal(folder, "respond", env={"VISUAL": editor_in(folder, WRITTEN)})
    screen = on.wait_for(PROMPT)
    assert "1 of 4" in screen
    assert "★☆☆☆☆ 1 of 5 stars · Ines Example" in screen
    assert "[red]Beware[/red] ⟨U+001B⟩]0;owned⟨U+0007⟩ ⟨U+202E⟩kcehc" in " ".join(screen.split())
    assert "\x1b]0;" not in on.raw
    on.press("w")
    screen = on.wait_for(f"Checked again(?s:.*){PROMPT}")
    assert "Text (written)" in screen
    assert WRITTEN in screen
    on.press("a")
    screen = on.wait_for(f"approved(?s:.*){PROMPT}")
    assert "2 of 4" in screen
    assert "`publish` hands it over to you" in " ".join(screen.split())
    on.press("u")
    screen = on.wait_for(f"no longer approved(?s:.*){PROMPT}")
    assert "charged me twice" in screen
    on.press("a")
    on.wait_for(f"approved(?s:.*){PROMPT}")
    on.press("d")
    assert "1 no reply needed" in on.wait_for("Esc back")
    on.press("1")
    on.wait_for(f"dismissed(?s:.*){PROMPT}")
    on.press("z")
    on.wait_for("Esc back")
    on.press("o")
    on.wait_for("Until ")
    on.press("3d\r")
    on.wait_for(f"snoozed until(?s:.*){PROMPT}")
    on.press("s")
    assert "look again at 1 skipped review" in on.wait_for("Esc back")
    on.press("q")
    assert on.end() == 0
    assert "1 approved, 1 dismissed, 1 snoozed, 1 skipped." in on.text
    assert "To be posted by hand: 1 reply; `reviewwatch publish`" in on.text
    assert "In the queue: 1." in on.text


def test_a_key_pressed_before_the_first_screen_counts_if_it_decides_nothing(folder: Path) -> None:
    """`w` opens the editor at once; `a` never approves a text that nobody saw, and says so."""
    on = Terminal(folder, "respond", env={"VISUAL": editor_in(folder, WRITTEN)})
    on.press("w")
    screen = on.wait_for(f"Checked again(?s:.*){PROMPT}")
    assert "Text (written)" in screen
    on.press("q")
    assert on.end() == 0
    on = Terminal(folder, "respond")
    on.press("ax")
    screen = on.wait_for(f"`a` was pressed before(?s:.*){PROMPT}")
    assert "1 of 4" in screen
    on.press("q")
    assert on.end() == 0
    assert "Nothing was decided." in on.text


@pytest.mark.parametrize("plain", [(), ("--plain",)])
def test_a_closed_terminal_loses_no_text(folder: Path, plain: tuple[str, ...]) -> None:
    """What stood in the editor when the terminal went away is offered at the next edit, once; then nothing is left."""
    enter, waits = ("\r", "Key: ") if plain else ("", PROMPT)
    editor = folder / "slow editor"
    editor.write_text("#!/bin/sh\necho 'My own half of' > \"$1\"; echo ready; sleep 60\n")
    editor.chmod(0o700)
    on = Terminal(folder, "respond", *plain, env={"VISUAL": f"'{editor}'"})
    on.wait_for(waits)
    on.press(f"w{enter}")
    on.wait_for("ready")
    on.child.close()
    adds = folder / "adds"
    adds.write_text('#!/bin/sh\necho \'a sentence.\' > "$1.2"; cat "$1.2" >> "$1"\n')
    adds.chmod(0o700)
    on = Terminal(folder, "respond", *plain, env={"VISUAL": str(adds)})
    on.wait_for(f"There is a text of yours from(?s:.*){waits}")
    on.press(f"e{enter}")
    on.wait_for("“My own half of”(?s:.*)(Esc back|goes back)")
    on.press(f"y{enter}")
    screen = on.wait_for(f"Checked again(?s:.*){waits}")
    assert "My own half of\na sentence." in screen
    on.press(f"q{enter}")
    assert on.end() == 0
    assert list((folder / "unfinished").iterdir()) == []


def test_plain_mode_is_lines_only(folder: Path) -> None:
    """For a screen reader: no escape sequence at all, a line instead of a key, the same decisions."""
    on = Terminal(folder, "respond", "--plain", env={"EDITOR": editor_in(folder, WRITTEN)})
    on.wait_for("Key: ")
    on.press("w\r")
    on.wait_for("Checked again(?s:.*)Key: ")
    on.press("a\r")
    on.wait_for("approved(?s:.*)Key: ")
    on.press("d\r")
    on.wait_for("goes back: ")
    on.press("o\r")
    on.wait_for("In your words: ")
    on.press("sold by another shop\r")
    on.wait_for(r"dismissed \(sold by another shop\)(?s:.*)Key: ")
    on.press("z\r")
    on.wait_for("goes back: ")
    on.press("1\r")
    on.wait_for("snoozed until(?s:.*)Key: ")
    on.press("u\r")
    on.wait_for("no longer snoozed(?s:.*)Key: ")
    on.press("q\r")
    assert on.end() == 0
    assert "1 approved, 1 dismissed." in on.raw
    assert "\x1b" not in on.raw
    assert not set(on.raw) & set("★☆─│")


@pytest.mark.parametrize(("keys", "code"), [("\x03", 130), ("\x04", 0)])
def test_leaving_by_ctrl_c_or_ctrl_d_says_the_summary(folder: Path, keys: str, code: int) -> None:
    """Decisions made stay; an interrupt ends with 130."""
    on = Terminal(folder, "respond")
    on.wait_for(PROMPT)
    on.press("d")
    on.wait_for("Esc back")
    on.press("1")
    on.wait_for(f"dismissed(?s:.*){PROMPT}")
    on.press(keys)
    assert on.end() == code
    assert "1 dismissed." in on.text
    assert "In the queue: 3." in on.text


@pytest.mark.parametrize(("args", "env"), [(("--plain",), {}), ((), {"TERM": "dumb"})], ids=["plain", "dumb"])
def test_what_is_said_after_an_interrupt_has_its_own_line(
    folder: Path, args: tuple[str, ...], env: dict[str, str]
) -> None:
    """Where there is no screen to leave, the prompt is still there."""
    on = Terminal(folder, "respond", *args, env=env)
    on.wait_for("Key: " if args else PROMPT)
    on.press("\x03")
    assert on.end() == 130
    assert "\nNothing was decided." in on.raw


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_terminal_is_restored_when_the_program_is_ended(folder: Path, number: signal.Signals) -> None:
    """Echo and line mode are back, and our screen is left, however the program ends."""
    on = Terminal(folder, "respond")
    on.wait_for(PROMPT)
    assert not on.echoes()
    on.child.kill(number)
    on.wait_for(re.escape("\x1b[?2004l\x1b[?1049l"))
    on.child.expect(pexpect.EOF)
    assert on.echoes()
    on.child.close()
    assert on.child.exitstatus == 128 + number


def test_a_resized_window_is_drawn_anew(folder: Path) -> None:
    """The ticket fits the new width at once."""
    on = Terminal(folder, "respond")
    on.wait_for(PROMPT)
    on.screen.resize(24, 140)
    on.child.setwinsize(24, 140)
    screen = on.wait_for(PROMPT)
    assert any("Ines Example" in line and "Reply" in line for line in screen.split("\n"))
    on.press("q")
    assert on.end() == 0


def test_ctrl_z_gives_the_terminal_back_and_returns(folder: Path) -> None:
    """The shell gets its terminal; on return the ticket is drawn again."""
    on = Terminal(folder, "respond")
    on.wait_for(PROMPT)
    on.press("\x1a")
    on.wait_for(re.escape("\x1b[?1049l"))
    on.child.kill(signal.SIGCONT)
    on.wait_for(PROMPT)
    on.press("q")
    assert on.end() == 0


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_without_color_reasons_are_marked(folder: Path, env: dict[str, str]) -> None:
    """The evidence stands out without color, and a dumb terminal gets no sequence at all."""
    on = Terminal(folder, "respond", env=env)
    screen = on.wait_for(PROMPT)
    assert "«" in screen
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", on.raw)
    if env.get("TERM") == "dumb":
        assert "\x1b" not in on.raw
    on.press("q")
    assert on.end() == 0


def test_forty_columns_are_enough(folder: Path) -> None:
    """A phone's ssh client shows the ticket, page by page."""
    on = Terminal(folder, "respond", columns=40, rows=20)
    screen = on.wait_for(PROMPT)
    assert "m: " in screen
    assert "Ines" in screen
    on.press("m")
    on.wait_for(PROMPT)
    on.press("q")
    assert on.end() == 0


def test_pasted_text_decides_nothing(folder: Path) -> None:
    """The letters of a pasted text are no keys."""
    on = Terminal(folder, "respond")
    on.wait_for(PROMPT)
    on.press("\x1b[200~d1 a great deal\x1b[201~")
    screen = on.wait_for(f"Pasted text is ignored(?s:.*){PROMPT}")
    assert "1 of 4" in screen
    on.press("q")
    assert on.end() == 0
    assert "Nothing was decided." in on.text


def test_publish_hands_over_one_at_a_time_with_the_text_on_the_clipboard(folder: Path) -> None:
    """The text through OSC 52 and unwrapped on its own lines; enter says posted; quit keeps the rest."""
    long = f"{WRITTEN} It should not have broken on its first day, and somebody should have answered."
    on = Terminal(folder, "respond", env={"VISUAL": editor_in(folder, long)})
    for _ in range(2):
        on.wait_for(PROMPT)
        on.press("w")
        on.wait_for(f"Checked again(?s:.*){PROMPT}")
        on.press("a")
    on.wait_for(f"approved(?s:.*){PROMPT}")
    on.press("q")
    assert on.end() == 0
    on = Terminal(folder, "publish")
    on.wait_for("quit, the rest stays")
    [copied] = re.findall(r"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", on.raw)
    assert base64.b64decode(copied).decode() == long
    assert f"\n{long}\r" in on.raw
    on.press("\r\r")  # the second one came before the next text was there, and settles nothing
    on.wait_for("Posted by (?s:.*)quit, the rest stays")
    on.press("q")
    assert on.end() == 0
    assert "Posted by hand: 1. Left: 1; `reviewwatch publish` goes on." in on.text


def test_without_a_terminal_respond_names_the_commands_for_scripts(folder: Path) -> None:
    """A pipe gets a sentence, not a hanging prompt."""
    done = subprocess.run(
        [sys.executable, "-m", "reviewwatch", "--config", str(folder / "reviewwatch.toml"), "respond"],
        input="",
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert "inbox --json" in done.stderr
    assert "approve ID" in done.stderr


WATCHED = """
store = "rw.db"
[brands.tidewater]
name = "Tidewater"
[sources.issues]
connector = "github"
repo = "{repo}"
base_url = "{address}"
account = "{account}"
token_env = "STAND_IN_TOKEN"
[http]
pace = "0s"
allow_private = true
"""


def test_leaving_posts_to_the_place_after_a_yes(tmp_path: Path, site: Site) -> None:
    """Approved in the terminal, posted on leaving because the person said so, and standing on the site."""
    config = WATCHED.format(repo=site.repo, address=site.address, account=site.account)
    (tmp_path / "reviewwatch.toml").write_text(config)
    env = {"STAND_IN_TOKEN": site.token, "EDITOR": editor_in(tmp_path, WRITTEN)}
    pulled = Terminal(tmp_path, "pull", env=env)
    assert pulled.end() == 0, pulled.text
    on = Terminal(tmp_path, "respond", env=env)
    on.wait_for(PROMPT)
    on.press("w")
    on.wait_for(f"Checked again(?s:.*){PROMPT}")
    on.press("a")
    screen = on.wait_for(f"approved(?s:.*){PROMPT}")
    assert "posts after 1 min, at " in screen
    on.press("q")
    assert "Post 1 reply now? It may still be taken back for " in on.wait_for("Esc back")
    on.press("y")
    assert on.end() == 0
    assert f"Sent: posted as {site.account}." in on.text
    standing = [comment.body for number in site.issues() for comment in site.comments_on(number)]
    assert standing.count(WRITTEN) == 1
