"""A Report in, text for people or plain data for JSON out."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from typing import Any

from kg.model import Finding, Report


def as_text(report: Report) -> str:
    """The findings thing by thing, and a last line that sums them up; no line end after it."""
    return "\n".join([*_things(report), _summary(report)])


def as_data(report: Report) -> dict[str, Any]:
    """What `json.dumps` takes: whether the graph conforms, how many findings of each severity, and these in full."""
    return {
        "conforms": report.conforms,
        "counts": _counts(report),
        "findings": [asdict(finding) | {"severity": finding.severity.value} for finding in report.findings],
    }


def _things(report: Report) -> Iterator[str]:
    for focus, findings in groupby(report.findings, key=lambda finding: finding.focus):
        yield focus
        for finding in findings:
            yield from _lines(finding)
        yield ""


def _lines(finding: Finding) -> Iterator[str]:
    yield f"  {finding.severity.value}: {finding.path} {_printable(finding.value)}".rstrip(": ")
    yield f"    {finding.message}"
    if finding.source:
        yield f"    source: {_printable(finding.source)}"


def _printable(text: str) -> str:
    """The text with line ends, escapes and other control characters spelt out, as they may be what is wrong."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def _summary(report: Report) -> str:
    counts = ", ".join(f"{n} {severity}{'s' if n > 1 else ''}" for severity, n in _counts(report).items())
    verdict = "The graph conforms" if report.conforms else "The graph does not conform"
    return f"{verdict}: {counts or 'nothing was found wrong'}."


def _counts(report: Report) -> dict[str, int]:
    return dict(sorted(Counter(finding.severity.value.lower() for finding in report.findings).items()))
