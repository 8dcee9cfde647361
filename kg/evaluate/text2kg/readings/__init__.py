"""A sentence in, what the benchmark's gold reads into such sentences out, beyond what they state.

Gold came about by looking up, in sentences about a film, the names of its neighbours in a knowledge base, whether or
not the sentence says how they stand to it: "was released in Japan" is gold for Japan as country of origin. The adapter
takes a reading only for a relation of which nothing was extracted.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from kg.evaluate.text2kg.readings.dates import dates, written_dates
from kg.evaluate.text2kg.readings.matters import appearing, characters, subjects
from kg.evaluate.text2kg.readings.places import countries, filmed, narrated
from kg.evaluate.text2kg.readings.prizes import nominated, won
from kg.evaluate.text2kg.readings.works import companies, genres, sources

__all__ = ["READERS", "Reader", "written_dates"]

Reader = Callable[[str, str], Iterator[str]]

READERS: Final[Mapping[str, Reader]] = {
    "genre": genres,
    "country of origin": countries,
    "publication date": dates,
    "narrative location": narrated,
    "filming location": filmed,
    "production company": companies,
    "main subject": subjects,
    "characters": characters,
    "cast member": appearing,
    "award received": won,
    "nominated for": nominated,
    "based on": sources,
}
