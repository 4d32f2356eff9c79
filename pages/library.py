"""All methods and what stands behind them; open to everybody, with or without a workshop."""

from cx_workshop.ui import session
from cx_workshop.ui.library import show_library

show_library(session.guest(session.wanted_code()))
