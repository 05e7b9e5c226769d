"""A scene for each test of the flow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flow.scene import Scene, make_scene


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """A place with nothing on it, and an empty store."""
    made = make_scene(tmp_path)
    yield made
    made.desk.db.close()
