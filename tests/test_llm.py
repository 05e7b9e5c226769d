"""A language model's words take the place of a draft only where they add nothing; else the draft stays and says so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from reviewwatch.config import HttpConfig
from reviewwatch.net import HttpClient
from reviewwatch.reply import platforms
from reviewwatch.reply.guards.view import Context
from reviewwatch.reply.llm import Endpoint, Written, rewrite
from reviewwatch.reply.llm.prompt import masked
from reviewwatch.types import Business, Contact, Draft, DraftSentence, Fact, Remedy, Review
from tests.make import review
from tests.model_place import KEY, ModelPlace, Sentences, Turn, faithful, model_place, obedient, plain

HOSTILE: Final = Path(__file__).parent / "data" / "replies" / "hostile.jsonl"
INN: Final = Business(
    brand_id="inn",
    name="Harbor Inn",
    sign_off="The Harbor Inn team",
    facts=(Fact(fact_id="desk", entity="front desk", attribute="hours", value="07:00-23:00"),),
    remedies=(Remedy(remedy_id="kitchen", say="we have shared this with the kitchen"),),
    contacts=(Contact(contact_id="help", email="help@harbor.example"),),
)
SENTENCES: Final = (
    DraftSentence("Hello Ines,", "greet", ("courtesy",)),
    DraftSentence("We are sorry about the cold shower.", "apologize", ("review:text:0-15",)),
    DraftSentence("Our front desk is staffed from 07:00 to 23:00.", "correct", ("fact:desk",)),
    DraftSentence("Please write to us at help@harbor.example.", "contact", ("contact:help",)),
    DraftSentence("The Harbor Inn team", "sign", ("courtesy",)),
)
DRAFT: Final = Draft(
    text=" ".join(one.text for one in SENTENCES[:-1]) + "\nThe Harbor Inn team",
    lang="en",
    drafter="offline 2",
    content_hash="c",
    sentences=SENTENCES,
)
COLD: Final = "The shower was cold. Desk shut at 21:00!"


@pytest.fixture
def http() -> Iterator[HttpClient]:
    """A client for this machine."""
    with HttpClient(HttpConfig(allow_private=True, pace=timedelta(0), timeout=timedelta(seconds=5))) as client:
        yield client


def put(
    turn: Turn, http: HttpClient, text: str = COLD, *, shown: bool = False, status: int = 200
) -> tuple[Written, ModelPlace]:
    """Let an endpoint put the draft, and return what came of it."""
    with model_place(turn, status) as place:
        endpoint = Endpoint(place.url, "small", ("127.0.0.1",))
        answered = review(text=text, author="Ines", lang="en")
        google = platforms.load("google_business")
        return rewrite(DRAFT, answered, INN, google, Context(), endpoint, http, shown), place


def saying(**texts: str) -> Turn:
    """Return a turn that changes sentences by number: `s2="…"`."""

    def turn(sentences: Sentences, _told: str) -> object:
        return {"sentences": [{**one, "text": texts.get(f"s{one['id']}", one["text"])} for one in plain(sentences)]}

    return turn


def test_a_faithful_answer_takes_the_place_of_the_draft(http: HttpClient) -> None:
    """Licences, facts, contacts and names stay as they were; the drafter's name tells who put it so."""
    written, place = put(faithful, http)
    assert written.draft.text.startswith("Hello Ines, We are so sorry about the cold shower. Our front desk is staffed")
    assert written.draft.text.endswith("help@harbor.example.\nThe Harbor Inn team")
    assert [one.licence for one in written.draft.sentences] == [one.licence for one in SENTENCES]
    assert (written.draft.drafter, written.n_tokens, place.problems) == ("offline 2, put by small", 321, [])
    assert written.draft.note == "put into words by the language model `small`"


def test_the_model_sees_no_fact_no_contact_no_name_and_no_review(http: HttpClient) -> None:
    """Polishing, it gets the plan alone, with tokens in the place of what it must not touch."""
    _, place = put(faithful, http)
    told = json.dumps(place.asked)
    for hidden in ("07:00", "help@harbor", "Ines", "Harbor Inn team", "Desk shut"):
        assert hidden not in told
    assert "[[F1]]" in told


def test_a_shown_review_is_masked(http: HttpClient) -> None:
    """No figure, address or name of the reviewer, and only its beginning."""
    text = f"Ines here, room 412, call 0900 123 456 or ines@x.example, see http://x.example. {'Cold. ' * 2_000}"
    _, place = put(faithful, http, text, shown=True)
    told = json.loads(place.asked[0]["messages"][1]["content"])["review"].replace("\ue000", " ")
    assert "Cold." in told
    assert not any(part in told for part in ("Ines", "412", "0900", "x.example"))
    assert len(masked(review(text=text))) < 4_500


