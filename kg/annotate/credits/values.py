"""The value of a field of credits in; the names in it, each with what stands in brackets behind it, out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.cues import credits_of_field
from kg.lexis.names import is_company
from kg.model import Span

_SEPARATOR: Final = re.compile(
    r"\s*(?:,(?!\s(?:Jr|Sr|Inc|Ltd|LLC|Co)\b)|;|\n|<br\s?/?>|•|·|\||(?<!\bA)/|/(?!S\b)|\s&\s|\sand\s|\s–\s)\s*"
)
NOTE: Final = re.compile(r"\s*\(([^()]*)\)")
_LETTERS: Final = re.compile(
    r"(?:[A-Z]\.){2,}|ASC|BSC|CSC|AFC|ACE|PGA|.*\.(?:jpe?g|png|svg|gif)|(?:from|after|based\son)\s.*", re.IGNORECASE
)  # "A.S.C.", pictures, "from his novel"
_SMALL: Final = re.compile(  # words of a name that are not written large
    r"(?:d['’].*|al|af|av|and|bin|ben|da|das|de|del|dell[ao]|den|der|di|do|dos|du|e|el|i|ibn|la|le|les|of|och|te|ten"
    r"|ter|the|til|van|vom|von|und|y|zu|zum|zur)(?!\w)"
)
_BEHIND: Final = re.compile(r"\s(?:from|for|after|with|based|adapted|at|under|via|in|on|as|who|which)\s.*", re.DOTALL)
_WORD: Final = re.compile(r"[^\W\d_][\w’'.-]*")


def people(text: str, span: Span) -> Iterator[tuple[Span, str]]:
    """The names in a field that holds people or companies, up to where its line goes on as a sentence does.

    "A, from a story by B" names A, and "A and B step into it" nobody.
    """
    names: list[tuple[Span, str]] = []
    for value, note in values(text, span):
        said = value.of(text)
        if said[0].islower() and not _SMALL.match(said):
            break
        name = Span(value.start, value.start + len(_BEHIND.sub("", said)))
        if _is_prose(name.of(text)):
            names = [(other, noted) for other, noted in names if "\n" in text[other.start : value.start]]
        elif not credits_of_field(name.of(text)):
            names.append((name, note))
    return iter(names)


def _is_prose(words: str) -> bool:
    """Whether words hold some that no name has."""
    return not is_company(words) and any(
        word[0].islower() and not _SMALL.fullmatch(word) for word in _WORD.findall(words)
    )


def values(text: str, span: Span) -> Iterator[tuple[Span, str]]:
    """The values of a field with their bracketed notes ("A-Film (Netherlands)")."""
    position = span.start
    while position < span.end:
        stop, depth = position, 0
        while stop < span.end and (depth or not _SEPARATOR.match(text, stop, span.end)):
            depth += (text[stop] == "(") - (text[stop] == ")")
            stop += 1
        raw = text[position:stop]
        notes = "; ".join(NOTE.findall(raw))
        bare = NOTE.split(raw)[0].rstrip()
        left = len(bare) - len(bare.lstrip())
        if bare.strip() and not _LETTERS.fullmatch(bare.strip()):
            yield Span(position + left, position + len(bare)), notes
        separator = _SEPARATOR.match(text, stop, span.end)
        position = separator.end() if separator and separator.end() > stop else stop + 1
