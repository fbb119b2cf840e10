"""XML from strangers: parsed without entities, without a network, and as far as it goes where it is broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from segun.read.draft import UnreadableError

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table"}
    | {"td", "th", "tr", "ul"}
)
_SILENT = frozenset({"script", "style", "template", "noscript", "iframe", "object"})


def parse_xml(data: bytes) -> _Element:
    """Return the root element.

    Raises:
        UnreadableError: it declares entities, or nothing in it can be read as XML.
    """
    from lxml import etree

    if _ENTITY.search(data):
        raise UnreadableError(
            "It declares XML entities, which can be made to fill the memory.", "Save it without them."
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("It is no XML that can be read.", "Fetch it again.") from error
    if root is None:
        raise UnreadableError("It is no XML that can be read.", "Fetch it again.")
    return root


def name(element: _Element) -> str:
    """Return an element's name without its namespace, in lower case; empty for what is no element."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def children(element: _Element, *names: str) -> Iterator[_Element]:
    """Yield the children with one of these names."""
    return (child for child in element if name(child) in names)


def text_of(element: _Element, *names: str) -> str | None:
    """Return the text of the first child with one of these names that has any, the names tried in their order."""
    for wanted in names:
        for child in children(element, wanted):
            found = "".join(child.itertext()).strip()
            if found:
                return found
    return None


def plain(markup: str) -> str:
    """Return the text of a piece of HTML, its paragraphs parted by empty lines."""
    from lxml import html

    if "<" not in markup and "&" not in markup:
        return markup.strip()
    try:
        root = html.fragment_fromstring(markup, create_parent="div", parser=html.HTMLParser(huge_tree=True))
    except (ValueError, html.etree.ParserError):
        return ""
    parts: list[str] = []
    _gather(root, parts)
    lines = [" ".join(line.split()) for line in "".join(parts).split("\n")]
    return "\n\n".join(line for line in lines if line)


def _gather(root: _Element, parts: list[str]) -> None:
    """Write an element's text, a line end before and after each block; without recursion, for depth is theirs."""
    todo: list[tuple[_Element, bool]] = [(root, False)]
    while todo:
        element, closing = todo.pop()
        kind = name(element)
        if closing:
            parts.append(("\n" if kind in _BLOCKS else "") + (element.tail or "" if element is not root else ""))
            continue
        todo.append((element, True))
        if not kind or kind in _SILENT:
            continue
        parts.append(("\n" if kind in _BLOCKS else "") + (element.text or ""))
        todo.extend((child, False) for child in reversed(element))
