"""Paths in, a folder with their graph out: the stages in their order, and what came of them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.assemble import conforming, merge, quads, triples
from kg.export import Graph, build_folder, write_build
from kg.pipeline.claims import Claims
from kg.pipeline.curation import Curation
from kg.pipeline.gathering import gather
from kg.pipeline.options import Options, Steps
from kg.pipeline.report import Outcome, Summary, located, report, summarised
from kg.resolve import resolve
from kg.validate import validate


def build(paths: Sequence[str], out: Path, options: Options, steps: Steps = lambda *_: None) -> Summary:
    """Read, study, resolve, validate and write; `out` is replaced whole or not at all.

    Every byte written depends on the documents and the options alone, not on who works, nor on an older build in `out`,
    which saves studying again what has not changed.
    """
    with build_folder(out) as folder:
        curation = Curation.read(options)
        claims = gather(paths, folder, out, options, curation.documents, steps)
        return complete(claims, curation, folder, options, steps)


def complete(claims: Claims, curation: Curation, folder: Path, options: Options, steps: Steps) -> Summary:
    """Resolve, validate and write: all that follows once it is known what each document states."""
    outcome = _outcome(claims, curation, options, steps)
    summary = summarised(outcome)
    steps("writing", 0, 1)
    graph = Graph.of(_quads(outcome, options))
    documents = [extraction.document for extraction in outcome.extractions]
    write_build(folder, graph, outcome.resolution.judgements, documents, report(outcome, summary, curation, options))
    return summary


def _outcome(claims: Claims, curation: Curation, options: Options, steps: Steps) -> Outcome:
    studied = tuple(claims)
    steps("resolving", 0, 1)
    resolution = resolve(studied, options.base, curation.decisions, curation.links)
    extractions = (*studied, *resolution.added)
    merged = merge(extractions, resolution)
    steps("validating", 0, 1)
    sifted, findings = conforming(merged.facts, lambda facts: validate(triples(facts)).findings, merged.rejections)
    return Outcome(
        extractions, claims.skipped, resolution, merged, sifted, located(findings, merged.facts, extractions)
    )


def _quads(outcome: Outcome, options: Options) -> Iterator[ox.Quad]:
    resolution, merged, sifted = outcome.resolution, outcome.merged, outcome.sifted
    return quads(outcome.extractions, resolution, merged, sifted, options.base, options.evidence)
