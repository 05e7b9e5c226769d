"""The options of one `[sources.<id>]` table, read with types, and where a secret stands."""

from __future__ import annotations

import difflib
import os
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from reviewwatch.config.durations import parse_duration
from reviewwatch.errors import AccessError, ConfigError, ConfigProblem


@dataclass(frozen=True, slots=True)
class Secret:
    """Where a source's secret stands; its value is read when it is used and kept nowhere.

    Attributes:
        key: Of the option, for messages: `sources.ferry.token`.
        env: The environment variable that holds it, else empty.
        file: The file that holds it, else empty.
    """

    key: str
    env: str = ""
    file: str = ""

    def read(self) -> str:
        """Return the secret without the white space around it.

        Raises:
            AccessError: It is not there, or the file may be read by others.
        """
        value = os.environ.get(self.env, "").strip() if self.env else self._from_file()
        if not value:
            place = f"the environment variable {self.env}" if self.env else f"the file {self.file}"
            raise AccessError(f"{place}, which `{self.key}_{'env' if self.env else 'file'}` names, is not set or empty")
        return value

    def _from_file(self) -> str:
        path = Path(self.file)
        try:
            if os.name != "nt" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
                raise AccessError(f"the file {path} can be read by others; run `chmod 600 {path}`")
            return path.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise AccessError(f"the file {path}, which `{self.key}_file` names, cannot be read ({error})") from error


class OptionReader:
    """Reads the options of a source with types, and collects every problem before it complains."""

    def __init__(self, source_id: str, options: Mapping[str, object]) -> None:
        self._prefix = f"sources.{source_id}"
        self._options = options
        self._known: list[str] = []
        self._problems: list[ConfigProblem] = []

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without a default the option is required."""
        value = self._take(key, default)
        if isinstance(value, str) and (value or default == ""):
            return value
        self._missing_or_wrong(key, value, "text")
        return ""

    def address(self, key: str, default: str, *, takes_secret: bool = False) -> str:
        """Return where a place is, on the web and without a slash at its end.

        Args:
            takes_secret: A secret is sent there: it must be https, or on this machine.
        """
        value = self.text(key, default)
        try:
            host = urlsplit(value).hostname if value.startswith(("http://", "https://")) else None
        except ValueError:
            host = None
        if value and not host:
            self.refuse(key, f"must be a web address such as {default}")
        elif takes_secret and value.startswith("http://") and host not in ("localhost", "127.0.0.1", "::1"):
            self.refuse(key, "must begin with https, since a secret is sent there")
        return value.rstrip("/")

    def flag(self, key: str, default: bool) -> bool:
        """Return true or false."""
        value = self._take(key, default)
        if isinstance(value, bool):
            return value
        self._missing_or_wrong(key, value, "true or false")
        return default

    def number(self, key: str, default: int, lowest: int, highest: int) -> int:
        """Return a whole number within bounds, both included."""
        value = self._take(key, default)
        if isinstance(value, int) and not isinstance(value, bool) and lowest <= value <= highest:
            return value
        self._missing_or_wrong(key, value, f"a whole number from {lowest} to {highest}")
        return default

    def texts(self, key: str, default: Sequence[str] = ()) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self._take(key, list(default))
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        self._missing_or_wrong(key, value, "a list of texts")
        return ()

    def decimal(self, key: str) -> float | None:
        """Return a number, None where it is not given."""
        value = self._take(key, None)
        if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
            return value
        self._missing_or_wrong(key, value, "a number")
        return None

    def table(self, key: str) -> Mapping[str, str]:
        """Return a table of texts, empty where it is not given."""
        value = self._take(key, {})
        if isinstance(value, Mapping) and all(isinstance(item, str) for pair in value.items() for item in pair):
            return value
        self._missing_or_wrong(key, value, 'a table of texts, such as { "Your words" = "text" }')
        return {}

    def duration(self, key: str, default: str) -> timedelta:
        """Return a duration, written as in `15m`, `6h` or `7d`."""
        value = self._take(key, default)
        try:
            return parse_duration(value if isinstance(value, str) else "")
        except ValueError:
            self._missing_or_wrong(key, value, "a duration such as 15m, 6h or 7d")
            return parse_duration(default)

    def secret(self, key: str) -> Secret | None:
        """Return where a secret stands, by `<key>_env` or `<key>_file`; None where neither is given."""
        secret = Secret(f"{self._prefix}.{key}", self.text(f"{key}_env", ""), self.text(f"{key}_file", ""))
        if secret.env and secret.file:
            self.refuse(f"{key}_file", f"is given as well as `{key}_env`; one of them is enough")
        return secret if secret.env or secret.file else None

    def refuse(self, key: str, why: str) -> None:
        """Add a problem that the connector itself found."""
        self._problems.append(ConfigProblem(f"{self._prefix}.{key}", why))

    def finish(self) -> None:
        """Complain about everything at once, options that nobody asked for included.

        Raises:
            ConfigError: If there is any problem.
        """
        for key in self._options:
            if key not in self._known:
                nearest = difflib.get_close_matches(key, self._known, n=1)
                self._problems.append(
                    ConfigProblem(
                        f"{self._prefix}.{key}",
                        "is not an option of this connector",
                        nearest=nearest[0] if nearest else None,
                    )
                )
        if self._problems:
            raise ConfigError(tuple(self._problems))

    def _take(self, key: str, default: object) -> object:
        self._known.append(key)
        return self._options.get(key, default)

    def _missing_or_wrong(self, key: str, value: object, wanted: str) -> None:
        self.refuse(key, f"must be {wanted}" if value is not None else f"is missing; it is {wanted}")
