"""The chain of relays around a content: cues that stand in one another, whom they cite, and accounts that carry on."""

from __future__ import annotations

from collections.abc import Iterator

from segun.attribute.draft import Draft
from segun.model import Span


def relays(draft: Draft) -> Iterator[Draft]:
    """Yield the attributions between the reader and a content, the outermost first, accounts among them.

    Of an account and a cue right inside it that have the same source, the account is left out; but words in quotation
    marks are said, whatever their speaker says of themselves in them: *«Creo que no»*.
    """
    found = list(_links(draft))
    for at, link in enumerate(found):
        inner = found[at + 1].resolved if at + 1 < len(found) else None
        same = inner is not None and link.resolved is not None and inner[0] is link.resolved[0]
        if not (same and link.how == "continued" and not link.quoted):
            yield link


def _links(draft: Draft) -> Iterator[Draft]:
    chain: list[Draft] = []
    node: Draft | None = draft
    while node is not None:
        chain += [link for link in (node.citing, node, node.cited_by) if link is not None]
        if node.account is not None:
            yield from _accounts(node.account)
            break
        node = node.parent
    yield from reversed(chain)


def _accounts(opener: Draft) -> Iterator[Draft]:
    if opener.account is not None:
        yield from _accounts(opener.account)
    for link in (opener.cited_by, opener, opener.citing):
        carried = continued(link, opener.content)
        if carried is not None:
            yield carried


def continued(link: Draft | None, content: list[Span]) -> Draft | None:
    """Return a relay of an account as it stands where the account carries on: without its cue."""
    if link is None:
        return None
    carried = Draft(link.paragraph, link.at, (), link.source, content, "continued", None, "continued")
    carried.resolved = link.resolved
    return carried
