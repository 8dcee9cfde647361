"""The study of documents: the same in one process and in several; a bad document, or a killed worker, is reported."""

import multiprocessing
import os
import signal
import threading
import time
from dataclasses import replace

import pytest

from kg.errors import ConfigurationError, KgError
from kg.model import Document, Extraction, Page, Skipped
from kg.pipeline import study as module
from kg.pipeline import study_all

TEXT = "Pale Harbour is a 1951 Irish drama film directed by Nora Kilbride and starring Tom Ashe as Father Dunne."
DOCUMENTS = [Document(f"{n:03}", TEXT.replace("1951", str(1930 + n))) for n in range(40)]


def test_workers_find_the_same_in_the_same_order() -> None:
    alone = list(study_all(DOCUMENTS, None, workers=1))
    assert all(isinstance(found, Extraction) and found.claims for found in alone)
    assert list(study_all(DOCUMENTS, None, workers=2)) == alone


def test_a_text_about_no_film_is_skipped() -> None:
    recipe = Document("b", "Soak the beans overnight, then boil them slowly with an onion.", path="soup/b.txt")
    assert list(study_all([recipe], None, workers=1)) == [Skipped("soup/b.txt", "no film is described in it")]


def test_a_document_that_the_program_fails_on_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = module.extract

    def extract(page: Page) -> Extraction:
        if page.document.id == "001":
            raise KeyError("no such rule")
        return whole(page)

    monkeypatch.setattr(module, "extract", extract)
    found = list(study_all([replace(d, path=f"texts/{d.id}.txt") for d in DOCUMENTS[:3]], None, workers=1))
    assert isinstance(found[1], Skipped)
    assert found[1].path == "texts/001.txt"
    assert "KeyError: 'no such rule' (test_pipeline_study.py:" in found[1].reason
    assert [isinstance(f, Extraction) for f in found] == [True, False, True]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_model_that_is_not_installed_is_an_error_and_no_skipped_documents(workers: int) -> None:
    with pytest.raises(ConfigurationError, match="no_such_model"):
        list(study_all(DOCUMENTS, "no_such_model", workers))


def kill_the_first_worker() -> None:
    while not (children := [p for p in multiprocessing.active_children() if p.is_alive()]):
        time.sleep(0.01)
    os.kill(children[0].pid or 0, signal.SIGKILL)


def test_a_killed_worker_ends_the_study_with_an_error() -> None:
    killer = threading.Thread(target=kill_the_first_worker)
    killer.start()
    with pytest.raises(KgError, match="a worker process was killed"):
        list(study_all(DOCUMENTS * 50, None, workers=2))
    killer.join()
