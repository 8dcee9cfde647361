"""Films and rows of links in; which row is which film, for sure or perhaps, out."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from kg.model import Claim, Datatype, Extraction, Judgement, Kind, Link, Links, Thing, Value, Verdict
from kg.resolve.films import Film, Films
from kg.resolve.names import person_key, shares, title_key
from kg.resolve.summary import Ref


@dataclass(slots=True)
class Linking:
    """The film of each row that has exactly one, and the films that a row may be: those are for a person to decide."""

    links: Links
    sure: list[tuple[Link, Film]] = field(default_factory=list)
    open: list[tuple[Link, Film]] = field(default_factory=list)

    @classmethod
    def of(cls, links: Links, films: Films) -> "Linking":
        """A row is the only film of its title, year and director; without such a film the only untitled one."""
        linking = cls(links)
        dated: dict[int, list[Film]] = defaultdict(list)
        for film in films if links.rows else ():
            for year in film.years:
                dated[year].append(film)
        fitting = [(link, _fitting(link, dated[link.year])) for link in links.rows]
        # Two addresses of one site for one film: one of them means another film.
        given = {(link.iri, film.first) for link, found in fitting for film in found}
        sites = Counter((urlsplit(iri).netloc, first) for iri, first in given)
        for link, found in fitting:
            sure = len(found) == 1 and sites[urlsplit(link.iri).netloc, found[0].first] == 1
            (linking.sure if sure else linking.open).extend((link, film) for film in found)
        return linking

    def slugs(self, films: Mapping[Ref, str]) -> dict[Ref, str]:
        """The slug of the film that each row speaks of."""
        return {(link.evidence.document, _key(link)): films[film.first] for link, film in self.sure}

    def names(self, iris: Mapping[Ref, str]) -> dict[str, str]:
        """The titles of films that no text names, by the films' IRIs."""
        return {iris[film.first]: link.name for link, film in sorted(self.sure, key=_order) if not film.titles}

    def questions(self, iris: Mapping[Ref, str]) -> Iterator[Judgement]:
        """Whether a film is what a row means, where several rows or several films fit."""
        for link, film in self.open:
            left, right = sorted((iris[film.first], link.iri))
            reason = f"“{link.name}” ({link.year}) of {link.evidence.document} fits, and so does another"
            yield Judgement(left, right, Verdict.OPEN, reason)

    def added(self) -> tuple[Extraction, ...]:
        """The file of links as a document that states what it adds."""
        if self.links.document is None:
            return ()
        return (Extraction(self.links.document, None, tuple(claim for pair in self.sure for claim in _claims(*pair))),)


def _fitting(link: Link, dated: list[Film]) -> list[Film]:
    director = {person_key(link.director)} if link.director else set()
    titled = [film for film in dated if title_key(link.name) in film.titles]
    if titled:
        return [f for f in titled if not (director and f.directors) or shares(director, f.directors.keys())]
    return [film for film in dated if not film.titles and shares(director, film.directors.keys())]


def _claims(link: Link, film: Film) -> Iterator[Claim]:
    this = Thing(Kind.MOVIE, _key(link))
    yield Claim(this, "schema:sameAs", Value(link.iri, Datatype.ANY_URI), link.evidence)
    if not film.titles:
        yield Claim(this, "schema:name", Value(link.name), link.evidence)


def _key(link: Link) -> str:
    """What tells a row's film apart within the file."""
    return f"row-{link.evidence.span.start}"


def _order(pair: tuple[Link, Film]) -> tuple[str, str]:
    return pair[0].iri, pair[0].name
