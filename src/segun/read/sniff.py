"""Which format an input has: by its first bytes, the ending only where they leave it open."""

from __future__ import annotations

import json
import re
from typing import Literal

from segun.read.draft import UnreadableError
from segun.read.limits import HEAD

Format = Literal["text", "html", "pdf", "docx", "jsonl", "gzip"]

_AS_DOCUMENT = "Save it as DOCX, PDF or plain text."
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "This is an RTF file, which segun does not read.", _AS_DOCUMENT),
    (
        b"\xd0\xcf\x11\xe0",
        "This is an Office file from before 2007, or one with a password, which segun does not read.",
        "Save it as DOCX without a password.",
    ),
    (b"WARC/", "This is a WARC archive, which segun does not read yet.", "Take the pages out of it as HTML files."),
    (b"\x89PNG", "This is an image.", "Give its text; segun does not read writing in images."),
    (b"\xff\xd8\xff", "This is an image.", "Give its text; segun does not read writing in images."),
    (b"GIF8", "This is an image.", "Give its text; segun does not read writing in images."),
    (b"BZh", "This is compressed with bzip2.", "Unpack it, or compress it with gzip."),
    (b"\xfd7zXZ", "This is compressed with xz.", "Unpack it, or compress it with gzip."),
    (b"\x28\xb5\x2f\xfd", "This is compressed with zstd.", "Unpack it, or compress it with gzip."),
    (b"7z\xbc\xaf", "This is a 7z archive.", "Unpack it and name the files in it."),
)
_PROLOG = re.compile(r"(?:\s+|<\?xml[^>]*>|<!--.*?-->)*", re.DOTALL)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FRAGMENT = re.compile(r"<(?:article|div|h1|main|meta|p|section|script|style|table|title)(?:\s[^<>]*)?>", re.IGNORECASE)
_FEED = re.compile(r"(?:<!doctype\s+rss|<(?:rss|feed|rdf:rdf)\b)", re.IGNORECASE)
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
    if head.startswith(b"PK\x03\x04"):
        return "docx"
    if head.lstrip()[:5] == b"%PDF-" or (ending == "pdf" and b"%PDF-" in head[:1024]):
        return "pdf"
    return _of_writing(_as_written(head), ending)


def _of_writing(text: str, ending: str) -> Format:
    start = text[_PROLOG.match(text).end() :] if text[:1] in "< \t\r\n" else text  # type: ignore[union-attr]
    if _FEED.match(start):
        raise UnreadableError("This is a feed, which segun does not read yet.", "Save the articles that it links to.")
    if _PAGE.match(start) or _FRAGMENT.match(start):
        return "html"
    if ending in {"html", "htm", "xhtml"} and (_PAGE.search(text) or _FRAGMENT.search(text)):
        return "html"
    if _holds_records(text, ending):
        return "jsonl"
    if ending == "json" and start[:1] in "{[":
        raise UnreadableError("This JSON is not one object a line.", "Write each report as one line of JSON (JSONL).")
    return "text"


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
