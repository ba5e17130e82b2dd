"""Draw data/bodymap.svg: one person, front and back, with the muscles of the course.

Run `python data/bodymap.py`.  Standard library only; the same points always give the same file.

How the drawing is made
* Only half a body is written down: x is the distance from the midline, y runs down the page.
  Every shape is mirrored.
* OUTLINE holds the control points of the silhouette, LINES the borders between muscles.
  A smooth curve (centripetal Catmull-Rom) runs through the points of each.
* A muscle is a ring of such borders: "a -b out:hip>knee" walks border a, border b backwards and
  then the silhouette from point `hip` to point `knee`.  Two neighbours walk the same border, so
  they fit; each ring is then drawn in by half a gap and its corners are rounded, so that all gaps
  and all corners are alike.
"""
from math import atan2, ceil, cos, hypot, pi, radians, sin
from pathlib import Path

WIDTH, HEIGHT = 1640, 1180
CENTRE = {"front": 560, "back": 1080}
GAP, ROUND = 3.4, 2.2
LABEL_TOP, LABEL_END = 70, 1140
LABEL_X = {"left": 304, "right": 1336}

# --------------------------------------------------------------------------- points

HAND = """16,2 22,14 29,27 37,42 44,57 46,67 42,71 37,66 31,57 26,53 26,60 27,74 28,91 25,102 20,103
17,94 15,77 13,68 13,80 12,101 9,111 4,111 1,101 1,80 0,68 -2,80 -4,97 -8,106 -12,105 -14,95 -12,77
-12,66 -16,74 -20,87 -24,92 -28,89 -28,80 -24,63 -23,48 -23,30 -19,14 -16,2"""
WRIST, HAND_TURN = (194, 602), 3

HEAD_TO_WRIST = """crown=0,50 22,53 40,66 49,88 50,110 55,111 57,120 54,134 49,141 46,154 40,168 jaw=35,176
neck=33,196 36,214 slope=50,229 75,240 acr=104,248 126,255 141,272 149,297 152,324 delt=157,353
164,382 170,410 elbow=176,436 186,458 193,482 197,508 200,536 205,570"""
WRIST_TO_KNEE = """172,574 163,545 153,515 145,490 141,468 elbow_in=140,448 137,428 131,404 123,379
arm_in=115,354 108,335 pit=103,320 lat=103,340 102,362 rib=100,386 96,411 90,436 waist=87,460 88,485
92,508 crest=98,532 103,560 hip=107,588 109,618 tfl=109,650 107,690 102,730 96,765 91,790 knee=89,815
88,838 91,860 95,888 calf=95,914 92,945 87,980 82,1015 80,1045 ankle=80,1062 mall=83,1080"""
FOOT = {
    "front": "84,1092 90,1105 97,1118 toe5=99,1127 93,1132 85,1134 77,1136 66,1140 54,1139 toe1=48,1131 "
             "47,1115 arch=46,1100 43,1087",
    "back": "83,1093 89,1107 96,1119 toe5=96,1128 86,1131 70,1134 56,1134 toe1=47,1128 45,1113 arch=46,1100 43,1087",
}
INNER_LEG = """mall_in=43,1077 46,1055 46,1030 42,1000 37,965 33,930 calf_in=31,900 33,870 36,845 knee_in=36,822
35,800 31,775 sart=25,745 18,710 add=11,675 6,645 3,620 crotch=0,608"""

