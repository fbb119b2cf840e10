"""The zip that holds the CAS of many reports."""

from __future__ import annotations

import re
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePosixPath
from shutil import copyfileobj
from typing import IO, Any, BinaryIO, Literal, cast
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from segun.errors import ReadError, SegunError
from segun.export.cas.characters import NOT_UTF_8, NOT_XML
from segun.export.cas.read import from_cas
from segun.export.cas.types import cassis, typesystem
from segun.export.cas.write import to_cas
from segun.model import Analysis, Decision

Form = Literal["xmi", "json"]
MOST = 64 * 2**20
"""Bytes of one unpacked file; more is refused."""
_TYPES = "TypeSystem.xml"
_NAMES = re.compile(r"[^\w.-]+")
_MARK = b"%FEATURE_STRUCTURES"
_REMEDY = "Give a zip of UIMA CAS XMI with its TypeSystem.xml, or of UIMA CAS JSON, as INCEpTION exports them."
_PROJECT = "exportedproject"
_CHOOSE = "Curate it, or export the documents that you want, as UIMA CAS XMI (XML 1.0)."


@contextmanager
def writing(out: BinaryIO, form: Form = "xmi") -> Iterator[Callable[..., None]]:
    """Give a function that writes one analysis into the zip; nothing of it is kept in memory.

    The function takes the analysis, the decisions on it, and with ``keys`` what a ledger calls its sources, by their
    ids. What breaks off leaves a zip of the reports that were written until then. The bytes depend on what is
    written only, not on the clock.

    Args:
        out: opened for bytes; it need not be seekable.
        form: ``xmi``, or ``json`` for UIMA CAS JSON 0.4.0, which holds its types itself.

    Raises:
        SegunError: dkpro-cassis is not installed.
    """
    types = typesystem()
    names: set[str] = set()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        if form == "xmi":
            _put(archive, _TYPES, types.to_xml().encode())

        def write(
            analysis: Analysis, decisions: Sequence[Decision] = (), *, keys: Mapping[str, str] | None = None
        ) -> None:
            cas = to_cas(analysis, decisions, keys or {}, NOT_XML if form == "xmi" else NOT_UTF_8)
            written = cas.to_xmi() if form == "xmi" else cas.to_json()
            _put(archive, _name(analysis, form, names), written.encode())

        yield write


def reading(stream: IO[bytes]) -> Iterator[Analysis]:
    """Yield the analysis of each CAS in a zip, in its order.

    One JSON file without a zip will do as well, and so will what INCEpTION exports of a whole project: what was
    curated counts, or else what was annotated, as long as each document has one annotator.

    Args:
        stream: opened for bytes.

    Raises:
        ReadError: it is no such zip or is broken; a file in it is no CAS, declares a document type, is of more than
            64 MiB, or holds what segun cannot take. The message names the file.
        SegunError: dkpro-cassis is not installed.
    """
    cassis()
    with _seekable(stream) as file:
        head = file.read(4)
        file.seek(0)
        if head[:2] == b"PK":
            yield from _unpacked(file)
        elif head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
            yield _read_json(_bounded(file, "this file"), "this file")
        else:
            raise ReadError("this file", "It is neither a zip nor UIMA CAS JSON.", _REMEDY)


def _put(archive: ZipFile, name: str, data: bytes) -> None:
    member = ZipInfo(name)  # dated 1980: the same reports give the same bytes
    member.compress_type = ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    archive.writestr(member, data)


def _name(analysis: Analysis, form: Form, taken: set[str]) -> str:
    stem = f"{_NAMES.sub('_', analysis.report.key)[:80].strip('._')}-{analysis.report.id}".lstrip("-")
    name, number = f"{stem}.{form}", 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}.{form}"
    taken.add(name)
    return name


@contextmanager
def _seekable(stream: IO[bytes]) -> Iterator[IO[bytes]]:
    if stream.seekable():
        yield stream
        return
    with tempfile.TemporaryFile() as copy:
        copyfileobj(stream, copy)
        copy.seek(0)
        yield copy


