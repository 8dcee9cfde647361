"""An Evaluation in, plain text for a terminal out."""

from collections.abc import Iterator
from typing import Final

from kg.evaluate.calibration import Bin
from kg.evaluate.evaluation import KINDS, Evaluation
from kg.evaluate.statistics import Share, Tally

_COLUMNS: Final = f"{'precision':>22}{'recall':>22}{'F1':>7}{'found':>8}{'missed':>8}{'false':>7}{'unjudged':>10}"


def as_text(evaluation: Evaluation, errors: int = 0) -> str:
    """Tables of scores and reliability, with the first `errors` mistakes of each kind."""
    return "\n".join(_lines(evaluation, errors)) + "\n"


def _lines(evaluation: Evaluation, errors: int) -> Iterator[str]:
    yield f"{evaluation.name}: {evaluation.documents} documents"
    for name, value in evaluation.averages.items():
        yield f"  {name:<32}{value:.3f}"
    width = max(map(len, [*evaluation.tallies, "in all"])) + 2
    yield f"{'':{width}}{_COLUMNS}"
    for relation in sorted(evaluation.tallies):
        yield f"{relation:{width}}{_row(evaluation.tallies[relation])}"
    yield f"{'in all':{width}}{_row(evaluation.overall)}"
    if evaluation.calibration_error is not None:
        yield from _reliability(evaluation)
    yield from _mistakes(evaluation, errors)


def _row(tally: Tally) -> str:
    f1 = "–" if tally.f1 is None else f"{tally.f1:.3f}"
    shares = f"{share(tally.precision):>22}{share(tally.recall):>22}{f1:>7}"
    return f"{shares}{tally.found:8}{tally.missed:8}{tally.false:7}{tally.unjudged:10}"


def share(share: Share | None) -> str:
    """A share with its interval: "0.975 [0.961, 0.984]"."""
    if share is None:
        return "–"
    return f"{share.value:.3f} [{share.low:.3f}, {share.high:.3f}]"


def _reliability(evaluation: Evaluation) -> Iterator[str]:
    yield ""
    yield "confidence   said    measured                 judged"
    for b in evaluation.bins:
        said = "–" if b.confidence is None else f"{b.confidence:.3f}"
        yield f"{band(b)}     {said:<8}{share(b.precision):<24}{b.judged:7}"
    yield f"expected calibration error {evaluation.calibration_error:.3f}"


def band(b: Bin) -> str:
    """The range of a bin: "0.8–0.9"."""
    return f"{b.low:.1f}–{b.high:.1f}"


def _mistakes(evaluation: Evaluation, errors: int) -> Iterator[str]:
    for kind in KINDS:
        of_kind = evaluation.of_kind(kind)
        if errors and of_kind:
            yield ""
            yield f"{kind}: {min(errors, len(of_kind))} of {len(of_kind)}"
        for m in of_kind[:errors]:
            yield f"  {m.relation}  {m.said}  [{m.document}{f', {m.rule}' if m.rule else ''}]"
            yield f"      {m.sentence}"
