"""An Evaluation in, one self-contained HTML page out: bars with their intervals, reliability, tables, mistakes."""

from collections.abc import Iterator
from html import escape
from typing import Final

from kg.evaluate.evaluation import KINDS, Evaluation, Mistake
from kg.evaluate.report import band, share
from kg.evaluate.statistics import Share, Tally

_STYLE: Final = """
:root { color-scheme: light dark; --ink: light-dark(#1c1c1e, #ececec); --paper: light-dark(#fff, #161618);
  --faint: light-dark(#d8d8dc, #3a3a3f); --one: #2f6fab; --two: #d1852c }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 60rem;
  margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: 1rem 0 } td, th { padding: .2rem .7rem;
  border-bottom: 1px solid var(--faint); text-align: right; white-space: nowrap }
  td:first-child, th:first-child { text-align: left }
svg { width: 100%; height: auto; font-size: 12px } text { fill: currentColor } .axis { stroke: var(--faint) }
.one { fill: var(--one) } .two { fill: var(--two) } .whisker { stroke: currentColor }
li { margin: .5rem 0 } li p { margin: 0; opacity: .75 } .wide { overflow-x: auto }
"""
_LEFT, _WIDTH, _ROW = 190, 520, 34  # pixels of the chart: labels, bars from 0 to 1, one relation


def as_html(evaluation: Evaluation, errors: int) -> str:
    """The page; it loads nothing and runs no script."""
    title = f"Evaluation: {escape(evaluation.name)}"
    body = "\n".join(_body(evaluation, errors))
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n<h1>{title}</h1>\n{body}\n</html>\n"
    )


def _body(evaluation: Evaluation, errors: int) -> Iterator[str]:
    averages = "; ".join(f"{escape(name)} {value:.3f}" for name, value in evaluation.averages.items())
    yield f"<p>{evaluation.documents} documents{'; ' if averages else ''}{averages}.</p>"
    yield _chart(evaluation)
    rows = [(relation, evaluation.tallies[relation]) for relation in sorted(evaluation.tallies)]
    yield _table(_SCORES, [_score_cells(name, tally) for name, tally in [*rows, ("in all", evaluation.overall)]])
    if evaluation.calibration_error is not None:
        yield f"<h2>Reliability</h2><p>Expected calibration error {evaluation.calibration_error:.3f}.</p>"
        yield _reliability_chart(evaluation)
        yield _table(_BINS, [_bin_cells(evaluation, number) for number in range(len(evaluation.bins))])
    for kind in KINDS:
        yield from _mistakes(kind, evaluation.of_kind(kind), errors)


_SCORES: Final = ("relation", "precision", "recall", "F1", "found", "missed", "false", "unjudged")
_BINS: Final = ("confidence", "said", "measured", "judged")


def _score_cells(name: str, tally: Tally) -> list[str]:
    f1 = "–" if tally.f1 is None else f"{tally.f1:.3f}"
    counts = map(str, (tally.found, tally.missed, tally.false, tally.unjudged))
    return [name, share(tally.precision), share(tally.recall), f1, *counts]


def _bin_cells(evaluation: Evaluation, number: int) -> list[str]:
    b = evaluation.bins[number]
    said = "–" if b.confidence is None else f"{b.confidence:.3f}"
    return [band(b), said, share(b.precision), str(b.judged)]


def _table(heads: tuple[str, ...], rows: list[list[str]]) -> str:
    head = "".join(f"<th>{escape(h)}" for h in heads)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}" for cell in row) for row in rows)
    return f'<div class="wide"><table><tr>{head}{body}</table></div>'


def _chart(evaluation: Evaluation) -> str:
    """Precision and recall of each relation as bars with whiskers for their intervals."""
    height = _ROW * len(evaluation.tallies) + 40
    parts = [
        f'<line class="axis" x1="{_x(t / 5)}" x2="{_x(t / 5)}" y1="0" y2="{height - 22}"/>'
        f'<text x="{_x(t / 5)}" y="{height - 6}" text-anchor="middle">{t / 5:.1f}</text>'
        for t in range(6)
    ]
    for number, relation in enumerate(sorted(evaluation.tallies)):
        tally, top = evaluation.tallies[relation], number * _ROW + 4
        parts.append(f'<text x="{_LEFT - 8}" y="{top + 17}" text-anchor="end">{escape(relation)}</text>')
        parts.append(_bar("one", tally.precision, top))
        parts.append(_bar("two", tally.recall, top + 13))
    legend = '<p><span style="color:var(--one)">■</span> precision <span style="color:var(--two)">■</span> recall</p>'
    label = "Precision and recall of each relation with 95 % intervals"
    box = f"0 0 {_LEFT + _WIDTH + 20} {height}"
    return f'{legend}<svg role="img" aria-label="{label}" viewBox="{box}">{"".join(parts)}</svg>'


def _bar(style: str, value: Share | None, top: int) -> str:
    if value is None:
        return ""
    middle = top + 5.5
    return (
        f'<rect class="{style}" x="{_LEFT}" y="{top}" width="{value.value * _WIDTH:.1f}" height="11"/>'
        f'<line class="whisker" x1="{_x(value.low)}" x2="{_x(value.high)}" y1="{middle}" y2="{middle}"/>'
    )


def _x(share: float) -> float:
    return round(_LEFT + share * _WIDTH, 1)


def _reliability_chart(evaluation: Evaluation) -> str:
    """Measured precision over confidence; on the diagonal, confidence means what it says."""
    size = 300
    points = "".join(
        f'<line class="whisker" x1="{b.confidence * size:.1f}" x2="{b.confidence * size:.1f}" '
        f'y1="{(1 - b.precision.low) * size:.1f}" y2="{(1 - b.precision.high) * size:.1f}"/>'
        f'<circle class="one" r="4" cx="{b.confidence * size:.1f}" cy="{(1 - b.precision.value) * size:.1f}"/>'
        for b in evaluation.bins
        if b.confidence is not None and b.precision is not None
    )
    frame = f'<line class="axis" x1="0" y1="{size}" x2="{size}" y2="0"/>'
    label = "Measured precision over confidence"
    box = f"-6 -6 {size + 12} {size + 12}"
    return f'<svg role="img" aria-label="{label}" viewBox="{box}" style="max-width:20rem">{frame}{points}</svg>'


def _mistakes(kind: str, mistakes: list[Mistake], errors: int) -> Iterator[str]:
    if not mistakes or not errors:
        return
    yield f"<h2>{kind.capitalize()}: {min(errors, len(mistakes))} of {len(mistakes)}</h2><ul>"
    for m in mistakes[:errors]:
        place = ", ".join(filter(None, (m.document, m.rule)))
        yield f"<li>{escape(m.relation)} <b>{escape(m.said)}</b> ({escape(place)})<p>{escape(m.sentence)}</p>"
    yield "</ul>"
