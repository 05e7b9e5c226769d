"""Draw docs/respond.svg from a real run: `.venv/bin/python docs/picture.py`, once `python3 dev.py test` has run.

It makes a demo workspace, opens `reviewwatch respond` in a pseudo-terminal, reads the screen and writes it as SVG.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

import pexpect
import pyte

COLUMNS, LINES = 96, 25
CELL_WIDTH, LINE_HEIGHT = 8.4, 18
COLORS = {
    "default": "#d8dee9", "black": "#3b4252", "red": "#ef8891", "green": "#a3be8c", "brown": "#ebcb8b",
    "yellow": "#ebcb8b",
    "blue": "#81a1c1", "magenta": "#b48ead", "cyan": "#88c0d0", "white": "#eceff4",
}  # fmt: skip


def screen_of_respond(workspace: Path) -> pyte.Screen:
    """Return the screen as it stands when a review of one star waits for a key."""
    screen = pyte.Screen(COLUMNS, LINES)
    stream = pyte.ByteStream(screen)
    command = [sys.executable, "-m", "reviewwatch", "--config", str(workspace / "reviewwatch.toml")]
    environment = {"TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "HOME": str(workspace), "LANG": "C.UTF-8"}
    listed = subprocess.run([*command, "inbox", "--json"], env=environment, capture_output=True, text=True, check=True)
    rows = [json.loads(line) for line in listed.stdout.splitlines()]
    starred = next(row["id"] for row in rows if row["rating"] and row["rating"]["raw"] == "1" and row["lang"] == "en")
    child = pexpect.spawn(
        command[0], [*command[1:], "respond", starred], dimensions=(LINES, COLUMNS), timeout=30, env=environment
    )
    child.expect(rb"\? help")
    stream.feed(child.before + child.after)
    child.send(b"q")
    child.expect(pexpect.EOF)
    return screen


def draw(screen: pyte.Screen) -> str:
    """Return the screen as SVG: one text element a run of equal style."""
    rows = [y for y in range(LINES) if screen.display[y].strip()]
    height = (max(rows) + 3) * LINE_HEIGHT
    width = COLUMNS * CELL_WIDTH + 32
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" role="img">',
        "<title>reviewwatch respond</title>",
        f'<rect width="{width:.0f}" height="{height}" rx="8" fill="#2e3440"/>',
        '<g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="14" xml:space="preserve">',
    ]
    for y in rows:
        parts.extend(_runs(screen, y))
    return "\n".join([*parts, "</g>", "</svg>", ""])


def _runs(screen: pyte.Screen, y: int) -> list[str]:
    line, runs, start = screen.buffer[y], [], 0
    while start < COLUMNS:
        style = _style(line[start])
        end = start
        while end < COLUMNS and _style(line[end]) == style:
            end += 1
        text = "".join(line[x].data for x in range(start, end))
        if text.strip():
            x, top = 16 + start * CELL_WIDTH, (y + 1.6) * LINE_HEIGHT
            color, weight, is_reverse = style
            if is_reverse:
                runs.append(
                    f'<rect x="{x:.1f}" y="{top - 14:.1f}" width="{(end - start) * CELL_WIDTH:.1f}" '
                    f'height="{LINE_HEIGHT}" fill="{color}"/>'
                )
                color = "#2e3440"
            length = (end - start) * CELL_WIDTH
            runs.append(
                f'<text x="{x:.1f}" y="{top:.1f}" fill="{color}" font-weight="{weight}" textLength="{length:.1f}">'
                f"{escape(text)}</text>"
            )
        start = end
    return runs


def _style(cell: pyte.screens.Char) -> tuple[str, str, bool]:
    return COLORS.get(cell.fg, COLORS["default"]), "700" if cell.bold else "400", bool(cell.reverse)


def main() -> None:
    """Make the workspace, look, draw."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "demo"
        pexpect.run(f"{sys.executable} -m reviewwatch demo --into {workspace}", timeout=60)
        Path("docs/respond.svg").write_text(draw(screen_of_respond(workspace)), encoding="utf-8")


if __name__ == "__main__":
    main()
