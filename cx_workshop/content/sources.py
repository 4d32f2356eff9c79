"""The texts that the methods and concepts rest on, by the short names that data/ uses for them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """One of the five texts this tool grew from: its title as it stands there, and what is known of where and when."""

    title: str
    language: str
    where: str = ""
    year: int | None = None


SEEDS = {
    "S0": Source("6 redenen waarom klantbeleving via internet anders is", "nl"),
    "S1": Source("Customer Experience ist keine Werbung", "de", "CeBIT Web Experience Arena", 2014),
    "S2": Source("De klantenparadoxen van The Social Customer", "nl", "Consultancy.nl, BearingPoint Institute", 2012),
    "S3": Source("Samenvatting Customer Journey", "nl", "The Story Behind, Reisbestemming"),
    "S4": Source("Humanlike contact is zeer gewenst", "nl", "CustomerFirst.nl, Oracle: CX in the digital age"),
}
"""Without a year where the text itself gives none."""
