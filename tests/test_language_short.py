"""Short reviews: their language is told, or nobody says one; a neighbor's is never taken for it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from reviewwatch.assess import assess
from reviewwatch.reply import platforms, suggest
from reviewwatch.text import guess_language, may_be
from reviewwatch.types import Answer, Business
from tests.make import review, stars

LANGUAGES: Final = ("en", "de", "fr", "es", "pt", "it", "nl")
TABLE: Final = [
    tuple(line.split("\t")) for line in (Path(__file__).parent / "data/languages/short.tsv").read_text().splitlines()
]
INN: Final = Business(brand_id="inn", name="Harbor Inn")
_LONG: Final = 5


def drafted(text: str, lang: str | None) -> set[str]:
    """Return the languages of the drafts for a review of one star; "hold" where there are none."""
    one = review(text=text, rating=stars(1), lang=lang)
    suggested = suggest(one, assess(one), INN, platforms.load("google_business"), "c")
    return {draft.lang for draft in suggested.drafts} or {str(suggested.answer)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_reviews_are_told_or_left_open(language: str) -> None:
    """Of forty for each language none is taken for another, and of five words and more nearly all are told."""
    texts = [text for lang, text in TABLE if lang == language]
    longer = [text for text in texts if len(text.split()) >= _LONG]
    wrong = [text for text in texts if guess_language(text) not in (language, None)]
    assert len(texts) >= 40
    assert wrong == []
    assert sum(guess_language(text) == language for text in longer) >= 0.85 * len(longer)


@pytest.mark.parametrize("language", sorted({lang for lang, _ in TABLE} - set(LANGUAGES)))
def test_short_reviews_in_other_languages_are_no_neighbors(language: str) -> None:
    """Swedish is no Danish, and Romanian no Italian."""
    texts = [text for lang, text in TABLE if lang == language]
    assert [text for text in texts if guess_language(text) not in (language, None)] == []


@pytest.mark.parametrize("stated", [None, "en"])
def test_no_draft_is_in_a_wrong_language(stated: str | None) -> None:
    """Also where the site states the language of a device: a draft is in the review's language, or there is none."""
    found = [(lang, text, drafted(text, stated)) for lang, text in TABLE[::3]]
    assert [row for row in found if not row[2] <= {row[0], Answer.HOLD.value, Answer.SKIP.value}] == []


@pytest.mark.parametrize(
    ("text", "stated", "is_so"),
    [
        ("No funciona", "es", True),
        ("La habitación", "pt", False),
        ("App stürzt ab", "de", True),
        ("App stürzt ab", "en", False),
        ("Haren in het bad.", "en", False),
        ("Boa vista, paredes finas.", "pt", True),
        ("👍", "en", True),
    ],
)
def test_what_a_site_states_is_believed_where_the_words_allow_it(text: str, stated: str, is_so: bool) -> None:
    """A device's language says nothing against the words."""
    assert may_be(text, stated) is is_so


@pytest.mark.parametrize(("text", "lang"), [("No funciona", "es"), ("Boa vista, mas paredes finas.", "pt")])
def test_a_stated_language_helps_where_words_are_few(text: str, lang: str) -> None:
    """What the words alone leave open, the site may tell."""
    assert drafted(text, lang) == {lang}
