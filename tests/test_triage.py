"""Who should be looked at, how soon, and where a case stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch import triage
from reviewwatch.assess import assess
from reviewwatch.config import TriageConfig
from reviewwatch.types import (
    HELD,
    Assessment,
    Band,
    Case,
    CaseState,
    Edited,
    Flag,
    Gone,
    Known,
    New,
    OwnerReplied,
    Precision,
    Reason,
    ReplyState,
    Review,
    Sensitivity,
    Severity,
    TextField,
    Theme,
    Unhappy,
)
from tests.make import NOW, owner_reply, review, stars

RULES = TriageConfig()
SOME_FLAG = Flag(Severity.MEDIUM, 300, NOW, ("2 of 5 stars",))


def flagged(text: str = "", rating: float | None = None, **fields: Any) -> Flag | None:
    """Return the flag of a review of so many stars that was written now."""
    one = review(text=text, rating=None if rating is None else stars(rating), **fields)
    return triage.flag(one, assess(one), RULES, NOW)


def sure_flag(*args: Any, **fields: Any) -> Flag:
    """Return a flag that there must be."""
    flag = flagged(*args, **fields)
    assert flag is not None
    return flag


def verdict(p: float | None = 0.9, **fields: Any) -> Assessment:
    """Return an assessment that says so."""
    values: dict[str, Any] = {"band": Band.DETRACTOR if p else Band.UNSCORED, "scorer": "test", **fields}
    return Assessment(p_detractor=p, **values)


@pytest.mark.parametrize(
    ("text", "rating", "severity"),
    [
        ("The room was cold.", 1, Severity.MEDIUM),
        ("The room was cold.", 2, Severity.MEDIUM),
        ("", 3, Severity.LOW),
        ("It was a horrible, awful, disgusting place.", 1, Severity.HIGH),
        ("It was a horrible, awful, disgusting place.", 2, Severity.MEDIUM),
        ("They charged me twice and nobody answers.", 2, Severity.HIGH),
        ("The update deleted all my photos.", 1, Severity.HIGH),
        ("Export loses half my rows and it is awful.", None, Severity.HIGH),
        ("We all got food poisoning from the buffet.", 1, Severity.CRITICAL),
        ("We all got food poisoning from the buffet.", 3, Severity.CRITICAL),
        ("They refused us because we are Black.", 2, Severity.CRITICAL),
        ("You will be hearing from my lawyer.", 1, Severity.CRITICAL),
        ("The manager threatened me at the desk.", 1, Severity.CRITICAL),
        ("My data was leaked after I signed up.", 1, Severity.CRITICAL),
        ("The heater caught fire at night.", None, Severity.CRITICAL),
    ],
)
def test_severity_by_what_happened(text: str, rating: float | None, severity: Severity) -> None:
    """Danger, threats, discrimination and law before anger, money and lost work, and those before plain bad stars."""
    assert sure_flag(text, rating).severity is severity


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("The hotel is a short walk from the hospital, and the room was cold.", 1),
        ("Court Street is loud and the fire place did not work.", 2),
        ("My photos of the room show the dust.", 2),
        ("The poison ivy wallpaper is ugly and sue was late.", 2),
        ("It broke after a week.", 1),
    ],
)
def test_a_word_alone_is_no_alarm(text: str, rating: float) -> None:
    """The list holds phrases that are rare in harmless reviews, not words."""
    flag = triage.flag(review(text=text, rating=stars(rating)), verdict(), RULES, NOW)
    assert flag is not None
    assert flag.severity is Severity.MEDIUM


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("Wonderful stay, thanks to Marta.", 5),
        ("Good.", 4),
        ("They handled my allergic reaction wonderfully, excellent people.", 5),
        ("", 5),
        ("", None),
        ("What a wonderful, excellent place. We loved it!", None),
    ],
)
def test_who_is_happy_is_not_flagged(text: str, rating: float | None) -> None:
    """Praise is marked and found by search; it does not fill the queue."""
    assert flagged(text, rating) is None


def test_the_threshold_is_the_configured_one() -> None:
    """A review is flagged from it on."""
    one = review(rating=stars(4), text="")

    assert triage.flag(one, verdict(0.6), TriageConfig(threshold=0.6), NOW) is not None
    assert triage.flag(one, verdict(0.59), TriageConfig(threshold=0.6), NOW) is None


def test_doubt_is_flagged_low() -> None:
    """Stars against text, a happy reviewer who may be lost, and a text that nobody can judge ask for a look."""
    for assessment in (verdict(0.1, is_conflict=True), verdict(0.3, is_at_risk=True), verdict(None)):
        flag = triage.flag(review(rating=None, text="…"), assessment, RULES, NOW)
        assert flag is not None
        assert flag.severity is Severity.LOW
    assert triage.flag(review(rating=None, text=""), verdict(None), RULES, NOW) is None


def test_reasons_say_why_and_quote_nothing() -> None:
    """Every clause of the assessment is there once, alarms lead, and no word of the wait, which goes on."""
    reasons = (
        Reason(TextField.RATING, 0, 1, "1 of 5 stars"),
        Reason(TextField.TEXT, 0, 9, "an unhappy sentence"),
        Reason(TextField.TEXT, 10, 19, "an unhappy sentence"),
    )
    one = review(
        text="I was injured and got no refund.", rating=stars(1), n_votes=12, created_at=NOW - timedelta(days=3)
    )

    flag = triage.flag(one, verdict(0.95, reasons=reasons), RULES, NOW)

    assert flag is not None
    assert flag.reasons == (
        "speaks of an injury or a danger",
        "speaks of money lost",
        "1 of 5 stars",
        "an unhappy sentence",
        "12 people voted for it",
    )


def test_alarms_are_seen_through_disguise() -> None:
    """Look-alike and zero-width letters hide no alarm."""
    assert sure_flag("They are r\u0430c\u200bist here.", 1).severity is Severity.CRITICAL


@pytest.mark.parametrize(
    ("fields", "due_in"),
    [
        ({"created_at": NOW}, timedelta(hours=48)),
        ({"created_at": NOW - timedelta(hours=40)}, timedelta(hours=8)),
        ({"created_at": NOW - timedelta(days=5)}, timedelta(days=-3)),
        ({"created_at": NOW - timedelta(days=5), "updated_at": NOW - timedelta(hours=1)}, timedelta(hours=47)),
        ({"created_at": None}, timedelta(hours=48)),
        ({"created_at": NOW + timedelta(days=3)}, timedelta(hours=48)),
        ({"created_at": NOW - timedelta(days=20), "created_precision": Precision.MONTH}, timedelta(hours=48)),
    ],
)
def test_an_answer_is_owed_from_when_the_reviewer_wrote(fields: dict[str, Any], due_in: timedelta) -> None:
    """From the last edit, else from writing, else from now; where that is past, it is late by as much."""
    assert sure_flag("The room was cold.", 2, **fields).due_at == NOW + due_in


@pytest.mark.parametrize(
    ("text", "rating", "hours"),
    [("I was injured.", 1, 4), ("They charged me twice.", 1, 24), ("The room was cold.", 1, 48), ("", 3, 96)],
)
def test_the_worse_the_sooner(text: str, rating: float, hours: int) -> None:
    """Each severity has its configured time."""
    assert sure_flag(text, rating).due_at == NOW + timedelta(hours=hours)


def test_priority_follows_severity_then_reach() -> None:
    """The order of the queue, from the most urgent down."""
    queue = [
        sure_flag("I was injured.", 1),
        sure_flag("They charged me twice.", 1, n_votes=300),
        sure_flag("They charged me twice.", 1),
        sure_flag("The room was cold.", 2, n_votes=300),
        sure_flag("The room was cold.", 1),
        sure_flag("The room was cold.", 2),
        sure_flag("", 3),
    ]

    assert all(sooner.priority > later.priority for sooner, later in pairwise(queue))


def test_somebody_happy_who_may_be_lost_comes_before_other_doubt() -> None:
    """At risk is a step of its own above a conflict, and says so; below a likely detractor."""
    at_risk, conflict, unhappy = (
        triage.flag(review(text="…", rating=stars(4)), assessment, RULES, NOW)
        for assessment in (verdict(0.3, is_at_risk=True), verdict(0.3, is_conflict=True), verdict(0.8))
    )
    assert at_risk is not None
    assert conflict is not None
    assert unhappy is not None
    assert at_risk.priority > conflict.priority
    weighed = triage.weigh(review(text="…", rating=stars(4)), verdict(0.3, is_at_risk=True), RULES)
    assert weighed is not None
    assert "a happy reviewer who may be lost" in [part.why for part in weighed.parts]


def test_the_order_explains_itself() -> None:
    """The parts sum to the priority, and each names what it is for."""
    one = review(text="We were injured, and billed twice.", rating=stars(1), n_votes=120)
    themes = (Theme("billing", -0.8, TextField.TEXT, 18, 30), Theme("room", 0.5, TextField.TEXT, 0, 2))
    setting = triage.Setting(weight=2.0, remedies=frozenset({"billing"}), has_contact=True)
    judged = verdict(0.9, themes=themes)

    weighed = triage.weigh(one, judged, RULES, setting=setting)
    flag = triage.flag(one, judged, RULES, NOW, setting=setting)

    assert weighed is not None
    assert flag is not None
    assert [part.why for part in weighed.parts] == [
        "critical: safety",
        "0.90 likely a detractor",
        "120 votes",
        "the listing counts 2 times",
        "there is help for billing",
    ]
    assert flag.priority == sum(part.points for part in weighed.parts)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (triage.Setting(weight=2.0), triage.Setting()),
        (triage.Setting(), triage.Setting(weight=0.5)),
        (triage.Setting(remedies=frozenset({"bed"})), triage.Setting(has_contact=True)),
        (triage.Setting(helps_all=True), triage.Setting(has_contact=True)),
        (triage.Setting(has_contact=True), triage.Setting()),
    ],
)
def test_what_counts_more_or_can_be_helped_comes_sooner(better: triage.Setting, worse: triage.Setting) -> None:
    """A weightier listing, a remedy before a contact, a contact before nothing."""
    judged = verdict(0.9, themes=(Theme("bed", -0.8, TextField.TEXT, 0, 3),))
    sooner, later = (triage.weigh(review(), judged, RULES, setting=setting) for setting in (better, worse))
    assert sooner is not None
    assert later is not None
    assert sum(part.points for part in sooner.parts) > sum(part.points for part in later.parts)


def test_waiting_is_counted_against_the_promise() -> None:
    """Since the reviewer wrote, of the time that the severity has; nothing where no answer is owed."""
    flag = sure_flag("They charged me twice.", 1)
    case = Case(CaseState.OPEN, "flagged", flag.priority, flag.due_at)
    assert flag.rises_at == NOW + timedelta(hours=12)
    assert triage.waited(flag, case, RULES, NOW + timedelta(hours=5)) == (timedelta(hours=5), timedelta(hours=24))
    assert triage.waited(flag, replace(case, due_at=None), RULES, NOW) is None


@pytest.mark.parametrize(
    ("text", "hold"),
    [
        ("We were injured by the heater.", "safety"),
        ("The manager threatened me.", "safety"),
        ("They refused us because we are Black.", "discrimination"),
        ("You will hear from my lawyer.", "legal"),
        ("My data was leaked.", None),
        ("The room was cold.", None),
    ],
)
def test_what_is_for_a_trained_person_says_why(text: str, hold: str | None) -> None:
    """Danger, discrimination and law; a leak is urgent, and anybody may answer it."""
    flag = sure_flag(text, 1)
    assert flag.hold == hold
    after = triage.case_after(New(review(), "new", "new"), flag)
    assert after == ((CaseState.HELD, triage.held_for(hold)) if hold else (CaseState.OPEN, triage.FLAGGED))
    if hold:
        assert triage.case_after(edited(CaseState.DISMISSED), flag) == (CaseState.HELD, triage.held_for(hold))
        history = triage.case_after(New(review(), "new", "new"), flag, is_history=True)
        assert history == (CaseState.QUIET, triage.HISTORY)


@pytest.mark.parametrize("sensitivity", [one for one in Sensitivity if one is not Sensitivity.NONE])
def test_a_sensitive_matter_is_first_and_held_whatever_the_stars(sensitivity: Sensitivity) -> None:
    """Five stars and kind words do not keep it from a trained person, and the reason names the matter."""
    one = review(text="Lovely place.", rating=stars(5))

    flag = triage.flag(one, verdict(0.02, sensitivity=sensitivity), RULES, NOW)

    assert flag is not None
    assert (flag.severity, flag.hold) == (Severity.CRITICAL, sensitivity.replace("_", "-"))
    state, reason = triage.case_after(New(one, "new", "new"), flag)
    assert (state, reason) == (CaseState.HELD, f"{flag.hold}: {HELD}")
    assert triage.flag(one, verdict(0.02), RULES, NOW) is None


@given(
    p=st.none() | st.floats(0, 1),
    n_votes=st.none() | st.integers(-5, 10**9),
    age=st.none() | st.integers(-100, 10_000),
    text=st.text(max_size=60),
)
def test_a_flag_is_within_bounds(p: float | None, n_votes: int | None, age: int | None, text: str) -> None:
    """Priority stays in 0 to 1000, due is told, and no flag is without a reason."""
    created_at = None if age is None else NOW - timedelta(hours=age)
    one = review(text=text, rating=stars(1), n_votes=n_votes, created_at=created_at)
    assessment = verdict(p, reasons=(Reason(TextField.RATING, 0, 1, "1 of 5 stars"),))

    flag = triage.flag(one, assessment, RULES, NOW)

    if flag is not None:
        assert 0 <= flag.priority <= 1000
        assert flag.due_at is not None
        assert flag.reasons


@pytest.mark.parametrize(
    ("fields", "is_history"),
    [
        ({"created_at": NOW - timedelta(days=8)}, True),
        ({"created_at": NOW - timedelta(days=6)}, False),
        ({"created_at": NOW - timedelta(days=7)}, False),
        ({"created_at": NOW - timedelta(days=8), "updated_at": NOW}, True),
        ({"created_at": None, "updated_at": NOW - timedelta(days=8)}, True),
        ({"created_at": None}, False),
        ({"created_at": NOW - timedelta(days=7, hours=20), "created_precision": Precision.DAY}, False),
        ({"created_at": NOW - timedelta(days=9), "created_precision": Precision.DAY}, True),
        ({"created_at": NOW - timedelta(days=30), "created_precision": Precision.MONTH}, False),
    ],
)
def test_what_was_there_long_before_is_history(fields: dict[str, Any], is_history: bool) -> None:
    """Older than the configured time, counted from the end of a day or month that is all a site states."""
    assert triage.is_history(review(**fields), RULES, NOW) == is_history


def known(state: CaseState) -> Known:
    """Return what the store holds of a review whose case stands so."""
    return Known(7, "r1", "old", "old", 1, False, None, 0.25, state)


def edited(state: CaseState, was_gone: bool = False) -> Edited:
    """Return an edit of a review whose case stands so."""
    return Edited(review(), known(state), "new", "old", was_gone)


@pytest.mark.parametrize(
    ("one", "flag", "is_history", "after"),
    [
        (review(), SOME_FLAG, False, (CaseState.OPEN, triage.FLAGGED)),
        (review(), None, False, (CaseState.QUIET, triage.UNFLAGGED)),
        (review(), SOME_FLAG, True, (CaseState.QUIET, triage.HISTORY)),
        (review(), None, True, (CaseState.QUIET, triage.HISTORY)),
        (review(owner_replies=(owner_reply(),)), SOME_FLAG, False, (CaseState.ANSWERED, triage.ANSWERED)),
        (review(owner_replies=(owner_reply(),)), SOME_FLAG, True, (CaseState.ANSWERED, triage.ANSWERED)),
        (
            review(owner_replies=(owner_reply(state=ReplyState.PENDING),)),
            SOME_FLAG,
            False,
            (CaseState.OPEN, triage.FLAGGED),
        ),
        (
            review(owner_replies=(owner_reply(state=ReplyState.REFUSED),)),
            SOME_FLAG,
            False,
            (CaseState.OPEN, triage.FLAGGED),
        ),
    ],
)
def test_where_a_new_review_stands(
    one: Review, flag: Flag | None, is_history: bool, after: tuple[CaseState, str]
) -> None:
    """Answered on the site, history, flagged, or quiet, in this order."""
    assert triage.case_after(New(one, "new", "new"), flag, is_history) == after


@pytest.mark.parametrize("state", list(CaseState))
def test_an_edit_reopens_whatever_was_in_the_queue(state: CaseState) -> None:
    """With a flag every case opens; without one a quiet case alone stays quiet."""
    assert triage.case_after(edited(state), SOME_FLAG) == (CaseState.OPEN, triage.EDITED)
    unflagged = triage.case_after(edited(state), None)
    assert unflagged == (
        (CaseState.QUIET, triage.UNFLAGGED) if state is CaseState.QUIET else (CaseState.OPEN, triage.EDITED)
    )


def test_a_review_that_came_back_says_so() -> None:
    """The reason tells it from an edit."""
    assert triage.case_after(edited(CaseState.CLOSED, was_gone=True), None) == (CaseState.OPEN, triage.CAME_BACK)


@pytest.mark.parametrize("state", list(CaseState))
def test_an_answer_seen_on_the_site_takes_an_undecided_case_out(state: CaseState) -> None:
    """What a person decided stays as it is, its reason too; so does a case whose reply is pending or went away."""
    undecided = {CaseState.QUIET, CaseState.OPEN, CaseState.SNOOZED, CaseState.HELD}
    seen = OwnerReplied(review(owner_replies=(owner_reply(),)), known(state), "new")
    after = (CaseState.ANSWERED, triage.ANSWERED) if state in undecided else (state, "")

    assert triage.case_after(seen, None) == after
    for replies in ((), (owner_reply(state=ReplyState.PENDING),)):
        assert triage.case_after(OwnerReplied(review(owner_replies=replies), known(state), "new"), None) == (state, "")


@pytest.mark.parametrize("state", list(CaseState))
def test_a_removed_review_closes_its_case_with_the_proof(state: CaseState) -> None:
    """Whatever state it was in."""
    assert triage.case_after(Gone(known(state), "the site says so"), None) == (CaseState.CLOSED, "the site says so")


def test_no_flag_is_without_a_reason() -> None:
    """An unrated review that says nothing happy is flagged with the clause that says so."""
    lukewarm = review(rating=None, text="Notifications arrive twice on my watch and on my phone.", author=None)

    raised = triage.flag(lukewarm, verdict(0.6), TriageConfig(), NOW)

    assert raised is not None
    assert raised.reasons == ("no rating, and nothing in the text is clearly happy",)


def test_a_flag_says_what_the_author_is_unhappy_about() -> None:
    """A row of a list shows no clause beside its reasons, so these name themes, those of the worst clause first."""
    text = "The parking was too expensive. The room was filthy and smelled of smoke, horrible, never again."

    [about] = [reason for reason in sure_flag(text, rating=1).reasons if reason.startswith("unhappy about ")]

    assert about.startswith("unhappy about cleanliness")
    assert "price" in about
    assert not set(Unhappy) & set(sure_flag(text, rating=1).reasons)


def test_a_clause_without_a_theme_is_still_a_reason() -> None:
    """Nothing is known of what it is about, and it is said that there is one."""
    assert Unhappy.WORST in sure_flag("Horrible, just horrible.", rating=1).reasons
