"""What a phone may ask."""

from typing import Annotated

from msgspec import Meta

from facilitation.domain.commands.fields import BoardField, Command, Id, Raw, Short


class Contribute(Command, tag="contribute"):
    text: Raw


class Reword(Command, tag="reword"):
    contribution: Id
    text: Raw


class Withdraw(Command, tag="withdraw"):
    contribution: Id


class PlaceDot(Command, tag="place_dot"):
    topic: Id


class TakeDot(Command, tag="take_dot"):
    topic: Id


class FlagBroad(Command, tag="flag_broad"):
    topic: Id
    narrower: Raw | None = None


class JoinGroup(Command, tag="join_group"):
    group: Id


class LeaveGroup(Command, tag="leave_group"):
    pass


class WriteBoard(Command, tag="write_board"):
    group: Id
    field: BoardField
    value: Raw
    base: Annotated[int, Meta(ge=0, le=2**53)]


class ShowInterest(Command, tag="show_interest"):
    topic: Id


class WithdrawInterest(Command, tag="withdraw_interest"):
    topic: Id


class OfferHelp(Command, tag="offer_help"):
    tasks: Annotated[list[Short], Meta(max_length=50)]


class LeaveContact(Command, tag="leave_contact"):
    name: Short
    purposes: Annotated[list[Short], Meta(min_length=1, max_length=10)]
    consent: bool
    email: Short | None = None
    phone: Short | None = None


class EraseContact(Command, tag="erase_contact"):
    pass


class SetLanguage(Command, tag="set_language"):
    language: Annotated[str, Meta(max_length=35)]


class InterviewStart(Command, tag="interview_start"):
    pass


class InterviewNote(Command, tag="interview_note"):
    text: Raw
    pair_code: Short | None = None


class InterviewConfirm(Command, tag="interview_confirm"):
    note: Id
    text: Raw


class InterviewDecline(Command, tag="interview_decline"):
    note: Id


class SpeakFor(Command, tag="speak_for"):
    pass


class MakeCarryCode(Command, tag="make_carry_code"):
    pass


class DismissNotice(Command, tag="dismiss_notice"):
    notice: Id
