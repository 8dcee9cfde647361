"""No score falls below its floor: floors.toml is the ratchet, table.py measures."""

import pytest
from table import DEFAULT_BENCH, FLOORS, Limit, Measure, figure, measures, recorded

from kg.evaluate import Evaluation
from kg.evaluate.statistics import Tally


@pytest.mark.parametrize("measure", list(measures(DEFAULT_BENCH)), ids=lambda m: m.name)
def test_no_score_is_beyond_its_limit(measure: Measure) -> None:
    if not measure.gold.exists():
        pytest.skip(f"{measure.gold} is not here")
    evaluation = measure.evaluation()
    beyond = {
        limit.figure: (figure(evaluation, limit.figure), limit)
        for limit in measure.limits
        if not limit.holds(figure(evaluation, limit.figure))
    }
    assert beyond == {}


def test_figures_are_found_by_their_names() -> None:
    tallies = {"role": Tally(found=1, missed=1), "schema:actor": Tally(found=2, false=2)}
    evaluation = Evaluation("gold", 2, tallies, (), averages={"bench f1": 0.4})
    assert figure(evaluation, "role recall") == 0.5
    assert figure(evaluation, "schema:actor precision") == 0.5
    assert figure(evaluation, "in all recall") == 0.75
    assert figure(evaluation, "bench f1") == 0.4
    assert figure(evaluation, "schema:editor f1") == 0.0


def test_limits_hold_on_their_own_side_only() -> None:
    assert Limit("a", 0.9, floor=0.8).holds(0.95)
    assert not Limit("a", 0.9, floor=0.8).holds(0.79)
    assert Limit("a", 0.01, ceiling=0.02).holds(0.0)
    assert not Limit("a", 0.01, ceiling=0.02).holds(0.03)


def test_recording_raises_floors_and_never_lowers_them() -> None:
    toml = (
        "[one]\ngold = 'one.toml'\n\n[one.figures]\n"
        '"a" = { measured = 0.500, floor = 0.40 }\n'
        '"b" = { measured = 0.500, floor = 0.48 }\n'
        '"c" = { measured = 0.010, ceiling = 0.02 }\n'
        "\n[two]\ngold = 'two.toml'\n"
    )
    renewed = recorded(toml, "one", {"a": 0.8, "b": 0.45, "c": 0.015})
    assert '"a" = { measured = 0.800, floor = 0.79 }\n' in renewed
    assert '"b" = { measured = 0.450, floor = 0.48 }\n' in renewed
    assert '"c" = { measured = 0.015, ceiling = 0.02 }\n' in renewed
    assert renewed.endswith("\n[two]\ngold = 'two.toml'\n")


def test_every_section_of_the_file_can_be_recorded() -> None:
    toml = FLOORS.read_text(encoding="utf-8")
    for measure in measures(DEFAULT_BENCH):
        same = {limit.figure: limit.measured for limit in measure.limits}
        floors = {limit.figure: limit.floor for limit in measure.limits}
        renewed = recorded(toml, measure.name, same)
        assert all(f'"{figure}" = {{ measured = {value:.3f}' in renewed for figure, value in same.items()), floors
