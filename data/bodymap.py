"""Draw data/bodymap.svg: one person from the front and from the back, with 35 muscles.

Run `python data/bodymap.py`. It needs nothing but Python; the same points give the same file.

The points stand in bodymap.txt. Only half a body is written down: x is the distance from the
midline, y runs down the page, and every shape is mirrored. What lies deep is drawn once, on the
person's right, so that the other side stays clear (a negative x is beyond the midline: the
transversus lies on the left, apart from the internal oblique); the sole is of the right foot.

Smooth curves (Catmull-Rom) run through the points; those of the outline and of [borders] are
what lies between muscles. A muscle is a ring of borders: "a -b out:hip>knee" walks border a, then
border b backwards, then the outline from its point `hip` to its point `knee`. Neighbours walk the
same border, so they fit. Each ring is then drawn in by half a gap and its corners are rounded, so
that all gaps and all corners are alike. "o:a" is the closed curve through the points of a; "|"
before a line from midline to midline makes one shape of it and its mirror image. These two are
not drawn in. Open lines among the items are fibres, drawn into the shape: "~a".
"""

from itertools import accumulate, combinations, pairwise
from math import atan2, ceil, cos, hypot, pi, radians, sin, sqrt
from pathlib import Path

LEFT, WIDTH, HEIGHT = -26, 1832, 1180
CENTRE = {"front": 560, "back": 1220, "sole": 742}
GAP, ROUND = 4.0, 2.4
# the columns of names: where their lines start, and between which heights they are spread
COLUMNS = {"left": (294, 100, 1130), "middle": (828, 478, 1008), "right": (1486, 150, 1080)}
WRIST, HAND_TURN = (203, 602), 7

STYLE = """
  #silhouette path { fill: #e4ddd3 }
  #surface path { fill: #c08f78 }
  #detail path { fill: none; stroke: #a3968a; stroke-width: 1.3; stroke-linejoin: round }
  #detail path.fibre { stroke: #e4ddd3; stroke-opacity: .5; stroke-width: 1 }
  #detail path.area { fill: #d2b3a3; stroke: none }
  #detail path.bone { fill: #f2ede5; stroke: none }
  #detail path.hair { fill: #8d8177; stroke: none }
  #deep path { fill: #6b2f25; fill-opacity: .08; stroke: #6b2f25; stroke-opacity: .6;
    stroke-width: 1.2; stroke-dasharray: 4 3.4; stroke-linecap: round }
  @media (prefers-color-scheme: dark) {
    #silhouette path { fill: #433e39 }
    #surface path { fill: #b07f69 }
    #detail path { stroke: #8d8177 }
    #detail path.fibre { stroke: #433e39 }
    #detail path.area { fill: #6d5548 }
    #detail path.bone { fill: #756b62 }
    #detail path.hair { fill: #24211e }
    #deep path { fill: #f3d9cb; stroke: #f3d9cb }
  }
"""


# --------------------------------------------------------------------------- curves


def points(text):
    """Read "a=1,2 3,4" as [(1, 2), (3, 4)] and {'a': 0}, the places of the named points."""
    found, names = [], {}
    for word in text.split():
        name, _, pair = word.rpartition("=")
        if name:
            names[name] = len(found)
        x, y = pair.split(",")
        found.append((float(x), float(y)))
    return found, names


def gap(p, q):
    return hypot(q[0] - p[0], q[1] - p[1])


def mix(p, q, share):
    return p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1])


def bezier(a, b, c, d, t):
    u = 1 - t
    return tuple(
        u**3 * a[k] + 3 * u * u * t * b[k] + 3 * u * t * t * c[k] + t**3 * d[k] for k in (0, 1)
    )


def handle(back, here, far):
    """Where the curve that comes from `back` leaves `here` for `far` (centripetal Catmull-Rom)."""
    a, b = max(gap(back, here), 0.01), max(gap(here, far), 0.01)
    c = sqrt(a * b)
    return tuple(
        (a * far[k] - b * back[k] + (2 * a + 3 * c + b) * here[k]) / (3 * (a + c)) for k in (0, 1)
    )


