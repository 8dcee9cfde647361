"""The documents that changed in; the films whose people have to be looked at again out, after they were decided."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.model import Kind
from kg.resolve.again.now import Now
from kg.resolve.blocks import Group, groups, met
from kg.resolve.deciding import join_films
from kg.resolve.entities import film_entity
from kg.resolve.films import Films
from kg.resolve.judging import self_remakes
from kg.resolve.minting import FilmSlugs
from kg.resolve.recording import REMAKE, entity_row, key_rows, unsaid_rows
from kg.resolve.summary import Ref

_ALIKE = """
    SELECT document, spoken.key FROM films JOIN spoken ON spoken.film = films.slug WHERE films.plain IN (%s)
"""


def films_again(now: Now) -> set[str]:
    """Decide the blocks of the documents that changed; the films (slugs) that are not what they were."""
    memory = now.memory
    fresh = [row for summary in now.came.values() for row in key_rows(summary)]
    memory.put("keys", fresh)
    blocks = _Blocks(now)
    blocks.take(group for summary in (*now.before, *now.came.values()) for group in groups(summary))
    old = {row for summary in now.before for row in key_rows(summary)} - set(fresh)
    films, slugs = _decided(now, blocks)
    memory.each("DELETE FROM keys WHERE key = ? AND document = ?", old)
    return _changed(now, blocks.refs, films, slugs)


def _decided(now: Now, blocks: "_Blocks") -> tuple[Films, FilmSlugs]:
    """The films of some blocks, and of those with whom they might have a name in common."""
    while True:
        summaries = now.of({document for document, _ in blocks.refs} & now.documents.keys())
        films = Films.of(mention for s in summaries for mention in s.films if mention.ref in blocks.refs)
        join_films(films)
        slugs = FilmSlugs.of(films)
        before = now.memory.of("SELECT plain FROM films WHERE slug IN (%s)", _slugs(now, blocks.refs).values())
        wanted = {*slugs.plain.values(), *(plain for (plain,) in before)}
        more = set(now.memory.of(_ALIKE, wanted)) - blocks.refs
        if not more:
            return films, slugs
        blocks.take(g for s in now.of({id for id, _ in more}) for g in groups(s) if not g.refs.isdisjoint(more))


def _slugs(now: Now, refs: set[Ref]) -> dict[Ref, str]:
    """What films are called so far."""
    rows = now.memory.of("SELECT document, key, film FROM spoken WHERE document IN (%s)", {id for id, _ in refs})
    return {(document, key): film for document, key, film in rows if (document, key) in refs}


def _changed(now: Now, refs: set[Ref], films: Films, slugs: FilmSlugs) -> set[str]:
    """Keep what was decided, in the place of what was."""
    memory, before = now.memory, _slugs(now, refs)
    after = {ref: slugs.made[id(film)] for ref, film in films.home.items()}
    memory.each("DELETE FROM spoken WHERE document = ? AND key = ?", before)
    memory.put("spoken", ((*ref, film) for ref, film in after.items()))
    memory.drop("films", "slug", set(before.values()))
    memory.put("films", ((slugs.made[id(f)], slugs.plain[id(f)], f.title, f.year) for f in films))
    memory.drop("entities", "iri", {now.base.join(Kind.MOVIE, film) for film in before.values()})
    memory.put("entities", (entity_row(film_entity(f, now.base.join(Kind.MOVIE, slugs.made[id(f)]))) for f in films))
    memory.each("DELETE FROM said WHERE document = ? AND key = ? AND kind IN ('movie', 'remake')", refs)
    memory.put("said", unsaid_rows(Kind.MOVIE, films.said))
    memory.put("said", unsaid_rows(REMAKE, self_remakes(films)))
    moved = [ref for ref in before.keys() | after.keys() if ref[0] in now.changed or before.get(ref) != after.get(ref)]
    other = {film for ref in moved for film in (before.get(ref), after.get(ref)) if film}
    now.affected |= {document for document, _ in now.speaking(other)}
    return other


@dataclass(slots=True)
class _Blocks:
    """Whole blocks of films, by old keys and new ones: what is outside was not and is not decided on with them."""

    now: Now
    refs: set[Ref] = field(default_factory=set)
    _groups: dict[str, list[Group]] = field(default_factory=dict)
    _keys: set[str] = field(default_factory=set)

    def take(self, some: Iterable[Group]) -> None:
        """Take in some groups of films with their blocks."""
        while some := [group for group in some if not (group.refs <= self.refs and group.keys <= self._keys)]:
            ahead = {key for group in some for key in group.keys} - self._keys
            self.refs.update(ref for group in some for ref in group.refs)
            self._keys |= ahead
            wanted = {key for each in ahead for key in met(each)}
            documents = self.now.memory.of("SELECT DISTINCT document FROM keys WHERE key IN (%s)", wanted)
            found = [group for (document,) in documents for group in self._of(document)]
            some = [group for group in found if not group.keys.isdisjoint(wanted)]

    def _of(self, document: str) -> list[Group]:
        if document not in self._groups:
            versions = [s for s in self.now.before if s.document == document]
            versions += self.now.of({document} & self.now.documents.keys())
            self._groups[document] = [group for summary in versions for group in groups(summary)]
        return self._groups[document]
