import pytest

from kg.evaluate.calibration import (
    Counts,
    expected_calibration_error,
    recalibrated,
    reliability,
    rule_counts,
    smoothed,
    together,
)
from kg.evaluate.facts import GoldDocument, Prediction, Statement
from kg.evaluate.scoring import Judged

DOCUMENT = GoldDocument("a", (), frozenset())


def judged(confidence: float | None, right: bool, rule: str = "prose") -> Judged:
    return Judged(DOCUMENT, Prediction(Statement("", "schema:director", "Ann Lee"), confidence, rule), right)


def test_ten_bins_hold_what_was_said_and_what_was_measured() -> None:
    bins = reliability(
        [judged(0.91, True), judged(0.97, False), judged(1.0, True), judged(0.9, True), judged(0.05, False)]
    )
    assert [b.judged for b in bins] == [1, 0, 0, 0, 0, 0, 0, 0, 0, 4]
    last = bins[-1]
    assert (last.low, last.high) == (0.9, 1.0)
    assert last.confidence == pytest.approx((0.91 + 0.97 + 1.0 + 0.9) / 4)
    assert last.precision is not None and last.precision.value == 0.75
    assert bins[1].confidence is None and bins[1].precision is None


def test_expected_calibration_error_weighs_bins_by_their_predictions() -> None:
    well = [judged(0.8, True)] * 8 + [judged(0.8, False)] * 2
    overconfident = [judged(0.95, False)] * 10
    assert expected_calibration_error(reliability(well)) == pytest.approx(0.0)
    assert expected_calibration_error(reliability(well + overconfident)) == pytest.approx(0.95 / 2)
    assert expected_calibration_error(reliability([judged(None, True)])) is None


def test_counts_are_kept_by_rule() -> None:
    seen = [judged(0.9, True, "prose"), judged(0.9, False, "prose"), judged(0.9, True, "field"), judged(None, True, "")]
    assert rule_counts(seen) == {"field": Counts(1, 0), "prose": Counts(1, 1)}


def test_counts_on_several_bodies_of_gold_are_added() -> None:
    one, other = {"prose": Counts(1, 2)}, {"prose": Counts(3, 0), "field": Counts(1, 0)}
    assert together([one, other]) == {"prose": Counts(4, 2), "field": Counts(1, 0)}


def test_little_evidence_is_drawn_to_the_prior_and_much_is_not() -> None:
    assert smoothed(Counts()) == pytest.approx(0.9)
    assert smoothed(Counts(1, 0)) == pytest.approx(10 / 11)
    assert smoothed(Counts(500, 500)) == pytest.approx(0.5, abs=0.01)


TOML = '# Confidences.\n[rules]\n"director.prose" = 0.5\n"cast.list" = 0.95  # 1 of 2\n'


def test_recalibrating_renews_measured_rules_only_and_twice_is_once() -> None:
    counts = {"cast.list": Counts(90, 10), "unknown.rule": Counts(1, 1)}
    once = recalibrated(TOML, counts)
    assert once == '# Confidences.\n[rules]\n"director.prose" = 0.5\n"cast.list" = 0.900  # 90 of 100\n'
    assert recalibrated(once, counts) == once
