"""Plain text: bytes to characters, once. What this returns is the text that every offset counts in."""

from __future__ import annotations

import codecs
import re

from segun.read.draft import Draft, UnreadableError, checked

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # Before UTF-16: its mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = frozenset("áéíóúüñçàèìòùâêîôûäëïöãõåæøßÁÉÍÓÚÜÑÇÀÈÖÄÅÆØºª¡¿«»“”‘’„‚–—…•·°€£§©®™´½¼\xa0")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_ESCAPED = re.compile("[\udc80-\udcff]+")
_STRAY = 3
_AS_GOOD = 0.1
_NOT_TEXT = "This is not text."
_SAVE_AS_TEXT = "Give a text, HTML, PDF, DOCX or JSONL file."


def read_text(data: bytes) -> Draft:
    """Read a plain text file.

    Line ends become line feeds and plain mojibake is mended; nothing else is touched.

    Args:
        data: the file's bytes.

    Raises:
        UnreadableError: the bytes are not text, blank, or too many.
    """
    text, decoder = decode(data)
    text, mended = mend(text.replace("\r\n", "\n").replace("\r", "\n"))
    return Draft(checked(text, "Give a file that holds the report's text."), decoder, "text", mended)


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """Return the characters that ``data`` stands for and the encoding that it is in, without a byte order mark.

    The order is: byte order mark, UTF-16 without one, UTF-8, the declared encoding, UTF-8 with a few strange bytes,
    Windows-1252 where the outcome looks like a Western language, and last what charset-normalizer finds.

    Args:
        data: the bytes.
        declared: the encoding that the input names, as an HTML page may. Valid UTF-8 counts for more.

    Raises:
        UnreadableError: the bytes are not text.
    """
    if not data:
        return "", "utf-8"
    text, decoder = _decode(data, declared)
    controls = len(_CONTROL.findall(text))
    if "\x00" in text or (controls > _STRAY and controls > len(text) / 50):
        raise UnreadableError(_NOT_TEXT, _SAVE_AS_TEXT)
    return text, decoder


def mend(text: str) -> tuple[str, bool]:
    """Return ``text`` with plain mojibake (*tambiÃ©n*) mended line by line, and whether there was any."""
    if text.isascii():
        return text, False
    from ftfy import fix_encoding
    from ftfy.badness import badness

    lines = text.split("\n")
    mended = False
    for number, line in enumerate(lines):
        if line.isascii() or not (bad := badness(line)):
            continue
        fixed = fix_encoding(line)
        if fixed != line and badness(fixed) < bad:
            lines[number] = fixed.replace("\r", " ").replace("\n", " ")
            mended = True
    return "\n".join(lines), mended


def _decode(data: bytes, declared: str | None) -> tuple[str, str]:
    for mark, name in _MARKS:
        if data.startswith(mark) and (text := _strictly(data[len(mark) :], name)) is not None:
            return text, name
    if 0 in data:
        return _without_mark(data)
    for given in ("utf-8", _tamed(declared)):
        if given and (text := _strictly(data, given)) is not None:
            return text, given
    if (text := _mostly_utf8(data)) is not None:
        return text, "utf-8"
    if (text := _strictly(data, "windows-1252")) is not None and _looks_western(text):
        return text, "windows-1252"
    return _guessed(data)


def _strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeError, LookupError):
        return None


def _tamed(declared: str | None) -> str | None:
    """Return the text encoding that ``declared`` names; pages that say Latin-1 mean Windows-1252."""
    if declared is None:
        return None
    try:
        found = codecs.lookup(declared.strip())
    except (LookupError, ValueError):
        return None
    if not getattr(found, "_is_text_encoding", True):
        return None
    return "windows-1252" if found.name in {"iso8859-1", "ascii"} else found.name


def _without_mark(data: bytes) -> tuple[str, str]:
    """Read bytes with NULs: UTF-16 whose mark is missing has them on one side of each pair only."""
    pairs = len(data) // 2
    first, second = data[0::2].count(0), data[1::2].count(0)
    for name, zeros, others in (("utf-16-le", second, first), ("utf-16-be", first, second)):
        if zeros > 0.4 * pairs and others < 0.02 * pairs and (text := _strictly(data, name)) is not None:
            return text, name
    raise UnreadableError(_NOT_TEXT, _SAVE_AS_TEXT)


def _mostly_utf8(data: bytes) -> str | None:
    """Read UTF-8 with a few bytes of Windows-1252 in it, or with its last character cut off."""
    text = data.decode("utf-8", "surrogateescape")
    strange = [found.group() for found in _ESCAPED.finditer(text)]
    good = sum(1 for char in text if "\x7f" < char < "\ud800" or char > "\udfff")
    if good < 4 * sum(map(len, strange)):
        return None
    if len(strange) == 1 and len(strange[0]) < 4 and text.endswith(strange[0]) and strange[0][0] > "\udcc1":
        return text.removesuffix(strange[0]) + "\ufffd"
    return _ESCAPED.sub(
        lambda found: found.group().encode("utf-8", "surrogateescape").decode("windows-1252", "replace"), text
    )


def _looks_western(text: str) -> bool:
    """Whether the accented letters are few among the letters and such as Western European languages use.

    charset-normalizer alone takes most Spanish in Windows-1252 for a Central European encoding.
    """
    strange = [char for char in text if char > "\x7f"]
    letters = sum(1 for char in text if char.isalpha())
    accented = sum(1 for char in strange if char.isalpha())
    known = sum(1 for char in strange if char in _WESTERN)
    return known >= 0.9 * len(strange) and accented <= 0.3 * max(letters, 10)


def _guessed(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    matches = from_bytes(data)
    best = matches.best()
    # Old Macintosh encodings are rare and differ from the Windows ones in few letters.
    for match in matches:
        if best and match.encoding.startswith("cp125") and match.chaos <= best.chaos:
            best = match if match.coherence >= best.coherence - _AS_GOOD else best
    if best is None:
        raise UnreadableError("Its encoding cannot be told.", "Save it as UTF-8, or give another kind of file.")
    return str(best).removeprefix("\ufeff"), best.encoding.replace("_", "-")
