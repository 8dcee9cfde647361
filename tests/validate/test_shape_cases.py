"""Every shape accepts what is right and refuses what is wrong, for the reason that its message gives."""

import pytest
from shape_cases import SHAPES, Case, cases

CASES = {case.shape: case for case in cases()}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_is_right_passes_every_shape(case: Case, found):
    assert found[case.shape, "good"] == []


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_is_wrong_is_refused_by_the_shape(case: Case, found):
    refused = [f for f in found[case.shape, "bad"] if f.shape == SHAPES + case.shape]
    lines = [_line(case, f) for f in refused]
    assert sorted(lines) == sorted(case.found)
    assert {f.severity.value for f in refused} == {case.severity}


def _line(case: Case, finding) -> str:
    constraint = finding.constraint.removeprefix("sh:").removesuffix("ConstraintComponent")
    return f"{constraint} {case.short(finding.focus)} {finding.path} {case.short(finding.value)}".rstrip()