def curve(knots, *, closed=False, step=2.5):
    """Run a smooth curve through the knots.

    Returns dense points along it, and the place of each knot among them.
    """
    if closed:
        run = [knots[-1], *knots, *knots[:2]]
    else:
        run = [mix(knots[1], knots[0], 2), *knots, mix(knots[-2], knots[-1], 2)]
    dense, places = [], []
    for p, q, r, s in zip(run, run[1:], run[2:], run[3:], strict=False):
        after, before = handle(p, q, r), handle(s, r, q)
        places.append(len(dense))
        count = max(1, ceil(gap(q, r) / step))
        dense += [bezier(q, after, before, r, i / count) for i in range(count)]
    if not closed:
        places.append(len(dense))
        dense.append(knots[-1])
    return dense, places


def spread(run, count):
    """Points at even spaces along a line, first and last included."""
    along = [0.0, *accumulate(gap(p, q) for p, q in pairwise(run))]
    dots, j = [], 0
    for i in range(count + 1):
        want = along[-1] * i / count
        while j < len(run) - 2 and along[j + 1] < want:
            j += 1
        dots.append(mix(run[j], run[j + 1], (want - along[j]) / ((along[j + 1] - along[j]) or 1)))
    return dots


def even(dense, *, closed):
    """Space the points of a curve evenly, and smooth its last unevenness away."""
    run = [*dense, dense[0]] if closed else dense
    length = sum(gap(p, q) for p, q in pairwise(run))
    dots = spread(run, max(8, round(length / 1.2)))
    if closed:
        dots.pop()
    for _ in range(2):
        smooth = [mix(mix(p, r, 0.5), q, 0.5) for p, q, r in triples(dots)]
        dots = smooth if closed else [dots[0], *smooth[1:-1], dots[-1]]
    return dots


def cubics(dots, ways, i, j):
    """Draw dots[i] to dots[j] as one cubic curve, or as two halves where one would stray."""
    third = sum(gap(p, q) for p, q in pairwise(dots[i : j + 1])) / 3
    a = dots[i][0] + third * ways[i][0], dots[i][1] + third * ways[i][1]
    b = dots[j][0] - third * ways[j][0], dots[j][1] - third * ways[j][1]
    for k in range(i + 1, j):
        if gap(bezier(dots[i], a, b, dots[j], (k - i) / (j - i)), dots[k]) > 0.4:
            return cubics(dots, ways, i, (i + j) // 2) + cubics(dots, ways, (i + j) // 2, j)
    return [(a, b, dots[j])]


def fit(dense, *, closed):
    """Fit few cubic curves: their start, then two handles and the next knot of each."""
    dots = even(dense, closed=closed)
    if closed:
        before, after = [dots[-1], *dots], [*dots[1:], dots[0], dots[1]]
        dots.append(dots[0])
    else:
        before, after = [dots[0], *dots], [*dots[1:], dots[-1]]
    ways = []
    for p, q in zip(before, after, strict=False):
        length = gap(p, q) or 1
        ways.append(((q[0] - p[0]) / length, (q[1] - p[1]) / length))
    last = len(dots) - 1
    pieces = [c for i in range(0, last, 48) for c in cubics(dots, ways, i, min(i + 48, last))]
    return [dots[0], *(p for piece in pieces for p in piece)]


def mirrored(run):
    return [(-x, y) for x, y in run]


def there_and_back(line):
    """Close a fitted line: an open path would count as a filled one for some readers."""
    return line + line[-2::-1]


def whole(half):
    """Join half a shape, fitted from midline to midline, to its mirror image."""
    return half + mirrored(half[-2::-1])


def path(view, run):
    """Write fitted curves as path data."""
    dots = [f"{number(CENTRE[view] + x)} {number(y)}" for x, y in run]
    pieces = (" ".join(dots[i : i + 3]) for i in range(1, len(dots), 3))
    end = " Z" if run[0] == run[-1] else ""
    return f"M {dots[0]} C {' C '.join(pieces)}{end}"


def number(value):
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


# --------------------------------------------------------------------------- rings


def edges(ring):
    return zip(ring, [*ring[1:], ring[0]], strict=True)


def triples(ring):
    return zip([ring[-1], *ring[:-1]], ring, [*ring[1:], ring[0]], strict=True)


def area(ring):
    return sum(p[0] * q[1] - q[0] * p[1] for p, q in edges(ring)) / 2


def distance(p, ring, limit=1e9):
    """How far a point is from the ring's line, at most the limit."""
    best, (x, y) = limit, p
    for (ax, ay), (bx, by) in edges(ring):
        if min(ax, bx) - best > x or max(ax, bx) + best < x:
            continue
        if min(ay, by) - best > y or max(ay, by) + best < y:
            continue
        dx, dy = bx - ax, by - ay
        t = max(0, min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy or 1)))
        best = min(best, hypot(ax + t * dx - x, ay + t * dy - y))
    return best


