"""Documents that share an id: copies are dropped, others told apart by their content, whatever order they come in."""

from collections.abc import Iterable
from dataclasses import replace

from kg.model import Document, Skipped


class Register:
    """Gives each document an id of its own. It sees all of them once before it settles any."""

    def __init__(self, documents: Iterable[Document]) -> None:
        digests: dict[str, bytes] = {}
        self._shared: set[str] = set()  # ids that occur more than once
        self._ambiguous: set[str] = set()  # those with more than one content
        for document in documents:
            digest = bytes.fromhex(document.sha256)
            if document.id not in digests:
                digests[document.id] = digest
                continue
            self._shared.add(document.id)
            if digests[document.id] != digest:
                self._ambiguous.add(document.id)
        self._places: dict[str, str] = {}  # of the first document with an id and content

    def settle(self, document: Document) -> Document | Skipped:
        """The document, under "id~digest" where others have its id; Skipped when it is a copy of an earlier one."""
        if document.id not in self._shared:
            return document
        full = f"{document.id}~{document.sha256[:8]}"
        if full in self._places:
            return Skipped(document.path, f"a copy of {self._places[full]}: same id {document.id!r}, same text")
        self._places[full] = document.path
        return replace(document, id=full) if document.id in self._ambiguous else document
