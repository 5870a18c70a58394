"""The formats of an export, one module each: its name, its media type, and how it is made.

Adding a format is adding a module with a `FORMAT` to a room here; nothing else names it.
"""

from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from facilitation.exports.formats.format import Format


@cache
def formats() -> tuple[Format, ...]:
    """Return every format, in the order of their names."""
    modules = (import_module(found.name) for found in walk_packages(__path__, f"{__name__}."))
    found = (module.FORMAT for module in modules if hasattr(module, "FORMAT"))
    return tuple(sorted(found, key=lambda format: format.name))
