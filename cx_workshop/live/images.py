"""Pictures over HTTP: POST /images/{code} takes one in, GET /images/{code}/{image} shows it to who has a seat."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from cx_workshop.live.seats import STATUS, body_of, cookie_name, seat_of_token
from cx_workshop.model import Image, Seat
from cx_workshop.refusal import Refused
from cx_workshop.storage import Store, queries
from cx_workshop.translate import preferred_language
from cx_workshop.verbs import Command, perform
from cx_workshop.verbs.images import LARGEST_FILE, redraw

SHOWN_AS = {
    "Cache-Control": "private, max-age=31536000, immutable",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
}


class Pictures:
    """The two routes."""

    def __init__(self, store: Store) -> None:
        self.store = store

    async def add(self, request: Request) -> Response:
        """The bytes of a picture in, JSON {"image": id} out; the seat is told by its cookie."""
        language = preferred_language(request.cookies.get("language") or request.headers.get("accept-language"))
        try:
            data = await body_of(request, LARGEST_FILE, "image_too_large")
            image = await run_in_threadpool(self._keep, request, data)
        except Refused as error:
            return JSONResponse({"code": error.code, "message": error.sentence(language)}, STATUS.get(error.code, 400))
        return JSONResponse({"image": image})

    async def show(self, request: Request) -> Response:
        try:
            image = await run_in_threadpool(self._find, request)
        except Refused as error:
            return Response(status_code=STATUS.get(error.code, 400))
        return Response(image.data, media_type=image.kind, headers=SHOWN_AS)

    def _keep(self, request: Request, data: bytes) -> str:
        seat = self._seat(request)
        return str(perform(self.store, Command("add_image", redraw(data), seat=seat.id)).result().data["image"])

    def _find(self, request: Request) -> Image:
        seat = self._seat(request)
        with self.store.reading() as db:
            image = queries.image_by_id(db, request.path_params["image"])
        if image is None or image.workshop != seat.workshop:
            raise Refused("unknown_image")
        return image

    def _seat(self, request: Request) -> Seat:
        code = request.path_params["code"]
        with self.store.reading() as db:
            workshop = queries.workshop_by_code(db, code)
            if workshop is None:
                raise Refused("unknown_code")
            return seat_of_token(db, request.cookies.get(cookie_name(code)), workshop)
