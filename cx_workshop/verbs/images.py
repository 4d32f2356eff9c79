"""Pictures on cards: checked, drawn anew without what a camera wrote into them, and kept in the database."""

import io
import warnings
from typing import Any

from PIL import Image as Picture
from PIL import ImageOps, UnidentifiedImageError

from cx_workshop.refusal import Refused
from cx_workshop.verbs.act import WRITERS, Act, new_id, verb

LARGEST_FILE = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 2000
"""Pixels of what is kept: more than any screen or page shows."""
FORMATS = ("PNG", "JPEG", "WEBP")


@verb(roles=WRITERS, event="image_added")
def add_image(act: Act, *, kind: str, width: int, height: int, data: bytes) -> dict[str, Any]:
    """Keep a picture that `redraw` has made; it shows once a card's field names it."""
    act.anonymous = True  # it may be for a board without names
    image = new_id()
    row = {"kind": kind, "width": width, "height": height, "data": data, "added_at": act.now}
    act.tx.insert("images", {"id": image, "workshop": act.workshop.id, "seat": act.seat.id, **row})
    return {"image": image}


def redraw(data: bytes) -> dict[str, Any]:
    """The picture as it is kept: upright, at most LONGEST_SIDE, without EXIF; the arguments of add_image.

    Raises Refused with image_too_large or bad_image. Takes CPU time: call it off the event loop.
    """
    if len(data) > LARGEST_FILE:
        raise Refused("image_too_large")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Picture.DecompressionBombWarning)
            picture = Picture.open(io.BytesIO(data), formats=FORMATS)
            if picture.width * picture.height > MOST_PIXELS:
                raise Refused("image_too_large")
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is read no larger than needed
            picture.load()
    except (Picture.DecompressionBombError, Picture.DecompressionBombWarning):
        raise Refused("image_too_large") from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
        raise Refused("bad_image") from None
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    drawn = upright.convert("RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB")
    drawn.info.clear()
    kept = io.BytesIO()
    drawn.save(kept, "WEBP", quality=82, method=4)
    return {"kind": "image/webp", "width": drawn.width, "height": drawn.height, "data": kept.getvalue()}


def is_kept_picture(data: bytes, kind: object) -> bool:
    """Whether these bytes begin like a picture of that kind; browsers are told not to guess any other."""
    starts = {"image/png": data.startswith(b"\x89PNG"), "image/webp": data[:4] + data[8:12] == b"RIFFWEBP"}
    return starts.get(str(kind), False) and len(data) <= LARGEST_FILE