def offset(ring, by):
    """Move a clockwise ring inward, or outward where `by` is negative.

    Every point moves square to the line, corners that open become arcs, and what then lies
    closer to the old line than it should is dropped.
    """
    ring = [q for p, q in edges(ring) if gap(p, q) > 0.05]
    moved = []
    for p, q, r in triples(ring):
        first, second = (atan2(b[1] - a[1], b[0] - a[0]) + pi / 2 for a, b in ((p, q), (q, r)))
        turn = (second - first + pi) % (2 * pi) - pi
        if turn * by < 0:
            count = ceil(abs(turn) / 0.3)
            moves = [(by, first + turn * i / count) for i in range(count + 1)]
        else:
            moves = [(by / max(cos(turn / 2), 0.2), first + turn / 2)]
        moved += [(q[0] + far * cos(way), q[1] + far * sin(way)) for far, way in moves]
    return [p for p in moved if distance(p, ring, abs(by) + 1) > abs(by) - 0.03]


def draw_in(ring):
    """Leave half a gap all round, and round the corners; slender shapes keep sharper ones."""
    if area(ring) < 0:
        ring = ring[::-1]
    for corner in (ROUND, ROUND / 2, ROUND / 5):
        core = offset(ring, GAP / 2 + corner)
        shape = offset(core, -corner) if core else []
        if len(shape) > 8 and abs(area(shape)) > 0.55 * area(ring):
            return shape
    return shape


# --------------------------------------------------------------------------- the body


