"""Is the reply on the site ours?"""

from __future__ import annotations

import html
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.follow_up import LAST_LOOK, is_ours, next_look
from reviewwatch.types import OwnerReply
from tests.make import NOW

TEXT = "We are sorry, Ines & Jo.\n\nThe **heating** is mended: 19° < 21°.\nWrite to help@harbor.example"


@pytest.mark.parametrize(
    "shown",
    [
        TEXT,
        TEXT.replace("\n", "\r\n") + "\n",
        " ".join(TEXT.split()),
        TEXT.replace("**", ""),
        "<p>We are sorry, Ines &amp; Jo.</p>\n<p>The <strong>heating</strong> is mended: 19° &lt; 21°.<br/>"
        'Write to <a href="mailto:help@harbor.example">help@harbor.example</a></p>',
        "We are sorry, Ines &amp; Jo.<br>The <b>heating</b> is mended: 19&deg; &#60; 21&deg;.<br>Write"
        " to\u00a0help@harbor.example",
        TEXT.replace("e", "e\u200b"),
    ],
)
def test_markup_and_blanks_do_not_hide_our_reply(shown: str) -> None:
    """Tags, entities, emphasis, line ends and invisible characters are the site's; the words are ours."""
    assert is_ours(TEXT, "harbor-inn", OwnerReply(shown, account="harbor-inn"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("We mended the heating.", "We mended the heating"),
        ("We mended the heating.", "We have mended the heating."),
        ("Thank you.", "Thank you. We mended it."),
        ("1 < 2", "1 > 2"),
        ("Thank you.", ""),
        ("", ""),
        ("**", "_"),
    ],
)
def test_another_text_is_not_ours(text: str, shown: str) -> None:
    """A word more or less makes it somebody else's; nothing is equal to nothing."""
    assert not is_ours(text, None, OwnerReply(shown))


def test_the_account_must_fit_where_both_are_known() -> None:
    """A colleague may have typed the same words; a site may say nothing of accounts."""
    assert not is_ours(TEXT, "harbor-inn", OwnerReply(TEXT, account="lakeside-inn"))
    assert is_ours(TEXT, "Harbor-Inn", OwnerReply(TEXT, account="harbor-inn"))
    assert is_ours(TEXT, None, OwnerReply(TEXT, account="harbor-inn"))
    assert is_ours(TEXT, "harbor-inn", OwnerReply(TEXT))


def test_links_in_markdown_are_shown_as_their_words() -> None:
    """A site that renders `[words](address)` shows the words."""
    assert is_ours("See [our guide](https://harbor.example/g).", None, OwnerReply('See <a href="x">our guide</a>.'))


WORDS = st.text(st.characters(exclude_characters="<>&*_`~\\[]()#", exclude_categories=["C"]), min_size=1)


@given(WORDS.filter(lambda text: text.strip() != ""))
def test_a_site_that_escapes_shows_our_reply(text: str) -> None:
    """Any plain text, escaped and put into a paragraph, is found again."""
    assert is_ours(text, None, OwnerReply(f"<p>{html.escape(text)}</p>"))


@given(st.text(max_size=200), st.text(max_size=200))
def test_the_answer_is_the_same_both_ways(one: str, other: str) -> None:
    """Folding treats what we sent and what is shown alike."""
    assert is_ours(one, None, OwnerReply(other)) == is_ours(other, None, OwnerReply(one))


def test_a_reply_is_looked_for_soon_then_hourly_then_daily() -> None:
    """5 minutes after it was sent, 24 times in a day, 7 times in the week after that, and then no more."""
    looks = []
    at = next_look(NOW, NOW)
    while at is not None:
        looks.append(at - NOW)
        at = next_look(NOW, at)
    hours = [timedelta(hours=number) for number in range(1, 25)]
    days = [timedelta(days=number) for number in range(2, 9)]
    assert looks == [timedelta(minutes=5), *hours, *days]


@given(st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=400)))
def test_looks_that_were_missed_are_made_up_by_one(age: timedelta) -> None:
    """However long nobody looked, the next look is ahead, within a day, and not after the last one."""
    at = next_look(NOW, NOW + age)
    if at is None:
        assert age >= LAST_LOOK - timedelta(days=1)
    else:
        assert timedelta(0) < at - (NOW + age) <= timedelta(days=1)
        assert at - NOW <= LAST_LOOK
