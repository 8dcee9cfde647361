"""What was decided in, the rows that keep it out, and back: a resolution that looks things up when it is asked."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

import msgspec

from kg.model import Entity, Judgement, Kind, Thing, Verdict
from kg.resolve.blocks import groups
from kg.resolve.deciding import Decided
from kg.resolve.entities import characters
from kg.resolve.films import Said
from kg.resolve.judging import judged, one_character, self_remakes
from kg.resolve.memory import Looked, Memory, Row
from kg.resolve.minting import plain_document
from kg.resolve.names import is_short, surname
from kg.resolve.parts import Parts
from kg.resolve.people import People
from kg.resolve.resolution import Resolution, Slugs
from kg.resolve.summary import Summary
from kg.resolve.works import Work, title_of
from kg.vocab import BaseIri, slug

REMAKE: Final = "remake"  # what is said of a film that would be its own remake stands beside all else
_ONCE: Final = """
    SELECT left, right, verdict, min(reason) FROM said WHERE left <> right
    GROUP BY kind = 'remake', left, right, verdict ORDER BY left, right, verdict, min(reason)
"""
_VERDICTS: Final = {str(verdict): verdict for verdict in Verdict}
_KINDS: Final = {str(kind): kind for kind in Kind}
_FIRST: Final = itemgetter(0)
_ENDS: Final = itemgetter(8, 9, 6, 7)
ORDER: Final[dict[str, Callable[[Row], Any]]] = {
    **dict.fromkeys(("documents", "films", "persons", "entities"), _FIRST),
    **dict.fromkeys(("spoken", "called", "characters", "roles"), itemgetter(0, 1)),
    **dict.fromkeys(("keys", "authors", "works", "named"), tuple),
    "said": lambda row: (*_ENDS(row), *(each or "" for each in row)),
}
"""All tables, and how the rows of each are sorted before they are kept: what is said by what it comes to."""
_pack: Final = msgspec.msgpack.Encoder().encode
unpack_summary: Final = msgspec.msgpack.Decoder(Summary).decode
_unpack_names: Final = msgspec.msgpack.Decoder(tuple[str, ...]).decode
_unpack_thing: Final = msgspec.msgpack.Decoder(Thing).decode


def remember(decided: Decided, file: Path) -> None:
    """Keep what was decided of all documents."""
    slugs, people, index = decided.resolution.slugs, decided.people, decided.index
    each_named = zip(decided.summaries, decided.named, strict=True)
    things = (e for e in decided.resolution.entities if e.kind is not Kind.CHARACTER)
    tables: dict[str, Iterable[Row]] = {
        "documents": (document_row(s, slugs.documents[s.document]) for s in decided.summaries),
        "keys": {row for s in decided.summaries for row in key_rows(s)},
        "spoken": ((*ref, film) for ref, film in index.slugs.items()),
        "films": ((film, plain, index.titles[film], index.years[film]) for film, plain in decided.plain.items()),
        "called": (called_row(*ref, key, people.slugs[ref]) for ref, key in people.keys.items()),
        "persons": person_rows(people),
        **part_rows(slugs.parts),
        "authors": {row for s in decided.summaries for row in author_rows(s)},
        "works": work_rows(slugs.works),
        "named": ((summary.document, *each) for summary, some in each_named for each in some),
        "entities": map(entity_row, (*characters(slugs.parts.names, slugs), *things)),
        "said": chain(
            said_rows(Kind.MOVIE, decided.films.said, slugs),
            said_rows(REMAKE, self_remakes(decided.films), slugs),
            said_rows(Kind.PERSON, people.said, slugs),
            alike_rows(decided.alike(), slugs),
            character_rows(slugs.parts, slugs),
        ),
    }
    put_down(lambda table: sorted(tables[table], key=ORDER[table]), file)


def put_down(rows_of: Callable[[str], Iterable[Row]], file: Path) -> None:
    """Keep the rows of all tables, each in its order."""
    memory = Memory(file)
    for table in ORDER:
        memory.put(table, rows_of(table))
    memory.index()
    memory.settle()


def recalled(memory: Memory, slugs: Slugs) -> Resolution:
    """All that was decided, as it is kept."""
    named = Looked(memory, "entities", ("iri",), "kind, name, aliases", _entity)
    about: dict[str, str] = dict(memory.all("SELECT id, about FROM documents WHERE about IS NOT NULL"))
    return Resolution(slugs, named, partial(_judgements, memory), main=about)


def documents_in(memory: Memory, documents: Collection[str]) -> list[str]:
    """The slugs of some documents, of those that are known."""
    return [slug for (slug,) in memory.of("SELECT slug FROM documents WHERE id IN (%s)", documents)]


def recalled_slugs(memory: Memory, base: BaseIri) -> Slugs:
    """What everything is called."""
    works = memory.all("SELECT document, thing, slug FROM works")
    return Slugs(
        dict(memory.all("SELECT id, slug FROM documents")),
        {(document, key): film for document, key, film in memory.all("SELECT document, key, film FROM spoken")},
        Looked(memory, "called", ("document", "name"), "person"),
        {(document, _unpack_thing(thing)): made for document, thing, made in works},
        Parts(
            Looked(memory, "characters", ("film", "spelling"), "name"),
            Looked(memory, "roles", ("film", "player"), "name"),
        ),
        base,
    )


def _judgements(memory: Memory) -> Iterator[Judgement]:
    """Each once; a pair known to be different is no open question."""
    rows = memory.all(_ONCE)
    different = {(left, right) for left, right, verdict, _ in rows if verdict == Verdict.DIFFERENT}
    for left, right, verdict, reason in rows:
        if verdict != Verdict.OPEN or (left, right) not in different:
            yield Judgement(left, right, _VERDICTS[verdict], reason)


def _entity(row: Row) -> Entity:
    iri, kind, name, aliases = row
    return Entity(iri, _KINDS[kind], name, _unpack_names(aliases))


def document_row(summary: Summary, slug: str) -> Row:
    """A document, with the key of the film that it is about."""
    about = next((mention.key for mention in reversed(summary.films) if mention.about), None)
    return summary.document, plain_document(summary.document), slug, about, _pack(summary)


def key_rows(summary: Summary) -> Iterator[Row]:
    """The keys by which the films of a document meet others."""
    return ((key, summary.document) for group in groups(summary) for key in group.keys)


def called_row(document: str, name: str, key: str, person: str) -> Row:
    """A person as one document knows them: their key and, where it is a full name, their surname."""
    return document, name, key, None if is_short(key) else surname(key), person


def person_rows(people: People) -> Iterator[Row]:
    """People: what they would be called if nobody else were."""
    return ((people.slugs[person.first], slug(person.names[0]), person.key) for person in people.persons)


def author_rows(summary: Summary) -> Iterator[Row]:
    """The titles of which a document states the authors."""
    return ((title_of(work), summary.document) for work, _ in summary.authors)


def work_rows(works: Mapping[Work, str]) -> Iterator[Row]:
    """The works that stated authors tell apart."""
    return ((title_of(work), document, _pack(work), made) for (document, work), made in works.items())


def entity_row(entity: Entity) -> Row:
    """A thing that has a name."""
    return entity.iri, entity.kind, entity.name, _pack(entity.aliases)


def said_rows(kind: str, said: Iterable[Said], slugs: Slugs, film: str | None = None) -> Iterator[Row]:
    """What was said of two mentions, and the judgement that it comes to."""
    known = list(said)
    found = judged(known, Kind.PERSON if kind == Kind.PERSON else Kind.MOVIE, slugs)
    for (one, other, *_), each in zip(known, found, strict=True):
        yield kind, film, *one, *other, each.verdict, each.reason, each.left, each.right


def alike_rows(alike: Iterable[tuple[str, Said]], slugs: Slugs) -> Iterator[Row]:
    """Questions about people of one film."""
    return (row for film, said in alike for row in said_rows(Kind.PERSON, [said], slugs, film))


def unsaid_rows(kind: str, said: Iterable[Said], film: str | None = None) -> Iterator[Row]:
    """What was said of two mentions, before `judge_again` says what it comes to."""
    return ((kind, film, *one, *other, verdict, reason, None, None) for one, other, verdict, reason in said)


def judge_again(memory: Memory, documents: Collection[str], slugs: Slugs) -> None:
    """Say of all that concerns some documents' things, or was not said yet, what judgement it comes to."""
    for side in ("document", "other"):
        memory.of(f"UPDATE said SET left = NULL WHERE {side} IN (%s)", documents)
    columns = "rowid, kind, document, key, other, other_key, verdict, reason"
    rows = memory.all(f"SELECT {columns} FROM said WHERE left IS NULL")
    for people in (False, True):
        some = [row for row in rows if (row[1] == Kind.PERSON) is people]
        said = [(row[2:4], row[4:6], _VERDICTS[row[6]], row[7]) for row in some]
        found = judged(said, Kind.PERSON if people else Kind.MOVIE, slugs)
        made = [(each.left, each.right, row[0]) for row, each in zip(some, found, strict=True)]
        memory.each("UPDATE said SET left = ?, right = ? WHERE rowid = ?", made)


def put_parts(memory: Memory, parts: Parts, slugs: Slugs) -> None:
    """Keep the characters of films, what they are called, and the only roles of players."""
    for table, rows in part_rows(parts).items():
        memory.put(table, rows)
    memory.put("entities", map(entity_row, characters(parts.names, slugs)))
    memory.put("said", character_rows(parts, slugs))


def part_rows(parts: Parts) -> dict[str, list[Row]]:
    """The characters of films and the only roles of players."""
    return {
        "characters": [(*at, name) for at, name in parts.names.items()],
        "roles": [(*at, name) for at, name in parts.only.items()],
    }


def character_rows(parts: Parts, slugs: Slugs) -> Iterator[Row]:
    """Why spellings of a character's name are one character."""
    nobody = (None, None, None, None)
    for film, each in one_character(parts.names, slugs):
        yield Kind.CHARACTER, film, *nobody, each.verdict, each.reason, each.left, each.right
