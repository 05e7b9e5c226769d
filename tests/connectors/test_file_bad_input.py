"""Files that are damaged, hostile or not what they seem: a clear report, the good rows kept, memory flat."""

from __future__ import annotations

import gzip
import io
import json
import time
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reviewwatch_connectors.file import FileConnector, json_stream
from reviewwatch_connectors.file.sniff import look

from reviewwatch.errors import AccessError, ConnectorError
from tests.connectors.filing import NO_HTTP, Read, read, read_text, texts, write

HEADER = "Author,Text,Rating,Date\n"


def _zip(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"),
        (b" \r\n\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "a PNG picture"),
        (b"%PDF-1.7 stuff", "a PDF document; export"),
        (gzip.compress(b"Text,Rating\n", mtime=0), "a gzip archive; unpack"),
        (_zip("reviews.csv", b"Text\nCold\n"), "a ZIP archive; unpack"),
        (b"PK\x03\x04 torn", "damaged ZIP archive or Excel file"),
        (_zip("xl/workbook.xml", b"<torn"), "damaged Excel file"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "Excel file of the old kind"),
        (b"SQLite format 3\0" + bytes(100), "SQLite database"),
        (bytes(range(1, 32)) * 200, "control characters"),
        (b"[]", "no objects"),
        (b'{"reviews": ', "cut"),
        (b"[1, 2, 3]", "not an object"),
        (b"A,B\n", "no column looks like"),
    ],
)
def test_what_is_no_table_is_named(tmp_path: Path, content: bytes, why: str) -> None:
    """The error says what the file seems to be and, where there is one, the way out."""
    with pytest.raises(ConnectorError, match=why) as caught:
        read_text(tmp_path, content)
    assert len(str(caught.value)) < 300


def test_missing_files_and_folders_are_said(tmp_path: Path) -> None:
    """Each by its path."""
    with pytest.raises(ConnectorError, match="there is no file"):
        read(tmp_path / "none.csv")
    with pytest.raises(ConnectorError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(ConnectorError, match="no plain file"):
        read(Path("/dev/zero"))


def test_a_forbidden_file_is_an_access_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The source is paused until somebody mends the permissions."""
    path = write(tmp_path, HEADER)
    real = Path.open

    def refused(self: Path, *args: str, **kwargs: str) -> object:
        if self == path:
            raise PermissionError(13, "Permission denied")
        return real(self, *args, **kwargs)  # type: ignore[call-overload] # passed on as it came

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(AccessError, match="permissions"):
        read(path)


def test_a_header_without_rows_is_an_empty_page(tmp_path: Path) -> None:
    """Nothing to read is not an error; one page says so."""
    found = read_text(tmp_path, HEADER)
    assert (len(found.pages), found.reviews, found.problems) == (1, [], [])


def test_bad_rows_are_reported_by_line_and_good_ones_kept(tmp_path: Path) -> None:
    """Lines are the file's own, quoted line breaks and blank lines counted."""
    content = (
        HEADER
        + 'Ines,"Two\nlines",4,2026-09-10\n'  # lines 2 and 3
        + "Odo,Fine,great,2026-09-10\n"
        + "\n"
        + "Bela,Fine,6,2026-09-10\n"
        + "Noor,Fine,4,someday\n"
        + "Mina,,,2026-09-10\n"
        + "Yara,Fine,4,2026-09-10,one,more\n"
        + "Lupe,Fine\n"
        + ",,,\n"
        + "Kofi,Last,5,2026-09-10,,\n"
    )
    found = read_text(tmp_path, content, best=5)
    assert texts(found.reviews) == ["Two\nlines", "Last"]
    assert found.problems == [
        ("line 4", "“great” is not a rating"),
        ("line 6", "rating “6” is not within 1 to 5; name the scale if it is another one"),
        ("line 7", "“someday” is not a date or time"),
        ("line 8", "it holds neither a text nor a rating"),
        ("line 9", "it has 6 cells where the header names 4; a text that holds the delimiter needs quotes"),
        ("line 10", "it has 2 cells where the header names 4; a text that holds the delimiter needs quotes"),
    ]


def test_cells_that_nobody_reads_may_be_missing(tmp_path: Path) -> None:
    """Spreadsheets drop empty cells at the end of a row."""
    assert texts(read_text(tmp_path, "Text,Internal,Notes\nCold\nWarm,x\n").reviews) == ["Cold", "Warm"]


def test_an_open_quote_costs_one_row(tmp_path: Path) -> None:
    """What it would swallow, up to the next quote, is read all the same, with the right lines."""
    content = HEADER + 'Ines,"Cold soup,2,2026-09-10\nOdo,"Warm, nice",5,2026-09-11\nBela,Fine,4,2026-09-12\n'
    found = read_text(tmp_path, content)
    assert texts(found.reviews) == ["Warm, nice", "Fine"]
    assert found.problems == [("line 2", "a quote opens in this row and does not close; the rows after it were read")]


def test_an_open_quote_at_the_end_costs_one_row(tmp_path: Path) -> None:
    """Where no quote follows, the end of the file tells it."""
    rows = "".join(f"Odo,Text {number},4,2026-09-11\n" for number in range(40))
    found = read_text(tmp_path, f'{HEADER}{rows}Ines,"Cold soup,2,2026-09-10\n{rows}')
    assert len(found.reviews) == 80
    assert found.problems == [
        ("line 42", "a quote opens in this row and the file ends before it closes; the file may be cut")
    ]


def test_quotes_in_a_plain_text_are_kept(tmp_path: Path) -> None:
    """Badly written but clear: the row counts."""
    assert texts(read_text(tmp_path, 'Text,Rating\nThe 6" pan,4\n"Said "hi" to me",5\n').reviews) == [
        'The 6" pan',
        'Said hi" to me"',
    ]


@pytest.mark.parametrize("cut", range(8, 60, 3))
def test_a_cut_csv_keeps_what_is_whole(tmp_path: Path, cut: int) -> None:
    """Cut anywhere, the rows before the cut are there and what is cut is reported or simply shorter."""
    whole = 'Text,Rating\n"First, text",4\n"Second, text",5\n"Third, text",1\n'
    found = read_text(tmp_path, whole[:cut], map={"Text": "text"})
    n_whole = whole[:cut].count("\n") - 1
    assert texts(found.reviews)[:n_whole] == ["First, text", "Second, text", "Third, text"][: max(n_whole, 0)]
    assert len(found.reviews) + len(found.problems) <= n_whole + 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.data())
