"""Which config holds: the one that was named, else the nearest one upwards, else the person's own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

VARIABLE: Final = "REVIEWWATCH_CONFIG"
NAME: Final = "reviewwatch.toml"
STORE_NAME: Final = "reviewwatch.db"


def find(explicit: Path | None, environ: Mapping[str, str], cwd: Path) -> Path | None:
    """Return the config's path, None where there is none and the defaults hold.

    A config that was named is returned whether it exists or not, so that `load` can say that it is missing.

    Args:
        explicit: From `--config`.
        environ: Where REVIEWWATCH_CONFIG may stand.
        cwd: Where the search upwards for `reviewwatch.toml` begins.
    """
    named = explicit or (Path(environ[VARIABLE]) if environ.get(VARIABLE) else None)
    if named is not None:
        return cwd / named.expanduser()
    for folder in (cwd, *cwd.parents):
        if (folder / NAME).is_file():
            return folder / NAME
    own = own_config()
    return own if own.is_file() else None


def own_config() -> Path:
    """Return where the person's own config stands on this platform."""
    from platformdirs import user_config_path  # noqa: PLC0415 - costs 20 ms that most commands need not pay

    return user_config_path("reviewwatch", appauthor=False) / "config.toml"


def own_store() -> Path:
    """Return where the person's own store stands on this platform."""
    from platformdirs import user_data_path  # noqa: PLC0415 - as above

    return user_data_path("reviewwatch", appauthor=False) / STORE_NAME
