"""Words that stand out in a text are found where a pattern made for them would find them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexis.occurrences import occurrences

letters = st.text(alphabet="aB_- ’", max_size=30)


@given(text=letters, words=st.text(alphabet="aB ", min_size=1, max_size=3), cut=st.tuples(*[st.integers(0, 30)] * 2))
@pytest.mark.parametrize(("joints", "letter"), [("_", r"\w"), ("_-", r"[\w-]"), ("", r"[^\W_]")])
def test_they_are_those_that_a_pattern_finds(
    joints: str, letter: str, text: str, words: str, cut: tuple[int, int]
) -> None:
    start, end = min(cut), min(max(cut), len(text))
    pattern = re.compile(rf"(?<!{letter}){re.escape(words)}(?!{letter})")
    found = [(span.start, span.end) for span in occurrences(text, words, start, end, joints)]
    assert found == [match.span() for match in pattern.finditer(text, start, end)]
