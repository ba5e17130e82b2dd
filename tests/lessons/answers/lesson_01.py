"""Lesson 01: task → (a wrong answer, words of its feedback, a right answer)."""

from runplan.widgets import BodyMap

TOOLS = {"01.level": BodyMap}
ANSWERS = {
    "01.core": (
        ["lumbar multifidus", "psoas major"],
        "pulls the thigh forward in early swing",
        ["transversus abdominis", "external oblique", "lumbar multifidus", "erector spinae"],
    ),
    "01.widest": (["trapezius"], "another name", ["latissimus dorsi"]),
    "01.level": (
        {"muscle": "gluteus_maximus"},
        "You picked the gluteus maximus",
        {"muscle": "gluteus_medius"},
    ),
    "01.trains": (
        ["standing calf raise"],
        "its prime movers: gastrocnemius",
        ["wall tibialis raise", "banded ankle dorsiflexion"],
    ),
}
