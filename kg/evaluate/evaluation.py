"""The outcome of an evaluation in one form, whatever the gold: tallies, mistakes with their sentences, calibration."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kg.evaluate.calibration import Bin, Counts, expected_calibration_error, reliability, rule_counts
from kg.evaluate.facts import Prediction, Statement
from kg.evaluate.matching import plain
from kg.evaluate.scoring import Scores
from kg.evaluate.statistics import Share, Tally
from kg.evaluate.text2kg.scoring import BenchmarkScores, Triple, glued
from kg.lexis import sentences

KINDS: Final = ("false", "missed")
_MOST: Final = 300  # characters of a sentence that are shown


@dataclass(frozen=True, slots=True)
class Mistake:
    """A fact that was missed or falsely stated, with the sentence it stands in ("" where the text is not at hand)."""

    kind: str  # "missed" or "false"
    document: str
    relation: str
    said: str
    sentence: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """`averages` are figures that only some gold has: Text2KGBench's averages over sentences, a rate of false facts.

    `rules` counts right and false predictions a rule; a prediction that several rules made counts for each.
    """

    name: str
    documents: int
    tallies: Mapping[str, Tally]
    mistakes: tuple[Mistake, ...]
    bins: tuple[Bin, ...] = ()
    averages: Mapping[str, float] = field(default_factory=dict)
    rules: Mapping[str, Counts] = field(default_factory=dict)

    @property
    def overall(self) -> Tally:
        """All relations together."""
        return sum(self.tallies.values(), Tally())

    @property
    def calibration_error(self) -> float | None:
        """Expected calibration error over ten bins."""
        return expected_calibration_error(self.bins)

    def of_kind(self, kind: str) -> list[Mistake]:
        """The false facts, or the misses."""
        return [m for m in self.mistakes if m.kind == kind]

    def as_json(self, errors: int) -> dict[str, Any]:
        """Everything as plain JSON values, with at most so many false facts and so many misses."""
        return {
            "gold": self.name,
            "documents": self.documents,
            "averages": dict(self.averages),
            "relations": {relation: _tally(self.tallies[relation]) for relation in sorted(self.tallies)},
            "all": _tally(self.overall),
            "rules": {rule: counts._asdict() for rule, counts in self.rules.items()},
            "calibration": {"error": self.calibration_error, "bins": [_bin(b) for b in self.bins]},
            "mistakes": [_mistake(m) for kind in KINDS for m in self.of_kind(kind)[:errors]],
        }


def of_scores(name: str, scores: Scores) -> Evaluation:
    """The evaluation of facts against gold."""
    averages = {}
    if scores.tempting:
        with_false = {j.document.id for j in scores.false}
        averages["listed false facts stated"] = scores.fallen_for / scores.tempting
        averages["documents with a false fact"] = len(with_false) / scores.documents
    tallies = {relation: tally for relation, tally in scores.tallies.items() if tally != Tally(unjudged=tally.unjudged)}
    decisive = [j for j in scores.judged if j.prediction.statement.relation not in j.document.incomplete]
    bins, rules = tuple(reliability(decisive)), rule_counts(decisive)
    return Evaluation(name, scores.documents, tallies, tuple(_mistakes(scores)), bins, averages, rules)


def of_benchmark(name: str, bench: BenchmarkScores, strict: BenchmarkScores) -> Evaluation:
    """The evaluation on sentences of Text2KGBench; tallies and mistakes are those of its own mode."""
    averages = {
        f"{mode} {measure}": getattr(scores, measure)
        for mode, scores in (("bench", bench), ("strict", strict))
        for measure in ("precision", "recall", "f1")
    }
    mistakes = tuple(_benchmark_mistakes(bench))
    return Evaluation(name, len(bench.results), bench.tallies, mistakes, averages=averages)


def _mistakes(scores: Scores) -> Iterator[Mistake]:
    for j in scores.false:
        s, p = j.prediction.statement, j.prediction
        yield Mistake("false", j.document.id, s.relation, _said(s), quoting_sentence(j.text, p), p.rule)
    for miss in scores.misses:
        s = miss.fact.statement
        yield Mistake("missed", miss.document.id, s.relation, _said(s), sentence_with(miss.text, s.detail, s.object))


def _benchmark_mistakes(scores: BenchmarkScores) -> Iterator[Mistake]:
    for result in scores.results:
        sentence = result.sentence
        for triple in result.triples:
            if glued(triple) not in result.gold:
                yield Mistake("false", sentence.id, triple.relation, _arrow(triple), sentence.text)
        for triple in sentence.triples:
            if glued(triple) not in result.predicted:
                yield Mistake("missed", sentence.id, triple.relation, _arrow(triple), sentence.text)


def _said(statement: Statement) -> str:
    subject = f"{statement.subject}: " if statement.subject else ""
    detail = f" as {statement.detail}" if statement.detail else ""
    return f"{subject}{statement.object}{detail}"


def _arrow(triple: Triple) -> str:
    return f"{triple.subject} → {triple.object}"


def quoting_sentence(text: str | None, prediction: Prediction) -> str:
    """The sentence around the words that a prediction quotes; the quote alone where the text is not at hand."""
    return sentence_with(text, prediction.quote) or " ".join(prediction.quote.split())[:_MOST]


def sentence_with(text: str | None, *names: str) -> str:
    """The first sentence that holds all the names, or else one of them; "" when there is none."""
    wanted = [plain(name) for name in names if name]
    found = [(text[s.start : s.end], plain(text[s.start : s.end])) for s in sentences(text)] if text and wanted else []
    for enough in (all, any):
        for sentence, words in found:
            if enough(name in words for name in wanted):
                return sentence[:_MOST]
    return ""


def _tally(tally: Tally) -> dict[str, Any]:
    counts = {"found": tally.found, "missed": tally.missed, "false": tally.false, "unjudged": tally.unjudged}
    return counts | {"precision": _share(tally.precision), "recall": _share(tally.recall), "f1": tally.f1}


def _share(share: Share | None) -> dict[str, float] | None:
    return share._asdict() if share else None


def _bin(b: Bin) -> dict[str, Any]:
    return b._asdict() | {"precision": _share(b.precision)}


def _mistake(m: Mistake) -> dict[str, str]:
    said = {"kind": m.kind, "document": m.document, "relation": m.relation, "fact": m.said, "sentence": m.sentence}
    return said | ({"rule": m.rule} if m.rule else {})
