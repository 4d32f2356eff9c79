"""The palette keeps what it promises: words can be read, lines told apart, with any kind of eyes."""

from itertools import combinations

import numpy as np
import pytest

from cx_workshop.charts.palette import DARK, LIGHT, SHAPES, Palette

AA, MARK, APART = 4.5, 3.0, 18
EYES = {
    "usual": np.eye(3),
    "deuteranopia": [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
    "protanopia": [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    "tritanopia": [[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]],
}
"""What each kind sees of linear RGB (Machado, Oliveira, Fernandes 2009)."""
Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def linear(colour: str) -> Numbers:
    channels = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted(float(linear(colour) @ [0.2126, 0.7152, 0.0722]) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def seen(colour: str, eyes: str) -> Numbers:
    """In CIELAB, where distance is about what one sees of a difference."""
    rgb = np.clip(np.array(EYES[eyes]) @ linear(colour), 0, 1)
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ rgb
    x, y, z = (value / white for value, white in zip(xyz, (0.9505, 1, 1.089), strict=True))
    x, y, z = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x, y, z))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@PALETTES
def test_words_in_any_colour_can_be_read(palette: Palette) -> None:
    colours = [palette.problem, palette.solution, palette.decision, palette.ink, palette.muted, *palette.lines]
    assert [colour for colour in colours if contrast(colour, palette.ground) < AA] == []
    assert contrast(palette.grey, palette.ground) >= MARK


@PALETTES
@pytest.mark.parametrize("eyes", EYES)
def test_lines_are_told_apart_with_any_eyes(palette: Palette, eyes: str) -> None:
    pairs = combinations([seen(colour, eyes) for colour in palette.lines], 2)
    assert min(float(np.linalg.norm(one - other)) for one, other in pairs) >= APART


def test_no_two_of_many_lines_look_alike() -> None:
    looks = [LIGHT.line(number) for number in range(2 * len(SHAPES))]
    assert len(set(looks)) == len(looks)