def sections():
    """Read bodymap.txt: its lines under their headings."""
    found = {}
    for line in Path(__file__).with_name("bodymap.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lines = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return found


TEXT = sections()


def rows(name, columns):
    return [line.split(None, columns - 1) for line in TEXT[name]]


def hand():
    turn = radians(HAND_TURN)
    return [
        (WRIST[0] + u * cos(turn) + v * sin(turn), WRIST[1] - u * sin(turn) + v * cos(turn))
        for u, v in points(" ".join(TEXT["hand"]))[0]
    ]


def outline(view):
    """Half the outline as dense points, and the place of each named point among them."""
    if view == "sole":
        return curve(points(" ".join(TEXT["outline sole"]))[0], closed=True)[0], {}
    knots, names = [], {}
    for part in ("head to wrist", "hand", "wrist to ankle", f"foot {view}", "ankle to crotch"):
        more, where = (hand(), {}) if part == "hand" else points(" ".join(TEXT[part]))
        names |= {name: len(knots) + i for name, i in where.items()}
        knots += more
    dense, places = curve(knots + [(-x, y) for x, y in reversed(knots) if x], closed=True)
    return dense[: places[len(knots) - 1] + 1], {name: places[i] for name, i in names.items()}


BODY = {view: outline(view) for view in CENTRE}
BORDER = {
    view: {name: points(rest)[0] for name, rest in rows(f"borders {view}", 2)} for view in CENTRE
}


def walk(view, items):
    """Dense points along the borders that the items name (see the top of this file)."""
    dense = []
    for item in items:
        name = item.removeprefix("-").removeprefix("o:")
        if name.startswith("out:"):
            body, places = BODY[view]
            a, b = (places[word] for word in name[4:].split(">"))
            part = body[a : b + 1] if a < b else body[b : a + 1][::-1]
        else:
            part = curve(BORDER[view][name], closed=item.startswith("o:"))[0]
        dense += part[::-1] if item.startswith("-") else part
    return dense


def drawn(view, text, sides):
    """Path data of a shape and its fibres on the given sides, 1 or -1."""
    items = text.split()
    ring = [item for item in items if item[0] not in "|~"]
    dense = walk(view, ring)
    if "|" in items:
        runs = [whole(fit(dense, closed=False))]
    elif ring[0].startswith("o:"):
        runs = [fit(dense, closed=True)]
    else:
        runs = [fit(draw_in(dense), closed=True)]
    fibres = [fit(walk(view, [item[1:]]), closed=False) for item in items if item[0] == "~"]
    runs += fibres
    if "|" in items:
        runs += [mirrored(fibre) for fibre in fibres]
        sides = (1,)
    return " ".join(
        path(view, run if side > 0 else mirrored(run)) for side in sides for run in runs
    )


def both(view):
    return (1,) if view == "sole" else (-1, 1)


def right(view):
    """The side of the page where the person's right is."""
    return (-1,) if view == "front" else (1,)


def muscles(table, sides):
    """Draw the muscles of a table; each has its path data, view, column of names and anchor."""
    found = {}
    for name, view, items in rows(table, 3):
        found.setdefault(name, {"id": name, "d": []})["d"].append(drawn(view, items, sides(view)))
    for name, view, column, spot in rows("names", 4):
        if name in found:
            x, y = points(spot)[0][0]
            place = {"view": view, "column": column, "anchor": (CENTRE[view] + x, y)}
            found[name] |= place
    return sorted(found.values(), key=lambda m: (m["view"] == "back", m["anchor"][1]))


def cross(a, b, c, d):
    """Whether the line a-b crosses the line c-d."""

    def left(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) > (q[1] - p[1]) * (r[0] - p[0])

    return left(a, c, d) != left(b, c, d) and left(a, b, c) != left(a, b, d)


def place_labels(every):
    """Space the labels of each column evenly, from head to foot like their muscles.

    Where two straight leader lines would cross, the two labels change places; each change makes
    the lines shorter, so this comes to an end.
    """
    for name, (x, top, end) in COLUMNS.items():
        column = sorted((m for m in every if m["column"] == name), key=lambda m: m["anchor"][1])
        for i, muscle in enumerate(column):
            muscle["label"] = (x, round(top + (end - top) * i / (len(column) - 1)))
        pairs = list(combinations(column, 2))
        while crossing := [
            (a, b) for a, b in pairs if cross(a["anchor"], a["label"], b["anchor"], b["label"])
        ]:
            a, b = crossing[0]
            a["label"], b["label"] = b["label"], a["label"]


# --------------------------------------------------------------------------- the file


def silhouette():
    for view, (line, _) in BODY.items():
        run = fit(line, closed=True) if view == "sole" else whole(fit(line, closed=False))
        yield f'<path id="body-{view}" d="{path(view, run)}"/>'


def named(found):
    for muscle in found:
        data = {
            "view": "back" if muscle["view"] == "back" else "front",
            "anchor": ",".join(number(n) for n in muscle["anchor"]),
            "label": ",".join(number(n) for n in muscle["label"]),
            "side": muscle["column"],
        }
        told = " ".join(f'data-{key}="{value}"' for key, value in data.items())
        yield f'<path id="{muscle["id"]}" {told} d="{" ".join(muscle["d"])}"/>'


def detail():
    for kind, _, view, items in rows("areas", 4):
        yield f'<path class="{kind}" d="{drawn(view, items, both(view))}"/>'
    for kind, view, text in rows("strokes", 3):
        for stroke in text.split(" / "):
            run = there_and_back(fit(curve(points(stroke)[0])[0], closed=False))
            sides = " ".join(path(view, mirrored(run) if s < 0 else run) for s in both(view))
            yield f'<path class="{kind}" d="{sides}"/>'


def main():
    surface, deep = muscles("surface", both), muscles("deep", right)
    place_labels([*surface, *deep])
    layers = {
        "silhouette": silhouette(),
        "surface": named(surface),
        "detail": detail(),
        "deep": named(deep),
    }
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{LEFT} 0 {WIDTH} {HEIGHT}" role="img" '
        'aria-label="The muscles of a runner, seen from the front and from the back">',
        "<title>The muscles of a runner, front and back</title>",
        "<desc>Our own drawing, CC BY 4.0, made by data/bodymap.py. "
        "Dashed shapes lie deep, below other muscles; they are drawn on one side only.</desc>",
        f"<style>{STYLE}</style>",
    ]
    for layer, paths in layers.items():
        lines += [f'<g id="{layer}">', *paths, "</g>"]
    svg = "\n".join([*lines, "</svg>", ""])
    Path(__file__).with_name("bodymap.svg").write_text(svg, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
