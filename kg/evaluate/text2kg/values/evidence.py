"""A sentence about a film in, all that it names and all that is known of it out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from kg.evaluate.facts import Predicted
from kg.evaluate.text2kg.claims import Found, claims, labels, readings, relations
from kg.evaluate.text2kg.readings.dates import dates
from kg.evaluate.text2kg.readings.patterns import NAME, without_genitive
from kg.evaluate.text2kg.readings.places import countries, places
from kg.evaluate.text2kg.readings.prizes import distinct, prizes
from kg.evaluate.text2kg.readings.subjects import matters, subjects
from kg.evaluate.text2kg.readings.works import companies, genres, sources
from kg.evaluate.text2kg.scoring import squash
from kg.lexis import names_in
from kg.lexis.names import opens_a_name

_HIDDEN: Final = "□"
_RUN: Final = re.compile(NAME)
_OWNER: Final = re.compile(r"['’]s\s")


class Evidence(NamedTuple):
    """A sentence, also with its title hidden, and its values: claimed by label, extracted and read, and their kinds."""

    sentence: str
    hidden: str
    claimed: Found
    relations: Mapping[str, set[str]]  # in which a value, squashed, was extracted
    read: Mapping[str, set[str]]  # labels of which a value, squashed, was read
    kinds: Mapping[str, set[str]]  # what a value of the sentence may be

    def candidates(self, label: str) -> list[str]:
        """The values that a label may have, claimed ones first, each once whatever its blanks and case."""
        kinds = set(labels("kinds")[label].split())
        found = {squash(value): value for value in sorted(self.claimed.get(label, ()), reverse=True)}
        for value, its_kinds in self.kinds.items():
            if its_kinds & kinds:
                found.setdefault(squash(value), value)
        return list(found.values())


def evidence(predicted: Predicted, sentence: str, title: str) -> Evidence:
    """All that is known of a sentence about the film of that title, "" where it is not known."""
    hidden = sentence.replace(title, _HIDDEN * len(title)) if title else sentence
    read: dict[str, set[str]] = defaultdict(set)
    for label, values in readings(sentence, title).items():
        for value in values:
            read[squash(value)].add(label)
    kinds: dict[str, set[str]] = defaultdict(set)
    for kind, value in _named(sentence, hidden):
        if squash(value) != squash(title) and _HIDDEN not in value:
            kinds[value].add(kind)
    return Evidence(sentence, hidden, claims(predicted, sentence, title), relations(predicted), read, kinds)


def _named(sentence: str, hidden: str) -> Iterator[tuple[str, str]]:
    """Whatever may be a value, with its kind; places and prizes are none of those of the title."""
    yield from (_name(name) for name in _names(sentence, hidden) if _may_be_name(name))
    yield from (("country", value) for value in countries(hidden, ""))
    yield from (("place", value) for value in places(hidden, ""))
    yield from (("company", value) for value in companies(hidden, ""))
    prized = set(prizes(hidden))
    yield from (("prize", value) for value in sorted(prized | distinct(prized)))
    yield from (("work", value) for value in sources(sentence, ""))
    yield from (("genre", value) for value in genres(sentence, ""))
    yield from (("topic", value) for value in subjects(sentence, ""))
    yield from (("matter", value) for value in matters(hidden))
    yield from (("date", value) for value in dates(sentence, ""))


def _name(name: str) -> tuple[str, str]:
    return ("name" if " " in name else "word", name)


def _may_be_name(name: str) -> bool:
    return len(name) > 1 and (" " in name or (name[0].isupper() and opens_a_name(name)))


def _names(sentence: str, hidden: str) -> Iterator[str]:
    """Names, and what stands before and behind the "'s" in them."""
    for text in (hidden, sentence):
        for match in names_in(text):
            name = without_genitive(match[0])
            yield name
            yield from _OWNER.split(name)
    yield from (without_genitive(match[0]) for match in _RUN.finditer(hidden))
