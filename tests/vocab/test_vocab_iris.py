"""IRIs: one name, one IRI, whatever the script, and always one that Turtle can write with a prefix."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from slugify import slugify

from kg.vocab import DEFAULT_BASE, BaseIri, slug
from kg.vocab.iris import last_level, short_hash

BASE = BaseIri()
LOCAL = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee", "ann-lee"),
        ("Ann O'Neill", "ann-oneill"),
        ("Ann O’Neill", "ann-oneill"),
        ("Jürgen Ångström", "jurgen-angstrom"),
        ("Łódź & Kraków", "lodz-krakow"),
        ("Тихий Дон", "tikhii-don"),
        ("  THE  Salt-Road!  ", "the-salt-road"),
        ("2046", "2046"),
    ],
)
def test_words_become_lower_case_ascii(text, expected):
    assert slug(text) == expected


@given(st.text(alphabet="azAZ09 .:!?/()'’-", min_size=1).filter(lambda text: any(map(str.isalnum, text))))
def test_plain_names_are_written_as_all_others(text):
    assert slug(text) == slugify(text, replacements=[["’", ""], ["'", ""]])


@given(st.text(min_size=1))
@example("…")
@example("�")
def test_every_text_has_a_slug_that_can_end_a_prefixed_name(text):
    assert LOCAL.fullmatch(slug(text))
    assert "--" not in slug(text)


@given(st.text(min_size=1))
def test_composed_and_decomposed_letters_are_one(text):
    assert slug(unicodedata.normalize("NFC", text)) == slug(unicodedata.normalize("NFD", text))


def test_names_without_letters_are_told_apart():
    assert slug("…") != slug("!?")
    assert slug("…").startswith("x")


def test_long_names_are_cut_and_told_apart():
    one, two = slug("very " * 50 + "long"), slug("very " * 50 + "short")
    assert one != two
    assert len(one) < 150


def test_parts_are_joined_on_one_level_and_empty_ones_dropped():
    assert BASE.mint("role", "The Salt Road 1999", "Ann Lee", "") == DEFAULT_BASE + "role/the-salt-road-1999--ann-lee"
    assert BASE.join("role", "the-salt-road-1999", "ann-lee", "") == DEFAULT_BASE + "role/the-salt-road-1999--ann-lee"
    assert last_level(BASE.mint("movie", "Low Tide", "2001")) == "low-tide--2001"


def test_other_bases():
    assert BaseIri("http://films.example/id/").mint("person", "Ann Lee") == "http://films.example/id/person/ann-lee"


@pytest.mark.parametrize(
    "base",
    [
        "https://example.org/kg",
        "https://example.org/kg#",
        "https://example.org/#/",
        "example.org/kg/",
        "https://a b/",
        "",
    ],
)
def test_a_base_is_absolute_and_ends_with_a_slash(base):
    with pytest.raises(ValueError, match=r"base IRI ends with /|no absolute IRI"):
        BaseIri(base)


def test_hashes_of_different_lists_differ():
    assert short_hash("a", "bc") != short_hash("ab", "c") != short_hash("abc")
    assert re.fullmatch("[0-9a-f]{16}", short_hash("a\ud800"))
