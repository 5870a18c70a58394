"""What may happen in a hall, and the tests that show that nothing is lost and nobody let in.

Test ids are as pytest takes them, without parameters; those in tests/js are a file and the name
of its test. `long` is how to run the long version where there is one.
"""

from typing import NamedTuple


class Threat(NamedTuple):
    what: str
    tests: tuple[str, ...]
    long: str = ""


UNSENT = "tests/browser/phone/test_unsent.py"
OUTBOX = "tests/js/shared/outbox.test.js"
STATUS = "tests/js/phone/connection_status.test.js"
RECONNECT = "tests/js/shared/reconnect_auth.test.js"
POWER = "tests/facilitation/storage/test_power_loss.py"
DISK = "tests/faults/test_disk.py"
BACKUPS = "tests/facilitation/storage/test_backups.py"
RESTORING = "tests/facilitation/storage/test_restoring.py"
REDACTION = "tests/facilitation/exports/test_redaction.py"
WHO_MAY_SEE = "tests/screens/views/test_who_may_see.py"
ATOMIC = "tests/facilitation/storage/test_atomic_files.py"
IMPORTS = "tests/facilitation/storage/test_import_source.py"
ORDEAL = "tests/faults/test_ordeal.py::test_crowd_under_faults_and_power_cuts_loses_nothing"
LONG_ORDEAL = "python -m tests.faults.ordeal --people 100 --minutes 10 --kills 100"
HEADERS = "tests/wire/hostile/test_headers.py"
CSRF = "tests/wire/hostile/test_csrf.py"
KEY_CHECK = "tests/screens/limits/test_key_check.py"
HTTP = "tests/wire/process/test_http.py"
AUTHENTICATION = "tests/wire/protocol/test_authentication.py"
FRAMES = "tests/wire/hostile/test_frames.py"
READER = "tests/wire/hostile/test_slow_reader.py"
ALARMS = "tests/screens/jobs/test_alarms.py"
BADGES = "tests/facilitation/domain/deciding/test_badges.py"
DOCTOR = "tests/screens/network/test_doctor.py"

