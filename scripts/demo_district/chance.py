"""Chance with a seed: only Random.random() is used, the one generator whose sequence Python promises to keep between versions."""

import random
from datetime import date, timedelta

SEED = "chongchuan-1"


class Chance:
    """A stream of its own for every key, so that a change to one organization leaves the others as they are."""

    def __init__(self, *key):
        self._random = random.Random("/".join([SEED, *map(str, key)]))

    def below(self, count):
        return int(self._random.random() * count)

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def happens(self, share):
        return self._random.random() < share

    def pick(self, choices):
        return choices[self.below(len(choices))]

    def some(self, choices, count):
        rest, picked = list(choices), []
        while rest and len(picked) < count:
            picked.append(rest.pop(self.below(len(rest))))
        return picked

    def day(self, first, last):
        return first + timedelta(days=self.below((last - first).days + 1))

    def around(self, value, spread):
        """The whole number within the share `spread` of a value."""
        return int(value * (1 - spread + 2 * spread * self._random.random()))


def years_after(day, years):
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)