def test_cut_json_keeps_what_is_whole(tmp_path: Path, data: st.DataObject) -> None:
    """In a list, each item before the cut is read and the place of the cut is named."""
    items = [{"text": f"Text {number} \\ \U0001f642", "rating": number} for number in range(1, 5)]
    whole = json.dumps(items, ensure_ascii=data.draw(st.booleans()))
    cut = data.draw(st.integers(whole.index("}") + 1, len(whole) - 1))
    found = read_text(tmp_path, whole[:cut], "cut.json")
    n_whole = whole[:cut].count("}")
    assert texts(found.reviews) == [item["text"] for item in items[:n_whole]]
    assert [where for where, _ in found.problems] == [f"item {n_whole + 1}"]
    assert "the file may be cut" in found.problems[0][1]


def test_broken_json_is_said_where_it_breaks(tmp_path: Path) -> None:
    """A list is read up to the break; of JSON lines only the broken one is lost."""
    in_list = read_text(tmp_path, '[{"text": "A"}, {"text": B}, {"text": "C"}]', "broken.json")
    assert texts(in_list.reviews) == ["A"]
    assert in_list.problems[0][0] == "item 2"
    content = '{"text": "A"}\n{"text": B}\n\n[1]\n{"text": "C"}\n' + "[" * 200_000 + '\n{"text": "D"'
    by_line = read_text(tmp_path, content, "broken.jsonl")
    assert texts(by_line.reviews) == ["A", "C"]
    assert [where for where, _ in by_line.problems] == ["line 2", "line 4", "line 6", "line 7"]


def test_deeply_nested_json_is_refused(tmp_path: Path) -> None:
    """A tower of brackets is a problem of its item, not a crash."""
    with pytest.raises(ConnectorError, match="nested too deeply"):
        read_text(tmp_path, "[" * 200_000, "deep.json")
    found = read_text(tmp_path, '[{"text": "A"}, {"text": ' + '{"a":' * 200_000, "deep.json")
    assert (texts(found.reviews), found.problems[0][0]) == (["A"], "item 2")


def test_nul_bytes_and_bad_bytes_leave_a_note(tmp_path: Path) -> None:
    """They become U+FFFD on the reviews that hold them; the others are untouched."""
    content = b"Text,Rating\nA\0b,1\n" + "Schön déjà vu,5\n".encode() + b"Bad \xff byte,4\nFine,3\n"
    found = read_text(tmp_path, content)
    assert texts(found.reviews) == ["A\ufffdb", "Schön déjà vu", "Bad \ufffd byte", "Fine"]
    note = ("some characters could not be read; they stand as \ufffd",)
    assert [review.notes for review in found.reviews] == [note, (), note, ()]
    assert found.notes == ["the text is UTF-8 but for one place, which reads \ufffd"]


