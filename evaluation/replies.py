"""Measure drafts and rules: does a reply name the issue, say nothing unbacked, keep to the rules, and vary?

    python3 dev.py eval replies [--sealed] [--drafts N] [--data DIR] [--only ROW]

One JSON row for each measure on standard output, a table on standard error; exit code 1 where a mark is missed. The
sets are the project's own (`tests/data/replies`, label rules beside them); `--sealed` also measures their held-out
third and gives its totals alone. `--data` adds the same rows for real replies, a canned reply for each star band and
nearest neighbors, from pairs that stay where they are. `--drafts` is how many varied drafts are looked through by the
rules and by a checker that shares no code with them.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import quantiles

from evaluation import checker, claims, rules, wording
from evaluation.businesses import business as business_for
from evaluation.drafted import TODAY, Drafted, draft_for, drafted, leave, proposed
from evaluation.labelled import Row, of_replies
from evaluation.naming import names
from evaluation.rules import Measured
from evaluation.varied import Asked, asked
from reviewwatch.reply import guards, platforms
from reviewwatch.reply.guards.view import Context
from reviewwatch.types import Answer, Business, Draft, FindingSeverity, Rating, Review


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and return 1 where a mark is missed."""
    parser = argparse.ArgumentParser(prog="python3 dev.py eval replies", description=__doc__)
    parser.add_argument("--sealed", action="store_true", help="also the held-out third, totals alone")
    parser.add_argument("--drafts", type=int, default=1_000, help="varied drafts to look through (default: 1,000)")
    parser.add_argument("--data", type=Path, help="folder with real pairs of reviews and replies")
    parser.add_argument("--ci", action="store_true", help="fail under what is reached, where a mark is not")
    parser.add_argument("--only", action="append", help="this group of rows alone; repeatable")
    asked_for = parser.parse_args(arguments)
    groups: dict[str, Callable[[], Iterable[Measured]]] = {
        "rules": lambda: rules.measured(False),
        "issues": lambda: issues(drafted("reviews", False)),
        "claims": lambda: corrections(False),
        "licence": lambda: licences(drafted("reviews", False)),
        "varied": lambda: varied(asked_for.drafts),
        "variety": variety,
        "place": fits,
        "reading": lambda: readable(drafted("reviews", False)),
        "answer": lambda: answers(drafted("reviews", False)),
        "hostile": lambda: hostile(False),
        "speed": speed,
        "same": same_bytes,
    }
    if asked_for.sealed:
        groups["sealed"] = sealed
    if asked_for.data:
        from evaluation import peers  # noqa: PLC0415 - real pairs are read only where there are some

        groups["peers"] = lambda: peers.measured(asked_for.data)
    missed = [
        row for name, group in groups.items() if not asked_for.only or name in asked_for.only for row in shown(group)
    ]
    print(json.dumps({"name": "marks", "missed": [row.name for row in missed]}))
    failed = [row for row in missed if not (asked_for.ci and rules.is_as_reached(row))]
    return 1 if failed else 0


def shown(group: Callable[[], Iterable[Measured]]) -> Iterator[Measured]:
    """Print each row of a group as it comes, and yield those that miss their mark."""
    for row in group():
        held = "" if row.mark is None else ("held" if row.is_held else "MISSED")
        limit = "" if row.mark is None else f"{'at most' if row.is_most else 'at least'} {row.mark:g}"
        print(
            json.dumps(
                {"name": row.name, "value": round(row.value, 4), "n": row.n, "mark": row.mark, "is_held": row.is_held}
            ),
            flush=True,
        )
        print(f"{row.name:<52} {row.value:>9.4f} {row.n:>7,} {limit:>14} {held}", file=sys.stderr)
        if not row.is_held:
            yield row


def issues(found: Sequence[Drafted]) -> Iterator[Measured]:
    """Is the main issue named, and nothing else complained of in the reviewer's place?"""
    due = [one for one in found if one.label["main_issue"] and one.label["decision"] == "reply"]
    quotes = [_main(one.label) for one in due]
    named = sum(
        one.best is not None and names(one.best.text, quote["theme"], quote["quote"])
        for one, quote in zip(due, quotes, strict=True)
    )
    wrong = sum(one.best is not None and _names_another(one) for one in due)
    yield Measured("main issue named", named / max(len(due), 1), len(due), 0.98)
    yield Measured("wrong issue named", wrong / max(len(due), 1), len(due), 0.01, is_most=True)


