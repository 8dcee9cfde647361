"""What holds for every text, however it looks: found by throwing texts at the layouts."""

import time
from itertools import pairwise

import pytest
import segment_golden as golden
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.model import BlockKind, Document
from kg.segment import LAYOUTS, segment
from kg.segment.lines import lines_of

LINES = sorted({line for page in golden.pages() for line in golden.read(page).splitlines()})
PIECES = [
    "8/10",
    "★★★½",
    "Rated 3 May 2011",
    "73",
    "36th",
    "- Director: ",
    "| a = {{ubl|",
    "}}",
    "==",
    "# ",
    "Cast",
    "* ",
]
PIECES += [
    "Ann Lee",
    "film_fan88 ",
    " as ",
    "R | 13 July 2007 (USA)",
    "By ",
    "<br>",
    "[edit]",
    "“",
    "\u2028",
    "\ufeff",
    "\x85",
]

any_text = st.text()
mixed_lines = st.lists(st.sampled_from(LINES) | st.text(max_size=40), max_size=30).map("\n".join)
mixed_pieces = st.lists(st.sampled_from(PIECES) | st.sampled_from("\n\n\r\t aA1.:"), max_size=40).map("".join)


def check(text: str) -> None:
    segmentation = segment(Document("page", text))
    end = 0
    for block in segmentation.blocks:
        assert end <= block.span.start < block.span.end <= len(text)
        assert block.span.of(text) == block.span.of(text).strip()
        assert block.value is None or block.value in block.span
        assert (block.kind is BlockKind.FIELD) == (block.value is not None)
        many_lines = block.kind in {BlockKind.FIELD, BlockKind.REVIEW} or block.label == "aggregate"
        assert many_lines or not set("\n\r") & set(block.span.of(text))
        end = block.span.end


@given(any_text)
def test_any_text_has_sound_blocks(text: str) -> None:
    check(text)


@given(mixed_lines)
@settings(max_examples=300)
def test_any_mixture_of_lines_has_sound_blocks(text: str) -> None:
    check(text)


def test_values_of_one_key_beside_a_bar_do_not_overlap() -> None:
    check("- Director: 8/10<br>R | 13 July 2007 (USA)")


@given(mixed_pieces)
@settings(max_examples=300)
def test_any_mixture_of_marks_has_sound_blocks(text: str) -> None:
    check(text)


@given(mixed_lines)
@example("- Bo Vance\nGenres - Drama | Countries - Spain\n- Bo Vance\n- Bo Vance")
def test_every_layout_can_mark_pages_of_all_others(text: str) -> None:
    for layout in LAYOUTS:
        blocks = sorted(layout.mark(lines_of(text)), key=lambda block: block.span)
        assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))


@given(any_text)
def test_lines_are_cut_out_of_the_text_and_leave_nothing_out(text: str) -> None:
    lines = lines_of(text)
    assert all(line.span.of(text) == line.text for line in lines)
    between = [text[a.span.end : b.start] for a, b in pairwise(lines)]
    assert not any(c.isalnum() for gap in between for c in gap)


@pytest.mark.parametrize(
    "unit", ["Ann Lee Bo is good.\n", "Directed by\n", "== A ==\n- b as C\n", "| a = {{\n", "Aa ", "* ", "★ "]
)
def test_time_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    def seconds(count: int) -> float:
        page = Document("page", "\n" * count + unit * count)  # places of their own, or found lines would be remembered
        start = time.process_time()
        segment(page)
        return time.process_time() - start

    small = min(seconds(count) for count in (1000, 1001, 1002))
    assert seconds(10_000) < 40 * max(small, 0.005)
