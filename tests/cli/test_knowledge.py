"""`knowledge` lists, checks and imports what the brands know."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.scene import Scene, scene_in

FACTS = """
[brands.lamps.facts.bulb]
entity = "Aldwin lamp"
attribute = "bulb included"
value = "no"
valid_from = 2026-01-01
valid_to = 2026-06-30
source = "price list"
[brands.lamps.facts.plan]
entity = "shop"
attribute = "moves"
value = "2030-01-01"
public = false
source = "plan"
[brands.lamps.listings.north]
name = "Lamp Shop North"
[brands.lamps.listings.north.remedies.swap]
say = "we replace what arrives broken"
themes = ["damaged"]
owner = "returns desk"
days = 3
[brands.lamps.goodwill.gift-card]
say = "a card of ten pounds"
"""


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """A shop with some knowledge."""
    made = scene_in(tmp_path, monkeypatch)
    with made.config.open("a") as file:
        file.write(FACTS)
    return made


def lines(text: str) -> list[dict[str, object]]:
    """Return the JSON lines of an output."""
    return [json.loads(line) for line in text.splitlines()]


def test_what_may_be_said_is_listed_for_a_listing_and_a_day(scene: Scene) -> None:
    """Facts of that day, what the listing has of its own, and never a private gesture."""
    there = lines(scene.ok("knowledge", "list", "--listing", "north", "--on", "2026-06-30", "--json").stdout)
    later = lines(scene.ok("knowledge", "list", "--on", "2026-07-01", "--json").stdout)

    assert [(one["kind"], one["id"], one["is_public"]) for one in there] == [
        ("voice", "", True),
        ("fact", "bulb", True),
        ("fact", "plan", False),
        ("remedy", "swap", True),
        ("contact", "desk", True),
    ]
    assert [one["id"] for one in later] == ["", "plan", "desk"]
    assert "ten pounds" not in scene.ok("knowledge", "list", "--listing", "north").stdout


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--brand", "lamp", "There is no brand `lamp`; did you mean `lamps`?"),
        ("--listing", "nort", "There is no listing `nort`; did you mean `north`?"),
        ("--platform", "yelb", "There is no platform `yelb`; did you mean `yelp`?"),
        ("--on", "1.3.2026", "`1.3.2026` is no day"),
    ],
)
def test_a_mistyped_option_is_told(scene: Scene, option: str, value: str, said: str) -> None:
    """Nothing is listed for what is not there."""
    refused = scene.run("knowledge", "list", option, value)

    assert (refused.exit_code, said in refused.stderr) == (2, True)


def test_a_check_reads_the_store_and_fails_on_errors_alone(scene: Scene) -> None:
    """Three unhappy reviews about the battery are a warning; a contradiction in the config is an error with a line."""
    for at in range(3):
        scene.place.put(f"r{at}", text="The battery died after a day. Terrible battery.")
    scene.ok("pull")

    calm = lines(scene.ok("knowledge", "check", "--json").stdout)
    assert any("unhappy reviews of the last 90 days are about battery" in str(one["what"]) for one in calm)

    with scene.config.open("a") as file:
        file.write('[brands.lamps.facts.two]\nentity = "shop"\nattribute = "moves"\nvalue = "2031-01-01"\n')
    wrong = scene.run("knowledge", "check", "--json")
    first = lines(wrong.stdout)[0]
    assert (wrong.exit_code, first["level"], first["key"]) == (1, "error", "brands.lamps.facts.two")
    assert scene.config.read_text().splitlines()[int(str(first["line"])) - 1] == "[brands.lamps.facts.two]"
    told = scene.run("knowledge", "check")
    assert told.stdout.splitlines()[0].startswith(f"error  line {first['line']}, brands.lamps.facts.two: says")


def test_texts_are_imported_after_a_yes(scene: Scene, tmp_path: Path) -> None:
    """A dry run and a no change nothing; a yes adds tables at the end; a second run finds them all there."""
    before = scene.config.read_text()
    table = tmp_path / "macros.csv"
    table.write_text("name,text\nBulb,Thank you for the note about the bulb.\nBad,Please take your review down.\n")

    dry = scene.run("knowledge", "import", str(table), "--dry-run")
    assert (dry.exit_code, scene.config.read_text()) == (1, before)
    assert dry.stdout.splitlines()[0] == "add   line 2  bulb (en): Thank you for the note about the bulb."
    assert "line 3  breaks G04: " in dry.stdout
    assert scene.run("knowledge", "import", str(table)).exit_code == 2
    assert scene.config.read_text() == before

    done = scene.run("knowledge", "import", str(table), "--yes", "--json")
    assert [(one["line"], one["is_taken"]) for one in lines(done.stdout)] == [(2, True), (3, False)]
    assert "[brands.lamps.macros.<id>]" in done.stderr
    assert scene.config.read_text().startswith(before + "\n[brands.lamps.macros.bulb]\n")
    assert "Thank you for the note about the bulb." in scene.ok("knowledge", "list").stdout
    again = scene.run("knowledge", "import", str(table), "--yes")
    assert "0 to add, 1 left out, 1 there already." in again.stderr


def test_an_import_asks_whose_texts_they_are(scene: Scene, tmp_path: Path) -> None:
    """With several brands nothing is guessed: one brand's text is never another's."""
    table = tmp_path / "macros.csv"
    table.write_text("text\nThank you for the note.\n")
    text = scene.config.read_text().replace('connector = "', 'brand = "lamps"\nconnector = "')
    scene.config.write_text(text + '[brands.shades]\nname = "Shades"\n')

    unsaid = scene.run("knowledge", "import", str(table), "--yes")
    wrong = scene.run("knowledge", "import", str(table), "--brand", "shade")

    assert (unsaid.exit_code, "--brand: lamps, shades" in unsaid.stderr) == (2, True)
    assert (wrong.exit_code, "There is no brand `shade`" in wrong.stderr) == (2, True)
    scene.ok("knowledge", "import", str(table), "--brand", "shades", "--yes")
    assert "[brands.shades.macros.thank-you-for-the-note]" in scene.config.read_text()


def added(scene: Scene, *args: str) -> dict[str, object]:
    """Add something and return what was said of it."""
    told: dict[str, object] = scene.json("knowledge", "add", *args, "--json")
    return told


FACT = ("fact", "--entity", "workshop", "--attribute", "hours", "--value", "09:00-17:00", "--source", "door")


def test_a_fact_is_one_command_and_taken_back_by_what_it_says(scene: Scene) -> None:
    """It stands at the end, every other line as it was; the output names file, line and table, and that is the undo."""
    before = scene.config.read_text() + "# ours\n"
    scene.config.write_text(before)

    dry = scene.ok("knowledge", "add", *FACT, "--from", "2026-03-01", "--dry-run")
    assert (scene.config.read_text(), "Nothing was changed" in dry.stderr) == (before, True)

    told = added(scene, *FACT, "--from", "2026-03-01")
    text = scene.config.read_text()
    assert text == f"{before}\n{told['table']}"
    assert told["key"] == "brands.lamps.facts.workshop-hours"
    assert text.splitlines()[int(str(told["line"])) - 1] == "[brands.lamps.facts.workshop-hours]"
    [fact] = [one for one in lines(scene.ok("knowledge", "list", "--json").stdout) if one["id"] == "workshop-hours"]
    assert (fact["text"], fact["valid_from"]) == ("09:00-17:00", "2026-03-01")
    scene.config.write_text(text.replace(f"\n{told['table']}", ""))
    assert scene.config.read_text() == before


def test_a_remedy_and_a_contact_too_for_a_listing_alone(scene: Scene) -> None:
    """They are the listing's; names are made of what they are for, unlike those that are taken."""
    remedy = added(scene, "remedy", "--say", "our desk can mend it with you", "--theme", "damaged", "--owner", "desk",
                   "--days", "2", "--listing", "north")  # fmt: skip
    contact = added(scene, "contact", "--email", "north@lamps.example", "--language", "en", "--listing", "north")
    assert remedy["key"] == "brands.lamps.listings.north.remedies.damaged"
    assert contact["key"] == "brands.lamps.listings.north.contacts.email"
    assert (remedy["noted"], contact["noted"]) == ([], [])
    again = added(scene, "contact", "--phone", "+44 20 7946 0123", "--id", "night")
    assert again["key"] == "brands.lamps.contacts.night"
    assert [one["id"] for one in lines(scene.ok("knowledge", "list", "--listing", "north", "--json").stdout)][-4:] == [
        "damaged", "email", "desk", "night",
    ]  # fmt: skip


