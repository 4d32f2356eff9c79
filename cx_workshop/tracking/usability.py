"""How easy people find something to use."""

from collections.abc import Sequence
from statistics import fmean

STATEMENTS = 10
LOWEST, HIGHEST = 1, 5
USUAL_AVERAGE = 68
"""Of some 500 studies (Sauro 2011)."""


def system_usability_scale(responses: Sequence[int] | Sequence[Sequence[int]]) -> float | None:
    """The score from 0 to 100 of one person's ten answers, or the mean of several people's; None while there is nobody.

    Formula: the sum over the odd statements of (answer - 1) and over the even ones of (5 - answer), times 2.5.
    It is not a percentage: 68 is the usual average (Sauro 2011).
    Source: Brooke (1996), SUS: a quick and dirty usability scale.
    Raises ValueError where a person has not answered all ten statements with 1 to 5.
    """
    people = [row for row in responses if isinstance(row, Sequence)]
    if len(people) < len(responses):
        return _one_person([answer for answer in responses if isinstance(answer, int)])
    return fmean(map(_one_person, people)) if people else None


def _one_person(answers: Sequence[int]) -> float:
    if len(answers) != STATEMENTS or any(not LOWEST <= answer <= HIGHEST for answer in answers):
        raise ValueError("ten answers from 1 to 5")
    return 2.5 * sum(answer - 1 if number % 2 else 5 - answer for number, answer in enumerate(answers, start=1))