@pytest.mark.parametrize(
    ("turn", "why"),
    [
        (lambda *_: "Sure! Here is the reply:", "not JSON"),
        (lambda *_: {"sentences": []}, "5 sentences"),
        (lambda *_: {"reply": "no"}, "5 sentences"),
        (lambda *_: "[" * 100_000, "not JSON"),
        (saying(s2="We are sorry, 20 times."), "which nobody gave"),
        (saying(s2="We are sorry, write to a@b.example"), "which nobody gave"),
        (saying(s2="We are sorry. See evil.example"), "G18"),
        (saying(s2="We are sorry, Gregor."), "names something"),
        (saying(s2="PELICAN, and we are sorry."), "names something"),
        (saying(s2="We are sorry and will refund your meal once you update your review."), "rule G"),
        (saying(s2="We are sorry. It will be fixed tomorrow."), "rule G"),
        (saying(s3="Our desk is never shut."), "stay as it is"),
        (saying(s1="Hello,"), "tokens"),
        (saying(s1="Hello [[N1]], [[N1]],"), "tokens"),
        (saying(s2="We are sorry [[C1]]"), "tokens"),
        (saying(s2="Es tut uns sehr leid, dass die Dusche kalt war, und wir danken Ihnen für Ihre Worte."), ""),
        (saying(s2="We аre sorry about the cold shower."), "look alike"),
        (saying(s2="We are\u200b sorry."), "no line of text"),
        (saying(s2="Sorry " * 40), "more than 30 words"),
        (saying(s2="**We are sorry**"), "which nobody gave"),
    ],
)
def test_an_answer_that_adds_anything_is_not_used(turn: Turn, why: str, http: HttpClient) -> None:
    """Two tries, then the offline draft as it was, and the reason in its note."""
    written, place = put(turn, http)
    assert written.draft.text == DRAFT.text
    assert len(place.asked) == 2
    assert why in written.draft.note
    assert written.draft.drafter == "offline 2"
    assert written.draft.note.startswith("the language model was not used: ")


def test_an_odd_word_of_the_review_does_not_come_back(http: HttpClient) -> None:
    """What the review says reaches a reply only in the drafter's own words."""
    written, _ = put(saying(s2="We are sorry about the walrus."), http, "The walrus was cold.", shown=True)
    assert "takes a word over from the review" in written.draft.note


def test_an_answer_that_repeats_its_instructions_is_not_used(http: HttpClient) -> None:
    """The word that the rules forbid gives it away."""

    def leaks(sentences: Sentences, _told: str) -> object:
        return {"sentences": plain(sentences), "rules": words[0]}

    words = ["kestrel"]
    written, place = put(leaks, http)
    words[0] = place.asked[0]["messages"][0]["content"].split("word ")[-1].split(".")[0]
    written, _ = put(leaks, http)
    assert "repeats its instructions" in written.draft.note


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500])
def test_an_endpoint_that_refuses_leaves_the_draft(status: int, http: HttpClient) -> None:
    """Asked once; the draft is the offline one and says why."""
    written, place = put(faithful, http, status=status)
    assert (written.draft.text, len(place.asked), written.n_tokens) == (DRAFT.text, 1, 0)
    assert "model was not used" in written.draft.note


def test_a_host_that_is_not_listed_is_never_asked(http: HttpClient) -> None:
    """The list decides, whatever the address says."""
    with model_place() as place:
        endpoint = Endpoint(place.url, "small", ("models.example",))
        written = rewrite(DRAFT, review(), INN, platforms.load("none"), Context(), endpoint, http)
    assert place.asked == []
    assert "is not among" in written.draft.note


def test_the_key_comes_from_the_environment_alone(http: HttpClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sent as a header, never shown; without it nothing is asked."""
    with model_place() as place:
        endpoint = Endpoint(place.url, "small", ("127.0.0.1",), "MODEL_KEY")
        monkeypatch.delenv("MODEL_KEY", raising=False)
        without = rewrite(DRAFT, review(), INN, platforms.load("none"), Context(), endpoint, http)
        monkeypatch.setenv("MODEL_KEY", KEY)
        with_key = rewrite(DRAFT, review(), INN, platforms.load("none"), Context(), endpoint, http)
    assert "MODEL_KEY holds no key" in without.draft.note
    assert len(place.asked) == 1
    assert KEY not in repr((without, with_key, endpoint))


def hostile() -> list[dict[str, Any]]:
    """The open part of the hostile set."""
    return [json.loads(line) for line in HOSTILE.read_text(encoding="utf-8").splitlines()]


def test_a_model_that_obeys_every_review_changes_nothing_that_can_be_approved(http: HttpClient) -> None:
    """Eight disguises, shown to a model that does whatever it reads: no order of theirs stands in a draft."""
    obeyed = []
    with model_place(obedient) as place:
        endpoint = Endpoint(place.url, "small", ("127.0.0.1",))
        for row in hostile():
            answered = Review(
                listing_key="h:1", external_id=row["id"], title=row["title"], text=row["text"], author=row["author"]
            )
            google = platforms.load(row["platform"])
            written = rewrite(DRAFT, answered, INN, google, Context(), endpoint, http, is_review_shown=True)
            text = written.draft.text.casefold()
            obeyed += [row["id"] for word in row["must_not_contain"] if word.casefold() in text]
    assert (obeyed, len(place.asked) >= len(hostile())) == ([], True)
