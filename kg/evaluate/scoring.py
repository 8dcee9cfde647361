"""Gold and predictions in, right, missed and false statements out, with a tally a relation."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import PurePath

from kg.evaluate.facts import MAIN, Flag, GoldDocument, GoldFact, Predicted, Prediction, Statement
from kg.evaluate.matching import agrees, holds, key, resolution, untitled
from kg.evaluate.statistics import Tally


class Outcome(Enum):
    """What gold makes of a prediction; of an excused one (an optional fact) and an unjudged one it says nothing."""

    RIGHT = auto()
    FALSE = auto()
    EXCUSED = auto()
    UNJUDGED = auto()


@dataclass(frozen=True, slots=True)
class Miss:
    """A fact of gold that was not found, with the document's text where it is known."""

    document: GoldDocument
    fact: GoldFact
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A prediction that is right or false by gold, with the document's text where it is known."""

    document: GoldDocument
    prediction: Prediction
    right: bool
    text: str | None = None


@dataclass(slots=True)
class Scores:
    """The outcome of an evaluation; `judged` holds a prediction once for each rule that made it."""

    documents: int = 0
    tempting: int = 0  # statements that gold lists as false
    fallen_for: int = 0  # how many of these were predicted
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    misses: list[Miss] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)

    @property
    def overall(self) -> Tally:
        """All relations together."""
        return sum(self.tallies.values(), Tally())

    @property
    def false(self) -> list[Judged]:
        """The predictions that are wrong, each statement once."""
        wrong = {(j.document.id, key(j.prediction.statement)): j for j in self.judged if not j.right}
        return list(wrong.values())


def score(gold: Iterable[GoldDocument], predictions: Mapping[str, Predicted]) -> Scores:
    """Compare each document of gold with what was predicted of it; documents that gold lacks are passed over."""
    scores = Scores()
    for document in gold:
        scores.documents += 1
        _Comparison(document, predicted_for(document.id, predictions)).add_to(scores)
    return scores


def predicted_for(id: str, predictions: Mapping[str, Predicted]) -> Predicted:
    """Predictions for a document of gold: under its very id, else for the one file that is named after it."""
    if id in predictions:
        return predictions[id]
    named = [p for name, p in predictions.items() if _is_named_after(id, PurePath(name).name)]
    return named[0] if len(named) == 1 else Predicted(id, ())


def _is_named_after(id: str, name: str) -> bool:
    """Whether a file's name is the id and more, such as "001_5916.txt" for "001"; "0012.txt" is not."""
    return name.startswith(id) and not name[len(id) : len(id) + 1].isalnum()


class _Comparison:
    """Gold and predictions of one document, both keyed so that the same statement counts once."""

    def __init__(self, document: GoldDocument, predicted: Predicted) -> None:
        self.document = document
        self.text = document.text or predicted.text
        self.gold: dict[Flag, dict[Statement, GoldFact]] = {flag: {} for flag in Flag}
        named = resolution({f.statement.subject for f in document.facts}, predicted)
        for fact in document.facts:
            statement = replace(fact.statement, subject=named[fact.statement.subject])
            self.gold[fact.flag][key(untitled(statement, predicted.title))] = fact
        self.said: dict[Statement, list[Prediction]] = defaultdict(list)
        for prediction in predicted.predictions:
            self.said[key(untitled(prediction.statement, predicted.title))].append(prediction)

    def add_to(self, scores: Scores) -> None:
        for statement, fact in self.gold[Flag.STATED].items():
            found = any(
                holds(statement, said) and any(agrees(fact, p) for p in predictions)
                for said, predictions in self.said.items()
            )
            scores.tallies[statement.relation].found += found
            scores.tallies[statement.relation].missed += not found
            if not found:
                scores.misses.append(Miss(self.document, fact, self.text))
        for statement in self.gold[Flag.FALSE]:
            scores.tempting += 1
            scores.fallen_for += any(holds(statement, said) for said in self.said)
        for statement, predictions in self.said.items():
            outcome = self._outcome(statement)
            scores.tallies[statement.relation].false += outcome is Outcome.FALSE
            scores.tallies[statement.relation].unjudged += outcome is Outcome.UNJUDGED
            if outcome in (Outcome.RIGHT, Outcome.FALSE):
                right = outcome is Outcome.RIGHT
                by_rule = {p.rule: p for p in predictions}
                scores.judged += [Judged(self.document, p, right, self.text) for p in by_rule.values()]

    def _outcome(self, said: Statement) -> Outcome:
        if any(holds(statement, said) for statement in self.gold[Flag.STATED]):
            return Outcome.RIGHT  # what else is predicted of its object is judged by itself
        if any(holds(statement, said) for statement in self.gold[Flag.OPTIONAL]):
            return Outcome.EXCUSED
        complete = said.relation in self.document.complete and (said.subject == MAIN or self.document.others)
        if complete or any(holds(s, said) for s in self.gold[Flag.FALSE]):
            return Outcome.FALSE
        return Outcome.UNJUDGED
