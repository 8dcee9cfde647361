"""The study of documents: the same in one process and in several; a bad document, or a killed worker, is reported."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from kg.errors import ConfigurationError
from kg.model import Document, Extraction, Page, Skipped
from kg.pipeline import local, study_all
from kg.pipeline import studying as module
from kg.pipeline.runners import Here, Lost, Processes

T = TypeVar("T")
R = TypeVar("R")

TEXT = "Pale Harbour is a 1951 Irish drama film directed by Nora Kilbride and starring Tom Ashe as Father Dunne."
DOCUMENTS = [Document(f"{n:03}", TEXT.replace("1951", str(1930 + n))) for n in range(40)]


def test_workers_find_the_same_in_the_same_order() -> None:
    alone = list(study_all(DOCUMENTS, None, Here()))
    assert all(isinstance(found, Extraction) and found.claims for found in alone)
    with closing(Processes(2)) as runner:
        assert list(study_all(DOCUMENTS, None, runner)) == alone


def test_a_text_about_no_film_is_skipped() -> None:
    recipe = Document("b", "Soak the beans overnight, then boil them slowly with an onion.", path="soup/b.txt")
    assert list(study_all([recipe], None, Here())) == [Skipped("soup/b.txt", "no film is described in it")]


def test_a_document_that_the_program_fails_on_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = module.extract

    def extract(page: Page) -> Extraction:
        if page.document.id == "001":
            raise KeyError("no such rule")
        return whole(page)

    monkeypatch.setattr(module, "extract", extract)
    found = list(study_all([replace(d, path=f"texts/{d.id}.txt") for d in DOCUMENTS[:3]], None, Here()))
    assert isinstance(found[1], Skipped)
    assert found[1].path == "texts/001.txt"
    assert "KeyError: 'no such rule' (test_pipeline_study.py:" in found[1].reason
    assert [isinstance(f, Extraction) for f in found] == [True, False, True]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_model_that_is_not_installed_is_an_error_and_no_skipped_documents(workers: int) -> None:
    with closing(local(workers)) as runner, pytest.raises(ConfigurationError, match="no_such_model"):
        list(study_all(DOCUMENTS, "no_such_model", runner))


def deadly(document: Document) -> None:
    if document.id == "007":
        os.kill(os.getpid(), signal.SIGKILL)


class Mortal:
    """A runner two workers strong, whose workers die over one document."""

    def __init__(self) -> None:
        self.processes = Processes(2)

    def map(self, task: Callable[[T], R], items: Iterable[T], at_once: int = 16) -> Iterator[R | Lost[T]]:
        return self.processes.map(partial(_after, deadly, task), items, at_once)

    def sees(self, path: Path) -> bool:
        return self.processes.sees(path)

    def close(self) -> None:
        self.processes.close()


def _after(first: Callable[[T], None], task: Callable[[T], R], item: T) -> R:
    first(item)
    return task(item)


def test_a_document_that_kills_its_workers_is_set_aside_by_name() -> None:
    with closing(Mortal()) as runner:
        found = list(study_all(DOCUMENTS, None, runner))
    reason = "3 worker processes were killed over it, perhaps for want of memory"
    assert found[7] == Skipped("007", reason, "007")
    assert sum(isinstance(f, Extraction) for f in found) == len(DOCUMENTS) - 1
