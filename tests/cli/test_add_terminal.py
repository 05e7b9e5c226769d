"""`add` in a real pseudo-terminal: what it asks, and what each answer does."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

import pexpect

from reviewwatch import config
from reviewwatch.demo.site import REPO, Site

MINE = "store = 'rw.db'\n[brands.inn]\n[brands.cafe]\n[http]\npace = '0s'\n"


@contextmanager
def asking(path: Path, site: Site) -> Iterator[Any]:
    """Run `add` where a person can be asked."""
    words = ["--config", str(path), "add", f"https://github.com/{REPO}", "--option", f"base_url={site.address}"]
    child = pexpect.spawn(
        sys.executable, ["-m", "reviewwatch", *words], encoding="utf-8", timeout=20, dimensions=(40, 100)
    )
    yield child
    child.expect(pexpect.EOF)
    child.close()


def test_it_asks_whose_whether_private_and_whether_to_add(tmp_path: Path, site: Site) -> None:
    """Three yeses, and the place is watched; each question stands behind what it is about."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text(MINE)

    with asking(path, site) as child:
        child.expect("Whose reviews are these")
        child.sendline("cafe")
        child.expect("private address")
        child.expect("Read private addresses from now on")
        child.sendline("y")
        child.expect("in your queue")
        child.expect("Add it as `tidewater` to\\s")
        child.sendline("y")
        child.expect("`reviewwatch(?s:.*)inbox`\\s")

    loaded = config.load(path)
    assert child.exitstatus == 0
    assert loaded.http.allow_private
    assert loaded.sources["tidewater"].brand == "cafe"


def test_a_no_leaves_everything_as_it_was(tmp_path: Path, site: Site) -> None:
    """A look costs nothing."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text(MINE + "allow_private = true\n")

    with asking(path, site) as child:
        child.expect("Whose reviews are these")
        child.sendline("inn")
        child.expect("Add it as ")
        child.sendline("n")
        child.expect("Nothing was added")

    assert child.exitstatus == 0
    assert path.read_text() == MINE + "allow_private = true\n"
    assert not (tmp_path / "rw.db").exists()


def test_a_no_to_private_addresses_ends_it(tmp_path: Path, site: Site) -> None:
    """Nothing is read there, and the way to change one's mind is named."""
    path = tmp_path / "reviewwatch.toml"
    path.write_text(MINE.replace("[brands.cafe]\n", ""))

    with asking(path, site) as child:
        child.expect("Read private addresses from now on")
        child.sendline("n")
        child.expect("--allow-private")

    assert (child.exitstatus, site.n_requests) == (1, 0)
