"""Text2KGBench's own scores: triples as strings, averaged over sentences.

N. Mihindukulasooriya et al., "Text2KGBench: A Benchmark for Ontology-Driven Knowledge Graph Generation from Text",
ISWC 2023. Two triples are one when subject, relation and object, glued together without blanks, are equal but for case.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from kg.evaluate.gold.own import first_row, rows
from kg.evaluate.statistics import Tally, harmonic


class Triple(NamedTuple):
    """Subject, relation label and object as the benchmark writes them."""

    subject: str
    relation: str
    object: str


class Sentence(NamedTuple):
    """A sentence of the benchmark with its gold."""

    id: str
    text: str
    triples: tuple[Triple, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """One sentence scored: the triples that count, and both sides in the form that is compared."""

    sentence: Sentence
    triples: tuple[Triple, ...]
    gold: frozenset[str]
    predicted: frozenset[str]

    @property
    def hits(self) -> int:
        """Triples that are both."""
        return len(self.gold & self.predicted)

    @property
    def precision(self) -> float:
        """0 without predictions, as the benchmark has it."""
        return self.hits / len(self.predicted) if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the sentence's gold that was found."""
        return self.hits / len(self.gold) if self.gold else 0.0

    @property
    def f1(self) -> float:
        """F1 of the sentence."""
        return harmonic(self.precision, self.recall)


@dataclass(frozen=True, slots=True)
class BenchmarkScores:
    """Averages over sentences; F1 is the average of F1, not the F1 of averages. `tallies` counts triples a relation."""

    results: tuple[Result, ...]
    tallies: Mapping[str, Tally] = field(default_factory=dict)

    @property
    def precision(self) -> float:
        """Average precision of a sentence."""
        return self._mean(lambda r: r.precision)

    @property
    def recall(self) -> float:
        """Average recall of a sentence."""
        return self._mean(lambda r: r.recall)

    @property
    def f1(self) -> float:
        """Average F1 of a sentence."""
        return self._mean(lambda r: r.f1)

    def _mean(self, of: Callable[[Result], float]) -> float:
        return sum(map(of, self.results)) / len(self.results) if self.results else 0.0


def recognises(path: Path) -> bool:
    """Whether the file is JSON Lines with `sent`."""
    return path.suffix == ".jsonl" and "sent" in first_row(path)


def read(path: Path) -> list[Sentence]:
    """The sentences of a file of the benchmark; its test sentences come without triples."""
    return [
        Sentence(r["id"], r["sent"], tuple(Triple(t["sub"], t["rel"], t["obj"]) for t in r.get("triples", ())))
        for _, r in rows(path)
    ]


def write(path: Path, predicted: Mapping[str, Iterable[Triple]]) -> None:
    """Predictions in the benchmark's own format, a sentence a line."""
    names = ("sub", "rel", "obj")
    lines = (
        json.dumps({"id": i, "triples": [dict(zip(names, t, strict=True)) for t in ts]}) for i, ts in predicted.items()
    )
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def score(
    sentences: Iterable[Sentence], predicted: Mapping[str, Iterable[Triple]], strict: bool = False
) -> BenchmarkScores:
    """Scores over the sentences. Unless `strict`, predictions of relations that a sentence's gold lacks are dropped."""
    results = []
    tallies: dict[str, Tally] = defaultdict(Tally)
    for sentence in sentences:
        of = {squash(t.relation) for t in sentence.triples}
        kept = [t for t in predicted.get(sentence.id, ()) if strict or squash(t.relation) in of]
        gold, said = {glued(t): t for t in sentence.triples}, {glued(t): t for t in kept}
        results.append(Result(sentence, tuple(said.values()), frozenset(gold), frozenset(said)))
        for form, triple in gold.items():
            tallies[triple.relation].found += form in said
            tallies[triple.relation].missed += form not in said
        for form, triple in said.items():
            tallies[triple.relation].false += form not in gold
    return BenchmarkScores(tuple(results), dict(tallies))


def glued(triple: Triple) -> str:
    """The form in which triples are compared."""
    return "".join(map(squash, triple))


def squash(text: str) -> str:
    """Without blanks and underscores, in lower case."""
    return re.sub(r"(_|\s+)", "", text).lower()
