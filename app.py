"""The server: Streamlit's pages and the live channel in one process, on one port."""

from cx_workshop.content import ContentError
from cx_workshop.refusal import Refused
from cx_workshop.settings import SettingError
from cx_workshop.ui.server import create_app, serve

try:
    app = create_app()
except (Refused, ContentError, SettingError) as error:
    raise SystemExit(f"CX Workshop cannot start. {error}") from error

if __name__ == "__main__":
    serve(app)
