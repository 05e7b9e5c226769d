"""A place's markup -> the text that a visitor reads. Pure, and safe on hostile markup: nothing is fetched or run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

_LINE: Final = "\x1e"
_PARAGRAPH: Final = "\x1d"
_BREAKS: Final = {
    "br": "\n",
    "hr": _PARAGRAPH,
    **dict.fromkeys(("address", "article", "aside", "dd", "div", "dt", "figcaption", "footer", "form"), _LINE),
    **dict.fromkeys(("header", "li", "main", "nav", "section", "tr"), _LINE),
    **dict.fromkeys(("blockquote", "dl", "figure", "ol", "p", "pre", "table", "ul"), _PARAGRAPH),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _PARAGRAPH),
}
_VOID: Final = frozenset({"br", "hr"})
_SILENT: Final = frozenset(
    ("script", "style", "template", "noscript", "head", "title", "iframe", "object", "svg", "math")
)
_IS_PLAIN: Final = re.compile(r"[^<&]*\Z")
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_OTHER_SPACE: Final = "\t\r\f\v"
_BBCODE: Final = re.compile(
    r"\[(/?)(h[1-6]|b|u|i|s|strike|spoiler|noparse|hr|url|list|olist|\*|quote|code|table|tr|th|td|img|p)"
    r"(?:=[^\]\n]{0,300}|(?<=table) [^\]\n]{0,80})?\]",
    re.IGNORECASE,
)
_IN_LINE: Final = {**dict.fromkeys(("b", "u", "i", "s", "strike", "spoiler", "noparse", "url", "img"), ""), "td": " "}
_BREAK_RUN: Final = re.compile(rf"(?<![ \t])[ \t]*[\n{_LINE}][ \t\n{_LINE}]*")
_RUN: Final = re.compile(f"[\n{_LINE}{_PARAGRAPH}][ \n{_LINE}{_PARAGRAPH}]*")


def plain_of_html(markup: str) -> str:
    """Return what a browser would show of a piece of HTML, as lines.

    Tags that begin a line begin one here, paragraphs are set apart by an empty line, entities are resolved once, and
    what a browser does not show (scripts, styles) is left out. Text without markup comes back as it is but for space at
    its ends. Linear in the length; what is nested more than 250 deep is read flat, as the parser gives it.

    Args:
        markup: Any text at all.
    """
    if _IS_PLAIN.match(markup):
        return markup.strip()
    from lxml import etree  # noqa: PLC0415 - costs more than most commands need

    # A fragment needs something around it; controls that XML forbids would end the parse.
    body = "<div>" + _CONTROLS.sub("\ufffd", markup) + "</div>"
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    root = etree.fromstring(body.encode("utf-8"), parser)
    if root is None:
        return ""
    return _tidy("".join(_parts(etree.iterwalk(root, events=("start", "end")))))


def plain_of_bbcode(markup: str) -> str:
    """Return what a forum would show of BBCode, as lines; text without a tag comes back as it is.

    Only tags that Steam knows are tags: other words in brackets are what somebody wrote, and so is all between
    `[noparse]` and its end. A link gives its label, a hidden part its words.

    Source: https://steamcommunity.com/comment/Recommendation/formattinghelp
    """
    if "[" not in markup:
        return markup
    parts, end, is_literal = list[str](), 0, False
    for tag in _BBCODE.finditer(markup):
        name, is_closing = tag[2].lower(), bool(tag[1])
        if is_literal and not (is_closing and name == "noparse"):
            continue
        is_literal = name == "noparse" and not is_closing
        parts += markup[end : tag.start()], _IN_LINE.get(name, _LINE)
        end = tag.end()
    return _BREAK_RUN.sub(_at_most_one, "".join(parts) + markup[end:]).strip() if parts else markup


def _at_most_one(run: re.Match[str]) -> str:
    return "\n\n" if run[0].count("\n") > 1 else "\n"


def _parts(walk: Iterable[tuple[str, Any]]) -> Iterator[str]:
    """Yield the shown text and the line breaks between, in order."""
    n_silent = n_pre = 0
    for event, element in walk:
        step = 1 if event == "start" else -1
        if event == "end":
            yield _BREAKS.get(element.tag, "") if element.tag not in _VOID else ""
        n_silent += step * (element.tag in _SILENT)
        n_pre += step * (element.tag == "pre")
        if event == "start":
            yield _BREAKS.get(element.tag, "")
        text = element.text if event == "start" else element.tail
        if text and not n_silent:
            yield text if n_pre else text.replace("\n", " ")


def _tidy(text: str) -> str:
    """Fold white space: one empty line at most, no space at the ends of a line. A no-break space stays."""
    for space in _OTHER_SPACE:
        text = text.replace(space, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return _RUN.sub(_line_end, text).replace(" \n", "\n").strip(" \n")


def _line_end(run: re.Match[str]) -> str:
    return "\n\n" if _PARAGRAPH in run[0] or run[0].count("\n") > 1 else "\n"
