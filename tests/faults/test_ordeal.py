"""A short version of the ordeal for every run; ordeal.py says how to run the long one."""

from tests.faults.ordeal import ordeal


def test_crowd_under_faults_and_power_cuts_loses_nothing(server, capsys):
    summary = ordeal(server, people=24, seconds=20, kills=5)

    with capsys.disabled():
        print(f"\n{summary}")
