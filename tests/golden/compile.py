"""Compile readable gold (NAME.gold.toml beside NAME.txt) into gold ledgers with offsets (NAME.json).

    python tests/golden/compile.py            write every NAME.json
    python tests/golden/compile.py --check    say which NAME.json is not what its sources give, write nothing

README.md beside this file explains the format of NAME.gold.toml.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
NTH = re.compile(r"^(?P<words>.*) \[(?P<nth>\d+)\]$", re.DOTALL)
ELISION = " … "
QUOTED = re.compile(r'"([^"]+)"|«([^»]+)»|“([^”]+)”')
UNACCENT = str.maketrans("áéíóúüÁÉÍÓÚÜ", "aeiouuAEIOUU")
CLAIM_KEYS = {"text", "by", "quotation", "factuality", "act", "condition", "required", "note"}
RELAY_KEYS = {"source", "cue", "how"}
TOP_KEYS = {"language", "published", "relay", "claim", "quantity"}
HOW = {"said", "adjunct", "document"}
QUOTATION = {"direct", "indirect", "mixed", "none"}
FACTUALITY = {"CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "CTu", "Uu"}
ACT = {"assert", "deny", "promise", "order", "request", "threaten", "stipulate", "evaluate", "ask", "predict"}

Span = list[int]
Table = dict[str, Any]


class GoldError(ValueError):
    """What a NAME.gold.toml says does not fit its text, or is not in the format."""


def occurrences(text: str, words: str) -> list[Span]:
    """Spans of `words` in `text` that neither begin nor end inside a word, in order."""
    before = r"(?<!\w)" if re.match(r"\w", words) else ""
    after = r"(?!\w)" if re.search(r"\w$", words) else ""
    return [[m.start(), m.end()] for m in re.finditer(before + re.escape(words) + after, text)]


def find(text: str, snippet: str) -> Span:
    """The span of one snippet, half-open, in code points of `text`.

    A snippet is the words themselves, `first words … last words` for a longer stretch (up to the first place after
    them where the last words stand), and ends in ` [n]` where its (first) words stand in the text more than once.

    Raises:
        GoldError: the words are absent, or stand more than once and no occurrence is named.
    """
    nth = NTH.match(snippet)
    words = nth["words"] if nth else snippet
    first, _, last = words.partition(ELISION)
    found = occurrences(text, first)
    if not found:
        raise GoldError(f"not in the text: {first!r}")
    if nth is None and len(found) > 1:
        raise GoldError(f"stands {len(found)} times, say which with ' [n]': {first!r}")
    if nth is not None and len(found) == 1:
        raise GoldError(f"stands once, needs no ' [n]': {first!r}")
    index = int(nth["nth"]) if nth else 1
    if not 1 <= index <= len(found):
        raise GoldError(f"stands {len(found)} times, there is no number {index}: {first!r}")
    start, end = found[index - 1]
    if not last:
        return [start, end]
    ends = [span for span in occurrences(text, last) if span[0] >= end]
    if not ends:
        raise GoldError(f"not in the text after {first!r}: {last!r}")
    return [start, ends[0][1]]


def find_all(text: str, snippets: str | list[str]) -> list[Span]:
    """The spans of one snippet or of several, which must come in order and apart; none for an empty string."""
    if isinstance(snippets, str):
        snippets = [snippets] if snippets else []
    spans = [find(text, snippet) for snippet in snippets]
    for one, other in itertools.pairwise(spans):
        if other[0] < one[1]:
            raise GoldError(f"spans out of order: {snippets!r}")
    return spans


def only_known(what: str, table: Table, known: set[str]) -> None:
    """Refuse keys that a table must not have, so that a slip of the pen is no silent default."""
    if unknown := sorted(set(table) - known):
        raise GoldError(f"{what}: unknown {', '.join(unknown)}")


def one_of(what: str, value: str, known: set[str]) -> str:
    """The value, if it is a known one."""
    if value not in known:
        raise GoldError(f"{what}: {value!r} is none of {', '.join(sorted(known))}")
    return value


def relay(text: str, named: Table, mention: str) -> Table:
    """One relay from its mention: the relay's name, then `continued`, `optional`, both or neither."""
    name, *flags = mention.split()
    if name not in named:
        raise GoldError(f"no [relay.{name}]")
    only_known(f"relay {mention!r}", dict.fromkeys(flags), {"continued", "optional"})
    given = named[name]
    only_known(f"relay {name}", given, RELAY_KEYS)
    continued = "continued" in flags
    how = "continued" if continued else one_of(f"relay {name}", given.get("how", "said"), HOW)
    spans = find_all(text, given["source"])
    out: Table = {
        "source_spans": spans,
        "cue_spans": [] if continued else find_all(text, given.get("cue", "")),
        "how": how,
        "source_text": " ".join(text[a:b] for a, b in spans) or None,
    }
    if not continued and not out["cue_spans"]:
        raise GoldError(f"relay {name}: no cue, and not continued")
    if "optional" in flags:
        out["optional"] = True
    return out


