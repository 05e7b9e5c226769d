"""Which language a text is in, by its letters and its commonest words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewwatch.text import guess_language

unhurried = settings(deadline=None)  # how long one example takes says more of the machine than of the code


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The room was cold and nobody answered the bell.", "en"),
        ("Great!", "en"),
        ("Тhe stаff wаs rudе and the food was cold", "en"),
        ("Ｔｈｅ ｒｏｏｍ ｗａｓ ｃｏｌｄ", "en"),
        ("Lovely café 😀 with very friendly staff", "en"),
        ("Das Zimmer war kalt und niemand hat uns geholfen.", "de"),
        ("La chambre était froide et personne ne nous a répondu.", "fr"),
        ("La habitación estaba fría y nadie nos ayudó.", "es"),
        ("O quarto estava frio e ninguém nos ajudou, não recomendo.", "pt"),
        ("La camera era fredda e nessuno ci ha aiutato.", "it"),
        ("De kamer was koud en niemand heeft ons geholpen.", "nl"),
        ("Rummet var kallt och ingen svarade när vi ringde.", "sv"),
        ("Værelset var koldt, og ingen hjalp os, meget dårligt.", "da"),
        ("Pokój był zimny i nikt nam nie pomógł.", "pl"),
        ("Pokoj byl studený a nikdo nám nepomohl, velmi špatné.", "cs"),
        ("Oda çok soğuktu ve kimse bize yardım etmedi.", "tr"),
        ("Kamarnya dingin dan tidak ada yang membantu kami.", "id"),
        ("Phòng rất lạnh và không có ai giúp chúng tôi.", "vi"),
        ("Camera era rece și nimeni nu ne-a ajutat.", "ro"),
        ("Huone oli kylmä eikä kukaan auttanut, todella huono.", "fi"),
        ("Номер был холодный, и никто нам не помог, это ужасно", "ru"),
        ("Кімната була холодна, і ніхто нам не допоміг", "uk"),
        ("Стаята беше студена и никой не ни помогна, това е много лошо", "bg"),
        ("Το δωμάτιο ήταν κρύο", "el"),
        ("החדר היה קר", "he"),
        ("الغرفة كانت باردة", "ar"),
        ("اتاق خیلی سرد بود", "fa"),
        ("ห้องเย็นมาก", "th"),
        ("部屋が寒かった", "ja"),
        ("房间很冷，没有人帮忙", "zh"),
        ("iPhone 很好用", "zh"),
        ("방이 너무 추웠어요", "ko"),
        ("कमरा बहुत ठंडा था और किसी ने मदद नहीं की", "hi"),
        ("मेरे पैसे कट गए, और रिचार्ज अब तक नहीं हुआ", "hi"),
        ("खूप छान ॲप आहे, मला पैसे पाठवण्यासाठी सोपे वाटते", "mr"),
        ("एप धेरै ढिलो छ र पैसा पठाउन समय लाग्छ", "ne"),
        ("இந்த செயலி மிகவும் மெதுவாக உள்ளது", "ta"),
    ],
)
def test_language_is_told_by_words_and_letters(text: str, language: str) -> None:
    """One sentence is enough."""
    assert guess_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "4/5",
        "😀😀",
        "Ok",
        "Super",
        "hotel app",
        "Xyzzy plugh",
        "\ud800",
        "Отлично",
        "Очень жақсы қонақ үй",
        "xyzzy plugh the frobnitz quux garply waldo",
        "Le super",
        "paisa kat gaya lekin recharge nahi hua, bakwas app hai",
        "Ye bank bilkul bekar hai, koi sunta nahi",
        "ணணண டடடட பபபபப ணணணடடட ணணணண டடட",
        "ഹ്ഹ്ഹ്ഫ്ജ്ഗ് ഹ്ഹ്ദ്ഹ് ജ്ജ്ഹ്",
        "ककगचज टडणतद नपबमयर लवशस गचजट",
        "هههههههههههههههههه",
    ],
)
def test_language_is_unknown_where_too_little_tells(text: str) -> None:
    """Nothing, signs, words of many languages and words of none are nobody's."""
    assert guess_language(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Me gusta el staff del hotel, very nice",
        "Barang bagus, good seller, pengiriman cepat",
        "Personalen var nice men maten var inte good",
        "Ресторан Bella Italia was супер, очень вкусно и не дорого",
    ],
)
def test_language_with_a_few_english_words_make_no_english_text(text: str) -> None:
    """Loan words and names do not let a text be scored as English."""
    assert guess_language(text) != "en"


def test_language_of_addresses_and_names_of_the_web_count_for_nothing() -> None:
    """A link's English does not speak for a text in another language."""
    assert guess_language("https://the-best-place.example/what/you/want/is/here #the @and kalt") != "en"


@unhurried
@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_language_of_any_text_is_a_code_or_none(text: str) -> None:
    """No text fails, and what comes out is a code of two letters."""
    language = guess_language(text)

    assert language is None or re.fullmatch("[a-z]{2}", language)
