"""The counts are those of the scorers that were published with the gold, on predictions damaged in every way."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.evaluate.facts import ROLE, YEAR, Predicted, Prediction, Statement
from kg.evaluate.gold import read_gold
from kg.evaluate.gold.leads import RELATIONS
from kg.evaluate.scoring import score
from kg.evaluate.statistics import Tally
from kg.evaluate.text2kg import Triple, read, write
from kg.evaluate.text2kg import score as benchmark_score

BENCH = Path(__file__).parents[2].parent / "shared" / "bench"
FOLD = "4"

pytestmark = pytest.mark.skipif(not BENCH.is_dir(), reason="the development data is not here")


def scorer(name: str, *arguments: object) -> Any:
    command = [sys.executable, str(BENCH / name), "--json", *map(str, arguments)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def damaged(random: random.Random, name: str) -> str:
    return random.choice([name, name.upper(), f"Captain {name}", name.split(" ")[-1], name.replace("e", "é")])


def noisy_rows(random: random.Random) -> list[dict[str, Any]]:
    """Predictions for most leads of the fold: much of what is right, damaged, and values of other films."""
    leads = [json.loads(line) for line in (BENCH / "leads.jsonl").open(encoding="utf-8")]
    leads = [lead for lead in leads if str(lead["fold"]) == FOLD]
    of_others = {relation: [v for lead in leads for v in lead["gold"][relation]] for relation in RELATIONS}
    rows = []
    for lead in leads:
        row: dict[str, Any] = {"id": lead["id"]}
        for relation in RELATIONS:
            known = lead["gold"][relation] + lead["also"].get(relation, [])
            values = [v for v in known if random.random() < 0.7]
            values += random.sample(of_others[relation], k=random.choice([0, 0, 1]))
            row[relation] = [damaged(random, v) if isinstance(v, str) else v for v in values]
            if relation == "roles":
                row[relation] = [[actor, damaged(random, character)] for actor, character in values]
        rows.append(row)
    return [row for row in rows if random.random() < 0.95]


def as_predictions(row: dict[str, Any]) -> Predicted:
    statements = [
        Statement("", ROLE, *value)
        if relation == "roles"
        else Statement("", RELATIONS[relation], plain_value(relation, value))
        for relation in RELATIONS
        for value in row[relation]
    ]
    return Predicted(row["id"], tuple(map(Prediction, statements)))


def plain_value(relation: str, value: Any) -> str:
    if relation == "remakeOf" and isinstance(value, list):
        return str(value[0])
    return str(value)[:4] if RELATIONS[relation] == YEAR else str(value)


def test_leads_are_counted_as_their_scorer_counts_them(tmp_path: Path) -> None:
    rows = noisy_rows(random.Random(7))
    path = tmp_path / "predictions.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    published = scorer("score_joined.py", "--pred", path, "--gold", BENCH / "leads.jsonl", "--fold", FOLD)
    gold = [d for d in read_gold(BENCH / "leads.jsonl") if d.group == FOLD]
    scores = score(gold, {row["id"]: as_predictions(row) for row in rows})
    assert scores.documents == published.pop("films")
    for name, theirs in published.items():
        ours = scores.tallies[RELATIONS[name]]
        assert ours.precision is not None
        assert (ours.found + ours.missed, ours.found) == (theirs["gold"], theirs["tp"]), name
        assert ours.false + ours.unjudged == theirs["fp"], name
        assert round(ours.precision.value, 4) == theirs["P_known"], name


@pytest.mark.parametrize("mode", ["bench", "strict"])
def test_sentences_are_scored_as_their_scorer_scores_them(mode: str, tmp_path: Path) -> None:
    chance = random.Random(7)
    gold = BENCH / "text2kg" / "validation.jsonl"
    sentences = read(gold)
    triples = [t for s in sentences for t in s.triples]
    predicted: dict[str, list[Triple]] = {}
    for sentence in sentences:
        kept = [t for t in sentence.triples if chance.random() < 0.7]
        others = [t._replace(relation=chance.choice(triples).relation) for t in chance.sample(triples, 2)]
        if chance.random() < 0.9:
            predicted[sentence.id] = [t._replace(object=damaged(chance, t.object)) for t in kept] + others + kept[:1]
    write(tmp_path / "predictions.jsonl", predicted)
    theirs = scorer("score_text2kg.py", "--pred", tmp_path / "predictions.jsonl", "--gold", gold)[mode]
    scores = benchmark_score(sentences, predicted, strict=mode == "strict")
    ours = sum(scores.tallies.values(), Tally())
    assert (len(scores.results), ours.found) == (theirs["sentences"], theirs["tp"])
    assert (ours.found + ours.false, ours.found + ours.missed) == (theirs["n_pred"], theirs["n_gold"])
    averages = (scores.precision, scores.recall, scores.f1)
    assert tuple(round(a, 4) for a in averages) == (theirs["p"], theirs["r"], theirs["f1"])
