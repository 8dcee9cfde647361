"""`kg build` from end to end against what any program on spaCy pays before it extracts anything."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.material import leads, pages, words
from benchmarks.measuring import Times, in_turns
from kg.annotate import annotate, load_recogniser
from kg.assets import DEFAULT_MODEL
from kg.extract import extract
from kg.model import Document
from kg.pipeline import Options, build, local
from kg.segment import segment


def throughput(bench: Path, space: Path, rounds: int, size: int) -> dict[str, Any]:
    """Words a second of raw `nlp.pipe`, of builds with and without the model, and of builds by two workers."""
    found: dict[str, Any] = {}
    texts = {
        "leads": leads(bench, size),
        "articles": pages("articles", size // 8),
        "reviews": pages("reviews", size // 8),
    }
    for kind, documents in texts.items():
        tasks = _tasks(documents, space / kind)
        for task in tasks.values():
            task()  # what is loaded once is not measured
        found[kind] = {"documents": len(documents), "words": words(documents)}
        found[kind] |= _compared(in_turns(tasks, rounds), words(documents))
    return found


def stages(bench: Path, rounds: int, size: int) -> dict[str, Any]:
    """Words a second of each stage of studying apart."""
    documents = leads(bench, size)
    count, model = words(documents), load_recogniser(DEFAULT_MODEL)
    cut = [segment(document) for document in documents]
    both = list(zip(documents, cut, strict=True))
    read = [annotate(d, s.layout, s.blocks, model) for d, s in both]
    rules = load_recogniser(None)
    times = in_turns(
        {
            "segment": lambda: [segment(document) for document in documents],
            "annotate with the model": lambda: [annotate(d, s.layout, s.blocks, model) for d, s in both],
            "annotate by rules": lambda: [annotate(d, s.layout, s.blocks, rules) for d, s in both],
            "extract": lambda: [extract(page) for page in read if page],
        },
        rounds,
    )
    return {name: t.median | {"words_per_second": round(count / t.median["cpu"])} for name, t in times.items()}


def _compared(times: Mapping[str, Times], count: int) -> dict[str, Any]:
    """Each task's words a second, and how many times the throughput of `nlp.pipe` that is.

    What one process does is compared by processor time, which a busy machine does not change; two are by the clock.
    """
    rows = {name: taken.median for name, taken in times.items()}
    for name, row in rows.items():
        by = "wall" if name.endswith("2") else "cpu"
        row |= {"words_per_second": round(count / row[by]), "to_nlp_pipe": round(rows["nlp.pipe"][by] / row[by], 2)}
    return rows


def _tasks(documents: Sequence[Document], space: Path) -> dict[str, Callable[[], object]]:
    space.mkdir(parents=True)
    file = space / "texts.jsonl"
    rows = ({"id": d.id, "title": d.title, "text": d.text} for d in documents)
    file.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
    texts = [document.text for document in documents]

    def built(name: str, model: str | None, workers: int = 1) -> Callable[[], object]:
        runner = local(workers)
        fresh = iter(range(10**6))  # into a new folder each time: an old build would save the work
        return lambda: build([str(file)], space / f"{name}{next(fresh)}", Options(model=model, runner=runner))

    return {
        "nlp.pipe": lambda: sum(1 for _ in _raw().pipe(texts)),
        "build": built("model", DEFAULT_MODEL),
        "build --fast": built("fast", None),
        "build --workers 2": built("model-two", DEFAULT_MODEL, 2),
        "build --fast --workers 2": built("fast-two", None, 2),
    }


@cache
def _raw() -> Any:
    import spacy

    return spacy.load(DEFAULT_MODEL)
