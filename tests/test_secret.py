"""Options that name a secret: where it stands, and what is said when it is not there."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from reviewwatch.connector import OptionReader, Secret
from reviewwatch.errors import AccessError, ConfigError


def test_a_secret_is_read_from_the_environment_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A configured variable may be set later; unset, the error names the variable and the option."""
    secret = OptionReader("ferry", {"token_env": "FERRY_TOKEN"}).secret("token")
    assert secret is not None
    with pytest.raises(AccessError, match=r"FERRY_TOKEN, which `sources\.ferry\.token_env` names"):
        secret.read()
    monkeypatch.setenv("FERRY_TOKEN", " s3cret\n")
    assert secret.read() == "s3cret"
    assert "s3cret" not in repr(secret)


def test_a_secret_file_must_be_private(tmp_path: Path) -> None:
    """A file that others can read is refused with the command that mends it."""
    file = tmp_path / "token"
    file.write_text("s3cret\n")
    secret = Secret("sources.ferry.token", file=str(file))
    file.chmod(0o640)
    with pytest.raises(AccessError, match=f"chmod 600 {file}"):
        secret.read()
    file.chmod(0o600)
    assert secret.read() == "s3cret"


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\xfd"])
def test_a_secret_file_that_says_nothing_is_an_access_problem(tmp_path: Path, content: bytes | None) -> None:
    """Missing, empty or no text: the message names the file."""
    file = tmp_path / "token"
    if content is not None:
        file.write_bytes(content)
        file.chmod(0o600)
    with pytest.raises(AccessError, match=str(file)):
        Secret("sources.ferry.token", file=str(file)).read()


def test_a_secret_has_one_place() -> None:
    """Both places at once are a problem of the config; neither means that there is no secret."""
    both = OptionReader("ferry", {"token_env": "A", "token_file": "b"})
    both.secret("token")
    with pytest.raises(ConfigError, match="one of them is enough"):
        both.finish()
    assert OptionReader("ferry", {}).secret("token") is None


def test_durations_are_read_as_in_the_rest_of_the_config() -> None:
    """`7d` is a week; anything else is a problem that shows how to write one."""
    reader = OptionReader("ferry", {"full_every": "2w", "pause": "soon"})
    assert reader.duration("full_every", "7d") == timedelta(days=14)
    assert reader.duration("pause", "5m") == timedelta(minutes=5)
    with pytest.raises(ConfigError, match=r"sources\.ferry\.pause` must be a duration such as 15m"):
        reader.finish()