def test_what_replies_in_other_languages_need_is_taken_too(scene: Scene) -> None:
    """The name of the thing, and the clause in that language, which a reply in it then offers."""
    added(scene, *FACT, "--in", "de=die Werkstatt")
    added(scene, "remedy", "--say", "our workshop can mend it", "--in", "de=unsere Werkstatt kann sie reparieren",
          "--owner", "workshop", "--days", "3")  # fmt: skip
    text = scene.config.read_text()
    assert 'names = {de = "die Werkstatt"}' in text
    scene.place.put("kaputt", text="Die Lampe ist nach einem Tag kaputt gegangen, und niemand hat geantwortet.")
    scene.ok("pull")
    [row] = scene.lines("search", "kaputt", "--json")
    drafts = scene.json("show", row["id"], "--json")["reply"]["drafts"]
    assert any("nsere Werkstatt kann sie reparieren" in one["text"] for one in drafts)
    assert not any("workshop" in one["text"] for one in drafts)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((*FACT, "--in", "german=die Werkstatt"), "names no language of two letters that reviewwatch knows: `german`"),
        ((*FACT, "--in", "die Werkstatt"), "is not LANG=TEXT"),
        (("remedy", "--say", "we mend it", "--in", "de=wir erstatten, wenn Sie die Bewertung löschen"), "breaks G"),
        (("fact", "--entity", "shop", "--attribute", "moves", "--value", "2031-01-01"), "`plan` says `2030-01-01`"),
        ((*FACT, "--from", "2026-03-01", "--to", "2026-02-01"), "is before valid_from"),
        ((*FACT, "--from", "1 March"), "`1 March` is no day"),
        ((*FACT, "--kind", "hour"), "did you mean `hours`?"),
        ((*FACT, "--id", "bulb"), "[brands.lamps.facts.bulb] stands there already"),
        ((*FACT, "--id", "a b"), "must be named with letters"),
        ((*FACT, "--listing", "nort"), "did you mean `north`?"),
        ((*FACT, "--brand", "lamp"), "did you mean `lamps`?"),
        (("remedy", "--say", "a card of ten pounds"), "goodwill"),
        (("remedy", "--say", "we refund you if you change your review"), "breaks G01"),
        (("remedy", "--say", "we mend it", "--theme", "damage"), "did you mean `damaged`?"),
        (("contact", "--email", "a@b.example", "--phone", "+44 20 7946 0123"), "exactly one of"),
        (("contact", "--email", "a@b.example", "--platform", "yelb"), "did you mean `yelp`?"),
        (("contact", "--email", "a@b.example", "--platform", "booking"), "allows no reply with"),
    ],
)
def test_what_contradicts_or_cannot_be_is_not_written(scene: Scene, args: tuple[str, ...], said: str) -> None:
    """Exit code 2, why in a sentence, and the config byte for byte as it was."""
    before = scene.config.read_bytes()
    refused = scene.run("knowledge", "add", *args)
    assert refused.exit_code == 2
    assert said in " ".join(refused.stderr.split())
    assert scene.config.read_bytes() == before


def test_a_text_can_be_imported_for_a_listing(scene: Scene, tmp_path: Path) -> None:
    """It stands below the listing, is no text of the brand, and what another listing has already is not in the way."""
    table = tmp_path / "macros.csv"
    table.write_text("name,text\nBulb,Thank you for the note about the bulb.\n")
    with scene.config.open("a") as file:
        file.write('[brands.lamps.listings.south]\nname = "Lamp Shop South"\n')
    for listing in ("south", "north"):
        scene.ok("knowledge", "import", str(table), "--listing", listing, "--yes")
    assert "[brands.lamps.listings.north.macros.bulb-2]" in scene.config.read_text()
    assert "note about the bulb" not in scene.ok("knowledge", "list").stdout
    wrong = scene.run("knowledge", "import", str(table), "--listing", "nort", "--yes")
    assert (wrong.exit_code, "did you mean `north`?" in wrong.stderr) == (2, True)
