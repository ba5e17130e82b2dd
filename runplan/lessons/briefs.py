"""The three briefs of lesson 9; the runners, their days and dates are our choice (U)."""

from runplan.errors import unknown
from runplan.lessons import rubric
from runplan.lessons.rubric import Brief

BRIEFS = (
    Brief(
        "first",
        "Ida's first 10 km",
        "Ida began to run in spring. She trains at home and owns nothing but a wall and a mat. "
        "Strength fits on Tuesday and Friday; she runs on Monday, Wednesday and Sunday, always "
        "easily. Her first race over 10 km is on 29 August 2027, and she begins on "
        "30 November 2026. From 5 to 11 April 2027 she is on holiday.",
        [
            rubric.races("2027-08-29"),
            rubric.equipment("none", "a wall and a mat"),
            rubric.level(1, "a beginner"),
            rubric.days("tue", "fri"),
            rubric.runs("mon", "wed", "sun"),
            rubric.away("2027-04-05", "2027-04-11"),
            rubric.landings(),
            rubric.easier_weeks(),
            rubric.taper(),
            rubric.enough("soleus", "Swap in a calf raise with a bent knee."),
        ],
    ),
    Brief(
        "south",
        "Tane's spring marathon",
        "Tane has run and lifted for years, in a gym, south of the equator. His marathon is on "
        "10 October 2027, in spring. Strength fits on Monday and Friday; he runs on Tuesday, "
        "Wednesday, Thursday, Saturday and Sunday, hard on Wednesday and Sunday. He has read "
        "that weights should be light in the months of racing.",
        [
            rubric.races("2027-10-10"),
            rubric.hemisphere("south"),
            rubric.equipment("gym", "a gym"),
            rubric.level(3, "an advanced runner"),
            rubric.days("mon", "fri"),
            rubric.runs("tue", "wed", "thu", "sat", "sun", hard=("wed", "sun")),
            rubric.eve_of_hard_runs(),
            rubric.heavy_kept(),
            rubric.easier_weeks(),
            rubric.taper(),
        ],
    ),
    Brief(
        "mountain",
        "Reto's two mountains",
        "Reto runs in the mountains and has two A races, on 11 July and on 12 September 2027; "
        "he begins on 30 November 2026. He has trained strength for two winters, at home, with "
        "bands and dumbbells. Strength fits on Monday and Thursday; he runs on Tuesday, "
        "Wednesday, Saturday and Sunday, hard on Wednesday and Saturday. From 2 to 8 August he "
        "is with his family. Downhill his thighs burn.",
        [
            rubric.races("2027-07-11", "2027-09-12"),
            rubric.equipment("home", "bands and dumbbells at home"),
            rubric.level(2, "a runner with some experience of strength"),
            rubric.days("mon", "thu"),
            rubric.runs("tue", "wed", "sat", "sun", hard=("wed", "sat")),
            rubric.away("2027-08-02", "2027-08-08"),
            rubric.eve_of_hard_runs(),
            rubric.heavy_kept(),
            rubric.easier_weeks(),
            rubric.taper(),
            rubric.enough("vastus_lateralis", "Downhill the knee absorbs more; train it."),
        ],
    ),
)


def brief(name: str) -> Brief:
    """Return a brief by name.

    Raises
    ------
    PlanError
        No such brief, with those there are.

    Examples
    --------
    >>> brief("first").title
    "Ida's first 10 km"
    """
    known = {one.id: one for one in BRIEFS}
    if name not in known:
        raise unknown("brief", name, known)
    return known[name]
