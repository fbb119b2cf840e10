"""When: time expressions with their TIMEX3 types and values.

The grammar of a language lies in its ``times.toml``. Words are classed, rules are matched over the classes, and
functions that know no language make a value of what matched.
"""

from __future__ import annotations

from segun.anchor.time.context import Tense
from segun.anchor.time.tag import no_tense, times

__all__ = ["Tense", "no_tense", "times"]
