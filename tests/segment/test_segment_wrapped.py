"""Lines that were broken at one width are joined again; all other lines stay."""

from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.segment import unwrapped

PROSE = (
    "A widowed pilot takes in a runaway and teaches her to read the weather over one long winter, and what they do not say"
    " to each other is what the film is about. Jonas Hale plays the pilot as a man who has run out of small talk, and"
    " Petra Voss, in her first part, answers him look for look until the last shot, which I will not give away here."
)
LIST = """Directed by Marta Lindqvist and her two sisters
Written by Ines Ferrer
Music by the Lindhaven Philharmonic Orchestra
Running time: 96 minutes
Country: Spain, with money from four others
"""


@pytest.mark.parametrize("width", [45, 60, 72, 80])
def test_a_paragraph_becomes_one_line(width: int) -> None:
    assert (
        unwrapped(f"Low Tide\n\n{fill(PROSE, width)}\n\n{fill(PROSE, width)}\n") == f"Low Tide\n\n{PROSE}\n\n{PROSE}\n"
    )


REVIEWS = "\n\n".join(
    f"Harriet\n5.0 out of 5 stars {n}\nReviewed in the far north on {n} April 2019\n{PROSE}" for n in range(4)
)


@pytest.mark.parametrize("text", ["", LIST, f"{PROSE}\n{PROSE}\n", f"{PROSE}\n\n{LIST}", REVIEWS])
def test_other_lines_stay(text: str) -> None:
    assert unwrapped(text) == text


@given(st.text(alphabet="ab .\n-", max_size=400))
def test_nothing_but_line_ends_is_changed(text: str) -> None:
    joined = unwrapped(text)
    assert len(joined) == len(text)
    assert all(a == b or (a, b) == ("\n", " ") for a, b in zip(text, joined, strict=True))
