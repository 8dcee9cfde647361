"""Whom a document names in full: the names of its credits, and those that its reviews have besides."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kg.annotate.credits.found import Found
from kg.annotate.credits.groups import name_groups
from kg.annotate.credits.leads import COMPANY_ONLY
from kg.annotate.reading.state import Reading
from kg.annotate.recogniser import Recogniser
from kg.lexis.given import is_full_name
from kg.lexis.names import clean_name, names_in
from kg.lexis.words import any_of
from kg.model import Mention, Span

_PARTICLE: Final = re.compile(rf"(?i:{any_of('particle')})\s")


def credited(reading: Reading, found: Iterable[Found]) -> Iterator[str]:
    """The people of these credits, and the makers of the other works."""
    spans = [f.name for f in found if f.relation not in COMPANY_ONLY]
    spans += [item.name for _, item in reading.told.makers]
    return (clean_name(span.of(reading.text)) for span in spans)


def recognised(reading: Reading, recogniser: Recogniser) -> Iterator[str]:
    """Full names in reviews: the model's people, names with a given one, those whose surname stands alone, too."""
    spans = [s.span for s in reading.sentences if reading.is_review(s)]
    shaped = {span: [m[0] for m in names_in(reading.shadow, span.start, span.end)] for span in spans}
    yield from _modelled(reading, recogniser, shaped)
    names = [name for found in shaped.values() for name in found if not name.startswith("the ")]
    alone = {name for name in names if " " not in name}
    yield from (n for n in names if " " in n and (n.split(" ")[-1] in alone or is_full_name(n)))
    for span in spans:
        yield from _joined(reading.shadow, span)


def _modelled(reading: Reading, recogniser: Recogniser, shaped: dict[Span, list[str]]) -> Iterator[str]:
    """The model's people in the sentences that have a full name of which nothing else tells yet, and in no others."""
    text, known = reading.text, reading.directory.knows
    asked = [s for s, names in shaped.items() if any(" " in n and not (known(n) or is_full_name(n)) for n in names)]
    for span, people in zip(asked, recogniser.people([s.of(text) for s in asked]), strict=True):
        for start, end in people:
            inside = names_in(text, span.start + start, span.start + end)
            yield from (m[0] for m in inside if " " in m[0] and m.end() == span.start + end)


def _joined(text: str, sentence: Span) -> Iterator[str]:
    """Names joined to someone's: of "Ana Ruiz and Mos Dahl" one is a person as the other is."""
    for group in name_groups(text, sentence.start, sentence.end):
        names = [name.of(text) for name in group]
        if len(names) > 1 and any(map(is_full_name, names)):
            yield from (name for name in names if " " in name and not _PARTICLE.match(name))


def named_in(reading: Reading, sentences: Iterable[Span]) -> list[Mention]:
    """Everyone whom a document names, and what may be someone's name in these of its sentences."""
    known = list(reading.directory.mentions(reading.text))
    places = [mention.span for mention in known]
    return sorted([*known, *(m for span in sentences for m in _unknown(reading.shadow, span, places))])


def _unknown(text: str, sentence: Span, known: Sequence[Span]) -> Iterator[Mention]:
    """Words of a sentence that have the form of a full name and are nobody's yet."""
    for match in names_in(text, sentence.start, sentence.end):
        span = Span(*match.span())
        if " " in match[0] and not match[0].startswith("the ") and not any(span.overlaps(k) for k in known):
            yield Mention(span, clean_name(match[0]))
