"""The step Ideate: its activity and live board."""

from cx_workshop.ui.step import show_step

show_step("ideate")
