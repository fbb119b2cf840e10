"""The stages: each reads Parquet files and writes one. What a stage does depends on its arguments alone."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from segun.engine import frames
from segun.errors import own_fault
from segun.ledger.judging import Judgements
from segun.ledger.packing import unpack_object
from segun.match.objects import derivation_object, group_object, link_object, loss_object
from segun.match.records import Trace
from segun.match.stories.edges import edges
from segun.match.stories.keys import keys
from segun.match.told import Told
from segun.match.tracing import trace


def index(source: Path, target: Path) -> None:
    """Write what each report is found by.

    Args:
        source: reports (:data:`segun.engine.frames.REPORTS`).
        target: their keys (:data:`segun.engine.frames.KEYS`).
    """
    found = []
    for row in frames.rows(source):
        if row["problem"] is not None:
            continue
        told = _told(row)
        time = math.inf if told.published is None else told.published
        found.append({"report": told.key, "time": time, "fresh": True, "keys": keys(told)})
    frames.write_rows(target, found, frames.KEYS)


def share(sources: Sequence[Path], target: Path, part: int, parts: int) -> None:
    """Write the pairs of reports that share keys of one part of all keys.

    Args:
        sources: keys of all reports (:data:`segun.engine.frames.KEYS`), always in one order.
        target: pairs (:data:`segun.engine.frames.PAIRS`); reports are numbered through the sources.
        part: which keys: those that leave this over when halved and divided by ``parts``.
        parts: how many parts there are.
    """
    tables = [frames.table(source) for source in sources]
    times = np.concatenate([each["time"].to_numpy() for each in tables])
    fresh = np.concatenate([each["fresh"].to_numpy(zero_copy_only=False) for each in tables])
    all_keys, items, before = [], [], 0
    for each in tables:
        lists = each["keys"].combine_chunks()
        flat = lists.flatten().to_numpy(zero_copy_only=False)
        sizes = np.diff(lists.offsets.to_numpy())
        owner = before + np.repeat(np.arange(len(sizes)), sizes)
        mine = (flat >> 1) % parts == part
        all_keys.append(flat[mine])
        items.append(owner[mine])
        before += len(sizes)
    found = edges(np.concatenate(all_keys), np.concatenate(items), times, fresh)
    frames.write(target, {name: found[:, at] for at, name in enumerate(("a", "b", "shared"))}, frames.PAIRS)


def tell(source: Path, target: Path, decided: str, encoder: bool) -> None:
    """Write what the reports of each story owe to each other.

    Args:
        source: reports (:data:`segun.engine.frames.REPORTS`), those of a story behind each other.
        target: what was found (:data:`segun.engine.frames.FOUND`); of a story on which segun failed, why.
        decided: what people decided of pairs, as :func:`written` gives it.
        encoder: whether sentence vectors are used, where they are installed.
    """
    judged = _judgements(decided)
    stories: dict[str, list[Told]] = {}
    for row in frames.rows(source):
        stories.setdefault(row["story"], []).append(_told(row))
    found: list[dict[str, Any]] = []
    for story, reports in stories.items():
        try:
            traced = trace(reports, _within(judged, {told.key for told in reports}), encoder=encoder)
        except Exception as error:  # noqa: BLE001 - one story on which segun itself fails must not cost the others
            problem = str(own_fault(error, "trace it again"))
            found.append({"story": story, "kind": "failure", "number": 0, "object": problem})
        else:
            found.append({"story": story, "kind": "story", "number": len(reports), "object": ""})
            found.extend(_rows(story, traced))
    frames.write_rows(target, found, frames.FOUND)


def written(decided: Judgements) -> str:
    """Return what people decided of pairs as JSON that :func:`tell` reads."""
    pairs = {
        name: sorted(sorted(pair) for pair in getattr(decided, name)) for name in ("same", "different", "independent")
    }
    return json.dumps({**pairs, "derived": sorted([*pair, how] for pair, how in decided.derived.items())})


def _judgements(text: str) -> Judgements:
    found = json.loads(text)
    same, different, independent = (
        frozenset(frozenset(pair) for pair in found[name]) for name in ("same", "different", "independent")
    )
    derived = {(child, parent): how for child, parent, how in found["derived"]}
    return Judgements(same=same, different=different, derived=derived, independent=independent)


def _within(decided: Judgements, reports: set[str]) -> Judgements:
    """Return the decisions without those on derivations between other reports."""
    derived = {pair: how for pair, how in decided.derived.items() if reports.issuperset(pair)}
    return replace(decided, derived=derived)


def _told(row: dict[str, Any]) -> Told:
    analysis = unpack_object(row["packed"], json.loads(row["about"]))
    return Told(row["report"], analysis, json.loads(row["claims"]), row["owner"])


def _rows(story: str, found: Trace) -> Iterator[dict[str, Any]]:
    parts = {
        "group": map(group_object, found.groups),
        "derivation": map(derivation_object, found.derivations),
        "link": map(link_object, found.links),
        "headline": map(loss_object, found.headlines),
    }
    for kind, objects in parts.items():
        for number, each in enumerate(objects):
            text = json.dumps(each, ensure_ascii=False, separators=(",", ":"))
            yield {"story": story, "kind": kind, "number": number, "object": text}