LINES = {"front": """
clavicle   5,262 30,257 60,254 88,254
sternum    3,356 3,310 5,262
pec_bot    3,356 24,367 50,372 78,365 98,350 109,330
delt_pec   88,254 97,275 109,300
pec_arm    109,300 112,316 109,330
delt_bic   109,300 126,322 143,342 157,353
bic_top    109,330 112,316 109,300
bic_out    157,353 157,380 160,410 160,430 154,446
bic_in     154,446 145,428 135,404 126,378 117,352 109,330
ra_top     2,360 24,371 46,374
ra_lat1    46,374 50,404
ra_lat2    50,404 51,441
ra_lat3    51,441 48,482
ra_lat4    48,482 43,522 33,560 18,590 8,600
ra_mid4    8,600 2,560 1,482
ra_i1      1,404 25,398 50,404
ra_i2      1,441 25,436 51,441
ra_i3      1,482 25,479 48,482
eo_top     50,404 62,396 74,392 86,392 100,386
crest      98,532 90,538 84,548
inguinal   84,548 60,566 36,582 18,590
glmed      84,548 94,552 107,588
glmed_top  98,532 92,540 84,548
tfl_in     105,690 98,655 91,615 86,580 84,548
rf_vl      84,566 89,610 89,660 84,712 76,757 70,792
rf_vm      64,792 58,768 53,735 52,695 57,650 68,606 84,566
rf_top     84,566 84,566
rf_bot     70,792 64,792
sart_a     84,548 70,595 54,645 40,700 33,750 33,785 37,812
sart_p     25,745 32,695 45,648 62,600 84,548
vm_top     57,650 52,695 53,735 58,768 64,792
vm_bot     37,800 41,814 50,816 55,804 64,792
vm_sart    57,650 46,680 39,705 34,750 34,780 37,800
vl_bot     91,790 86,803 79,800 70,792
vl_top     84,566 87,590 91,615 98,655 105,690
pat        63,796 74,802 76,818 70,834 62,838 54,834 50,820 53,802
ta_lat     76,858 81,890 80,925 74,970 66,1015 60,1055 60,1078
ta_med     60,1078 55,1055 58,1010 62,960 64,910 66,872 76,858
fib_front  86,866 89,900 87,940 82,990 79,1030
fib_back   79,1030 87,980 92,945 95,914 95,888 86,866
gas_med    33,862 40,880 44,915 43,945 37,960
sol_med    37,960 44,944 49,930 52,970 52,1010 47,1040
clavicle_back 88,254 60,252 44,240 50,229
acr_in     104,248 88,254
lat_front  100,386 91,365 92,340 103,320
ra_mid1    1,404 2,360
ra_mid2    1,441 1,404
ra_mid3    1,482 1,441
tfl_tip    109,650 105,690
vl_top0    109,650 105,690
inguinal_in 84,548 60,566 36,582 18,590 3,606
navel      0,474 3,479 0,485
dia        0,392 20,382 44,372 66,382 80,404 88,440 76,420 60,402 40,398 20,408 0,416
io         58,438 70,440 84,470 92,522 84,540 60,556 52,540 56,490
tva        0,452 40,456 84,448 86,476 92,506 50,522 0,530
ili        84,548 90,560 84,580 66,606 54,626 50,612 60,588 70,560
pso        8,420 18,440 30,490 46,550 58,600 56,632 46,606 32,560 18,510 8,460
pf         0,600 18,592 36,574 42,580 30,602 12,616 0,618
vi         70,620 80,640 82,690 76,740 68,770 60,740 57,690 60,640
fdb        60,1098 70,1098 80,1124 72,1130 64,1130 60,1115
abh        46,1100 53,1108 56,1122 54,1134 48,1131
""", "back": """
trap_mid   2,430 2,300 2,172
trap_skull 2,172 14,173 33,196
trap_low   66,286 50,312 34,352 18,395 2,430
trap_spine 104,248 86,268 66,286
delt_med   157,353 138,336 114,314 96,292 86,268
delt_top   86,268 104,248
tri_out    157,353 138,336 114,320
tri_in     114,320 108,335
lat_top    103,320 84,340 58,346 37,344
lat_trap   37,344 28,368 20,390
lat_low    20,390 26,424 36,462 50,500 64,530
lat_out    64,530 80,496 88,462
eo_back    88,462 80,496 64,530
crest      64,530 82,526 98,532
es         20,390 26,424 36,462 46,496 46,526 34,546 18,576 4,590
es_mid     4,590 2,520 2,430
es_trap    2,430 12,408 20,390
gm_crest   46,540 64,530 82,526 98,532
gm_gx      107,600 90,576 68,555 46,540
gx_bot     106,664 86,672 55,671 28,660 8,640
gx_mid     8,640 2,612 4,590
gx_sac     4,590 22,566 46,540
bf_vl      98,670 97,720 93,770 90,800
bf_top     62,672 86,672 98,670
bf_st      72,790 66,765 62,730 61,700 62,672
bf_tip     90,800 89,838 84,846 80,820 72,790
st_top     30,661 45,668 62,672
st_tip     66,765 58,790 47,820 42,846 40,820
st_sm      40,820 41,780 40,740 35,700 30,661
add_top    6,645 8,640 30,661
add_sm     30,661 30,700 25,745
gas_mid    62,955 62,900 62,836
gas_m      62,836 50,826 40,840 33,870 31,900 36,940 48,962 62,955
gas_l      62,836 74,826 86,840 92,862 94,895 89,930 78,950 62,955
sol_l      94,895 91,940 84,985 74,1012 69,1000 68,962 78,950 89,930 94,895
tri_bot    140,448 158,444 176,436
fib        96,880 95,914 92,945 87,980 82,1015 79,1045 77,1030 80,1000 86,955 91,915
mf         4,440 10,450 14,490 16,540 10,570 4,584
gmin       60,560 76,552 92,562 100,584 92,590 76,580
sm         30,670 38,700 44,750 44,800 40,840 33,850 34,800 30,750 22,700 24,672
tp         58,870 66,872 70,920 68,980 60,1030 54,1060 56,1020 56,960
sol_m      32,920 38,965 45,1000 54,1012 58,1000 57,962 48,962 36,940 32,920
"""}

