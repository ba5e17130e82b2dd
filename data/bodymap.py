"""Draw data/bodymap.svg: one person from the front and from the back, with 35 muscles.

Run `python data/bodymap.py`. It needs nothing but Python; the same points give the same file.

Only half a body is written down: x is the distance from the midline, y runs down the page, and
every shape is mirrored. The first part of this file holds points. Smooth curves (Catmull-Rom) run
through them, and those of the silhouette and of LINES are the borders between muscles.

A muscle is a ring of borders: "a -b out:hip>knee" walks border a, then border b backwards, then
the silhouette from its point `hip` to its point `knee`. Neighbours walk the same border, so they
fit. Each ring is then drawn in by half a gap and its corners are rounded, so that all gaps and
all corners are alike. "o:a" is the closed curve through the points of a, and "|" before a ring
makes one shape of it and its mirror image.
"""

from itertools import accumulate, combinations, pairwise
from math import atan2, ceil, cos, hypot, pi, radians, sin, sqrt
from pathlib import Path

WIDTH, HEIGHT = 1640, 1180
CENTRE = {"front": 560, "back": 1080}
GAP, ROUND = 3.8, 1.4
LABEL_X = {"left": 302, "right": 1338}
LABEL_Y = {"left": (100, 1130), "right": (170, 1080)}

# --------------------------------------------------------------------------- points

# the silhouette, from crown to crotch; "name=x,y" names a point that the borders below use
HEAD_TO_WRIST = """
crown=0,50 17,52 32,60 42.5,75 47.5,95 temple=48,110 51.5,110.5 54,115 53.5,125 51.5,134 48,138 45.5,152 42,165 jaw=36,177
neck=33.5,187 33,200 nape=34.5,213 42,224 slope=55,232 78,240 acr=104,247 124,254 141,269 151,294 156,322
delt=161,352 168,382 174,410 elbow=178.5,436 188,458 196,482 200,508 202,536 fore=206,572"""
# thumb side first; u is across (thumb side positive), v along the hand, turned and put at the wrist
HAND = """
16,2 23,17 31,28 39,40 46,52 50,62 49,69 44,70 38,63 32,54 27,48 25,52 25,60
26,68 28,84 30,99 28,106 23,107 20,101 17,84 14.5,70 13.5,66 14,72 15,92 15,108 12,115 7,115 4.5,108 3.5,90 2,72
1,67 0,72 -1,90 -2,104 -5,110 -10,109 -12,102 -12,86 -11.5,70 -12,64 -13.5,70 -16,82 -18,92 -21,97 -26,95 -27,88
-26,76 -24.5,62 -24,48 -23,30 -19,14 -16,2"""
WRIST, HAND_TURN = (194, 602), 4
WRIST_TO_ANKLE = """
fore_in=173,576 162,546 151,516 142,490 137,468 elbow_in=136.5,448 133,428 127,404 119,378 112,354 arm_in=107.5,336
pit=104,322 lat=105,342 104,364 rib=101,386 lat_low=97,407 flank=90,436 waist=85.5,462 87,487 92,510 crest=98,532
103,558 hip=108,588 troch=110.5,612 gx=111.5,632 tfl=112,652 112,690 107,730 100.5,765 95,792 knee=92,815 91.5,838
fib=94.5,860 99,885 calf=99,912 95,945 89,980 fib_end=84,1015 81,1045 ankle=81.5,1062 85,1080"""
FOOT = {
    "front": """86,1092 90,1103 95,1113 98,1121 97.5,1127 94.5,1129 91,1128.5 90,1126.5 89.5,1131 87,1133 84,1132 83,1129
             82.5,1134 79.5,1136.5 76,1135 75,1131.5 74,1137 71,1139.5 67.5,1138 66.3,1133.5 65,1139 60,1143 53,1142.5
             toe=48,1137 46,1128 47,1114 46,1101 heel_in=43,1087""",
    "back": """85,1092 90,1105 96,1117 98,1126 90,1131 78,1131 heel=72,1134 60,1136 50,1132 toe=46,1124 45,1110
            45,1099 heel_in=43,1087""",
}
ANKLE_TO_CROTCH = """
42,1075 sol_end=45.5,1052 ach_in=46,1025 43,995 gas_end=37.5,962 gas_low=31,930 27,898 29,870 gas_up=34,845
knee_in=34.5,822 33,798 28.5,772 sart=22.5,742 16.5,708 11,675 fold=6,645 3,622 crotch=0,608"""

