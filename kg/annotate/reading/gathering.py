"""Blocks and sentences in, the document's credits and people out, every name in its fullest form."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.annotate.credits.crew import read_crew
from kg.annotate.credits.fields import read_fields
from kg.annotate.credits.found import Found
from kg.annotate.credits.leads import COMPANY_ONLY, read_leads, read_titles
from kg.annotate.credits.originals import read_originals
from kg.annotate.credits.parts import (
    character,
    figure,
    is_titled,
    kind_of,
    read_brackets,
    read_played_by,
    read_roles_of,
    read_with,
)
from kg.annotate.credits.scripts import read_scripts
from kg.annotate.credits.subjects import name_groups, read_subjects
from kg.annotate.people import Directory, with_surname
from kg.annotate.prose import is_plot
from kg.annotate.reading.sifting import sifted
from kg.annotate.recogniser import Recogniser
from kg.annotate.reviews.castings import read_castings
from kg.annotate.reviews.elsewhere import read_elsewhere
from kg.annotate.reviews.judged import read_critique, read_judged_pronouns, read_possessive, read_pronouns
from kg.annotate.reviews.makers import read_makers
from kg.annotate.reviews.weighing import read_places, weighed
from kg.annotate.works.ties import Told
from kg.lexis.given import is_full_name
from kg.lexis.names import clean_name, is_company, names_in
from kg.lexis.titles import YEAR
from kg.lexis.words import any_of
from kg.model import Block, BlockKind, Credit, Document, Kind, Mention, Sentence, Span, Thing

_OF_ELDER: Final = frozenset({"director.lead", "screenwriter.noun"})
_ELDER: Final = re.compile(  # "from the 1997 Norwegian film by A", "the old script by A"
    rf"\b(?:from|of|on)\s(?:the|an?|his|her)\s{YEAR}\s(?:[A-Z]\w+\s)?(?:[a-z]+\s)?$|\bold\s$"
)
_THE_ORIGINAL: Final = re.compile(r"\bthe\soriginal\s$", re.IGNORECASE)
_PARTICLE: Final = re.compile(rf"(?i:{any_of('particle')})\s")
_SIBLINGS: Final = re.compile(r"\b(?:sisters|brothers|siblings|twins|spouses|couple),?\s$")
_LISTS: Final = frozenset({"actor.participle", "actor.phrase", "actor.subject"})
_LISTED: Final = re.compile(
    r"(?:,|,?\sand|,?\s(?:along)?with|including|featuring|introducing|alongside|opposite"
    r"|starring|[:—–])\s(?:[a-z-]+\s){0,3}$"
)
_LIST_OVER: Final = re.compile(
    r"\b(?:by|about|based|story|follows|set|who|whose|which|when|where|while|character"
    r"|characters|from|of)\b"
)
_CAST: Final = re.compile(r"\b(?:cast|characters)\b(?!ing)", re.IGNORECASE)
_HIMSELF: Final = re.compile(r"(?:him|her|them)sel(?:f|ves)\b", re.IGNORECASE)
_FIGURES: Final = _LISTS | {
    "actor.plays",
    "actor.with",
    "actor.review",
    "actor.judged",
    "actor.played-by",
    "actor.part",
    "actor.pronoun",
    "actor.role-of",
    "actor.original",
}


@dataclass(slots=True)
class Reading:
    """One document while its credits are read.

    `bare` is its text with the titles of other films blotted out, `shadow` the same without the film's own title.
    """

    document: Document
    shadow: str
    bare: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    told: Told
    main: Thing
    title: str | None
    circled: bool
    directory: Directory

    def is_plot(self, sentence: Sentence) -> bool:
        """Whether a sentence belongs to the plot."""
        return is_plot(self.blocks[sentence.block])

    def is_cast(self, sentence: Sentence) -> bool:
        """Whether a sentence stands under a heading that announces the cast."""
        return bool(_CAST.search(self.blocks[sentence.block].label)) and not self.is_review(sentence)

    def is_review(self, sentence: Sentence) -> bool:
        """Whether a sentence judges the film: it stands in a review, or in prose that never says what the film is."""
        kind = self.blocks[sentence.block].kind
        return kind is BlockKind.REVIEW or (self.circled and kind is BlockKind.PROSE)


def read_blocks(reading: Reading, recogniser: Recogniser) -> tuple[tuple[Credit, ...], tuple[Mention, ...]]:
    """All credits of a document in the order of its text, and every mention of a person."""
    text = reading.document.text
    found = list(read_fields(reading.document, reading.blocks))
    for sentence in reading.sentences:
        if not reading.is_plot(sentence):
            found += read_leads(reading.shadow, sentence.span.start, sentence.span.end)
            found += read_with(reading.shadow, sentence.span.start, sentence.span.end)
            found += read_titles(reading.shadow, sentence.span.start, sentence.span.end)
            found += read_scripts(reading.shadow, sentence.span.start, sentence.span.end)
    for name in _names(text, found, reading):
        reading.directory.add(name)
    for name in _recognised(reading, recogniser):
        reading.directory.add(name)
    found += _more(reading)
    found += _modelled(reading, recogniser, found)
    found = _without_originals(found, list(_originals(reading, found)))
    found += _weighed(reading, found)
    found += _elsewhere(reading, found)
    for name in _names(text, found, reading):
        reading.directory.add(name)
    read = (_credit(reading, f) for f in sorted(_once(found), key=lambda f: (f.name, f.relation, f.rule)))
    return sifted([*(c for c in read if c), *_makers(reading)]), tuple(reading.directory.mentions(text))


def _weighed(reading: Reading, found: Sequence[Found]) -> Iterator[Found]:
    """Who made the film and who plays in it by all signs together, where no sentence of a review says so."""
    credited: dict[str, set[str]] = {}
    here = [f for f in found if _film_at(reading, f.name.start) == reading.main]
    for f in (f for f in here if f.rule != "actor.judged" or f.role):
        person = _full(reading, f.name, crew=f.relation != "actor")
        credited.setdefault(person, set()).add(f.relation)
    parts = {word for f in found if f.role for word in f.role.of(reading.shadow).split() if word[:1].isupper()}
    places = [
        place
        for sentence in reading.sentences
        if reading.is_review(sentence)
        for place in read_places(reading.shadow, sentence.span, _named_before(reading, sentence))
        if not parts & set(place.person.split()) and _film_at(reading, place.name.start) == reading.main
    ]
    yield from weighed(places, credited)


def _once(found: Iterable[Found]) -> list[Found]:
    """All but the "with A as X" that only repeats a place in a list: the list knows which roles its names share."""
    made = list(found)
    listed = {f.name for f in made if f.rule in _LISTS}
    return [f for f in made if f.rule != "actor.with" or f.name not in listed]


def _elsewhere(reading: Reading, found: Iterable[Found]) -> Iterator[Found]:
    """Credits of the films that are only brought up."""
    text = reading.document.text
    directors = {reading.directory.full(f.name.of(text)) for f in found if f.relation == "director"}
    forms = frozenset(form for form in reading.directory.forms() if reading.directory.full(form) in directors)
    for title in reading.told.mentioned:
        within = next((s.span for s in reading.sentences if title in s.span), title)
        yield from read_elsewhere(text, title, within.start, within.end, forms | frozenset(directors))


def _names(text: str, found: Iterable[Found], reading: Reading) -> Iterator[str]:
    for f in found:
        if f.relation not in COMPANY_ONLY:
            yield clean_name(f.name.of(text))
    for _, item in reading.told.makers:
        yield clean_name(item.name.of(text))


def _recognised(reading: Reading, recogniser: Recogniser) -> Iterator[str]:
    """Full names in reviews: the model's people, names with a given one, and those whose surname stands alone, too.

    The model is asked about sentences that have a full name of which nothing else tells yet, and about no others.
    """
    text, known = reading.document.text, reading.directory.knows
    spans = [s.span for s in reading.sentences if reading.is_review(s)]
    shaped = {span: [m[0] for m in names_in(reading.shadow, span.start, span.end)] for span in spans}
    asked = [span for span in spans if any(" " in n and not (known(n) or is_full_name(n)) for n in shaped[span])]
    for span, people in zip(asked, recogniser.people([s.of(text) for s in asked]), strict=True):
        for start, end in people:
            inside = names_in(text, span.start + start, span.start + end)
            yield from (m[0] for m in inside if " " in m[0] and m.end() == span.start + end)
    names = [name for found in shaped.values() for name in found if not name.startswith("the ")]
    alone = {name for name in names if " " not in name}
    yield from (n for n in names if " " in n and (n.split(" ")[-1] in alone or is_full_name(n)))
    for span in spans:  # "Ana Ruiz and Mos Dahl": one is a person as the other is
        for group in name_groups(reading.shadow, span.start, span.end):
            joined = [name.of(reading.shadow) for name in group]
            if len(joined) > 1 and any(map(is_full_name, joined)):
                yield from (name for name in joined if " " in name and not _PARTICLE.match(name))


def _more(reading: Reading) -> Iterator[Found]:
    """Credits that need to know who is who: "Lund stars", "the mayor (Lund)", "Holt, played by Lund"."""
    text, known = reading.document.text, reading.directory.forms()
    for sentence in reading.sentences:
        start, end = sentence.span.start, sentence.span.end
        yield from read_brackets(reading.bare, start, end, known)
        yield from read_played_by(reading.bare, start, end)
        if reading.is_cast(sentence):
            yield from read_castings(reading.shadow, start, end, known)
        if reading.is_review(sentence):
            yield from read_critique(reading.shadow, start, end, known)
            yield from read_castings(reading.shadow, start, end, known)
            yield from read_makers(reading.bare, start, end, known, reading.title or "")
            yield from read_possessive(reading.bare, start, end, reading.title or "", known)
            meant = [m.span for m in _named_before(reading, sentence)]
            yield from read_pronouns(text, start, end, meant)
            yield from read_judged_pronouns(text, start, end, meant)
        if not reading.is_plot(sentence):
            yield from read_crew(reading.shadow, start, end, known)
            yield from read_subjects(reading.shadow, start, end, known, reading.title or "")
            yield from read_roles_of(text, start, end, known)


def _modelled(reading: Reading, recogniser: Recogniser, found: Sequence[Found]) -> Iterator[Found]:
    """Actors whom only the model sees: people in a sentence that lists a cast, named nowhere else in it."""
    text = reading.document.text
    cast = [f for f in found if f.relation == "actor" and f.rule in _LISTS]
    open_names = [(s, n) for s in reading.sentences if (n := _unread(reading, s, cast, found))]
    seen = recogniser.people([s.span.of(text) for s, _ in open_names])
    for (sentence, names), people in zip(open_names, seen, strict=True):
        spans = {Span(sentence.span.start + start, sentence.span.start + end) for start, end in people}
        yield from (Found("actor", name, sentence.span, "actor.model") for name in names if name in spans)


def _unread(reading: Reading, sentence: Sentence, cast: Sequence[Found], found: Sequence[Found]) -> list[Span]:
    """The names of a sentence with a cast list that nothing was made of, and that stand in no other film's words."""
    if reading.is_plot(sentence) or not any(f.cue in sentence.span for f in cast):
        return []
    taken = [s for f in found for s in (f.name, f.role, f.cue) if s and s in sentence.span]
    taken += [scope.span for scope in reading.told.scopes]
    names = (Span(*m.span()) for m in names_in(reading.shadow, sentence.span.start, sentence.span.end))
    first = min(f.name.start for f in cast if f.cue in sentence.span)
    return [
        n
        for n in names
        if n.start > first
        and " " in n.of(reading.shadow)
        and not any(n.overlaps(t) for t in taken)
        and _LISTED.search(reading.shadow, sentence.span.start, n.start)
        and not _LIST_OVER.search(reading.shadow, first, n.start)
    ]


