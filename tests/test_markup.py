"""A place's markup becomes what a visitor reads, whatever it is made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.normalize import plain_of_html


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("The lamp hums.", "The lamp hums."),
        ("hums &amp; <b>flickers</b>", "hums & flickers"),
        ("<p>One</p>\n<p>Two<br>three<br/>four</p>", "One\n\nTwo\nthree\nfour"),
        ("<ul><li>dark</li><li>loud</li></ul>", "dark\nloud"),
        ("no <script>alert(1)</script><style>p{}</style>harm", "no harm"),
        ("<svg><text>hidden</text></svg>seen", "seen"),
        ("<pre>one\ntwo</pre>", "one\ntwo"),
        ("a < b and c > d", "a < b and c > d"),
        ("once &amp;lt; only", "once &lt; only"),
        ("&lt;script&gt;", "<script>"),
        ("<!-- hidden -->seen", "seen"),
        ("a\x00<i>b</i>", "a\ufffdb"),
        ("<b>unclosed", "unclosed"),
        ("wraps\n  here <i>and</i>\nthere", "wraps here and there"),
        ("", ""),
        ("<p></p>", ""),
    ],
)
def test_it_reads_as_a_browser_shows_it(markup: str, shown: str) -> None:
    """Lines where a browser breaks them, entities resolved once, nothing that is not shown."""
    assert plain_of_html(markup) == shown


@given(st.text(alphabet=st.characters(exclude_characters="<&"), max_size=60))
def test_text_without_markup_is_left_alone(text: str) -> None:
    """Only the space at its ends goes."""
    assert plain_of_html(text) == text.strip()


@given(st.text(alphabet="<>/&;!-ab p\"'=\x00\x0b\ud800\n", max_size=200))
def test_it_never_fails(markup: str) -> None:
    """Whatever is thrown at it comes back as text that can be encoded where the input could."""
    shown = plain_of_html(markup)
    assert isinstance(shown, str)


@pytest.mark.parametrize("piece", ["<a ", "<b>", "<", "&", "<!--", "<div>x", "&#x41;"])
def test_a_long_piece_of_nonsense_ends(piece: str) -> None:
    """A hundred thousand of anything is read in one go; the suite's own limit would catch a quadratic walk."""
    assert len(plain_of_html(piece * 100_000)) <= len(piece) * 100_000 * 2