# borders between neighbours; the name, then the points
LINES = {
    "front": """
hairline    48,110 43,102 38,92 30,85 16,83 0,84
scm         33,190 29,208 20,233 8,258
scm_in      4,259 5,240 11,216 20,194 33,190
trap_in     94,252 72,250 52,246 38,238 30,224 29,208 33,196
clavicle    4,264 20,260 44,258 70,258 91,256
sternum     3,350 2.5,308 4,264
pec_bot     3,350 22,364 48,369 72,362 88,347 98,333 106,322
delt_pec    91,256 100,276 110,302
pec_arm     110,302 110,312 106,322
delt_bic    110,302 124,322 142,342 161,352
delt_acr    104,247 91,256
bic_out     161,352 159,368 162,390 165,412 163,432 153,447
bic_in      153,447 146,430 137,405 128,378 119,352 111,334 106,322
fa_out      163,440 161,454 168,484 181,522 192,556 203,590
fa_in       151,452 158,486 169,524 179,560 188,596
lat_in      97,407 92,386 93,364 98,347 104,334
ser_top     62,376 72,364 84,352 92,344
ser_1       92,358 79,373 69,390
ser_2       91,378 84,390 77,405
ser_3       95,399 90,409 84,420
eo_top      48,369 58,371 62,376 69,390 77,405 84,420 90,436
ra_top      2,352 22,364 48,369
ra_lat1     48,369 51,402
ra_lat2     51,402 52,440
ra_lat3     52,440 49,480
ra_lat4     49,480 45,520 35,560 20,590
ra_low      20,590 10,600 3,600
ra_mid4     3,600 1,560 1,480
ra_mid3     1,480 1,440
ra_mid2     1,440 1,402
ra_mid1     1,402 2,352
ra_1        1,402 25,396 51,402
ra_2        1,440 25,435 52,440
ra_3        1,480 25,477 49,480
crest       98,532 92,541 84,548
inguinal    84,548 60,566 36,584 20,590
pect_top    84,548 60,566 36,584 5,606
glmed       84,548 96,556 108,588
tfl_tip     112,652 109.5,674 103,694
itb         103,694 101.5,722 97,750 92,774 86.5,796 86,806
rf_vl       88,632 87,665 82.5,712 76,757 71,792
rf_bot      71,792 64,794
rf_vm       64,794 58,768 54.5,735 55,695 61,650 71,606 84,548
vl_bot      71,792 76,799 81,804 86,806
sart_a      84,548 74,592 60,642 46,695 37.5,745 38,790 43,838
sart_1      84,548 60,588 46,632
sart_2      46,632 39.5,654 28.5,702
sart_3      28.5,702 25,722 22.5,742
add_1       5,606 26,613 46,632
add_2       5,606 12,640 22.5,678 28.5,702
vm_top      60,655 55,695 54.5,735 58,768 64,794
vm_bot      64,794 56,800 52,808 49,817 45,819 40,806
vm_sart     40,806 38,790 37.5,745 46,695 55,660 60,655
patella     64,800 72,803 75,815 71,831 63.5,839 57,832 55,817 57,805
lig_out     70,838 68,850 65,862
lig_in      62,862 58,850 57,838
gas_in      34,836 41,862 45.5,896 44,925 37.5,962
gas_sol     37.5,962 44,925 45.5,896
sol_tib     45.5,896 49,930 50.5,975 49.5,1008 46,1025
tib_top     66,872 62,860 54,854 48,864 46,880 45.5,896
ta_med      68,866 58,900 58.5,940 60.5,985 61,1025 56,1066
ta_lat      73,858 79,892 79.5,932 76.5,972 72,1020 56,1066
fib_front   82,850 87,895 86.5,940 82,985 84,1015
abh         43,1087 51,1096 56,1112 55,1127 48,1137
dia_top     0,386 22,375 46,367 68,375 82,398 88,434
dia_bot     88,434 79,418 64,401 44,394 22,401 0,414
io          62,424 72,432 77,448 77,472 79,496 86,520 83,536 62,553 53,534 56,490 58,450
tva_top     0,450 42,452 82,446
tva_side    82,446 82,464 83,486 87,508
tva_bot     87,508 50,526 0,534
iliacus     88,538 92,552 86,580 74,606 65,634 59,632 57,604 47,582 45,563 60,548 76,539
psoas       8,424 16,434 26,470 40,520 54,566 63,602 63,636 57,636 50,604 36,568 22,526 12,482 6,442
floor_top   0,590 22,584 42,564
floor_bot   42,564 34,588 18,602 0,604
vi          72,612 81,640 81,690 76,736 69,776 64,776 59,736 58,690 63,640
fdb         60,1096 70,1096 79,1110 84,1122 76,1127 66,1128 59,1114
rf_tfl      84,548 86,575 88,604 88,632
tfl_vl      88,632 94,660 103,694
knee_out    79,807 85,813 88,826 86,841 80,850 73,850 77,838 80,824
knee_med    45,824 50,824 52,835 55,848 50,852 43,853 39,843 40,830
""",
    "back": """
trap_mid    1.5,432 1.5,300 1.5,166
hair_back   48,110 46.5,126 46,142 42,157 34,169 24,170 13,163 0,161
trap_skull  1.5,166 16,168 33.5,187
trap_low    66,284 51,312 37,350 21,392 1.5,432
trap_spine  104,247 88,266 66,284
delt_top    104,247 88,266
delt_med    88,266 98,292 116,316 138,337 161,352
inf_top     66,284 88,266
inf_delt    88,266 98,292 116,316
inf_low     116,316 94,316 70,324 47,322
inf_trap    47,322 56,302 66,284
ter_trap    47,322 38,347
tri_top     161,352 138,337 116,316
tri_in      116,316 107.5,336
tri_mid     116,316 130,350 142,392 149,436
tri_low1    136.5,448 149,436
tri_low2    149,436 164,442 178.5,436
fa_out      164,446 173,486 187,530 197,572 204,592
fa_in       149,450 157,486 167,524 177,560 187,596
lat_top     104,322 88,338 66,349 38,347
lat_trap    38,347 30,370 21,392
lat_es      21,392 28,424 38,462 49,500 60,530
lat_out     60,530 75,496 90,436
crest       60,530 80,524 98,532
es_lat      21,392 28,424 38,462 49,500 52,518 45,537
es_bot      45,537 23,563 3,588
es_mid      3,588 2,520 1.5,432
es_trap     1.5,432 12,412 21,392
gm_crest    46,537 60,530 80,524 98,532
gm_gx       110.5,612 93,590 71,563 46,537
gx_sac      4,591 24,564 46,537
gx_bot      111.5,632 109,654 99,670 85,679 66,680 44,672 24,657 10,636
gx_mid      10,636 4,616 4,591
bf_top      61,679 78,681 94,675
bf_vl       94,675 95.5,720 92,770 89,808
bf_tip      89,808 90,838 85,850 79,828 75,804
bf_pop      75,804 69,786 64,764
bf_st       64,764 62,710 61,679
st_top      27,660 42,671 61,679
st_pop      64,764 60,790 54,818 47,836
st_sm       47,836 45.5,812 44,780 41,735 35,700 27,660
add_top     9,637 16,648 27,660
add_sm      27,660 30,700 22.5,742
gas_mid     62,964 63,900 63,838
gas_top1    63,838 54,835 44,840 35,850
gas_bot1    31,930 38,953 50,967 62,964
gas_top2    63,838 75,833 84,844 89,865
gas_bot2    89,865 88.5,898 84.5,928 76,952 62,964
ach_in      62,964 59,985 55.5,1010 53,1030 45.5,1052
ach_out     62,964 67,985 71,1010 74,1042
fib_sol     74,1042 80,995 85.5,955 87.5,928 89,900 89,865
fib_low     81.5,1062 78,1054 74,1042
ach_l       62,964 67,985 70.5,1010 71,1050 75,1092
ach_m       52,1092 55,1055 56,1010 59,985 62,964
heel        63,1098 74,1102 76,1118 70,1129 60,1131 51,1126 49,1112 53,1100
mf          5,446 10,452 14,500 20,548 16,570 6,582
gmin        66,548 80,543 94,552 103,574 107,602 100,597 88,580 74,564
sm          31,674 39,692 46,735 50,780 47,825 43,846 38,842 37,800 33,760 30,720 28,690
tp          61,866 68,880 72,920 68,970 58,1020 50,1058 48,1052 54,1010 56,960 55,910
gas_bot3    84.5,928 76,952 62,964
sol_fib     74,1042 80,995 85.5,955 86,928
vl_top      111.5,632 109,654 99,670 94,675
""",
}

