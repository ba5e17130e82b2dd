"""The learner's record in words, objective by objective."""

from pathlib import Path

from runplan.errors import PlanError
from runplan.lessons import editions, lesson_tasks, objectives, quiz_items, record
from runplan.lessons.classroom import collected, overview
from runplan.lessons.record import Answer, Record
from runplan.lessons.tasks import Guess
from runplan.season.wording import count
from runplan.words import listed


def progress(folder: str | Path) -> str:
    """Say what was answered in a workspace, and what is kept for the runner.

    A file is one record that a student has sent; a folder of such files, or of workspaces, is a
    class.

    Raises
    ------
    PlanError
        Nothing of this kind is there.
    """
    folder = Path(folder).expanduser()
    if folder.is_file():
        return _told(record.load(folder), [])
    if not (folder / record.SHIPPED).exists():
        sent = collected(folder)
        if not sent:
            raise PlanError(
                f"No course was started in {folder.resolve()}, and no learner's record lies in "
                "it. Name the folder that holds your lessons, as in: runplan progress my-course"
            )
        return overview(folder, sent)
    said: list[str] = []
    held = record.read(folder, said.append)
    aside = [path.name for path in sorted((folder / record.FOLDER).glob("record (damaged*"))]
    if aside and not said:
        said.append(f"Set aside earlier because it was damaged: {', '.join(aside)}.")
    return _told(held, said)


def hand_over(folder: str | Path, file: str | Path) -> Path:
    """Copy a workspace's record to a file that is found easily; nothing is overwritten.

    Raises
    ------
    PlanError
        The folder holds no record, or the file is there already.
    """
    kept = Path(folder).expanduser() / record.FILE
    if not kept.exists():
        raise PlanError(
            f"Nothing was answered in {Path(folder).resolve()} yet, so there is no record."
        )
    held = record.load(kept)
    file = Path(file).expanduser()
    if file.exists():
        raise PlanError(f"{file} is there already. Give another name.")
    record.write(held, file)
    return file


def _told(held: Record, said: list[str]) -> str:
    told = [_lesson(path, held) for path in editions.lessons()]
    return "\n\n".join([*said, *told, _kept(held)])


def _lesson(path: Path, held: Record) -> str:
    number = path.name[:2]
    head = f"Lesson {int(number)}, {editions.title(path)}"
    mine = {name: answer for name, answer in held.answers.items() if name.startswith(number + ".")}
    if not mine:
        return f"{head}: not begun"
    lines = [
        f"  {place}. {objective}: {_objective(number, place, mine)}"
        for place, objective in enumerate(objectives(number), 1)
    ]
    return "\n".join([head, *lines, *_quizzes(number, mine)])


def _objective(number: str, place: int, mine: dict[str, Answer]) -> str:
    """Say how far one objective is: by its tasks; where it has none, by the quiz."""
    tasks = [task for task in lesson_tasks(number).values() if not isinstance(task, Guess)]
    asked = {
        f"task {nth}": mine.get(task.id, Answer())
        for nth, task in enumerate(tasks, 1)
        if task.objective == place
    } or {_question(name): mine[name] for name in mine if _of_quiz(number, name) == place}
    tried = [answer for answer in asked.values() if answer.tries]
    if not tried:
        return "open"
    judged = sum(answer.tries for answer in tried)
    tries = "1 try" if judged == 1 else f"{judged} tries"
    hints = sum(answer.hints for answer in tried)
    how = f"{tries}, {count(hints, 'hint')}" if hints else tries
    solved = sum(answer.solved for answer in asked.values())
    if solved == len(asked):
        return f"done ({how})"
    if solved:
        missing = listed([name for name, answer in asked.items() if not answer.solved])
        return f"{solved} of {len(asked)} done ({how}); still missing: {missing}"
    return f"not right yet ({how})"


def _question(name: str) -> str:
    """Say which question of which paper it is."""
    item, _, seed = name.partition("@")
    return f"question {item.rpartition('quiz')[2]} of quiz paper {seed}"


def _of_quiz(number: str, name: str) -> int:
    """Return the objective of a quiz's question, or 0 for what is none."""
    item, _, seed = name.partition("@")
    if not seed.isdecimal():
        return 0
    objective = {one.id: one.objective for one in quiz_items(number, int(seed))}
    return objective.get(item, 0)


def _quizzes(number: str, mine: dict[str, Answer]) -> list[str]:
    papers = {name.partition("@")[2] for name in mine}
    seeds = sorted(int(paper) for paper in papers if paper.isdecimal())
    lines = []
    for seed in seeds:
        asked = [mine.get(f"{item.id}@{seed}", Answer()) for item in quiz_items(number, seed)]
        solved = sum(answer.solved for answer in asked)
        first = sum(answer.solved and answer.tries == 1 for answer in asked)
        lines.append(
            f"  Quiz, paper {seed}: {solved} of {len(asked)} right, {first} at the first try"
        )
    return lines


def _kept(held: Record) -> str:
    if not held.runners:
        return "The runner: nothing is kept yet. Choose one in lesson 0."
    lines = []
    for name, layers in held.runners.items():
        made = [layer for layer in layers if layer != "case"]
        here = " (goes through the course)" if name == held.runner else ""
        lines.append(f"{name}{here}: {f'kept {listed(made)}' if made else 'nothing kept yet'}")
    return "\n".join(lines)
