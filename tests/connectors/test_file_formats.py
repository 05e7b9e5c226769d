"""Files as people have them: formats, encodings, delimiters, headers."""

from __future__ import annotations

import builtins
import codecs
import io
import json
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from reviewwatch_connectors.file import FileConnector, FileWithIds
from reviewwatch_connectors.file.reading import PAGE

from reviewwatch.errors import ConfigError, ConnectorError
from reviewwatch.types import OwnerReply, Precision, Rating, RatingKind
from tests.connectors.filing import DATA, NO_HTTP, read, read_text, texts, write

PLAIN = "Author,Text,Rating,Date\nInes,Cold soup.,2,2026-09-10T10:00:00Z\nOdo,Warm welcome!,5,2026-09-11T10:00:00Z\n"


def test_a_german_spreadsheet_needs_no_options() -> None:
    """Semicolons, cp1252, `sep=`, a quoted line break and unknown headers that the person names once."""
    found = read(
        DATA / "agency_export.csv",
        map={"Bewertung": "rating", "Gast": "author", "Überschrift": "title", "Kommentar": "text", "Datum": "created"},
    )
    first, second = found.reviews
    assert first.text == "Das Zimmer war laut;\r\ndas Frühstück kühl."
    assert (first.author, first.title, first.rating) == ("Jörg Beispiel", "Laut", Rating("2", 2.0))
    assert (second.created_at, second.created_precision) == (datetime(2026, 9, 11, tzinfo=UTC), Precision.DAY)
    assert found.notes == [
        "the text was read as cp1252, a guess; say another with --encoding",
        "columns not read: “E-Mail”",
    ]


def test_a_survey_is_read_by_its_question() -> None:
    """The question names an NPS answer, where 0 is the worst and no missing value; one date proves the order of all."""
    found = read(DATA / "survey.tsv")
    angry, happy = found.reviews
    assert angry.rating == Rating("0", 0.0, worst=0.0, best=10.0, kind=RatingKind.SURVEY)
    assert (angry.text, angry.created_at) == ("Nobody called back.", datetime(2026, 9, 10, 14, 3, 22, tzinfo=UTC))
    assert (happy.text, happy.rating and happy.rating.share) == ("", 1.0)
    assert "dates were read in the order mdy, as “9/13/2026 9:00:00” proves; say another with --dates" in found.notes


def test_json_lines_are_read_one_by_one() -> None:
    """Names in humps, words for stars, times as seconds or with fractions."""
    found = read(DATA / "shop.jsonl")
    first, second = found.reviews
    assert (first.external_id, first.text, first.n_votes) == ("s1", "Arrived 🙂", 3)
    assert (first.rating, first.created_at) == (Rating("FOUR", 4.0), datetime(2026, 9, 10, 10, tzinfo=UTC))
    assert (second.text, second.owner_replies) == ("", (OwnerReply("Sorry."),))
    assert second.created_at == datetime(2026, 9, 11, 10, 0, 0, 500_000, tzinfo=UTC)


def test_booking_keeps_positive_and_negative_apart() -> None:
    """An answer of Booking's API: a list within objects, scores of 1 to 10, texts and names that may be null."""
    found = read(DATA / "booking.json")
    first, second = found.reviews
    assert (first.external_id, first.title, first.text) == ("QAEx1__11", "Fine for two nights", "")
    assert first.positive == "The view over the harbor."
    assert first.negative == "No hot water after nine, and nobody at the desk."
    assert first.rating == Rating("6", 6.0, worst=1.0, best=10.0, kind=RatingKind.TEN)
    assert (first.author, first.country, first.lang) == ("Odo Example", "nl", "en")
    assert first.updated_at == datetime(2026, 8, 15, 9, 31, 12, tzinfo=UTC)
    assert first.url == "https://supply.example/properties/11/reviews/QAEx1__11"
    assert (second.author, second.positive, second.rating and second.rating.value) == (None, "", 9.0)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends_are_found_out(tmp_path: Path, delimiter: str, line_end: str) -> None:
    """The header tells the delimiter, and every system's line ends are lines."""
    content = PLAIN.replace(",", delimiter).replace("\n", line_end)
    assert texts(read_text(tmp_path, content).reviews) == ["Cold soup.", "Warm welcome!"]


