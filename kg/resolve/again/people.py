"""The films that are not what they were in; the people whom that may concern decided, by their names."""

from collections.abc import Iterable

from kg.model import Kind
from kg.resolve.again.now import Now
from kg.resolve.context import Context, FilmIndex
from kg.resolve.entities import person_entity
from kg.resolve.memory import Looked, Memory
from kg.resolve.names import surname
from kg.resolve.people import People, identify, lookalikes
from kg.resolve.recording import called_row, entity_row, person_rows, unsaid_rows
from kg.resolve.summary import PersonMention
from kg.resolve.surnames import full_names
from kg.vocab import slug

_PERSONS = "SELECT slug, plain FROM persons WHERE key IN (%s)"


def people_again(now: Now, films: set[str]) -> None:
    """Decide the people of these films, and all who bear the name of one."""
    index = _index(now.memory)
    keys = _names(now, films, index)
    while True:
        refs = set(now.memory.of("SELECT document, name FROM called WHERE key IN (%s)", keys))
        mentions = [m for s in now.of({id for id, _ in refs}) for m in s.people if m.ref in refs]
        people = identify(mentions, _context(now, mentions, index), _Families(now.memory))
        before = now.memory.of(_PERSONS, keys)
        plain = {*(slug(person.names[0]) for person in people.persons), *(plain for _, plain in before)}
        more = {key for (key,) in now.memory.of("SELECT key FROM persons WHERE plain IN (%s)", plain)} - keys
        if not more:
            break
        keys |= more
    _keep(now, people, {slug for slug, _ in before})
    context = _context(now, mentions, index)
    now.memory.each("DELETE FROM said WHERE film = ? AND kind = 'person'", ((film,) for film in films))
    for film in sorted(films):
        now.memory.put("said", unsaid_rows(Kind.PERSON, lookalikes(film, context), film))


def _names(now: Now, films: set[str], index: FilmIndex) -> set[str]:
    """Find the full names of those who are mentioned in these films, or by documents that changed; all names concerned.

    These are the names they had and have, and the surnames that more or fewer people have now.
    """
    memory, context = now.memory, Context((), index)
    documents = {*now.came, *(document for document, _ in now.speaking(films))}
    moved = [
        mention
        for summary in now.of(documents)
        for mention in summary.people
        if summary.document in now.came or not films.isdisjoint(context.films_of(mention))
    ]
    found = full_names(moved, _context(now, moved, index)).keys
    gone = {mention.ref for summary in now.before for mention in summary.people}
    rows = memory.of("SELECT document, name, key FROM called WHERE document IN (%s)", documents | now.changed)
    refs = gone | found.keys()
    keys = {key for document, name, key in rows if (document, name) in refs} | set(found.values())
    families, surnames = _Families(memory), {surname(key) for key in keys}
    before = {name: families[name] for name in surnames}
    memory.each("DELETE FROM said WHERE document = ? AND key = ? AND kind = 'person' AND film IS NULL", refs)
    memory.each("DELETE FROM called WHERE document = ? AND name = ?", gone)
    memory.put("called", (called_row(*ref, key, "") for ref, key in found.items()))
    return keys | {name for name in surnames if families[name] != before[name]}


def _context(now: Now, mentions: Iterable[PersonMention], index: FilmIndex) -> Context:
    """All that is said of the films that these people are mentioned in."""
    some = Context((), index)
    films = {film for mention in mentions for film in some.films_of(mention)}
    return Context(now.of({document for document, _ in now.speaking(films)}), index)


def _keep(now: Now, people: People, before: set[str]) -> None:
    """Keep who was found, in the place of those who were."""
    memory = now.memory
    memory.put("called", (called_row(*ref, key, people.slugs[ref]) for ref, key in people.keys.items()))
    memory.drop("persons", "slug", before)
    memory.put("persons", person_rows(people))
    memory.drop("entities", "iri", {now.base.join(Kind.PERSON, slug) for slug in before})
    iris = ((person, now.base.join(Kind.PERSON, people.slugs[person.first])) for person in people.persons)
    memory.put("entities", (entity_row(person_entity(person, iri)) for person, iri in iris))
    memory.each("DELETE FROM said WHERE document = ? AND key = ? AND kind = 'person' AND film IS NULL", people.keys)
    memory.put("said", unsaid_rows(Kind.PERSON, people.said))
    now.affected.update(document for document, _ in people.keys)


def _index(memory: Memory) -> FilmIndex:
    """What became of the films."""
    slugs = Looked(memory, "spoken", ("document", "key"), "film")
    return FilmIndex(slugs, Looked(memory, "films", ("slug",), "year"), Looked(memory, "films", ("slug",), "title"))


class _Families(dict[str, int]):
    """How many full names end in a surname."""

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self._memory = memory

    def __missing__(self, name: str) -> int:
        found: int = self._memory.all("SELECT count(DISTINCT key) FROM called WHERE surname = ?", name)[0][0]
        return found