def test_a_word_of_200_kb_is_a_review(tmp_path: Path) -> None:
    """Beyond the csv module's usual limit, and kept whole."""
    word = "x" * 200_000
    assert texts(read_text(tmp_path, f"Text,Rating\n{word},1\nFine,5\n").reviews) == [word, "Fine"]


@pytest.mark.parametrize("name", ["endless.csv", "endless.jsonl"])
def test_an_endless_line_is_passed_over(tmp_path: Path, name: str) -> None:
    """Nine megabytes in one line are reported, and the line after them is read."""
    rows = ("Text,Rating\n", "x" * 9_000_000 + ",4\n", "Fine,5\n")
    if name.endswith("jsonl"):
        rows = ('{"text": "A"}\n', '{"text": "' + "x" * 9_000_000 + '"}\n', '{"text": "Fine"}\n')
    found = read_text(tmp_path, "".join(rows), name)
    assert texts(found.reviews)[-1] == "Fine"
    assert found.problems == [("line 2", "it is longer than 4,000,000 characters")]


@pytest.mark.parametrize(
    ("item", "why"),
    [
        ('{"text": "' + 'x\\"' * 1_500_000 + '"}', "it is longer than 4,000,000 characters"),
        ('{"text": ' + "[" * 100_000 + "]" * 100_000 + "}", "it is nested too deeply"),
        ('{"rating": ' + "9" * 5_000 + "}", "Exceeds the limit"),
    ],
    ids=["endless", "deep", "digits"],
)
def test_an_item_that_cannot_be_held_is_passed_over(tmp_path: Path, item: str, why: str) -> None:
    """Named by its number, and those after it are read, as in a file of lines."""
    found = read_text(tmp_path, f'{{"data": [{{"text": "A"}}, {item}, {{"text": "Fine"}}]}}', "reviews.json")
    assert texts(found.reviews) == ["A", "Fine"]
    assert [where for where, _ in found.problems] == ["item 2"]
    assert why in found.problems[0][1]


def test_what_stands_before_the_list_may_be_endless(tmp_path: Path) -> None:
    """A picture in the head of an answer is no review, and holds none up."""
    content = '{"logo": "' + "x" * 5_000_000 + '", "reviews": [{"text": "Fine"}]}'
    found = read_text(tmp_path, content, "reviews.json")
    assert (texts(found.reviews), found.problems) == (["Fine"], [])


def test_an_endless_item_that_never_ends_is_a_cut_file(tmp_path: Path) -> None:
    """What was read before it is kept."""
    found = read_text(tmp_path, '[{"text": "A"}, {"text": "' + "x" * 5_000_000, "reviews.json")
    assert texts(found.reviews) == ["A"]
    assert [(where, "may be cut" in why) for where, why in found.problems] == [("item 2", True)]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.sampled_from('a"\\\n{}[],: é'), max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=9,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(
    items=st.lists(st.dictionaries(st.text(max_size=3), JSON, max_size=3), min_size=1, max_size=6),
    chunk=st.integers(1, 40),
)
def test_exactly_the_items_beyond_the_limit_are_passed_over(
    tmp_path: Path, items: list[dict[str, Any]], chunk: int
) -> None:
    """Wherever the pieces of the file end, each item is read or named, by its own length alone."""
    path = write(tmp_path, json.dumps(items, ensure_ascii=False), "reviews.json")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(json_stream, "MAX_RECORD", 40)
        patched.setattr(json_stream, "_CHUNK", chunk)
        with closing(json_stream.JsonStream(look(path))) as stream:
            found = list(stream.items())
    is_long = [len(json.dumps(item, ensure_ascii=False)) > 40 for item in items]
    assert [isinstance(item, json_stream.Unread) for item in found] == is_long
    assert [item for item in found if not isinstance(item, json_stream.Unread)] == [
        item for item, long in zip(items, is_long, strict=True) if not long
    ]


def test_memory_stays_flat_over_an_endless_item(tmp_path: Path) -> None:
    """Three times the length takes no more memory."""
    peaks = []
    for n in (9_000_000, 27_000_000):
        path = write(tmp_path, '[{"text": "A"}, {"text": "' + "x" * n + '"}, {"text": "Fine"}]', "reviews.json")
        tracemalloc.start()
        found = read(path)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert texts(found.reviews) == ["A", "Fine"]
    assert peaks[1] < peaks[0] * 1.1


