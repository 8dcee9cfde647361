"""spaCy's named-entity recogniser for people: lines of text in, spans of PERSON entities out."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kg.assets import DEFAULT_MODEL
from kg.errors import ConfigurationError

_VECTORS: Final = "tok2vec"  # a component that other components may listen to
BATCH: Final = 64  # texts; measured best for lines of this length


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Finds people's names with a loaded model; without one it finds none, and the rules stand alone."""

    name: str = ""
    model: Any = None

    def people(self, lines: Sequence[str]) -> Iterator[tuple[tuple[int, int], ...]]:
        """For each line the (start, end) code points of the people in it, possessive endings stripped."""
        if self.model is None:
            yield from (() for _ in lines)
            return
        for doc in self.model.pipe(lines, batch_size=BATCH):
            yield tuple(_trimmed(doc.text, e.start_char, e.end_char) for e in doc.ents if e.label_ == "PERSON")


def load_recogniser(name: str | None = DEFAULT_MODEL) -> Recogniser:
    """The recogniser with the spaCy model of this name; None gives one that finds nothing.

    Only the entity recogniser is loaded, with the token vectors that it shares with others only where it looks at
    these (most models' recognisers have vectors of their own), on thinc's own matrix products with one thread: five
    times as fast on short lines as the whole pipeline with its defaults.
    """
    if name is None:
        return Recogniser()
    for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))
    try:
        exclude = ["tagger", "parser", "senter", "attribute_ruler", "lemmatizer"]
        model = spacy.load(name, exclude=exclude)
    except OSError as error:
        raise ConfigurationError(
            f"the spaCy model {name!r} is not installed; install it with pip, or use --no-model"
        ) from error
    if _VECTORS in model.pipe_names and "ner" not in model.get_pipe(_VECTORS).listening_components:
        model.remove_pipe(_VECTORS)
    return Recogniser(name, model)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    for ending in ("'s", "’s", "'", "’"):
        if words.endswith(ending):
            return start, end - len(ending)
    return start, end
