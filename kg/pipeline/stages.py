"""Paths in, a folder with their graph out: the stages in their order, and what came of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

from kg.assemble import conforming, merge, quads, triples
from kg.export import Graph, build_folder, write_build
from kg.model import Decisions, Document, Extraction, Links, Skipped
from kg.pipeline.options import Options
from kg.pipeline.report import Outcome, Summary, located, report, summarised
from kg.pipeline.study import study_all
from kg.read import read
from kg.resolve import read_decisions, read_links, resolve
from kg.validate import engine, validate

Steps = Callable[[str, int, int], object]
"""Told of every step: the stage, its steps done, its steps in all."""


def build(paths: Sequence[str], out: Path, options: Options, steps: Steps = lambda *_: None) -> Summary:
    """Read, study, resolve, validate and write; `out` is replaced whole or not at all.

    Every byte written depends on the documents and the options alone, not on `workers`.
    """
    with build_folder(out) as folder:
        outcome = _outcome(paths, options, steps)
        summary = summarised(outcome)
        steps("writing", 0, 1)
        graph = Graph.of(_quads(outcome, options))
        documents = [extraction.document for extraction in outcome.extractions]
        write_build(folder, graph, outcome.resolution.judgements, documents, report(outcome, summary, options))
    return summary


def _outcome(paths: Sequence[str], options: Options, steps: Steps) -> Outcome:
    decisions = read_decisions(options.decisions, options.base) if options.decisions else Decisions()
    links = read_links(options.links) if options.links else Links()
    studied, skipped = _studied(paths, options, steps)
    steps("resolving", 0, 1)
    resolution = resolve(studied, options.base, decisions, links)
    extractions = (*studied, *resolution.added)
    merged = merge(extractions, resolution)
    steps("validating", 0, 1)
    judge = engine(options.engine) if options.engine else None
    sifted, findings = conforming(
        merged.facts, lambda facts: validate(triples(facts), judge).findings, merged.rejections
    )
    return Outcome(extractions, skipped, resolution, merged, sifted, located(findings, merged.facts, extractions))


def _quads(outcome: Outcome, options: Options) -> Iterator[ox.Quad]:
    resolution, merged, sifted = outcome.resolution, outcome.merged, outcome.sifted
    return quads(outcome.extractions, resolution, merged, sifted, options.base, options.evidence)


def _studied(
    paths: Sequence[str], options: Options, steps: Steps
) -> tuple[tuple[Extraction, ...], tuple[Skipped, ...]]:
    """What every document states, by its id, and what was passed over."""
    items = list(_told(read(paths), steps))
    documents = [item for item in items if isinstance(item, Document)]
    skipped = [item for item in items if isinstance(item, Skipped)]
    extractions = []
    for done, item in enumerate(study_all(documents, options.model, options.workers), start=1):
        steps("studying", done, len(documents))
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            extractions.append(_confident(item, options.min_confidence))
    return tuple(sorted(extractions, key=lambda e: e.document.id)), tuple(sorted(skipped))


def _told(items: Iterator[Document | Skipped], steps: Steps) -> Iterator[Document | Skipped]:
    for count, item in enumerate(items, start=1):
        steps("reading", count, count)
        yield item


def _confident(extraction: Extraction, least: float) -> Extraction:
    return replace(extraction, claims=tuple(c for c in extraction.claims if c.evidence.confidence >= least))
