"""Files of texts with gold in, the examples that a reader finds in each text out."""

import multiprocessing
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from kg.annotate import load_recogniser
from kg.annotate.recogniser import Recogniser
from kg.assets import DEFAULT_MODEL
from training.documents import Lesson, lessons
from training.fitting import Example

Reader = Callable[[Lesson, Recogniser], Iterable[Example]]


def read(files: Sequence[Path], reader: Reader) -> list[Example]:
    """The examples of all files in their order, read by a process a processor with the weights that there are now."""
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as processes:
        return [example for some in processes.map(partial(_examples, reader), files) for example in some]


def _examples(reader: Reader, file: Path) -> list[Example]:
    recogniser = load_recogniser(DEFAULT_MODEL)
    return [example for lesson in lessons([file]) for example in reader(lesson, recogniser)]
