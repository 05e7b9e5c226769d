"""Every command: its module, its group in the help, and its line of help. Nothing is imported to show them."""

from __future__ import annotations

from typing import Final, NamedTuple


class Entry(NamedTuple):
    """One command."""

    module: str
    group: str
    help: str


COMMANDS: Final[dict[str, Entry]] = {
    "demo": Entry("demo", "Start", "Walk the whole road on invented reviews, in half a minute."),
    "init": Entry("init", "Start", "Write a commented config and an empty store."),
    "add": Entry("add", "Start", "Watch the place behind an address: try it, show what stands there, ask."),
    "sources": Entry("sources", "Start", "List the places watched, with their health."),
    "doctor": Entry("doctor", "Start", "Check config, store, secrets, clock and every place, and say what to do."),
    "pull": Entry("pull", "Read", "Read new and changed reviews from the configured places."),
    "import": Entry("import_", "Read", "Read reviews from CSV, TSV, JSON, JSON lines or Excel files."),
    "run": Entry("run", "Read", "Watch the places by itself, until it is stopped."),
    "status": Entry("status", "Read", "Tell how the daemon and the places stand, and what waits."),
    "inbox": Entry("inbox", "Look", "List flagged reviews, the most urgent first."),
    "show": Entry("show", "Look", "Show one review with history, reasons, draft and decisions."),
    "search": Entry("search", "Look", "Find reviews by words."),
    "score": Entry("score", "Look", "Judge reviews given as JSON lines, for scripts."),
    "draft": Entry("draft", "Look", "Draft replies to reviews given as JSON lines, for scripts."),
    "lint": Entry("lint", "Look", "Hold replies given as JSON lines to the rules, for scripts."),
    "export": Entry("export", "Look", "Write reviews as CSV or JSON lines."),
    "respond": Entry("respond", "Decide", "Go through the queue, one keystroke a decision."),
    "queue": Entry("queue", "Decide", "Say how much waits, and bring history into the queue."),
    "approve": Entry("approve", "Decide", "Approve an exact reply to one review."),
    "dismiss": Entry("dismiss", "Decide", "Take a review out of the queue, with a reason."),
    "knowledge": Entry(
        "knowledge", "Decide", "List, check and add to what your brands know, and import approved texts."
    ),
    "flag": Entry("flag", "Decide", "Mark a review as missed, or its flag as wrong; the detector learns from it."),
    "reported": Entry("reported", "Decide", "Note that you reported a review to its place, and what came of it."),
    "hold": Entry("hold", "Decide", "Keep a review for a trained person, with a reason, or release it."),
    "snooze": Entry("snooze", "Decide", "Bring a review back later."),
    "rescore": Entry("rescore", "Decide", "Judge stored reviews anew, and show what would differ."),
    "eval": Entry("eval", "Decide", "Say how good the flags were, by your decisions and stars."),
    "train": Entry("train", "Decide", "Learn from your own rated reviews and marks, and use it after a yes."),
    "threshold": Entry("threshold", "Decide", "Find the threshold that keeps your budget, and show what it costs."),
    "undo": Entry("undo", "Decide", "Take back the last decision on a review."),
    "outbox": Entry("outbox", "Post", "List approved replies on their way, and settle unknown ones."),
    "publish": Entry("publish", "Post", "Post approved replies that are due, or hand them over one at a time."),
}
