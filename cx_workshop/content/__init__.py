"""What data/ holds: methods, agendas, concepts and guidance, checked when they are read."""

from cx_workshop.content.agendas import Agenda, agenda, agendas
from cx_workshop.content.board import Board, Field
from cx_workshop.content.concepts import Concept, concepts
from cx_workshop.content.folder import ContentError
from cx_workshop.content.guidance import Rule, guidance
from cx_workshop.content.methods import Method, MethodWords, method, methods
from cx_workshop.content.shape import Shape, read_shape, shape_of

__all__ = [
    "Agenda", "Board", "Concept", "ContentError", "Field", "Method", "MethodWords", "Rule", "Shape",
    "agenda", "agendas", "concepts", "guidance", "method", "methods", "read_shape", "shape_of",
]  # fmt: skip
