"""Many reviewers at one desk, each with an account: they list, open and decide, and nothing that is answered is lost.

Each takes at most so many actions within a minute, with seconds of thought between them: a list (whole, or narrowed as
htmx does it, with its facets), a report, a decision on one of its first claims. They crowd on a few reports, so that
they get into each other's way: where the desk answers that somebody decided meanwhile, they look again and decide
after that. Without accounts everybody is one person, who may change 120 things a minute; then most only read.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import httpx

from segun.ledger import people
from segun.ledger.ledger import Ledger
from segun.serve.people import managing
from segun.serve.people.accounts import KEY
from segun.serve.people.person import at_command_line
from segun.serve.people.sessions import Sessions

ACTIONS, SECONDS, THOUGHT = 20, 60.0, (0.5, 4.0)
"""Actions of a reviewer, seconds for all of them, and the seconds of thought before each."""
ASKED = 500.0
PASSWORD = "reading-slowly-helps"  # noqa: S105 - of accounts that live as long as the bench
AT_THE_FORM = 10
"""Reviewers who sign in at the form; the others come with a session, for one address may sign in only so often."""
DECIDING = 5
"""Those of a desk without accounts who decide."""
HTMX = {"HX-Request": "true"}
FIRMNESS = ("CT+", "CT-", "PR+", "PS+", "Uu")

Serving = Callable[..., AbstractContextManager[str]]
Figures = Callable[..., Any]


class Seen(HTMLParser):
    """What a page holds of what reviewers use: forms' fields, keys of reports and claims, the token."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.reports: list[str] = []
        self.claims: list[str] = []
        self.seen = self.token = self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what an element says."""
        has = {name: value or "" for name, value in attrs}
        kinds = has.get("class", "").split()
        if "hx-headers" in has:
            self.token = has["hx-headers"].split('"')[3]
        if tag == "article" and "report" in kinds:
            self.seen = has["data-seen"]
        if "marks" in kinds:
            self.claims.append(has["data-key"])
        if "data-open" in has:
            self.reports.append(has["data-open"].partition("?")[0])
        if tag == "input" and has.get("name"):
            self.fields[has["name"]] = has.get("value", "")
        if tag == "select":
            self._select = has.get("name", "")
        if tag == "option" and self._select and "selected" in has:
            self.fields[self._select] = has.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        """Leave a list of choices."""
        if tag == "select":
            self._select = ""


@dataclass
class Told:
    """What came back to all reviewers together."""

    times: dict[str, list[float]] = field(default_factory=dict)
    decided: int = 0
    conflicts: int = 0
    errors: Counter[str] = field(default_factory=Counter)


@dataclass
class Reviewer:
    """Somebody at the desk."""

    client: httpx.AsyncClient
    told: Told
    chance: random.Random
    decides: bool
    token: str = ""

    async def work(self) -> None:
        """Take actions until there are enough of them, or time is over."""
        until = time.monotonic() + SECONDS
        listed: list[str] = []
        for at in range(ACTIONS):
            await asyncio.sleep(self.chance.uniform(*THOUGHT))
            if time.monotonic() > until:
                return
            if at % 3 == 0 or not listed:
                listed = await self._list() or listed
            elif at % 3 == 1 or not self.decides:
                await self._ask("report", self.chance.choice(listed[:6]))
            else:
                await self._decide(self.chance.choice(listed[:6]))

    async def _list(self) -> list[str]:
        if self.chance.random() < 0.3:
            answer = await self._ask("list, whole page", "/")
        else:
            narrowed = f"?factuality={self.chance.choice(('PS%2B', 'Uu', 'CT-'))}"
            answer = await self._ask("list, narrowed", f"/{narrowed}", headers=HTMX)
            await self._ask("facets", f"/facets{narrowed}", headers=HTMX)
        return list(dict.fromkeys(Seen(answer.text).reports)) if answer else []

    async def _decide(self, report: str) -> None:
        """Decide on one of the first claims of a report; after somebody else's decision once more."""
        kind, claim = self.chance.choice(("accept", "accept", "correct", "note")), ""
        for _ in range(5):
            page = await self._ask("report", report)
            if page is None:
                return
            seen = Seen(page.text)
            self.token = seen.token
            claim = claim or self.chance.choice(seen.claims[:3])
            key = report.rpartition("/")[2]
            form = {"kind": kind, "report": key, "seen": seen.seen}
            if kind == "correct":
                edit = await self._ask("form", f"/claims/{claim}/edit?kind=correct&report={key}", headers=HTMX)
                if edit is None:
                    return
                form = Seen(edit.text).fields | form
                form["factuality"] = self.chance.choice([each for each in FIRMNESS if each != form["factuality"]])
            if kind == "note":
                form["note"] = f"Asked again, {self.chance.random()}"
            await asyncio.sleep(self.chance.uniform(0.5, 1.5))
            headers = {**HTMX, "X-CSRF-Token": self.token}
            answer = await self._ask("decision", f"/claims/{claim}/decide", form=form, headers=headers)
            if answer is None:
                return
            if answer.status_code != httpx.codes.CONFLICT:
                self.told.decided += 1
                return
            self.told.conflicts += 1
        self.told.errors["five conflicts in a row"] += 1

    async def _ask(
        self, name: str, address: str, *, form: dict[str, str] | None = None, headers: dict[str, str] | None = None
    ) -> httpx.Response | None:
        before = time.perf_counter()
        try:
            answer = await self.client.request("POST" if form else "GET", address, data=form, headers=headers or {})
        except httpx.HTTPError as error:
            self.told.errors[f"{name}: {type(error).__name__}"] += 1
            return None
        self.told.times.setdefault(name, []).append(1000 * (time.perf_counter() - before))
        if answer.is_success or answer.status_code == httpx.codes.CONFLICT:
            return answer
        self.told.errors[f"{name}: {answer.status_code} {answer.text[:200]}"] += 1
        return None


