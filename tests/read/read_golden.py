"""Golden documents: a page of markup in, the text that is read out of it as its .txt file beside it.

`python tests/read/read_golden.py` writes these files anew; read the difference before it is kept.
"""

from pathlib import Path

from kg.model import Document
from kg.read import read

_HERE = Path(__file__).parent
_SUFFIXES = {".html", ".htm", ".wiki"}


def pages() -> list[Path]:
    """Every page, in order."""
    return sorted(path for folder in ("web", "wiki") for path in (_HERE / folder).iterdir() if path.suffix in _SUFFIXES)


def golden(page: Path) -> Path:
    """Where the text of a page is written down."""
    return page.with_suffix(".txt")


def document(page: Path) -> Document:
    """What is read out of a page."""
    return next(item for item in read([str(page)]) if isinstance(item, Document))


if __name__ == "__main__":
    for path in pages():
        golden(path).write_text(document(path).text + "\n", encoding="utf-8")
