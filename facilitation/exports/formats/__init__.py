"""The formats of an export, one module each: its name, its media type, and how it is made.

Adding a format is adding a module that has a `FORMAT`; nothing else names it.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from facilitation.exports.formats.format import Format


@cache
def formats() -> tuple[Format, ...]:
    """Return every format, in the order of their names."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    found = (module.FORMAT for module in modules if hasattr(module, "FORMAT"))
    return tuple(sorted(found, key=lambda format: format.name))
