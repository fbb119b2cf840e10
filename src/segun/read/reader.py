"""Inputs to reports: finds the files, hands each to its format's module, adds what is found around it."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from segun.errors import ReadError
from segun.model import Input, Report
from segun.read.credits import find_credits
from segun.read.dates import strict_iso
from segun.read.draft import Draft, UnreadableError
from segun.read.extract import extractor, too_large
from segun.read.fields import Fields, bcp47
from segun.read.folders import files
from segun.read.jsonl import Line, read_lines
from segun.read.limits import MAX_PACKED
from segun.read.names import STDIN, Keys, printable, stem
from segun.read.opening import Opened, is_folder, opened
from segun.read.packed import CUT_OFF
from segun.read.parts import Part, PartError
from segun.read.sidecar import ENDING, read_sidecar, sidecar_of

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the user says of every report, whatever the inputs say."""

    published: str | None = None
    """ISO 8601 date, or date-time with zone."""
    outlet: str | None = None
    language: str | None = None
    """BCP 47."""


class Fetch(Protocol):
    """Fetches what lies at an address that the user named: a page, or a feed's, list's or sitemap's pages."""

    def __call__(self, address: str, /) -> Iterator[Report | ReadError]:
        """Give its reports, and an error for each that cannot be had; their keys are made unique by the caller."""


def read(
    inputs: Sequence[str], overrides: Overrides = Overrides(), *, fetch: Fetch | None = None
) -> Iterator[Report | ReadError]:
    """Read reports, one by one, in the order of the inputs.

    Args:
        inputs: paths of text, HTML, PDF, DOCX, JSONL, e-mail, WARC and feed files, each as it is or packed with gzip,
            or of folders, which are read with all the folders in them; ``-`` is standard input. A sidecar named along
            with its report is not read twice. An address (``https://…``) is handed to ``fetch``.
        overrides: what holds for every report.
        fetch: what fetches addresses; without it an address is an error, and nothing is ever fetched.

    Yields:
        A report, or the error that stands for an input, line or part that is none; the rest still comes. Keys are
        unique within one call. ``published`` is only ever what an input, its sidecar or ``overrides`` states.
    """
    if error := _refused(overrides):
        yield error
        return
    keys = Keys()
    sidecars = {str(sidecar_of(Path(name))) for name in inputs if _plain(name)}
    for name in inputs:
        if not _ADDRESS.match(name) and str(Path(name)) in sidecars:
            continue
        for found in _read_address(name, fetch) if _ADDRESS.match(name) else _read_input(name, fetch):
            yield found if isinstance(found, ReadError) else _finished(found, keys, overrides)


def _plain(name: str) -> bool:
    return name != "-" and not _ADDRESS.match(name) and bool(Path(name).name) and not name.endswith(ENDING)


def _refused(overrides: Overrides) -> ReadError | None:
    if overrides.published is not None and strict_iso(overrides.published) is None:
        return ReadError(
            "published",
            f"{overrides.published!r} is no ISO 8601 date.",
            "Write 2025-04-28, or with time and zone 2025-04-28T10:30+02:00.",
        )
    if overrides.language is not None and bcp47(overrides.language) is None:
        return ReadError(
            "language", f"{overrides.language!r} is no language code.", "Write a BCP 47 code: es, es-MX, en."
        )
    return None


def _finished(report: Report, keys: Keys, overrides: Overrides) -> Report:
    """Return the report with its key, its credits and what the user says of it."""
    found = find_credits(report.text)
    published = strict_iso(overrides.published) if overrides.published is not None else report.published
    return replace(
        report,
        key=keys.take(report.key),
        published=published,
        outlet=overrides.outlet or report.outlet,
        language=bcp47(overrides.language) if overrides.language is not None else report.language,
        byline=report.byline or found.byline,
        credits=found.credits,
    )


def _read_address(address: str, fetch: Fetch | None) -> Iterator[Report | ReadError]:
    if fetch is None:
        yield ReadError(address, "This is an address.", "`segun add` fetches it; or save the page and name its file.")
        return
    yield from fetch(address)


def _read_input(name: str, fetch: Fetch | None) -> Iterator[Report | ReadError]:
    """Read a file, a folder or standard input."""
    shown = "standard input" if name == "-" else printable(name)
    try:
        if name == "-":
            yield from _read_stream(opened(STDIN, None, sys.stdin.buffer), Fields, fetch)
            return
        path = Path(name)
        if is_folder(path):
            yield from _read_folder(name, shown, fetch)
            return
        _refuse_sidecar(path)
        with path.open("rb") as stream:
            yield from _read_stream(opened(printable(path.name), shown, stream), lambda: read_sidecar(path), fetch)
    except ReadError as error:
        yield error
    except UnreadableError as error:
        yield ReadError(shown, error.problem, error.remedy)
    except CUT_OFF:
        yield ReadError(shown, "The gzip file is broken or cut off.", "Fetch or pack it again.")
    except ImportError as error:
        yield ReadError(shown, f"Reading it needs {error.name}, which is missing.", "Install segun with all its parts.")
    except FileNotFoundError:
        yield ReadError(shown, "There is no such file.", "Check the name and the folder that you are in.")
    except PermissionError:
        yield ReadError(shown, "You may not read this file.", "Change its permissions, or copy it as who may read it.")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        yield ReadError(shown, f"It cannot be opened: {reason}.", "Check the name and the disk.")


