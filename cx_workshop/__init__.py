"""CX Workshop: design thinking for customer experience, together or alone.

A team's screens send verbs; a verb changes rows and writes one event in one transaction; the event log feeds
everything else. A line of code finds its room by one question: does it decide, keep, tell or draw?

    process, model          what EDIPT is; what a workshop is made of
    content, translate      what data/ holds; English, Dutch and German
    tracking, meaning       decide: figures over what a workshop holds; what cards are about, by sentence vectors
    storage                 keep: SQLite through sqlite-utils, one writer, the event log
    verbs                   decide: what people may do, one module per concern
    live, report            tell: the WebSocket channel and its hub; the summary people take home, paper for the room
    charts                  draw: cards or a log as a DataFrame, a DataFrame as an Altair chart, its sentence
    ui                      draw: Streamlit pieces and the board's html, css and js
    pages, app, __main__    the screens, the server, the command line

Each line imports only from the lines above it; a contract in pyproject.toml holds that.
"""
