"""What the tool refuses: one code and one translated sentence for each, the same on every screen and wire."""

from cx_workshop.translate import N_, translate

SENTENCES = {
    "activity_closed": N_("This activity is closed. You can still read its board."),
    "activity_not_open": N_("This activity has not been opened yet."),
    "activity_was_opened": N_("This activity has been opened already, so it stays in the agenda."),
    "already_here": N_("This workshop is already in the database; nothing was changed."),
    "bad_arguments": N_("Something in this request is missing or has the wrong form."),
    "bad_export": N_("This file is not a complete export of a workshop; nothing was changed."),
    "bad_field": N_("This field does not take that."),
    "bad_image": N_("This is not a PNG, JPEG or WebP picture that could be read."),
    "bad_minutes": N_("An activity takes from 1 minute to 24 hours."),
    "bad_message": N_("This message could not be read."),
    "board_locked": N_("The facilitator has locked this board for now."),
    "card_frozen": N_("The first result is in, so what was written before it stays as it is."),
    "changed_meanwhile": N_("Somebody changed this card meanwhile; nothing was overwritten."),
    "circular_link": N_("The other card already rests on this one."),
    "database_damaged": N_("The database file is damaged or is not a database of CX Workshop."),
    "empty_name": N_("Please fill in your name."),
    "empty_reason": N_("Please say why: the reason stays with the new round."),
    "empty_text": N_("A card needs some text."),
    "empty_title": N_("Please give the workshop a title."),
    "id_taken": N_("This id is already in use."),
    "image_too_large": N_("A picture has at most 10 MB and 40 million pixels."),
    "last_facilitator": N_("A workshop needs a facilitator: let somebody else lead first."),
    "message_too_large": N_("This message is too large."),
    "name_too_long": N_("A name has at most 60 characters."),
    "newer_database": N_("A newer version of CX Workshop wrote this database. Please update before you open it."),
    "newer_export": N_("A newer version of CX Workshop wrote this file. Please update before you import it."),
    "not_allowed": N_("Your role in this workshop does not allow that."),
    "not_text": N_("This is not UTF-8 text."),
    "not_to_merge": N_("Only two notes of the same place, or two themes, can become one."),
    "not_your_sheet": N_("This round you write on another sheet."),
    "not_yours": N_("Only its author or a facilitator can do that."),
    "nothing_to_undo": N_("There is nothing of yours to undo."),
    "one_each": N_("You have filled in yours already; you can still change it."),
    "others_built_on_it": N_("Others have gone on from there, so it cannot be undone any more."),
    "part_has_cards": N_("There are cards on it. Move or remove them first."),
    "seat_removed": N_("The facilitator has taken you out of this workshop."),
    "storage_failed": N_("The database did not take this. Nothing was changed; please try again."),
    "storage_full": N_("The disk of the server is full. Nothing was changed; please tell the facilitator."),
    "storage_read_only": N_(
        "The database of the server cannot be written. Nothing was changed; please tell the facilitator."
    ),
    "text_too_long": N_("A card has at most 10,000 characters. Please shorten it or split it in two."),
    "title_too_long": N_("A title has at most 200 characters, a challenge at most 1,000."),
    "too_fast": N_("That was a lot at once. Please wait a moment."),
    "too_many_tries": N_("There were too many wrong codes from here. Please wait a minute and check the code."),
    "unknown_activity": N_("This activity is not part of the workshop."),
    "unknown_card": N_("This card does not exist any more."),
    "unknown_code": N_("There is no workshop with this code. Please check it with the facilitator."),
    "unknown_image": N_("This picture is not part of the workshop."),
    "unknown_lane": N_("This board has no such lane."),
    "unknown_method": N_("There is no such method."),
    "unknown_seat": N_("Please join the workshop first."),
    "unknown_sheet": N_("This board has no such sheet."),
    "unknown_verb": N_("This version does not know that action."),
    "workshop_closed": N_("This workshop is closed. You can still read it."),
    "wrong_password": N_("This password is not right."),
    "wrong_protocol": N_("This page is older or newer than the server. Please reload it."),
}


class Refused(Exception):
    """A verb, message or file that is not accepted; nothing was changed."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

    def sentence(self, language: str = "en") -> str:
        return translate(SENTENCES[self.code], language)

    def __str__(self) -> str:
        return self.sentence()
