"""A panel's words between kernel and browser: late ones undo nothing, early ones miss nothing."""

from typing import Any

from runplan.widgets.panel import Button, Entry, Panel


def panel() -> tuple[Panel, list[Any]]:
    heard: list[Any] = []
    controls = [Entry(name="note", label="Note"), Button(name="add", label="Add")]
    made = Panel(controls, heard.append, heard.append)
    made.show({"note": ""}, {})
    return made, heard


def test_a_button_takes_along_what_was_moved_before_it() -> None:
    made, heard = panel()
    turns = {"note": 1}
    made._handle_custom_msg({"press": "add", "values": {"note": "hi"}, "turns": turns}, [])
    assert heard == [{"note": "hi"}, "add"]
    # the word that it has overtaken says nothing new, whatever the kernel has done since
    made.show({"note": ""}, {})
    made.set_state({"values": {"note": "hi"}, "turns": turns})
    assert heard == [{"note": "hi"}, "add"]


def test_a_control_set_twice_to_the_same_is_answered() -> None:
    made, heard = panel()
    made.set_state({"values": {"note": "hi"}, "turns": {"note": 1}})
    made.show({"note": "hi"}, {})
    made.set_state({"values": {"note": "hi"}, "turns": {"note": 2}})
    made.show({"note": "another"}, {})
    assert made.answered == {"note": 2}
    assert heard == [{"note": "hi"}]
