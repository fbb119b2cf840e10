"""Confidence against the share of claims that is right, drawn as SVG: on the diagonal confidence means what it says."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from segun.gold.calibration import Bin
from segun.gold.summary import Calibration
from segun.report.page import environment, static
from segun.view.words import plural

LEFT, TOP, SIDE = 64.0, 16.0, 320.0
"""Pixels: beside and above the square, and its side."""
WIDTH, HEIGHT = LEFT + SIDE + 24, TOP + SIDE + 52
_LARGEST = 9.0
"""Radius of the point of most claims, in pixels; areas go with claims."""


@dataclass(frozen=True, slots=True)
class Point:
    """A bin of claims."""

    x: float
    y: float
    level: float
    """Where it would stand on the diagonal."""
    radius: float
    title: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on both axes."""

    x: float
    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Plot:
    """All that is drawn, in pixels."""

    points: tuple[Point, ...]
    ticks: tuple[Tick, ...]
    words: str
    """What it shows, in a sentence."""
    head: str
    """The calibration error alone."""
    note: str
    """What a point is, in a few words."""
    left: float = LEFT
    top: float = TOP
    side: float = SIDE
    width: float = WIDTH
    height: float = HEIGHT


def plot(found: Calibration) -> Plot:
    """Return the layout of the plot; without points where there are too few claims."""
    most = max((each.claims for each in found.bins), default=1)
    return Plot(
        tuple(_points(found.bins, most)),
        tuple(_tick(part / 5) for part in range(6)),
        words(found),
        "Too few claims" if found.level_error is None else f"Expected calibration error {found.level_error:.3f}",
        f"{len(found.bins)} points of about {most:,} claims each, {found.claims:,} in all" if found.bins else "",
    )


def words(found: Calibration) -> str:
    """Return the calibration error in words."""
    if found.level_error is None:
        return f"{plural(found.claims, 'claim')}: too few to tell whether confidence means what it says."
    return (
        f"Expected calibration error {found.level_error:.3f}, claims of the same confidence taken together: over "
        f"{found.claims:,} claims in ten bins of equal size, confidence and the share that is right lie "
        f"{100 * found.level_error:.1f} points apart on average."
    )


def drawing(found: Calibration) -> str:
    """Return the plot as an SVG file of its own, which follows the reader's light or dark scheme."""
    style = static("reliability.css")
    return (
        environment().get_template("reliability.svg.j2").render(plot=plot(found), style=Markup(style))  # noqa: S704 - our own file
    )


def _points(bins: tuple[Bin, ...], most: int) -> Iterator[Point]:
    for each in bins:
        title = (
            f"{plural(each.claims, 'claim')} of confidence {100 * each.confidence:.0f} % on average: "
            f"{100 * each.right:.0f} % right"
        )
        radius = round(_LARGEST * math.sqrt(each.claims / most), 1)
        yield Point(_x(each.confidence), _y(each.right), _y(each.confidence), radius, title)


def _tick(share: float) -> Tick:
    return Tick(_x(share), _y(share), f"{100 * share:.0f} %")


def _x(share: float) -> float:
    return round(LEFT + share * SIDE, 1)


def _y(share: float) -> float:
    return round(TOP + (1 - share) * SIDE, 1)
