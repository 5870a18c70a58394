"""What each phase of the agenda opens, and what the wall shows in it."""

OPEN_IN = {
    "contributions": {"interview", "collect", "sort"},
    "flags": {"sort", "vote"},
    "dots": {"vote"},
    "groups": {"group", "board"},
    "boards": {"board", "close"},
    "interest": {"group", "board", "close"},
    "help": {"group", "board", "close"},
    "contact": {"group", "board", "close"},
}
"""Which phases open what, unless a facilitator says otherwise (DESIGN.md, section 5)."""

SCENE_OF = {
    "welcome": "join",
    "interview": "questions",
    "collect": "cloud",
    "sort": "topics",
    "vote": "topics",
    "group": "groups",
    "board": "boards",
    "close": "open_ends",
}
"""What the wall shows while it follows the phase."""
