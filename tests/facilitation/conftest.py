"""How many examples the property tests try: few in everyday runs, many with `thorough`."""

from hypothesis import HealthCheck, settings

QUIET = {"deadline": None, "suppress_health_check": list(HealthCheck), "print_blob": True}

settings.register_profile("quick", max_examples=25, stateful_step_count=40, **QUIET)
settings.register_profile("thorough", max_examples=400, stateful_step_count=80, **QUIET)
settings.load_profile("quick")
