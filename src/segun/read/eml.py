"""E-mail (``.eml``): its body is a report, and so is each attachment and each e-mail inside that can be read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from segun.read.draft import Draft, UnreadableError
from segun.read.extract import extract
from segun.read.limits import MAX_NESTED, MAX_PACKED, MAX_PARTS, MAX_TEXT
from segun.read.mail import (
    Mail,
    charset_of,
    content,
    file_name,
    is_flowed,
    parse,
    sender,
    sent,
    subject,
    unflowed,
)
from segun.read.names import Keys, ending, stem
from segun.read.parts import Part, PartError

_ENDINGS = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "text/plain": "txt",
    "text/html": "html",
}
_READ = frozenset({"pdf", "docx", "txt", "text", "md", "html", "htm", "xhtml"})
_REMEDY = "Save the e-mail anew, or copy its words into a text file."
_GIVE_APART = "Save it out of the e-mail and give it by itself."
_LONGEST_NAME = 60


@dataclass(slots=True)
class _Held:
    """What an e-mail holds: the pieces of its body in order, the files with it, the e-mails in it."""

    body: list[tuple[Draft, bytes]] = field(default_factory=list)
    files: list[Mail] = field(default_factory=list)
    mails: list[Mail] = field(default_factory=list)
    errors: list[UnreadableError] = field(default_factory=list)

    @property
    def length(self) -> int:
        """Characters of the body."""
        return sum(len(draft.text) for draft, _ in self.body)


def read_eml(data: bytes) -> Iterator[Part | PartError]:
    """Read an e-mail: its body first, then the attachments that hold text and the e-mails in it, each as a part.

    Subject, sender and date are those of the e-mail; an attachment has its own or none. Of a body that stands there
    twice, as a page and as plain text, the page is taken unless its article has not half the length.

    Args:
        data: the e-mail's bytes.

    Yields:
        Each part; the name of the body is empty. An attachment of another kind, such as an image, is passed over.

    Raises:
        UnreadableError: it is too large, in too many pieces, or holds nothing to read.
    """
    if len(data) > MAX_PACKED:
        raise UnreadableError(f"It is larger than {MAX_PACKED // 1_000_000} MB.", _GIVE_APART)
    found = False
    for part in _parts(parse(data), "", Keys(), MAX_NESTED):
        found = True
        yield replace(part, sha256=_digest(data)) if isinstance(part, Part) and not part.name else part
    if not found:
        raise UnreadableError("The e-mail holds no text.", _REMEDY)


def _parts(mail: Mail, name: str, names: Keys, depth: int) -> Iterator[Part | PartError]:
    held = _Held()
    _sort(mail, held)
    if len(held.body) > MAX_PARTS:
        yield PartError(name or "its body", f"It consists of more than {MAX_PARTS} pieces.", _REMEDY)
    elif held.body and held.length > MAX_TEXT:
        yield PartError(name or "its body", f"It has more than {MAX_TEXT:,} characters.", "Split it into reports.")
    elif held.body:
        draft = replace(_joined(held.body), title=subject(mail), byline=sender(mail), published=sent(mail))
        yield Part(draft, name, None, None, None, _digest(*(raw for _, raw in held.body)))
    elif held.errors:
        yield PartError(name or "its body", held.errors[0].problem, held.errors[0].remedy)
    for file in held.files[:MAX_PARTS]:
        yield _attached(file, names)
    for inner in held.mails[:MAX_PARTS]:
        wish = names.take((subject(inner) or "")[:_LONGEST_NAME].strip() or "e-mail")
        if depth:
            yield from _parts(inner, wish, names, depth - 1)
        else:
            yield PartError(wish, f"It lies more than {MAX_NESTED} e-mails deep.", _GIVE_APART)
    if len(held.files) > MAX_PARTS or len(held.mails) > MAX_PARTS:
        yield PartError("the rest", f"There are more than {MAX_PARTS} files with it.", _GIVE_APART)


def _sort(part: Mail, held: _Held) -> None:
    """Put what ``part`` consists of where it belongs."""
    kind = part.get_content_type()
    if kind == "message/rfc822" and part.is_multipart():
        held.mails.append(part.get_payload()[0])  # type: ignore[arg-type, index]
    elif kind == "multipart/alternative" and part.is_multipart():
        _choose(part, held)
    elif part.is_multipart():
        if kind.startswith("multipart/"):  # others, such as a delivery status, are for programs
            for child in part.get_payload():
                _sort(child, held)  # type: ignore[arg-type]
    elif file_name(part) is not None or part.get_content_disposition() == "attachment":
        _sort_file(part, held)
    elif kind in {"text/plain", "text/html"}:
        _take_piece(part, held)
    elif kind in _ENDINGS:
        held.files.append(part)


def _sort_file(part: Mail, held: _Held) -> None:
    kind = _kind(part)
    if kind == "eml":
        try:
            held.mails.append(parse(content(part)))
        except UnreadableError as error:
            held.errors.append(error)
    elif kind in _READ:
        held.files.append(part)


def _choose(part: Mail, held: _Held) -> None:
    """Take the richest of several versions, which is the last, that gives text."""
    versions = []
    for child in part.get_payload():
        version = _Held()
        _sort(child, version)  # type: ignore[arg-type]
        versions.append(version)
        held.files += version.files
        held.mails += version.mails
        held.errors += version.errors
    most = max((version.length for version in versions), default=0)
    for version in reversed(versions):
        if version.body and version.length >= most / 2:
            held.body += version.body
            return


def _take_piece(part: Mail, held: _Held) -> None:
    data = content(part)
    if not data.strip():
        return
    html = part.get_content_type() == "text/html"
    if is_flowed(part):
        data = unflowed(data, part)
    try:
        draft = extract(data, "html" if html else "txt", charset_of(part))
    except UnreadableError as error:
        held.errors.append(error)
    else:
        held.body.append((draft, data))


def _joined(pieces: list[tuple[Draft, bytes]]) -> Draft:
    drafts = [draft for draft, _ in pieces]
    text = "\n\n".join(draft.text.strip("\n") for draft in drafts) if len(drafts) > 1 else drafts[0].text
    return Draft(text, drafts[0].decoder, "eml", mended=any(draft.mended for draft in drafts))


def _attached(part: Mail, names: Keys) -> Part | PartError:
    name = file_name(part)
    key = names.take(stem(name)[:_LONGEST_NAME] if name else "attachment")
    data = content(part)
    try:
        draft = extract(data, _kind(part), charset_of(part))
    except UnreadableError as error:
        return PartError(name or key, error.problem, error.remedy)
    return Part(draft, key, None, None, None, _digest(data))


def _kind(part: Mail) -> str:
    """Return what ending the file has or should have: its name counts for more than what the e-mail says it is."""
    return ending(file_name(part) or "") or _ENDINGS.get(part.get_content_type(), "")


def _digest(*pieces: bytes) -> str:
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()