# --------------------------------------------------------------------------- shapes

# muscle, view, ring of borders; front from head to foot, then back from head to foot
SURFACE = """
trapezius           front  out:slope>acr clavicle_back
deltoid             front  delt_pec delt_bic out:delt>acr acr_in
pectoralis_major    front  clavicle delt_pec pec_arm -pec_bot sternum
latissimus_dorsi    front  out:pit>rib lat_front
biceps_brachii      front  -bic_top delt_bic bic_out bic_in
triceps_brachii     front  bic_in out:arm_in>elbow_in
triceps_brachii     front  bic_out out:elbow>delt
rectus_abdominis    front  ra_top ra_lat1 -ra_i1 ra_mid1
rectus_abdominis    front  ra_i1 ra_lat2 -ra_i2 ra_mid2
rectus_abdominis    front  ra_i2 ra_lat3 -ra_i3 ra_mid3
rectus_abdominis    front  ra_i3 ra_lat4 ra_mid4
external_oblique    front  eo_top out:rib>crest crest inguinal -ra_lat4 -ra_lat3 -ra_lat2
gluteus_medius      front  glmed out:hip>crest glmed_top
tensor_fasciae_latae front tfl_in glmed out:hip>tfl tfl_tip
adductor_magnus     front  out:crotch>sart sart_p inguinal_in
rectus_femoris      front  rf_vl rf_bot rf_vm
vastus_lateralis    front  rf_vl -vl_bot out:knee>tfl vl_top0 tfl_in
vastus_medialis     front  vm_top -vm_bot -vm_sart
gastrocnemius       front  gas_med out:calf_in>knee_in
soleus              front  sol_med out:mall_in>calf_in
tibialis_anterior   front  ta_lat ta_med
fibularis_longus    front  fib_front fib_back
abductor_hallucis   front  abh
trapezius           back   trap_mid trap_skull out:neck>acr trap_spine trap_low
deltoid             back   delt_med -delt_top out:acr>delt
triceps_brachii     back   tri_out tri_in out:arm_in>elbow_in tri_bot out:elbow>delt
latissimus_dorsi    back   lat_top lat_trap lat_low lat_out out:waist>pit
erector_spinae      back   es es_mid es_trap
external_oblique    back   eo_back crest out:crest>waist
gluteus_medius      back   gm_crest out:crest>hip gm_gx
gluteus_maximus     back   gm_gx out:hip>tfl gx_bot gx_mid gx_sac
vastus_lateralis    back   bf_vl out:knee>tfl
biceps_femoris      back   bf_vl bf_tip bf_st bf_top
semitendinosus      back   st_top -bf_st st_tip st_sm
adductor_magnus     back   add_top add_sm out:sart>add
gastrocnemius       back   gas_mid gas_m
gastrocnemius       back   gas_mid gas_l
soleus              back   sol_l
soleus              back   sol_m
fibularis_longus    back   o:fib
"""
DEEP = """
diaphragm           front  |o:dia
internal_oblique    front  o:io
transversus_abdominis front tva
iliacus             front  o:ili
psoas_major         front  o:pso
pelvic_floor        front  |o:pf
vastus_intermedius  front  o:vi
flexor_digitorum_brevis front o:fdb
multifidus          back   o:mf
gluteus_minimus     back   o:gmin
semimembranosus     back   o:sm
tibialis_posterior  back   o:tp
"""
DETAIL = """
area front  patella     o:pat
line front  navel       navel
"""

