"""`add` as people run it for the demo's stand-in: a config of their own, and the command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reviewwatch.demo.site import REPO, Site
from tests.cli.running import run

URL = f"https://github.com/{REPO}"
MINE = """\
# My shop. Do not touch the order!
store = "rw.db"   # beside this file
[brands.inn]
name = "Harbor Inn"
[http]
pace = "0s" # it is ours
"""


def written(folder: Path) -> Path:
    """Write a config of a person's own, and return its path."""
    path = folder / "reviewwatch.toml"
    path.write_text(MINE)
    return path


def add(path: Path, site: Site, *args: str, url: str = URL) -> Any:
    """Run `add` for the stand-in."""
    return run("--config", str(path), "add", url, "--option", f"base_url={site.address}", *args)
