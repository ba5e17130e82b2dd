"""runplan: strength training for runners, from a muscle to a dated plan.

Teaching material for adults without known disease; not medical advice.
"""

from importlib import import_module

__version__ = "0.1.0"

# public name → the module it lives in; nothing is imported until it is used
_HOME = {
    "PlanError": "errors",
    **dict.fromkeys(
        [
            "load_muscles",
            "load_activation",
            "load_kinematics",
            "load_exercises",
            "load_claims",
            "load_evidence",
            "load_phases",
            "load_references",
            "load_glossary",
        ],
        "tables",
    ),
    "Muscle": "muscles",
    "draw": "figures",
}
__all__ = ["__version__", *_HOME]


def __getattr__(name: str) -> object:
    if name in _HOME:
        value = getattr(import_module(f"runplan.{_HOME[name]}"), name)
    else:
        try:
            value = import_module(f"runplan.{name}")
        except ModuleNotFoundError as missing:
            if missing.name != f"runplan.{name}":
                raise
            raise AttributeError(f"module 'runplan' has no attribute {name!r}") from None
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
