"""Texts in small letters get the capitals by which names are known, and no text changes its length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexis.lexemes import UNKNOWN, kinds, lexeme
from kg.segment import cased


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "ok so i saw low tide and steven brennan was great in it.",
            "Ok so I saw Low Tide and Steven Brennan was great in it.",
        ),
        ("low tide (1951)\n\nthe harbour scenes! i cried", "Low Tide (1951)\n\nThe Harbour Scenes! I Cried"),
        (
            "tonight we finally watched the salt ledger. it drags on and on",
            "Tonight we finally watched The Salt Ledger. It drags on and on",
        ),
        (
            "he'd be lost without paul, wouldn't he? i'm not sure he'd agree at all",
            "He'd be lost without Paul, wouldn't he? I'm not sure he'd agree at all",
        ),
    ],
)
def test_what_a_careful_writer_would_have_written_large(text: str, read: str) -> None:
    assert cased(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "Low Tide (1951) is a drama by Ana Ruiz.\nsee also",
        "ANA RUIZ SHINES\n\nLow Tide is her best film, a quiet one about a harbour and those who left it.",
        "",
        "1951",
    ],
)
def test_a_text_with_capitals_stays_as_it_is(text: str) -> None:
    assert cased(text) == text


def test_a_line_without_any_stands_among_others() -> None:
    text = "Low Tide\n\nSusan, Leeds: Loved it.\n\nmy brother says steven brennan is the worst thing in it"
    assert cased(text).endswith("My brother says Steven Brennan is the worst thing in it")


def test_data_below_the_prose_stay_as_they_are() -> None:
    data = "[json-ld] Movie\n  name: low tide\n  actor: steven brennan"
    assert cased(f"i saw low tide\n\n{data}") == f"I Saw Low Tide\n\n{data}"


def test_a_long_text_takes_no_longer_than_its_length_asks() -> None:
    assert cased("watched the " * 20_000).startswith("Watched ")


@given(st.text())
def test_only_letters_change_and_only_to_their_capitals(text: str) -> None:
    assert len(cased(text)) == len(text)
    assert cased(text).casefold() == text.casefold()


def test_english_at_large_tells_names_from_words() -> None:
    assert lexeme("steven").capital > 0 > lexeme("table").capital
    assert lexeme("the").rarity < lexeme("harbour").rarity < lexeme("qwrtzpsd").rarity
    assert lexeme("qwrtzpsd") == UNKNOWN
    assert lexeme("Steven").cluster == lexeme("Nicolas").cluster != lexeme("Harbour").cluster


def test_kinds_of_words_without_letters_are_none() -> None:
    assert not list(kinds("?!"))
