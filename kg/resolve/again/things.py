"""The documents whose films or people may be called otherwise in; what else has a name decided, and all slugs out."""

from collections import Counter

from kg.model import Kind
from kg.resolve.again.now import Now
from kg.resolve.deciding import played
from kg.resolve.entities import named_entities, named_in
from kg.resolve.memory import Row
from kg.resolve.parts import cast_parts
from kg.resolve.recording import author_rows, entity_row, put_parts, recalled_slugs, work_rows
from kg.resolve.resolution import Slugs
from kg.resolve.works import work_slugs


def things_again(now: Now, films: set[str]) -> Slugs:
    """Decide works by title, the parts of these films, and then the names of companies, countries and reviewers."""
    _works(now)
    slugs = recalled_slugs(now.memory, now.base)
    _parts(now, films, slugs)
    _named(now, slugs)
    return slugs


def _works(now: Now) -> None:
    """The works of the titles of which the documents that changed state or stated authors."""
    memory = now.memory
    gone = [row for summary in now.before for row in author_rows(summary)]
    come = [row for summary in now.came.values() for row in author_rows(summary)]
    memory.each("DELETE FROM authors WHERE title = ? AND document = ?", gone)
    memory.put("authors", come)
    titles = {title for title, _ in (*gone, *come)}
    documents = {id for (id,) in memory.of("SELECT document FROM authors WHERE title IN (%s)", titles)}
    memory.drop("works", "title", titles)
    memory.put("works", (row for row in work_rows(work_slugs(now.of(documents))) if row[0] in titles))
    now.affected |= documents


def _parts(now: Now, films: set[str], slugs: Slugs) -> None:
    """The parts of these films, and of those in which the affected documents name a player."""
    memory = now.memory
    some = now.of(now.affected & now.documents.keys())
    films = films | {slugs.films[s.document, part.film] for s in some for part in s.parts if part.character}
    before = _characters(now, films)
    for table in ("characters", "roles"):
        memory.drop(table, "film", films)
    memory.drop("entities", "iri", {slugs.character(film, name) for film, _, name in before})
    memory.of("DELETE FROM said WHERE kind = 'character' AND film IN (%s)", films)
    speaking = now.of({document for document, _ in now.speaking(films)})
    made = (each for each in played(speaking, slugs.films, slugs.people) if each.film in films)
    put_parts(memory, cast_parts(made), slugs)
    now.affected |= {id for id, _ in now.speaking({film for film, *_ in before ^ _characters(now, films)})}


def _characters(now: Now, films: set[str]) -> set[Row]:
    """What the characters of films are called, and the only role of each player."""
    return {
        row
        for table, spelling in (("characters", "spelling"), ("roles", "player"))
        for row in now.memory.of(f"SELECT film, {spelling}, name FROM {table} WHERE film IN (%s)", films)
    }


def _named(now: Now, slugs: Slugs) -> None:
    """What the affected documents name, under the names that most of all documents give it."""
    memory, documents = now.memory, now.affected | now.changed
    before = memory.of("SELECT document, iri, kind, name FROM named WHERE document IN (%s)", documents)
    some = now.of(now.affected & now.documents.keys())
    after = [(summary.document, *named) for summary in some for named in named_in(summary, slugs)]
    other = {row[1] for row in (Counter(before) - Counter(after)) + (Counter(after) - Counter(before))}
    memory.drop("named", "document", documents)
    memory.put("named", after)
    known = set(memory.of("SELECT iri, kind, name, aliases FROM entities WHERE iri IN (%s)", other))
    times = memory.of("SELECT iri, kind, name, count(*) FROM named WHERE iri IN (%s) GROUP BY iri, kind, name", other)
    made = [*map(entity_row, named_entities({(iri, Kind(kind), name): count for iri, kind, name, count in times}))]
    memory.drop("entities", "iri", other)
    memory.put("entities", made)
    renamed = {iri for iri, *_ in known ^ set(made)}
    now.affected |= {id for (id,) in memory.of("SELECT DISTINCT document FROM named WHERE iri IN (%s)", renamed)}
