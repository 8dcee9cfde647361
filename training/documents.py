"""Texts with gold in, each as the program reads it before any judgement of the fitted weights out."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from kg.annotate.page import opened
from kg.annotate.reading.state import Reading
from kg.evaluate.facts import MAIN, ORIGINAL, UNNAMED, GoldDocument
from kg.evaluate.gold import read_gold
from kg.lexis.titles import title_key
from kg.model import Document
from kg.pipeline.studying import apart, prepared
from kg.segment import segment

_NAMING: Final = frozenset({"schema:mentions", "kg:remakeOf", "kg:remadeAs", "kg:sequelTo"})


class Lesson(NamedTuple):
    """A text with its gold, its parts, one a film, and readings of those that are found to speak of films."""

    name: str
    text: str
    gold: GoldDocument
    parts: tuple[Document, ...]
    readings: tuple[Reading, ...]

    @property
    def film(self) -> str:
        """What the text calls its film."""
        return next(f.statement.object for f in self.gold.facts if f.statement.relation == "schema:name")


def film_keys(gold: GoldDocument) -> set[str]:
    """The keys of all titles by which gold names films, beside the names that stand for the text's own."""
    named = {f.statement.object for f in gold.facts if f.statement.relation in _NAMING}
    named |= {f.statement.subject for f in gold.facts}
    return {title_key(name) for name in named - {MAIN, ORIGINAL, UNNAMED}}


def lessons(files: Iterable[Path]) -> Iterator[Lesson]:
    """Every text of these files of gold."""
    for file in sorted(files):
        for gold in read_gold(file):
            document = prepared(Document(gold.id, gold.text or "", gold.title))
            parts = tuple(apart(document))
            readings = (opened(part, segment(part).blocks) for part in parts)
            yield Lesson(f"{file.stem}/{gold.id}", document.text, gold, parts, tuple(r for r in readings if r))
