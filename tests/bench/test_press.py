"""The pieces of the press that are annotated by offsets alone."""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
from pathlib import Path

import pytest

from segun.gold.reading import read
from segun.model import wording

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpora" / "es-news.jsonl.gz"


@pytest.fixture(scope="module")
def bench():
    spec = importlib.util.spec_from_file_location("press_bench", ROOT / "bench" / "press.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def one(bench, tmp_path, monkeypatch):
    text = "El molino ardió. Ana Soto dijo que la presa está llena."
    content, source, cue = (
        [text.index(w), text.index(w) + len(w)] for w in ("la presa está llena", "Ana Soto", "dijo")
    )
    relay = {"source_spans": [source], "cue_spans": [cue], "how": "said"}
    kind = {"quotation": "indirect", "factuality": "CT+", "speech_act": "assert"}
    claim = {"spans": [content], "relays": [relay], **kind}
    line = {
        "id": "p1",
        "batch": "Z",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "published": None,
        "claims": [claim],
    }
    gold, corpus = tmp_path / "press.jsonl", tmp_path / "corpora" / "es-news.jsonl.gz"
    gold.write_text(json.dumps(line) + "\n", encoding="utf-8")
    corpus.parent.mkdir()
    with gzip.open(corpus, "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({"id": "p1", "text": text}) + "\n")
    monkeypatch.setattr(bench, "GOLD", gold)
    return corpus


def test_a_batch_is_scored(bench, one):
    assert bench.scored(bench.joined(one)["Z"])["sc50 f1"] == 1.0


def test_pieces_are_written_as_gold_that_training_reads(bench, one, tmp_path, monkeypatch):
    made = tmp_path / "made.jsonl"
    monkeypatch.setattr("sys.argv", ["press.py", "--shared", str(one.parents[1]), "--write", str(made)])
    assert bench.main() == 0
    (text,) = read(made)
    assert (text.key, text.language) == ("p1", "es")
    assert [wording(text.text, claim.spans) for claim in text.claims] == ["la presa está llena"]


def test_another_text_under_the_same_name_is_refused(bench, one):
    with gzip.open(one, "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({"id": "p1", "text": "Otro."}) + "\n")
    with pytest.raises(ValueError, match="does not hold p1 as it was annotated"):
        bench.joined(one)


def test_no_text_stands_in_the_annotation(bench):
    for line in bench.GOLD.read_text(encoding="utf-8").splitlines():
        assert "text" not in line


@pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpus is not beside the checkout")
def test_every_piece_is_in_the_corpus(bench):
    batches = bench.joined(CORPUS)
    expected = dict.fromkeys("ABCDEFGHIJKL", 18) | dict.fromkeys("MNO", 12) | dict.fromkeys("PQR", 14)
    assert {name: len(pieces) for name, pieces in batches.items()} == expected
    for pieces in batches.values():
        for piece in pieces:
            spans = [span for claim in piece["claims"] for span in claim["spans"]]
            assert all(0 <= start < end <= len(piece["text"]) for start, end in spans)