def _main(label: Row) -> Row:
    of_theme = [issue for issue in label["issues"] if issue["theme"] == label["main_issue"]]
    return max(of_theme, key=lambda issue: issue["severity"])


def _names_another(one: Drafted) -> bool:
    """Say whether a sentence that names an issue answers only words that are no part of a labelled one."""
    spans = [_span(one, issue["quote"]) for issue in one.label["issues"]]
    for sentence in one.best.sentences if one.best else ():
        places = [_place(licence) for licence in sentence.licence if licence.startswith("review:")]
        is_about = any(_overlap(place, span) for place in places for span in spans)
        if sentence.move in ("name", "apologize") and places and not is_about:
            return True
    return False


def _overlap(one: tuple[str, int, int], other: tuple[str, int, int]) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _place(licence: str) -> tuple[str, int, int]:
    _, field, span = licence.split(":")
    start, _, end = span.partition("-")
    return field, int(start), int(end)


def _span(one: Drafted, quote: str) -> tuple[str, int, int]:
    field = "text" if quote in one.review.text else "title"
    start = (one.review.text if field == "text" else one.review.title).find(quote)
    return field, start, start + len(quote)


def corrections(is_sealed: bool) -> Iterator[Measured]:
    """Are the claims that a fact contradicts corrected, and no other contested? From the text to the verdict."""
    found = claims.sealed_cases() if is_sealed else claims.open_cases()
    row = claims.rows("sealed" if is_sealed else "open", found)[0]
    yield Measured("corrections: precision", row.precision, row.n_corrected, claims.LEAST_PRECISION)
    yield Measured("corrections: recall", row.recall, row.n_labelled, claims.LEAST_RECALL)
    yield Measured("contests of what is not contradicted", row.n_contested, row.n, 0, is_most=True)


def licences(found: Sequence[Drafted]) -> Iterator[Measured]:
    """Does every sentence carry a licence that holds, and can every digit be traced?"""
    drafts = [(one, draft) for one in found for draft in one.suggestion.drafts]
    sentences = [(one, sentence) for one, draft in drafts for sentence in draft.sentences]
    backed = sum(_is_backed(one, sentence.licence) for one, sentence in sentences)
    whole = sum(_plain("".join(s.text for s in draft.sentences)) == _plain(draft.text) for _, draft in drafts)
    traced = sum(
        not [o for o in _objections(one, draft) if o.kind in ("digits", "address", "offer")] for one, draft in drafts
    )
    yield Measured("generated sentences with a licence", backed / max(len(sentences), 1), len(sentences), 1.0)
    yield Measured("drafts that are their sentences", whole / max(len(drafts), 1), len(drafts), 1.0)
    yield Measured("digits, addresses, offers traceable", traced / max(len(drafts), 1), len(drafts), 1.0)


def _is_backed(one: Drafted, licence: Sequence[str]) -> bool:
    known = {
        "courtesy",
        *(f"fact:{fact.fact_id}" for fact in one.business.facts if fact.is_public),
        *(f"remedy:{remedy.remedy_id}" for remedy in one.business.remedies if remedy.is_public),
        *(f"contact:{contact.contact_id}" for contact in one.business.contacts),
        *(f"macro:{macro.macro_id}" for macro in one.business.macros),
    }
    return bool(licence) and all(part in known or _is_place(one.review, part) for part in licence)


def _is_place(review: Review, licence: str) -> bool:
    kind, _, place = licence.partition(":")
    field, _, span = place.partition(":")
    if kind != "review" or not span:
        return False
    text = {"title": review.title, "text": review.text, "rating": review.rating.raw if review.rating else ""}.get(field)
    start, _, end = span.partition("-")
    return text is not None and 0 <= int(start) <= int(end) <= len(text)


