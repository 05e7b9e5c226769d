"""A yes to exact text, and whether it still holds when the text is about to be posted."""

from __future__ import annotations

import ast
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reviewwatch
from reviewwatch.approve import approve, confirm, is_loopback, refuse_if_changed, text_hash
from reviewwatch.changes import content_hash, thread_hash
from reviewwatch.errors import (
    AlreadyRepliedError,
    ApprovalError,
    ForbiddenReplyError,
    StaleApprovalError,
    UnacknowledgedError,
)
from reviewwatch.types import (
    Approval,
    ApprovedReply,
    Case,
    CaseState,
    Finding,
    FindingSeverity,
    OwnerReply,
    Review,
    Stale,
    StoredReview,
    Target,
)
from tests.make import LISTING, NOW, owner_reply, review, stars

TEXT = "We are sorry about the cold room."
TARGET = Target(LISTING.key, "r1", "https://api.reviews.example")
LOOPBACK = Target(LISTING.key, "r1", "http://127.0.0.1:8123")


def finding(rule: str, severity: FindingSeverity) -> Finding:
    """Return a finding over the whole text."""
    return Finding(rule, severity, 0, len(TEXT), f"{rule} says so", "a rule book")


BLOCK, HOLD = finding("G01", FindingSeverity.BLOCK), finding("G26", FindingSeverity.HOLD)
WARN, OTHER_WARN = finding("G32", FindingSeverity.WARN), finding("G17", FindingSeverity.WARN)


def approved(**fields: Any) -> Approval:
    """Return an approval of the test text; any argument can be given."""
    one = fields.get("review") or review()
    values: dict[str, Any] = {
        "text": TEXT,
        "review": one,
        "content_hash": content_hash(one),
        "thread_hash": thread_hash(one.owner_replies),
        "person": "marta",
        "target": TARGET,
        "account": "harbor-inn",
        "findings": (),
        "acknowledged": (),
        "now": NOW,
        "rules_version": "1",
        "review_id": 7,
    }
    return approve(**{**values, **fields})


def confirmed(approval: Approval, **fields: Any) -> ApprovedReply | Stale:
    """Return what becomes of an approval while nothing but the given has changed."""
    values: dict[str, Any] = {"text": TEXT, "review": review(), "owner_replies": (), "findings": (), "now": NOW}
    return confirm(approval, **{**values, **fields})


def test_an_approval_binds_all_that_the_person_saw() -> None:
    """Person, time, exact text, revision, thread, place, account and rules."""
    one = review(owner_replies=(owner_reply(),))

    assert approved(review=one) == Approval(
        person="marta",
        approved_at=NOW,
        text_hash=text_hash(TEXT),
        content_hash=content_hash(one),
        thread_hash=thread_hash(one.owner_replies),
        target=TARGET,
        account="harbor-inn",
        rules_version="1",
    )


@pytest.mark.parametrize(("stopping", "named"), [(BLOCK, ("G01", "G32")), (HOLD, ("G32",))])
def test_what_a_rule_stops_cannot_be_approved(stopping: Finding, named: tuple[str, ...]) -> None:
    """A block not even by naming the rule, a hold not by chance; the error carries the rules and says why."""
    with pytest.raises(
        ForbiddenReplyError, match=f"{stopping.rule} {stopping.severity}: “We are .*” {stopping.why}"
    ) as caught:
        approved(findings=(WARN, stopping), acknowledged=named)

    assert caught.value.rules == (stopping.rule,)
    assert caught.value.review_id == 7


def test_a_held_review_is_answered_by_whoever_takes_it_on() -> None:
    """By naming the rule, which is recorded with the person."""
    assert approved(findings=(HOLD,), acknowledged=("G26",)).acknowledged == ("G26",)


def test_a_warning_wants_to_be_accepted() -> None:
    """Each rule that warns is accepted by its name, or the approval is refused with what is left."""
    with pytest.raises(UnacknowledgedError, match="G17") as caught:
        approved(findings=(WARN, OTHER_WARN), acknowledged=("G32",))

    assert caught.value.rules == ("G17",)
    assert approved(findings=(WARN,), acknowledged=("G32",)).acknowledged == ("G32",)


