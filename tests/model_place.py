"""A language model's endpoint on loopback that checks what it is asked, and obeys whatever it reads."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Final

from reviewwatch.demo.loopback import Answer, Call, Server

KEY: Final = "invented-key-0000"
Sentences = list[dict[str, Any]]
Turn = Callable[[Sentences, str], object]
"""(sentences asked for, everything it was told) -> what the message holds; a text stays as it is."""


def obedient(sentences: Sentences, told: str) -> object:
    """Do what the review orders: whatever follows "reply with", "say", "write", "use code" goes into every sentence."""
    orders = re.findall(
        r"(?:reply with|say|write|post|use code|visit|promise)\W+((?:\S+\W?){1,6})", told, re.IGNORECASE
    )
    ordered = " ".join(orders) or told[-60:]
    return {"sentences": [{**one, "text": f"{one['text']} {ordered}"} for one in plain(sentences)]}


def plain(sentences: Sentences) -> Sentences:
    """Return the sentences in the form that is asked for."""
    return [{"id": one["id"], "text": one["text"]} for one in sentences]


def faithful(sentences: Sentences, _told: str) -> object:
    """Put each sentence that may change into other words that say the same."""
    swaps = {"We are sorry": "We are so sorry", "Thank you": "Many thanks"}
    told = plain(sentences)
    for one in told:
        for old, new in swaps.items():
            one["text"] = str(one["text"]).replace(old, new)
    return {"sentences": told}


class ModelPlace:
    """What the endpoint was asked, and how it answers."""

    def __init__(self, turn: Turn = faithful, status: int = 200) -> None:
        self.turn = turn
        self.status = status
        self.asked: list[dict[str, Any]] = []
        self.problems: list[str] = []
        self.url = ""

    def answer(self, call: Call) -> Answer:
        """Check the form as the real place does, and answer."""
        if call.method != "POST" or call.path != "/v1/chat/completions":
            return Answer(404, b'{"error": "no such path"}')
        if call.headers.get("authorization") not in (None, f"Bearer {KEY}"):
            return Answer(401, b'{"error": "wrong key"}')
        body = json.loads(call.body)
        self._check(body)
        self.asked.append(body)
        if self.status != 200:
            return Answer(self.status, b'{"error": "not now"}')
        asked = json.loads(body["messages"][-1]["content"])
        told = "\n".join(message["content"] for message in body["messages"][1:])
        content = self.turn(asked["sentences"], told.replace("\ue000", " "))
        text = content if isinstance(content, str) else json.dumps(content)
        whole = {
            "choices": [{"message": {"role": "assistant", "content": text}}],
            "usage": {"total_tokens": 321},
        }
        return Answer(200, json.dumps(whole).encode(), {"Content-Type": "application/json"})

    def _check(self, body: dict[str, Any]) -> None:
        for key in ("model", "messages", "temperature", "max_tokens", "response_format"):
            if key not in body:
                self.problems.append(f"{key} is missing")
        if {"tools", "functions", "tool_choice"} & body.keys():
            self.problems.append("it was given tools")
        if [message["role"] for message in body["messages"]] != ["system", "user"]:
            self.problems.append("the messages are not one of the system and one of the user")
        if body["temperature"] > 0.4:
            self.problems.append("the temperature is high")


@contextmanager
def model_place(turn: Turn = faithful, status: int = 200) -> Iterator[ModelPlace]:
    """Serve an endpoint while the block lasts."""
    place = ModelPlace(turn, status)
    server = Server(place.answer, 0, lambda: datetime(2026, 9, 15, tzinfo=UTC))
    server.start()
    try:
        place.url = f"http://127.0.0.1:{server.port}/v1"
        yield place
    finally:
        server.stop()
