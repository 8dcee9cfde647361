"""Invented pages of every form, and the blocks that they have to give (segment_golden.py explains the files)."""

from pathlib import Path

import pytest
import segment_golden as golden

from kg.model import Document
from kg.segment import LAYOUTS, segment

PAGES = [pytest.param(page, id=f"{page.parent.name}/{page.stem}") for page in golden.pages()]


@pytest.mark.parametrize("page", PAGES)
def test_page_has_the_blocks_written_down_for_it(page: Path) -> None:
    assert golden.render(golden.read(page)) == golden.golden(page).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_page_is_known_as_what_its_folder_says(page: Path) -> None:
    assert segment(Document("page", golden.read(page))).layout == page.parent.name


@pytest.mark.parametrize("page", PAGES)
def test_line_ends_of_windows_and_a_last_one_change_no_block(page: Path) -> None:
    def blocks(text: str) -> list[tuple[object, ...]]:
        found = segment(Document("page", text)).blocks
        return [(b.kind, b.label, b.entry, b.span.of(text).replace("\r", "")) for b in found]

    text = golden.read(page)
    assert blocks(text.replace("\n", "\r\n")) == blocks(text) == blocks("\n" + text.rstrip("\n"))


def test_every_layout_has_pages() -> None:
    assert {page.parent.name for page in golden.pages()} == {layout.name for layout in LAYOUTS}
