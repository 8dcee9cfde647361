"""What a build can be told."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kg.assemble import Encoding
from kg.assets import DEFAULT_MODEL
from kg.pipeline.runners import Here, Runner
from kg.vocab import BaseIri

Steps = Callable[[str, int, int], object]
"""Told of every step: the stage, its steps done, its steps in all."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to build. `model` is the spaCy model that finds names, None does without; `runner` does the work.

    Statements made in a way that is right less often than `min_confidence` are left out. `decisions` is a file of what
    people decided, `links` one of films with their addresses in other data sets. `engine` judges the facts; None leaves
    the choice to the size of the graph. `shards` also writes the graph as many small files, for bulk loaders.
    """

    base: BaseIri = field(default_factory=BaseIri)
    model: str | None = DEFAULT_MODEL
    min_confidence: float = 0.0
    runner: Runner = field(default_factory=Here)
    decisions: Path | None = None
    links: Path | None = None
    evidence: Encoding = field(default_factory=Encoding)
    engine: str | None = None
    shards: bool = False
