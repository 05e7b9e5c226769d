"""An OpenAI-compatible endpoint: one question, one answer, within time, size and budget.

Source of the form: https://platform.openai.com/docs/api-reference/chat/create, as local servers speak it, too.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from reviewwatch.errors import ConnectorError, DraftError
from reviewwatch.net import Http, Response

_PATH: Final = "/chat/completions"
_TEMPERATURE: Final = 0.3
_MAX_ANSWER_TOKENS: Final = 800
_OK: Final = 200


@dataclass(frozen=True, slots=True)
class Used:
    """What a question cost, as the endpoint counts; its own estimate where it does not say."""

    n_tokens: int


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model answers.

    Attributes:
        url: Base address, such as `http://127.0.0.1:8080/v1`.
        model: The name that it has there.
        hosts: The only hosts that are ever asked.
        key_env: The environment variable that holds the key, empty for none.
    """

    url: str
    model: str
    hosts: tuple[str, ...]
    key_env: str = ""

    def ask(self, http: Http, messages: Sequence[dict[str, str]]) -> tuple[str, Used]:
        """Return the answer's text and what it cost. Sent once.

        Raises:
            DraftError: The host is not allowed, the key is missing, or there was no answer that can be used.
        """
        host = urlsplit(self.url).hostname or ""
        if host not in self.hosts:
            raise DraftError(f"the model's host {host} is not among `[model] hosts`")
        body = {
            "model": self.model,
            "messages": list(messages),
            "temperature": _TEMPERATURE,
            "max_tokens": _MAX_ANSWER_TOKENS,
            "response_format": {"type": "json_object"},
            "stream": False,
        }
        try:
            response = http.send_once("POST", self.url.rstrip("/") + _PATH, headers=self._headers(), json_body=body)
        except ConnectorError as error:
            raise DraftError(f"the model did not answer: {error}") from error
        return _told(response, messages)

    def _headers(self) -> dict[str, str]:
        if not self.key_env:
            return {}
        key = os.environ.get(self.key_env, "").strip()
        if not key:
            raise DraftError(f"the environment variable {self.key_env} holds no key for the model")
        return {"Authorization": f"Bearer {key}"}


def _told(response: Response, messages: Sequence[dict[str, str]]) -> tuple[str, Used]:
    if response.status != _OK:
        raise DraftError(f"the model's endpoint answered with status {response.status}")
    try:
        answer: Any = response.json()
        text = answer["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise DraftError("the model's endpoint answered with something else than a chat completion") from error
    if not isinstance(text, str):
        raise DraftError("the model's endpoint answered without a text")
    return text, Used(_cost(answer, messages, text))


def _cost(answer: Any, messages: Sequence[dict[str, str]], text: str) -> int:
    usage = answer.get("usage")
    counted = usage.get("total_tokens") if isinstance(usage, dict) else None
    if isinstance(counted, int) and counted > 0:
        return counted
    return (sum(len(message["content"]) for message in messages) + len(text)) // 3
