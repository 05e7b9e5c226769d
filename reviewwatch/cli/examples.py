"""What people type: lines under each command's help, and in `docs/commands.md`. A test parses every one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

EXAMPLES: Final[Mapping[str, tuple[str, ...]]] = {
    "demo": ("demo", "demo --into ~/try-reviewwatch"),
    "init": ("init", 'init --here --brand "Harbor Inn" --contact desk@harbor-inn.example'),
    "add": (
        "add https://apps.apple.com/gb/app/your-app/id123456789",
        "add https://github.com/acme/app --option account=acme-support --option token_env=GITHUB_TOKEN",
        "add saved-page.html --brand inn --dry-run",
    ),
    "sources": ("sources", "sources --json"),
    "sources new": ("sources new lamp_forum", "sources new lamp_forum --into ~/lamp-forum"),
    "doctor": ("doctor", "doctor --offline --json"),
    "pull": ("pull", "pull my-app --now"),
    "import": (
        "import reviews_202611.csv",
        'import survey.csv --map "Your words=text" --map "Your score=rating" --best 10',
        "import old.xlsx --dates dmy --dry-run",
    ),
    "run": ("run", "run --once"),
    "status": ("status", "status --json"),
    "inbox": ("inbox", "inbox --since 7d --rating-max 2 --brand inn", "inbox --held", "inbox --json"),
    "show": ("show rv-hx", "show rv-hx --why"),
    "search": ("search refund", "search '\"front desk\"' -- -parking"),
    "score": ("score < reviews.jsonl", "score reviews.jsonl > judged.jsonl"),
    "draft": ("draft < reviews.jsonl", "draft reviews.jsonl > drafts.jsonl"),
    "lint": ("lint < replies.jsonl", "lint replies.jsonl > verdicts.jsonl"),
    "export": ("export --out reviews.csv", "export --format jsonl --since 90d | less"),
    "respond": ("respond", "respond --brand inn --rating-max 2", "respond rv-hx rv-ba"),
    "queue": ("queue", "queue --since 30d --dry-run", "queue --undo"),
    "approve": (
        "approve rv-hx --draft",
        "approve rv-hx --file reply.txt --yes",
        'approve rv-hx --text "Thank you. We have mended it." --dry-run',
    ),
    "dismiss": ('dismiss rv-hx --reason "answered by phone"',),
    "knowledge import": ("knowledge import replies.csv --dry-run", "knowledge import replies.csv --brand inn"),
    "knowledge learned": ("knowledge learned", "knowledge learned --accept 2"),
    "knowledge check": ("knowledge check",),
    "knowledge list": ("knowledge list", "knowledge list --brand inn --platform google_play --on 2026-11-01"),
    "knowledge add fact": ('knowledge add fact --entity "front desk" --attribute hours --value 07:00-23:00',),
    "knowledge add remedy": ('knowledge add remedy --say "our desk can go through the bill with you" --theme billing',),
    "knowledge add contact": ("knowledge add contact --email desk@harbor-inn.example",),
    "flag": ("flag rv-hx", "flag rv-hx --wrong"),
    "reported": ('reported rv-hx --reason "names a colleague"', "reported rv-hx --outcome removed", "reported"),
    "hold": ('hold rv-hx --reason "names our lawyer"', "hold rv-hx --release"),
    "snooze": ("snooze rv-hx --until tomorrow", 'snooze rv-hx --until 3d --reason "the fix is out then"'),
    "rescore": ("rescore --dry-run", "rescore --source my-app --yes"),
    "eval": ("eval", "eval --since 90d --lang en"),
    "train": ("train --lang en --dry-run", "train --flags", "train --lang en --undo"),
    "threshold": ("threshold --budget 20/day", "threshold --budget 5% --dry-run"),
    "undo": ("undo rv-hx",),
    "outbox": ("outbox", "outbox pb-3k --posted"),
    "publish": ("publish", "publish --now", "publish --dry-run --json"),
}
"""By the command's words: each line as it is typed after the program's name."""
