"""Every example of every shape, validated together in one graph."""

import pytest
from shape_cases import Case, cases

from kg.model import Finding
from kg.validate import validate

Found = dict[tuple[str, str], list[Finding]]


@pytest.fixture(scope="session")
def every_case() -> list[Case]:
    return cases()


@pytest.fixture(scope="session")
def found(every_case: list[Case]) -> Found:
    """The findings on the good and on the bad part of every case."""
    parts = [(case, part) for case in every_case for part in ("good", "bad")]
    report = validate(triple for case, part in parts for triple in case.triples(part))
    result: Found = {(case.shape, part): [] for case, part in parts}
    for finding in report.findings:
        _, _, place = finding.focus.partition("/thing/")
        if place:
            shape, part, _ = place.split("/")
            result[shape, part].append(finding)
    return result