def test_the_delimiter_is_the_one_that_makes_known_columns(tmp_path: Path) -> None:
    """A question full of commas does not hide the semicolons, nor do delimiters within quotes."""
    content = 'What, when, where, why, how?;Rating;"Text (all; please)"\nThere;4;Nice\n'
    found = read_text(tmp_path, content)
    assert [review.rating for review in found.reviews] == [Rating("4", 4.0)]


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
    ],
)
def test_unicode_is_told_by_its_mark(tmp_path: Path, name: str, mark: bytes) -> None:
    """Every Unicode encoding is read without a guess, and the mark is not part of the first column's name."""
    content = mark + "Text,Rating\nDéjà vu 🙂,4\n".encode(name)
    found = read_text(tmp_path, content)
    assert (texts(found.reviews), found.notes) == (["Déjà vu 🙂"], [])


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Très bonne chambre, mais le petit-déjeuner était froid."),
        ("cp1252", "Café"),
        ("cp1251", "Номер был холодный, завтрак невкусный. Больше не приедем."),
        ("cp1250", "Pokój był zimny, śniadanie spóźnione, obsługa niemiła. Żałuję."),
        ("cp932", "部屋は寒くて、朝食もよくなかったです。スタッフは親切でした。"),
        ("utf-16-le", "Kein Frühstück"),
        ("utf-16-be", "Kein Frühstück"),
    ],
)
def test_other_encodings_are_guessed_and_said(tmp_path: Path, encoding: str, text: str) -> None:
    """Without a mark and not UTF-8: the report says which encoding was taken, and how to say another."""
    found = read_text(tmp_path, f'Text,Rating\n"{text}",4\n'.encode(encoding))
    assert texts(found.reviews) == [text]
    assert found.notes == [f"the text was read as {encoding}, a guess; say another with --encoding"]


def test_an_encoding_that_was_said_is_no_guess(tmp_path: Path) -> None:
    """The option wins over what the bytes look like."""
    found = read_text(tmp_path, "Text,Rating\nПлохо,1\n".encode("koi8_r"), encoding="KOI8-R")
    assert (texts(found.reviews), found.notes) == (["Плохо"], [])


def test_utf8_beyond_the_first_bytes_is_seen(tmp_path: Path) -> None:
    """A file is not taken for ASCII because its first megabyte is."""
    content = "Text,Rating\n" + f"{'Fine. ' * 5_000},4\n" * 40 + "Schön,5\n"
    assert read_text(tmp_path, content).reviews[-1].text == "Schön"
    assert read_text(tmp_path, content.encode("cp1252")).notes[0].startswith("the text was read as cp1252")


def test_headers_are_known_by_many_names(tmp_path: Path) -> None:
    """Case, spaces, underscores, humps and objects around a name make no difference; the likeliest column wins."""
    content = (
        "reviews.review_id,User Name,HEADLINE,reviewText,Star_Rating,published-at,lastModified,language code,Country,"
        "appVersion,permalink,Helpful Votes,Owner Response,reply_date,replied by,score\n"
        "7,Yara,Nope,It crashed.,1,2026-09-10,2026-09-11,en-US,NL,2.1,https://shop.example/7,\"1,204\",Sorry!,"
        "2026-09-12,Marit,99\n"
    )  # fmt: skip
    [review] = read_text(tmp_path, content).reviews
    assert (review.external_id, review.author, review.title, review.text) == ("7", "Yara", "Nope", "It crashed.")
    assert (review.rating, review.lang, review.country, review.version) == (Rating("1", 1.0), "en", "NL", "2.1")
    assert (review.created_at, review.updated_at) == (
        datetime(2026, 9, 10, tzinfo=UTC),
        datetime(2026, 9, 11, tzinfo=UTC),
    )
    assert (review.url, review.n_votes) == ("https://shop.example/7", 1204)
    assert review.owner_replies == (OwnerReply("Sorry!", author="Marit", created_at=datetime(2026, 9, 12, tzinfo=UTC)),)


def test_text_is_kept_as_received(tmp_path: Path) -> None:
    """White space, controls, formulas and markup of a text come through untouched."""
    text = ' =HYPERLINK("x")\t<b>\x1b[31m\u202eabc\u200b  '
    quoted = text.replace('"', '""')
    assert texts(read_text(tmp_path, f'Text,Rating\n"{quoted}",3\n').reviews) == [text]


def test_only_web_addresses_are_links(tmp_path: Path) -> None:
    """What a link column holds is opened by a person later: `javascript:` and the like are left out."""
    found = read_text(tmp_path, "Text,URL\nA,javascript:alert(1)\nB,https://shop.example/b\n")
    assert [review.url for review in found.reviews] == [None, "https://shop.example/b"]


