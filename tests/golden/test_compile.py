"""The gold ledgers are what their readable sources give, and hold together."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
SOURCES = sorted(HERE.glob("*/*.gold.toml"))
# compile.py must not be imported by its name: that would shadow the builtin.
spec = importlib.util.spec_from_file_location("golden_compile", HERE / "compile.py")
assert spec is not None
assert spec.loader is not None
golden = importlib.util.module_from_spec(spec)
spec.loader.exec_module(golden)

TEXT = "Según Radio Uno, llovió. La radio calló. Radio Uno lo confirmó: «Llovió mucho»."


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.name.removesuffix('.gold.toml')}"


def ledger(gold: Path) -> tuple[str, dict[str, Any]]:
    stem = gold.name.removesuffix(".gold.toml")
    text = gold.with_name(f"{stem}.txt").read_text(encoding="utf-8")
    return text, json.loads(gold.with_name(f"{stem}.json").read_text(encoding="utf-8"))


def compiled(**claim: Any) -> dict[str, Any]:
    relays = {"uno": {"source": "Radio Uno [1]", "cue": "Según", "how": "adjunct"}}
    given = {"text": "llovió", "by": ["uno"]} | claim
    made: dict[str, Any] = golden.compile_gold(TEXT, {"language": "es", "relay": relays, "claim": [given]}, "x.txt")
    return made


def test_every_text_has_its_gold() -> None:
    assert {name(p) for p in SOURCES} == {f"{p.parent.name}/{p.stem}" for p in HERE.glob("*/*.txt")}
    assert len(SOURCES) == 277


@pytest.mark.parametrize("gold", SOURCES, ids=name)
def test_json_is_what_the_source_gives(gold: Path) -> None:
    stem = gold.name.removesuffix(".gold.toml")
    assert gold.with_name(f"{stem}.json").read_text(encoding="utf-8") == golden.compile_file(gold)


@pytest.mark.parametrize("gold", SOURCES, ids=name)
def test_spans_lie_in_the_text_and_say_what_they_claim(gold: Path) -> None:
    text, made = ledger(gold)
    for claim in made["claims"]:
        assert claim["text"] == [text[a:b] for a, b in claim["spans"]]
        assert all(words and words == words.strip() for words in claim["text"])
        for relay in claim["relays"]:
            assert (relay["source_text"] or "") == " ".join(text[a:b] for a, b in relay["source_spans"])
            assert bool(relay["cue_spans"]) == (relay["how"] != "continued")
    for quantity in made["quantities"] or ():
        assert text[slice(*quantity["span"])] == quantity["text"]


@pytest.mark.parametrize("gold", SOURCES, ids=name)
def test_the_reports_own_voice_is_whole_sentences_apart_from_all_claims(gold: Path) -> None:
    text, made = ledger(gold)
    # Who said so, and with which word, may stand in a sentence of the report's own voice: *Es la conclusión de X*.
    firm = [claim for claim in made["claims"] if not all(relay.get("optional") for relay in claim["relays"])]
    attributed = [span for claim in firm for span in claim["spans"]]
    for claim in made["claims"]:
        if claim["relays"]:
            assert not any(words.endswith(".") for words in claim["text"])
            continue
        [(start, end)] = claim["spans"]
        assert start == 0 or not text[start - 1].isalnum()
        assert end == len(text) or not text[end].isalnum()
        assert not any(a < end and start < b for a, b in attributed)


def test_offsets_are_those_of_the_words() -> None:
    [claim] = compiled()["claims"]
    assert claim["spans"] == [[17, 23]]
    assert claim["relays"] == [
        {"source_spans": [[6, 15]], "cue_spans": [[0, 5]], "how": "adjunct", "source_text": "Radio Uno"},
    ]


def test_a_longer_stretch_by_its_ends() -> None:
    assert compiled(text="La radio … confirmó")["claims"][0]["text"] == ["La radio calló. Radio Uno lo confirmó"]


def test_quoted_wording_is_found_without_its_marks() -> None:
    [claim] = compiled(text="lo confirmó: «Llovió mucho»", quotation="mixed")["claims"]
    assert [TEXT[a:b] for a, b in claim["quoted_wording"]] == ["Llovió mucho"]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"text": "nevó"}, "not in the text"),
        ({"text": "lovió"}, "not in the text"),
        ({"text": "Radio Uno"}, "stands 2 times"),
        ({"text": "Radio Uno [3]"}, "there is no number 3"),
        ({"text": "llovió [1]"}, "stands once"),
        ({"text": "calló … llovió"}, "not in the text after"),
        ({"text": ["calló", "llovió"]}, "out of order"),
        ({"by": ["dos"]}, r"no \[relay.dos\]"),
        ({"by": ["uno twice"]}, "unknown twice"),
        ({"by": []}, "no claim uses: uno"),
        ({"quotation": "none"}, "own voice"),
        ({"factuality": "CT"}, "none of"),
        ({"condition": "calló"}, "outside the content"),
        ({"acts": "deny"}, "unknown acts"),
    ],
)
def test_what_does_not_fit_fails_loudly(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(golden.GoldError, match=message):
        compiled(**wrong)


def test_check_writes_nothing() -> None:
    assert golden.main(["--check"]) == 0
