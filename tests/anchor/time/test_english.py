from __future__ import annotations

import pytest

from segun.anchor.time import times

PUBLISHED = "2025-04-30"  # a Wednesday


def found(text, published):
    return [(each.span.of(text), each.type, each.value) for each in times(text, "en", published)]


RESOLVED = [
    ("She resigned on April 28.", [("April 28", "DATE", "2025-04-28")]),
    ("It was signed in December last year.", [("December last year", "DATE", "2024-12")]),
    ("It fell last October.", [("last October", "DATE", "2024-10")]),
    ("He will arrive on Tuesday.", [("Tuesday", "DATE", "2025-05-06")]),
    ("He arrived on Tuesday.", [("Tuesday", "DATE", "2025-04-29")]),
    ("He arrived last Wednesday.", [("last Wednesday", "DATE", "2025-04-23")]),
    (
        "They met early Tuesday and late yesterday.",
        [("early Tuesday", "DATE", "2025-04-29"), ("late yesterday", "DATE", "2025-04-29")],
    ),
    ("She left Tuesday night.", [("Tuesday night", "TIME", "2025-04-29TNI")]),
    (
        "It rained last night and this morning.",
        [("last night", "TIME", "2025-04-29TNI"), ("this morning", "TIME", "2025-04-30TMO")],
    ),
    ("He called at 7:38 p.m. on Friday.", [("7:38 p.m. on Friday", "TIME", "2025-04-25T19:38")]),
    ("He rang at about twenty to four.", [("twenty to four", "TIME", "2025-04-30T03:40")]),
    ("It opened at noon Saturday.", [("noon Saturday", "TIME", "2025-04-26T12:00")]),
    ("Two weeks ago it fell.", [("Two weeks ago", "DATE", "2025-W16")]),
    ("Earlier this week, next month.", [("Earlier this week", "DATE", "2025-W18"), ("next month", "DATE", "2025-05")]),
    ("Over the weekend it rained.", [("the weekend", "DATE", "2025-W17-WE")]),
    ("In the first half of next year.", [("the first half of next year", "DATE", "2026-H1")]),
    ("Sales fell in the fourth quarter.", [("the fourth quarter", "DATE", "2024-Q4")]),
    ("It rained last summer.", [("last summer", "DATE", "2024-SU")]),
    ("The day before yesterday.", [("The day before yesterday", "DATE", "2025-04-28")]),
]

WITHOUT_A_DATE = [
    ("She resigned on April 28.", [("April 28", "DATE", "XXXX-04-28")]),
    ("He arrived on Tuesday.", [("Tuesday", "DATE", "XXXX-WXX-2")]),
    ("It rained today and two weeks ago.", [("today", "DATE", None), ("two weeks ago", "DATE", None)]),
    (
        "It starts in July, on Christmas Eve or Easter Sunday.",
        [("July", "DATE", "XXXX-07"), ("Christmas Eve", "DATE", "XXXX-12-24"), ("Easter Sunday", "DATE", None)],
    ),
]

THE_SAME_EITHER_WAY = [
    (
        "He came on March 4, 2019. Two days later he left.",
        [("March 4, 2019", "DATE", "2019-03-04"), ("Two days later", "DATE", "2019-03-06")],
    ),
    ("On 3 May 2018.", [("3 May 2018", "DATE", "2018-05-03")]),
    ("From May 3 to 7, 2018.", [("May 3", "DATE", "2018-05-03"), ("7, 2018", "DATE", "2018-05-07")]),
    ("On 05/03/2018 and 2018-05-04.", [("05/03/2018", "DATE", "2018-05-03"), ("2018-05-04", "DATE", "2018-05-04")]),
    ("On February 31, 2018.", [("February 31, 2018", "DATE", None)]),
    ("In the 1990s and the '80s.", [("the 1990s", "DATE", "199"), ("the '80s", "DATE", "198")]),
    ("The late 1980s.", [("The late 1980s", "DATE", "198")]),
    ("The 20th century.", [("The 20th century", "DATE", "19")]),
    (
        "Fiscal 2018, the third quarter of 2018.",
        [("Fiscal 2018", "DATE", "2018"), ("the third quarter of 2018", "DATE", "2018-Q3")],
    ),
    ("The school year 2018.", [("The school year 2018", "DATE", "2018")]),
    (
        "Profit in the third quarter of 2018 beat that of a year earlier.",
        [("the third quarter of 2018", "DATE", "2018-Q3"), ("a year earlier", "DATE", "2017-Q3")],
    ),
    ("Thanksgiving 2019.", [("Thanksgiving 2019", "DATE", "2019-11-28")]),
    ("The spring of 1986.", [("The spring of 1986", "DATE", "1986-SP")]),
    ("In nineteen ninety-four.", [("nineteen ninety-four", "DATE", "1994")]),
    (
        "A 16-hour flight of two and a half hours.",
        [("16-hour", "DURATION", "PT16H"), ("two and a half hours", "DURATION", "PT2H30M")],
    ),
    ("About 2 1/2 years.", [("About 2 1/2 years", "DURATION", "P2Y6M")]),
    (
        "In recent weeks, over the past three months.",
        [("recent weeks", "DURATION", "PXW"), ("the past three months", "DURATION", "P3M")],
    ),
    (
        "A couple of years, almost a hundred years.",
        [("A couple of years", "DURATION", "P2Y"), ("almost a hundred years", "DURATION", "P100Y")],
    ),
    (
        "Every two weeks, each Monday, twice a year.",
        [("Every two weeks", "SET", "P2W"), ("each Monday", "SET", "XXXX-WXX-1"), ("a year", "SET", "P1Y")],
    ),
    (
        "Now, currently and in the future.",
        [("Now", "DATE", "PRESENT_REF"), ("currently", "DATE", "PRESENT_REF"), ("the future", "DATE", "FUTURE_REF")],
    ),
    ("Initially slow, then fast, it finally stopped.", []),
    ("She may march; April Stone sang for $2000 to 1990 people on Route 1984.", []),
]


@pytest.mark.parametrize(("text", "expected"), [*RESOLVED, *THE_SAME_EITHER_WAY], ids=lambda each: str(each)[:50])
def test_with_a_day_of_publication(text, expected):
    assert found(text, PUBLISHED) == expected


@pytest.mark.parametrize(("text", "expected"), [*WITHOUT_A_DATE, *THE_SAME_EITHER_WAY], ids=lambda each: str(each)[:50])
def test_without_one_what_depends_on_it_stays_open(text, expected):
    assert found(text, None) == expected
