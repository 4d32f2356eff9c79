"""What the tool refuses: one code and one translated sentence for each, the same on every screen and wire."""

from cx_workshop.translate import N_, translate

SENTENCES = {
    "activity_closed": N_("This activity is closed. You can still read its board."),
    "activity_not_open": N_("This activity has not been opened yet."),
    "activity_was_opened": N_("This activity has been opened already, so it stays in the agenda."),
    "already_here": N_("This workshop is already in the database; nothing was changed."),
    "bad_arguments": N_("Something in this request is missing or has the wrong form."),
    "bad_dots": N_("Everybody gets from 1 to 50 dots, and one card takes no more than that."),
    "bad_export": N_("This file is not a complete export of a workshop; nothing was changed."),
    "bad_field": N_("This field does not take that."),
    "bad_image": N_("This is not a PNG, JPEG or WebP picture that could be read."),
    "bad_message": N_("This message could not be read."),
    "bad_minutes": N_("An activity takes from 1 minute to 24 hours."),
    "bad_timer": N_("A timer runs from 1 second to 24 hours."),
    "board_locked": N_("The facilitator has locked this board for now."),
    "card_frozen": N_("The first result is in, so what was written before it stays as it is."),
    "card_has_its_dots": N_("You have given this card as many dots as it may get from one person."),
    "cards_hidden": N_("There are cards that only their authors see. Reveal them first."),
    "changed_meanwhile": N_("Somebody changed this card meanwhile; nothing was overwritten."),
    "circular_link": N_("The other card already rests on this one."),
    "concern_is_marked": N_("You have marked your concern about this card already."),
    "database_damaged": N_("The database file is damaged or is not a database of CX Workshop."),
    "empty_name": N_("Please fill in your name."),
    "empty_reason": N_("Please say why: the reason stays with the new round."),
    "empty_team": N_("A team needs at least one person."),
    "empty_text": N_("Please write something first."),
    "empty_title": N_("Please give the workshop a title."),
    "id_taken": N_("This id is already in use."),
    "image_too_large": N_("A picture has at most 10 MB and 40 million pixels."),
    "in_team_already": N_("Only participants who are in no team yet can be put into one."),
    "last_facilitator": N_("A workshop needs a facilitator: let somebody else lead first."),
    "message_too_large": N_("This message is too large."),
    "name_too_long": N_("A name has at most 60 characters."),
    "names_promised": N_("People have written here without their names; that promise stays."),
    "newer_database": N_("A newer version of CX Workshop wrote this database. Please update before you open it."),
    "newer_export": N_("A newer version of CX Workshop wrote this file. Please update before you import it."),
    "no_device": N_("Somebody without a device cannot lead or watch; they take part."),
    "no_dots_left": N_("You have given all your dots. Take one back to move it."),
    "no_teams": N_("This workshop has no such team."),
    "no_timer": N_("There is no timer."),
    "not_allowed": N_("Your role in this workshop does not allow that."),
    "not_text": N_("This is not UTF-8 text."),
    "not_this_code": N_("This is not the code of this workshop; nothing was deleted."),
    "not_to_merge": N_("Only two notes of the same place, or two themes, can become one."),
    "not_your_sheet": N_("This round you write on another sheet."),
    "not_yours": N_("Only its author or a facilitator can do that."),
    "nothing_hidden": N_("Nothing is hidden here any more."),
    "nothing_to_undo": N_("There is nothing of yours to undo."),
    "nothing_to_vote_on": N_("There is no card yet to vote on."),
    "one_each": N_("You have filled in yours already; you can still change it."),
    "others_built_on_it": N_("Others have gone on from there, so it cannot be undone any more."),
    "part_has_cards": N_("There are cards on it. Move or remove them first."),
    "seat_removed": N_("The facilitator has taken you out of this workshop."),
    "sheets_have_names": N_("Here each sheet bears the name of whoever began it, so names cannot be hidden."),
    "still_hidden": N_(
        "Some cards are not revealed yet, or a vote is open. Reveal the cards and close the vote, then try again."
    ),
    "storage_failed": N_("The database did not take this. Nothing was changed; please try again."),
    "storage_full": N_("The disk of the server is full. Nothing was changed; please tell the facilitator."),
    "storage_read_only": N_(
        "The database of the server cannot be written. Nothing was changed; please tell the facilitator."
    ),
    "team_in_team": N_("A team cannot be split again."),
    "text_too_long": N_("A card has at most 10,000 characters. Please shorten it or split it in two."),
    "timer_not_paused": N_("The timer is not paused."),
    "timer_not_running": N_("The timer is not running."),
    "title_too_long": N_("A title has at most 200 characters, a challenge at most 1,000."),
    "too_fast": N_("That was a lot at once. Please wait a moment."),
    "too_many_tries": N_("There were too many wrong codes from here. Please wait a minute and check the code."),
    "unknown_activity": N_("This activity is not part of the workshop."),
    "unknown_card": N_("This card does not exist any more."),
    "unknown_code": N_("There is no workshop with this code. Please check it with the facilitator."),
    "unknown_decision": N_("This decision is no longer on the list."),
    "unknown_dot": N_("This dot is not yours, or has been taken back."),
    "unknown_image": N_("This picture is not part of the workshop."),
    "unknown_lane": N_("This board has no such lane."),
    "unknown_method": N_("There is no such method."),
    "unknown_seat": N_("Please join the workshop first."),
    "unknown_sheet": N_("This board has no such sheet."),
    "unknown_verb": N_("This version does not know that action."),
    "unknown_vote": N_("There is no such vote."),
    "vote_closed": N_("This vote is closed."),
    "vote_is_open": N_("A vote is open here already; close it first."),
    "voting": N_("A vote is open: the cards stay as they are until it closes."),
    "went_on_meanwhile": N_("Another facilitator has gone on meanwhile. Look where the workshop is now."),
    "workshop_closed": N_("This workshop is closed. You can still read it."),
    "workshop_deleted": N_("The facilitator has deleted this workshop for good."),
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
