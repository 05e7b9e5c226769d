"""The reply as it would appear: where, under whose account, the exact text, the limit used, what the rules say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rich.text import Text

from reviewwatch.approve import VOUCHABLE
from reviewwatch.cli.calling import as_called
from reviewwatch.cli.output import safe
from reviewwatch.cli.screen.licence import sentences_of
from reviewwatch.cli.screen.look import Look, Section
from reviewwatch.cli.screen.marked import marked
from reviewwatch.cli.screen.wording import counted
from reviewwatch.reply.platforms import Certainty, Platform, Unit
from reviewwatch.types import Draft, Finding, FindingSeverity

if TYPE_CHECKING:
    from reviewwatch.flow.decide import Ticket

_STYLES: Final = {
    FindingSeverity.WARN: "yellow",
    FindingSeverity.BLOCK: "bold red",
    FindingSeverity.HOLD: "bold magenta",
}
_WEIGHT: Final = {
    FindingSeverity.WARN: "warning",
    FindingSeverity.BLOCK: "cannot be approved",
    FindingSeverity.HOLD: "for a trained person",
}
_BACKED_BY: Final = (
    "What backs it can be added to what your brand knows: `reviewwatch knowledge add fact` (or `remedy`)."
)
_UNITS: Final = {Unit.CHARS: "character", Unit.BYTES: "byte"}


@dataclass(frozen=True, slots=True)
class Working:
    """The reply that a person has before them.

    Attributes:
        origin: Where the text comes from: `draft`, `kept` from an earlier session, `edited`, `written`, `given`.
        number: Which of the proposed drafts it is, counted from 0; also of an edited text, the one it was made from.
    """

    text: str
    findings: tuple[Finding, ...]
    origin: str = "draft"
    number: int = 0

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that a person may acknowledge."""
        return tuple(finding for finding in self.findings if finding.severity is FindingSeverity.WARN)


def working_of(ticket: Ticket) -> Working:
    """Return the reply that a ticket comes with: what a person wrote last, else the first draft."""
    text = ticket.draft.text
    is_proposed = not text or any(draft.text == text for draft in ticket.suggestion.drafts)
    return Working(text, ticket.findings, "draft" if is_proposed else "kept")


def reply_sections(ticket: Ticket, working: Working, look: Look) -> tuple[Section, ...]:
    """Return where the reply appears, its exact text alone in a section of its own, and what the rules say of it."""
    where = Text(f"{statement(ticket)} {limit_words(ticket.platform, working.text)}.")
    shown = _shown(ticket, working)
    for said in (shown.why, shown.note) if shown is not None else ():
        where.append(f"\n{safe(said[:1].upper() + said[1:])}." if said else "")
    checks = Text("\n").join(_checks(working, look))
    return (
        Section("Reply", where, is_reply=True),
        Section(f"Text ({_origin(ticket, working)})", _text(ticket, working, look), is_reply=True),
        *_twin(ticket, working),
        *((Section("Checks", checks, is_reply=True),) if checks and working.text else ()),
        *_licences(ticket, working),
    )


def _shown(ticket: Ticket, working: Working) -> Draft | None:
    """Return the proposed draft that a person has before them, None where they changed it."""
    return next((draft for draft in ticket.suggestion.drafts if draft.text == working.text), None)


def _origin(ticket: Ticket, working: Working) -> str:
    n_drafts, shown = len(ticket.suggestion.drafts), _shown(ticket, working)
    if working.origin == "kept":
        return f"kept, as {safe(ticket.draft.drafter)} wrote it"
    if shown is None or n_drafts < 2:
        return working.origin
    return f"draft {ticket.suggestion.drafts.index(shown) + 1} of {n_drafts}"


def _twin(ticket: Ticket, working: Working) -> tuple[Section, ...]:
    """Return the same reply in the approver's language, for reading only."""
    shown = _shown(ticket, working)
    if shown is None or not shown.twin:
        return ()
    return (Section("In English, for you alone", Text(shown.twin), is_about_reply=True),)


def _licences(ticket: Ticket, working: Working) -> tuple[Section, ...]:
    """Return what each sentence answers and what allows it."""
    lines = [f"- {safe(words)}\n  {licence}" for words, licence in sentences_of(ticket, working.text)]
    body = Text("\n".join(lines))
    return (Section("Sentence by sentence", body, is_about_reply=True, hangs=True),) if lines else ()


def _checks(working: Working, look: Look) -> list[Text]:
    lines = [
        Text(finding_words(finding, working.text), _STYLES[finding.severity] if look.has_color else "")
        for finding in worst_first(working.findings)
    ]
    return [*lines, Text(as_called(_BACKED_BY))] if lacks_backing(working) else lines


def statement(ticket: Ticket) -> str:
    """Return where the reply appears and under whose account."""
    place = safe(ticket.stored.listing.name)
    if ticket.is_hand_over:
        return f"Appears under this review at {place} once you post it by hand, under your own account there."
    account = safe(ticket.account or "") or "the account of its token"
    return f"Appears under this review at {place}, as {account}."


def limit_words(platform: Platform, text: str) -> str:
    """Return the limit used: `212 of 350 characters`."""
    sure = "" if platform.limit_is is not Certainty.ASSUMED else " (an assumed limit)"
    return f"{platform.length(text):,} of {counted(platform.limit, _UNITS[platform.unit])}{sure}"


def finding_words(finding: Finding, text: str) -> str:
    """Return one finding with the words that it is about and how to mend it."""
    quoted = safe(text[finding.start : finding.end])
    about = f" “{quoted[:60]}{'…' if len(quoted) > 60 else ''}”" if quoted else ""
    fix = f" Instead: “{safe(finding.fix)}”." if finding.fix else ""
    return f"{finding.rule} {_WEIGHT[finding.severity]}:{about} {safe(finding.why)}.{fix}"


def lacks_backing(working: Working) -> bool:
    """Say whether a person could vouch for a sentence, or give it the fact or the remedy that it lacks."""
    return any(one.rule in VOUCHABLE and one.severity is FindingSeverity.WARN for one in working.findings)


def mendable(working: Working) -> Finding | None:
    """Return the gravest finding that knows how to put the text right, None where none does."""
    return next((finding for finding in worst_first(working.findings) if finding.fix is not None), None)


def worst_first(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings with those that stop an approval before those that warn."""
    order = list(_WEIGHT)
    return sorted(findings, key=lambda finding: -order.index(finding.severity))


def _text(ticket: Ticket, working: Working, look: Look) -> Text:
    """Return the exact text. Without color nothing is marked in it: a mark would look like a part of the reply."""
    if not working.text:
        why = safe(ticket.suggestion.why.removeprefix("held: "))
        next_step = as_called(safe(ticket.suggestion.next_step)).rstrip(".")
        reason = f"No reply is proposed: {why}.\n" if why else ""
        step = f"Best next: {next_step}.\n" if next_step else ""
        return Text(f"{reason}{step}(no text yet: e edits, w writes)")
    if not look.has_color:
        return marked(working.text, (), "bold")
    shown = marked(working.text, [(finding.start, finding.end) for finding in working.findings], "underline")
    shown.stylize("bold")
    return shown
