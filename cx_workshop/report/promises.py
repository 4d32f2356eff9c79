"""What an export leaves out, as people were promised: who wrote on a board without names, who gave which dot."""

from typing import Any

from cx_workshop.verbs.fields import images_in

Record = dict[str, Any]


def keep_promises(archive: Record) -> None:
    """Take the names out of an archive, from its rows and its log alike; and what its author took away unseen."""
    _forget_unseen(archive)
    nameless = {activity["id"] for activity in archive["activities"] if activity["anonymous"]}
    cards = {card["id"] for card in archive["cards"] if card["activity"] in nameless}
    of_table = {
        "cards": cards,
        "links": {link["id"] for link in archive["links"] if link["card"] in cards},
        "dots": {dot["id"] for dot in archive["dots"]},
        "images": {image["id"] for image in archive["images"]}
        if nameless
        else set(),  # a picture may lie on such a card
    }
    for table, ids in of_table.items():
        for row in archive[table]:
            if row["id"] in ids:
                row["seat"] = None
    for event in archive["events"]:
        event["private"] = {}
        changed = [_unsign(event[side], of_table) for side in ("before", "after")]
        if event["anonymous"] or any(changed):
            event["seat"] = None


def _forget_unseen(archive: Record) -> None:
    """Of cards that were taken away while they were hidden only the place is left, and none of their pictures."""
    unseen = {card["id"] for card in archive["cards"] if card["hidden"]}
    logged = [event[side].get("cards", {}) for event in archive["events"] for side in ("before", "after")]
    told = [*((card["id"], card) for card in archive["cards"]), *(pair for rows in logged for pair in rows.items())]
    for card, row in told:
        if card in unseen and row:
            row |= {name: empty for name, empty in (("text", ""), ("fields", {})) if name in row}
    shown = {image for _, row in told if row for image in images_in(row.get("fields", {}))}
    archive["images"] = [image for image in archive["images"] if image["id"] in shown]
    for event in archive["events"]:
        for side in ("before", "after"):
            pictures = event[side].get("images", {})
            for image in pictures.keys() - shown:
                del pictures[image]


def _unsign(changes: dict[str, dict[str, Record | None]], of_table: dict[str, set[str]]) -> bool:
    """Whether anything here was one of these; whose it was is gone then."""
    found = [(ids & changes.get(table, {}).keys(), changes.get(table, {})) for table, ids in of_table.items()]
    for ids, rows in found:
        for row_id in ids:
            row = rows[row_id]
            if row and "seat" in row:
                row["seat"] = None
    return any(ids for ids, _ in found)
