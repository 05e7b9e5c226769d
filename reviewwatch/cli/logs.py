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


def log_work_to_stderr() -> None:
    """Show what a daemon does, one line for each source that it reads; with `--verbose` it is shown in full already."""
    ours = logging.getLogger("reviewwatch")
    if ours.isEnabledFor(logging.DEBUG):
        return
    handler = logging.StreamHandler()
    handler.setFormatter(_Safe("%(asctime)s %(levelname)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    ours.setLevel(logging.INFO)


def log_to_stderr() -> None:
    """Show what this program logs, down to each step, and the warnings of the libraries that it uses."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Safe("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("reviewwatch").setLevel(logging.DEBUG)
