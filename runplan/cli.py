"""The `runplan` command."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from shutil import which
from typing import Annotated
from urllib.parse import quote
from zlib import crc32

import typer

import runplan
from runplan.errors import PlanError

app = typer.Typer(
    help="Strength training for runners: lessons one can play with. Not medical advice.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Folder = Annotated[Path, typer.Argument(help="Your own folder for the lessons.", metavar="FOLDER")]


def _lesson(text: str) -> int:
    """Read a lesson's number, and look whether there is one."""
    from runplan.lessons import editions

    if not text.isdecimal():
        raise typer.BadParameter(f'"{text}" is not a number. Give one, such as 5.')
    try:
        editions.lesson(int(text))
    except PlanError as missing:
        raise typer.BadParameter(str(missing)) from missing
    return int(text)


Lesson = Annotated[
    int, typer.Argument(help="Number of the lesson, such as 5.", parser=_lesson, metavar="LESSON")
]
Instructor = Annotated[
    bool, typer.Option("--instructor", help="Everything: with solutions and speaker notes.")
]


def _called() -> str:
    """Return the command as it can be typed here: in a clone it is not on the path."""
    return "runplan" if which("runplan") else sys.argv[0]


@app.callback(invoke_without_command=True)
def main(
    *,
    version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False,
) -> None:
    """Hold the options of the command itself."""
    if version:
        typer.echo(f"runplan {runplan.__version__}")
        raise typer.Exit


@app.command()
def start(folder: Folder, *, instructor: Instructor = False) -> None:
    """Copy the lessons into a folder of your own. Nothing there is overwritten."""
    from runplan.lessons import editions

    for delivery in editions.start(folder, instructor=instructor):
        typer.echo(f"  {delivery}")
    typer.echo(f"Your lessons are in {folder.resolve()}.")
    if "MAKELEVEL" not in os.environ:  # make opens them itself
        typer.echo(f'Open them with: {_called()} lab "{folder}"')


@app.command()
def quiz(
    lesson: Lesson,
    *,
    seed: Annotated[
        int, typer.Option(min=0, help="Number of the paper; each seed is another.")
    ] = 1,
    with_key: Annotated[bool, typer.Option("--key", help="The right answers instead.")] = False,
    pages: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Write paper and key there, as pages to print."),
    ] = None,
) -> None:
    """Print a lesson's quiz to hand out: the questions that its `seed=` shows on the screen."""
    from runplan.lessons.paper import key, paper, write

    if pages:
        for file in write(f"{lesson:02}", seed, pages.expanduser()):
            typer.echo(f"Open it in a browser and print it: {file.resolve()}")
    else:
        typer.echo((key if with_key else paper)(f"{lesson:02}", seed))


@app.command()
def progress(
    folder: Annotated[
        Path,
        typer.Argument(
            help="A folder of lessons, one record, or a folder with a class's.", metavar="FOLDER"
        ),
    ] = Path(),
    *,
    send: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Copy the record there, to send it.")
    ] = None,
) -> None:
    """Say what was answered and kept, objective by objective; of a class, a row a learner."""
    from runplan.lessons.progress import hand_over, progress

    if send:
        typer.echo(f"Send this file: {hand_over(folder, send).resolve()}")
    else:
        typer.echo(progress(folder))


@app.command()
def lab(folder: Folder = Path()) -> None:
    """Open the lessons of a folder in JupyterLab, the first one in front."""
    from jupyter_server.serverapp import list_running_servers

    from runplan.lessons import editions

    found = [path for lesson in editions.lessons() if (path := folder / lesson.name).exists()]
    if not found:
        raise PlanError(
            f"There are no lessons in {folder.resolve()}. Copy them into a folder of their own "
            "and open that one: runplan start my-course, then runplan lab my-course"
        )
    home = folder.resolve()
    open_at = [s["url"] for s in list_running_servers() if Path(s["root_dir"]).resolve() == home]
    if open_at:
        typer.echo(f"These lessons are open already at {open_at[0]}")
        typer.echo("This opens them once more. Change a lesson in one of the two only.")
    else:
        editions.rest(folder)
    typer.echo("Opening the lessons in JupyterLab. Leave this window open while you work.")
    typer.echo("If no browser opens, copy the line that begins with http://localhost into one.")
    typer.echo("To end: press Ctrl+C here.")
    raise typer.Exit(_until_ended(_jupyterlab(found[0])))


