"""A text on the clipboard: through the terminal, which works over ssh, and through the platform where that works."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from typing import Final

_MAX_OSC_52: Final = 100_000
"""Bytes of base64 in one sequence. Source: hterm's etc/osc52.sh, 2026-11; some take less."""


def copy(text: str, write: Callable[[str], None], environment: Mapping[str, str]) -> None:
    """Put a text on the clipboard as far as possible; the text is printed anyway, so failing is silent.

    Args:
        write: Writes to the terminal at once.
    """
    encoded = base64.b64encode(text.encode()).decode()
    if len(encoded) <= _MAX_OSC_52 and environment.get("TERM") not in ("dumb", "linux"):
        # Source: https://invisible-island.net/xterm/ctlseqs/ctlseqs.html, "Operating System Commands", 52.
        write(f"\x1b]52;c;{encoded}\x07")
    if "SSH_CONNECTION" not in environment:  # there the platform's clipboard is that of the wrong machine
        _copy_to_platform(text)


def _copy_to_platform(text: str) -> None:
    import pyperclip

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        return