def test_no_warning_is_accepted_in_advance() -> None:
    """Accepting every rule by habit covers only what did warn."""
    assert approved(findings=(WARN,), acknowledged=("G01", "G17", "G32")).acknowledged == ("G32",)


@pytest.mark.parametrize("text", ["", "  ", "\n\t"])
def test_an_empty_reply_cannot_be_approved(text: str) -> None:
    """There is nothing to post."""
    with pytest.raises(ForbiddenReplyError, match="empty"):
        approved(text=text)


def test_an_approval_aims_at_the_review_that_was_read() -> None:
    """Another review's target is refused."""
    with pytest.raises(ApprovalError, match="another review"):
        approved(review=review("r2"))


def test_the_demo_approves_for_this_machine_alone() -> None:
    """Neither for a site nor for a person who posts by hand."""
    assert approved(is_demo=True, target=LOOPBACK).is_demo
    for target in (TARGET, replace(TARGET, address=None), replace(TARGET, address="http://127.0.0.1.evil.example")):
        with pytest.raises(ApprovalError, match="this machine alone"):
            approved(is_demo=True, target=target)


def test_an_approval_that_holds_becomes_an_approved_reply() -> None:
    """Nothing changed: this exact text may be posted."""
    approval = approved(findings=(WARN,), acknowledged=("G32",))

    assert confirmed(approval, findings=(WARN,)) == ApprovedReply(approval, TEXT)


def test_a_change_that_says_nothing_new_keeps_the_approval() -> None:
    """Votes and the order of the thread are not what the person said yes to."""
    thread = (owner_reply("One"), owner_reply("Two"))
    approval = approved(review=review(owner_replies=thread))

    assert isinstance(confirmed(approval, review=review(n_votes=12), owner_replies=thread[::-1]), ApprovedReply)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"text": TEXT + " "}, "the text is not the one that marta approved"),
        ({"review": None}, "the review is gone from the site"),
        ({"review": review(rating=stars(4))}, "the reviewer changed the text or the rating after marta read it"),
        ({"review": review("r2")}, "the place answered with another review than the one approved for"),
        ({"findings": (BLOCK,)}, "rule G01 now blocks the text: G01 says so"),
        ({"findings": (HOLD,)}, "rule G26 now holds the review for a trained person: G26 says so"),
        ({"findings": (WARN,)}, "rule G32 warns and nobody has accepted it: G32 says so"),
        ({"now": NOW - timedelta(seconds=1)}, "the approval is dated ahead of now; check this machine's clock"),
    ],
)
def test_whatever_differs_makes_an_approval_stale(fields: dict[str, Any], reason: str) -> None:
    """Each difference is told in a clause that a person understands."""
    assert confirmed(approved(), **fields) == Stale((reason,))


def test_every_difference_is_told_at_once() -> None:
    """The person who approves again sees all of it."""
    stale = confirmed(
        approved(), text="Other", review=review(text="Edited"), owner_replies=(owner_reply(),), findings=(BLOCK, WARN)
    )

    assert isinstance(stale, Stale)
    assert len(stale.reasons) == 5


@pytest.mark.parametrize(
    ("before", "now", "named"),
    [
        ((), (owner_reply(author="Jonas Example", created_at=NOW + timedelta(hours=1)),), "Jonas Example answered"),
        ((), (owner_reply(account="harbor-inn"),), "harbor-inn answered"),
        ((), (OwnerReply("Thanks"),), "somebody of the business answered"),
        ((owner_reply(),), (), "no longer there"),
        ((owner_reply(author="Old"),), (owner_reply(author="Old"), OwnerReply("New", "New")), ": New answered"),
    ],
)
def test_a_stale_approval_names_who_answered(before: Any, now: Any, named: str) -> None:
    """Two people answering one review is caught before the second reply is public."""
    stale = confirmed(approved(review=review(owner_replies=before)), owner_replies=now)

    assert isinstance(stale, Stale)
    assert [named in reason for reason in stale.reasons] == [True]


