"""The model is asked about the sentences of a review that it may add a name to, and what it finds is a name."""

from types import SimpleNamespace
from typing import Any

from kg.annotate import Recogniser, annotate
from kg.model import Document
from kg.segment import segment

REVIEW = """Salt Road (2011) ****

Directed by Mara Linde. It is a slow film about a slow town. Linde knows what she does. The lead, Ovidas Brandt Hale, is a
find, and the rest is silence.
"""


class Recording:
    """Stands for a spaCy pipeline: notes the lines it is given, and takes "Ovidas Brandt Hale" for a person."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def pipe(self, lines: list[str], batch_size: int) -> Any:
        self.lines += lines
        for line in lines:
            at = line.find("Ovidas Brandt Hale")
            person = SimpleNamespace(start_char=at, end_char=at + 18, label_="PERSON")
            yield SimpleNamespace(text=line, ents=[person] if at >= 0 else [])


def test_only_sentences_with_an_unknown_full_name_are_asked_about() -> None:
    document, model = Document("1", REVIEW), Recording()
    segmentation = segment(document)
    page = annotate(document, segmentation.layout, segmentation.blocks, Recogniser("", model))
    assert page
    assert any("Ovidas Brandt Hale" in line for line in model.lines)
    assert not any("slow town" in line or "Mara Linde" in line for line in model.lines)
    assert "Ovidas Brandt Hale" in {mention.text for mention in page.people}