def test_email_columns_are_never_read_unasked(tmp_path: Path) -> None:
    """They are personal data; only a person who names one gets it."""
    content = "Email,Text,Rating\nines@example.org,Cold,2\n"
    [review] = read_text(tmp_path, content).reviews
    assert "ines@example.org" not in repr(review)
    [asked] = read_text(tmp_path, content, map={"email": "author"}).reviews
    assert asked.author == "ines@example.org"


def test_a_map_wins_over_known_names(tmp_path: Path) -> None:
    """A column can be given another meaning, or none."""
    content = "Text,Comment,Rating,Score\nInternal note,Cold soup.,2,9\n"
    [review] = read_text(tmp_path, content, map={"Comment": "text", "Text": "ignore", "score": "nps"}).reviews
    assert (review.text, review.rating) == ("Cold soup.", Rating("2", 2.0))
    [survey] = read_text(tmp_path, content, map={"Score": "nps", "Rating": "ignore"}).reviews
    assert survey.rating == Rating("9", 9.0, 0.0, 10.0, RatingKind.SURVEY)


def test_without_text_or_rating_the_error_lists_the_columns(tmp_path: Path) -> None:
    """A person sees what is there and what to type."""
    with pytest.raises(ConnectorError, match=r"“Foo”, “Bar”.*--map") as caught:
        read_text(tmp_path, "Foo,Bar\n1,2\n")
    assert len(str(caught.value)) < 300


def test_a_map_of_a_missing_column_names_the_nearest(tmp_path: Path) -> None:
    """A typo in `--map` is not silently without effect."""
    with pytest.raises(ConnectorError, match="did you mean “Kommentar”"):
        read_text(tmp_path, "Kommentar,Note\nGut,2\n", map={"Komentar": "text"})


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({"dates": "d/m"}, "dmy, mdy, ymd"),
        ({"map": {"Note": "ratng"}}, "did you mean `rating`"),
        ({"map": {"A": "text", "B": "text"}}, "another column"),
        ({"map": ["A=text"]}, "table"),
        ({"kind": "smileys"}, "stars"),
        ({"best": 1, "worst": 5}, "less than"),
        ({"best": "ten"}, "a number"),
        ({"delimiter": "::"}, "one character"),
        ({"encoding": "utf-9"}, "no text encoding"),
        ({"encoding": "rot13"}, "no text encoding"),
        ({"encodng": "utf-8"}, "encoding"),
    ],
)
def test_options_are_checked_before_anything_is_read(tmp_path: Path, options: dict[str, object], why: str) -> None:
    """Each wrong option is named with what it may be."""
    with pytest.raises(ConfigError, match=why):
        read(write(tmp_path, PLAIN), None, **options)


def test_options_reach_a_configured_source(tmp_path: Path) -> None:
    """A file can be a source of the config, which is read again at each pull."""
    path = write(tmp_path, "Text;Rating\nCold, rainy;7\n")
    connector = FileConnector.from_options("hotel", {"path": str(path), "best": 10, "listing_name": "Harbor Inn"})
    for _ in range(2):
        [page] = connector.pages(NO_HTTP, {})
        assert (page.listing.key, page.listing.name) == ("file:hotel", "Harbor Inn")
        assert page.cursor == {"path": str(path.resolve())}
        assert page.reviews[0].rating == Rating("7", 7.0, 1.0, 10.0, RatingKind.TEN)
    with pytest.raises(ConfigError, match="path"):
        FileConnector.from_options("hotel", {})


def test_a_configured_file_may_come_later(tmp_path: Path) -> None:
    """A missing file is said by the pull, not by the config."""
    connector = FileConnector.from_options("hotel", {"path": str(tmp_path / "later.csv")})
    with pytest.raises(ConnectorError, match=r"no file .*later\.csv"):
        list(connector.pages(NO_HTTP, {}))


def test_the_source_is_named_by_the_person_or_the_file(tmp_path: Path) -> None:
    """`--source`, else the file's stem; the listing follows."""
    path = write(tmp_path, PLAIN, "harbor inn.csv")
    assert FileConnector.from_file(path, None, {}).source_id == "harbor inn"
    named = FileConnector.from_file(path, "harbor", {})
    [page] = named.pages(NO_HTTP, {})
    assert (named.source_id, page.listing.key, page.listing.platform) == ("harbor", "file:harbor", "none")


