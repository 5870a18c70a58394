"""What a page draws by colour alone, and loses where somebody's system chooses the colours."""

import re
from pathlib import Path

from playwright.sync_api import Page

DECORATION = re.compile(r"^state \.(tint-\d|quiet|plain|plus|blank) ")
"""Classes that only colour what words or shapes say as well."""

CHECKS = Path(__file__).with_name("forced_colors.js").read_text(encoding="utf-8")


def lost(page: Page) -> list[str]:
    """Return what this page shows in its own colours, and no longer in those of the system."""
    page.emulate_media(forced_colors="none", reduced_motion="reduce")
    page.evaluate(CHECKS)
    page.evaluate("checkColours()")
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    found = page.evaluate("checkLost()")
    page.emulate_media(forced_colors="none", reduced_motion="reduce")
    return [what for what in found if not DECORATION.match(what)]
