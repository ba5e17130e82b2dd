"""Is what is installed there, whole, and of one kind."""

import hashlib
import json
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from jupyter_core.paths import jupyter_path
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from runplan.doctor.finding import Finding
from runplan.tables import checksums

_ANEW = "Install runplan again, in the environment that you start it from: see the README."

# the part in the browser, and the package that brings it
_FRONT_ENDS = {
    "anywidget": "anywidget",
    "@jupyter-widgets/jupyterlab-manager": "jupyterlab_widgets",
}


def python() -> Iterator[Finding]:
    """Look at the Python that runs this."""
    wanted = str(distribution("runplan").metadata["Requires-Python"] or "")
    version = platform.python_version()
    if version in SpecifierSet(wanted):
        yield Finding("well", f"Python {version} in {sys.prefix}")
    else:
        yield Finding(
            "fault",
            f"This is Python {version}; runplan needs {wanted}.",
            "Install a newer Python, and runplan with it.",
        )


def packages() -> Iterator[Finding]:
    """Look at the versions of everything runplan stands on."""
    asked = [Requirement(line) for line in distribution("runplan").requires or ()]
    needed = [one for one in asked if one.marker is None or one.marker.evaluate({"extra": ""})]
    wrong = list(filter(None, map(_wrong, needed)))
    for said in wrong:
        yield Finding("fault", said, _ANEW)
    if not wrong:
        yield Finding("well", f"{len(needed)} packages, each in a version that fits")


def _wrong(asked: Requirement) -> str:
    try:
        version = distribution(asked.name).version
    except PackageNotFoundError:
        return f"{asked.name} is missing; needed is {asked.name}{asked.specifier}."
    if version in asked.specifier:
        return ""
    return f"{asked.name} is {version}; needed is {asked.name}{asked.specifier}."


def front_ends() -> Iterator[Finding]:
    """Look whether JupyterLab loads the part of each package that belongs to its Python part.

    An older copy in a folder that Jupyter looks at first hides the right one: then controls
    stay empty although everything is installed.
    """
    for name, package in _FRONT_ENDS.items():
        try:
            installed = distribution(package)
        except PackageNotFoundError:
            yield Finding("fault", f"{package} is missing; it draws controls.", _ANEW)
            continue
        own = _own(installed, name)
        found = [Path(folder) / name / "package.json" for folder in jupyter_path("labextensions")]
        loaded = next(filter(Path.exists, found), None)
        if loaded is None or own is None:
            yield Finding("fault", f"The part of {package} for the browser is missing.", _ANEW)
        elif loaded.resolve() != own:
            version = json.loads(loaded.read_text(encoding="utf-8")).get("version", "of some age")
            yield Finding(
                "fault",
                f"JupyterLab takes {name} {version} from {loaded.parent}, which is not the one "
                f"that belongs to {package} {installed.version}.",
                f"Remove the folder {loaded.parent}, then start anew.",
            )
        else:
            yield Finding("well", f"{name} in the browser belongs to {package} {installed.version}")
    yield from _switched_off()


def _own(installed: Distribution, name: str) -> Path | None:
    ending = f"labextensions/{name}/package.json"
    for file in installed.files or ():
        if file.as_posix().endswith(ending):
            return Path(str(installed.locate_file(file))).resolve()
    return None


def _switched_off() -> Iterator[Finding]:
    from jupyterlab.commands import get_app_info

    off = get_app_info().get("disabled", {})
    for name in sorted(set(_FRONT_ENDS) & set(off)):
        yield Finding(
            "fault",
            f"{name} is switched off in JupyterLab.",
            f"Switch it on: jupyter labextension enable {name}",
        )


def data() -> Iterator[Finding]:
    """Look whether the tables and drawings are as they were written."""
    files = checksums()
    wrong = []
    for path, known in files.items():
        if not path.exists():
            wrong.append(f"{path} is missing.")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != known:
            wrong.append(f"{path} is not as it was written.")
    for said in wrong:
        yield Finding("fault", said, "Install runplan again, or restore the file.")
    if not wrong:
        yield Finding("well", f"{len(files)} tables and drawings, whole")