def run(path: Path, accounts: int, serving: Serving, figure: Figures) -> tuple[list[Any], list[str]]:
    """Let reviewers loose on a desk, with accounts and without; returns the figures, and what went wrong."""
    figures, wrong = [], []
    for auth in (True, False):
        before = _decisions(path)
        cookies = _accounts(path, accounts) if auth else [{} for _ in range(accounts)]
        with serving(path, *(["--auth"] if auth else [])) as address:
            told = asyncio.run(_all(address, cookies, auth=auth))
        kind = "with accounts" if auth else "without"
        every = [each for times in told.times.values() for each in times]
        figures += [figure(f"{name}, {kind}", times) for name, times in sorted(told.times.items())]
        figures.append(figure(f"all, {accounts} reviewers {kind}", every, ASKED))
        kept = _decisions(path) - before
        print(f"{kind}: {len(every)} answers, {told.decided} decisions, {told.conflicts} conflicts decided again")
        wrong += [f"{kind}: {count} times {what}" for what, count in told.errors.items()]
        if kept != told.decided:
            wrong.append(f"{kind}: {told.decided} decisions were answered, the ledger has {kept}")
        with Ledger(path, readonly=True) as ledger:
            wrong += [f"{kind}: {fault}" for fault in ledger.faults()]
    return figures, wrong


async def _all(address: str, cookies: list[dict[str, str]], *, auth: bool) -> Told:
    told = Told()
    async with asyncio.TaskGroup() as group:
        for number, cookie in enumerate(cookies):
            group.create_task(_one(address, number, cookie, told, auth=auth))
    return told


async def _one(address: str, number: int, cookies: dict[str, str], told: Told, *, auth: bool) -> None:
    async with httpx.AsyncClient(base_url=address, cookies=cookies, timeout=30, trust_env=False) as client:
        if auth and not cookies:
            form = {"name": f"reviewer {number}", "password": PASSWORD, "next": "/"}
            form["csrf"] = Seen((await client.get("/login")).text).fields["csrf"]
            answer = await client.post("/login", data=form)
            if answer.status_code != httpx.codes.SEE_OTHER:
                told.errors[f"login: {answer.status_code}"] += 1
                return
        chance = random.Random(number)  # noqa: S311 - thought, no secrets
        await Reviewer(client, told, chance, auth or number < DECIDING).work()


def _accounts(path: Path, count: int) -> list[dict[str, str]]:
    """Make accounts; returns each one's cookies, empty for those who sign in at the form."""
    found = []
    with Ledger(path) as ledger:
        made = [
            managing.add_user(ledger, f"reviewer {number}", PASSWORD, "reviewer", by=at_command_line(None))
            for number in range(count)
        ]
        with ledger.writing() as connection:
            sessions = Sessions(people.key(connection, KEY))
        for number, user in enumerate(made):
            _, value = sessions.begin(user.row, user.epoch)
            found.append({} if number < AT_THE_FORM else {sessions.cookie("session", secure=False): value})
    return found


def _decisions(path: Path) -> int:
    with Ledger(path, readonly=True) as ledger:
        return len(ledger.decisions())
