"""Pictures over HTTP: what is taken in, how it is kept, and who may see it."""

import http.client
import io
import json
import zlib
from dataclasses import dataclass
from typing import Any

import pytest
from PIL import Image

from cx_workshop.live.seats import cookie_name
from cx_workshop.refusal import SENTENCES
from cx_workshop.translate import translate
from cx_workshop.verbs.images import LARGEST_FILE, LONGEST_SIDE
from tests.live.venue import FAY, OLGA, PIA, Venue, open_venue

pytestmark = pytest.mark.server

GPS, ORIENTATION, MAKER = 0x8825, 0x0112, 0x010F


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def code(self) -> str:
        return str(json.loads(self.body)["code"])

    @property
    def image(self) -> str:
        assert self.status == 200, self.body
        return str(json.loads(self.body)["image"])


def saved(picture: Image.Image, kind: str = "PNG", **how: Any) -> bytes:
    kept = io.BytesIO()
    picture.save(kept, kind, **how)
    return kept.getvalue()


def png(width: int = 40, height: int = 30, mode: str = "RGB") -> bytes:
    return saved(Image.new(mode, (width, height), "teal" if mode != "RGBA" else (0, 128, 128, 90)))


def ask(venue: Venue, method: str, path: str, *, name: str | None = PIA, body: bytes | None = None) -> Answer:
    """As `name`, by the cookie of this workshop."""
    connection = http.client.HTTPConnection("127.0.0.1", venue.server.port, timeout=20)
    headers = {"Cookie": f"{cookie_name(venue.code)}={venue.tokens[name]}"} if name else {}
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())
    finally:
        connection.close()


def send(venue: Venue, body: bytes, name: str | None = PIA) -> Answer:
    return ask(venue, "POST", f"/images/{venue.code}", name=name, body=body)


def show(venue: Venue, image: str, name: str | None = PIA) -> Answer:
    return ask(venue, "GET", f"/images/{venue.code}/{image}", name=name)


def shown(venue: Venue, image: str) -> Image.Image:
    answer = show(venue, image)
    assert answer.status == 200
    return Image.open(io.BytesIO(answer.body), formats=["WEBP"])


def count(venue: Venue) -> int:
    with venue.store.reading() as db:
        return int(db.execute("select count(*) from images where workshop = ?", [venue.workshop.id]).fetchone()[0])


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_goes_in_and_comes_out_as_webp(venue: Venue, kind: str) -> None:
    image = send(venue, saved(Image.new("RGB", (40, 30), "teal"), kind)).image
    picture = shown(venue, image)
    assert (picture.size, picture.format) == ((40, 30), "WEBP")
    assert show(venue, image, FAY).status == show(venue, image, OLGA).status == 200


def test_a_picture_comes_with_headers_that_keep_it_a_picture(venue: Venue) -> None:
    headers = show(venue, send(venue, png()).image).headers
    assert headers["Content-Type"] == "image/webp"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert headers["Cache-Control"] == "private, max-age=31536000, immutable"


def test_what_a_camera_wrote_into_it_is_gone_and_it_stands_upright(venue: Venue) -> None:
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = 6, "Camera of Pia"  # lies on its side
    exif[GPS] = {1: "N", 2: (52.0, 5.0, 0.0)}
    wide = Image.new("RGB", (60, 20), "teal")
    answer = show(venue, send(venue, saved(wide, "JPEG", exif=exif, comment=b"At home")).image)
    picture = Image.open(io.BytesIO(answer.body))
    assert picture.size == (20, 60)
    assert dict(picture.getexif()) == {}
    assert not {"exif", "xmp", "comment", "icc_profile"} & picture.info.keys()
    assert b"Camera" not in answer.body
    assert b"At home" not in answer.body


