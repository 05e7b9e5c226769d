"""What a brand can do about a review, from the config to the order of the queue."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from reviewwatch import config
from reviewwatch.flow.desk import setting_of
from tests.cli.scene import scene_in
from tests.make import stars

HOUSE: Final = """
[brands.lamps.remedies.dimmer]
say = "our workshop looks at every dimmer"
themes = ["quality"]
[brands.lamps.remedies.till]
say = "our accounts desk goes through it"
themes = ["price", "billing"]
public = false
"""
QUAY: Final = """
[brands.lamps.listings.quay]
name = "The Quay"
[brands.lamps.listings.quay.remedies.till]
say = "the desk at the quay goes through it"
themes = ["service"]
[sources.quay]
connector = "talking"
brand = "lamps"
listing = "quay"
"""


def test_remedies_of_the_brand_and_of_the_listing_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Named in public or not; what the listing has under an id stands instead of the brand's."""
    scene = scene_in(tmp_path, monkeypatch)
    scene.config.write_text(scene.config.read_text() + HOUSE + QUAY)
    loaded = config.load(scene.config)
    assert setting_of(loaded, "shop").remedies == {"quality", "price", "billing"}
    assert setting_of(loaded, "quay").remedies == {"quality", "service"}
    assert not setting_of(loaded, "shop").helps_all

    scene.config.write_text(scene.config.read_text() + '[brands.lamps.remedies.any]\nsay = "we pass it on"\n')
    assert setting_of(config.load(scene.config), "shop").helps_all


def test_what_can_be_helped_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two reviews that are alike but for what they are about, that which the brand has a remedy for; it says why."""
    scene = scene_in(tmp_path, monkeypatch)
    scene.place.put("slow", text="The service was terrible.", rating=stars(2))
    scene.place.put("dear", text="The quality was terrible.", rating=stars(2))
    scene.ok("pull")
    first, last = scene.ids()
    text = scene.json("show", last, "--json")["text"]
    theme = "service" if "service" in text else "quality"
    remedy = f'[brands.lamps.remedies.help]\nsay = "we look into it"\nthemes = ["{theme}"]\n'
    scene.config.write_text(scene.config.read_text() + remedy)
    scene.ok("rescore", "--yes")
    assert scene.ids() == [last, first]
    assert f"there is help for {theme}" in scene.ok("show", last, "--why").stdout
