"""Logs for whoever asks with `--verbose`: on stderr, one line an event, harmless to a terminal."""

from __future__ import annotations

import logging

from reviewwatch.cli.output import safe_lines


class _Safe(logging.Formatter):
    """Shows what a log line quotes from outside, instead of letting the terminal obey it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        return safe_lines(super().format(record))


def log_nowhere() -> None:
    """Keep Python from printing our warnings on its own: the commands tell in full what failed."""
    logging.getLogger("reviewwatch").addHandler(logging.NullHandler())


def log_to_stderr() -> None:
    """Show what this program logs, down to each step, and the warnings of the libraries that it uses."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Safe("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("reviewwatch").setLevel(logging.DEBUG)