def test_a_large_picture_becomes_as_large_as_a_screen(venue: Venue) -> None:
    assert shown(venue, send(venue, png(5000, 2500)).image).size == (LONGEST_SIDE, LONGEST_SIDE // 2)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L", "1", "I;16", "CMYK"])
def test_every_kind_of_colour_is_taken(venue: Venue, mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    picture = shown(venue, send(venue, saved(Image.new(mode, (8, 8)), kind)).image)
    assert picture.size == (8, 8)
    assert (picture.mode == "RGBA") == (mode in ("RGBA", "LA"))


def test_a_moving_picture_stands_still(venue: Venue) -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    body = saved(frames[0], "WEBP", save_all=True, append_images=frames[1:])
    assert getattr(shown(venue, send(venue, body).image), "n_frames", 1) == 1


NO_PICTURES = {
    "nothing": b"",
    "text": b"Hello",
    "a page": b"<!doctype html><script>alert(1)</script>",
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "gif": saved(Image.new("P", (8, 8)), "GIF"),
    "bmp": saved(Image.new("RGB", (8, 8)), "BMP"),
    "tiff": saved(Image.new("RGB", (8, 8)), "TIFF"),
    "half a png": png(400, 400)[:200],
    "half a jpeg": saved(Image.effect_noise((400, 400), 90), "JPEG")[:9000],
    "half a webp": saved(Image.effect_noise((400, 400), 90), "WEBP")[:9000],
    "only a head": b"\x89PNG\r\n\x1a\n",
    "a spoilt png": png().replace(b"IDAT", b"XXXX"),
}


@pytest.mark.parametrize("body", NO_PICTURES.values(), ids=NO_PICTURES)
def test_what_is_no_picture_is_refused(venue: Venue, body: bytes) -> None:
    answer = send(venue, body)
    assert (answer.status, answer.code) == (400, "bad_image")
    assert "PNG, JPEG or WebP" in json.loads(answer.body)["message"]
    assert count(venue) == 0


def bomb(width: int, height: int) -> bytes:
    """A PNG of few bytes that would become very large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([1, 0, 0, 0, 0])
    body = zlib.compress(bytes(1000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(8000, 5001), (30_000, 30_000), (2**31 - 1, 2)])
def test_a_bomb_is_refused_before_it_is_unfolded(venue: Venue, size: tuple[int, int]) -> None:
    answer = send(venue, bomb(*size))
    assert (answer.status, answer.code) == (413, "image_too_large")


def test_a_file_of_more_than_ten_megabytes_is_refused(venue: Venue) -> None:
    answer = send(venue, png() + bytes(LARGEST_FILE))
    assert (answer.status, answer.code) == (413, "image_too_large")
    assert count(venue) == 0


def test_a_seat_of_another_workshop_sees_nothing(venue: Venue) -> None:
    image = send(venue, png()).image
    other = open_venue(venue.server, venue.store)
    assert show(other, image).status == 404
    assert ask(other, "GET", f"/images/{venue.code}/{image}").status == 401  # their cookie is not of this workshop
    assert ask(other, "POST", f"/images/{venue.code}", body=png()).status == 401
    assert show(venue, "none").status == 404
    assert ask(venue, "GET", "/images/AAA-AAA/none").status == 404


def test_an_observer_looks_but_brings_nothing(venue: Venue) -> None:
    answer = send(venue, png(), OLGA)
    assert (answer.status, answer.code) == (403, "not_allowed")
    assert count(venue) == 0


def test_without_a_seat_there_is_nothing(venue: Venue) -> None:
    image = send(venue, png()).image
    answer = send(venue, png(), None)
    assert (answer.status, answer.code) == (401, "unknown_seat")
    assert show(venue, image, None).status == 401
    assert count(venue) == 1


def test_a_removed_seat_is_shut_out(venue: Venue) -> None:
    image = send(venue, png()).image
    venue.act(FAY, "remove", seat=venue.ids[PIA])
    assert send(venue, png()).status == show(venue, image).status == 403
    assert show(venue, image, FAY).status == 200


def test_a_closed_workshop_takes_no_more(venue: Venue) -> None:
    image = send(venue, png()).image
    venue.act(FAY, "close")
    answer = send(venue, png())
    assert (answer.status, answer.code) == (409, "workshop_closed")
    assert show(venue, image).status == 200


def test_a_refusal_speaks_the_readers_language(venue: Venue) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", venue.server.port, timeout=20)
    connection.request("POST", f"/images/{venue.code}", png(), {"Accept-Language": "nl-BE,nl;q=0.9"})
    assert json.loads(connection.getresponse().read()) == {
        "code": "unknown_seat",
        "message": translate(SENTENCES["unknown_seat"], "nl"),
    }
    connection.close()
