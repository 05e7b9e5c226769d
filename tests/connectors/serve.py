"""Serve the stand-in of one place on loopback until Ctrl-C, to try things by hand: `python3 dev.py place [NAME]`."""

from __future__ import annotations

import shlex
import sys
import threading
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from reviewwatch.connector import connector_names, load_importers
from tests.connectors.place import Stand, stand_of

REVIEWS = (
    (5, "Bright and quiet", "I read under it every evening. The dimmer is a joy."),
    (1, "Broken after a week", "The switch came off in my hand after a week. Support never answered my two e-mails."),
    (4, "Good lamp, slow parcel", "Nice light. The parcel took three weeks and the box was torn."),
    (2, "Hums", "It hums so loudly that my daughter cannot sleep. I asked for help and got a standard text."),
    (5, "A present", "My mother loves it. Invented-Tove in the shop wrapped it so kindly."),
    (
        1,
        "Wrong colour, no refund",
        "I ordered white and got black. They want me to pay for sending it back. Never again.",
    ),
    (3, "All right", "It is a lamp. The cable could be longer."),
)
"""Stars, title and text, the oldest first. Invented, people and all."""


def fill(stand: Stand) -> None:
    """Let customers write during the last three days."""
    stand.clock.at = datetime.now(UTC) - timedelta(days=3)
    for stars, title, text in REVIEWS:
        stand.clock.move(timedelta(hours=9))
        stand.put(text, stars=stars, title=title)
    stand.clock.at = datetime.now(UTC)


def main(args: Sequence[str]) -> int:
    """Serve, and say how to watch it."""
    files = {importer.name for importer in load_importers()}
    names = [name for name in connector_names() if name not in files]
    name = args[0] if args else "web_page"
    if name not in names:
        print(f"There is no stand-in `{name}`; there are: {', '.join(names)}.", file=sys.stderr)
        return 2
    with stand_of(name)() as stand:
        fill(stand)
        options = stand.options()
        address = str(options.get("url", stand.listing_url))
        rest = [f"--option {key}={value}" for key, value in options.items() if key == "base_url"]
        print(f"{len(stand.reviews)} invented reviews stand at {stand.address}. In another terminal:\n")
        print(" ".join(["    python3 dev.py run add", shlex.quote(address), *rest]), flush=True)
        print("\nCtrl-C ends it.", flush=True)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
