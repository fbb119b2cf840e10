"""Which format an input has: by its first bytes, the ending only where they leave it open."""

from __future__ import annotations

import json
import re
from typing import Literal

from segun.read.draft import UnreadableError
from segun.read.limits import HEAD

Format = Literal["text", "html", "pdf", "docx", "jsonl", "gzip", "eml", "warc", "feed", "opml", "sitemap"]

_AS_DOCUMENT = "Save it as DOCX, PDF or plain text."
_UNPACK = "Unpack it and name the files in it."
_IMAGE = ("This is an image.", "Give its text; segun does not read writing in images.")
_MEDIA = ("This is sound or film.", "Give its text; segun does not hear or see.")
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "This is an RTF file, which segun does not read.", _AS_DOCUMENT),
    (
        b"\xd0\xcf\x11\xe0",
        "This is an Outlook message, or an Office file from before 2007 or with a password; segun reads none of them.",
        "Save it as DOCX without a password, or a message as .eml.",
    ),
    (b"\x89PNG", *_IMAGE),
    (b"\xff\xd8\xff", *_IMAGE),
    (b"GIF8", *_IMAGE),
    (b"II*\x00", *_IMAGE),
    (b"MM\x00*", *_IMAGE),
    (b"8BPS", *_IMAGE),
    (b"OggS\x00", *_MEDIA),
    (b"ID3\x03", *_MEDIA),
    (b"ID3\x04", *_MEDIA),
    (b"\x1aE\xdf\xa3", *_MEDIA),
    (b"BZh", "This is compressed with bzip2.", "Unpack it, or compress it with gzip."),
    (b"\xfd7zXZ", "This is compressed with xz.", "Unpack it, or compress it with gzip."),
    (b"\x28\xb5\x2f\xfd", "This is compressed with zstd.", "Unpack it, or compress it with gzip."),
    (b"7z\xbc\xaf", "This is a 7z archive.", _UNPACK),
    (b"Rar!\x1a", "This is a RAR archive.", _UNPACK),
    (b"PAR1\x15", "This is a Parquet file, which segun does not read.", "Write its rows as JSONL, one report a line."),
    (b"SQLite format 3\x00", "This is a database.", "Write its reports as JSONL, one a line."),
    (b"\x7fELF", "This is a program.", "Leave it out."),
)
_PROLOG = re.compile(r"(?:\s+|<\?xml[^>]*>|<!--.*?-->)*", re.DOTALL)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FRAGMENT = re.compile(r"<(?:article|div|h1|main|meta|p|section|script|style|table|title)(?:\s[^<>]*)?>", re.IGNORECASE)
_LISTS: tuple[tuple[re.Pattern[str], Format], ...] = (
    (re.compile(r"(?:<!doctype\s+rss|<(?:rss|(?:\w+:)?feed|rdf:rdf)\b)", re.IGNORECASE), "feed"),
    (re.compile(r"<opml\b", re.IGNORECASE), "opml"),
    (re.compile(r"<(?:\w+:)?(?:urlset|sitemapindex)\b", re.IGNORECASE), "sitemap"),
)
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,60}):(?:[ \t]|\r?\n|$)|[ \t]+\S")
_OF_MAIL = frozenset({"from", "to", "date", "subject", "message-id", "mime-version"})
_BY_SERVERS = frozenset({"received", "return-path", "message-id", "mime-version", "delivered-to", "dkim-signature"})
_RECORD = re.compile(r'\{\s*"[^"\\]{1,60}"\s*:')


def sniff(head: bytes, ending: str = "") -> Format:
    """Tell the format of an input.

    Args:
        head: its first bytes, up to ``HEAD`` of them.
        ending: the ending of its name, in lower case without the dot; a hint only.

    Returns:
        The format; ``docx`` for every zip archive, whose kind is told from its list of parts.

    Raises:
        UnreadableError: it is of a known kind that segun does not read.
    """
    for magic, problem, remedy in _FOREIGN:
        if head.startswith(magic):
            raise UnreadableError(problem, remedy)
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith(b"WARC/"):
        return "warc"
    if head[257:262] == b"ustar":
        raise UnreadableError("This is a tar archive.", _UNPACK)
    if head[:1] == b"\x00" and head[4:8] == b"ftyp":
        raise UnreadableError(*_MEDIA)
    if head.startswith(b"PK\x03\x04"):
        return "docx"
    if head.lstrip()[:5] == b"%PDF-" or (ending == "pdf" and b"%PDF-" in head[:1024]):
        return "pdf"
    return _of_writing(_as_written(head), ending)


def _of_writing(text: str, ending: str) -> Format:
    start = text[_PROLOG.match(text).end() :] if text[:1] in "< \t\r\n" else text  # type: ignore[union-attr]
    for root, format_ in _LISTS:
        if root.match(start):
            return format_
    if _PAGE.match(start) or _FRAGMENT.match(start):
        return "html"
    if ending in {"html", "htm", "xhtml"} and (_PAGE.search(text) or _FRAGMENT.search(text)):
        return "html"
    if _is_mail(text, ending):
        return "eml"
    if _holds_records(text, ending):
        return "jsonl"
    if ending == "json" and start[:1] in "{[":
        raise UnreadableError("This JSON is not one object a line.", "Write each report as one line of JSON (JSONL).")
    return "text"


def _is_mail(text: str, ending: str) -> bool:
    """Whether it begins with the fields of an e-mail: two of its own, or with another ending also one of a server's.

    A text file may well begin with *From:* and *Date:*, as a press release does.
    """
    names: set[str] = set()
    lines = text.split("\n")
    if lines[0].startswith("From "):  # the line that a mailbox puts before each message
        del lines[0]
    for line in lines:
        field = _FIELD.match(line)
        if field is None and line.strip() and line is not lines[-1] and ending != "eml":
            return False
        if field is None:
            break
        names.add((field[1] or "").lower())
    return len(names & _OF_MAIL) > 1 and (ending == "eml" or bool(names & _BY_SERVERS))


def _holds_records(text: str, ending: str) -> bool:
    """Whether the first line that is not blank is a JSON object, or with the right ending any line begins like one."""
    lines = [line.strip() for line in text.split("\n")]
    if ending in {"jsonl", "ndjson"}:
        return any(line.startswith("{") for line in lines)
    first = next((line for line in lines if line), "")
    if not first.startswith("{"):
        return False
    if first == lines[-1]:
        # The head ends within this line, so that it cannot be parsed.
        return bool(_RECORD.match(first)) and (_is_object(first) or len(text) >= HEAD // 2)
    return _is_object(first)


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _as_written(head: bytes) -> str:
    """Return the head's ASCII characters at least, which is all that telling the format needs."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
