"""A prefiltered pattern finds what `re` finds, be it made up here or one of the package's own."""

import gc
import re
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate import load_recogniser
from kg.lexis.prefilter import Prefiltered, prefiltered
from kg.lexis.required import folded, required
from kg.model import Document
from kg.pipeline.studying import study
from kg.read import read

SEEDS = Path(__file__).parents[2] / "seeds"
PATTERNS = [
    r"directed\sby",
    r"\b(?:star(?:s|red)|feature[sd]?)\b",
    r"(?<!\bart\s)\bdirector\b",
    r"(?:also\s|then\s)*written\s(?:and\s)?by",
    r"(?:very|most)?\s?dark",
    r"[Tt]he\s(?=old|new)",
    r"(?i:remake)\s(?:of|to)|based\son",
    r"\w+ly\sfilmed",
    r"(?P<year>19\d\d)\sfilm",
    r"film$|^film",
    r"no(?!\sfilm)",
    r"(?:ab|abc)d?(?=e)",
    r"x*y",
    r"",
]
words = st.sampled_from(
    [
        "directed",
        "by",
        "stars",
        "starred",
        "feature",
        "features",
        "art",
        "director",
        "also",
        "then",
        "written",
        "and",
        "very",
        "most",
        "dark",
        "the",
        "The",
        "old",
        "new",
        "remake",
        "REMAKE",
        "of",
        "based",
        "on",
        "Based",
        "badly",
        "filmed",
        "1950",
        "film",
        "no",
        "ab",
        "abc",
        "abcde",
        "x",
        "xxy",
        "ſtars",
        "İn",
        "é",
        "\n",
    ]
)
texts = st.lists(words, max_size=12).map(" ".join)


def spans(pattern: "re.Pattern[str] | Prefiltered", text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text, start, end)]


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@given(text=texts, cut=st.tuples(st.integers(0, 12), st.integers(0, 80)))
def test_it_finds_what_re_finds(pattern: str, flags: int, text: str, cut: tuple[int, int]) -> None:
    plain, quick = re.compile(pattern, flags), prefiltered(pattern, flags)
    start, end = cut
    assert spans(quick, text, start, end) == spans(plain, text, start, end)
    first, expected = quick.search(text, start, end), plain.search(text, start, end)
    assert (first and first.span()) == (expected and expected.span())


@pytest.mark.parametrize(
    ("pattern", "words", "first"),
    [
        (r"\bdirected\sby\b", {"directed by"}, True),
        (r"[Tt]he\s(?:old|new)er", {"the older", "the newer"}, True),
        (r"(?:also\s)*shot\b", {"also ", "shot"}, True),
        (r"star|stars", {"star"}, True),
        (r"\w+\sfilm(?:s|ed)?", {" film"}, False),
        (r"\d+(?=\sminutes)", {" minutes"}, False),
        (r"(?:re)?made", {"remade", "made"}, True),
        (r"[Tt]he\s(?:\w+\s)*remakes", {"remakes"}, False),
        (r"remake\s\w+\sof", {"remake "}, True),
        (r"[A-Z]\w+['’]", {"'", "’"}, False),
    ],
)
def test_the_words_are_read_off_the_pattern(pattern: str, words: set[str], first: bool) -> None:
    assert required(pattern) == (words, first)


@pytest.mark.parametrize("pattern", [r"\d+", r"(?:film)?", r"a|film", r"\b", r"(?!film)\w+"])
def test_a_pattern_without_words_has_none(pattern: str) -> None:
    assert required(pattern) is None


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(folded(text)) == len(text)


@given(st.characters(), st.sampled_from("iskx "))
def test_folding_makes_one_of_what_ignorecase_takes_for_one(letter: str, other: str) -> None:
    if re.fullmatch(re.escape(other), letter, re.IGNORECASE):
        assert folded(letter) == folded(other)


def test_the_own_patterns_find_what_re_finds() -> None:
    documents = [d for d in read([str(SEEDS)]) if isinstance(d, Document)]
    recogniser = load_recogniser(None)
    for document in documents:
        study(document, recogniser)  # makes the patterns that are made when they are first asked for
    patterns = [made for made in gc.get_objects() if isinstance(made, Prefiltered)]
    assert len(patterns) > 50
    for document in documents:
        text = document.text
        cuts = [0, *(m.end() for m in re.finditer(r"\.\s|\n", text)), sys.maxsize]
        for pattern in patterns:
            for start, end in pairwise(cuts):
                assert spans(pattern, text, start, end) == spans(pattern.plain, text, start, end), pattern.plain.pattern
