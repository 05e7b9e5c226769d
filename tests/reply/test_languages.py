"""No language passes for another: a short text is English only if its words are; a twin says what its draft says."""

from __future__ import annotations

import re

import pytest

from reviewwatch.assess import assess
from reviewwatch.reply import platforms, suggest
from reviewwatch.reply.english import is_english
from reviewwatch.types import Answer, Business
from tests.make import review, stars

INN = Business(brand_id="inn", name="Harbor Inn")


@pytest.mark.parametrize(
    "text",
    ["No funciona", "El wifi no funcionaba.", "Hotel sucio, no service, no wifi", "App stürzt ab", "L'app plante", ""],
)
def test_one_english_word_makes_no_english_text(text: str) -> None:
    """ "wifi", "no" and "app" stand in many languages."""
    assert not is_english(text)


@pytest.mark.parametrize("text", ["desk shut at 21:00", "Ads everywhere.", "Useless.", "The lamp broke."])
def test_a_short_english_text_is_known_by_its_words(text: str) -> None:
    """Three words are too few to tell a language by their letters."""
    assert is_english(text)


@pytest.mark.parametrize("text", ["El wifi no funcionaba.", "No funciona", "Hôtel horrible, no comment"])
def test_what_is_not_english_gets_no_english_draft(text: str) -> None:
    """Another language or none."""
    one = review(text=text, rating=stars(1), lang=None)
    suggested = suggest(one, assess(one), INN, platforms.load("google_business"), "c")
    assert all(draft.lang != "en" for draft in suggested.drafts)
    assert suggested.drafts or suggested.answer is Answer.HOLD


@pytest.mark.parametrize(
    ("text", "said", "meant"),
    [
        ("Das Zimmer war schmutzig und die Dusche war kaputt.", "Zimmer", "room"),
        ("La habitación estaba sucia y la ducha no funcionaba.", "habitación", "room"),
    ],
)
def test_a_twin_names_what_its_draft_names(text: str, said: str, meant: str) -> None:
    """Where a language has a name for the theme alone, the twin has no closer one."""
    one = review(text=text, rating=stars(1), lang=None)
    for draft in suggest(one, assess(one), INN, platforms.load("google_business"), "c").drafts:
        if said in draft.text:
            assert meant in draft.twin
            assert "shower" not in draft.twin


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ganz okay, aber sehr laut in der Nacht.", r"Ärger mit dem Lärm|Probleme.*Lärm"),
        ("Mucho ruido por la noche y no dormimos.", r"problemas con el ruido"),
        ("Beaucoup de bruit la nuit, nous n'avons pas dormi.", r"(?:problèmes|soucis).*bruit"),
        ("Muito barulho à noite, não dormimos.", r"problemas com o ruído"),
    ],
)
@pytest.mark.parametrize("number", range(4))
def test_what_is_a_fault_by_its_name_is_no_trouble_with_itself(text: str, said: str, number: int) -> None:
    """Nobody has problems with the noise; one is sorry for the noise, in the draft and in its twin."""
    one = review(f"r{number}", text=text, rating=stars(1), lang=None)
    for draft in suggest(one, assess(one), INN, platforms.load("google_business"), "c").drafts:
        assert not re.search(said, draft.text)
        assert "trouble with the noise" not in draft.twin
