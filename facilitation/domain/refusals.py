"""The ways a workshop says no. Each has a wire code (DESIGN.md, section 5) and a wording key."""


class Refusal(Exception):
    """An act that is not carried out: `key` is a wording key, `gaps` fill its sentence."""

    code = "invalid"

    def __init__(self, key: str, **gaps):
        super().__init__(key)
        self.key = key
        self.gaps = gaps


class Invalid(Refusal):
    """The message itself is not an act: wrong type, missing field, text too long, unknown field."""

    code = "invalid"


class NotFound(Refusal):
    """It names something that is not there (any more)."""

    code = "not_found"


class NotNow(Refusal):
    """It could be done in another phase, or after something else."""

    code = "not_now"


class NotYours(Refusal):
    """Somebody else may do it, this sender may not."""

    code = "not_yours"


class TooMuch(Refusal):
    """A limit is used up: no dots in the hand, the cap on one topic, a full table."""

    code = "too_much"


class TooFast(Refusal):
    """More in a short time than a person does."""

    code = "too_fast"
