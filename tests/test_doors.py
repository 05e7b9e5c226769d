"""Places that cannot be watched are known by their address, and by nothing that only looks like it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch import doors
from reviewwatch.connector import Certainty, connector_names, load_connector

SAMPLES = [(door, sample) for door in doors.doors() for sample in door.samples]


@pytest.mark.parametrize(("door", "sample"), SAMPLES, ids=[sample for _, sample in SAMPLES])
def test_every_sample_leads_to_its_own_door(door: doors.Door, sample: str) -> None:
    """No row hides another, and each can be reached."""
    assert doors.find(sample) is door


@pytest.mark.parametrize("name", connector_names())
def test_no_door_is_closed_to_a_place_that_a_connector_reads(name: str) -> None:
    """A connector that knows the host would be asked first, so the row would never be seen."""
    recognize = getattr(load_connector(name), "recognize", None)
    if recognize is None:
        pytest.skip(f"{name} recognizes no addresses")

    found = {sample: recognize(sample) for _, sample in SAMPLES}

    assert not [sample for sample, known in found.items() if known and known.certainty is Certainty.PLACE]


@pytest.mark.parametrize("door", doors.doors(), ids=lambda door: f"{door.place}-{door.samples[0]}")
def test_every_row_says_why_what_to_do_and_since_when(door: doors.Door) -> None:
    """One sentence each, a source, a date that has been, and a way that is a command of this product."""
    assert door.why.endswith(".")
    assert door.door.endswith(".")
    assert "`reviewwatch add " in door.door or "`reviewwatch import " in door.door or "feed" in door.door
    assert door.source
    assert date(2026, 1, 1) < door.checked_on < date(2027, 1, 1)


@pytest.mark.parametrize(
    "url",
    [
        "https://notamazon.com/",
        "https://amazon.evil.example/dp/1",
        "https://amazon.com.evil.example/",
        "https://amazon.co.uk.evil.example/",
        "https://amazon.example/",
        "https://amazon.com@evil.example/",
        "https://amazon.com:443@evil.example/",
        "https://evil.example/amazon.com",
        "https://evil.example/?u=https://amazon.com",
        "https://evil.example#amazon.com",
        "https://\u0430mazon.com/",
        "https://netflix.com/",
        "https://wax.com/",
        "https://www.google.com/",
        "https://www.google.com/mapsomething",
        "https://docs.google.com/maps",
        "https://google.evil.example/maps",
        "https://github.com/acme/discussions",
        "https://store.steampowered.com/app/480",
        "https://www.reddit.com/r/harborinn/new/.rss",
        "https://hotels.ng/",
        "https://[::1",
        "https://" + "a" * 70 + ".amazon.com",
        "",
        "amazon",
    ],
)
def test_what_only_looks_like_a_place_has_no_door(url: str) -> None:
    """Labels are compared whole, user and path are not the host, and a look-alike letter is another host."""
    assert doors.find(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "amazon.com/dp/1",
        "HTTPS://WWW.AMAZON.COM/dp/1",
        "https://www.amazon.com./dp/1",
        "https://www.amazon.com:443/dp/1",
        "https://evil.example@www.amazon.com/",
        "  https://amazon.com.au/dp/1  ",
        "https://\uff41\uff4d\uff41\uff5a\uff4f\uff4e.com/",
        "http://amazon.co.jp",
    ],
)
def test_a_place_is_known_however_its_address_is_written(url: str) -> None:
    """Case, the dot at the end, port, user, white space, full-width letters, no scheme: browsers go there too."""
    found = doors.find(url)

    assert found is not None
    assert found.place == "Amazon"


@given(st.text())
def test_any_text_may_be_looked_up(text: str) -> None:
    """What people paste is not always an address."""
    doors.find(text)
    doors.find(f"https://{text}")


@given(st.from_regex(r"[a-z]{1,8}(\.[a-z]{3,8}){1,3}", fullmatch=True))
def test_a_known_name_in_front_of_another_host_is_not_the_place(host: str) -> None:
    """Whoever owns `evil.example` may call a part of it `yelp.com`."""
    found = doors.find(f"https://yelp.com.{host}/biz/1")

    assert found is None or any(name in host for name in ("yelp", *found.hosts, *found.exact_hosts))
