"""What hands do to a tool: one move, one press, and long walks of any moves in any order."""

from typing import Any

from hypothesis import Phase, settings
from hypothesis.stateful import RuleBasedStateMachine

from runplan.figures import still


def panel_of(tool: Any, name: str) -> Any:
    """Return the panel that holds a control."""
    panels = getattr(tool, "panels", None) or [tool.panel]
    return next(p for p in panels if name in [control["name"] for control in p.controls])


def move(tool: Any, **values: Any) -> None:
    """Do what the browser does when someone moves controls: one message a panel."""
    moved: dict[Any, dict[str, Any]] = {}
    for name, value in values.items():
        moved.setdefault(panel_of(tool, name), {})[name] = value
    for panel, new in moved.items():
        panel.set_state({"values": panel.values | new})


def press(tool: Any, name: str) -> None:
    """Do what the browser does when someone presses a button."""
    panel_of(tool, name)._handle_custom_msg({"press": name}, [])


class ToolWalk(RuleBasedStateMachine):
    """Anything anyone may do, in any order; the picture at the end is the value's own."""

    tool: Any

    def teardown(self) -> None:
        assert still(self.tool.view).sentence == self.tool.figures[0].sentence


def walks(machine: type[ToolWalk], examples: int = 10, steps: int = 30) -> Any:
    """Return the test case of a walk; a step draws pictures, so shrinking would take minutes."""
    case = machine.TestCase
    case.settings = settings(
        deadline=None,
        max_examples=examples,
        stateful_step_count=steps,
        phases=(Phase.explicit, Phase.generate),
    )
    return case
