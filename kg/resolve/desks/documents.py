"""The ids of all documents in; the slug of each out, and no more held than the few that are not what they look like."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from msgspec import Struct

from kg.model import Thing
from kg.resolve.desks.office import OURS, Office
from kg.resolve.minting import document_slugs, plain_document
from kg.resolve.parts import Parts
from kg.resolve.resolution import Slugs
from kg.resolve.summary import Ref


class Renamed(Struct, array_like=True):
    """A document whose slug is not the plain one."""

    id: str
    slug: str


def renamed(ids: Iterable[str]) -> list[Renamed]:
    """The documents whose names are alike."""
    plain = {id: plain_document(id) for id in ids}
    return [Renamed(id, made) for id, made in document_slugs(plain).items() if made != plain[id]]


@dataclass(frozen=True, slots=True)
class DocumentSlugs(Mapping[str, str]):
    """The slug of whatever document is asked for."""

    others: Mapping[str, str]

    @classmethod
    def laid(cls, office: Office) -> "DocumentSlugs":
        """Those that whoever asked for the work laid aside."""
        return cls({each.id: each.slug for each in office.laid(OURS, Renamed)})

    def __getitem__(self, id: str) -> str:
        return self.others.get(id) or plain_document(id)

    def __iter__(self) -> Iterator[str]:
        return iter(self.others)

    def __len__(self) -> int:
        return len(self.others)


def slugs_of(
    office: Office,
    films: Mapping[Ref, str],
    people: Mapping[Ref, str],
    works: Mapping[tuple[str, Thing], str] | None = None,
    parts: Parts | None = None,
) -> Slugs:
    """As many slugs as are known at a desk, with those of all documents."""
    return Slugs(DocumentSlugs.laid(office), films, people, works or {}, parts or Parts(), office.base)
