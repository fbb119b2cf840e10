"""HTML pages: trafilatura finds the article, the page's own metadata says what it is."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from segun.read.draft import Draft, UnreadableError, checked
from segun.read.limits import MAX_ALL_ATTRIBUTES, MAX_ATTRIBUTES, MAX_TAGS
from segun.read.pagemeta import PageMeta, read_meta
from segun.read.text import decode, mend

_CHARSET = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE
)
_OPENING = re.compile(r"<[A-Za-z]")
_CODE = re.compile(r"<(?:script|style)\b", re.IGNORECASE)
_END_OF_CODE = re.compile(r"</(?:script|style)", re.IGNORECASE)
_QUOTE_OR_END = re.compile(r"=\s*[\"']|>")
_WHOLE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_BLOCKS = frozenset({"body", "p", "head", "list", "item", "quote", "code", "table", "row", "cell", "div", "ab"})
_REMEDY = "Save the page with its article in it, or copy the article into a text file."


def read_html(data: bytes, charset: str | None = None) -> Draft:
    """Read a page: its article in paragraphs with a blank line between them, the headline first where it shows one.

    Args:
        data: the page's bytes.
        charset: the encoding that the server or the e-mail names; it counts for more than the one in the page.

    Returns:
        The text, and title, byline, outlet and date of publication where the page states them.

    Raises:
        UnreadableError: the bytes are not text, the page is no page that anybody would write, or it has no article.
    """
    if charset is None and (declared := _CHARSET.search(data[:4096])):
        charset = declared[1].decode("ascii", "ignore")
    page, decoder = decode(data, charset)
    _check_size(page)
    tree = _parse(page)
    # trafilatura takes elements out of the tree that it is given.
    meta = _meta(tree)
    paragraphs = list(_paragraphs(_article(tree)))
    if not paragraphs:
        raise UnreadableError("The page holds no article.", _REMEDY)
    if meta.headline and not any(_same(meta.headline, paragraph) for paragraph in paragraphs[:3]):
        paragraphs.insert(0, meta.headline)
    text, mended = mend("\n\n".join(paragraphs))
    return _draft(checked(text, _REMEDY), decoder, meta, mended=mended)


def _draft(text: str, decoder: str, meta: PageMeta, *, mended: bool) -> Draft:
    def whole(value: str | None) -> str | None:
        return mend(value)[0] if value else None

    return Draft(
        text,
        decoder,
        "html",
        mended,
        title=whole(meta.title),
        byline=whole(meta.byline),
        outlet=whole(meta.outlet),
        published=meta.published,
    )


def _check_size(page: str) -> None:
    """Refuse a page on which the parser or the extractor would spend minutes."""
    if sum(1 for _ in _OPENING.finditer(page)) > MAX_TAGS:
        raise UnreadableError(f"The page has more than {MAX_TAGS:,} elements.", _REMEDY)
    most, together = _attributes(page)
    if most > MAX_ATTRIBUTES:
        raise UnreadableError(f"A tag of the page has more than {MAX_ATTRIBUTES:,} attributes.", _REMEDY)
    if together > MAX_ALL_ATTRIBUTES:
        raise UnreadableError(f"The page has more than {MAX_ALL_ATTRIBUTES:,} attributes.", _REMEDY)


def _attributes(page: str) -> tuple[int, int]:
    """Return how many words outside quoted values the tag has that has most, and all tags together.

    Each character is looked at once.
    """
    most = together = at = 0
    while tag := _OPENING.search(page, at):
        words, at = 0, tag.end()
        while stop := _QUOTE_OR_END.search(page, at):
            words += len(page[at : stop.start()].split())
            at = stop.end()
            if stop.group() == ">":
                break
            closing = page.find(stop.group()[-1], at)
            at = closing + 1 if closing >= 0 else len(page)
        else:
            words += len(page[at:].split())
            at = len(page)
        most = max(most, words)
        together += words
        if _CODE.match(page, tag.start()):
            close = _END_OF_CODE.search(page, at)
            at = close.end() if close else len(page)
    return most, together


def _meta(tree: Any) -> PageMeta:
    try:
        return read_meta(tree)
    except Exception as error:  # XPath gives up on some trees
        raise UnreadableError("The page cannot be searched.", _REMEDY) from error


def _parse(page: str) -> Any:
    from trafilatura.utils import load_html

    _hush()
    if not _WHOLE.search(page):
        page = f"<html><body>{page}</body></html>"
    try:
        tree = load_html(page)
    except Exception as error:  # lxml's errors have no common base, and no page may end the run
        raise UnreadableError("The page cannot be parsed.", _REMEDY) from error
    if tree is None:
        raise UnreadableError("The page cannot be parsed.", _REMEDY)
    return tree


def _article(tree: Any) -> Any:
    """Return the element that holds the article, or ``None``."""
    from trafilatura import bare_extraction

    try:
        # Without metadata: htmldate would look for dates in the wording and the address.
        found: Any = bare_extraction(tree, include_comments=False, with_metadata=False)
    except Exception as error:  # a strange tree may break trafilatura anywhere
        raise UnreadableError("The page's article cannot be found.", _REMEDY) from error
    return None if found is None else found.body


def _paragraphs(body: Any) -> Iterator[str]:
    """Give the text of each block in reading order, runs of white space as one space, ``<br>`` as a line end.

    Walks without recursion: a page may be nested deeper than Python's stack.
    """
    if body is None:
        return
    words: list[str] = []
    todo: list[tuple[Any, bool]] = [(body, True)]
    while todo:
        element, opening = todo.pop()
        block = element.tag in _BLOCKS
        if block and words:
            yield from _joined(words)
            words = []
        if not opening:
            words.append(element.tail or "")
            continue
        words.append("\n" if element.tag == "lb" else re.sub(r"\s+", " ", element.text or ""))
        todo.append((element, False))
        todo.extend((child, True) for child in reversed(element) if isinstance(child.tag, str))
    yield from _joined(words)


def _joined(words: list[str]) -> Iterator[str]:
    lines = (" ".join(line.split()) for line in "".join(words).split("\n"))
    paragraph = "\n".join(line for line in lines if line)
    if paragraph:
        yield paragraph


def _same(headline: str, paragraph: str) -> bool:
    return " ".join(headline.split()).casefold() == " ".join(paragraph.split()).casefold()


def _hush() -> None:
    """Keep the extractor's warnings from the terminal of a program that configured no logging."""
    for name in ("trafilatura", "htmldate", "readability"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
