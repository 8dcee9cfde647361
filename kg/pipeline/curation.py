"""The files that people write beside the texts, in; what they decided and linked out."""

from dataclasses import dataclass, field

from kg.model import Decisions, Document, Links
from kg.pipeline.options import Options
from kg.resolve import read_decisions, read_links


@dataclass(frozen=True, slots=True)
class Curation:
    """People's decisions and links to other data sets, each empty where there is no file."""

    decisions: Decisions = field(default_factory=Decisions)
    links: Links = field(default_factory=Links)

    @classmethod
    def read(cls, options: Options) -> "Curation":
        """What the files say that the options name."""
        return cls(
            read_decisions(options.decisions, options.base) if options.decisions else Decisions(),
            read_links(options.links) if options.links else Links(),
        )

    @property
    def documents(self) -> tuple[Document, ...]:
        """The files as documents, which are quoted but not studied."""
        return tuple(file.document for file in (self.decisions, self.links) if file.document)