def test_rows_may_belong_to_several_listings(tmp_path: Path) -> None:
    """A location column gives each location its own pages, however the rows take turns."""
    rows = "".join(f"Inn {min(number % 4, 1)},Text {number},4\n" for number in range(6_200))
    found = read_text(tmp_path, f"Location,Text,Rating\n{rows},No place,5\n")
    by_listing = {page.listing.key: 0 for page in found.pages}
    for page in found.pages:
        by_listing[page.listing.key] += len(page.reviews)
        assert {review.listing_key for review in page.reviews} <= {page.listing.key}
        assert len(page.reviews) <= PAGE
    assert by_listing == {"file:reviews/Inn 0": 1_550, "file:reviews/Inn 1": 4_650, "file:reviews": 1}


def test_thousands_of_listings_do_not_pile_up(tmp_path: Path) -> None:
    """With more listings than may wait, every review still comes once."""
    rows = "".join(f"Shop {number % 2_500},Text {number},4\n" for number in range(5_000))
    found = read_text(tmp_path, f"Shop,Text,Rating\n{rows}", map={"Shop": "listing"})
    assert len(found.by_id) == 5_000
    assert (found.pages[0].n_done or 0) < (found.pages[-1].n_done or 0)


def test_capabilities_follow_the_file(tmp_path: Path) -> None:
    """A file with ids keeps them, one without does not; absence from a file never proves anything."""
    with_ids = FileConnector.from_file(write(tmp_path, "id,text\n1,Cold\n"), None, {})
    assert isinstance(with_ids, FileWithIds)
    assert with_ids.capabilities.keeps_ids
    without = FileConnector.from_file(write(tmp_path, PLAIN), None, {})
    assert not without.capabilities.keeps_ids
    assert without.capabilities.is_windowed
    assert not any(page.is_complete for page in read(write(tmp_path, PLAIN)).pages)


def test_progress_counts_both_readings_in_bytes(tmp_path: Path) -> None:
    """A file is read twice, so a bar of bytes ends at twice its size; the survey shows signs of life."""
    content = "Text,Rating\n" + "".join(f"Text {number},4\n" for number in range(120_000))
    pages = read_text(tmp_path, content).pages
    done = [page.n_done or 0 for page in pages]
    assert done == sorted(done)
    assert (pages[0].reviews, pages[0].n_total) == ((), 2 * len(content))
    assert 0 < done[0] < len(content)
    assert done[-1] == 2 * len(content)


def _workbook(folder: Path, rows: list[list[Any]], sheet: str = "Reviews") -> Path:
    book = openpyxl.Workbook()
    page = book.create_sheet(sheet, 0)
    for row in rows:
        page.append(row)
    book.create_sheet("About").append(["Nothing here"])
    book.save(folder / "reviews.xlsx")
    return folder / "reviews.xlsx"


def test_excel_is_read_by_sheet(tmp_path: Path) -> None:
    """Numbers, dates and blanks of a sheet come out as in a CSV; rows are named as Excel numbers them."""
    path = _workbook(
        tmp_path,
        [
            [],
            ["Id", "Text", "Rating", "Date", None],
            [12, "Cold soup.", 2, date(2026, 9, 10)],
            [],
            [13.0, "Fine\nthen", 4.5, datetime(2026, 9, 10, 14, 30)],  # noqa: DTZ001 - Excel knows no zones
            [14, "Bad stars", 11.5, None],
            [15, "Too wide", 3, None, "what is this"],
        ],
    )
    found = read(path, best=5)
    first, second = found.reviews
    assert (first.external_id, first.text, first.rating) == ("12", "Cold soup.", Rating("2", 2.0))
    assert (first.created_at, first.created_precision) == (datetime(2026, 9, 10, tzinfo=UTC), Precision.DAY)
    assert (second.external_id, second.text, second.rating) == ("13", "Fine\nthen", Rating("4.5", 4.5))
    assert second.created_at == datetime(2026, 9, 10, 14, 30, tzinfo=UTC)
    assert [where for where, _ in found.problems] == ["row 6", "row 7"]
    assert read(path, sheet="Reviews", best=5).reviews == found.reviews
    with pytest.raises(ConnectorError, match=r"--sheet: “Reviews”, .*“About”"):
        read(path, sheet="Feedback")


def test_excel_files_that_misstate_their_size_are_read_whole(tmp_path: Path) -> None:
    """Some programs write that a sheet ends at A1."""
    path = _workbook(tmp_path, [["Text", "Rating"], ["Cold", 2]])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(b'<dimension ref="A1:B2"', b'<dimension ref="A1:A1"'))
    assert b'ref="A1:B2"' in parts["xl/worksheets/sheet1.xml"]
    assert read(path).reviews[0].rating == Rating("2", 2.0)


