"""How fast the model is, against its bars: ratios from one run, never a test.

    python bench/model.py

Each number is the best of several runs, so that what else the computer does counts least.
"""

import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from time import perf_counter

RUNS = 7
TIMED = "from time import perf_counter as now; start = now(); {code}; print((now() - start) * 1000)"
MODEL_CALL = "import runplan; runplan.Season('2027-09-05', start_date='2026-11-30').weeks()"


def fresh_ms(code: str) -> float:
    """Milliseconds that code takes in a fresh interpreter."""
    command = [sys.executable, "-c", TIMED.format(code=code)]
    return min(
        float(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
        for _ in range(RUNS)
    )


def here_ms(calls: list[Callable[[], object]]) -> float:
    """Milliseconds of the fastest of some calls; each does the same work anew."""
    times = []
    for call in calls:
        start = perf_counter()
        call()
        times.append((perf_counter() - start) * 1000)
    return min(times)


def row(what: str, measured: str, bar: str) -> None:
    print(f"{what:<58} {measured:>16}   {bar}")


def main() -> None:
    from runplan import Plan, Runner, Season
    from runplan.plan.rotation import rotation
    from runplan.supersets.choosing import _chosen

    row("what", "measured", "bar")
    row("import runplan", f"{fresh_ms('import runplan'):.1f} ms", "≤ 20 ms")
    ratio = fresh_ms(MODEL_CALL) / fresh_ms("import pandas, numpy")
    row("first model call ÷ importing pandas and numpy", f"{ratio:.2f}", "≤ 1.4")

    starts = [date(2026, 11, 30) + timedelta(weeks=n) for n in range(4 * RUNS)]
    seasons = [Season(start + timedelta(weeks=39), start_date=start) for start in starts]
    row("Season.weeks()", f"{here_ms([s.weeks for s in seasons]):.2f} ms", "≤ 2 ms")

    def year(equipment: str, season: Season, *, anew: bool) -> Callable[[], object]:
        runner = Runner("Ada", 2, equipment, ["mon", "wed", "fri"], ["tue", "sat"], "sat")

        def call() -> object:
            if anew:
                rotation.cache_clear()
                _chosen.cache_clear()
            return Plan(runner, season).sessions()

        return call

    year("none", seasons[0], anew=True)()  # imports the solver
    for equipment in ("none", "home", "gym"):
        ms = here_ms([year(equipment, season, anew=True) for season in seasons[:RUNS]])
        row(f"a whole dated plan, sessions solved anew ({equipment})", f"{ms:.0f} ms", "≤ 300 ms")
    ms = here_ms([year("gym", season, anew=False) for season in seasons])
    row("the same runner's plan after another race or day", f"{ms:.0f} ms", "≤ 300 ms")


if __name__ == "__main__":
    main()