@app.command()
def present(
    lesson: Lesson,
    *,
    slide: Annotated[int, typer.Option(min=1, help="Where to begin.")] = 1,
) -> None:
    """Show a lesson as slides with live controls; press ? there for the keys."""
    from runplan.lessons import slides

    typer.echo("Starting the slides; it takes as long as running the lesson once.")

    def ready(address: str) -> None:
        typer.echo(f"The slides are at {address}")
        typer.echo("Leave this window open while you present. To end: press Ctrl+C here.")

    raise typer.Exit(slides.present(lesson, ready, slide))


@app.command()
def planner(
    folder: Annotated[
        Path, typer.Argument(help="Where your plans are kept.", metavar="FOLDER")
    ] = Path("plans"),
) -> None:
    """Build a dated year without code, and take it home; on this computer only."""
    from runplan.planner import serve_planner

    typer.echo(f"Your plans are kept in {folder.expanduser().resolve()}, and nowhere else.")

    def ready(address: str) -> None:
        typer.echo(f"The planner is at {address}")
        typer.echo("Leave this window open while you plan. To end: press Ctrl+C here.")

    def again(address: str) -> None:
        typer.echo(f"A planner for this folder is open already, at {address}")
        typer.echo("It is shown once more. To start anew, first end it: Ctrl+C in its window.")

    raise typer.Exit(serve_planner(folder, ready, again))


@app.command()
def doctor(folder: Folder = Path()) -> None:
    """Look whether everything that lessons need is there, and say what to do if not.

    The exit code is 1 if something is wrong.
    """
    from runplan.doctor import examine

    faults = 0
    for finding in examine(folder):
        typer.echo(str(finding))
        faults += finding.level == "fault"
    typer.echo(
        "All is well."
        if not faults
        else f"{faults} {'thing is' if faults == 1 else 'things are'} wrong."
    )
    raise typer.Exit(int(faults > 0))


@app.command()
def site(
    folder: Annotated[Path, typer.Argument(help="Where the pages go.", metavar="FOLDER")],
) -> None:
    """Write the lessons as pages that open in any browser, without a server."""
    from runplan.lessons.site import build

    typer.echo(f"Open {build(folder).resolve()} in a browser.")


def _tabs(folder: Path) -> str:
    """Return a name for what is open of a folder; JupyterLab's own is one for all folders."""
    return f"runplan-{crc32(str(folder.resolve()).encode()):08x}"


def _jupyterlab(lesson: Path) -> list[str]:
    command = [
        *(sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={lesson.parent.resolve()}"),
        # the printed address leads to the lesson, not just to the program
        f"--LabApp.default_url=/lab/workspaces/{_tabs(lesson.parent)}/tree/{quote(lesson.name)}",
        "--LabApp.extension_manager=readonly",  # the other one asks the network
        # it reads old settings, each deprecated one too, and Python warns of those in the terminal
        "--ServerApp.jpserver_extensions=notebook_shim=False",
        "--ServerApp.answer_yes=True",  # or Ctrl+C asks a question first
        "--Application.log_level=ERROR",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    if sys.platform == "linux" and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        command.append("--no-browser")
    return command


_PATIENCE_S = 15  # that JupyterLab has to end its kernels


def _until_ended(command: list[str]) -> int:
    """Run JupyterLab until it is ended here or there, its kernels too; return the exit code."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with subprocess.Popen(command) as running:
        try:
            return running.wait()
        except KeyboardInterrupt:
            running.terminate()
            try:
                running.wait(_PATIENCE_S)
            except subprocess.TimeoutExpired:
                running.kill()  # its kernels see that it is gone, and end too
            return 0


def run() -> None:
    """Run the command; bad input ends with its message, not with a traceback."""
    try:
        app()
    except PlanError as wrong:
        typer.echo(str(wrong), err=True)
        sys.exit(2)


if __name__ == "__main__":
    run()
