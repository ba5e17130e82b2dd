"""PlanBuilder, the first step: who trains, when and with what."""

import re
from typing import Any

from runplan.errors import PlanError
from runplan.load.foster import DAYS
from runplan.plan import Plan, Runner
from runplan.plan.runner import KG_PER_LB
from runplan.plan.schedule import KEEP
from runplan.widgets.exercise_panel import KITS, items
from runplan.widgets.panel import Choice, Entry, Several, Tick
from runplan.widgets.plan_step import Step

_WHO, _WHEN, _KNOWN = "Who, and with what", "When", "Single items, known maxima"
_DAYS = [(day, day.capitalize()) for day in DAYS]
LEVELS = [("1", "1 entry"), ("2", "2 intermediate"), ("3", "3 advanced")]


class RunnerStep(Step):
    """Name, level, equipment, days, holidays, maxima."""

    TITLE = "1 · The runner"
    FOLDED = (_KNOWN,)
    CONTROLS = (
        Entry(name="name", label="Name", group=_WHO, noted=1),
        Choice(name="level", label="Level", group=_WHO, options=LEVELS, noted=1),
        Choice(name="kit", label="Equipment", group=_WHO, options=list(KITS.items()), noted=1),
        Choice(
            name="units",
            label="Weights in",
            group=_WHO,
            options=[("kg", "kg"), ("lb", "lb")],
            noted=0,
        ),
        Several(
            name="strength_days", label="Days for strength", group=_WHEN, options=_DAYS, noted=1
        ),
        Tick(name="keep_days", label=KEEP, group=_WHEN),
        Several(name="run_days", label="Days of running", group=_WHEN, options=_DAYS, noted=1),
        Several(name="hard_run_days", label="Hard runs on", group=_WHEN, options=_DAYS, noted=1),
        Entry(
            name="away",
            label="Away (dates)",
            group=_WHEN,
            hint="8 to 14 February 2027",
            noted=1,
        ),
        Several(
            name="items", label="Also at hand", group=_KNOWN, options=items(), wide=True, noted=0
        ),
        Entry(
            name="maxima",
            label="Lifted just once (1RM)",
            group=_KNOWN,
            hint="goblet squat 40, hip thrust 90",
            wide=True,
            noted=2,
        ),
    )

    def _shown(self) -> dict[str, Any]:
        runner = self.value.runner
        kits = [word for word in runner.equipment if word in KITS]
        return {
            "name": runner.name,
            "level": str(runner.level),
            "kit": max(kits, key=list(KITS).index, default="none"),
            "items": [word for word in runner.equipment if word not in KITS],
            "units": runner.units,
            "strength_days": list(runner.strength_days),
            "keep_days": runner.keep_days,
            "run_days": list(runner.run_days),
            "hard_run_days": list(runner.hard_run_days),
            "away": ", ".join(str(a) if a == b else f"{a} to {b}" for a, b in runner.away),
            "maxima": ", ".join(
                f"{_called(self.value, name)} {_number(runner, kg):g}"
                for name, kg in runner.one_rm_kg
            ),
        }

    def _move(self, name: str, value: Any) -> None:
        plan: Plan = self.value
        runner = plan.runner
        changes: dict[str, Any] = {name: value}
        if name == "level":
            changes = {"level": int(value)}
        elif name == "kit":
            own = [word for word in runner.equipment if word not in KITS]
            changes = {"equipment": [value, *own]}
        elif name == "items":
            changes = {"equipment": [self._shown()["kit"], *value]}
        elif name == "run_days":
            # a day that is no day of running is no day of a hard run
            changes["hard_run_days"] = [day for day in runner.hard_run_days if day in value]
        elif name == "maxima":
            changes = {"one_rm_kg": _maxima(value, plan)}
        changed = runner.replace(**changes)
        if changed != runner:
            self.value = plan.replace(runner=changed)


def _number(runner: Runner, kg: float) -> float:
    """Return a weight in the runner's units, as it was typed."""
    return round(kg if runner.units == "kg" else kg / KG_PER_LB, 1)


def _maxima(text: str, plan: Plan) -> dict[str, float]:
    """Return exercise → kg from a text such as "goblet squat 40, hip thrust 90"."""
    unit = plan.runner.units
    found = {}
    for part in filter(None, (part.strip() for part in re.split(r"[,;\n]", text))):
        split = re.fullmatch(r"(.*\D)\s*[ :=]\s*(\d+(?:\.\d+)?)\s*(?:kg|lb)?", part)
        if not split:
            raise PlanError(
                f'"{part}": write an exercise and its weight in {unit}, "hip thrust 90".'
            )
        number = float(split[2])
        kg = number if unit == "kg" else number * KG_PER_LB
        found[plan.exercise(split[1].strip(" :=")).id] = kg
    return found


def _called(plan: Plan, name: str) -> str:
    """Return an exercise's name; where the library does not know it, as it was given."""
    try:
        return plan.exercise(name).name
    except PlanError:
        return name
