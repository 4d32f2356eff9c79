"""Measured runs: simulated people against the real server, a bare one and an ordinary Streamlit app.

wire (sockets) <- seats (people) <- room, polling (what they do together) <- __main__ (runs it all)
servers starts and weighs what is measured, browser looks at the board in Chromium, report writes RESULTS.md.
"""
