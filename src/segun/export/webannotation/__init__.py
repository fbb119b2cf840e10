"""W3C Web Annotations with PROV-O, as one JSON-LD collection of any number of reports.

Every record is an annotation: its target is where the words stand (a position in code points, and the words with what
is around them), its body what they are. A claim is a PROV entity, quoted from its report and attributed to its sources;
its relays are qualified attributions, numbered from the one nearest to the reader. The first annotation of a report
describes it and holds its text. Decisions are annotations of people. The context stands in the file.

Dropped: nothing of an analysis. Decisions are written for people to read, and are not taken back.
"""

from __future__ import annotations

from segun.export.webannotation.read import reading
from segun.export.webannotation.stream import writing
from segun.export.webannotation.write import annotated
from segun.tongue import marked

__all__ = ["BINARY", "DROPS", "annotated", "reading", "writing"]

DROPS = marked("Nothing of an analysis; decisions are written as annotations, and are not read back.")
BINARY = False
