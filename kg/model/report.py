"""What a build or a validation has to say for itself."""

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """SHACL's three severities (https://www.w3.org/TR/shacl/#severity)."""

    VIOLATION = "Violation"
    WARNING = "Warning"
    INFO = "Info"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One result of validation: what is wrong with `focus`, how to mend it, and the words that led to it."""

    focus: str
    path: str
    value: str
    severity: Severity
    message: str
    shape: str = ""
    constraint: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Skipped:
    """A document that was passed over; `id` is that of the document, or of the file where it has none."""

    path: str
    reason: str
    id: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of validating a graph: it conforms when no finding is a violation."""

    findings: tuple[Finding, ...] = ()

    @property
    def conforms(self) -> bool:
        """Whether nothing was violated; warnings do not count (as in SHACL's `sh:conforms` with `allow_warnings`)."""
        return not any(f.severity is Severity.VIOLATION for f in self.findings)