@pytest.mark.parametrize("address", [None, "https://api.reviews.example", "http://127.0.0.1@evil.example"])
def test_a_demo_approval_never_leaves_this_machine(address: str | None) -> None:
    """Wherever the row came from: only a loopback address makes it good."""
    approval = replace(approved(is_demo=True, target=LOOPBACK), target=replace(LOOPBACK, address=address))

    assert confirmed(approval) == Stale(("the approval is the demo's and good for this machine alone",))


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1", "http://127.0.0.1:8080/api", "https://localhost:1", "http://LOCALHOST/", "http://[::1]:9/", "http://127.9.8.7"],
)  # fmt: skip
def test_loopback_addresses_are_known(address: str) -> None:
    """The name, the whole of 127.0.0.0/8 and ::1, with any port and path."""
    assert is_loopback(address)


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "127.0.0.1",
        "localhost",
        "http://",
        "file://localhost/etc",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        "http://localhost.",
        "http://evil.example/127.0.0.1",
        "http://evil.example#127.0.0.1",
        "http://127.0.0.1@evil.example",
        "http://127.0.0.1:80@evil.example",
        "http://localhost@127.0.0.1",
        "http://127.0.0.1\\@evil.example",
        "http://evil.example\\.127.0.0.1",
        "http://127.0.0.1\n.evil.example",
        "http://127.1",
        "http://0177.0.0.1",
        "http://2130706433",
        "http://0.0.0.0",
        "http://[::]",
        "http://[::1",
        "http://[::ffff:93.184.216.34]",
        "http://10.0.0.1",
        "http://128.0.0.1",
        "http://127.0.0.1:99999",
        "http://①②⑦.0.0.1",
    ],
)
def test_what_only_looks_like_loopback_is_not(address: str | None) -> None:
    """A prefix, user information, another notation or a broken address is refused."""
    assert not is_loopback(address)


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_text_hash_names_one_text(one: str, other: str) -> None:
    """Not even a blank is lost."""
    assert (text_hash(one) == text_hash(other)) == (one == other)


def test_an_approval_of_what_changed_meanwhile_is_refused() -> None:
    """Between the screen and the store: edited, answered and gone are each said."""
    shown = stored(review())

    refuse_if_changed(shown, stored(review(n_votes=3)))
    with pytest.raises(StaleApprovalError, match="edited"):
        refuse_if_changed(shown, stored(review(text="Edited")))
    with pytest.raises(AlreadyRepliedError, match="harbor-inn answered"):
        refuse_if_changed(shown, stored(review(owner_replies=(owner_reply(),))))
    with pytest.raises(StaleApprovalError, match="gone from the site: removed"):
        refuse_if_changed(shown, replace(shown, gone_at=NOW, gone_proof="removed"))


def stored(one: Review) -> StoredReview:
    """Return a review as the store gives it back."""
    return StoredReview(
        review_id=7,
        source_id="harbor",
        listing=LISTING,
        review=one,
        content_hash=content_hash(one),
        thread_hash=thread_hash(one.owner_replies),
        n_revisions=1,
        first_seen_at=datetime(2026, 11, 1, tzinfo=UTC),
        gone_at=None,
        gone_proof=None,
        case=Case(CaseState.OPEN, ""),
        assessment=None,
        flag=None,
    )


def test_only_confirm_makes_an_approved_reply() -> None:
    """No module of the product builds one by itself, by whatever name it imported the class."""
    package = Path(reviewwatch.__file__).parent
    sources = [*package.rglob("*.py"), *(package.parent / "connectors").rglob("*.py")]

    assert {(path.name, function) for path in sources for function in makers(path)} == {("approve.py", "confirm")}


def makers(path: Path) -> list[str]:
    """Return the top-level functions and classes of a module that call or subclass ApprovedReply."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {"ApprovedReply"} | {
        alias.asname
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name == "ApprovedReply" and alias.asname
    }
    return [
        getattr(top, "name", "module level")
        for top in tree.body
        for node in ast.walk(top)
        if (isinstance(node, ast.Call) and named(node.func) in names)
        or (isinstance(node, ast.ClassDef) and names & {named(base) for base in node.bases})
    ]  # fmt: skip


def named(node: ast.expr) -> str:
    """Return the last name of an expression such as `types.ApprovedReply`."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