ANCHOR = {}  # muscle: (x from the midline, y) where the middle of the shape is not wanted
VIEW = {"trapezius": "back", "latissimus_dorsi": "back", "triceps_brachii": "back", "gluteus_medius": "back",
        "gastrocnemius": "back", "soleus": "back"}  # shown in front too, but mainly there

# --------------------------------------------------------------------------- curves

def points(text):
    """'a=1,2 3,4' -> [(1, 2), (3, 4)] and {'a': 0}"""
    names, found = {}, []
    for word in text.split():
        name, _, pair = word.rpartition("=")
        if name:
            names[name] = len(found)
        found.append(tuple(float(n) for n in pair.split(",")))
    return found, names


def curve(knots, closed=False, step=2.5):
    """Centripetal Catmull-Rom through the knots, as dense points and the index of each knot."""
    n = len(knots)
    if closed:
        ring = [knots[-1], *knots, knots[0], knots[1]]
    else:
        (a, b), (y, z) = knots[:2], knots[-2:]
        ring = [(2 * a[0] - b[0], 2 * a[1] - b[1]), *knots, (2 * z[0] - y[0], 2 * z[1] - y[1])]
    dense, at = [], []
    for p0, p1, p2, p3 in zip(ring, ring[1:], ring[2:], ring[3:]):
        d1, d2, d3 = (max(hypot(q[0] - p[0], q[1] - p[1]), 0.01) ** 0.5 for p, q in ((p0, p1), (p1, p2), (p2, p3)))
        b1 = [(d1 * d1 * p2[k] - d2 * d2 * p0[k] + (2 * d1 * d1 + 3 * d1 * d2 + d2 * d2) * p1[k])
              / (3 * d1 * (d1 + d2)) for k in (0, 1)]
        b2 = [(d3 * d3 * p1[k] - d2 * d2 * p3[k] + (2 * d3 * d3 + 3 * d3 * d2 + d2 * d2) * p2[k])
              / (3 * d3 * (d3 + d2)) for k in (0, 1)]
        at.append(len(dense))
        m = max(1, ceil(d2 * d2 / step))
        for i in range(m):
            t, u = i / m, 1 - i / m
            dense.append(tuple(u**3 * p1[k] + 3 * u * u * t * b1[k] + 3 * u * t * t * b2[k] + t**3 * p2[k]
                               for k in (0, 1)))
    if not closed:
        at.append(len(dense))
        dense.append(knots[-1])
    return dense, at


def area(ring):
    return sum(p[0] * q[1] - q[0] * p[1] for p, q in zip(ring, ring[1:] + ring[:1])) / 2


