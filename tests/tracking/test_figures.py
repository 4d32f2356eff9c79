"""Each figure beside its published numbers, within its range, and not yet where there is too little to tell."""

from math import inf, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cx_workshop.tracking import (
    NotYet,
    beyond_chance,
    chao1,
    evenness,
    fleiss_kappa,
    gini,
    herfindahl,
    herfindahl_by_chance,
    hill_number,
    kendalls_w,
    sample_coverage,
)
from cx_workshop.translate import use_language

GIRDLED = [46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2, *[1] * 12]
"""Spiders on girdled trees, as in iNEXT."""
CLUSTERS = [12, 8, 6, 5, 4, 3, 1, 1]
DOTS = [9, 6, 3, 1, 1]
CARDS_PER_PERSON = [12, 8, 6, 2, 2, 0]
INCOMES = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]
ANXIETY = [
    [4, 1, 1, 2, 1], [3, 2, 2, 3, 6], [1, 6, 6, 5, 2], [5, 3, 3, 6, 5], [6, 5, 4, 7, 3], [9, 4, 5, 1, 8],
    [8, 8, 8, 4, 4], [2, 9, 7, 10, 9], [7, 10, 10, 8, 7], [11, 11, 9, 9, 10], [10, 6, 11, 11, 11], [12] * 5,
]  # fmt: skip
"""Ratings of five people with ties, as in R's irr."""
SORTED = [
    [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
]  # fmt: skip

counts = st.lists(st.integers(0, 10**6), max_size=60)
always_the_same = settings(derandomize=True, database=None, deadline=None)


def number(figure: object) -> float:
    assert isinstance(figure, float)
    return figure


@pytest.mark.parametrize(
    ("figure", "published", "digits"),
    [
        (hill_number(GIRDLED, 0), 26, 6),
        (hill_number(GIRDLED, 1), 12.059650, 6),
        (hill_number(GIRDLED, 2), 7.84, 6),
        (sample_coverage(GIRDLED), 0.9288554, 7),
        (chao1(GIRDLED), 43.892857, 6),
        (hill_number(CLUSTERS, 1), 6.27, 2),
        (hill_number(CLUSTERS, 2), 5.41, 2),
        (evenness(CLUSTERS), 0.883, 3),
        (hill_number(DOTS, 1), 3.69, 2),
        (herfindahl(DOTS), 0.32, 6),
        (herfindahl_by_chance(10, 20), 0.145, 6),
        (gini(INCOMES), 0.4620911, 7),
        (gini(INCOMES, corrected=True), 0.51343, 5),
        (gini(CARDS_PER_PERSON), 0.456, 3),
        (gini(CARDS_PER_PERSON, corrected=True), 0.547, 3),
        (fleiss_kappa(SORTED), 0.20993070, 8),
    ],
)
def test_figure_is_as_published(figure: object, published: float, digits: int) -> None:
    assert round(number(figure), digits) == published


def test_agreement_on_an_order_is_as_published_with_ties() -> None:
    found = kendalls_w(ANXIETY)
    assert not isinstance(found, NotYet)
    w, chi_square = found
    assert (round(w, 3), round(chi_square, 1)) == (0.735, 40.5)


def test_agreement_beyond_chance_is_the_mean_correlation_of_pairs() -> None:
    alike, opposite = kendalls_w([[1, 1], [2, 2], [3, 3]]), kendalls_w([[1, 3], [2, 2], [3, 1]])
    assert not isinstance(alike, NotYet) and not isinstance(opposite, NotYet)
    assert (alike.w, beyond_chance(alike.w, 2)) == (1, 1)
    assert (opposite.w, beyond_chance(opposite.w, 2)) == (0, -1)


def test_ratings_become_ranks_within_each_rater() -> None:
    assert kendalls_w([[0.1, 100], [0.2, 200], [7, 300]]) == (1, 4)


def test_kinds_found_once_but_none_twice_are_estimated_without_dividing_by_nought() -> None:
    assert (chao1([1, 1, 1]), sample_coverage([1, 1, 1])) == (3 + 2 / 3 * 3, 0)
    assert (chao1([5, 3]), sample_coverage([5, 3])) == (2, 1)


@pytest.mark.parametrize(
    "figure",
    [
        *(hill_number(none, q) for none in ([], [0], [0, 0]) for q in (0, 1, 2)),
        *(evenness(few) for few in ([], [0], [7], [7, 0])),
        *(found(few) for found in (sample_coverage, chao1) for few in ([], [0, 0], [1])),
        *(gini(few, corrected) for few in ([], [4], [0, 0, 0]) for corrected in (False, True)),
        *(herfindahl(none) for none in ([], [0, 0])),
        herfindahl_by_chance(0, 5),
        herfindahl_by_chance(5, 0),
        *(kendalls_w(few) for few in ([], [[]], [[1, 2]], [[1], [2]], [[1, 1], [1, 1]], [[1, 2], [2, None]])),
        kendalls_w([[1, nan], [2, 1]]),
        kendalls_w([[1, 2], [2]]),
        beyond_chance(1.0, 1),
        *(fleiss_kappa(few) for few in ([], [[]], [[3, 0]], [[1, 0], [0, 1]], [[2, 0], [0, 3]], [[0, 0], [0, 0]])),
        fleiss_kappa([[4, 0], [4, 0]]),
    ],
)
def test_too_little_is_not_yet_and_says_why(figure: object) -> None:
    assert isinstance(figure, NotYet)
    assert str(figure).startswith("Not yet, because ")


def test_not_yet_speaks_the_language_in_use() -> None:
    assert str(NotYet("Hand up: {names}", {"names": "Pia"})) == "Hand up: Pia"
    use_language("nl")
    assert str(gini([3])).startswith("Nog niet, ")
    use_language("de")
    assert str(gini([3])).startswith("Noch nicht, ")
    use_language("en")


@pytest.mark.parametrize("wrong", [[-1, 2], [nan, 2], [inf, 2]])
def test_what_cannot_be_counted_is_an_error(wrong: list[float]) -> None:
    for figure in (evenness, sample_coverage, chao1, gini, herfindahl):
        with pytest.raises(ValueError, match="number from 0"):
            figure(wrong)
    for run in (lambda: hill_number(wrong, 1), lambda: fleiss_kappa([wrong, wrong])):
        with pytest.raises(ValueError, match="number from 0"):
            run()


@pytest.mark.parametrize("figure", [sample_coverage, chao1])
def test_half_an_observation_is_an_error(figure: type) -> None:
    with pytest.raises(ValueError, match="whole number"):
        figure([1.5, 2])


@pytest.mark.parametrize("q", [-1, nan, inf])
def test_an_order_of_diversity_that_is_none_is_an_error(q: float) -> None:
    with pytest.raises(ValueError, match="q is a number"):
        hill_number([1, 2], q)


@always_the_same
@given(counts, st.floats(0, 1000))
def test_effective_kinds_lie_between_one_and_all_and_fall_with_the_order(found: list[int], q: float) -> None:
    kinds = sum(one > 0 for one in found)
    if not kinds:
        assert isinstance(hill_number(found, q), NotYet)
        return
    assert 1 <= number(hill_number(found, q)) <= kinds
    assert number(hill_number(found, q)) >= number(hill_number(found, q + 1)) - 1e-9


@always_the_same
@given(st.lists(st.floats(0, 1e308), max_size=30))
def test_shares_of_any_size_give_figures_in_their_range(found: list[float]) -> None:
    for figure, low, high in [
        (hill_number(found, 1), 1, 30),
        (evenness(found), 0, 1),
        (herfindahl(found), 0, 1),
        (gini(found), 0, 1),
        (gini(found, corrected=True), 0, 1),
    ]:
        assert isinstance(figure, NotYet) or low <= figure <= high


@always_the_same
@given(counts)
def test_coverage_is_a_share_and_the_estimate_no_less_than_what_was_found(found: list[int]) -> None:
    coverage, estimate = sample_coverage(found), chao1(found)
    if sum(found) < 2:
        assert isinstance(coverage, NotYet) and isinstance(estimate, NotYet)
    else:
        assert 0 <= number(coverage) <= 1
        assert number(estimate) >= sum(one > 0 for one in found)


@always_the_same
@given(counts, st.randoms(use_true_random=False))
def test_the_order_in_which_people_are_counted_does_not_matter(found: list[int], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    for figure in (gini, herfindahl, evenness):
        first, second = figure(found), figure(shuffled)
        assert first == second or number(first) == pytest.approx(number(second))


@always_the_same
@given(st.integers(0, 6).flatmap(lambda m: st.lists(st.lists(st.integers(0, 9), min_size=m, max_size=m), max_size=12)))
def test_agreement_on_an_order_lies_between_none_and_all(ratings: list[list[int]]) -> None:
    found = kendalls_w(ratings)
    if isinstance(found, NotYet):
        return
    raters = len(ratings[0])
    assert 0 <= found.w <= 1 and found.chi_square == raters * (len(ratings) - 1) * found.w
    assert -1 / (raters - 1) <= number(beyond_chance(found.w, raters)) <= 1


@always_the_same
@given(st.lists(st.lists(st.integers(0, 3), min_size=5, max_size=5), max_size=12))
def test_agreement_on_groups_is_at_most_full(sorting: list[list[int]]) -> None:
    """Each row holds in which of four categories five people put one subject."""
    found = fleiss_kappa([[row.count(category) for category in range(4)] for row in sorting])
    assert isinstance(found, NotYet) or -1 / 4 <= found <= 1
