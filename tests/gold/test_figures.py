"""The figures are those of the shared scorer, over every reference set that lies beside the checkout."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

import segun
from segun.gold.comparing import compare
from segun.gold.figures import figures, summed, tally
from segun.gold.reading import read
from segun.objects import to_object

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SETS = {
    "mission": (ROOT / "tests" / "golden" / "mission", False),
    "es-dev": (SHARED / "gold" / "es-dev", False),
    "polnear-dev": (SHARED / "bench" / "polnear-dev.jsonl.gz", True),
}
SAME = {
    "sc50 f1": "sc50.f1",
    "content f1": "content.f1",
    "end_to_end f1": "end_to_end.f1",
    "recall direct": "by_type.direct",
    "recall mixed": "by_type.mixed",
    "recall indirect": "by_type.indirect",
    **{
        name: name
        for name in (
            "source_acc",
            "chain_acc",
            "nested_recall",
            "continued_recall",
            "false_attribution",
            "factuality_acc",
            "quotation_acc",
            "speech_act_acc",
            "calibration_error",
        )
    },
}


def scorer():
    path = SHARED / "tools" / "score.py"
    if not path.is_file():
        pytest.skip("the folder shared with the reference scorer does not lie beside this checkout")
    spec = importlib.util.spec_from_file_location("shared_score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", SETS)
def test_they_are_the_shared_scorer_s(name):
    score = scorer()
    path, outermost = SETS[name]
    texts = read(path)[:12]
    analyses = {each.key: segun.analyze(each.text, language=each.language, places=False) for each in texts}
    given = score.load(path)
    theirs = score.score(
        {key: {**given[key], "times": None, "places": None, "quantities": None, "sequences": None} for key in analyses},
        {key: to_object(each) for key, each in analyses.items()},
        outermost,
    )
    ours = figures(summed(tally(compare(each, analyses[each.key], outermost=outermost)) for each in texts))
    for figure, place in SAME.items():
        there = theirs
        for part in place.split("."):
            there = (there or {}).get(part)
        assert ours[figure] == (there if there is None else pytest.approx(there, abs=1e-4)), figure