def edge_distance(p, ring, limit=1e9):
    best = limit
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
        if min(ax, bx) - best > p[0] or max(ax, bx) + best < p[0] or min(ay, by) - best > p[1] or max(ay, by) + best < p[1]:
            continue
        dx, dy = bx - ax, by - ay
        t = max(0, min(1, ((p[0] - ax) * dx + (p[1] - ay) * dy) / (dx * dx + dy * dy or 1)))
        best = min(best, hypot(ax + t * dx - p[0], ay + t * dy - p[1]))
    return best


def inside(p, ring):
    odd = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
        if (ay > p[1]) != (by > p[1]) and p[0] < ax + (p[1] - ay) / (by - ay) * (bx - ax):
            odd = not odd
    return odd


def offset(ring, by):
    """Move a clockwise ring inward (by > 0) or outward (by < 0): shift every edge, fill the fans
    that open at corners with arcs, drop whatever comes closer to the old ring than it should."""
    ring = [p for p, q in zip(ring, ring[-1:] + ring[:-1]) if hypot(p[0] - q[0], p[1] - q[1]) > 0.05]
    moved = []
    for p, q, r in zip(ring[-1:] + ring[:-1], ring, ring[1:] + ring[:1]):
        a, b = (atan2(v[1] - u[1], v[0] - u[0]) + pi / 2 for u, v in ((p, q), (q, r)))
        turn = (b - a + pi) % (2 * pi) - pi
        steps = ceil(abs(turn) / 0.3) if turn * by < 0 else 0
        for i in range(steps + 1):
            at = a + turn * i / steps if steps else a + turn / 2
            far = by if steps else by / max(cos(turn / 2), 0.2)
            moved.append((q[0] + far * cos(at), q[1] + far * sin(at)))
    return [p for p in moved if edge_distance(p, ring, abs(by) + 1) > abs(by) - 0.03]


def tidy(ring):
    """Half a gap inward, corners rounded."""
    if area(ring) < 0:
        ring = ring[::-1]
    for corner in (ROUND, ROUND / 2, ROUND / 5):  # slender shapes get sharper corners
        shape = offset(offset(ring, GAP / 2 + corner), -corner)
        if len(shape) > 8 and abs(area(shape)) > 0.5 * area(ring):
            break
    return shape


def even(dense, closed=True, step=1.2):
    """The same curve as evenly spaced points, small unevenness smoothed away."""
    run = dense + dense[:1] if closed else dense
    along = [0]
    for p, q in zip(run, run[1:]):
        along.append(along[-1] + hypot(q[0] - p[0], q[1] - p[1]))
    n = max(8, round(along[-1] / step))
    points, j = [], 0
    for i in range(n if closed else n + 1):
        want = along[-1] * i / n
        while j < len(along) - 2 and along[j + 1] < want:
            j += 1
        t = (want - along[j]) / ((along[j + 1] - along[j]) or 1)
        points.append(tuple(run[j][k] + t * (run[j + 1][k] - run[j][k]) for k in (0, 1)))
    for _ in range(2):
        points = [tuple((a[k] + 2 * b[k] + c[k]) / 4 for k in (0, 1)) if closed or 0 < i < len(points) - 1 else b
                  for i, (a, b, c) in enumerate(zip(points[-1:] + points[:-1], points, points[1:] + points[:1]))]
    return points


def number(value):
    text = f"{value:.1f}"
    return "0" if text in ("-0.0", "0.0") else text.removesuffix(".0")


