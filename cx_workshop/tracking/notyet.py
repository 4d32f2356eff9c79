"""What stands in the place of a figure while there is too little to compute it from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cx_workshop.translate import N_, _

NOTHING_COUNTED = N_("Not yet, because nothing has been counted.")
TWO_PEOPLE = N_("Not yet, because it takes at least two people.")


@dataclass(frozen=True)
class NotYet:
    """Not a number but the reason why there is none; as text it speaks the language in use."""

    sentence: str
    """In English, as marked for translation."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What stands in the place of its {placeholders}."""

    def __str__(self) -> str:
        return _(self.sentence, **self.values)


Figure = float | NotYet
