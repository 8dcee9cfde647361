"""Sentences in; what they say of other works out: films, books and plays, ties to them, and which words are theirs."""

import re
from typing import Final

from kg.annotate.films.main import MAIN
from kg.annotate.nouns import COUNTRY, Phrase
from kg.annotate.prose import is_plot
from kg.annotate.works.cited import Mentioned, owned_title, read_works
from kg.annotate.works.crafts import read_crafts
from kg.annotate.works.later import read_later
from kg.annotate.works.laterlist import Later
from kg.annotate.works.mentions import Mention, read_mentions
from kg.annotate.works.origins import Origin
from kg.annotate.works.others import ORIGINAL, Others
from kg.annotate.works.retellings import read_retellings
from kg.annotate.works.tails import clause_end, passing_end
from kg.annotate.works.tiefields import read_tie_fields
from kg.annotate.works.told import Told
from kg.lexis.lists import Item
from kg.lexis.prefilter import prefiltered
from kg.lexis.titles import YEAR
from kg.model import Block, BlockKind, Document, Film, Kind, Scope, Sentence, Span, Thing, Tie

_CRAFT: Final = Thing(Kind.WORK, "craft")  # songs, games, stage versions: their credits are nobody's here
_NUMBER: Final = r"\s(?:2|II|Part\s(?:2|II|Two))"
_SECOND: Final = re.compile(_NUMBER + "$")
_NUMBERED: Final = re.compile(rf"(?P<number>{_NUMBER})?(?![\w'’]|\s(?:film\s)?(?:series|franchise))")
_REMAKE: Final = re.compile(r"\b(?:re-?make|re-?made|(?:new|earlier|older)\s(?:version|film)|sequel)", re.IGNORECASE)
_A_REMAKE: Final = re.compile(
    r"\b[Aa]s\sremakes\sgo\b|\b(?:[Ww]hy|need|needs|needed)\s(?:to\s)?remake\b|\bremake\b(?=[.!?:])"
)
_SHARES: Final = re.compile(
    r"\bshar(?:es|ed|ing)\s(?:its|the|a|both)\s(?:[\w,]+\s){0,4}?(?:title|name)\b|\bshared\s(?:title|name)\b"
    r"|\bfilm\sof\s(?:that|this)\s(?:name|title)\b"
)
_VERSION: Final = frozenset(
    {"clause", "version", "first"}
)  # cues that call a film a version or the original of something
_THAT_FILM: Final = re.compile(
    rf"(?P<that>That\s(?:(?:earlier|older|first|previous|silent)\s)?(?:film|movie|picture|one|version)|The\slatter)\s(?:was|is|had|has|starred|featured|stars)\b"
    rf"|(?:In\s)?[Tt]he\s(?P<origin>{COUNTRY}|{YEAR})\s(?:(?:silent|sound|first)\s)?(?:film|movie|picture|version|one)\b(?!['’])"
)
_NEAR: Final = 200  # characters around a phrase
_THIS_REMAKE: Final = prefiltered(
    r"\b(?:[Tt]his|[Tt]he|[Hh]is|[Hh]er)\s(?:[\w-]+\s){0,2}remake\b(?!\s(?:of|rights|to)\b|[’'])"
    r"|\b(?:remakes|repeats|retells|reworks|copies)\s(?:it|that\s(?:film|one|story))\b"
    r"|\b(?:is|was)\s(?:its|that\s(?:film|movie|one)['’]s|the)\s(?:[\w-]+\s){0,2}remake\b(?!\s(?:of|to)\b)"
)


