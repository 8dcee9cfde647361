"""What sentences say of other works, gathered over a document: each finding in; ties, scopes and makers out."""

import re
from typing import Final

from kg.annotate.films.main import MAIN
from kg.annotate.nouns import COUNTRY, Phrase
from kg.annotate.works.bared import NO_PERSON
from kg.annotate.works.laterfilm import Later
from kg.annotate.works.mentioned import Mentioned
from kg.annotate.works.mentions import Mention
from kg.annotate.works.origins import Origin
from kg.annotate.works.others import ORIGINAL, Others
from kg.annotate.works.tails import clause_end, passing_end
from kg.lexis.letters import UPPER
from kg.lexis.lists import Item
from kg.lexis.names import NAME
from kg.lexis.titles import TITLE, YEAR, title_key
from kg.model import Document, Film, Kind, Scope, Span, Thing, Tie

_REMAKE: Final = re.compile(r"\b(?:re-?make|re-?made|(?:new|earlier|older)\s(?:version|film)|sequel)", re.IGNORECASE)
_SHARES: Final = re.compile(
    r"\bshar(?:es|ed|ing)\s(?:its|the|a|both)\s(?:[\w,]+\s){0,4}?(?:title|name)\b|\bshared\s(?:title|name)\b"
    r"|\bfilm\sof\s(?:that|this)\s(?:name|title)\b"
)
_VERSION: Final = frozenset(
    {"clause", "version", "first"}
)  # cues that call a film a version or the original of something
_THAT_FILM: Final = re.compile(
    r"(?P<that>That\s(?:(?:earlier|older|first|previous|silent)\s)?(?:film|movie|picture|one|version)"
    r"|The\slatter)\s(?:was|is|had|has|starred|featured|stars)\b"
    rf"|(?:In\s)?[Tt]he\s(?P<origin>{COUNTRY}|{YEAR})\s(?:(?:silent|sound|first)\s)?(?:film|movie|picture|version"
    r"|one)\b(?!['’])"
)
_SUBJECT: Final = re.compile(
    rf"(?:The|That|Its)\s(?:(?P<original>original)|(?P<origin>{COUNTRY}|{YEAR}|{UPPER}[a-z]+)\s(?:film|movie|original|picture))\b"
    rf"|[\"“‘]?(?P<title>{TITLE})[\"”’]?(?:,|\s\(|\s(?:was|has|had|would)\b)"
)
_OWNER: Final = re.compile(rf"(?<![\w’'-])(?=\S+\s\S){NAME}['’]s?\s[\"“‘]?$")  # "Ana Ruiz's Two Tides"
_CLOSE: Final = 40  # characters before a title that may hold its owner
_NEAR: Final = 200  # characters around a phrase


class Collector:
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

    def subject(self, cue: int, sentence: int) -> Thing:
        """The film of which a sentence says at a cue that it was made again: "The Irish film was remade as …"."""
        speaker = self.speaker(cue)
        if speaker != MAIN or not (match := _SUBJECT.match(self.text, sentence, cue)):
            return speaker
        if match["original"]:
            return self.original or speaker
        if match["title"]:
            return self.others.of_title(Span(*match.span("title"))) or speaker
        return self.others.of_origin(match["origin"]) or speaker

    @property
    def original(self) -> Thing | None:
        """The film that the page's own remakes, as far as is known."""
        tie = self.own_remake
        return tie.object if tie else None

    @property
    def own_remake(self) -> Tie | None:
        """The tie by which the page's own film is a remake, as far as is known."""
        return next((t for t in self.ties.values() if t.relation == "remakeOf" and t.subject == MAIN), None)

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
            self.tie(found.relation, speaker, thing, span)
        if found.said in _VERSION and self._precedes(phrase.year):
            self.earlier.append((thing, span))
        self.makers += [(thing, item) for item in phrase.makers]

    def follow(self, later: Later, speaker: Thing) -> None:
        """One film later than `speaker`: its remake is the object, its sequel the subject of the tie."""
        if speaker.kind is not Kind.MOVIE or self._is_mains_year(later.year):
            return
        title = later.title or (self.main.title_span if later.same_name else None)
        if (
            later.title
            and later.year is None
            and title_key(later.title.of(self.text)) == title_key(self.main.title or "")
        ):
            return  # "the remake Low Tide" is the page's own film
        thing = self.others.film(title, later.year, later.scope, False, Origin(later.language, later.country))
        self.last = thing
        if later.relation == "sequelTo":
            self.tie(later.relation, thing, speaker, later.cue)
        else:
            self.tie(later.relation, speaker, thing, Span(later.cue.start, later.scope.end))
        self.scopes.append(Scope(later.scope, thing))
        self.mentioned += [later.title] if later.title else []
        if later.maker:
            self.makers.append((thing, Item(later.maker, end=later.maker.end)))

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
        titular = mention.year or NO_PERSON.search(mention.title.of(self.text))  # no "Ana Ruiz's Inspector Lind"
        owner = _OWNER.search(self.text, max(0, mention.scope.start - _CLOSE), mention.scope.start) if titular else None
        start = owner.start() if owner else mention.scope.start
        self.scopes.append(Scope(Span(start, passing_end(self.text, mention.title.end, mention.scope.end)), thing))
        self.mentioned.append(mention.title)
        self.last = thing
        if self._precedes(mention.year) and thing not in [brought for brought, _ in self.brought_up]:
            self.brought_up.append((thing, mention.title))

    def tie(self, relation: str, subject: Thing, object: Thing, span: Span, rule: str = "phrase") -> None:
        """One tie; the words that state it first are kept."""
        self.ties.setdefault((relation, subject, object), Tie(relation, subject, object, span, rule))

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
