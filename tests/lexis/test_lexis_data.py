"""The notation of structured data: what is written is read back, at places whose words are those."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexis.data import SYNTAXES, Datum, one_line, read_data, titled, write_data

KEYS = st.text(string.ascii_letters, min_size=1, max_size=8).map(lambda s: s[0].lower() + s[1:])
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"])).map(one_line)


def nested(depth: int) -> st.SearchStrategy[Datum]:
    within = st.lists(nested(depth - 1), max_size=3).map(tuple) if depth else st.just(())
    return st.builds(Datum, KEYS, WORDS, within)


THINGS = st.builds(
    Datum,
    st.sampled_from(SYNTAXES),
    st.sampled_from(["Movie", "Book"]),
    st.lists(nested(3), min_size=1, max_size=4).map(tuple),
)


@given(st.lists(THINGS, max_size=3), st.sampled_from(["", "A page.\n\n", "[json-ld] is a form of data.\n"]))
def test_what_is_written_is_read_back_at_its_place(things: list[Datum], above: str) -> None:
    text = above + write_data(things)
    read = [datum for datum, _ in read_data(text)]
    assert read == things
    for datum in read:
        for each in every(datum):
            assert each.span
            assert each.span.of(text) == f"{each.key}: {each.value}".strip()
            assert not each.value or each.words.of(text) == each.value


def every(datum: Datum) -> list[Datum]:
    return [each for inner in datum.within for each in (inner, *every(inner))]


def test_a_thing_ends_where_the_lines_are_no_more_of_its_form() -> None:
    text = "[rdfa] Movie\n  name: Low Tide\nSaid by: nobody\n  name: Ebb\n"
    ((datum, span),) = read_data(text)
    assert [d.value for d in datum.within] == ["Low Tide"]
    assert span.of(text) == "[rdfa] Movie\n  name: Low Tide"


@pytest.mark.parametrize(
    "text", ["[json-ld] Movie", " [json-ld] Movie\n  name: x", "[html] Movie\n  name: x", "[rdfa]\n  name: x"]
)
def test_other_lines_are_no_data(text: str) -> None:
    assert not list(read_data(text))


@pytest.mark.parametrize(
    ("name", "title", "year"),
    [
        ("Low Tide", "Low Tide", None),
        ("Low Tide (2001)", "Low Tide", "2001"),
        ("1999 (1998)", "1999", "1998"),
        ("(1998)", "(1998)", None),
    ],
)
def test_a_year_behind_a_title_is_no_part_of_it(name: str, title: str, year: str | None) -> None:
    text = f"[rdfa] Movie\n  name: {name}"
    ((datum, _),) = read_data(text)
    span, dated = titled(datum.within[0])
    assert span.of(text) == title
    assert (dated and dated.of(text)) == year
