"""Dates as people write them: stretches of days come back, however they are written."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runplan import PlanError
from runplan.season.given import spans

FEBRUARY = (date(2027, 2, 1), date(2027, 2, 14))


@pytest.mark.parametrize(
    "text",
    [
        "1 to 14 February 2027",
        "1–14 February 2027",
        "1-14 Feb 2027",
        "1. – 14. february 2027",
        "from 1 until 14 February 2027",
        "1 February to 14 February 2027",
        "1 February – 14 February 2027",
        "1 February 2027 to 14 February 2027",
        "1.-14.2.2027",
        "1. - 14. 2. 2027",
        "1.2.–14.2.2027",
        "1.2.2027-14.2.2027",
        "2027-02-01 to 2027-02-14",
        "2027-02-01 - 2027-02-14",
        "2027-2-1 – 14 February 2027",
        "\xa01   to\t14 February 2027 ",
    ],
)
def test_a_holiday_as_people_write_it(text):
    assert spans(text, "away") == [FEBRUARY]


def test_a_start_without_month_or_year_has_those_of_the_end():
    turn = (date(2026, 12, 28), date(2027, 1, 3))
    assert spans("28 February to 2 March 2027; 28 December to 3 January 2027", "away") == [
        (date(2027, 2, 28), date(2027, 3, 2)),
        turn,
    ]
    assert spans("28.12.-3.1.2027, 29 February – 2 January 2029", "away") == [
        turn,
        (date(2028, 2, 29), date(2029, 1, 2)),
    ]


def test_several_stand_between_commas_and_a_date_alone_is_a_day():
    several = "1 to 14 February 2027, 3 May 2027\n10.6.2027 and 2027-07-01"
    days = [date(2027, 5, 3), date(2027, 6, 10), date(2027, 7, 1)]
    assert spans(several, "away") == [FEBRUARY, *((day, day) for day in days)]
    assert spans(" , ", "away") == []


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "14 February",
        "1 to 14 February",
        "1 February 2027 to 14",
        "31 to 14 February 2027",
        "30.2.-3.3.2027",
        "1 to 30 February 2027",
        "1 to 14 to 16 February 2027",
        "1/2/2027 to 14/2/2027",
        "1 to 14 February 3027",
        "in February",
    ],
)
def test_what_is_no_stretch_is_refused_with_examples_that_work(text):
    with pytest.raises(PlanError) as refused:
        spans(text, "A date in away")
    said = str(refused.value)
    assert repr(text) in said
    examples = [part for n, part in enumerate(said.split('"')) if n % 2]
    assert len(examples) == 3
    assert all(spans(example, "away") for example in examples)


def _ways(first: date, last: date) -> list[str]:
    """Return the ways to write a stretch of days."""
    end = f"{last.day} {last:%B} {last.year}"
    ways = [f"{first} to {last}", f"{first:%d}.{first:%m}.{first.year}-{last}"]
    if timedelta() <= last - first < timedelta(365):
        ways += [
            f"{first.day} {first:%B} to {end}",
            f"{first.day}.{first.month}.–{last.day}.{last.month}.{last.year}",
        ]
    if (first.year, first.month) == (last.year, last.month):
        ways += [f"{first.day} to {end}", f"{first.day}.-{last.day}.{last.month}.{last.year}"]
    return ways


@given(st.data())
def test_every_way_to_write_days_gives_those_days(data):
    first = data.draw(st.dates(date(1902, 1, 1), date(2190, 1, 1)))
    last = first + timedelta(data.draw(st.integers(0, 500)))
    several = data.draw(st.lists(st.sampled_from(_ways(first, last)), min_size=1, max_size=4))
    assert spans(", ".join(several), "away") == [(first, last)] * len(several)


@given(st.text(st.sampled_from("0123456789.-– /febtomay,"), max_size=25))
def test_any_text_is_days_or_refused_in_words(text):
    try:
        found = spans(text, "away")
    except PlanError:
        return
    assert all(isinstance(day, date) for ends in found for day in ends)
