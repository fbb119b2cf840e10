"""UIMA CAS, as INCEpTION and DKPro read and write it: a zip of one XMI file per report and their TypeSystem.xml.

Every record is an annotation of a layer of segun's (:mod:`segun.export.cas.types`), in INCEpTION's terms a span layer:
what an annotator moves, changes, adds or deletes there comes back with :func:`reading`. Offsets in the files are
UTF-16 code units, as UIMA counts; they come back as code points. For a character that XML cannot hold a stand-in is
written, and the character comes back while the stand-in is there.

Dropped: nothing of an analysis. Decisions are written for people to read, and are not taken back. INCEpTION keeps
features of decimal numbers to seven digits; only confidences are written so.
"""

from __future__ import annotations

from segun.export.cas.archive import reading, writing
from segun.tongue import marked

__all__ = ["BINARY", "DROPS", "reading", "writing"]

DROPS = marked("Nothing of an analysis; decisions are written as annotations, and are not read back.")
BINARY = True