# --------------------------------------------------------------------------- shapes

# muscle, view, ring of borders
SURFACE = """
trapezius               front  out:nape>acr trap_in
deltoid                 front  delt_pec delt_bic out:delt>acr delt_acr
pectoralis_major        front  clavicle delt_pec pec_arm -pec_bot sternum
biceps_brachii          front  delt_bic bic_out bic_in -pec_arm
triceps_brachii         front  bic_in out:arm_in>elbow_in
triceps_brachii         front  bic_out out:elbow>delt
latissimus_dorsi        front  lat_in out:lat>lat_low
rectus_abdominis        front  ra_top ra_lat1 -ra_1 ra_mid1
rectus_abdominis        front  ra_1 ra_lat2 -ra_2 ra_mid2
rectus_abdominis        front  ra_2 ra_lat3 -ra_3 ra_mid3
rectus_abdominis        front  ra_3 ra_lat4 ra_low ra_mid4
external_oblique        front  eo_top out:flank>crest crest inguinal -ra_lat4 -ra_lat3 -ra_lat2 -ra_lat1
gluteus_medius          front  crest glmed out:hip>crest
tensor_fasciae_latae    front  rf_tfl tfl_vl -tfl_tip out:tfl>hip -glmed
adductor_magnus         front  pect_top add_1 -sart_1
adductor_magnus         front  add_1 sart_2 -add_2
adductor_magnus         front  add_2 sart_3 out:sart>crotch
rectus_femoris          front  rf_tfl rf_vl rf_bot rf_vm
vastus_lateralis        front  rf_vl vl_bot -itb -tfl_vl
vastus_medialis         front  vm_top vm_bot vm_sart
gastrocnemius           front  gas_in out:gas_end>gas_up
soleus                  front  sol_tib out:ach_in>gas_end gas_sol
tibialis_anterior       front  ta_lat -ta_med
fibularis_longus        front  fib_front out:fib_end>fib
abductor_hallucis       front  abh out:toe>heel_in
trapezius               back   trap_mid trap_skull out:neck>acr trap_spine trap_low
deltoid                 back   delt_top delt_med out:delt>acr
triceps_brachii         back   tri_in out:arm_in>elbow_in tri_low1 -tri_mid
triceps_brachii         back   tri_mid tri_low2 out:elbow>delt tri_top
latissimus_dorsi        back   lat_top lat_trap lat_es lat_out out:flank>pit
erector_spinae          back   es_lat es_bot es_mid es_trap
external_oblique        back   lat_out out:flank>crest -crest
gluteus_medius          back   gm_crest out:crest>troch gm_gx
gluteus_maximus         back   gx_sac -gm_gx out:troch>gx gx_bot gx_mid
vastus_lateralis        back   bf_vl out:knee>gx vl_top
biceps_femoris          back   bf_top bf_vl bf_tip bf_pop bf_st
semitendinosus          back   st_top -bf_st st_pop st_sm
adductor_magnus         back   add_top add_sm out:sart>fold
gastrocnemius           back   gas_mid gas_top1 out:gas_up>gas_low gas_bot1
gastrocnemius           back   gas_mid gas_top2 gas_bot2
soleus                  back   gas_bot1 ach_in out:sol_end>gas_low
soleus                  back   gas_bot3 ach_out sol_fib
fibularis_longus        back   fib_sol out:fib>ankle fib_low
"""
# the deep ones, drawn dashed: they lie below others, so they have no neighbours to fit
DEEP = """
diaphragm               front  | dia_top dia_bot
internal_oblique        front  o:io
transversus_abdominis   front  | tva_top tva_side tva_bot
iliacus                 front  o:iliacus
psoas_major             front  o:psoas
pelvic_floor            front  | floor_top floor_bot
vastus_intermedius      front  o:vi
flexor_digitorum_brevis front  o:fdb
multifidus              back   o:mf
gluteus_minimus         back   o:gmin
semimembranosus         back   o:sm
tibialis_posterior      back   o:tp
"""
# what the course does not name: calm areas, and lines (points instead of border names)
AREAS = """
hair            back   | out:crown>temple hair_back
hair            front  | out:crown>temple hairline
sternomastoid   front  scm scm_in
serratus        front  ser_top ser_1
serratus        front  ser_1 -ser_2
serratus        front  ser_2 -ser_3
serratus        front  ser_3 out:flank>lat_low
brachioradialis front  -fa_out out:elbow>fore
forearm         front  fa_out -fa_in
forearm         front  fa_in out:fore_in>elbow_in
sartorius       front  sart_a out:knee_in>sart -sart_3 -sart_2 -sart_1
iliotibial      front  itb out:knee>tfl
patella         front  o:patella
ligament        front  lig_out lig_in
knee            front  o:knee_out
knee            front  o:knee_med
tibia           front  tib_top sol_tib out:ach_in>sol_end -ta_med
extensors       front  fib_front out:fib_end>ankle -ta_lat
infraspinatus   back   inf_top inf_delt inf_low inf_trap
teres           back   inf_low ter_trap -lat_top
forearm         back   -fa_out out:elbow>fore
forearm         back   fa_out -fa_in
forearm         back   fa_in out:fore_in>elbow_in
hamstring       back   out:knee_in>sart -add_sm -st_sm
achilles        back   ach_l ach_m
heel            back   o:heel
"""
# fine lines along the fibres: two sides of a muscle, walked the same way, and how many lines between
FIBRES = """
front 4  clavicle  /  pec_bot
front 2  out:acr>delt  /  delt_acr delt_pec delt_bic
front 1  rf_tfl tfl_vl  /  glmed out:hip>tfl tfl_tip
front 1  rf_tfl rf_vl  /  -rf_vm
front 1  vm_top  /  -vm_sart
front 1  ta_lat  /  ta_med
back 2   out:acr>delt  /  delt_top delt_med
back 1   tri_in out:arm_in>elbow_in  /  tri_mid
back 1   -tri_top out:delt>elbow  /  tri_mid
back 3   lat_top  /  out:pit>flank -lat_out
back 4   -gm_gx  /  -gx_mid -gx_bot
back 2   -bf_st -bf_pop  /  bf_vl
back 1   -bf_st st_pop  /  -st_sm
back 2   -gas_mid  /  gas_top1 out:gas_up>gas_low gas_bot1
back 2   -gas_mid  /  gas_top2 gas_bot2
"""
# single lines: fibres where the two sides do not show them, and calm lines on skin
STROKES = """
fibre front 120,330 134,362 147,404 152,426
fibre front 130,342 145,368 156,400 157,424
fibre front 71,400 62,424 54,440
fibre front 82,424 70,450 54,474
fibre front 81,452 72,478 52,504
fibre front 81,480 74,504 48,532
fibre front 85,506 76,528 43,558
fibre front 14,618 24,640 31,676
fibre front 25,622 31,636 35,654
fibre front 26,594 35,600 42,609
fibre front 98,692 96,724 90,762
fibre front 91,676 89.5,716 84,758
fibre back 9,192 24,224 62,246
fibre back 9,226 32,246 78,255
fibre back 9,264 42,268 72,264
fibre back 9,310 34,294 60,280
fibre back 9,356 28,324 50,298
fibre back 10,396 20,368 36,336
fibre back 10,440 13,500 14,552
fibre back 20,424 28,480 31,536
fibre back 62,542 84,562 104,594
fibre back 74,535 92,556 106,588
fibre back 84,537 95,556 104,580
line front 39,168 31,180 20,189 9,193.6 0,194.4
line front 0,472 2.5,477 0,482
line front 197,612 204,629 217,646
line front 177,647 197,652 218,658
line front 90,1126 84,1108 73,1080
line front 83,1129 78,1109 70,1079
line front 75,1131 72,1110 66.5,1078
line front 66,1133 65,1110 61,1078
line front 80,1068 78,1070 76.5,1078 78,1086
line front 45.5,1066 48,1068 49,1075 47,1082
line back 80,1068 78.5,1071 77.5,1079 80,1087
line back 45.5,1064 47.5,1067 48,1075 46,1082
"""
# where a leader line ends (x from the midline, y), if not in the middle of the muscle
ANCHOR = {
    "diaphragm": (77, 402),
    "external_oblique": (78, 436),
    "internal_oblique": (67, 520),
    "psoas_major": (23, 462),
    "transversus_abdominis": (60, 512),
    "iliacus": (80, 574),
    "rectus_abdominis": (28, 422),
    "rectus_femoris": (80, 606),
    "vastus_intermedius": (69, 700),
    "vastus_lateralis": (92, 712),
    "erector_spinae": (34, 474),
    "multifidus": (12, 556),
    "gluteus_minimus": (88, 574),
    "gluteus_medius": (94, 546),
    "semimembranosus": (43, 800),
    "semitendinosus": (50, 720),
    "biceps_femoris": (82, 720),
    "tibialis_posterior": (57, 1000),
    "tensor_fasciae_latae": (100, 634),
    "gastrocnemius": (76, 880),
    "soleus": (76, 990),
    "pectoralis_major": (70, 310),
    "biceps_brachii": (146, 390),
}
# shown in front too
MAINLY_BACK = (
    "trapezius",
    "latissimus_dorsi",
    "triceps_brachii",
    "gluteus_medius",
    "gastrocnemius",
    "soleus",
)

