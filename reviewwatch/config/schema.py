"""Every key of the config: where it stands, what it takes, its default and what it is for.

The loader checks against this table, and `config.example.toml` and `docs/config.md` are rendered from it.
A `*` in a section stands for an id that the person chooses.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import timedelta
from typing import Final

from reviewwatch.config.keys import Key, Kind, Names, Section
from reviewwatch.config.model import (
    TRADES,
    DaemonConfig,
    HttpConfig,
    ModelConfig,
    RepliesConfig,
    SourceConfig,
    TriageConfig,
)
from reviewwatch.config.names import HOLD_REASONS
from reviewwatch.config.schema_knowledge import CONTACTS, KNOWLEDGE, LIMITS, PARTS, VOICE

SECRET_KEY: Final = re.compile(
    r"(?:.*[_-])?(?:tokens?|passwords?|passwd|passphrase|secrets?|credentials?|api[_-]?key|private[_-]?key|secret[_-]?key"
    r"|access[_-]?key|client[_-]?key)|key|auth(?:orization)?|cookies?",
    re.IGNORECASE,
)
"""Names of options that would hold a secret. They are refused: the config is copied, mailed and committed."""

PATH_OPTION: Final = re.compile(r"(?:.*_)?(?:path|file)")
"""Names of options that hold a path, which is relative to the config's folder."""


def _defaults(of: type) -> dict[str, object]:
    return {item.name: item.default for item in fields(of) if item.default is not MISSING}


_TRIAGE: Final = _defaults(TriageConfig)
_REPLIES: Final = _defaults(RepliesConfig)
_HTTP: Final = _defaults(HttpConfig)
_DAEMON: Final = _defaults(DaemonConfig)
_MODEL: Final = _defaults(ModelConfig)
_SOURCE: Final = _defaults(SourceConfig)
_SECOND: Final = timedelta(seconds=1)
_MINUTE: Final = timedelta(minutes=1)

