"""Sentences of the browser components about who is how far: on a participant's board, and in the cockpit."""

from cx_workshop.translate import N_

COCKPIT_WORDS = {
    # what people show without a word
    "signals": N_("How far you are"),
    "signal_ready": N_("I am done"),
    "signal_late": N_("I need more time"),
    "signal_hand": N_("Raise my hand"),
    "behalf": N_("You are writing for {name}"),
    "behalf_stop": N_("Write for myself again"),
    # people
    "people_count": N_("People ({n})"),
    "written_one": N_("{n} has written"),
    "written_many": N_("{n} have written"),
    "are_ready_one": N_("{n} is done"),
    "are_ready_many": N_("{n} are done"),
    "are_late_one": N_("{n} needs more time"),
    "are_late_many": N_("{n} need more time"),
    "hand_is_up": N_("hand up"),
    "is_ready": N_("ready"),
    "is_late": N_("needs more time"),
    "no_device": N_("without a device"),
    "no_card_yet": N_("no card yet"),
    "last_seen": N_("away since {time}"),
    "heard": N_("Heard"),
    "heard_long": N_("{name} has been heard: hand down"),
    "seat_menu": N_("What to do for {name}"),
    "write_for": N_("Write for {name}"),
    "write_for_nobody": N_("No longer write for {name}"),
    "ready_for": N_("{name} is done"),
    "not_ready_for": N_("{name} is not done yet"),
    "let_lead": N_("Let lead too"),
    "make_participant": N_("Make participant"),
    "remove_seat": N_("Remove …"),
    "remove_seat_now": N_("Remove {name}; the cards stay"),
    "add_seat": N_("+ Seat for somebody without a device"),
    "add_seat_name": N_("Name of the person without a device"),
    # time
    "spent_of": N_("{n} of {all} min"),
    "planned_end": N_("planned until {time}"),
    "expected_end": N_("will end at {time}"),
}
