"""The texts that are measured: leads of the bench folder where there is one, and whole pages made from seeds/."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from benchmarks.mixing import copies, models
from kg.model import Document
from kg.read import read

SEEDS: Final = Path(__file__).parents[1] / "seeds"
LEADS: Final = "leads.jsonl"
_PAGES: Final = {"articles": ("encyclopedia",), "reviews": ("critic", "user-reviews")}


def documents(path: Path) -> list[Document]:
    """The documents of a file or folder that can be used."""
    return [item for item in read([str(path)]) if isinstance(item, Document)]


def leads(bench: Path, wanted: int) -> list[Document]:
    """Leads of articles: from the bench folder, else the encyclopedia's pages cut after their first paragraph."""
    file = bench / LEADS
    if file.is_file():
        return list(islice(documents(file), wanted))
    return pages("articles", wanted)


def pages(kind: str, wanted: int) -> list[Document]:
    """Whole articles or reviews: those of seeds/, and copies of them under other names."""
    some = [d for d in documents(SEEDS) if any(d.id.removesuffix(".txt").endswith(end) for end in _PAGES[kind])]
    return [document for document, _ in copies(models(some), wanted)]


def words(texts: Sequence[Document]) -> int:
    """How many words they have."""
    return sum(len(document.text.split()) for document in texts)
