"""``python -m segun.tongue update``: bring the catalogues up to date with the code. For developers."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from segun.tongue import ENGLISH, languages
from segun.tongue.catalogue import read
from segun.tongue.extracting import CATALOGUES, messages

_USAGE = "Usage: python -m segun.tongue update [CODE]\nCODE begins a catalogue for another language.\n"


def update(code: str, found: Catalog) -> tuple[int, int]:
    """Write the catalogue of a language with exactly the messages found; return their number and that of untranslated.

    Translations stay; a message that is new or was reworded has none yet.
    """
    path = Path(CATALOGUES, f"{code}.po")
    kept = read(code) if path.exists() else Catalog(locale=code, project="segun", fuzzy=False)
    found.creation_date = kept.creation_date  # a day on which nothing else changed makes no new version
    kept.update(found, no_fuzzy_matching=True, update_header_comment=False)
    kept.obsolete.clear()
    with path.open("wb") as file:
        write_po(file, kept, width=110, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    shown = [each for each in kept if each.id]
    return len(shown), sum(not _translated(each.string) for each in shown)


def _translated(text: str | Sequence[str] | None) -> bool:
    return bool(text) if isinstance(text, str) else bool(text) and all(text or ())


def main(arguments: list[str]) -> int:
    """Update the catalogues that there are, and the one that is named."""
    if not arguments or arguments[0] != "update" or len(arguments) > 2:
        sys.stderr.write(_USAGE)
        return 2
    codes = dict.fromkeys([*languages(), *arguments[1:]])
    found = messages()
    for code in codes:
        if code != ENGLISH:
            count, missing = update(code, found)
            sys.stdout.write(f"{code}: {count} messages, {missing} without translation\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
