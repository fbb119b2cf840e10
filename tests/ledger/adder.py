"""Adds reports to a ledger without end, and says so of each once it is in; started by the tests that kill it.

``python adder.py LEDGER NAME BATCH``
"""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import count

from tests.samples import port

from segun.ledger.ledger import Ledger
from segun.ledger.packing import pack


def main(path: str, name: str, batch: int) -> None:
    one = port()
    with Ledger(path, create=True) as ledger:
        run = ledger.begin("add", "killed")
        for number in count():
            packed = []
            for part in range(batch):
                text = one.report.text + f" {name} {number}.{part}"
                report = replace(
                    one.report, text=text, key=f"{name}-{number}.{part}", location=f"{name}/{number}.{part}"
                )
                packed.append(pack(replace(one, report=report), report, "killed"))
            for kept in ledger.keep(packed, "killed", run):
                sys.stdout.write(kept.key + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
