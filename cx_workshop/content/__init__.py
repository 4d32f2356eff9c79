"""What data/ holds: methods and agendas, checked when they are read."""

from cx_workshop.content.agendas import Agenda, agenda
from cx_workshop.content.folder import ContentError
from cx_workshop.content.methods import Method, MethodWords, method, methods

__all__ = ["Agenda", "ContentError", "Method", "MethodWords", "agenda", "method", "methods"]
