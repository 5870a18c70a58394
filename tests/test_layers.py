"""Imports point one way: app → screens → facilitation, and inside facilitation from rules to facts.

Read from the sources, so that an import inside a function counts too.
"""

import ast
from collections import Counter
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("facilitation", "screens")
DOMAIN = "facilitation.domain"
PURE = [
    "refusals",
    "texts",
    "commands",
    "document",
    "events",
    "state",
    "put_aside",
    "folding",
    "deciding",
    "preview",
]
"""The rooms of facilitation/domain, lowest first: each imports only from those before it.

`texts` says what may be typed, `commands` what may be asked, `document` what one workshop hands to
the next, `events` what happened, `state` what is so, `put_aside` what people did by hand. `folding`
goes from events to state, `deciding` from commands and state to events, `preview` tries an act.
What reads and writes (storage, workshop, worker, exports, …) stands above and may import them all.
"""
SCREENS = [
    "wording",
    "replies",
    "pages",
    "views",
    "limits",
    "wire",
    "network",
    "jobs",
    "services",
    "health",
    "phone",
    "console",
    "wall",
    "application",
    "rehearsal",
    "commands",
]
"""The rooms of screens, lowest first: each imports only from those before it.

`views` goes from state to what is sent, `wire` sends it, `jobs` work beside it; the pages and
namespaces of the three screens stand above what they share, and `application` joins all.
"""
FILES_A_ROOM = 14
"""About a dozen: where more lie side by side, nobody sees what belongs together."""
BELOW_DECIDING = ["registry", "facts"]
"""What every decision builds on, lowest last."""


def sources(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path): path for package in PACKAGES for path in sources(package)}


def imports_of(path: Path, *, only_at_start: bool = False) -> set[str]:
    """Return the full names of what a file imports; a submodule by its own name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if only_at_start else ast.walk(tree)
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports name the whole way"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                found.add(whole if whole in MODULES else node.module)
    return found


def tops(names: set[str]) -> set[str]:
    return {name.split(".")[0] for name in names}


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("facilitation")])
def test_facilitation_knows_no_screen_and_no_web_framework(name):
    above = {"app", "screens", "tests", "flask", "flask_socketio", "socketio", "engineio"}
    assert not tops(imports_of(MODULES[name])) & (above | {"eventlet", "werkzeug"})


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("screens")])
def test_screens_do_not_know_who_starts_them(name):
    assert not tops(imports_of(MODULES[name])) & {"app", "tests"}


def test_eventlet_is_mentioned_in_app_alone():
    mentions = [
        str(path.relative_to(ROOT))
        for path in MODULES.values()
        if "eventlet" in path.read_text(encoding="utf-8").lower()
    ]
    assert mentions == []
    assert "eventlet" in imports_of(ROOT / "app.py")


def test_app_builds_screens_and_the_workshop_and_little_else():
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) < 300
    assert {"facilitation", "screens"} <= tops(imports_of(ROOT / "app.py"))


@pytest.mark.parametrize("layer", PURE)
def test_pure_layers_import_only_from_lower_ones(layer):
    lower = set(PURE[: PURE.index(layer)])
    for name, path in MODULES.items():
        if not name.startswith(f"{DOMAIN}.{layer}"):
            continue
        used = {one for one in imports_of(path) if one in MODULES and "." in one}
        assert all(one.startswith(f"{DOMAIN}.") for one in used), name
        assert {one.split(".")[2] for one in used} <= lower | {layer}, name


@pytest.mark.parametrize("layer", PURE)
def test_pure_layers_do_nothing_but_think(layer):
    """No clock, no files, no network, no threads; ids and time are handed in."""
    doing = {"sqlite3", "sqlite_utils", "threading", "socket", "subprocess", "os", "time", "random"}
    for name, path in MODULES.items():
        if name.startswith(f"{DOMAIN}.{layer}"):
            assert not tops(imports_of(path)) & (doing | {"pathlib", "shutil", "logging"}), name
            assert "datetime.now" not in path.read_text(encoding="utf-8"), name


@pytest.mark.parametrize("package", ["commands", "deciding", "events", "folding", "state"])
def test_files_of_one_topic_do_not_import_the_package_that_gathers_them(package):
    gathering = f"{DOMAIN}.{package}"
    for name, path in MODULES.items():
        if name.startswith(f"{gathering}."):
            assert gathering not in imports_of(path), name


def test_what_a_decision_is_given_knows_no_decision():
    for low in BELOW_DECIDING:
        path = MODULES[f"{DOMAIN}.deciding.{low}"]
        used = {name for name in imports_of(path) if name.startswith(f"{DOMAIN}.deciding")}
        assert used <= {"facilitation.domain.deciding.facts"}


def room_of(name: str) -> str:
    return name.split(".")[1]


@pytest.mark.parametrize("room", SCREENS)
def test_rooms_of_screens_import_only_from_lower_ones(room):
    lower = {*SCREENS[: SCREENS.index(room)], room}
    for name, path in MODULES.items():
        if name.startswith("screens.") and room_of(name) == room:
            used = {one for one in imports_of(path) if one.startswith("screens.")}
            assert {room_of(one) for one in used} <= lower, name


def test_every_room_of_screens_has_its_place_in_the_order():
    assert {room_of(name) for name in MODULES if name.startswith("screens.")} == set(SCREENS)


def test_no_room_has_more_than_about_a_dozen_files():
    tops = ("facilitation", "screens", "static/js", "static/css", "templates", "tests")
    files = [path for top in tops for path in (ROOT / top).rglob("*.*") if path.is_file()]
    rooms = Counter(
        path.parent.relative_to(ROOT).as_posix()
        for path in files
        if path.suffix not in (".pyc", ".txt")
        and path.name != "__init__.py"
        and "node_modules" not in path.parts
    )
    assert {room: count for room, count in rooms.items() if count > FILES_A_ROOM} == {}


def test_views_are_made_from_state_alone():
    """An allow-list view knows the state, never the journal, the workshop or the web."""
    for name, path in MODULES.items():
        if name.startswith("screens.") and name.endswith((".view", ".serialisers")):
            used = imports_of(path)
            below = {
                "facilitation.storage.journal",
                "facilitation.storage.journal_file",
                "facilitation.workshop",
            }
            assert not used & below, name
            assert not tops(used) & {"flask", "socketio", "flask_socketio"}, name


def test_no_file_imports_itself_by_a_detour():
    graph = {
        name: {used for used in imports_of(path, only_at_start=True) if used in MODULES} - {name}
        for name, path in MODULES.items()
    }
    assert set(TopologicalSorter(graph).static_order()) >= set(graph)
