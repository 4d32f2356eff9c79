from dataclasses import astuple

import pytest

from cx_workshop.tracking import NetPromoterScore, net_promoter_score


def answers(promoters: int, passives: int, detractors: int) -> list[int]:
    return [9] * promoters + [7] * passives + [6] * detractors


def test_score_is_as_published_with_its_interval() -> None:
    found = net_promoter_score(answers(6, 10, 4))
    assert found.score is not None and found.high is not None and found.low is not None
    assert (round(found.score), round(found.high - found.score), round(found.score - found.low)) == (10, 31, 31)
    assert astuple(found)[3:] == (20, 6, 10, 4)


def test_score_of_thirty_and_twenty_percent_is_ten() -> None:
    score = net_promoter_score(answers(30, 50, 20)).score
    assert score == pytest.approx(10)


@pytest.mark.parametrize(
    ("score", "band"),
    [(0, "detractors"), (6, "detractors"), (7, "passives"), (8, "passives"), (9, "promoters"), (10, "promoters")],
)
def test_band_of_a_score_is_reichhelds(score: int, band: str) -> None:
    found = net_promoter_score([score])
    assert {name: getattr(found, name) for name in ("detractors", "passives", "promoters")} == {
        "detractors": 0,
        "passives": 0,
        "promoters": 0,
    } | {band: 1}


@pytest.mark.parametrize("n", [0, 1, 9])
def test_score_of_fewer_than_ten_answers_is_not_yet(n: int) -> None:
    assert net_promoter_score([10] * n) == NetPromoterScore(None, None, None, n, n, 0, 0)
    assert net_promoter_score([10] * 10).score == 100


def test_interval_narrows_with_more_answers_and_stays_on_the_scale() -> None:
    widths = []
    for times in (1, 4, 100):
        found = net_promoter_score(answers(9, 1, 1) * times)
        assert found.low is not None and found.score is not None and found.high is not None
        assert -100 <= found.low < found.score < found.high <= 100
        widths.append(found.high - found.low)
    assert widths == sorted(widths, reverse=True)


@pytest.mark.parametrize("counts", [(0, 0, 12), (3, 4, 5), (12, 0, 0), (7, 7, 1)])
def test_score_turns_its_sign_with_the_answers(counts: tuple[int, int, int]) -> None:
    there, back = net_promoter_score(answers(*counts)), net_promoter_score(answers(*counts[::-1]))
    assert there.score is not None and back.score is not None and back.high is not None
    assert (there.score, there.low) == (-back.score, pytest.approx(-back.high))


@pytest.mark.parametrize("answer", [-1, 11])
def test_answer_off_the_scale_is_an_error(answer: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        net_promoter_score([answer])
