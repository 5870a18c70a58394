"""`workshop.schema.json`: what may stand in `workshop.json`, for other programs (JSON Schema).

Published in `facilitation/exports/schemas/`, a file a version; a version only ever gains keys.
Then `python -m facilitation.exports.formats.data.workshop_schema_json` publishes anew.
"""

from pathlib import Path

import msgspec

from facilitation.domain.document import VERSION, Document
from facilitation.exports.formats.format import Format
from facilitation.exports.material import Material

SCHEMAS = Path(__file__).parent.parent.parent / "schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def published() -> Path:
    """Return the file of the version that is written now."""
    return SCHEMAS / f"workshop-{VERSION}.schema.json"


def schema() -> bytes:
    """Return the schema as the code has it; `published()` must say the same."""
    content = {"$schema": DIALECT, **msgspec.json.schema(Document)}
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def make(material: Material) -> bytes:
    return published().read_bytes()


FORMAT = Format("workshop.schema.json", "application/json", make)

if __name__ == "__main__":
    published().write_bytes(schema())