def _refuse_sidecar(path: Path) -> None:
    if path.name.endswith(ENDING):
        raise UnreadableError("This is a sidecar.", "Name the report beside it; its sidecar is read with it.")


def _read_folder(name: str, shown: str, fetch: Fetch | None) -> Iterator[Report | ReadError]:
    empty = True
    for found in files(name):
        empty = False
        if isinstance(found, ReadError):
            yield found
        else:
            yield from _read_input(found, fetch)
    if empty:
        yield ReadError(shown, "The folder holds no files.", "Hidden files and sidecars do not count; name another.")


def _read_stream(found: Opened, sidecar: Callable[[], Fields], fetch: Fetch | None) -> Iterator[Report | ReadError]:
    if found.format == "jsonl":
        yield from _read_jsonl(found)
    elif found.format == "warc":
        from segun.read.warc import read_warc

        yield from _from_parts(found, read_warc(found.stream, packed=found.packed), Fields())
    elif found.format == "eml":
        from segun.read.eml import read_eml

        yield from _from_parts(found, read_eml(_whole(found, MAX_PACKED)), sidecar())
    elif found.format == "feed":
        from segun.read.feed import read_feed

        yield from _from_parts(found, read_feed(_whole(found, MAX_PACKED)), Fields())
    elif found.format in {"opml", "sitemap"}:
        yield from _read_list(found, fetch)
    else:
        extract, limit = extractor(found.format)
        data = _whole(found, limit)
        yield _from_draft(found, extract(data), hashlib.sha256(data).hexdigest(), sidecar())


def _read_list(found: Opened, fetch: Fetch | None) -> Iterator[Report | ReadError]:
    """Read what lies at the addresses of a list, where they may be fetched."""
    if fetch is None:
        raise UnreadableError(
            "This is a list of addresses, which holds no reports itself.", "`segun add --fetch` fetches what it lists."
        )
    from segun.read.addresses import feeds, pages

    data = _whole(found, MAX_PACKED)
    for address in feeds(data) if found.format == "opml" else pages(data)[0]:
        yield from fetch(address)


def _whole(found: Opened, limit: int) -> bytes:
    data = found.stream.read(limit + 1)
    too_large(data, limit)
    return data


def _from_draft(found: Opened, draft: Draft, sha256: str, given: Fields) -> Report:
    return Report(
        key=stem(found.name),
        text=draft.text,
        language=given.language,
        published=given.published or draft.published,
        title=given.title or draft.title,
        outlet=given.outlet or draft.outlet,
        byline=draft.byline,
        location=given.url or found.location,
        input=Input(sha256, draft.decoder, draft.extractor, draft.mended),
    )


def _from_parts(found: Opened, parts: Iterator[Part | PartError], given: Fields) -> Iterator[Report | ReadError]:
    """Give a format's parts as reports; ``given`` is what the sidecar says of the one that the input stands for."""
    place = found.location or STDIN
    for part in parts:
        if isinstance(part, PartError):
            shown = found.location or "standard input"
            yield ReadError(f"{shown}: {part.where}", part.problem, part.remedy)
            continue
        report = _from_draft(found, part.draft, part.sha256, Fields() if part.name else given)
        inside = f"{place}#{part.name}" if part.name else report.location
        yield replace(
            report,
            key=f"{report.key}-{part.name}" if part.name else report.key,
            location=part.url or inside,
            language=report.language or part.language,
            retrieved=part.retrieved,
        )


def _read_jsonl(found: Opened) -> Iterator[Report | ReadError]:
    shown = found.location or "standard input"
    lines = 0
    for lines, line in enumerate(read_lines(found.stream), start=1):  # noqa: B007 - the count is used after the loop
        if line.error is not None:
            yield ReadError(f"{shown}:{line.number}", line.error.problem, line.error.remedy)
        else:
            yield _from_line(found, line)
    if not lines:
        raise UnreadableError("It holds no lines.", 'Give each report a line: {"text": "…"}.')


def _from_line(found: Opened, line: Line) -> Report:
    fields = line.fields
    return Report(
        key=fields.id or f"{stem(found.name)}-{line.number}",
        text=line.text,
        language=fields.language,
        published=fields.published,
        title=fields.title,
        outlet=fields.outlet,
        # By its id a line is the same report wherever it moves to; without one the same text twice is two reports.
        location=fields.url or f"{found.location or STDIN}{f'#{fields.id}' if fields.id else f':{line.number}'}",
        input=Input(line.sha256, "utf-8", "jsonl"),
    )
