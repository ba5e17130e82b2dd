"""The three briefs of lesson 9; the runners, their days and dates are our choice (U)."""

from runplan.errors import unknown
from runplan.lessons import criteria
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
            criteria.races("2027-08-29"),
            criteria.equipment("none", "a wall and a mat"),
            criteria.level(1, "a beginner"),
            criteria.days("tue", "fri"),
            criteria.runs("mon", "wed", "sun"),
            criteria.away("2027-04-05", "2027-04-11"),
            criteria.easier_weeks(),
            criteria.taper(),
            criteria.enough("soleus", "Swap in a calf raise with a bent knee."),
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
            criteria.races("2027-10-10"),
            criteria.hemisphere("south"),
            criteria.equipment("gym", "a gym"),
            criteria.level(3, "an advanced runner"),
            criteria.days("mon", "fri"),
            criteria.runs("tue", "wed", "thu", "sat", "sun", hard=("wed", "sun")),
            criteria.eve_of_hard_runs(),
            criteria.heavy_kept(),
            criteria.easier_weeks(),
            criteria.taper(),
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
            criteria.races("2027-07-11", "2027-09-12"),
            criteria.equipment("home", "bands and dumbbells at home"),
            criteria.level(2, "a runner with some experience of strength"),
            criteria.days("mon", "thu"),
            criteria.runs("tue", "wed", "sat", "sun", hard=("wed", "sat")),
            criteria.away("2027-08-02", "2027-08-08"),
            criteria.eve_of_hard_runs(),
            criteria.heavy_kept(),
            criteria.easier_weeks(),
            criteria.taper(),
            criteria.enough("vastus_lateralis", "Downhill the knee absorbs more; train it."),
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
