"""A class's records beside each other: who has done what, and where they are stuck."""

from collections.abc import Iterable
from pathlib import Path

from runplan.errors import PlanError
from runplan.lessons import editions, lesson_tasks, objectives, record
from runplan.lessons.record import Answer, Record
from runplan.lessons.tasks import Guess, Task
from runplan.season.wording import count
from runplan.words import listed

_STUCK = 8  # questions that are named


def collected(folder: Path) -> dict[str, Path]:
    """Return a class's records by the learners' names.

    A record is a file anna.json, or it lies in a folder of that name: by itself, or where a
    course has it. A course in which nothing was answered yet has none, and belongs to it too.
    """
    found = {path.stem: path for path in sorted(folder.glob("*.json"))}
    for ending in (record.FILE.name, str(record.FILE)):
        places = sorted(folder.glob(f"*/{ending}"))
        found |= {path.relative_to(folder).parts[0]: path for path in places}
    started = (path.parents[1] for path in sorted(folder.glob(f"*/{record.SHIPPED}")))
    return found | {course.name: course / record.FILE for course in started}


def overview(folder: Path, sent: dict[str, Path]) -> str:
    """Return a row a learner, with the tasks solved in each lesson, and where many are stuck.

    Parameters
    ----------
    folder
        Of the class, to be named.
    sent
        Name → file, as of `collected`. One that cannot be read is said, and stays as it is.
    """
    held, said = {}, []
    for name, path in sent.items():
        try:
            held[name] = record.load(path) if path.exists() else Record()
        except PlanError as wrong:
            said.append(f"{name}: {wrong}")
    parts = [f"{count(len(held), 'learner')} in {folder}. Tasks solved, of those in a lesson:"]
    parts += [_table(held), *said, *_stuck(held)]
    one = next(iter(sent.values()))
    return "\n\n".join([*parts, f'More of one learner: runplan progress "{one}"'])


def _work(lesson: str) -> list[Task]:
    return [task for task in lesson_tasks(lesson).values() if not isinstance(task, Guess)]


def _numbers() -> list[str]:
    return [path.name[:2] for path in editions.lessons()]


def _table(held: dict[str, Record]) -> str:
    wide = max(map(len, ["lesson", *held]))
    lines = [f"{'lesson':<{wide}}" + "".join(f"{int(lesson):>6}" for lesson in _numbers())]
    lines += [f"{name:<{wide}}" + _row(one) for name, one in held.items()]
    return "\n".join(lines)


def _row(one: Record) -> str:
    return "".join(f"{_share(one, lesson):>6}" for lesson in _numbers())


def _share(one: Record, lesson: str) -> str:
    if not any(name.startswith(f"{lesson}.") for name in one.answers):
        return "–"
    tasks = _work(lesson)
    return f"{sum(_of(one, task).solved for task in tasks)}/{len(tasks)}"


def _of(one: Record, task: Task) -> Answer:
    return one.answers.get(task.id, Answer())


def _tries(number: int) -> str:
    return "1 try" if number == 1 else f"{number} tries"


def _stuck(held: dict[str, Record]) -> Iterable[str]:
    """Yield where learners tried and are not right yet: first where most of them are."""
    found = []
    for lesson in _numbers():
        for number, task in enumerate(_work(lesson), 1):
            tries = {name: _of(one, task) for name, one in held.items()}
            stuck = {name: a.tries for name, a in tries.items() if a.tries and not a.solved}
            if stuck:
                aim = objectives(lesson)[task.objective - 1]
                who = listed([f"{name} ({_tries(n)})" for name, n in stuck.items()])
                found.append((len(stuck), f"  lesson {int(lesson)}, task {number}, {aim}: {who}"))
    found.sort(key=lambda pair: -pair[0])
    if found:
        yield "\n".join(["Tried, and not right yet:", *(line for _, line in found[:_STUCK])])