def _named_before(reading: Reading, sentence: Sentence) -> list[Mention]:
    """The people named in this sentence and the one before it, for pronouns."""
    block = reading.blocks[sentence.block].span
    start = max(block.start, sentence.span.start - 160)
    return list(reading.directory.mentions(reading.document.text[start : sentence.span.end], start))


def _originals(reading: Reading, found: list[Found]) -> Iterator[Found]:
    for sentence in reading.sentences:
        yield from read_originals(
            reading.document.text, sentence.span.start, sentence.span.end, found, reading.directory
        )


def _without_originals(found: list[Found], originals: list[Found]) -> list[Found]:
    """All credits, without what the same words seem to say of the page's own film: "played by A in the original".

    What a text goes on to say behind these words ("…, has a cameo") is of the page's own film.
    """
    ends = {f.name: max(f.cue.end, f.name.end) for f in originals if f.relation == "originalActor"}
    return [*(f for f in found if f.relation != "actor" or f.cue.end > ends.get(f.name, 0)), *originals]


def _credit(reading: Reading, found: Found) -> Credit | None:
    text, original = reading.document.text, found.relation == "originalActor"
    film = _original(reading) if original else _film_at(reading, (found.of or found.name).start)
    name = clean_name(found.name.of(text))
    if film.kind is not Kind.MOVIE or not name:
        return None
    if found.rule in _OF_ELDER and _is_of_elder(reading, found.cue.start):
        return None
    acts = original or found.relation == "actor"
    if acts and (name.startswith(("the ", "and ")) or is_titled(name) or is_titled(reading.directory.full(name))):
        return None
    note = found.note.split("; ", 1)[0]
    if acts and reading.directory.knows(note) and reading.directory.full(note) != name:
        return None  # "featuring Captain Holt (Lund)" lists a character
    return Credit(
        relation=found.relation,
        film=film,
        name=_full(reading, found.name, crew=not acts),
        span=_extent(found),
        rule=found.rule,
        role=_role(found, text) if acts else "",
        kind=_kind(found, text),
        counterpart=_full(reading, found.counterpart) if found.counterpart else "",
    )


