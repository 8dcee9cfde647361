"""The people of a document: names as found in, each given its fullest form ("Lund" → "Maria Lund"), mentions out."""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from kg.lexis.given import is_full_name
from kg.lexis.letters import UPPER
from kg.lexis.names import clean_name, is_company
from kg.lexis.words import word_lists
from kg.model import Mention, Span

_TOKEN = re.compile(
    r"(?:[^\W\d_](?:\.[^\W\d_])*\.(?!\w)(?<![a-z]{2}\.)|(?:Jr|Sr|St|Dr|Mr|Mrs|Ms)\."
    r"|[\w][\w-]*(?:['’](?!s\b)[\w-]+)*|[\"“‘(][\w\s.'-]+[\"”’)])"
)
_SHARED = re.compile(
    rf"(?:,\s{UPPER}[\w-]+)*,?\s(?:and|&)\s(?:{UPPER}[\w-]+|{UPPER}\.)\s(?P<surname>{UPPER}[\w'’-]+)(?=[\s,.;)]|$)(?!\s{UPPER})"
)
_PARTICLES = frozenset(word_lists()["particle"])
_MARKS = frozenset("\"“‘'(")  # of nicknames
_HONORIFIC = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.?\s")
_TITLE = re.compile(r"^(?:Mr|Ms|Miss|Dr|Sir|Dame)\.?\s")
_SUFFIX = re.compile(r",?\s(?:Jr\.?|Sr\.?|II|III|IV)$")


@dataclass(slots=True)
class Directory:
    """The full names of a document, in the order they were first stated; the earlier one owns a shared surname."""

    names: list[str] = field(default_factory=list)
    _short: dict[str, str] = field(default_factory=dict)
    _first: set[str] = field(default_factory=set)
    _longest: dict[str, int] = field(default_factory=dict)  # words of the longest form by the first of them

    def add(self, name: str) -> None:
        """Takes in a name of two words or more; surname, first name and variants then stand for it."""
        if " " not in name or name in self._short or is_company(name):
            return
        if self.full(name) != name and not name.startswith("Mrs"):  # "Mr Ruiz" behind "Per Ruiz"
            return
        self.names.append(name)
        self._know(name, name)
        self._fill_in(name)
        first = name.split(" ", 1)[0]
        for form in _forms(name):
            if form in self._first and form != first:  # a surname has more claim to a word than a first name
                self._first.discard(form)
                self._short[form] = name
            elif form not in self._short:
                self._know(form, name)
                if form == first:
                    self._first.add(form)

    def _fill_in(self, name: str) -> None:
        """Gives whoever was known by an initial, a title or two surnames ("A. Ruiz", "Miss Ruiz") the name in full."""
        surname = name.split(" ")[-1]
        titled = self._short.get(surname, "")
        for short in (_initialled(name), _surnames(name), titled if _TITLE.sub("", titled) == surname else ""):
            if self._short.get(short) == short != name:
                self.names.remove(short)
                self._short.update({form: name for form, whole in self._short.items() if whole == short})

    def _know(self, form: str, name: str) -> None:
        head = form.split(" ", 1)[0]
        self._short[form] = name
        self._longest[head] = max(self._longest.get(head, 0), form.count(" ") + 1)

    def add_all(self, names: Iterable[str]) -> None:
        """Takes in all of these names, in their order."""
        for name in names:
            self.add(name)

    def full(self, name: str) -> str:
        """The fullest form of a name in this document; the name itself when it is no part of another."""
        bare = _HONORIFIC.sub("", name)
        return self._short.get(name) or self._short.get(name.casefold()) or self._short.get(bare) or name

    def knows(self, name: str) -> bool:
        """Whether this is a full name, a surname or a first name of someone in the document."""
        return name in self._short

    def forms(self) -> frozenset[str]:
        """Every form under which somebody is known."""
        return frozenset(self._short)

    def mentions(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Mention]:
        """Every place in this stretch of `text` where someone is named, the longest form at each."""
        words, places = _words(text)
        skip = -1
        for first in sorted(place for head in self._longest for place in places.get(head, ())):
            begin, over = words[first]
            if first <= skip or begin < start or over > end:
                continue
            for last in range(min(first + self._longest[text[begin:over]], len(words)) - 1, first - 1, -1):
                over = words[last][1]
                form = text[begin:over]
                if over <= end and form in self._short and (form[:1].isupper() or last > first):
                    yield Mention(Span(begin, over), self._short[form])
                    skip = last
                    break


@lru_cache(maxsize=8)  # a document is gone through as often as people are found in it
def _words(text: str) -> tuple[list[tuple[int, int]], dict[str, list[int]]]:
    """Where the words of a text begin and end, and the numbers of those that are the same."""
    words = [match.span() for match in _TOKEN.finditer(text)]
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, (start, end) in enumerate(words):
        places[text[start:end]].append(number)
    return words, places


def _forms(name: str) -> Iterator[str]:
    bare = _SUFFIX.sub("", name)
    yield bare
    words = [w for w in bare.split(" ") if w[:1] not in _MARKS]
    yield " ".join(words)
    yield _surnames(name) or bare
    if len(words) == 3 and "-" in words[2]:  # "Tony Lam" of "Tony Lam Chiu-ho"
        yield " ".join(words[:2])
    tail = len(words) - 1
    while tail > 1 and words[tail - 1].casefold() in _PARTICLES:
        tail -= 1
    surname = " ".join(words[tail:])
    yield surname
    yield surname[:1].upper() + surname[1:]
    yield words[-1]
    if len(words) > 2:
        yield f"{words[0]} {words[-1]}"
    if "-" not in words[0] and not words[0].endswith(".") and len(words[0]) > 2:
        yield words[0]
    yield _initialled(bare)


def _surnames(name: str) -> str:
    """ "Lund Vik" of "Ana Lund Vik"; "" where these may be another's full name."""
    _, *rest = name.split(" ")
    two = " ".join(rest) if len(rest) == 2 and rest[0].isalpha() else ""
    return two if is_full_name(name) and not is_full_name(two) else ""


def _initialled(name: str) -> str:
    """ "A. Ruiz" of "Ana Ruiz" and of "Ana M. Ruiz"; a single word as it stands."""
    first, *rest = name.split(" ")
    return f"{first[:1]}. {rest[-1]}" if rest else name


def directory(names: Iterable[str]) -> Directory:
    """A directory of these names, as stated; companies and single words are left out."""
    made = Directory()
    made.add_all(map(clean_name, names))
    return made


def with_surname(text: str, name: Span) -> str:
    """A first name with the surname that it shares with the next ("Joel and Ethan Coen"), else as it stands."""
    first = clean_name(name.of(text))
    match = _SHARED.match(text, name.end)
    return f"{first} {match['surname']}" if match and " " not in first else first
