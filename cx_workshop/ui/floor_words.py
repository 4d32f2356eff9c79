"""Sentences of the browser components about leading an activity, which board_words.py has besides its own."""

from cx_workshop.translate import N_

FLOOR_WORDS = {
    "controls": N_("Lead this activity"),
    "more": N_("More"),
    "next": N_("Next: {name}"),
    "open_first": N_("Open {name}"),
    "close_activity": N_("Close {name}"),
    "lock": N_("Lock"),
    "unlock": N_("Unlock"),
    "call_everyone": N_("Everyone here"),
    # timer
    "timer": N_("Time left"),
    "timer_last": N_("last minute"),
    "timer_minute": N_("One minute left"),
    "sound_on": N_("Sound when the time is up: on"),
    "sound_off": N_("Sound when the time is up: off"),
    "start_timer": N_("Start {n} min"),
    "pause_timer": N_("Pause"),
    "go_on_timer": N_("Go on"),
    "plus": N_("+1 min"),
    "minus": N_("−1 min"),
    "stop_timer": N_("Stop the timer"),
    # private and nameless writing
    "write_privately": N_("Write in private"),
    "write_openly": N_("Write openly"),
    "reveal_one": N_("Reveal {n} card"),
    "reveal_many": N_("Reveal {n} cards"),
    "reveal_next": N_("Reveal one"),
    "hide_names": N_("Hide names"),
    "show_names": N_("Show names"),
    "private_none": N_("Private for now: others see only how many cards there are, until they are revealed."),
    "private_one": N_("Private for now: others see only that {n} card exists."),
    "private_many": N_("Private for now: others see only that {n} cards exist."),
    "private_card": N_("private"),
    "nameless": N_("Nobody is told who wrote what."),
    "news_revealed_one": N_("{n} card was revealed"),
    "news_revealed_many": N_("{n} cards were revealed"),
    # follow me
    "act_call": N_("Bring everybody here"),
    "called_to": N_("The facilitator brings you to this card: {text}"),
    # keys of the controls
    "keys_next": N_("Go on to the next activity"),
    "keys_reveal": N_("Reveal what was written in private"),
    "keys_timer": N_("Start or pause the timer"),
    "keys_lock": N_("Lock the board, or unlock it"),
    "keys_vote": N_("Open a vote"),
    "keys_help": N_("Show these keys"),
    # votes
    "vote_now": N_("Vote …"),
    "end_vote": N_("Close the vote ({n} of {of} have voted)"),
}
