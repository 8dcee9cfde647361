"""Every rule that the cue words can name has a confidence, so that no document fails on a rare one."""

import re
from pathlib import Path

import pytest

from kg.annotate.cues import cues
from kg.annotate.reviews.likely import JUDGED
from kg.extract.stating import confidences

ROOM = Path(__file__).parents[2] / "kg" / "annotate"
PARTS = {"field": "field", "participle": "participle", "noun": "noun", "title": "title", "verb": "verb", "lead": "lead"}


@pytest.mark.parametrize("name", sorted(set(cues()) - {"other"}))
def test_each_way_to_give_a_credit_has_a_confidence(name: str) -> None:
    words = {part: getattr(cues()[name], part) for part in PARTS}
    rules = {f"{name}.{rule}" for part, rule in PARTS.items() if words[part]}
    if words["title"]:
        rules.add(f"{name}.being")
    if words["verb"]:
        rules.add(f"{name}.pronoun")
    assert rules - {"actor.verb", "actor.being"} <= set(confidences())


def test_each_rule_that_the_code_names_has_a_confidence() -> None:
    named = {
        rule for file in ROOM.rglob("*.py") for rule in re.findall(r'"([a-zA-Z]+\.[a-z-]+)"', file.read_text("utf-8"))
    }
    assert {rule for rule in named if not rule.endswith(".toml")} <= set(confidences())


def test_each_relation_that_weights_judge_has_a_confidence() -> None:
    assert {f"{relation}.likely" for relation in JUDGED} <= set(confidences())
