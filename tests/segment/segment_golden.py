"""Golden pages: a page in, its blocks as lines that a person can check, out.

`python tests/segment/segment_golden.py` writes the .blocks files anew; read the difference before it is kept. Each line is
kind, label, entry and words; long words are cut in the middle, the value of a field stands in ⟦brackets⟧.
"""

from pathlib import Path

from kg.model import Block, Document
from kg.segment import segment

PAGES = Path(__file__).parent / "pages"
_HEAD, _TAIL = 36, 28


def pages() -> list[Path]:
    """Every page, in order."""
    return sorted(path for path in PAGES.rglob("*") if path.suffix in {".txt", ".md"})


def golden(page: Path) -> Path:
    """Where the blocks of a page are written down."""
    return page.with_suffix(".blocks")


def read(page: Path) -> str:
    """The page's text with its line ends as they are."""
    return page.read_bytes().decode("utf-8")


def render(text: str) -> str:
    """The layout and the blocks of a text, a line each."""
    segmentation = segment(Document("page", text))
    return "\n".join([f"layout: {segmentation.layout}", *(_line(block, text) for block in segmentation.blocks)]) + "\n"


def _line(block: Block, text: str) -> str:
    entry = f" #{block.entry}" if block.entry else ""
    return f"{block.kind} [{block.label}]{entry}: {_words(block, text)}"


def _words(block: Block, text: str) -> str:
    start, end = block.span.start, block.span.end
    if block.value:
        words = f"{text[start : block.value.start]}⟦{block.value.of(text)}⟧{text[block.value.end : end]}"
    else:
        words = text[start:end]
        words = words if len(words) <= _HEAD + _TAIL else f"{words[:_HEAD]} … {words[-_TAIL:]}"
    return words.replace("\r", "␍").replace("\n", "⏎").replace("\t", "⇥")


if __name__ == "__main__":
    for path in pages():
        golden(path).write_text(render(read(path)), encoding="utf-8")
