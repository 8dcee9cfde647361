"""A Parquet file in, a document a row out, a batch at a time: columns id, text and, if there are any, title and url."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kg.model import Document, Skipped
from kg.read.extras import need
from kg.read.reader import Reader
from kg.read.records import COLUMNS, document
from kg.read.sources import Source

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_BATCH: Final = 256  # rows held at a time
_MAGIC: Final = b"PAR1"


def _read(source: Source) -> Iterator[Document | Skipped]:
    need(source.path, "Parquet needs", "pyarrow", extra="cluster")
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    number = 0
    with source.open() as file:
        try:
            for number, row in enumerate(_rows(ParquetFile(file)), 1):
                yield document(row, f"{source.path}:{number}")
        except (ArrowException, OSError) as error:
            yield Skipped(source.path, f"cannot be read as Parquet after row {number}: {error}")


def _rows(table: "ParquetFile") -> Iterator[object]:
    columns = [name for name in COLUMNS if name in table.schema_arrow.names]
    for batch in table.iter_batches(_BATCH, columns=columns):
        yield from batch.to_pylist()


def _fits(head: bytes) -> bool:
    return head.startswith(_MAGIC)


PARQUET: Final = Reader((".parquet",), _fits, _read)