def path(dense, x0, flip, closed=True):
    """Few cubic curves along dense points, as SVG path data; flip draws the mirror image."""
    clean = even(dense, closed)
    n = len(clean)
    def direction(i):
        p, q = (clean[(i - 1) % n], clean[(i + 1) % n]) if closed else (clean[max(i - 1, 0)], clean[min(i + 1, n - 1)])
        length = hypot(q[0] - p[0], q[1] - p[1]) or 1
        return (q[0] - p[0]) / length, (q[1] - p[1]) / length
    knots, length, turned = [0], 0, 0
    for i in range(1, n):
        a, b = direction(i - 1), direction(i)
        turned += atan2(a[0] * b[1] - a[1] * b[0], a[0] * b[0] + a[1] * b[1])
        length += hypot(clean[i][0] - clean[i - 1][0], clean[i][1] - clean[i - 1][1])
        if abs(turned) > 0.5 or length > 40 or (i == n - 1 and not closed):
            knots.append(i)
            length, turned = 0, 0
    def out(p):
        return f"{number(x0 - p[0] if flip else x0 + p[0])} {number(p[1])}"
    text = "M " + out(clean[0])
    for i, j in zip(knots, knots[1:] + ([n] if closed else [])):
        run = sum(hypot(clean[k % n][0] - clean[k - 1][0], clean[k % n][1] - clean[k - 1][1]) for k in range(i + 1, j + 1)) / 3
        (ax, ay), (bx, by), a, b = direction(i), direction(j % n), clean[i], clean[j % n]
        text += f" C {out((a[0] + ax * run, a[1] + ay * run))} {out((b[0] - bx * run, b[1] - by * run))} {out(b)}"
    return text + (" Z" if closed else "")


# --------------------------------------------------------------------------- the body

def hand():
    turn = radians(HAND_TURN)
    return [(WRIST[0] + u * cos(turn) + v * sin(turn), WRIST[1] - u * sin(turn) + v * cos(turn))
            for u, v in points(HAND)[0]]


def outline(view):
    """Half the silhouette, from crown to crotch: dense points and the index of each named point."""
    knots, names = points(HEAD_TO_WRIST)
    knots += hand()
    for text in (WRIST_TO_KNEE, FOOT[view], INNER_LEG):
        more, where = points(text)
        names.update({name: i + len(knots) for name, i in where.items()})
        knots += more
    mirrored = [(-x, y) for x, y in reversed(knots) if x]
    dense, at = curve(knots + mirrored, closed=True)
    return dense[:at[len(knots) - 1] + 1], {name: at[i] for name, i in names.items()}


BORDER = {view: {line.split()[0]: points(line.split(None, 1)[1])[0] for line in text.strip().splitlines()}
          for view, text in LINES.items()}
BODY = {view: outline(view) for view in CENTRE}


def ring(view, items):
    """Dense points along the borders named in items."""
    dense = []
    for item in items.split():
        name = item.lstrip("|-").removeprefix("o:")
        if name.startswith("out:"):
            body, at = BODY[view]
            a, b = (at[word] for word in name[4:].split(">"))
            part = body[a:b + 1] if a < b else body[b:a + 1][::-1]
        elif item.startswith("|"):
            half = BORDER[view][name]
            part = curve(half + [(-x, y) for x, y in reversed(half) if x], closed=True)[0]
        elif item.startswith("o:"):
            part = curve(BORDER[view][name], closed=True)[0]
        else:
            part = curve(BORDER[view][name])[0]
        dense += part[::-1] if item.startswith("-") else part
    return dense


def middle(shape):
    """The point of a shape that lies deepest inside it."""
    xs, ys = [p[0] for p in shape], [p[1] for p in shape]
    best = (0, 0, 0)
    for i in range(1, 24):
        for j in range(1, 24):
            p = (min(xs) + (max(xs) - min(xs)) * i / 24, min(ys) + (max(ys) - min(ys)) * j / 24)
            if inside(p, shape):
                best = max(best, (edge_distance(p, shape), *p))
    return best[1:]


def muscles(text, deep):
    """{muscle: [path data, view, anchor]} in the order of the table."""
    found = {}
    for line in text.strip().splitlines():
        name, view, items = line.split(None, 2)
        shape = ring(view, items)
        if not deep:
            shape = tidy(shape)
        sides = (False,) if items.startswith("|") else (True, False)
        muscle = found.setdefault(name, {"d": [], "shapes": []})
        muscle["d"] += [path(shape, CENTRE[view], flip) for flip in sides]
        muscle["shapes"].append((view, shape))
    for name, muscle in found.items():
        muscle["view"] = view = VIEW.get(name, muscle["shapes"][0][0])
        big = max((shape for where, shape in muscle["shapes"] if where == view), key=lambda s: abs(area(s)))
        x, y = ANCHOR.get(name) or middle(big)
        muscle["side"] = "left" if view == "front" else "right"
        muscle["anchor"] = (CENTRE[view] + abs(x) * (-1 if view == "front" else 1), y)
    return found


