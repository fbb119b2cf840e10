from __future__ import annotations

import gzip
import json

import pytest

from segun.gold.reading import GoldError, read
from segun.model import Span

TEXT = "Vold said that the pass was closed."
CLAIM = {
    "spans": [[15, 34]],
    "relays": [{"source_spans": [[0, 4]], "cue_spans": [[5, 9]], "how": "said", "optional": True}],
    "quotation": "indirect",
    "factuality": "CT+",
}


@pytest.fixture
def folder(tmp_path):
    """Write the files of a gold's folder."""

    def write(name, gold, text=TEXT):
        (tmp_path / f"{name}.json").write_text(gold if isinstance(gold, str) else json.dumps(gold), encoding="utf-8")
        if text is not None:
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_a_folder_holds_a_text_and_a_gold_for_each_name(folder):
    folder("b", {"language": "en", "published": "2031-03-04", "claims": [CLAIM]})
    (text,) = read(folder("a.meta", {"claims": [CLAIM]}))
    assert (text.key, text.text, text.language, text.published) == ("b", TEXT, "en", "2031-03-04")
    (claim,) = text.claims
    assert claim.spans == (Span(15, 34),)
    assert (claim.relays[0].how, claim.relays[0].optional, claim.neutral) == ("said", True, True)


@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz"])
def test_json_lines_carry_their_text(tmp_path, ending):
    path = tmp_path / f"gold.{ending}"
    lines = "\n".join(json.dumps(each) for each in ({"text": TEXT, "claims": [CLAIM]}, {"text": TEXT, "claims": None}))
    if ending.endswith("gz"):
        path.write_bytes(gzip.compress(lines.encode()))
    else:
        path.write_text(lines, encoding="utf-8")
    assert [(each.key, each.text) for each in read(path)] == [("1", TEXT)]


@pytest.mark.parametrize(
    ("gold", "text", "told"),
    [
        ("{", TEXT, "b.json is no JSON"),
        ("[]", TEXT, "b.json is no JSON object"),
        ({"claims": [{**CLAIM, "spans": [[0, 99]]}]}, TEXT, "lies outside a text of 35 characters"),
        ({"claims": [{**CLAIM, "spans": []}]}, TEXT, "a claim without spans"),
        ({"claims": [{"spans": [[0, 4]]}]}, TEXT, "relays"),
        ({"claims": [CLAIM]}, None, "does not exist"),
    ],
)
def test_what_is_no_gold_is_told_with_its_place_and_costs_no_other_where_that_is_wanted(folder, gold, text, told):
    folder("a", {"claims": [CLAIM]})
    path = folder("b", gold, text)
    with pytest.raises(GoldError, match=r"evaluation\.md") as raised:
        read(path)
    assert told in str(raised.value)
    errors = []
    assert [each.key for each in read(path, errors.append)] == ["a"]
    assert told in str(errors[0])


def test_a_line_that_is_no_gold_is_told_with_its_number(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(f'{json.dumps({"text": TEXT, "claims": [CLAIM]})}\n{{"claims": []}}\n', encoding="utf-8")
    errors = []
    assert len(read(path, errors.append)) == 1
    assert "line 2: 'text' is missing" in str(errors[0])


def test_a_broken_archive_is_told(tmp_path):
    path = tmp_path / "gold.jsonl.gz"
    whole = gzip.compress(json.dumps({"text": TEXT, "claims": [CLAIM]}).encode() * 50)
    path.write_bytes(whole[:20] + b"\xff" * 20 + whole[40:])
    with pytest.raises(GoldError, match=r"cannot be read"):
        read(path)


def test_nothing_to_read_is_told(tmp_path):
    with pytest.raises(GoldError, match="holds no text with claims"):
        read(tmp_path)
    with pytest.raises(GoldError, match="does not exist"):
        read(tmp_path / "none.jsonl")