STYLE = """
  #silhouette path { fill: #e4ddd3 }
  #surface path { fill: #c08f78 }
  #detail path { fill: none; stroke: #b3a79a; stroke-width: 1.3; stroke-linecap: round }
  #detail path.fibre { stroke: #e4ddd3; stroke-opacity: .5; stroke-width: 1 }
  #detail path.area { fill: #d3c8bb; stroke: none }
  #deep path { fill: #6b2f25; fill-opacity: .05; stroke: #6b2f25; stroke-opacity: .85;
    stroke-width: 1.4; stroke-dasharray: 5 4; stroke-linecap: round }
  @media (prefers-color-scheme: dark) {
    #silhouette path { fill: #433e39 }
    #surface path { fill: #b07f69 }
    #detail path { stroke: #7d736a }
    #detail path.fibre { stroke: #433e39 }
    #detail path.area { fill: #57504a }
    #deep path { fill: #f3d9cb; stroke: #f3d9cb }
  }
"""


# --------------------------------------------------------------------------- curves


def points(text):
    """Read 'a=1,2 3,4' as [(1, 2), (3, 4)] and {'a': 0}, the places of the named points."""
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


def path(dense, x0, *, flip, closed=True):
    """Write dense points as path data of few cubic curves; flip draws the mirror image."""
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

    def out(p):
        return f"{number(x0 - p[0] if flip else x0 + p[0])} {number(p[1])}"

    last = len(dots) - 1
    pieces = [c for i in range(0, last, 32) for c in cubics(dots, ways, i, min(i + 32, last))]
    drawn = " ".join("C " + " ".join(out(p) for p in piece) for piece in pieces)
    return f"M {out(dots[0])} {drawn}{' Z' if closed else ''}"


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


