"""What a trainer opens again: a log and an own library, their good part kept, every fault told."""

from pathlib import Path

import pandas as pd
import pytest

from runplan import Plan, PlanError, Runner, Season, export, load_exercises
from runplan.plan.alternatives import alternatives, session_of
from runplan.plan.log import read_log
from runplan.plan.own import read_own


@pytest.fixture(scope="module")
def plan() -> Plan:
    ada = Runner("Ada", 2, "gym", ["mon", "wed"], ["tue", "sat"], "sat")
    return Plan(ada, Season("2027-09-05", start_date="2026-11-30"))


# — the log ——————————————————————————————————————————————————————————————————————————————————


def test_the_plan_s_own_table_is_a_log_of_a_perfect_year(plan: Plan, tmp_path: Path) -> None:
    log = read_log(export(plan, tmp_path / "plan.csv"), plan)
    assert log.faults == ()
    weeks = log.weeks()
    assert weeks.done_sets.tolist() == weeks.planned_sets.tolist()
    assert weeks.done_sessions.tolist() == weeks.planned_sessions.tolist()
    assert weeks.planned_sessions.sum() == len(plan.sessions())
    assert log.muscles().behind.max() == 0
    assert log.describe().endswith("no muscle is behind.")


def test_what_was_not_done_is_behind_by_week_and_muscle(plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text(
        "Exercise,Sets,Date,what I felt\n"
        "single-leg calf raise,3,2026-11-30,fine\n"
        "push_up,2,2026-12-09,\n"
        ",,,\n"
        "goblet squat,,2026-12-09,left out\n"
    )
    log = read_log(path, plan)
    assert log.faults == ()
    assert log.weeks().done_sets.tolist() == [3, 2]
    assert log.weeks().done_sessions.tolist() == [1, 1]
    first = log.muscles(1).set_index("muscle")
    assert first.done["soleus"] == first.done["gastrocnemius"] == 3
    assert first.done["deltoid"] == 0
    both = log.muscles().set_index("muscle")
    assert both.planned["soleus"] > first.planned["soleus"]
    assert (both.behind == (both.planned - both.done).clip(lower=0)).all()
    assert "5 of" in log.describe()


def test_every_fault_of_a_log_is_told_with_row_and_column(plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text(
        "date,exercise,sets\n"
        "2026-12-01,push-up,3\n"
        "12/1/2026,push-up,many\n"
        '2026-12-01,"=1+1, <b>",-1\n'
        "2030-01-01,,3\n"
        "2026-12-02,pushup,2.5\n"
    )
    log = read_log(path, plan)
    assert [(one.exercise.id, one.sets) for one in log.done] == [("push_up", 3), ("push_up", 2.5)]
    told = "\n".join(log.faults)
    for words in (
        'row 3, column "date": "12/1/2026" is no date',
        'row 3, column "sets": "many" is no number',
        'row 4, column "exercise": No exercise',
        'row 4, column "sets": "-1"',
        'row 5, column "date": 2030-01-01 is outside the plan',
        'row 5, column "exercise": blank',
    ):
        assert words in told
    assert len(log.faults) == 6


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "no column date, exercise and sets"),
        ("date;exercise\n", "no column sets"),
        ("date,exercise\n2026-12-01,push-up\n", "no column sets"),
        ("date,exercise,sets\n\xff", "not UTF-8"),
    ],
)
def test_what_is_no_log_is_refused(plan: Plan, written: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(written.encode("latin-1"))
    with pytest.raises(PlanError, match=said):
        read_log(path, plan)


def test_a_date_may_be_written_as_elsewhere(plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("date,exercise,sets\n1 December 2026,push-up,3\n1.12.2026,plank,3\n")
    log = read_log(path, plan)
    path.write_text(path.read_text().replace(",", ";"))  # as some spreadsheets write a CSV
    assert read_log(path, plan).done == log.done
    assert log.faults == ()
    assert {str(one.date) for one in log.done} == {"2026-12-01"}


def test_more_than_was_planned_is_no_part_of_it(plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    days = "".join(f"2026-12-0{day},push-up,9\n" for day in (1, 2, 3, 4))
    path.write_text(f"date,exercise,sets\n{days}")
    log = read_log(path, plan)
    assert log.describe().startswith("Week 1: 4 sessions (")
    assert "planned) and 36 " in log.describe()


def test_an_empty_log(plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("date,exercise,sets\n")
    log = read_log(path, plan)
    assert log.describe() == "Nothing logged yet."
    assert log.weeks().empty
    assert log.muscles(1).done.sum() == 0


# — an own library ———————————————————————————————————————————————————————————————————————————


def library(folder: Path, **changes: tuple[int, str]) -> Path:
    """Write six rows of ours under other ids, with some cells changed."""
    table = load_exercises().head(6).assign(easier=None, harder=None)
    table["id"] = [f"own_{number}" for number in range(6)]
    table["name"] = [f"own exercise {number}" for number in range(6)]
    table = table.map(lambda cell: ";".join(cell) if isinstance(cell, tuple) else cell)
    table = table.astype("object")
    for column, (row, value) in changes.items():
        table.loc[row, column] = value
    path = folder / "own.csv"
    table.to_csv(path, index=False)
    return path


def test_a_good_library_is_read_whole_and_stands_beside_ours(tmp_path: Path) -> None:
    own = read_own(library(tmp_path))
    assert own.faults == ()
    assert own.library is not None
    assert len(own.library) == 6
    both = own.beside_ours()
    assert both is not None
    assert len(both) == len(load_exercises()) + 6


def test_good_rows_stay_and_bad_ones_are_told(tmp_path: Path) -> None:
    path = library(
        tmp_path, level=(1, "9"), primary=(3, "soleas"), harder=(4, "own_1"), easier=(5, "own_4")
    )
    before = path.read_bytes()
    own = read_own(path)
    assert own.library is not None
    assert own.library.id.tolist() == ["own_0", "own_2", "own_4", "own_5"]
    # the rung that leads to a bad row is gone, the other one stays
    assert own.library.harder.isna().tolist()[2]
    assert own.library.easier.tolist()[3] == "own_4"
    told = "\n".join(own.faults)
    assert 'own.csv, row 3, column "level": "9" is not allowed' in told
    assert 'own.csv, row 5, column "primary": "soleas" is not known. Did you mean soleus' in told
    assert str(tmp_path) not in told
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "written",
    ["", "hello\n", "id,name\nx,y\n", f"{','.join(load_exercises())}\n", 'id,name\n"x,y\n'],
)
def test_what_is_no_library_leaves_nothing(written: str, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(written)
    own = read_own(path)
    assert own.library is None
    assert own.faults
    assert own.beside_ours() is None


# — what may be swapped ——————————————————————————————————————————————————————————————————————


def test_alternatives_are_at_hand_within_the_level_and_new(plan: Plan) -> None:
    session = session_of(plan, 1, 1)
    assert session is not None
    here = {work.exercise.id for work in session.work}
    for old in here:
        found = alternatives(plan, 1, 1, old)
        assert found
        assert here.isdisjoint(one.id for one in found)
        assert max(one.level for one in found) <= plan.runner.level
    assert session_of(plan, 1, 7) is None
    with pytest.raises(PlanError, match="no session 7"):
        alternatives(plan, 1, 7, "push_up")
    with pytest.raises(PlanError, match="has no bench_press"):
        alternatives(plan, 1, 1, "bench_press")


def test_a_swap_with_the_first_alternative_fits(plan: Plan) -> None:
    from runplan import Swap

    session = session_of(plan, 3, 1)
    assert session is not None
    for work in session.work:
        new = alternatives(plan, 3, 1, work.exercise.id)[0]
        edited = plan.replace(changes=[Swap(3, 1, work.exercise.id, new.id)])
        assert edited.unfitting() == []
        assert isinstance(edited.entries(), pd.DataFrame)
