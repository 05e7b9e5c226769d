"""What an answer says: JSON or what came instead, its words, its links."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest

from reviewwatch.errors import LayoutChangedError
from reviewwatch.net import links, read_json, read_typed, said
from tests.net.serving import response


@pytest.mark.parametrize(
    ("body", "content_type", "message"),
    [
        (b"<!DOCTYPE html><html><title>Sign\n in &amp; go</title>", "text/html", "an HTML page titled “Sign in & go”"),
        (b"<html><body>Hello", "application/json", "an HTML page where a list of issues should be"),
        (b"", "application/json", "an empty answer"),
        (b'[{"number": 1', "application/json", "JSON that breaks off or is damaged"),
        ('["é"]'.encode("latin-1"), "application/json; charset=utf-8", r"bytes that are not UTF-8 \(at byte 2\)"),
        (b"[" * 200_000, "application/json", "JSON that is nested too deeply"),
        (b"rate limited", "text/plain", "something that is no JSON"),
    ],
)
def test_what_is_no_json_is_described(body: bytes, content_type: str, message: str) -> None:
    """The error says what came, where from, and what should have been there, and keeps the answer for a look."""
    with pytest.raises(LayoutChangedError, match=message) as caught:
        read_json(response(body, content_type=content_type), "a list of issues")
    assert str(caught.value).startswith("https://place.example/list sent ")
    assert caught.value.expected == "a list of issues"
    assert body.startswith(caught.value.body)


def test_a_declared_charset_is_read() -> None:
    """JSON in an older encoding that its header names is read as such; an unknown name is as good as none."""
    assert read_json(
        response('["é"]'.encode("latin-1"), content_type='application/json; charset="ISO-8859-1"'), "x"
    ) == ["é"]
    assert read_json(response('["é"]'.encode(), content_type="application/json; charset=klingon"), "x") == ["é"]


class Named(msgspec.Struct):
    """What a place might list."""

    name: str


NAMED = msgspec.json.Decoder(Named)


def test_an_answer_is_read_as_a_type() -> None:
    """What the type does not name is passed over."""
    body = '{"odd": [{"deep": null}], "name": "é\\n\\ud83d\\ude00", "more": 1e99}'.encode()
    assert read_typed(response(body), NAMED) == Named("é\n😀")
    assert read_json(response(body), "a name")["name"] == "é\n😀"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b'{"name": 7}', ""),
        (b'{"other": "x"}', ""),
        (b'[{"name": "x"}]', ""),
        (rb'{"name": "x\u0000"}', ""),
        (rb'{"name": "x\ud800"}', ""),
        (b'{"name": "x", "other": "\xff"}', ""),
        (b'{"name": "x", "other": NaN}', ""),
        (b'{"name": "x"} more', ""),
        (b'{"name": "x", "deep": ' + b"[" * 200_000, ""),
        ('{"name": "x"}'.encode("utf-16"), ""),
        ('{"name": "é"}'.encode(), "application/json; charset=iso-8859-1"),
        (b"", ""),
    ],
)
def test_what_a_type_cannot_hold_for_sure_is_left_to_care(body: bytes, content_type: str) -> None:
    """Other shapes, what cannot be kept, bytes that are no text, another charset; nothing is raised."""
    assert read_typed(response(body, content_type=content_type), NAMED) is None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b'{"message": "Bad\\ncredentials"}', "Bad credentials"),
        (b'{"error": {"error": "deep"}}', "deep"),
        (b'{"error": 7}', ""),
        (b'{"message": "Invalid", "errors": [{"message": "too long"}, "odd", 7]}', "Invalid: too long: odd"),
        (b'{"error": ' * 50 + b"{}" + b"}" * 50, ""),
        (b"[1]", ""),
        (b"<title>Busy</title>", "Busy"),
        (b'{"message": "' + b"x" * 900 + b'"}', "x" * 199 + "…"),
    ],
)
def test_what_an_answer_says_in_words(body: bytes, expected: str) -> None:
    """A JSON message, an HTML title or nothing; one line, not too long."""
    assert said(response(body)) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", {}),
        ('<https://a.example/?page=2>; rel="next"', {"next": "https://a.example/?page=2"}),
        (
            '<https://a.example/x,y;z>; title="a, <b>"; rel="next", <?page=9>; rel=last',
            {"next": "https://a.example/x,y;z", "last": "https://place.example/list?page=9"},
        ),
        (
            '<1>; rel="prev first", <2>; rel="prev"',
            {"prev": "https://place.example/1", "first": "https://place.example/1"},
        ),
        ("<broken; rel=next", {}),
    ],
)
def test_links_are_read_by_relation(header: str, expected: Mapping[str, str]) -> None:
    """RFC 8288's forms, relative targets included; the first of a relation counts."""
    assert links(response(b"", link=header)) == expected