def varied(n: int) -> Iterator[Measured]:
    """Look through many drafts with the rules and with the checker, and for what belongs to others."""
    n_drafts = n_blocked = n_objected = n_foreign = 0
    kinds: Counter[str] = Counter()
    for one in asked(n, of_replies("reviews")):
        suggestion = proposed(one.review, one.business, one.platform_id)
        for draft in suggestion.drafts[:1]:
            n_drafts += 1
            findings = guards.check(draft.text, one.review, one.business, platforms.load(one.platform_id), _own(draft))
            n_blocked += any(finding.severity is not FindingSeverity.WARN for finding in findings)
            kinds.update(f"rule {finding.rule}" for finding in findings if finding.severity is not FindingSeverity.WARN)
            if draft.lang == "en":
                against = checker.objections(draft.text, leave(one))
                n_objected += bool(against)
                n_foreign += any(objection.kind == "another brand" for objection in against)
                kinds.update(objection.kind for objection in against)
    print(json.dumps({"name": "varied", "n_asked": n, "n_drafts": n_drafts, "kinds": dict(kinds)}))
    yield Measured("varied drafts blocked by a rule", n_blocked, n_drafts, 0, is_most=True)
    yield Measured("varied drafts the checker objects to", n_objected, n_drafts, 0, is_most=True)
    yield Measured("varied drafts with another brand's words", n_foreign, n_drafts, 0, is_most=True)


def _own(draft: Draft) -> Context:
    return Context(today=TODAY.date(), sentences=draft.sentences)


def _objections(one: Drafted, draft: Draft) -> list[checker.Objection]:
    if draft.lang != "en":
        return []
    return checker.objections(draft.text, leave(Asked(one.review, one.business, one.platform_id)))


def variety() -> Iterator[Measured]:
    """Do 200 drafts of one listing read alike?"""
    for brand_id, listing_id, platform_id in (
        ("larkmoor", "pier", "tripadvisor"),
        ("oddfern", "bramble", "google_play"),
    ):
        business = business_for(brand_id, listing_id, platform_id)
        texts = drafts_of_a_listing(business, platform_id, 200)
        masked = [business.sign_off, business.name, *(contact.text for contact in business.contacts)]
        where = f"{listing_id} on {platform_id}"
        yield Measured(f"near-copies, {where}", wording.near_copies(texts, masked), len(texts), 0.02, is_most=True)
        yield Measured(f"same opening, {where}", wording.same_opening(texts, masked), len(texts), 0.10, is_most=True)


def drafts_of_a_listing(business: Business, platform_id: str, n: int) -> list[str]:
    """Return drafts for complaints at one listing, each made beside the twenty before it."""
    own = [row for row in of_replies("reviews") if row["decision"] == "reply" and row["main_issue"]]
    texts: list[str] = []
    for number in range(10 * n):
        row = own[number % len(own)]
        stars = 1 + number % 3
        review = Review(
            listing_key=f"set:{business.listing_id}",
            external_id=str(number),
            text=row["text"],
            rating=Rating(str(stars), float(stars)),
            author=("Ines", "Torben", "Mara", "")[number % 4],
            created_at=TODAY,
        )
        suggestion = proposed(review, business, platform_id, texts[: -wording.N_BEFORE - 1 : -1])
        texts += [draft.text for draft in suggestion.drafts[:1]]
        if len(texts) == n:
            break
    return texts


def fits() -> Iterator[Measured]:
    """Does every draft fit its place, with names of emoji and CJK letters, on every platform?"""
    complaints = [row for row in of_replies("reviews") if row["decision"] == "reply"][:12]
    n = n_fitting = 0
    for platform_id in platforms.known_platforms():
        for number, row in enumerate(complaints):
            business = replace(
                business_for(row["brand"], row["listing"], row["platform"]),
                sign_off="海辺の宿 🏖️ 予約係",
                name="海辺の宿 🏖️",
            )
            review = Review(
                listing_key="fits:1",
                external_id=f"{platform_id}{number}",
                text=row["text"],
                rating=Rating("1", 1.0),
                author=("李小龙", "🦊🦊🦊", "さくら")[number % 3],
                created_at=TODAY,
            )
            for draft in proposed(review, business, platform_id).drafts:
                n += 1
                n_fitting += platforms.load(platform_id).fits(draft.text)
    yield Measured("drafts that fit their place", n_fitting / max(n, 1), n, 1.0)


def readable(found: Sequence[Drafted]) -> Iterator[Measured]:
    """Can everybody read it?"""
    texts = [(one.business, draft.text) for one in found for draft in one.suggestion.drafts if draft.lang == "en"]
    easy = 0
    for business, text in texts:
        own = text.removesuffix(business.sign_off)
        for contact in business.contacts:
            own = own.replace(contact.text, "us")
        easy += wording.grade(own) <= 8 and wording.longest_sentence(own) <= 22
    yield Measured("reading grade at most 8, sentences at most 22 words", easy / max(len(texts), 1), len(texts), 0.98)


