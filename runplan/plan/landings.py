"""A season as a runner's level takes it: no more landings a session than are advised.

The season itself knows no level. Where a phase asks for more, its range is made smaller in
proportion, so that landings still rise and fall with the year (U).
"""

from collections.abc import Iterator

from runplan.reasons import Reason
from runplan.season import Phase, Season
from runplan.season.wording import TITLES
from runplan.supersets.rules import contacts_most


def held(season: Season, level: int) -> Season:
    """Return the season with landings held to the level's; itself where they are.

    >>> held(Season(start_date="2026-11-30"), 1).phase("transition_spring").contacts
    (30, 60)
    """
    phases = [_held(phase, level) for phase in season.phases]
    return season if phases == list(season.phases) else season.replace(phases=phases)


def said(season: Season, level: int) -> Iterator[Reason]:
    """Say which phases are held to the level's landings."""
    most = contacts_most(level)
    for phase in season.phases:
        if phase.contacts[1] > most:
            text = (
                f"{TITLES[phase.name].capitalize()} allows up to {phase.contacts[1]} landings a "
                f"session; level {level} is held to {most}."
            )
            yield Reason("contacts", "pass", text, "haff2016")


def _held(phase: Phase, level: int) -> Phase:
    (low, high), most = phase.contacts, contacts_most(level)
    return phase if high <= most else phase.replace(contacts=(round(low * most / high), most))
