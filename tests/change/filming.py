"""Small texts about films that have people, titles and years in common, to change one at a time."""

from collections.abc import Mapping
from pathlib import Path

from hypothesis import strategies as st

from kg.pipeline import Options, build

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
    st.sampled_from((88, 91)),
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
useless = st.sampled_from(("", "Soak the beans overnight, then boil them slowly with an onion.", "\0\1\2\3"))
texts = st.one_of(lead, lead, remake, facts, useless)


def content(folder: Path) -> dict[str, bytes]:
    """The files of a build."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def write(folder: Path, documents: Mapping[str, str]) -> None:
    """A file a document."""
    folder.mkdir(exist_ok=True)
    for name, text in documents.items():
        (folder / name).write_text(text, encoding="utf-8")


def cold(paths: list[str], out: Path, options: Options = RULES) -> dict[str, bytes]:
    """What a build into a new folder gives."""
    build(paths, out, options)
    return content(out)
