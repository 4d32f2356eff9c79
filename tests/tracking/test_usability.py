import pytest

from cx_workshop.tracking import system_usability_scale

PUBLISHED = [4, 1, 1, 4, 1, 2, 1, 1, 4, 3]
"""Contributions that give 55."""
BEST, WORST = [5, 1] * 5, [1, 5] * 5


def answers(contributions: list[int]) -> list[int]:
    return [c + 1 if number % 2 else 5 - c for number, c in enumerate(contributions, start=1)]


def test_score_of_one_person_is_as_published() -> None:
    assert system_usability_scale(answers(PUBLISHED)) == 55


def test_score_of_several_is_their_mean() -> None:
    assert system_usability_scale([answers(PUBLISHED), BEST]) == 77.5
    assert system_usability_scale([answers(PUBLISHED)]) == 55


@pytest.mark.parametrize(("person", "score"), [(BEST, 100), (WORST, 0), ([3] * 10, 50)])
def test_score_runs_from_nought_to_a_hundred(person: list[int], score: float) -> None:
    assert system_usability_scale(person) == score


def test_score_of_nobody_is_not_yet() -> None:
    assert system_usability_scale([]) is None


@pytest.mark.parametrize("wrong", [[3] * 9, [3] * 11, [3] * 9 + [6], [0] + [3] * 9])
def test_answers_that_are_not_ten_from_one_to_five_are_an_error(wrong: list[int]) -> None:
    for responses in (wrong, [BEST, wrong]):
        with pytest.raises(ValueError, match="ten answers"):
            system_usability_scale(responses)
