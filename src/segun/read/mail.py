"""The fields and contents of an e-mail, with every oddity that senders produce.

The simple parsers of the ``email`` package are used: those of its newer policies follow the whole grammar, and let a
hostile field keep them busy or end in an error anywhere.
"""

from __future__ import annotations

import re
from datetime import UTC
from email.message import Message
from typing import TypeAlias

from segun.read.dates import iso
from segun.read.draft import UnreadableError
from segun.read.limits import MAX_BOUNDARIES, MAX_FIELD, MAX_MAIL_LINES, MAX_PARTS
from segun.read.text import decode, mend

Mail: TypeAlias = "Message[str, str]"
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_COMMENT = re.compile(r"\s*\([^()]{0,80}\)\s*\Z")
_DESCRIPTION = re.compile(rb"^content-[a-z-]+:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
"""The fields that the parser takes apart as it reads, in time that grows with the square of their length."""
_MULTIPART = re.compile(rb"multipart/|message/rfc822", re.IGNORECASE)


def parse(data: bytes) -> Mail:
    """Return the e-mail in ``data``.

    Raises:
        UnreadableError: it is too large in pieces, or no e-mail at all.
    """
    from email import message_from_bytes
    from email.policy import compat32

    remedy = "Save what you need out of the e-mail and give it by itself."
    # Each line is offered to every multipart around it, so that many in one another cost their number squared.
    if sum(1 for _ in _MULTIPART.finditer(data)) > MAX_PARTS:
        raise UnreadableError(f"The e-mail consists of more than {MAX_PARTS} groups of parts.", remedy)
    if data.count(b"\n") > MAX_MAIL_LINES or data.count(b"\n--") > MAX_BOUNDARIES:
        raise UnreadableError("The e-mail consists of too many lines or parts.", remedy)
    if any(len(found.group()) > MAX_FIELD for found in _DESCRIPTION.finditer(data)):
        raise UnreadableError("A field of the e-mail is absurdly long.", remedy)
    try:
        return message_from_bytes(data, policy=compat32)
    except Exception as error:  # the parser is lenient, but promises nothing
        raise UnreadableError("The e-mail is broken.", remedy) from error


def subject(mail: Mail) -> str | None:
    """Return the subject in characters."""
    return _written(_field(mail, "Subject"))


def sender(mail: Mail) -> str | None:
    """Return the name that the sender goes by; an address alone is none."""
    from email.utils import parseaddr

    try:
        name = _written(parseaddr(_field(mail, "From") or "")[0])
    except (RecursionError, IndexError, ValueError, TypeError):
        return None
    return None if name is None or "@" in name else name.strip("\"' ") or None


def sent(mail: Mail) -> str | None:
    """Return when it was sent, in ISO 8601: a date-time with its zone, only the date where the zone is not known."""
    from email.utils import parsedate_to_datetime

    value = _COMMENT.sub("", (_field(mail, "Date") or "").strip())
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return iso(value)
    if moment.tzinfo is None and value.endswith("-0000"):  # the time is UTC, only the sender's zone is not told
        moment = moment.replace(tzinfo=UTC)
    return moment.date().isoformat() if moment.tzinfo is None else moment.isoformat()


def file_name(part: Mail) -> str | None:
    """Return the name of the file that ``part`` is, without folders."""
    try:
        name = _written(part.get_filename())
    except (ValueError, TypeError, LookupError):
        return None
    return re.split(r"[/\\]", name)[-1] or None if name else None


def charset_of(part: Mail) -> str | None:
    """Return the encoding that ``part`` names."""
    try:
        return part.get_content_charset()
    except (ValueError, TypeError, LookupError):
        return None


def is_flowed(part: Mail) -> bool:
    """Whether a space at a line's end says that the paragraph goes on (RFC 3676)."""
    return part.get_content_type() == "text/plain" and str(part.get_param("format")).lower() == "flowed"


def unflowed(data: bytes, part: Mail) -> bytes:
    """Return flowed text with each paragraph on one line; the signature's mark and quoted lines stay as they are."""
    separator = b"" if str(part.get_param("delsp")).lower() == "yes" else b" "
    out: list[bytes] = []
    goes_on = False
    for line in data.replace(b"\r\n", b"\n").split(b"\n"):
        fixed = line.startswith(b">") or line == b"-- "
        bare = line if fixed else line.removeprefix(b" ")
        if out:
            out.append(separator if goes_on and not fixed else b"\n")
        goes_on = bare.endswith(b" ") and not fixed
        out.append(bare[:-1] if goes_on else bare)
    return b"".join(out)


def content(part: Mail) -> bytes:
    """Return the bytes of a part that is no multipart, its transfer encoding undone."""
    try:
        found = part.get_payload(decode=True)
    except (ValueError, TypeError, LookupError):
        return b""
    return found if isinstance(found, bytes) else b""


def _field(mail: Mail, name: str) -> str | None:
    """Return a field as it was sent, its 8-bit characters decoded; ``None`` for one of absurd length."""
    for key, value in mail.raw_items():
        if key.lower() == name.lower():
            written = str(value)
            if len(written) > MAX_FIELD:
                return None
            if _SURROGATE.search(written):
                written = _decoded(written.encode("utf-8", "surrogateescape"))
            return re.sub(r"\r?\n(?=[ \t])", "", written).strip()
    return None


def _written(value: str | None) -> str | None:
    """Return ``value`` with its encoded words (``=?utf-8?q?…?=``) in characters and its white space in order."""
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    if not value or len(value) > MAX_FIELD:
        return None
    try:
        pieces = [
            (_decoded(piece, charset) if isinstance(piece, bytes) else piece, "utf-8" if charset else None)
            for piece, charset in decode_header(value)
        ]
        value = str(make_header(pieces))
    except (HeaderParseError, ValueError, LookupError):
        pass  # then as it was sent
    plain = mend(_SURROGATE.sub("\ufffd", _CONTROL.sub(" ", value)))[0]
    return " ".join(plain.split()) or None


def _decoded(data: bytes, charset: str | None = None) -> str:
    try:
        return decode(data, charset)[0]
    except UnreadableError:
        return data.decode("latin-1")
