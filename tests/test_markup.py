"""A place's markup becomes what a visitor reads, whatever it is made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.normalize import plain_of_bbcode, plain_of_html


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


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        (" kept as [it is] \n\n\n\nwithout a tag ", " kept as [it is] \n\n\n\nwithout a tag "),
        ("[h1]Verdict[/h1]\nIt [b]hums[/b].", "Verdict\nIt hums."),
        ("[list]\n[*] dark\n[*]loud\n[/list]\nend", "dark\nloud\n\nend"),
        ("[url=https://shop.example]the shop[/url], [spoiler]the end[/spoiler]", "the shop, the end"),
        ("[noparse][b]literal[/b][/noparse] [b]bold[/b]", "[b]literal[/b] bold"),
        ("[table noborder=1][tr][td]a[/td][td]b[/td][/tr][/table]", "a  b"),
        ("[quote=somebody]said[/quote]so", "said\nso"),
        ("[b]no[/b] [edit], [i think so], a[12], [/b", "no [edit], [i think so], a[12], [/b"),
        ("<b>text</b> &amp; [i]more[/i]", "<b>text</b> &amp; more"),
    ],
)
def test_bbcode_becomes_what_is_shown(markup: str, shown: str) -> None:
    """Tags go, their words stay, each line begins where it did; other words in brackets are text."""
    assert plain_of_bbcode(markup) == shown


@given(st.text(alphabet="[]/b*=nopars e\n\t"))
def test_any_text_may_be_bbcode(markup: str) -> None:
    """Nothing raises, and nothing is added but line ends and blanks."""
    assert len(plain_of_bbcode(markup).split()) <= len(markup)


@pytest.mark.parametrize("piece", ["[", "[url=", "[noparse]", " ", "\n ", "[b]"])
def test_long_bbcode_takes_no_longer_than_its_length(piece: str) -> None:
    """A hundred kilobytes of one piece are read in one go."""
    assert plain_of_bbcode(piece * (100_000 // len(piece)) + "[b]end[/b]").endswith(
        "end" if piece != "[noparse]" else "[/b]"
    )