def _makers(reading: Reading) -> Iterator[Credit]:
    """Who made the other works: a film's director, a book's or play's author."""
    for work, item in reading.told.makers:
        name = _full(reading, item.name)
        if name and not is_company(name):
            relation = "director" if work.kind is Kind.MOVIE else "author"
            yield Credit(relation, work, name, item.name, f"{relation}.work")


def _kind(found: Found, text: str) -> str:
    if found.relation != "actor":
        return ""
    from_form = found.rule in ("actor.field", "actor.item")  # there the words beside a name are another's
    if from_form and found.role and _HIMSELF.match(found.role.of(text)):
        return "AsThemselves"
    return kind_of(found.note, "" if from_form else found.cue.of(text))


def _role(found: Found, text: str) -> str:
    if found.role is None:
        return ""
    words = found.role.of(text)
    if found.rule == "actor.item":
        return "" if _HIMSELF.match(words) else " ".join(words.split())
    return character(words) or (figure(words) if found.rule in _FIGURES else "")


def _full(reading: Reading, span: Span, crew: bool = False) -> str:
    """The fullest form of a name; a first name takes the surname it shares with the next rather than anyone's else."""
    text = reading.document.text
    name = clean_name(span.of(text))
    if is_company(name) and not reading.directory.knows(name):
        return name
    full = reading.directory.full(name)
    may_share = crew and not text.endswith("the ", 0, span.start)  # "the Krantzes and A" are no siblings
    may_share = may_share or bool(_SIBLINGS.search(text, max(0, span.start - 14), span.start))
    if may_share and (full == name or full.startswith(f"{name} ")):
        shared = with_surname(text, span)
        return shared if shared != name else full
    return full


def _extent(found: Found) -> Span:
    spans = [found.cue, found.name, *([found.role] if found.role else [])]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    return found.cue if found.relation == "originalActor" else Span(start, end)


def _is_of_elder(reading: Reading, at: int) -> bool:
    """Whether the words before a noun with its maker tell it of the earlier film: "the original" does in a remake."""
    text, start = reading.document.text, max(0, at - 40)
    return bool(_ELDER.search(text, start, at) or (_remade(reading) and _THE_ORIGINAL.search(text, start, at)))


def _remade(reading: Reading) -> Thing | None:
    """The film that the text says the page's own remakes."""
    tied = (t.object for t in reading.told.ties if t.relation == "remakeOf" and t.subject == reading.main)
    return next(tied, None)


def _original(reading: Reading) -> Thing:
    """The film that the page's own remakes; one without any title where the text only says that there is one."""
    return _remade(reading) or Thing(Kind.MOVIE, "original")


def _film_at(reading: Reading, offset: int) -> Thing:
    return next((s.film for s in reading.told.scopes if s.span.start <= offset < s.span.end), reading.main)