def test_excel_without_its_package_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named, and the way without it."""
    path = _workbook(tmp_path, [["Text"], ["Cold"]])
    real = builtins.__import__

    def without_openpyxl(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith("openpyxl"):
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without_openpyxl)
    with pytest.raises(ConnectorError, match=r"pip install 'reviewwatch\[excel\]'"):
        read(path)


@pytest.mark.parametrize(
    "wrap",
    [
        lambda items: items,
        lambda items: {"reviews": items},
        lambda items: {"tags": ["a", "b"], "meta": {"n": 2, "pages": []}, "data": {"list": items}, "next": None},
        lambda items: {"name": "Harbor Inn", "rating": 4.1, "reviews": items},
    ],
)
def test_json_lists_are_found_where_apis_put_them(tmp_path: Path, wrap: Any) -> None:
    """On top, or within objects that say other things before and after."""
    items = [{"text": "Cold", "rating": 2}, {"text": "Warm", "rating": 5, "lang": "en"}]
    content = json.dumps(wrap(items), indent=1)
    found = read_text(tmp_path, content, "answer.json")
    assert (texts(found.reviews), found.problems) == (["Cold", "Warm"], [])


def test_a_single_json_object_is_a_review(tmp_path: Path) -> None:
    """Its own lists, such as replies, are not taken for the reviews."""
    content = json.dumps({"id": 5, "text": "Cold", "replies": [{"text": "Sorry"}]}, indent=2)
    assert texts(read_text(tmp_path, content, "one.json").reviews) == ["Cold"]


def test_json_of_any_length_is_read_in_pieces(tmp_path: Path) -> None:
    """Items may end anywhere in a piece, and be longer than one; numbers and escapes on the border stay whole."""
    items = [
        {"id": number, "text": 'né \U0001f642 \\ " ' * (number % 400), "rating": number % 5 + 1}
        for number in range(1, 1_500)
    ]
    items[700]["text"] = "long " * 60_000
    for content in (json.dumps(items), json.dumps({"n": 1, "items": items}, ensure_ascii=False, indent=2)):
        found = read_text(tmp_path, content, "long.json")
        assert texts(found.reviews) == [item["text"] for item in items]
        assert [review.external_id for review in found.reviews] == [str(item["id"]) for item in items]


@pytest.mark.parametrize("padding", range(65_500, 65_540, 3))
def test_json_values_on_the_border_of_a_piece_stay_whole(tmp_path: Path, padding: int) -> None:
    """A number that goes on in the next piece is one number."""
    content = '{"n":' + " " * padding + '12345678901234567890, "reviews": [{"text": "Cold"}]}'
    assert texts(read_text(tmp_path, content, "border.json").reviews) == ["Cold"]


def test_what_programs_write_into_json_is_read(tmp_path: Path) -> None:
    """NaN, long integers, lone surrogates and raw line breaks do not cost the file."""
    content = (
        '[{"id": 123456789012345678901234567890, "text": "a\\ud800b\nc", "rating": NaN, "votes": null, "lang": true}]'
    )
    [review] = read_text(tmp_path, content, "odd.json").reviews
    assert (review.external_id, review.text) == ("123456789012345678901234567890", "a\ufffdb\nc")
    assert review.notes == ("some characters could not be read; they stand as \ufffd",)


def test_json_columns_do_not_depend_on_the_first_item(tmp_path: Path) -> None:
    """Every name that any item has is a column, so that a first item without a rating does not hide it."""
    content = "".join(json.dumps(item) + "\n" for item in ({"text": "Cold"}, {"text": "Warm", "rating": 5}))
    assert [review.rating for review in read_text(tmp_path, content).reviews] == [None, Rating("5", 5.0)]


def test_tsv_and_json_say_the_same(tmp_path: Path) -> None:
    """The format is not part of what a review is: ids included, both give the same reviews."""
    rows = [{"author": "Ines", "text": "Cold,\tsoup", "rating": "2", "date": "2026-09-10 10:00:00"}]
    buffer = io.StringIO('author\ttext\trating\tdate\nInes\t"Cold,\tsoup"\t2\t2026-09-10T10:00:00Z\n')
    csv_reviews = read_text(tmp_path, buffer.getvalue(), "reviews.tsv").reviews
    assert csv_reviews == read_text(tmp_path, json.dumps(rows), "reviews.json").reviews
