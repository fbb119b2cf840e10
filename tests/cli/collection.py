"""A ledger of the invented reports of the samples, for the commands that ask one."""

from __future__ import annotations

from dataclasses import replace

from tests.samples import at, bare, claim, ferry, port
from tests.strait import strait

from segun.ledger.ledger import Ledger
from segun.ledger.records import Failure
from segun.model import Analysis, Relay, Source, Time

FERRY = "https://post.example/ferry"
EVIL = "\x1b[2J\u202e[bold]x[/bold]\x07"


def moved(analysis, **fields):
    """The same words elsewhere."""
    return replace(analysis, report=replace(analysis.report, **fields))


def fill(path):
    """Three reports, one of them with a changed version and a copy at another outlet, and a run that was cut off."""
    with Ledger(path, create=True) as ledger:
        for analysis, key, published, place, outlet in (
            (port(), "port", "2031-04-02", "https://marea.example/puerto", "La Voz de Brea"),
            (ferry(), "ferry", "2031-05-20", FERRY, None),
            (strait(), "strait", None, "https://courier.example/strait", "Northern Wire"),
            (strait(), "copy", None, "https://copier.example/s", "The Copier"),
        ):
            found = moved(analysis, key=key, published=published, location=place, outlet=outlet)
            ledger.add(found, program="test 1")
        words = ferry().report.text.replace("one long scrape", "one very long scrape").replace("Tuesday", "Wednesday")
        changed = replace(ferry().report, key="ferry", published="2031-05-20", location=FERRY, text=words)
        ledger.add(Analysis(changed), program="test 1")
        run = ledger.begin("add corpus/", "test 1")
        ledger.fail(run, [Failure("corpus/locked.pdf", "It is encrypted.", "Give it without its password.")])
    return path


def add_evil(path):
    """Put in a report that tries to steer the terminal from wherever its words are shown."""
    text = f"Said {EVIL} on {EVIL}: {EVIL} end"
    evil = bare(
        text,
        claim("c", at(text, EVIL, nth=2), Relay("s", at(text, EVIL), at(text, "Said"), "said"), rule=EVIL),
        sources=(Source("s", f"Lord {EVIL}", "person", at(text, EVIL)),),
        title=EVIL,
        outlet=EVIL,
        byline=EVIL,
        location=EVIL,
    )
    evil = replace(evil, times=(Time(at(text, EVIL, nth=1)[0], "DATE", EVIL, ("c",), "event"),))
    with Ledger(path) as ledger:
        ledger.add(moved(evil, key="evil" + EVIL), program=EVIL)


def key_of(path, words):
    """The key of the claim whose content begins so."""
    with Ledger(path, readonly=True) as ledger:
        return next(found.key for found in ledger.find() if found.content.startswith(words))