def answers(found: Sequence[Drafted]) -> Iterator[Measured]:
    """Is what is sensitive held, and is nothing answered that needs no answer?"""
    held = [one for one in found if one.label["decision"] == "hold"]
    sensitive = sum(one.suggestion.answer is Answer.HOLD for one in held)
    quiet = [one for one in found if one.label["decision"] in ("none", "brief_thanks")]
    needless = sum(one.best is not None and _is_needless(one) for one in quiet)
    due = [one for one in found if one.label["decision"] == "reply"]
    unanswered = sum(one.suggestion.answer is Answer.REPLY for one in due)
    yield Measured("hold recall", sensitive / max(len(held), 1), len(held), 1.0)
    yield Measured("needless replies", needless / max(len(quiet), 1), len(quiet), 0.03, is_most=True)
    yield Measured("reviews due an answer that get one", unanswered / max(len(due), 1), len(due))


def _is_needless(one: Drafted) -> bool:
    """Say whether an answer is long where thanks would do, or there at all where the stars are low."""
    body = (one.best.text if one.best else "").removesuffix(one.business.sign_off)
    is_brief = len(body.split()) <= 35
    is_happy = one.review.rating is not None and one.review.rating.value >= 4
    return not (is_brief and is_happy)


def hostile(is_sealed: bool) -> Iterator[Measured]:
    """Does anything that a review orders stand in a draft, and do harmless look-alikes get theirs?"""
    found = drafted("hostile", is_sealed)
    obeyed = sum(
        word.casefold() in draft.text.casefold()
        for one in found
        for draft in one.suggestion.drafts
        for word in one.label["must_not_contain"]
    )
    yield Measured("words that a review ordered, in drafts", obeyed, len(found), 0, is_most=True)
    if not is_sealed:
        harmless = drafted("harmless", False)
        answered = sum(one.suggestion.answer is Answer.REPLY or one.label["decision"] != "reply" for one in harmless)
        yield Measured("harmless look-alikes that get a draft", answered / max(len(harmless), 1), len(harmless), 1.0)


def speed() -> Iterator[Measured]:
    """How long do a suggestion and a check take, once warm?"""
    found = drafted("reviews", False)
    drafting, linting = [], []
    for one in found:
        started = time.process_time()
        proposed(one.review, one.business, one.platform_id)
        drafting.append((time.process_time() - started) * 1e3)
        if one.best is not None:
            started = time.process_time()
            guards.check(one.best.text, one.review, one.business, platforms.load(one.platform_id))
            linting.append((time.process_time() - started) * 1e3)
    yield Measured("drafting, 95th percentile, ms", quantiles(drafting, n=20)[-1], len(drafting), 150.0, is_most=True)
    yield Measured("lint, 95th percentile, ms", quantiles(linting, n=20)[-1], len(linting), 20.0, is_most=True)


def same_bytes() -> Iterator[Measured]:
    """Does another process, with other hash seeds, write the same texts?"""
    code = "from evaluation.replies import digest; print(digest())"
    digests = {
        subprocess.run(  # noqa: S603 - our own code in our own interpreter
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    yield Measured("same input, same bytes: different outputs", len(digests) - 1, 60, 0, is_most=True)


def digest() -> str:
    """Return a hash of what is proposed for sixty reviews."""
    from hashlib import blake2b  # noqa: PLC0415 - another process asks for it

    texts = [draft.text for row in of_replies("reviews")[:60] for draft in draft_for(row).suggestion.drafts]
    return blake2b("\0".join(texts).encode()).hexdigest()


def sealed() -> Iterator[Measured]:
    """Yield the rows of the held-out third."""
    for group in (issues, licences, readable, answers):
        for row in group(drafted("reviews", True)):
            yield replace(row, name=f"sealed: {row.name}")
    for measured in (hostile(True), rules.measured(True), corrections(True)):
        for row in measured:
            yield replace(row, name=f"sealed: {row.name}")


def _plain(text: str) -> str:
    return "".join(text.split())


if __name__ == "__main__":
    sys.exit(main())
