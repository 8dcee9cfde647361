"""What came of a build in; the counts for its caller and the report for its folder out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version
from typing import Any

from kg.assemble import Contest
from kg.lexis.sentences import around
from kg.model import Evidence, Fact, Finding, Kind, Severity, Skipped, Value, Verdict
from kg.pipeline.assembling import Assembled
from kg.pipeline.curation import Curation
from kg.pipeline.options import Options
from kg.resolve import Resolved


@dataclass(frozen=True, slots=True)
class Summary:
    """How much went in and came out; `refused` facts are in the quarantine, `skipped` documents were passed over."""

    documents: int
    statements: int
    facts: int
    films: int
    people: int
    conflicts: int
    open_questions: int
    refused: int
    warnings: int
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that a build found out; `findings` are those of `assembled` with their sentences."""

    documents: int
    skipped: tuple[Skipped, ...]
    resolution: Resolved
    assembled: Assembled
    findings: tuple[Finding, ...]


def summarised(outcome: Outcome) -> Summary:
    """The counts."""
    return Summary(
        documents=outcome.documents,
        statements=outcome.assembled.statements,
        facts=outcome.assembled.facts,
        films=outcome.resolution.count(Kind.MOVIE),
        people=outcome.resolution.count(Kind.PERSON),
        conflicts=len(outcome.assembled.contests),
        open_questions=sum(j.verdict is Verdict.OPEN for j in outcome.resolution.judgements),
        refused=len(outcome.assembled.refused),
        warnings=sum(f.severity is Severity.WARNING for f in outcome.findings),
        skipped=outcome.skipped,
    )


def report(outcome: Outcome, summary: Summary, curation: Curation, options: Options) -> dict[str, Any]:
    """What report.json holds: nothing that differs between two builds of the same documents."""
    counts = asdict(summary)
    del counts["skipped"]
    return {
        "generator": f"kg {version('kg')}",
        "base": options.base.base,
        "model": options.model,
        "min_confidence": options.min_confidence,
        "evidence": asdict(options.evidence),
        "shards": options.shards,
        "decisions": curation.decisions.document and curation.decisions.document.id,
        "links": curation.links.document and curation.links.document.id,
        "skipped": [{"path": s.path, "reason": s.reason} for s in summary.skipped],
        "counts": counts,
        "findings": [asdict(finding) for finding in outcome.findings],
        "conflicts": [_conflict(contest) for contest in outcome.assembled.contests],
    }


def located(found: Iterable[tuple[Finding, Sequence[Fact]]], text_of: Callable[[str], str]) -> tuple[Finding, ...]:
    """The findings, each with the sentence that led to it where a document says what it finds fault with."""
    return tuple(
        replace(finding, source=_sentence(facts[0].evidence[0], text_of)) if facts else finding
        for finding, facts in found
    )


def _sentence(evidence: Evidence, text_of: Callable[[str], str]) -> str:
    """Place and sentence of a piece of evidence."""
    text, span = text_of(evidence.document), evidence.span
    return f"{evidence.document}#char={span.start},{span.end}: {around(text, span).of(text)}"


def _conflict(contest: Contest) -> dict[str, Any]:
    return {
        "subject": contest.chosen.subject,
        "relation": contest.chosen.relation,
        "rule": contest.rule,
        "chosen": _said(contest.chosen),
        "rejected": [_said(fact) for fact in contest.rejected],
    }


def _said(fact: Fact) -> dict[str, Any]:
    value = fact.object.text if isinstance(fact.object, Value) else fact.object
    return {"value": value, "documents": sorted({evidence.document for evidence in fact.evidence})}