def cross(a, b, c, d):
    def left(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]) > 0
    return left(a, c, d) != left(b, c, d) and left(a, b, c) != left(a, b, d)


def place_labels(all_muscles):
    """Labels in one column per side, evenly spaced from head to foot; where two straight leader
    lines would cross, the two labels change places."""
    for side in LABEL_X:
        column = sorted((m for m in all_muscles if m["side"] == side), key=lambda m: m["anchor"][1])
        for i, muscle in enumerate(column):
            muscle["label"] = (LABEL_X[side], round(LABEL_TOP + (LABEL_END - LABEL_TOP) * i / (len(column) - 1)))
        swapped = True
        while swapped:
            swapped = False
            for a in column:
                for b in column:
                    if a is not b and cross(a["anchor"], a["label"], b["anchor"], b["label"]):
                        a["label"], b["label"] = b["label"], a["label"]
                        swapped = True


STYLE = """
  #silhouette path { fill: #e4ddd3; stroke: none }
  #surface path { fill: #c08f78; stroke: none }
  #detail path { fill: none; stroke: #a3978a; stroke-width: 1.4; stroke-linecap: round; stroke-linejoin: round }
  #detail path.area { fill: #d3c8bb; stroke: none }
  #deep path { fill: #7a3b2e; fill-opacity: .06; stroke: #6b2f25; stroke-width: 1.8; stroke-dasharray: 5 4; stroke-linecap: round }
  @media (prefers-color-scheme: dark) {
    #silhouette path { fill: #3b3733 }
    #surface path { fill: #b07f69 }
    #detail path { stroke: #6f665e }
    #detail path.area { fill: #4c4640 }
    #deep path { stroke: #f3d9cb; fill: #f3d9cb }
  }
"""


def main():
    surface, deep = muscles(SURFACE, False), muscles(DEEP, True)
    place_labels([*surface.values(), *deep.values()])
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'aria-label="Muscles of a runner, front and back view">',
        "<title>Muscles of a runner, front and back</title>",
        "<desc>our own drawing, CC BY 4.0, made by data/bodymap.py. The right side of each figure mirrors the left. "
        "Dashed shapes lie deep.</desc>",
        f"<style>{STYLE}</style>",
        '<g id="silhouette">']
    for view, x0 in CENTRE.items():
        half = path(BODY[view][0], x0, False, closed=False)
        back = path(BODY[view][0][::-1], x0, True, closed=False)
        lines.append(f'<path id="body-{view}" d="{half} {back.split(" ", 3)[3]} Z"/>')
    lines.append("</g>")
    def group(name, found):
        order = sorted(found.items(), key=lambda item: (item[1]["view"] == "back", item[1]["anchor"][1]))
        lines.append(f'<g id="{name}">')
        for muscle, m in order:
            anchor, label = (",".join(number(n) for n in m[key]) for key in ("anchor", "label"))
            lines.append(f'<path id="{muscle}" data-view="{m["view"]}" data-anchor="{anchor}" data-label="{label}" '
                         f'data-side="{m["side"]}" d="{" ".join(m["d"])}"/>')
        lines.append("</g>")
    group("surface", surface)
    lines.append('<g id="detail">')
    for line in DETAIL.strip().splitlines():
        kind, view, name, items = line.split(None, 3)
        shape = ring(view, items)
        if kind == "area":
            shape = tidy(shape)
        d = " ".join(path(shape, CENTRE[view], flip, kind == "area") for flip in (True, False))
        lines.append(f'<path class="{kind}" d="{d}"/>')
    lines.append("</g>")
    group("deep", deep)
    lines.append("</svg>")
    Path(__file__).with_name("bodymap.svg").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
