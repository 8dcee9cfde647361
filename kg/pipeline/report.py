"""What came of a build in; the counts for its caller and the report for its folder out."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version
from typing import Any

from kg.assemble import Contest, Merged, Sifted, blamed
from kg.lexis.sentences import around
from kg.model import Evidence, Extraction, Fact, Finding, Kind, Severity, Skipped, Value, Verdict
from kg.pipeline.curation import Curation
from kg.pipeline.options import Options
from kg.resolve import Resolution


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
    """All that a build found out."""

    extractions: tuple[Extraction, ...]
    skipped: tuple[Skipped, ...]
    resolution: Resolution
    merged: Merged
    sifted: Sifted
    findings: tuple[Finding, ...]


def summarised(outcome: Outcome) -> Summary:
    """The counts."""
    kinds = [entity.kind for entity in outcome.resolution.entities]
    return Summary(
        documents=len(outcome.extractions) - len(outcome.resolution.added),
        statements=sum(len(e.claims) for e in outcome.extractions),
        facts=len(outcome.sifted.kept),
        films=kinds.count(Kind.MOVIE),
        people=kinds.count(Kind.PERSON),
        conflicts=len(outcome.merged.contests),
        open_questions=sum(j.verdict is Verdict.OPEN for j in outcome.resolution.judgements),
        refused=len(outcome.sifted.refused),
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
        "decisions": curation.decisions.document and curation.decisions.document.id,
        "links": curation.links.document and curation.links.document.id,
        "skipped": [{"path": s.path, "reason": s.reason} for s in summary.skipped],
        "counts": counts,
        "findings": [asdict(finding) for finding in outcome.findings],
        "conflicts": [_conflict(contest) for contest in outcome.merged.contests],
    }


def located(
    findings: Iterable[Finding], facts: Sequence[Fact], extractions: Iterable[Extraction]
) -> tuple[Finding, ...]:
    """The findings, each with the sentence that led to it where a document says what it finds fault with."""
    texts = {e.document.id: e.document.text for e in extractions}
    found = sorted(findings)
    return tuple(
        replace(finding, source=_sentence(facts[0].evidence[0], texts)) if facts else finding
        for finding, facts in zip(found, blamed(facts, found), strict=True)
    )


def _sentence(evidence: Evidence, texts: dict[str, str]) -> str:
    """Place and sentence of a piece of evidence."""
    text, span = texts[evidence.document], evidence.span
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