def _unpacked(file: IO[bytes], *, whole: bool = True) -> Iterator[Analysis]:
    """Yield the analyses of a zip; what is no ``whole`` file is a part of a project, and no project itself."""
    try:
        archive = ZipFile(file)
    except (BadZipFile, NotImplementedError, ValueError, OSError) as broken:
        raise ReadError("this file", f"The zip is broken: {broken}.", "Export or copy it again.") from broken
    with archive:
        members = [member for member in archive.infolist() if not member.filename.startswith("__MACOSX/")]
        if whole and any(PurePosixPath(member.filename).name.startswith(_PROJECT) for member in members):
            for member in _of_project(members):
                yield from _unpacked(BytesIO(_member(archive, member)), whole=False)
            return
        described: dict[str, Any] = {}
        found = False
        for member in members:
            path = PurePosixPath(member.filename)
            if path.suffix == ".xmi":
                found = True
                yield _read_xmi(_member(archive, member), _described(archive, path, described), member.filename)
            elif path.suffix == ".json":
                data = _member(archive, member)
                if _MARK in data:
                    found = True
                    yield _read_json(data, member.filename)
        if not found:
            raise ReadError("this file", "The zip holds no CAS.", _REMEDY)


def _of_project(members: Sequence[ZipInfo]) -> list[ZipInfo]:
    """Return the zips of documents in the export of a whole project: the curated ones, or each one's only annotator's.

    Raises:
        ReadError: there is nothing curated, and a document has several annotators.
    """
    packed = [member for member in members if member.filename.endswith(".zip")]
    curated = [member for member in packed if member.filename.startswith("curation/")]
    annotated = [member for member in packed if member.filename.startswith("annotation/")]
    folders = [PurePosixPath(member.filename).parent for member in annotated]
    if not curated and len(set(folders)) < len(folders):
        double = next(folder for folder in folders if folders.count(folder) > 1)
        raise ReadError(
            str(double), "Of this document several annotators' work is there, and nothing curated.", _CHOOSE
        )
    if not curated and not annotated:
        raise ReadError("this file", "It is a project without annotated documents in UIMA CAS.", _CHOOSE)
    return curated or annotated


def _described(archive: ZipFile, path: PurePosixPath, known: dict[str, Any]) -> Any:
    """Return the type system that lies beside a file, or above it."""
    for folder in (path.parent, *path.parent.parents):
        name = str(folder / _TYPES)
        if name in known:
            return known[name]
        try:
            member = archive.getinfo(name)
        except KeyError:
            continue
        data = _member(archive, member)
        _plain_xml(data, name)
        with _explained(name):
            known[name] = cassis().load_typesystem(BytesIO(data))
        return known[name]
    raise ReadError(str(path), f"No {_TYPES} lies beside it.", _REMEDY)


def _member(archive: ZipFile, member: ZipInfo) -> bytes:
    try:
        with archive.open(member) as file:
            return _bounded(file, member.filename)
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as broken:
        raise ReadError(member.filename, f"It cannot be unpacked: {broken}.", "Export or copy it again.") from broken
    except Exception as broken:  # zlib.error is no OSError
        if type(broken).__module__ != "zlib":
            raise
        raise ReadError(member.filename, f"It cannot be unpacked: {broken}.", "Export or copy it again.") from broken


def _bounded(file: IO[bytes], name: str) -> bytes:
    data = file.read(MOST + 1)
    if len(data) > MOST:
        raise ReadError(name, f"It holds more than {MOST >> 20} MiB.", "Split the document.")
    return data


def _read_xmi(data: bytes, types: Any, name: str) -> Analysis:
    _plain_xml(data, name)
    with _explained(name):
        cas = cassis().load_cas_from_xmi(BytesIO(data), typesystem=types, trusted=True)
        return from_cas(cas, PurePosixPath(name).stem)


def _read_json(data: bytes, name: str) -> Analysis:
    with _explained(name):
        cas = cassis().load_cas_from_json(BytesIO(data))
        return from_cas(cas, PurePosixPath(name).stem)


def _plain_xml(data: bytes, name: str) -> None:
    """Refuse XML with a document type: its entities could name this machine's files, or swell without end."""

    def refuse(*_: Any) -> None:
        raise ReadError(name, "It declares a document type, which no CAS needs.", "Take the declaration out.")

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as wrong:
        raise ReadError(name, f"It is not well-formed XML 1.0: {wrong}.", "Export it as XMI (XML 1.0).") from wrong


@contextmanager
def _explained(name: str) -> Iterator[None]:
    """Turn what cassis raises, or only warns of, into an error that names the file."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            warnings.simplefilter("error", UserWarning)
            yield
    except SegunError:
        raise
    except Exception as wrong:
        said = " ".join(str(cast("object", wrong)).split())[:300] or type(wrong).__name__
        raise ReadError(name, f"It is no CAS that can be read: {said.rstrip('.')}.", _REMEDY) from wrong
