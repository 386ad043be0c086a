"""The person's own day. Half past midnight still belongs to the evening before."""

from datetime import date, datetime, time, timedelta

ROLLS_OVER_AT = timedelta(hours=4)
DAYS_IN_A_WEEK = 7


def day_of(local: datetime) -> date:
    """The day that a local time belongs to. The day rolls over at 4 a.m."""
    return (local - ROLLS_OVER_AT).date()


def day_ends(local: datetime) -> datetime:
    """When the day that a local time belongs to is over."""
    following = day_of(local) + timedelta(days=1)
    return datetime.combine(following, time(), local.tzinfo) + ROLLS_OVER_AT


def week_until(day: date) -> tuple[date, ...]:
    """Seven days, the last of them `day`, oldest first."""
    return tuple(day - timedelta(days=back) for back in reversed(range(DAYS_IN_A_WEEK)))
