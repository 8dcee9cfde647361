import pytest

from kg.evaluate.statistics import Tally, wilson


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [(8, 10, 0.4902, 0.9433), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_wilson_gives_the_published_bounds(successes: int, trials: int, low: float, high: float) -> None:
    share = wilson(successes, trials)
    assert share is not None
    assert (share.value, share.low, share.high) == pytest.approx((successes / trials, low, high), abs=1e-4)


def test_no_share_without_trials() -> None:
    assert wilson(0, 0) is None


def test_tallies_add_up_and_unjudged_predictions_do_not_lower_precision() -> None:
    tally = Tally(found=3, missed=1, false=0, unjudged=7) + Tally(found=0, missed=0, false=1, unjudged=1)
    assert (tally.found, tally.missed, tally.false, tally.unjudged) == (3, 1, 1, 8)
    assert tally.precision is not None and tally.precision.value == 0.75
    assert tally.f1 == 0.75


def test_f1_needs_gold_and_predictions_but_may_be_nought() -> None:
    assert Tally(missed=2).f1 is None
    assert Tally(missed=2, false=1).f1 == 0.0