class _Collector:
    """Gathers the ties, scopes and makers of other works over the sentences of one document."""

    def __init__(self, document: Document, main: Film) -> None:
        self.text = document.text
        self.main = main
        self.others = Others(document.text)
        self.ties: dict[tuple[str, Thing, Thing], Tie] = {}
        self.scopes: list[Scope] = []
        self.mentioned: list[Span] = []
        self.last: Thing | None = None
        self.makers: list[tuple[Thing, Item]] = []
        self.earlier: list[tuple[Thing, Span]] = []
        self.brought_up: list[tuple[Thing, Span]] = []
        self.reviews = False

    def speaker(self, offset: int) -> Thing:
        """The film whose words stand at this offset, for ties told of another film ("itself based on …")."""
        return next((s.film for s in reversed(self.scopes) if s.span.start <= offset < s.span.end), MAIN)

    def take(self, found: Mentioned) -> None:
        """One other work that a sentence speaks of."""
        phrase = found.phrase
        if found.relation is None and phrase.title is None and self._is_mains_year(phrase.year):
            return  # "the 1929 version" is the page's own film
        if found.said in _VERSION and self._is_own_cut(phrase):
            return
        speaker = self.speaker(found.cue.start)
        if speaker.kind is not Kind.MOVIE and (found.said == "made" or self._is_mere_story(found, speaker)):
            speaker = MAIN  # the page's film and the earlier one come from the novel that is spoken of
        thing = self._thing(found, speaker)
        if thing == speaker:
            return
        self.last = thing if thing.kind is Kind.MOVIE else self.last
        span = Span(found.cue.start, max(phrase.end, found.cue.end))
        self.scopes.append(Scope(found.scope, thing))
        told = not (
            speaker == MAIN and (found.elsewhere or (found.relation == "remakeOf" and not self._precedes(phrase.year)))
        )
        if found.relation and speaker.kind is Kind.MOVIE and told:
            self._tie(found.relation, speaker, thing, span)
        if found.said in _VERSION and self._precedes(phrase.year):
            self.earlier.append((thing, span))
        self.makers += [(thing, item) for item in phrase.makers]

    def follow(self, later: Later, speaker: Thing) -> None:
        """One film later than `speaker`: its remake is the object, its sequel the subject of the tie."""
        if speaker.kind is not Kind.MOVIE or self._is_mains_year(later.year):
            return
        title = later.title or (self.main.title_span if later.same_name else None)
        thing = self.others.film(title, later.year, later.scope, False, Origin(later.language, later.country))
        self.last = thing
        if later.relation == "sequelTo":
            self._tie(later.relation, thing, speaker, later.cue)
        else:
            self._tie(later.relation, speaker, thing, Span(later.cue.start, later.scope.end))
        self.scopes.append(Scope(later.scope, thing))
        self.mentioned += [later.title] if later.title else []
        if later.maker:
            self.makers.append((thing, Item(later.maker, end=later.maker.end)))

    def number(self) -> None:
        """ "X 2" beside "X": the second of two films whose titles differ by a number only."""
        own = self.main.title or ""
        base = _SECOND.sub("", own)
        at = self.text.find(base) if " " in base else -1
        while at >= 0:
            match = _NUMBERED.match(self.text, at + len(base))
            if match and bool(match["number"]) == (base == own) and self._tie_to_second(Span(at, match.end())):
                return
            at = self.text.find(base, at + 1)

    def call_remake(self) -> None:
        """ "This remake …" beside "The 1953 version, Ebb, was …": the earlier version is what was remade."""
        called = _THIS_REMAKE.search(self.text) or (self.reviews and _A_REMAKE.search(self.text))
        if not called or any(t.relation == "remakeOf" and t.subject == MAIN for t in self.ties.values()):
            return
        if candidates := self.earlier or (self.brought_up if len(self.brought_up) == 1 else []):
            self._tie("remakeOf", MAIN, *candidates[0])
        elif self.reviews and (phrase := owned_title(self.text, called.start())):
            self.take(
                Mentioned("remakeOf", Span(phrase.start, phrase.end), phrase, Span(phrase.start, phrase.end), True)
            )

    def _tie_to_second(self, title: Span) -> bool:
        """Ties the page's film to the one named here, unless the text speaks of a third one."""
        if self.speaker(title.start) not in (MAIN, self.others.of_title(title)):
            return False
        thing = self.others.film(title, None, title, False)
        first, second = (MAIN, thing) if _SECOND.search(title.of(self.text)) else (thing, MAIN)
        self._tie("sequelTo", second, first, title)
        return True

    def speak_again(self, sentence: Span) -> None:
        """ "That film was directed by …", "In the French film …": a sentence of the film that was named last, or so."""
        if match := _THAT_FILM.match(self.text, sentence.start, sentence.end):
            last = self.last if match["that"] else self.others.of_origin(match["origin"])
            if last:
                self.scopes.append(Scope(Span(sentence.start, clause_end(self.text, match.end(), sentence.end)), last))

    def mention(self, mention: Mention) -> None:
        """Another film that the text only brings up; one that is tied already keeps its place."""
        if any(scope.span.overlaps(mention.title) for scope in self.scopes):
            return
        thing = self.others.film(mention.title, mention.year, mention.title, False)
        self.scopes.append(
            Scope(Span(mention.scope.start, passing_end(self.text, mention.title.end, mention.scope.end)), thing)
        )
        self.mentioned.append(mention.title)
        self.last = thing
        if self._precedes(mention.year) and thing not in [brought for brought, _ in self.brought_up]:
            self.brought_up.append((thing, mention.title))

    def _tie(self, relation: str, subject: Thing, object: Thing, span: Span) -> None:
        self.ties.setdefault((relation, subject, object), Tie(relation, subject, object, span))

    def _is_mains_year(self, year: Span | None) -> bool:
        return year is not None and year.of(self.text) == self.main.year

    def _is_own_cut(self, phrase: Phrase) -> bool:
        """Whether "the original version" is a cut of the page's own film: no word of remakes or makers."""
        original = ORIGINAL in self.text[phrase.start : phrase.end].split()[:1]
        return original and not (phrase.tells_apart or phrase.country or _REMAKE.search(self.text))

    def _is_mere_story(self, found: Mentioned, speaker: Thing) -> bool:
        """Whether "had filmed as" is told of "a tale" that is no book's or play's."""
        work = self.others.works.get(speaker.key)
        return found.said == "filmed" and work is not None and work.span is None

    def _is_shared(self, phrase: Phrase) -> bool:
        """Whether the words around a film without a title of its own say that it has that of the page's film."""
        return bool(_SHARES.search(self.text, max(0, phrase.start - _NEAR), phrase.end + _NEAR))

    def _precedes(self, year: Span | None) -> bool:
        return year is None or self.main.year is None or year.of(self.text) <= self.main.year

    def _thing(self, found: Mentioned, speaker: Thing) -> Thing:
        phrase = found.phrase
        alike = phrase.same_name or (found.relation == "remakeOf" and not phrase.title and self._is_shared(phrase))
        title = (found.same_as or self.main.title_span) if alike else phrase.title
        if not found.is_film:
            return self.others.work(phrase, title, found.scope)
        span = Span(phrase.start, max(phrase.end, phrase.start + 1))
        if phrase.noun == ORIGINAL and not (title or phrase.year or phrase.makers):
            return self.others.original(span)
        remade = found.relation == "remakeOf" and speaker == MAIN
        return self.others.film(title, phrase.year, span, remade, Origin(phrase.language, phrase.country))


