"""Small texts about films that have people, titles and years in common, to change one at a time."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from unittest.mock import patch

from hypothesis import strategies as st

from kg.export import PARTS
from kg.pipeline import Options, build
from kg.pipeline.kept import NOTES, Kept

RULES = Options(model=None)
PEOPLE = ("Nora Kilbride", "Tom Ashe", "Ivy Marlowe", "Jón Æsir", "Jon Aesir", "Ivy Marlow")
TITLES = ("Pale Harbour", "The Tin Orchard", "Tin Orchard")

lead = st.builds(
    "{0} is a {1} Irish {2} film directed by {3} and starring {4} as Father Dunne. It runs for {5} minutes.".format,
    st.sampled_from(TITLES),
    st.sampled_from((1931, 1951, 1952, 2004)),
    st.sampled_from(("drama", "comedy")),
    st.sampled_from(PEOPLE),
    st.sampled_from(PEOPLE),
    st.sampled_from((88, 91, 9_000)),
)
remake = st.builds(
    "{0} ({1}) is a remake of {2}’s {3} film “{0}”. “I’d love to see a third,” says {4}.".format,
    st.sampled_from(TITLES),
    st.just(2004),
    st.sampled_from(PEOPLE),
    st.sampled_from((1951, 1952)),
    st.sampled_from(PEOPLE),
)
facts = st.builds(
    "= {0} ({1} film) =\n\n{0}\n- Director: {2}\n- Runtime: {3} minutes\n".format,
    st.sampled_from(TITLES),
    st.sampled_from((1951, 2004)),
    st.sampled_from(PEOPLE),
    st.sampled_from((88, 91)),
)
novel = st.builds(
    "{0} is a {1} Irish film based on the novel {2} by {3}. It was directed by {4}.".format,
    st.sampled_from(TITLES),
    st.sampled_from((1951, 2004)),
    st.sampled_from(("The Orchard", "Salt and Tin")),
    st.sampled_from(PEOPLE),
    st.sampled_from(PEOPLE),
)
useless = st.sampled_from(("", "Soak the beans overnight, then boil them slowly with an onion.", "\0\1\2\3"))
texts = st.one_of(lead, lead, remake, facts, novel, useless)


@contextmanager
def keeping(everything: bool) -> Iterator[None]:
    """Within it even the smallest build keeps what it knows, and every change goes on with that."""
    with patch("kg.pipeline.basis.SMALL", 0 if everything else 500), patch("kg.pipeline.basis._MUCH", 1):
        yield


def content(folder: Path) -> dict[str, bytes]:
    """The files of a build."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def known(folder: Path) -> dict[str, object]:
    """What a build keeps to go on with, in an order of its own."""
    place = folder / PARTS
    if not place.exists():
        return {}
    kept = Kept.read(folder, RULES)
    assert kept, "nothing that is kept can be used"
    told = {name: getattr(kept, name) for name in kept.__struct_fields__ if name != "files"}
    tables = {file.name: rows(file) for file in sorted(place.glob("*.db"))}
    return {**told, **tables, NOTES: (place / NOTES).read_bytes()}


def rows(file: Path) -> list[list[str]]:
    """All that a file of SQLite holds, sorted."""
    with closing(sqlite3.connect(file)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = [[name, *map(str, row)] for name in names for row in connection.execute(f"SELECT * FROM {name}")]
    return sorted([*row[:-1], " ".join(sorted(row[-1].split()))] if row[0] == "nodes" else row for row in found)


def write(folder: Path, documents: Mapping[str, str]) -> None:
    """A file a document."""
    folder.mkdir(exist_ok=True)
    for name, text in documents.items():
        (folder / name).write_text(text, encoding="utf-8")


def cold(paths: list[str], out: Path, options: Options = RULES) -> dict[str, bytes]:
    """What a build into a new folder gives."""
    build(paths, out, options)
    return content(out)
