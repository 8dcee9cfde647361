"""Documents in; the works that authors tell from others of their title, decided title by title, out."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from kg.model import Thing
from kg.resolve.desks.office import Office
from kg.resolve.recording import work_rows
from kg.resolve.summary import Summary
from kg.resolve.works import title_of, work_slugs


class Authored(Struct, array_like=True):
    """What a document states of the authors of one title, sent to the desk of the title."""

    portion: int
    title: str
    document: str
    authors: list[tuple[Thing, str]]


class Work(Struct, array_like=True):
    """What a work is called, where authors tell it from others, sent to where the document is."""

    document: str
    thing: Thing
    made: str


def send_works(office: Office, desk: int) -> None:
    """Send what is stated of authors to the desks of titles."""
    authored = (each for summary in office.laid(desk, Summary) for each in _authored(desk, summary))
    office.send(desk, ((office.desk_of(each.title), each) for each in authored), Authored)


def _authored(desk: int, summary: Summary) -> Iterator[Authored]:
    by_title = sorted(summary.authors, key=lambda each: title_of(each[0]))
    for title, some in groupby(by_title, key=lambda each: title_of(each[0])):
        yield Authored(desk, title, summary.document, list(some))


def decide_works(office: Office, desk: int) -> None:
    """Decide the titles of a desk."""
    letters = list(office.read(desk, Authored))
    portion = {letter.document: letter.portion for letter in letters}
    works = work_slugs(Summary(each.document, (), (), (), (), tuple(each.authors)) for each in letters)
    office.put(desk, "films", "works", work_rows(works))
    office.send(desk, ((portion[work[0]], Work(*work, made)) for work, made in works.items()), Work)