def read_ties(
    document: Document, shadow: str, blocks: tuple[Block, ...], sentences: tuple[Sentence, ...], main: Film
) -> Told:
    """Everything that the prose of a document says of works other than `main`; `shadow` as of `without_title`."""
    collector = _Collector(document, main)
    own = main.title or ""
    for found in read_tie_fields(document.text, blocks):
        collector.take(found)
    for sentence in sentences:
        if is_plot(blocks[sentence.block]):
            continue
        start, end = sentence.span.start, sentence.span.end
        collector.scopes += [Scope(span, _CRAFT) for span in read_crafts(shadow, start, end)]
        for found in read_works(document.text, shadow, start, end, own):
            collector.take(found)
        for found in read_retellings(shadow, start, end, own):
            collector.take(found)
        for later, speaker in [(f, collector.speaker(f.cue.start)) for f in read_later(document.text, start, end)]:
            collector.follow(later, speaker)
        review = blocks[sentence.block].kind is BlockKind.REVIEW
        collector.reviews |= review
        collector.speak_again(sentence.span)
        for mention in read_mentions(document.text, start, end, own, main.year, review):
            collector.mention(mention)
    collector.number()
    collector.call_remake()
    return Told(
        list(collector.others.films.values()),
        tuple(collector.others.works.values()),
        _apart(collector.scopes),
        tuple(collector.ties.values()),
        collector.makers,
        collector.mentioned,
    )


def _apart(scopes: list[Scope]) -> tuple[Scope, ...]:
    """Scopes that never overlap: where one begins inside another, the later one (the nearer work) takes over."""
    made: list[Scope] = []
    for scope in sorted(scopes):
        if made and scope.span.start < made[-1].span.end:
            last = made.pop()
            if last.span.start < scope.span.start:
                made.append(Scope(Span(last.span.start, scope.span.start), last.film))
        made.append(scope)
    return tuple(made)
