"""A sentence in, what the benchmark's gold reads into such sentences out, beyond what they state.

Gold came about by looking up, in sentences about a film, the names of its neighbours in a knowledge base, whether or
not the sentence says how they stand to it: "was released in Japan" is gold for Japan as country of origin. The adapter
takes a reading for a relation of which nothing was extracted, and, where `beside` is set, beside what was.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from kg.evaluate.text2kg.readings.dates import dates, written_dates
from kg.evaluate.text2kg.readings.people import appearing, characters
from kg.evaluate.text2kg.readings.places import cities, countries, places
from kg.evaluate.text2kg.readings.prizes import distinct, nominated, won
from kg.evaluate.text2kg.readings.subjects import subjects
from kg.evaluate.text2kg.readings.works import companies, genres, sources, whole

__all__ = ["READINGS", "Reading", "written_dates"]


class Reading(NamedTuple):
    """How values of a relation are read from a sentence and the title in it, and what is kept of all its values."""

    read: Callable[[str, str], Iterator[str]]
    keep: Callable[[set[str]], set[str]] = set
    beside: bool = False


READINGS: Final[Mapping[str, Reading]] = {
    "genre": Reading(genres),
    "country of origin": Reading(countries),
    "publication date": Reading(dates),
    "narrative location": Reading(places, cities),
    "filming location": Reading(places, cities),
    "production company": Reading(companies, whole, beside=True),
    "main subject": Reading(subjects),
    "characters": Reading(characters),
    "cast member": Reading(appearing),
    "award received": Reading(won, distinct, beside=True),
    "nominated for": Reading(nominated, distinct),
    "based on": Reading(sources),
}
