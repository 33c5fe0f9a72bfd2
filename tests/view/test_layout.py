"""Places and communities."""

from __future__ import annotations

import random

import pytest

from kg.view.layout import CORE, OVERVIEW_ABOVE, arrange


@pytest.mark.parametrize("count", [0, 1, 2, 5, 60])
def test_every_node_has_its_own_place(count: int) -> None:
    """No two nodes hide each other, connected or not."""
    layout = arrange(count, [(node, (node * 7 + 1) % count) for node in range(count) if node % 3])
    assert len(layout.places) == len(layout.communities) == count
    assert len(set(layout.places)) == count


def test_same_every_time_and_global_random_untouched() -> None:
    """A page made twice has the same picture, and making it does not reseed the caller's random numbers."""
    links = [(node, node // 2) for node in range(1, 200)]
    random.seed(1)
    before = random.getstate()
    first = arrange(200, links)
    assert random.getstate() == before
    assert first == arrange(200, links)


def test_above_the_limit_the_core_has_room() -> None:
    """In a large graph every node has a place, and only the core was laid out by force."""
    count = OVERVIEW_ABOVE + 500
    layout = arrange(count, [(node % CORE, node) for node in range(count)] + [(1, node) for node in range(CORE)])
    assert len(set(layout.places)) > count * 0.98