def inside(p, ring):
    odd = False
    for a, b in edges(ring):
        if (a[1] > p[1]) != (b[1] > p[1]):
            odd ^= p[0] < a[0] + (p[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
    return odd


def middle(ring):
    """Find the point that lies deepest inside a ring."""
    xs, ys = sorted(p[0] for p in ring), sorted(p[1] for p in ring)
    grid = [
        (xs[0] + (xs[-1] - xs[0]) * i / 24, ys[0] + (ys[-1] - ys[0]) * j / 24)
        for i in range(1, 24)
        for j in range(1, 24)
    ]
    return max((distance(p, ring), p) for p in grid if inside(p, ring))[1]


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
        shape = offset(offset(ring, GAP / 2 + corner), -corner)
        if len(shape) > 8 and abs(area(shape)) > area(ring) / 2:
            return shape
    return shape


# --------------------------------------------------------------------------- the body


def hand():
    turn = radians(HAND_TURN)
    return [
        (WRIST[0] + u * cos(turn) + v * sin(turn), WRIST[1] - u * sin(turn) + v * cos(turn))
        for u, v in points(HAND)[0]
    ]


def outline(view):
    """Half the silhouette as dense points, and the place of each named point among them."""
    knots, names = points(HEAD_TO_WRIST)
    knots += hand()
    for text in (WRIST_TO_ANKLE, FOOT[view], ANKLE_TO_CROTCH):
        more, where = points(text)
        names |= {name: len(knots) + i for name, i in where.items()}
        knots += more
    dense, places = curve(knots + [(-x, y) for x, y in reversed(knots) if x], closed=True)
    half = dense[: places[len(knots) - 1] + 1]
    return half, {name: places[i] for name, i in names.items()}


BODY = {view: outline(view) for view in CENTRE}
BORDER = {
    view: {
        name: points(rest)[0]
        for name, rest in (line.split(None, 1) for line in text.strip().splitlines())
    }
    for view, text in LINES.items()
}


def walk(view, items):
    """Dense points along the borders that the items name (see the top of this file)."""
    dense = []
    for item in items.removeprefix("|").split():
        name = item.removeprefix("-").removeprefix("o:")
        if name.startswith("out:"):
            body, places = BODY[view]
            a, b = (places[word] for word in name[4:].split(">"))
            part = body[a : b + 1] if a < b else body[b : a + 1][::-1]
        else:
            part = curve(BORDER[view][name], closed=item.startswith("o:"))[0]
        dense += part[::-1] if item.startswith("-") else part
    if items.startswith("|"):
        dense += [(-x, y) for x, y in reversed(dense)]
    return dense


def both(view, dense, *, closed=True):
    """Path data of a shape and its mirror image."""
    return " ".join(path(dense, CENTRE[view], flip=flip, closed=closed) for flip in (True, False))


def shape_of(view, items, *, deep=False):
    """The ring of a shape as dense points, and its path data."""
    ring = walk(view, items)
    if not deep:
        ring = draw_in(ring)
    if items.startswith("|"):
        return ring, path(ring, CENTRE[view], flip=False)
    return ring, both(view, ring)


def muscles(table, *, deep):
    """Draw the muscles of a table; each has its path data, view, side and anchor."""
    found = {}
    for name, view, items in rows(table, 3):
        muscle = found.setdefault(name, {"id": name, "d": [], "rings": []})
        ring, d = shape_of(view, items, deep=deep)
        muscle["d"].append(d)
        muscle["rings"].append((view, ring))
    for name, muscle in found.items():
        view = "back" if name in MAINLY_BACK else muscle["rings"][0][0]
        rings = [ring for where, ring in muscle["rings"] if where == view]
        x, y = ANCHOR.get(name) or middle(max(rings, key=lambda ring: abs(area(ring))))
        muscle["view"] = view
        muscle["side"] = "left" if view == "front" else "right"
        muscle["anchor"] = (CENTRE[view] + (-abs(x) if view == "front" else abs(x)), y)
    return sorted(found.values(), key=lambda m: (m["view"] == "back", m["anchor"][1]))


def rows(table, columns):
    return [line.split(None, columns - 1) for line in table.strip().splitlines()]


def cross(a, b, c, d):
    """Whether the line a-b crosses the line c-d."""

    def left(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) > (q[1] - p[1]) * (r[0] - p[0])

    return left(a, c, d) != left(b, c, d) and left(a, b, c) != left(a, b, d)


def place_labels(every):
    """Space the labels of each side evenly, from head to foot like their muscles.

    Where two straight leader lines would cross, the two labels change places; each change makes
    the lines shorter, so this comes to an end.
    """
    for side, x in LABEL_X.items():
        column = sorted((m for m in every if m["side"] == side), key=lambda m: m["anchor"][1])
        top, end = LABEL_Y[side]
        for i, muscle in enumerate(column):
            muscle["label"] = (x, round(top + (end - top) * i / (len(column) - 1)))
        pairs = list(combinations(column, 2))
        while crossing := [
            (a, b) for a, b in pairs if cross(a["anchor"], a["label"], b["anchor"], b["label"])
        ]:
            a, b = crossing[0]
            a["label"], b["label"] = b["label"], a["label"]


def fibres():
    """Draw the lines of FIBRES: each runs a share of the way between two sides of a muscle."""
    for view, count, sides in rows(FIBRES, 3):
        one, two = (spread(walk(view, side), 40) for side in sides.split(" / "))
        for i in range(1, int(count) + 1):
            share = i / (int(count) + 1)
            line = [mix(p, q, share) for p, q in zip(one, two, strict=True)]
            yield both(view, line[8:33], closed=False)


# --------------------------------------------------------------------------- the file


def silhouette():
    for view, (half, _) in BODY.items():
        down = path(half, CENTRE[view], flip=False, closed=False)
        up = path(half[::-1], CENTRE[view], flip=True, closed=False).split(" C ", 1)[1]
        yield f'<path id="body-{view}" d="{down} C {up} Z"/>'


def named(found):
    for muscle in found:
        data = {
            "view": muscle["view"],
            "anchor": ",".join(number(n) for n in muscle["anchor"]),
            "label": ",".join(number(n) for n in muscle["label"]),
            "side": muscle["side"],
        }
        told = " ".join(f'data-{key}="{value}"' for key, value in data.items())
        yield f'<path id="{muscle["id"]}" {told} d="{" ".join(muscle["d"])}"/>'


def detail():
    for _, view, items in rows(AREAS, 3):
        yield f'<path class="area" d="{shape_of(view, items)[1]}"/>'
    for d in fibres():
        yield f'<path class="fibre" d="{d}"/>'
    for kind, view, text in rows(STROKES, 3):
        line = curve(points(text)[0])[0]
        yield f'<path class="{kind}" d="{both(view, line, closed=False)}"/>'


def main():
    surface, deep = muscles(SURFACE, deep=False), muscles(DEEP, deep=True)
    place_labels([*surface, *deep])
    layers = {
        "silhouette": silhouette(),
        "surface": named(surface),
        "detail": detail(),
        "deep": named(deep),
    }
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'aria-label="The muscles of a runner, seen from the front and from the back">',
        "<title>The muscles of a runner, front and back</title>",
        "<desc>Our own drawing, CC BY 4.0, made by data/bodymap.py. "
        "Dashed shapes lie deep, below other muscles.</desc>",
        f"<style>{STYLE}</style>",
    ]
    for layer, paths in layers.items():
        lines += [f'<g id="{layer}">', *paths, "</g>"]
    svg = "\n".join([*lines, "</svg>", ""])
    Path(__file__).with_name("bodymap.svg").write_text(svg, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