SECTIONS: Final[tuple[Section, ...]] = (
    Section(
        path="",
        help="",
        is_shown=True,
        keys=(
            Key(
                name="store",
                kind=Kind.PATH,
                help="The SQLite file that holds reviews, drafts and decisions; without it, in your own data folder.",
                example="reviewwatch.db",
            ),
        ),
    ),
    Section(
        path="brands.*",
        help="A brand is one voice. Nothing of one brand is ever used for another.",
        shown_id="default",
        is_shown=True,
        keys=(
            Key(
                name="name",
                kind=Kind.TEXT,
                help="The name as it stands in a reply; empty, and replies do without it.",
                default="",
            ),
            Key(
                name="sign_off",
                kind=Kind.TEXT,
                help="The last line of every reply; empty for none.",
                default="",
                example="Your front desk",
            ),
            *VOICE,
            Key(
                name="trade",
                kind=Kind.TEXTS,
                help="What the business is in, which decides the themes that reviews are asked for: "
                f"{', '.join(TRADES)}. Without it, all of them.",
                example="hospitality",
            ),
            Key(
                name="weight",
                kind=Kind.FACTOR,
                help="How much its reviews count in the order of the queue, beside those of other brands.",
                default=1.0,
            ),
        ),
    ),
    CONTACTS,
    *KNOWLEDGE,
    *PARTS,
    Section(
        path="sources.*",
        help="A source is a place to watch. The id is yours. All other keys are options of the connector; "
        "`docs/connectors.md` lists the connectors. A secret stands in an environment variable or in a file that only "
        "you can read, named by `<option>_env` or `<option>_file`, never here.",
        shown_id="my-app",
        is_open=True,
        open_examples={"repo": "harbor-inn/guest-app", "token_env": "GITHUB_TOKEN"},
        keys=(
            Key(
                name="connector",
                kind=Kind.TEXT,
                help="The code that reads the place.",
                is_required=True,
                example="github",
            ),
            Key(
                name="brand",
                kind=Kind.TEXT,
                help="Whose reviews these are; not needed where there is one brand.",
                example="default",
            ),
            Key(
                name="listing",
                kind=Kind.TEXT,
                help="Which of the brand's listings it is, where they differ in facts or voice.",
                example="quay",
            ),
            Key(
                name="every",
                kind=Kind.DURATION,
                help="How often the place is read when reviewwatch runs by itself.",
                default=_SOURCE["every"],
                least=_MINUTE,
            ),
            Key(
                name="weight",
                kind=Kind.FACTOR,
                help="How much its reviews count in the order of the queue; without it, as much as the brand's.",
                example=2.0,
            ),
        ),
    ),
    Section(
        path="themes.*",
        help="A theme of your own, or more words for one that is there. Plural, -ing and -ed are found without being "
        "written.",
        shown_id="moorings",
        keys=(
            Key(name="words", kind=Kind.TEXTS, help="Words that name it.", example=["mooring", "jetty"]),
            Key(
                name="phrases",
                kind=Kind.TEXTS,
                help="Words in a row; `..` stands for up to three words between.",
                example=["pontoon light", "shore .. power"],
            ),
            Key(
                name="trade",
                kind=Kind.TEXTS,
                help="The trades that it is for; without it, all of them.",
                example="hospitality",
            ),
        ),
    ),
    LIMITS,
    Section(
        path="people.*",
        help="Who decides. Without an entry, decisions stand under the login name.",
        shown_id="ines",
        keys=(
            Key(name="user", kind=Kind.TEXT, help="The login name on this machine.", is_required=True, example="ines"),
        ),
    ),
    Section(
        path="triage",
        help="Which reviews are shown to you, and by when they are owed an answer.",
        is_shown=True,
        keys=(
            Key(
                name="since",
                kind=Kind.DURATION,
                help="At the first reading of a place, older reviews are history: searchable, never due.",
                default=_TRIAGE["since"],
            ),
            Key(
                name="threshold",
                kind=Kind.SHARE,
                help="A review is flagged when its author is an unhappy one with at least this probability.",
                default=_TRIAGE["threshold"],
            ),
            Key(
                name="budget",
                kind=Kind.BUDGET,
                help="What you can look at, or what may be missed; `reviewwatch threshold` finds the threshold for it.",
                default=_TRIAGE["budget"],
                example="20/day",
            ),
            Key(
                name="praise_route",
                kind=Kind.TEXT,
                help="Who hears of praise that names a person or a team; it does not enter the queue.",
                default=_TRIAGE["praise_route"],
                example="team leads",
            ),
            *(
                Key(
                    name=f"due_{severity}",
                    kind=Kind.DURATION,
                    help=f"Answer time for severity {severity}.",
                    default=_TRIAGE[f"due_{severity}"],
                )
                for severity in ("critical", "high", "medium", "low")
            ),
        ),
    ),
    Section(
        path="replies",
        help="Which reviews are answered, and how approved replies leave the house.",
        is_shown=True,
        keys=(
            Key(
                name="undo_window",
                kind=Kind.DURATION,
                help="How long an approved reply waits, so that you can take it back.",
                default=_REPLIES["undo_window"],
            ),
            Key(
                name="thank",
                kind=Kind.SHARE,
                help="Share of the happy reviews that get brief thanks; the others get none. Long answers to praise "
                "lower later ratings.",
                default=_REPLIES["thank"],
            ),
            Key(
                name="max_age",
                kind=Kind.DURATION,
                help="Reviews that are older get no draft; without it, age does not count.",
                example="365d",
            ),
            Key(
                name="answered_anyway",
                kind=Kind.TEXTS,
                help="Reasons to hold a review for a trained person that do not apply here.",
                default=(),
                example=["press", "language"],
                of=Names("reason to hold a review", HOLD_REASONS),
            ),
        ),
    ),
    Section(
        path="model",
        help="A language model that may put drafts into other words; off without this table. It sees no facts, no "
        "contacts and no names, and what it writes passes every rule, or the draft stays as it was and says so.",
        keys=(
            Key(
                name="url",
                kind=Kind.TEXT,
                help="The base address of an OpenAI-compatible endpoint: a server on this machine, or https.",
                default=_MODEL["url"],
                example="http://127.0.0.1:8080/v1",
            ),
            Key(
                name="name",
                kind=Kind.TEXT,
                help="The model's name there.",
                default=_MODEL["name"],
                example="small-instruct",
            ),
            Key(
                name="hosts",
                kind=Kind.TEXTS,
                help="The only hosts that are ever asked.",
                default=_MODEL["hosts"],
            ),
            Key(
                name="key_env",
                kind=Kind.TEXT,
                help="The environment variable that holds the key; empty where none is needed.",
                default=_MODEL["key_env"],
                example="MODEL_KEY",
            ),
            Key(
                name="shows_reviews",
                kind=Kind.FLAG,
                help="Also show it the review, without addresses, figures and names. Safer without.",
                default=_MODEL["shows_reviews"],
            ),
            Key(
                name="tokens_a_day",
                kind=Kind.COUNT,
                help="What it may cost a day, as the endpoint counts; above it the drafts stay as they are.",
                default=_MODEL["tokens_a_day"],
                least=1,
            ),
            Key(
                name="timeout",
                kind=Kind.DURATION,
                help="How long one question may take.",
                default=_MODEL["timeout"],
                least=_SECOND,
            ),
        ),
    ),
    Section(
        path="http",
        help="How reviewwatch appears to the places that it reads.",
        is_shown=True,
        keys=(
            Key(
                name="contact",
                kind=Kind.TEXT,
                help="A mail address or page in the user agent, so that a site's owner can reach you.",
                default=_HTTP["contact"],
                example="web@harbor-inn.example",
            ),
            Key(
                name="allow_private",
                kind=Kind.FLAG,
                help="Read private and loopback addresses too, for a proxy or a stand-in of your own.",
                default=_HTTP["allow_private"],
            ),
            Key(
                name="pace",
                kind=Kind.DURATION,
                help="The least time between two requests to one host.",
                default=_HTTP["pace"],
            ),
            Key(
                name="timeout",
                kind=Kind.DURATION,
                help="How long to wait for a connection and for each part of an answer.",
                default=_HTTP["timeout"],
                least=_SECOND,
            ),
            Key(
                name="max_body",
                kind=Kind.COUNT,
                help="The largest answer that is read, in bytes.",
                default=_HTTP["max_body"],
                least=1_000,
            ),
        ),
    ),
    Section(
        path="daemon",
        help="How `reviewwatch run` watches by itself.",
        is_shown=True,
        keys=(
            Key(
                name="tick",
                kind=Kind.DURATION,
                help="How often it looks for what is due: places to read, replies to post.",
                default=_DAEMON["tick"],
                least=_SECOND,
            ),
            Key(
                name="parallel",
                kind=Kind.COUNT,
                help="How many places are read side by side; those that failed last time take at most half of them.",
                default=_DAEMON["parallel"],
                least=1,
            ),
            Key(
                name="deadline",
                kind=Kind.DURATION,
                help="How long the reading of one place may take; what was stored until then stays.",
                default=_DAEMON["deadline"],
                least=_SECOND,
            ),
        ),
    ),
    Section(
        path="demo",
        help="Only in a workspace that `reviewwatch demo` made: commands start the demo's own site for their run.",
        keys=(
            Key(
                name="site",
                kind=Kind.PATH,
                help="Where that site keeps what was posted to it.",
                is_required=True,
                example="site.jsonl",
            ),
        ),
    ),
)

SECTION: Final[Mapping[str, Section]] = {
    **{section.path: section for section in SECTIONS},
    # A listing and a place of a brand hold the same tables as the brand.
    **{
        section.path.replace("brands.*.", f"{part.path}."): section
        for part in PARTS
        for section in (CONTACTS, *KNOWLEDGE)
        if section.is_narrowed
    },
}
"""Sections by path. What the tables of a listing may hold stands once, with those of a brand."""
