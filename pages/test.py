"""The step Test: its activity and live board."""

from cx_workshop.ui.step import show_step

show_step("test")
