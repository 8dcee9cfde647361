"""A file of gold, and a build or documents, in; an Evaluation out."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from kg.errors import InputError, KgError, UsageError
from kg.evaluate import text2kg
from kg.evaluate.builds import from_build
from kg.evaluate.evaluation import Evaluation, of_benchmark, of_scores
from kg.evaluate.facts import GoldDocument, Predicted
from kg.evaluate.gold import read_gold
from kg.evaluate.predictions import from_extraction
from kg.evaluate.scoring import score
from kg.model import Document, Extraction
from kg.pipeline import local, study_all
from kg.pipeline.claims import FAILED
from kg.read import read


def evaluate(
    gold: Path,
    inputs: Sequence[str] = (),
    build: Path | None = None,
    groups: str | None = None,
    model: str | None = None,
    workers: int = 1,
    triples: Path | None = None,
) -> Evaluation:
    """Score a build, or what is extracted from `inputs` (the texts that gold itself holds, when there are none).

    `groups` keeps a part of the gold ("0-3": folds, "comparison": a family). What was said of sentences of Text2KGBench
    is written to `triples` on the way, in its form.
    """
    if text2kg.recognises(gold):
        return _benchmark(gold, build, model, workers, triples)
    documents = [d for d in read_gold(gold) if groups is None or in_groups(d.group, groups)]
    if not documents:
        raise UsageError(f"{gold}: no document of gold is in group {groups!r}")
    predictions = from_build(build) if build else _predictions(documents, inputs, model, workers)
    return of_scores(gold.name, score(documents, {p.id: p for p in predictions}))


def _benchmark(gold: Path, build: Path | None, model: str | None, workers: int, triples: Path | None) -> Evaluation:
    """Scores on sentences of Text2KGBench, each a document of its own."""
    sentences = text2kg.read(gold)
    said = {p.id: p for p in from_build(build)} if build else predicted(sentences, model, workers)
    found = {s.id: text2kg.triples(said.get(s.id, Predicted(s.id, ())), s.text) for s in sentences}
    if triples:
        text2kg.write(triples, found)
    bench, strict = (text2kg.score(sentences, found, strict=mode) for mode in (False, True))
    return of_benchmark(f"{gold.parent.name}/{gold.name}", bench, strict)


def predicted(
    sentences: Iterable[text2kg.Sentence], model: str | None = None, workers: int = 1
) -> dict[str, Predicted]:
    """What is extracted from each sentence of Text2KGBench, by its id."""
    documents = [Document(s.id, text2kg.as_page(s.text)) for s in sentences]
    nothing = {d.id: Predicted(d.id, ()) for d in documents}
    return nothing | {p.id: p for p in map(from_extraction, _extracted(documents, model, workers))}


def in_groups(group: str, wanted: str) -> bool:
    """Whether a group is the wanted one, or a number within a range such as "0-3"."""
    low, dash, high = wanted.partition("-")
    if dash and low.isdigit() and high.isdigit() and group.isdigit():
        return int(low) <= int(group) <= int(high)
    return group == wanted


def _predictions(
    gold: Iterable[GoldDocument], inputs: Sequence[str], model: str | None, workers: int
) -> Iterator[Predicted]:
    documents = list(_read(inputs) if inputs else _texts(gold))
    if not documents:
        raise InputError("the gold holds no texts; name the documents that it is about, or a build with --pred")
    return map(from_extraction, _extracted(documents, model, workers))


def _read(inputs: Sequence[str]) -> Iterator[Document]:
    return (d for d in read(inputs) if isinstance(d, Document))


def _texts(gold: Iterable[GoldDocument]) -> Iterator[Document]:
    return (Document(d.id, d.text, d.title) for d in gold if d.text)


def _extracted(documents: Sequence[Document], model: str | None, workers: int) -> Iterator[Extraction]:
    with closing(local(workers)) as runner:
        for studied in study_all(documents, model, runner):
            if isinstance(studied, Extraction):
                yield studied
            elif studied.reason.startswith(FAILED):  # a score over the others would hide it
                raise KgError(f"{studied.path}: {studied.reason}")
