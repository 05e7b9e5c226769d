"""Finding reviews by words."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reviewwatch.storage.base import Database
from reviewwatch.storage.query import MAX_TERMS, Query, parse
from reviewwatch.storage.verbs import search
from tests.make import review
from tests.storage.given import edited, known_of, new, store

TEXTS = {
    "cold": "the room was cold, and the bell was broken",
    "warm": "the room was warm and the bell worked",
    "bell": "nobody answered the bell! cold room service",
    "uni": "zimmer kalt; größe 12 кафе холодно",
}


@pytest.fixture
def filled(db: Database) -> Database:
    """Return a store with a few texts."""
    store(db, *(new(review(external_id, text=text)) for external_id, text in TEXTS.items()))
    return db


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("room", {"cold", "warm", "bell"}),
        ("room cold", {"cold", "bell"}),
        ('"cold room"', {"bell"}),
        ('"room was" bell', {"cold", "warm"}),
        ("bell -cold", {"warm"}),
        ('room -"was cold"', {"warm", "bell"}),
        ("-cold bell -worked", set()),
        ("grösse", {"uni"}),
        ("кафе", {"uni"}),
        ("Bell", {"cold", "warm", "bell"}),
        ("bel", set()),
        ("-cold", set()),
        ("", set()),
        ("  \t ", set()),
        ("room OR warm", set()),
        ("room* NEAR(cold)", set()),
        ("!!! room ...", {"cold", "warm", "bell"}),
        ('room "', {"cold", "warm", "bell"}),
        ('"cold room', {"bell"}),
        ("text:room", set()),
        ("cold; DROP TABLE reviews", set()),
    ],
)
def test_words_find_reviews(filled: Database, words: str, found: set[str]) -> None:
    """All words must be there, quotes make a phrase, a minus excludes; nothing else has a meaning."""
    rows = search.find(filled, words, 10)
    ids = {row["review_id"]: row["external_id"] for row in filled.all("SELECT review_id, external_id FROM reviews")}
    assert {ids[row.review_id] for row in rows} == found


def test_the_best_match_comes_first(db: Database) -> None:
    """A short text that is about the word stands before a long one that mentions it, and the limit keeps the best."""
    store(
        db,
        new(review("long", text="a stay like any other " * 40 + " cold")),
        new(review("short", text="cold cold cold")),
    )
    assert [row.author for row in search.find(db, "cold", 10)] == ["Ines Example"] * 2
    (best,) = search.find(db, "cold", 1)
    assert best.excerpt == "cold cold cold"


def test_an_edit_replaces_what_is_findable(db: Database) -> None:
    """The old words of a review no longer find it, its new ones do."""
    store(db, new(review(text="a cold room")))
    store(db, edited(known_of(db), review(text="a warm welcome")))
    assert (len(search.find(db, "cold", 5)), len(search.find(db, "warm", 5))) == (0, 1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
@given(
    st.one_of(
        st.text(max_size=60),
        st.text(st.sampled_from("ab \"-*^:(){}+\\'“”\0٪²̀\ud800"), max_size=30),
        st.lists(st.sampled_from(["AND", "OR", "NOT", "NEAR", '"', "-", "room", "(", "*", "\0"])).map(" ".join),
    )
)
@example("room " * 5000)
@example("-a " * 5000 + "room")
@example("(" * 1000 + "room")
@example("x" * 200_000)
@example('"' + "x y " * 50_000)
def test_no_query_is_an_error(filled: Database, words: str) -> None:
    """Whatever a person types or pastes, a search answers."""
    assert len(search.find(filled, words, 3)) <= 3


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ('cold "hot water" -price', Query(("cold", "hot water"), ("price",))),
        ('-"hot water" x', Query(("x",), ("hot water",))),
        ("“hot water”", Query(("hot water",), ())),
        ('"never ends', Query(("never ends",), ())),
        ("don't - -- \"\" '", Query(("don't",), ())),
    ],
)
def test_a_query_is_taken_apart(words: str, query: Query) -> None:
    """Words, phrases and exclusions, without what holds neither letter nor digit."""
    assert parse(words) == query


def test_a_pasted_review_is_no_query_of_thousands_of_terms() -> None:
    """Only the first terms count."""
    assert len(parse("word " * 10_000).wanted) == MAX_TERMS
