"""A person goes through the queue: one ticket at a time, one key a decision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from rich.text import Text

from reviewwatch.cli.calling import as_called
from reviewwatch.cli.screen.choices import (
    DISMISSALS,
    HELP,
    HOLDS,
    KNOW,
    MEND,
    MISSED,
    NEXT_DRAFT,
    OWN_WORDS,
    RELEASE,
    SNOOZE_WORDS,
    SNOOZES,
    keys_of,
    verdict,
)
from reviewwatch.cli.screen.consent import ask_consent
from reviewwatch.cli.screen.editor import Edited
from reviewwatch.cli.screen.face import Choice, Face
from reviewwatch.cli.screen.knowing import add_what_backs
from reviewwatch.cli.screen.look import Section, View
from reviewwatch.cli.screen.offer import left_words, sheet_for
from reviewwatch.cli.screen.reply import Working, limit_words, mendable, working_of
from reviewwatch.cli.screen.sheets import Sheet, Sheets
from reviewwatch.cli.screen.ticket import sections
from reviewwatch.cli.screen.until import parse_until
from reviewwatch.cli.screen.walk import Walk
from reviewwatch.cli.screen.wording import clock, counted, moment, span
from reviewwatch.errors import ApprovalError, ConfigError, ForbiddenReplyError, StoreBusyError, UsageError
from reviewwatch.flow import decide, marks
from reviewwatch.flow.desk import Desk
from reviewwatch.ids import REVIEW, to_text
from reviewwatch.storage.verbs import cases, drafts
from reviewwatch.types import Draft

if TYPE_CHECKING:
    from reviewwatch.flow.decide import Ticket

Edit = Callable[[Sheet], Edited]


class ActKind(StrEnum):
    """What a person did to a review in this session."""

    APPROVED = "approved"
    DISMISSED = "dismissed"
    HELD = "held"
    SNOOZED = "snoozed"
    SKIPPED = "skipped"
    MARKED_WRONG = "marked as a wrong flag"
    MARKED_MISSED = "marked as missed"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class Act:
    """One act of this session, newest last; undo takes it off again."""

    review_id: int
    kind: ActKind


class Session:
    """Walks a person through reviews. Every decision is the flow's; this asks and shows."""

    def __init__(self, desk: Desk, face: Face, person: str, walk: Walk, edit: Edit) -> None:
        self._desk = desk
        self._face = face
        self._person = person
        self._walk = walk
        self._edit = edit
        self._sheets = Sheets(desk.config.store, person)
        self._again: int | None = None
        self._has_quit = False
        self.acts: list[Act] = []

    def run(self) -> None:
        """Go on until the queue is empty or the person quits.

        Raises:
            KeyboardInterrupt, EOFError: The person left in another way; the decisions made stay.
        """
        while not self._has_quit:
            review_id = self._again or self._walk.next({act.review_id for act in self.acts})
            self._again = None
            if review_id is None:
                self._at_the_end()
            else:
                self._before_the_person(review_id)

    def _at_the_end(self) -> None:
        """Offer the skipped reviews again, and to take the last act back, before it is too late for it here."""
        skipped = [act for act in self.acts if act.kind is ActKind.SKIPPED]
        if not self.acts:
            self._has_quit = True
            return
        look_again = Choice("s", f"look again at {counted(len(skipped), 'skipped review')}")
        choices = (
            *((look_again,) if skipped else ()),
            Choice("u", "undo the last act"),
            Choice("q", "quit", is_harmless=True),
        )
        self._face.show(View("the end of the queue", ()))
        key = self._face.ask(choices, "No other review waits.")
        if key == "s":
            self.acts = [act for act in self.acts if act.kind is not ActKind.SKIPPED]
        elif key == "u":
            self._take_back()
        else:
            self._has_quit = True

    def _before_the_person(self, review_id: int) -> None:
        """Show one review until it is decided, skipped or left."""
        ticket = decide.prepare(self._desk, review_id)
        one = _OnTheDesk(ticket, working_of(ticket))
        if cases.is_skipped(self._desk.db, self._person, review_id, self._desk.now()):
            self._face.tell("You skipped this one earlier.")
        if left := self._sheets.left(review_id):
            self._face.tell(f"{left_words(left)} e or w offers it.")
        self._show(one)
        while True:
            try:
                if self._obey(self._face.ask(keys_of(one.ticket, one.working, one.own is not None)), one):
                    return
            except (ApprovalError, ConfigError, UsageError, StoreBusyError) as error:
                self._face.tell(f"{error}.".replace("..", "."))
                self._lay_out_again(one, from_reply=isinstance(error, ForbiddenReplyError))

    def _obey(self, key: str, one: _OnTheDesk) -> bool:
        """Do what a key says; True where the next review comes."""
        acts: dict[str, Callable[[], bool]] = {
            "a": lambda: self._approve(one),
            "e": lambda: self._change(one, one.working.text, "edited"),
            "w": lambda: self._change(one, "", "written"),
            NEXT_DRAFT.key: lambda: self._next_draft(one),
            MEND.key: lambda: self._mend(one),
            KNOW.key: lambda: self._know(one),
            "d": lambda: self._dismiss(one),
            "x": lambda: self._mark_wrong(one),
            MISSED.key: lambda: self._mark_missed(one),
            RELEASE.key: lambda: self._release(one),
            "h": lambda: self._hold(one),
            "z": lambda: self._snooze(one),
            "s": lambda: self._skip(one),
            "u": self._undo,
            "q": self._quit,
            "?": lambda: self._help(one),
        }
        return acts[key]()

    def _show(self, one: _OnTheDesk, from_reply: bool = False) -> None:
        shown = sections(one.ticket, one.working, self._desk.now(), self._face.look)
        head = f"{self._walk.progress(len(self.acts))} · {to_text(REVIEW, one.review_id)}"
        self._face.show(View(head, shown), from_reply)

    def _lay_out_again(self, one: _OnTheDesk, from_reply: bool = False) -> None:
        """Read the review anew, as after a change by somebody else; a text that the person wrote stays."""
        one.ticket = decide.prepare(self._desk, one.review_id)
        working = one.working
        drafts = one.ticket.suggestion.drafts
        if working.origin == "draft":
            text = drafts[min(working.number, len(drafts) - 1)].text if drafts else one.ticket.draft.text
        else:
            text = working.text
        one.working = Working(text, decide.check(one.ticket, text), working.origin, working.number)
        self._show(one, from_reply)

    def _done(self, one: _OnTheDesk, kind: ActKind, message: str) -> bool:
        self.acts.append(Act(one.review_id, kind))
        self._face.tell(f"{to_text(REVIEW, one.review_id)} {message}")
        return True

    def _approve(self, one: _OnTheDesk) -> bool:
        if not one.working.text.strip():
            self._face.tell("There is no reply text yet: e edits, w writes one.")
            return False
        if not self._face.has_shown_reply():
            self._face.go_to_reply()
            self._face.tell("This is what would appear; a approves it once you have seen all of it.")
            return False
        consent = ask_consent(self._face, one.ticket, one.working)
        if consent is None:
            return False
        publication = decide.approve(
            self._desk, one.ticket, one.working.text, self._person, consent.acknowledged, consent.vouched
        )
        used = limit_words(one.ticket.platform, one.working.text)
        if one.ticket.is_hand_over:
            return self._done(
                one, ActKind.APPROVED, f"approved ({used}): `publish` hands it over to you; u takes it back."
            )
        window = span(publication.post_after - publication.approval.approved_at)
        when = f"posts after {window}, at {clock(publication.post_after)}"
        return self._done(one, ActKind.APPROVED, f"approved ({used}): {when}; u takes it back.")

    def _change(self, one: _OnTheDesk, start: str, origin: str) -> bool:
        """Let the person change the text; it is checked and shown again before it can be approved."""
        hint = limit_words(one.ticket.platform, start)
        sheet = sheet_for(self._face, self._sheets, one.review_id, start, hint)
        if sheet is None:
            return False
        with self._face.outside():
            edited = self._edit(sheet)
        if edited.text is not None:
            self._take(one, edited.text, origin)
        else:
            self._face.tell(edited.why)
            if sheet.has_own_words():
                self._face.tell("What you had written is kept: e or w offers it.")
                return False
        sheet.drop()
        return False

    def _take(self, one: _OnTheDesk, text: str, origin: str) -> None:
        """Take a text that the person made, check it, keep it and show it."""
        one.working = Working(text, decide.check(one.ticket, text), origin, one.working.number)
        self._keep(one)
        self._face.tell(f"Checked again; {verdict(one.working)}.")
        self._show(one, from_reply=True)

    def _next_draft(self, one: _OnTheDesk) -> bool:
        """Show the next of the proposed drafts in the place of the text, and after the last what the person wrote."""
        drafts, is_own = one.ticket.suggestion.drafts, one.working.origin != "draft"
        one.own = one.working if is_own else one.own
        number = 0 if is_own else one.working.number + 1
        if number == len(drafts) and one.own is not None:
            one.working = one.own
        else:
            text = drafts[number % len(drafts)].text
            one.working = Working(text, decide.check(one.ticket, text), "draft", number % len(drafts))
        self._show(one, from_reply=True)
        return False

    def _mend(self, one: _OnTheDesk) -> bool:
        """Put the gravest finding right that knows how."""
        finding = mendable(one.working)
        if finding is None or finding.fix is None:
            self._face.tell("No rule knows a mend for this text: e edits it.")
            return False
        text = one.working.text
        self._take(one, text[: finding.start] + finding.fix + text[finding.end :], "edited")
        return False

    def _know(self, one: _OnTheDesk) -> bool:
        """Add a fact or a remedy to the config, and check the text again beside it."""
        config = add_what_backs(self._face, self._desk.config, one.ticket.stored.source_id, self._desk.now())
        if config is not None:
            self._desk = replace(self._desk, config=config)
            self._lay_out_again(one, from_reply=True)
        return False

    def _keep(self, one: _OnTheDesk) -> None:
        """Keep the text as the review's draft, so that it is there after a skip, a quit or a crash."""
        draft = Draft(one.working.text, one.ticket.draft.lang, self._person, one.ticket.stored.content_hash)
        with self._desk.db.transaction():
            drafts.save(self._desk.db, one.review_id, draft, self._desk.now())

    def _dismiss(self, one: _OnTheDesk) -> bool:
        reason = self._reason("Dismiss, because:", DISMISSALS)
        if not reason:
            return False
        decide.dismiss(self._desk, one.review_id, self._person, reason)
        return self._done(one, ActKind.DISMISSED, f"dismissed ({reason}); u takes it back.")

    def _mark_wrong(self, one: _OnTheDesk) -> bool:
        marks.mark_wrong(self._desk, one.review_id, self._person)
        return self._done(one, ActKind.MARKED_WRONG, "marked as a wrong flag and dismissed; u takes it back.")

    def _mark_missed(self, one: _OnTheDesk) -> bool:
        marks.mark_missed(self._desk, one.review_id, self._person)
        return self._done(one, ActKind.MARKED_MISSED, "marked as missed and put into the queue; u takes it back.")

    def _release(self, one: _OnTheDesk) -> bool:
        decide.reopen(self._desk, one.review_id, self._person, f"released by {self._person}")
        return self._done(one, ActKind.RELEASED, "given back to the queue; u takes it back.")

    def _hold(self, one: _OnTheDesk) -> bool:
        reason = self._reason("Hold for a trained person, because:", HOLDS)
        if not reason:
            return False
        decide.hold(self._desk, one.review_id, self._person, reason)
        return self._done(one, ActKind.HELD, f"held ({reason}); u takes it back.")

    def _reason(self, question: str, usual: dict[str, str]) -> str:
        choices = (*(Choice(key, label) for key, label in usual.items()), OWN_WORDS)
        key = self._face.ask(choices, question)
        return self._face.line("In your words") if key == OWN_WORDS.key else usual.get(key, "")

    def _snooze(self, one: _OnTheDesk) -> bool:
        own = Choice("o", "another time")
        choices = (*(Choice(key, label) for key, label in SNOOZE_WORDS.items()), own)
        key = self._face.ask(choices, "Snooze:")
        named = self._face.line("Until (12h, 3d, 2026-12-01)") if key == own.key else SNOOZES.get(key, "")
        if not named:
            return False
        until = parse_until(named, self._desk.now())
        decide.snooze(self._desk, one.review_id, self._person, until)
        return self._done(one, ActKind.SNOOZED, f"snoozed until {moment(until)}; u takes it back.")

    def _skip(self, one: _OnTheDesk) -> bool:
        with self._desk.db.transaction():
            cases.skip(self._desk.db, self._person, one.review_id, self._desk.now())
        return self._done(one, ActKind.SKIPPED, "skipped for now.")

    def _undo(self) -> bool:
        if not self.acts:
            self._face.tell(
                as_called("Nothing to take back in this session; `reviewwatch undo ID` takes back older decisions.")
            )
            return False
        self._take_back()
        return True

    def _take_back(self) -> None:
        act = self.acts[-1]
        if act.kind is not ActKind.SKIPPED:
            decide.undo(self._desk, act.review_id, self._person)
        self.acts.pop()
        self._again = act.review_id
        self._face.tell(f"{to_text(REVIEW, act.review_id)} is no longer {act.kind}; it is before you again.")

    def _quit(self) -> bool:
        self._has_quit = True
        return True

    def _help(self, one: _OnTheDesk) -> bool:
        self._face.show(View("the keys", (Section("Keys", Text(HELP), hangs=True),)))
        self._face.pause()
        self._show(one)
        return False


@dataclass(slots=True)
class _OnTheDesk:
    """The review before the person, and the reply that they are at.

    Attributes:
        own: What they wrote, while they look at the proposed drafts.
    """

    ticket: Ticket
    working: Working
    own: Working | None = None

    @property
    def review_id(self) -> int:
        return self.ticket.stored.review_id