def quoted_wording(text: str, spans: list[Span]) -> list[Span]:
    """What stands between quotation marks inside the spans, without the marks."""
    return [list(m.span(m.lastindex or 0)) for a, b in spans for m in QUOTED.finditer(text, a, b)]


def claim(text: str, named: Table, number: int, given: Table) -> Table:
    """One claim of the gold ledger, with the defaults filled in."""
    only_known("claim", given, CLAIM_KEYS)
    relays = [relay(text, named, mention) for mention in given.get("by", [])]
    spans = find_all(text, given["text"])
    out: Table = {
        "id": f"c{number}",
        "spans": spans,
        "relays": relays,
        "quotation": one_of("quotation", given.get("quotation", "indirect" if relays else "none"), QUOTATION),
        "factuality": one_of("factuality", given.get("factuality", "CT+"), FACTUALITY),
        "speech_act": one_of("act", given.get("act", "assert"), ACT),
        "condition": find(text, given["condition"]) if "condition" in given else None,
        "text": [text[a:b] for a, b in spans],
    }
    if (out["quotation"] == "none") != (not relays):
        raise GoldError("quotation is 'none' for the report's own voice, and for nothing else")
    if out["condition"] and not any(a <= out["condition"][0] and out["condition"][1] <= b for a, b in spans):
        raise GoldError("condition outside the content")
    if out["quotation"] != "direct" and (quoted := quoted_wording(text, spans)):
        out["quoted_wording"] = quoted
    return out | {key: given[key] for key in ("required", "note") if key in given}


def quantity(text: str, given: Table) -> Table:
    """One quantity: its span, value and unit (null where the text gives none)."""
    only_known("quantity", given, {"text", "value", "unit"})
    span = find(text, given["text"])
    return {"text": text[slice(*span)], "span": span, "value": given["value"], "unit": given.get("unit")}


def compile_gold(text: str, source: Table, report: str) -> Table:
    """The gold ledger of one text.

    Args:
        text: the report's text, as it stands in its file.
        source: what NAME.gold.toml says.
        report: the text's file name.

    Raises:
        GoldError: naming the claim, what is wrong with it.
    """
    only_known("top", source, TOP_KEYS)
    named = source.get("relay", {})
    claims = []
    for number, given in enumerate(source["claim"], 1):
        try:
            claims.append(claim(text, named, number, given))
        except (GoldError, KeyError) as err:
            raise GoldError(f"claim {number} ({given.get('text')!r}): {err}") from err
    used = {mention.split()[0] for given in source["claim"] for mention in given.get("by", [])}
    if idle := sorted(set(named) - used):
        raise GoldError(f"relays that no claim uses: {', '.join(idle)}")
    return {
        "report": report,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "language": source["language"],
        "published": source.get("published"),
        "claims": claims,
        "times": None,
        "places": None,
        "quantities": [quantity(text, given) for given in source["quantity"]] if "quantity" in source else None,
        "sequences": None,
        "sha256_stripped": hashlib.sha256(text.translate(UNACCENT).encode()).hexdigest(),
    }


def compile_file(gold: Path) -> str:
    """The JSON, as text, of one NAME.gold.toml."""
    txt = gold.with_name(gold.name.removesuffix(".gold.toml") + ".txt")
    source = tomllib.loads(gold.read_text(encoding="utf-8"))
    try:
        ledger = compile_gold(txt.read_text(encoding="utf-8"), source, txt.name)
    except GoldError as err:
        raise GoldError(f"{gold.name}: {err}") from err
    return json.dumps(ledger, ensure_ascii=False, indent=1) + "\n"


def main(argv: list[str] | None = None) -> int:
    """Write, or with --check compare, every NAME.json under this folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, exit with 1 if anything would change")
    check = parser.parse_args(argv).check
    stale = 0
    for gold in sorted(HERE.glob("*/*.gold.toml")):
        out = gold.with_name(gold.name.removesuffix(".gold.toml") + ".json")
        try:
            new = compile_file(gold)
        except GoldError as err:
            sys.stderr.write(f"{err}\n")
            return 2
        if out.exists() and out.read_text(encoding="utf-8") == new:
            continue
        stale += 1
        if check:
            sys.stderr.write(f"{out.name} is not what {gold.name} gives\n")
        else:
            out.write_text(new, encoding="utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