OUTBOX_THREATS = (
    Threat(
        "Acts made without a connection, a reload in between",
        (
            f"{UNSENT}::test_topics_and_dots_of_a_phone_without_server_outlive_a_reload_once_and_in"
            "_order",
            f"{UNSENT}::test_what_is_written_without_a_server_arrives_once_and_in_order",
            f"{OUTBOX}::acts wait in order and survive a reload with their ids",
        ),
    ),
    Threat(
        "A refusal that comes late keeps the text; a browser that was closed",
        (f"{UNSENT}::test_unsent_work_survives_a_closed_page_and_a_refusal_keeps_the_text",),
    ),
    Threat(
        "Two tabs of one phone, a storage that is closed or emptied",
        (
            f"{UNSENT}::test_two_pages_of_one_phone_send_each_act_once",
            f"{OUTBOX}::a storage that is emptied or closed loses nothing of an open page",
        ),
    ),
    Threat(
        "An honest word on connection and unsent work",
        (f"{STATUS}::the connection and unsent work are said in words",),
    ),
    Threat(
        "The first answer is lost: a device that connects twice is one person",
        (f"{AUTHENTICATION}::test_phone_that_connects_again_before_it_has_a_token_is_one_person",),
    ),
)
POWER_THREATS = (
    Threat(
        "The process is killed at any instant",
        (
            "tests/wire/process/test_kill.py::test_killed_server_has_every_acknowledged_act_exactly_once",
        ),
        "KILLS=200 python -m pytest tests/wire/process/test_kill.py",
    ),
    Threat(
        "Power loss: the tail of the WAL is cut or damaged",
        (
            f"{POWER}::test_cut_wal_gives_a_prefix_that_ends_with_the_last_whole_commit",
            f"{POWER}::test_flipped_wal_gives_a_prefix_that_ends_before_the_damage",
            f"{POWER}::test_garbage_after_the_last_commit_loses_nothing",
        ),
    ),
    Threat(
        "A full disk, before and after it",
        (
            f"{DISK}::test_full_disk_refuses_in_words_corrupts_nothing_and_goes_on_when_there_is"
            "_room",
            f"{DISK}::test_server_killed_on_a_full_disk_starts_with_every_acknowledged_act",
            f"{ALARMS}::test_alarms_tell_of_a_disk_that_fills",
            "tests/facilitation/storage/test_journal.py::test_erasing_without_room_on_the_disk_is_made_up"
            "_for_by_the_next_act",
        ),
    ),
    Threat(
        "A folder that cannot be written",
        ("tests/wire/process/test_start.py::test_place_that_cannot_be_written_is_refused",),
    ),
    Threat(
        "A clock that is set back",
        (
            f"{DISK}::test_clock_set_back_changes_neither_order_nor_the_timebox",
            f"{ALARMS}::test_alarms_tell_of_a_clock_that_was_set",
        ),
    ),
    Threat(
        "A damaged or foreign data file",
        (
            "tests/wire/process/test_start.py::test_file_that_cannot_be_opened_is_refused_and_left_as_it_was",
        ),
    ),
    Threat(
        "A USB stick that vanishes, a damaged backup, taking one back",
        (
            f"{BACKUPS}::test_backup_folder_that_vanishes_is_noted_and_used_again",
            f"{RESTORING}::test_restore_passes_over_a_damaged_backup",
            f"{RESTORING}::test_restore_takes_the_newest_good_backup_and_moves_the_damaged_file"
            "_aside",
            f"{ALARMS}::test_alarms_tell_of_a_backup_that_failed",
            "tests/browser/console/test_alarms.py::test_last_backup_is_in_sight_and_opens_the_doctor",
        ),
    ),
)
NETWORK_THREATS = (
    Threat(
        "Delay, lost and half-open connections, cut frames, lost answers, outages",
        (ORDEAL,),
        LONG_ORDEAL,
    ),
    Threat(
        "Thousands of half-open sockets",
        (
            "tests/faults/test_half_open.py::test_half_open_sockets_do_not_stop_the_day_and_are_ended",
        ),
    ),
    Threat(
        "A client that does not read",
        (
            f"{READER}::test_reader_that_does_not_read_is_let_go",
            f"{READER}::test_reader_that_asks_for_more_and_more_costs_little",
            "tests/screens/wire/test_socket_writer.py::test_writers_drop_a_reader_that_does_not_read_and"
            "_nobody_waits_for_it",
        ),
    ),
    Threat(
        "A phone that comes back catches up with one change",
        (
            "tests/wire/protocol/test_following.py::test_sync_since_any_number_brings_a_view_up_to_date",
            "tests/wire/protocol/test_returning.py::test_phone_that_comes_back_catches_up_with_one_change",
            "tests/wire/protocol/test_returning.py::test_whole_view_comes_after_a_restart",
            f"{RECONNECT}::whoever was here before says what they have seen",
        ),
    ),
)
RIGHTS_THREATS = (
    Threat(
        "Guessing the console key",
        (
            f"{HEADERS}::test_console_key_is_long_random_and_its_owners_alone",
            f"{AUTHENTICATION}::test_console_is_refused_at_connect_with_a_wrong_key",
            f"{HTTP}::test_console_without_a_session_asks_for_the_key",
            f"{KEY_CHECK}::test_form_and_address_answer_a_wrong_key_after_a_pause",
            f"{KEY_CHECK}::test_socket_answers_a_wrong_key_after_a_pause",
            f"{KEY_CHECK}::test_console_that_is_in_is_never_made_to_wait",
            f"{ALARMS}::test_alarms_tell_of_somebody_who_guesses_the_console_key",
        ),
    ),
    Threat(
        "A stolen or forged session",
        (
            f"{HEADERS}::test_session_cookie_is_out_of_reach_of_scripts_and_other_sites",
            f"{HTTP}::test_session_that_nobody_opened_opens_nothing",
            f"{HTTP}::test_route_of_the_console_is_closed_without_a_session",
        ),
    ),
    Threat(
        "A page from elsewhere acts in a facilitator's name",
        (
            f"{CSRF}::test_address_is_chosen_by_a_console_and_its_own_page_alone",
            f"{CSRF}::test_console_session_alone_changes_nothing_and_a_kind_sentence_says_so",
            f"{CSRF}::test_form_of_the_door_lets_in_with_its_token_alone",
            f"{KEY_CHECK}::test_route_that_changes_something_needs_a_session_and_a_token",
            f"{HEADERS}::test_socket_refuses_pages_of_other_origins",
        ),
    ),
    Threat(
        "A participant acts as a facilitator, or as somebody else",
        (
            "tests/facilitation/domain/test_commands.py::test_garbage_and_a_facilitators_acts_are_no_acts"
            "_of_a_phone",
            f"{AUTHENTICATION}::test_wall_needs_nothing_and_acts_on_nothing",
            "tests/wire/hostile/test_secrecy.py::test_nobody_is_sent_what_others_voted_for",
            "tests/screens/views/test_views.py::test_me_holds_ones_own_dots_and_nobody_elses",
        ),
    ),
    Threat(
        "Scripts in a page",
        (
            f"{HEADERS}::test_content_security_policy_lets_no_inline_script_run",
            f"{HEADERS}::test_page_has_no_script_or_handler_or_style_inside",
            f"{HEADERS}::test_scripts_never_make_html_of_a_text",
            f"{HEADERS}::test_text_in_a_page_of_its_own_ends_no_script",
        ),
    ),
    Threat(
        "Headers: what a page may do, no version banners",
        (
            f"{HTTP}::test_answer_has_the_headers_that_keep_a_page_its_own",
            f"{HEADERS}::test_answer_names_no_program_and_no_version",
        ),
    ),
    Threat(
        "A text that is markup, a formula or a path in what is taken home",
        (
            "tests/facilitation/exports/test_report.py::test_report_keeps_every_text_a_text",
            "tests/facilitation/cloud/test_pictures.py::test_svg_is_valid_whatever_a_word_is",
            "tests/facilitation/cloud/test_pictures.py::test_svg_asks_for_nothing_outside",
            "tests/facilitation/exports/test_csv_cells.py::test_safe_never_leaves_a_formula",
            "tests/facilitation/exports/test_csv_cells.py::test_file_names_are_plain_short_and_unique",
        ),
    ),
    Threat(
        "A hidden, abusive text is passed on in the documentation",
        (
            f"{REDACTION}::test_a_hidden_text_is_in_no_file_but_the_two_that_keep_everything",
            f"{REDACTION}::test_no_order_of_acts_lets_a_hidden_text_out",
        ),
    ),
    Threat(
        "What facilitators note for themselves reaches phones, wall or documents",
        (f"{WHO_MAY_SEE}::test_every_text_is_where_it_may_be_read_and_nowhere_else",),
    ),
    Threat(
        "The disk fills while a file is written",
        (
            f"{ATOMIC}::test_write_files_are_all_there_or_none_is_new",
            f"{ATOMIC}::test_export_onto_a_full_disk_leaves_no_half_file_and_says_so",
            f"{ATOMIC}::test_key_is_whole_or_not_there",
            f"{ATOMIC}::test_restore_onto_a_full_disk_leaves_the_workshop_where_it_was",
        ),
    ),
    Threat(
        "An import is locked, damaged, ambiguous, or far larger than it says",
        (
            f"{IMPORTS}::test_what_is_no_export_is_refused_in_words",
            f"{IMPORTS}::test_more_than_an_export_can_be_is_refused_before_it_is_read",
        ),
    ),
    Threat(
        "A picture too large or with a place in it: no route takes one",
        (
            f"{KEY_CHECK}::test_route_that_changes_something_needs_a_session_and_a_token",
            f"{HTTP}::test_form_that_is_too_large_is_refused",
            f"{FRAMES}::test_bytes_inside_an_act_are_refused",
        ),
    ),
    Threat(
        "Too much from one participant or connection; never a limit by address",
        (
            "tests/screens/limits/test_rate_limits.py::test_rate_limits_lets_a_busy_person_through_and_stops_a_script",
            "tests/screens/limits/test_rate_limits.py::test_rate_limits_is_each_participants_own",
            "tests/wire/hostile/test_newcomers.py::test_one_connection_does_not_become_a_crowd",
            "tests/wire/protocol/test_acts.py::test_acts_by_the_thousand_are_all_answered_some_with_too_fast",
            "tests/wire/protocol/test_acts.py::test_act_sent_again_gets_the_first_answer_however_much_its"
            "_sender_sent",
            f"{OUTBOX}::an act that came too fast waits a little and is sent again with its id",
        ),
    ),
    Threat(
        "More newcomers than people",
        (
            f"{ALARMS}::test_alarms_tell_of_a_rush_of_newcomers_for_a_while",
            f"{ALARMS}::test_headcount_tells_when_more_take_part_than_were_counted",
            "tests/browser/console/test_alarms.py::test_more_participants_than_counted_are_told_and_can_be"
            "_put_aside",
        ),
    ),
    Threat(
        "Garbage: frames, nesting, requests, acts",
        (
            "tests/faults/test_fuzz.py::test_server_answers_whatever_is_sent_and_stays_as_it_is",
            f"{FRAMES}::test_frame_beyond_64_kb_is_answered_or_ends_the_connection",
            f"{FRAMES}::test_very_deep_json_is_answered_or_ends_the_connection",
            f"{FRAMES}::test_malformed_message_leaves_the_connection_answering",
            f"{HTTP}::test_malformed_request_ends_that_connection_alone",
            "tests/wire/hostile/test_garbage.py::test_anything_at_all_is_answered",
        ),
        "FUZZ_ROUNDS=7000 python -m pytest tests/faults/test_fuzz.py",
    ),
)
BALLOT_THREATS = (
    Threat(
        "One person votes on two devices",
        (
            f"{AUTHENTICATION}::test_badge_is_the_same_person_on_every_device",
            f"{BADGES}::test_place_dot_needs_a_badge_where_facilitators_say_so",
            "tests/browser/console/test_alarms.py::test_phone_without_a_badge_reads_how_to_vote_where_votes"
            "_need_one",
        ),
    ),
    Threat(
        "Somebody uses the badge of another",
        (
            f"{BADGES}::test_badge_used_on_one_more_device_is_told_to_its_owner_once_a_device",
            f"{AUTHENTICATION}::test_badge_on_another_device_is_told_on_both_and_not_at_a_reconnect",
            f"{AUTHENTICATION}::test_badge_that_was_never_made_is_said_to_be_unknown",
        ),
    ),
)
LAPTOP_THREATS = (
    Threat(
        "The laptop is not ready: network, port, disk, backups, clock, firewall, sleep",
        (
            f"{DOCTOR}::test_doctor_says_what_to_do_about_each_thing",
            f"{DOCTOR}::test_doctor_knows_the_firewall_of_each_system",
            "tests/screens/commands/test_doctor.py::test_doctor_says_one_sentence_a_line_and_touches_nothing",
        ),
    ),
    Threat(
        "The Wi-Fi keeps devices apart",
        (
            f"{DOCTOR}::test_doctor_waits_before_it_suspects_that_devices_are_kept_apart",
            f"{DOCTOR}::test_visitors_are_counted_once_and_without_the_laptop_itself",
        ),
    ),
)
THREATS = {
    "The phone": OUTBOX_THREATS,
    "Crash and power": POWER_THREATS,
    "Network": NETWORK_THREATS,
    "Who may do what": RIGHTS_THREATS,
    "One person, one ballot": BALLOT_THREATS,
    "The laptop": LAPTOP_THREATS,
}