def test_a_hundred_thousand_columns_are_refused_at_once(tmp_path: Path) -> None:
    """The error counts them and does not list them; JSON objects with as many names fare the same."""
    names = [f"column {number}" for number in range(100_000)]
    started = time.process_time()
    with pytest.raises(ConnectorError, match="names 100,000 columns") as caught:
        read_text(tmp_path, ",".join(["text", *names[1:]]) + "\n" + "," * 99_999 + "\n")
    assert len(str(caught.value)) < 300
    with pytest.raises(ConnectorError, match="more than 2,000 names"):
        read_text(tmp_path, json.dumps([dict.fromkeys(names, "x")]), "wide.json")
    with pytest.raises(ConnectorError, match=r"“c0”, “c1”.*and 1,480 more"):
        read_text(tmp_path, ",".join(f"c{number}" for number in range(1_500)) + "\n")
    assert time.process_time() - started < 20


def test_a_header_may_name_a_column_twice(tmp_path: Path) -> None:
    """The first is read, and the report says so."""
    found = read_text(tmp_path, "Text,Text,Rating\nFirst,Second,4\n")
    assert texts(found.reviews) == ["First"]
    assert "the column “Text” stands more than once; the first was read" in found.notes


def test_ambiguous_dates_stop_the_file_with_the_way_out(tmp_path: Path) -> None:
    """Where no date proves the order, nothing is read; said, everything is."""
    content = "Text,Date\nA,9/10/2026\nB,1/2/2026\n"
    with pytest.raises(ConnectorError, match="--dates dmy"):
        read_text(tmp_path, content)
    dates = [review.created_at for review in read_text(tmp_path, content, dates="mdy").reviews]
    assert [(date.month, date.day) for date in dates if date] == [(9, 10), (1, 2)]


def test_the_order_of_updates_is_proven_as_that_of_dates(tmp_path: Path) -> None:
    """Any of the two columns may need the order, and any may prove it."""
    found = read_text(tmp_path, "Text,Date,Updated\nA,2026-09-01,9/10/2026\nB,2026-09-01,9/13/2026\n")
    assert [(date.month, date.day) for review in found.reviews if (date := review.updated_at)] == [(9, 10), (9, 13)]


def test_an_ambiguous_date_among_clear_ones_is_one_bad_row(tmp_path: Path) -> None:
    """Where the others need no order, or prove both, only the ambiguous rows are reported."""
    among_clear = read_text(tmp_path, "Text,Date\nA,9/10/2026\nB,2026-02-01\n")
    assert (texts(among_clear.reviews), [where for where, _ in among_clear.problems]) == (["B"], ["line 2"])
    both_ways = read_text(tmp_path, "Text,Date,Updated\nA,25/12/2026,\nB,12/25/2026,\nC,2026-01-01,1/2/2026\n")
    assert (texts(both_ways.reviews), [where for where, _ in both_ways.problems]) == (["A", "B"], ["line 4"])


def test_problems_beyond_a_thousand_are_counted(tmp_path: Path) -> None:
    """A file of garbage must not fill memory and screen with its report."""
    found = read_text(tmp_path, "Text,Rating\n" + "x,bad\n" * 3_000 + "Fine,4\n")
    assert texts(found.reviews) == ["Fine"]
    assert len(found.problems) == 1_001
    assert found.problems[-1] == ("file", "2,000 more lines could not be read; mend the first ones and import it again")


@pytest.mark.parametrize("name", ["large.csv", "large.jsonl", "large.json"])
def test_memory_is_flat(tmp_path: Path, name: str) -> None:
    """Three times the rows take no more memory, pages being dropped as they are read."""
    peaks = []
    for n in (12_000, 36_000):
        connector = FileConnector.from_file(write(tmp_path, "".join(_rows(n, name)), name), None, {})
        tracemalloc.start()
        n_read = sum(len(page.reviews) for page in connector.pages(NO_HTTP, {}))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert n_read == n
    assert peaks[1] < peaks[0] * 1.25


def _rows(n: int, name: str) -> Iterator[str]:
    items = (
        {"author": f"A{number}", "date": f"2026-09-10T10:{number % 60:02}:00Z", "text": f"{number} " * 100}
        for number in range(n)
    )
    if name.endswith("csv"):
        yield "Author,Date,Text\n"
        yield from (",".join(item.values()) + "\n" for item in items)
    elif name.endswith("jsonl"):
        yield from (json.dumps(item) + "\n" for item in items)
    else:
        yield "[" + ",\n".join(json.dumps(item) for item in items) + "]"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["x.csv", "x.json", "x.jsonl"]))
def test_no_bytes_crash_a_reading(tmp_path: Path, content: bytes, name: str) -> None:
    """Whatever stands after a good header or list, the outcome is rows, problems or one of our errors."""
    start = {"x.csv": b"text,rating,date\n", "x.json": b'[{"text": "A"},', "x.jsonl": b'{"text": "A"}\n'}[name]
    try:
        found: Read | None = read_text(tmp_path, start + content, name)
    except ConnectorError:
        found = None
    assert found is None or all(why and where for where, why in found.problems)
