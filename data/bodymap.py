"""Draw data/bodymap.svg: one person from the front and from the back, with 35 muscles.

Run `python data/bodymap.py`. It needs nothing but Python; the same points give the same file.

Only half a body is written down: x is the distance from the midline, y runs down the page, and
every shape is mirrored. The first part of this file holds points. Smooth curves (Catmull-Rom) run
through them, and those of the silhouette and of LINES are the borders between muscles.

A muscle is a ring of borders: "a -b out:hip>knee" walks border a, then border b backwards, then
the silhouette from its point `hip` to its point `knee`. Neighbours walk the same border, so they
fit. Each ring is then drawn in by half a gap and its corners are rounded, so that all gaps and
all corners are alike. "o:a" is the closed curve through the points of a, and "|" before a line from
midline to midline makes one shape of it and its mirror image; these two are not drawn in.
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
0,50 17,52 32,60 42.5,75 47.5,95 48,110 51.5,110.5 54,115 53.5,125 51.5,134 48,138 45.5,152 42.5,166
38.5,178 neck=37,188 36.5,200 38,210 nape=39.5,216 46,225 57,232 79,240 acr=104,247 125,253 143,267 154,289 160.5,314
delt=162.5,346 169,366 176,390 brad=181,414 183,436 188,456 195,480 201,506 205,536 fore=210,572"""
# thumb side first; u is across (thumb side positive), v along the hand, turned and put at the wrist
HAND = """
16,2 20,14 26,26 32,38 37.5,50 41,59 41,65.5 37,68.5 32,63 27.5,53 24.5,49 24,58 24.5,70 26.5,86 27,98 25,104.5
21.5,106 18.5,103 17,94 15,80 13.3,68 12.7,66.5 12.5,70 13.3,88 13.5,105 11.5,112 8,114 4.6,111.5 3,104 2,86 1.3,70
0.7,67.5 0,70 -1.3,86 -2.6,100 -5,106.5 -8.5,107 -11.3,103.5 -12,95 -11.6,80 -11.2,68 -11.8,65 -12.5,68 -14.8,78
-17.3,87 -20.5,90.5 -23.6,89 -25,83 -24.6,72 -24,60 -23.5,46 -22,28 -18.5,13 -16,2"""
WRIST, HAND_TURN = (203, 602), 7
WRIST_TO_ANKLE = """
fore_in=178,575 167,546 156,518 147,494 140,472 elbow_in=134,450 tric=130.5,430 126,406 119.5,380 113,355 arm_in=109,336
pit=106,320 108,342 107.5,364 104.5,386 lat_low=99.5,409 flank=92,436 86.5,462 86,487 89.5,510 crest=95,532
98.5,555 troch=101.5,578 hip=103,590 105.5,612 gx=106.5,622 tfl=107,648 107,690 103.5,730 it_end=98,765 vl_end=95.8,776 93.5,788
91,815 90.5,835 fib=92,850 gas_out=95,866 98.5,890 98.5,915 gas_lat=95.5,938 91,960 89,985 fib_end=86,1015
83,1042 82.5,1062 86,1078"""
FOOT = {
    "front": """86,1092 90,1103 95,1113 98,1121 97.5,1127 94.5,1129 91,1128.5 90,1126.5 89.5,1131 87,1133 84,1132 83,1129
             82.5,1134 79.5,1136.5 76,1135 75,1131.5 74,1137 71,1139.5 67.5,1138 66.3,1133.5 65,1139 60,1143 53,1142.5
             48,1137 46.5,1134 toe=46,1127 44.5,1104 42.5,1088""",
    "back": """84.5,1092 85.5,1102 89.5,1110 94,1117 95.5,1124 91,1128 84,1128.5 77,1130.5 69,1134.5 60,1135.5 51,1132 toe=47,1124
            45.5,1110 45,1098 43,1088""",
}
ANKLE_TO_CROTCH = """
heel_in=41.5,1076 43,1060 sol_end=45,1044 46,1022 43,995 38,962 gas_end=36.3,956 gas_low=33.5,946 30.5,930 26.5,898 28.5,870 gas_up=33,846
30.5,830 knee_in=28.5,814 28.5,800 26,782 22,766 sart=17,746 10.5,718 6.5,692 4,668 inner=2.5,652 0,641"""

# borders between neighbours; the name, then the points
LINES = {
    "front": """
hair_top    0,51.9 16.5,53.9 30.8,61.6 40.8,76 45.6,95.3 46,109
hairline    46,109 42.5,102 38,92 30,85 16,83 6,83.6 0,84
scm         35,191 31,208 22,232 9,255
scm_in      4,257 6,240 13,216 22,196 35,191
trap_in     96,249 74,250 56,247 43,239 35.5,227 33.5,212 37,197
clav_top    5,253 20,250 42,251 66,254 98,249
clav_bot    98,249 90,257 66,262 42,260 20,259 5,265
sternum     3,346 2.5,308 4,267
pec_top     4,267 20,261 42,262 66,264 90,255
pec_bot1    3,346 22,360 42,364.5 60,361 74,353
pec_bot2    74,353 90,341 106,320
delt_pec    90,255 98,271 108,287 117,300
pec_arm     117,300 113,311 106,320
delt_bic1   117,300 130,317 146,333
delt_bic2   146,333 155,340 162.5,346
delt_acr    104,247 90,255
bic_out     146,333 157,352 162.5,376 163,400 159,424 154,444
bic_in1     154,444 148,433 141,418
bic_in2     141,418 133,397 125,371 118,346 112,331 106,320
tri_end     130.5,430 137,427 141,418
brad_top    181,414 172,424 164,438 158,454
bic_tail    158,454 154,444
bic_tendon  153,440 156,440 159,450 161,464 158,465 155,454
fa_out      158,454 168,486 180,520 190,554 199,590
fa_top      158,454 148,446 136,444
fa_in       136,444 151,474 164,512 177,548 192,594
la1         93.5,362 98,342 106,320
la_1        94.5,372 93.5,362
la2         95.5,388 94.7,380 94.5,372
la_2        95.5,395 95.5,388
la3         99.5,409 97,402 95.5,395
s1          74,353 70,368 66,384
s2          66,384 76,380.5 86,372 93.5,362
s3          94.5,372 84,385 76,395 71,405
s4          71,405 80,402.5 89,395 95.5,388
s5          95.5,395 89,404 82,414 77,424
s6          77,424 85,421.5 93,415.5 99.5,409
eo_top      48,364 62,360 74,353
ra_top      2,349 22,361 48,364
ra_lat1     48,364 51,402
ra_lat2     51,402 52,440
ra_lat3     52,440 49,480
ra_lat4     49,480 45,520 35,560 20,592
ra_low      20,592 10,601 3,601
ra_mid4     3,601 1,560 1,480
ra_mid3     1,480 1,440
ra_mid2     1,440 1,402
ra_mid1     1,402 2,349
ra_1        1,402 25,396 51,402
ra_2        1,440 25,435 52,440
ra_3        1,480 25,477 49,480
crest       95,532 89,541 82,548
inguinal    82,548 61,566 40,581 20,592
eo_apo      82,548 73,542 62,532 53.5,517 49,480
ing_1       82,548 61,566 40,581
ing_2       40,581 20,592 8,606
glmed       82,548 94,564 103,590
rf_tfl      82,548 86,572 90,598
tfl_vl      90,598 95,617 100.5,638
tfl_it      100.5,638 103.5,645 107,648
it_f        100.5,638 101.3,664 100.8,695 97.5,730 93.5,758 89.5,776
it_band     103,643 105.9,650 106,690 102.6,729 97.2,764 94.5,777 90,812 86,840 83,850 79.5,851 79.5,843 83,820 87,798 90.5,777 94.5,758 98.6,730 101.6,695 102.1,664
rf_vl       90,598 92,638 90.5,672 85.5,705 78.5,738 71,770
rf_bot      71,770 68.5,775 65,772
rf_vm       65,772 62,750 57.5,722 54.5,692 58,662
rf_sart     58,662 71,610 82,548
vl_bot      71,770 75.5,777 81,782 86,782 89.5,776
sart_vm     58,662 46,706 38.5,740 35.5,766 35.5,786
sart_low    35.5,786 37,818 45,850
sart_1      82,548 63,588 49,626
sart_2      49,626 40,660 31,695
sart_3      31,695 24.5,720 17,746
pect_1      40,581 43,606 49,626
add_1       8,606 28,611 49,626
add_2       8,606 17,640 24,672 31,695
gr_top      2.5,652 4,630 8,606
vm_pat      65,772 60,783 56.5,793 51.5,804 45,810 38.5,803 35.5,786
patella     65.5,778 68,779 70,778 70.5,790 72.5,804 73.5,816 70,829 68,846 66.5,864 62.5,868 59,864 58,846 55.5,829 55,816 57,804 63,790
fib_head    86,848 90,853 88,860 84,861 82.5,855
gas_in      33,846 41,862 45.5,892 44.5,926 41,948 36.3,956
gas_sol     36.3,956 41,948 44.5,926 45.5,892
sol_tib     45.5,892 49.5,930 50.5,975 49,1012 45,1044
tib_crest   66,872 61,900 58.5,935 59,970 59.5,1000 56,1030 52,1056
tib_end     52,1056 50,1072 45,1080 41.5,1076
tib_top     66,872 60,866 53,858 45,858 42,868 45.5,892
ta_med      66,872 61,900 58.5,935 59,970 61,1000
ta_lat      61,1000 69,984 76,955 79.5,925 78.5,892 73,866 66,872
ta_tendon   59,988 64,992 63,1020 60,1050 56,1078 52,1086 50,1083 54,1058 58,1022
ext_in      73,866 78.5,892 79.5,925 76,955 69,984 65,1008 62.5,1040 62,1070
ext_out     68,1070 75,1046 80,1030 84.5,1000 87,960 88,925 87.5,895 85,866 80,860 73,866
fib_front   86,1015 86.5,985 88,950 88,920 87.5,895 85,866 92,850
lat_mal     79,1042 80.5,1058 82,1072 79,1080 75.5,1070 76.5,1054
abh         41.5,1076 48.5,1082 53,1094 54,1108 52.5,1120 46,1127
dia_top     0,356 12,352 28,344 44,342 60,349 74,364 84,388 89,416 90,442
dia_bot     90,442 82,420 68,402 50,391 31,386 20,388 14.5,398 12.8,420 10.3,446 8,464 5.5,463 5.5,440 5,414 3.2,399 0,394
io          56,432 66,438 77,446 86,449 84.5,468 84.5,490 87,510 92,529 82,546 71,554 58,561 46,563 43,550 47,522 52,490 54,460
tva_top     0,403 16,402.5 32,402 46,404 60,411.5 72,423 79,437 81,452
tva_side    81,452 78.5,470 78.5,490 81,511 91,531
tva_bot     91,531 81,546 61,563.5 40,578.5 22,588 8,596 0,598
iliacus     36,526 47,517 64,513 78,516 87,528 81,546 74,562 69,580 65.5,598 62.5,614 60.6,618 60,612 60,598 57.5,580 52.5,557 44,537
psoas       15,430 20,436 24,452 30,478 36,506 42,532 48.5,556 54,580 58,604 59,624 57.5,636 55,634 52.5,616 46,594 37,570 28,544 19.5,512 14,480 11.5,450 12,434
floor_top   0,615 10,614 19,610 26,603
floor_bot   26,603 24,616 17,625 8,630 0,631
vi          77,638 86,647 91,668 91.5,698 88,730 81.5,758 74,779 70,787.5 65.5,787.5 62.5,779 58.5,758 55.5,730 55.5,702 59,672 67,647
fdb         61,1082 67,1081 71,1090 76,1104 78,1114 74,1118 68,1118 65,1108 61.5,1096
""",
    "back": """
trap_mid    1.5,432 1.5,300 1.5,166
hair_top    0,51.9 16.5,53.9 30.8,61.6 40.8,76 45.6,95.3 46,109
hair_back   46,109 45.5,126 44.5,142 41,156 34,165 24,166.5 13,163 5,161.3 0,161
trap_skull  1.5,166 13,168
trap_neck   13,168 17,184 23,199 30,210 39.5,217
neck_top    37,188 30,178 13,168
trap_spine  104,247 91,260 74,275
trap_root   74,275 66,286
trap_low    66,286 54,309 38,350 22,392
trap_tip    22,392 12,414 1.5,432
delt_med1   74,275 94,287 114,311
delt_med2   114,311 125,322 137,332
delt_med3   137,332 150,341 162.5,346
inf_low     114,311 94,313 70,322 48,323
inf_trap    48,323 57,303 66,286
ter_trap    48,323 38,350
tri_in      114,311 109,336
tri_mid     137,332 142,352 148,386
tri_low1    148,386 145,406 145.5,424 140,434 130.5,430
tri_low2    148,386 154,400 160,418 168,424 181,414
olecranon   149,390 154,404 159,426 163.5,446 160,457 153,455 149.5,440 147.5,424 147,406
fa_brad     181,414 174,430 169,446
fa_out      169,446 178,482 189,522 197,560 203,592
fa_top      169,446 158,460 148,456
fa_in       148,456 157,488 168,524 179,556 192,592
fa_elb      148,456 141,450 134,450
lat_top     106,320 90,337 66,349 38,350
lat_trap    38,350 30,370 22,392
lat_es1     22,392 26.5,416 31.5,438
lat_es2     31.5,438 39,468 49,500 60,530
lat_out     60,530 76,496 92,436
crest       60,530 80,524 95,532
es_lat      31.5,438 34,462 32,492 26,524 17,556 8,580
es_bot      8,580 4,584
es_mid      4,584 2.5,520 1.5,432
fascia_low  60,530 46,537 22,563 4,584
gm_crest    46,537 60,530 80,524 95,532
gm_gx       93,567 77,551.5 61,543 46,537
gm_it       101.5,578 93,567
gx_it       93,567 95.3,579 96.3,590 95.5,602
it_in       95.5,602 98,620 100.2,650 100.3,690 97.5,730 98,765
gx_sac      1.5,588 22,563 46,537
gx_vl       95.5,602 93.5,616 89,630 81.8,642.5 73,648.5
gx_bf       73,648.5 63,651.8 53,653
gx_st       53,653 37,651.5
gx_add      37,651.5 22,648 9,641
gx_cleft    9,641 4,635 1.2,623 1,604 1.5,588
bf_vl       73,648.5 81,690 88,732 93,764 95.8,776
bf_tip      92,850 87,852 82,834 76,810
bf_pop      76,810 71,792 66,772
bf_sm       66,772 63.5,752 60,730
bf_st       60,730 55,690 53,653
st_pop      60,730 57,764 52,797
st_sm       52,797 46,768 40,732 37,692 37,651.5
cord        50,786 53.5,790 51.5,812 47.5,834 43,848 40,846 44,830 47,810
sm_end      66,772 61.5,790 54.5,806 48.5,818 44.5,834 38,840 32.5,832 28.5,814
add_sm      37,651.5 34,690 27,715 17,746
gas_midl    62,959 62.5,945
gas_midu    62.5,945 62,925 64,890 65.5,860 64,840
gas_top1    64,840 61,824 55,819 50,828 45,845 39,851 33,846
gas_bot1    33.5,946 40.5,959 50,968
gas_apo1    50,968 57,967.5 62,959
gas_top2    64,840 69,824 75,820 81,830 87,852 95,866
gas_bot2a   95.5,938 92,943 87,947.5
gas_bot2b   87,947.5 80.5,952.5 73,953.8
gas_apo2    73,953.8 67,951.5 62.5,945
sol_fib     87,947.5 82.5,972 79.5,1000 78,1018
fib_in      78,1018 77,1032 76,1042
apo_l       73,953.8 71.5,972 69.8,990 70.5,1010 78,1018
apo_m       50,968 53,986 55,1006 54.5,1028 45,1044
ach         73,953.8 71.5,972 69.5,992 68,1015 67,1038 67.2,1060 69,1080 74,1100 75,1114 71,1127.5 62,1130.5 53,1127.5 49,1114 50.5,1100 54,1080 56,1060 56,1040 55.8,1018 53.5,990 50,968
fib_low     83,1042 80,1056 76,1042
mf          9,446 14,455 18,500 22,545 19,566 10,579 8,560 8,500
gmin        58,544 66,536.5 77,533.5 88,537.5 95,551 98.5,572 98.5,590 95.5,594 91,587 80,572 67,560 58.5,551
sm          44,626 48,640 51,668 56,700 60.5,730 64,758 64,776 58,796 50,812 46,828 41,843 36,841 32,822 29,794 25,764 25.5,738 31,706 37,674 39.5,644 41,628
tp          62,868 71,884 77,920 74,958 66,995 58.5,1030 54.5,1054 53.5,1072 51.5,1084 47.5,1091.5 44.5,1092.5 44.2,1089.5 47.5,1086 49.2,1077 49.7,1060 50,1048 53,1010 53.5,972 51,930 54,886
""",
}

# --------------------------------------------------------------------------- shapes

# muscle, view, ring of borders
SURFACE = """
trapezius               front  out:nape>acr trap_in
deltoid                 front  delt_pec delt_bic1 delt_bic2 out:delt>acr delt_acr
pectoralis_major        front  pec_top delt_pec pec_arm -pec_bot2 -pec_bot1 sternum
biceps_brachii          front  delt_bic1 bic_out bic_in1 bic_in2 -pec_arm
triceps_brachii         front  bic_in2 out:pit>tric tri_end
latissimus_dorsi        front  la3 la_2 la2 la_1 la1 out:pit>lat_low
rectus_abdominis        front  ra_top ra_lat1 -ra_1 ra_mid1
rectus_abdominis        front  ra_1 ra_lat2 -ra_2 ra_mid2
rectus_abdominis        front  ra_2 ra_lat3 -ra_3 ra_mid3
rectus_abdominis        front  ra_3 ra_lat4 ra_low ra_mid4
external_oblique        front  eo_top s1 s2 -la_1 s3 s4 -la_2 s5 s6 out:lat_low>crest crest eo_apo -ra_lat3 -ra_lat2 -ra_lat1
gluteus_medius          front  crest glmed out:hip>crest
tensor_fasciae_latae    front  rf_tfl tfl_vl tfl_it out:tfl>hip -glmed
adductor_magnus         front  ing_2 add_1 -pect_1
adductor_magnus         front  add_1 sart_2 -add_2
adductor_magnus         front  add_2 sart_3 out:sart>inner gr_top
rectus_femoris          front  rf_tfl rf_vl rf_bot rf_vm rf_sart
vastus_lateralis        front  rf_vl vl_bot -it_f -tfl_vl
vastus_medialis         front  rf_vm sart_vm -vm_pat
gastrocnemius           front  gas_in out:gas_end>gas_up
soleus                  front  sol_tib out:sol_end>gas_end gas_sol
tibialis_anterior       front  ta_med ta_lat
fibularis_longus        front  fib_front out:fib>fib_end
abductor_hallucis       front  abh out:toe>heel_in
trapezius               back   trap_mid trap_skull trap_neck out:nape>acr trap_spine trap_root trap_low trap_tip
deltoid                 back   trap_spine delt_med1 delt_med2 delt_med3 out:delt>acr
triceps_brachii         back   tri_in out:arm_in>tric -tri_low1 -tri_mid -delt_med2
triceps_brachii         back   tri_mid tri_low2 out:brad>delt -delt_med3
latissimus_dorsi        back   lat_top lat_trap lat_es1 lat_es2 lat_out out:flank>pit
erector_spinae          back   -trap_tip lat_es1 es_lat es_bot es_mid
external_oblique        back   lat_out out:flank>crest -crest
gluteus_medius          back   gm_crest out:crest>troch gm_it gm_gx
gluteus_maximus         back   gx_sac -gm_gx gx_it gx_vl gx_bf gx_st gx_add gx_cleft
vastus_lateralis        back   gx_vl bf_vl out:vl_end>it_end -it_in
biceps_femoris          back   gx_bf -bf_st -bf_sm -bf_pop -bf_tip out:fib>vl_end -bf_vl
semitendinosus          back   gx_st -st_sm -st_pop bf_st
adductor_magnus         back   gx_add out:inner>sart -add_sm
gastrocnemius           back   gas_midl gas_midu gas_top1 out:gas_up>gas_low gas_bot1 gas_apo1
gastrocnemius           back   gas_midu gas_top2 out:gas_out>gas_lat gas_bot2a gas_bot2b gas_apo2
soleus                  back   gas_bot1 apo_m out:sol_end>gas_low
soleus                  back   gas_bot2b apo_l -sol_fib
fibularis_longus        back   out:gas_lat>fib_end fib_low -fib_in -sol_fib -gas_bot2a
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
# what the course does not name: other muscles (area), and bone, tendon and hair (bone)
AREAS = """
bone hair            back   | hair_top hair_back
bone hair            front  | hair_top hairline
bone clavicle        front  clav_top clav_bot
bone biceps_tendon   front  o:bic_tendon
bone knee            front  o:patella
bone iliotibial      front  o:it_band
bone aponeurosis     front  ra_lat4 -inguinal eo_apo
bone fibula          front  o:fib_head
bone tibia           front  tib_crest tib_end out:heel_in>sol_end -sol_tib -tib_top
bone tibialis        front  o:ta_tendon
bone malleolus       front  o:lat_mal
bone olecranon       back   o:olecranon
bone fascia          back   lat_es2 fascia_low -es_lat
bone semitendinosus  back   o:cord
bone iliotibial      back   out:troch>it_end -it_in -gx_it -gm_it
bone achilles        back   gas_apo1 gas_midl -gas_apo2 ach
area sternomastoid   front  scm scm_in
area serratus        front  pec_bot2 -la1 -s2 -s1
area serratus        front  s3 s4 la2
area serratus        front  s5 s6 la3
area brachialis      front  delt_bic2 out:delt>brad brad_top bic_tail -bic_out
area brachioradialis front  brad_top fa_out out:fore>brad
area flexors         front  fa_top fa_in -fa_out
area flexors         front  fa_in out:fore_in>elbow_in
area iliopsoas       front  ing_1 pect_1 -sart_1
area sartorius       front  sart_1 sart_2 sart_3 out:sart>gas_up -sart_low -sart_vm rf_sart
area extensors       front  ext_in ext_out
area splenius        back   trap_neck out:nape>neck neck_top
area infraspinatus   back   delt_med1 inf_low inf_trap -trap_root
area teres           back   inf_low ter_trap -lat_top out:pit>arm_in -tri_in
area brachioradialis back   fa_brad fa_out out:fore>brad
area extensors       back   fa_top fa_in -fa_out
area flexors         back   fa_elb out:elbow_in>fore_in -fa_in
area semimembranosus back   add_sm out:sart>knee_in -sm_end bf_sm st_pop st_sm
"""
# fine lines along the fibres, and calm lines on skin
STROKES = """
fibre front 112,258 126,282 140,318 / 122,258 138,282 149,322 / 30,268 62,273 92,288
fibre front 12,280 48,283 80,288 104,299 / 10,303 46,307 80,305 106,304 / 12,326 46,331 80,321 105,309
fibre front 26,349 52,348 82,332 103,314 / 124,330 140,362 149,396 151,426 / 137,336 150,364 156,394 155,422
fibre front 79,382 62,410 56,438 / 84,405 68,432 56,468 / 87,425 72,454 55,498 / 84,452 75,482 58,514
fibre front 83,484 78,508 67,527 / 91,570 95,592 100,614 / 82,584 78,630 71,690 67,745 / 86,640 83,684 75,726
fibre front 74,640 63,684 62,726 / 94,640 91,700 79,762 / 49,718 45,758 43.5,794
fibre front 54,730 54,762 51,788 / 16,622 26,648 31,680 / 28,620 34,636 37,654 / 28,595 35,601 42,613
fibre front 7,640 10,676 17,714 / 69,888 70,930 65,974 / 36,866 39,896 36,934
fibre back  9,192 22,216 58,240 / 9,226 34,246 84,255 / 9,264 40,268 72,266 / 9,310 34,294 58,280
fibre back  9,356 28,328 50,300 / 10,396 22,368 36,338 / 88,269 110,286 132,322 / 102,262 124,286 142,328
fibre back  120,262 138,286 151,326 / 120,326 130,360 136,404 / 152,352 160,380 166,410 / 98,340 78,366 48,386
fibre back  101,354 78,398 40,444 / 102,372 86,420 54,488 / 92,410 80,462 62,514 / 13,430 14,500 12,552
fibre back  23,416 26,470 20,532 / 68,538 82,545 95,560 / 82,532 89,543 94,554 / 46,548 70,559 89,573
fibre back  32,562 62,579 91,600 / 20,578 50,603 85,628 / 9,598 36,622 70,640
fibre back  94,660 94.5,710 92,750 / 66,662 74,710 84,772 / 60,666 65,714 78,786 / 47,662 50,705 53.5,750
fibre back  44,668 45,712 49.5,764 / 14,654 14,688 17,724 / 28,658 26,684 20,712 / 57,834 55,880 56,948
fibre back  50,840 44,880 48,948 / 40,862 36,896 41,938 / 70,834 71,880 70,940 / 76,832 82,876 79,940
fibre back  86,862 91,900 87,932
line  front 64,829 57,825 55.5,815 58,806 64,801 70,806 72.5,815 71,825 64,829
line  front 39,168 31,180 20,189 9,193.6 0,194.4 / 0,472 2.5,477 0,482 / 207,612 215,630 227,644
line  front 189,648 208,654 228,659 / 90,1124 86,1112 81,1100 / 83,1127 80.5,1116 78,1106 / 75,1129 73,1120
line  front 66,1131 64.5,1118 62,1104
line  back  80,1068 78.5,1071 77.5,1079 80,1087 / 45.5,1064 47.5,1067 48,1075 46,1082
"""
# the view that a muscle is named in, and where its leader line ends
ANCHORS = {
    "front": """
deltoid=129,283 pectoralis_major=70,310 biceps_brachii=146,390 rectus_abdominis=24,391 external_oblique=78,438
diaphragm=80,400 psoas_major=57,608 internal_oblique=81.6,480 transversus_abdominis=36.5,570 iliacus=69,570
tensor_fasciae_latae=93,584 pelvic_floor=12,621 rectus_femoris=80,614 adductor_magnus=19,696 vastus_lateralis=95,690
vastus_intermedius=68.3,780 vastus_medialis=47,775 fibularis_longus=91,877 tibialis_anterior=69,930
abductor_hallucis=48,1100 flexor_digitorum_brevis=70,1106""",
    "back": """
trapezius=39,263 triceps_brachii=126,346 latissimus_dorsi=72,392 erector_spinae=25,470 multifidus=13,512
gluteus_medius=80,529.5 gluteus_minimus=93,575 gluteus_maximus=54,600 biceps_femoris=76,720 semitendinosus=50,720
semimembranosus=36,790 gastrocnemius=78,880 soleus=79.5,972 tibialis_posterior=60,1000""",
}

STYLE = """
  #silhouette path { fill: #e4ddd3 }
  #surface path { fill: #c08f78 }
  #detail path { fill: none; stroke: #b3a79a; stroke-width: 1.3; stroke-linejoin: round }
  #detail path.fibre { stroke: #e4ddd3; stroke-opacity: .5; stroke-width: 1 }
  #detail path.area { fill: #d3c8bb; stroke: none }
  #detail path.bone { fill: #f2ede5; stroke: none }
  #deep path { fill: #6b2f25; fill-opacity: .05; stroke: #6b2f25; stroke-opacity: .85;
    stroke-width: 1.4; stroke-dasharray: 5 4; stroke-linecap: round }
  @media (prefers-color-scheme: dark) {
    #silhouette path { fill: #433e39 }
    #surface path { fill: #b07f69 }
    #detail path { stroke: #7d736a }
    #detail path.fibre { stroke: #433e39 }
    #detail path.area { fill: #57504a }
    #detail path.bone { fill: #756b62 }
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


def whole(half):
    """Join half a shape, fitted from midline to midline, to its mirror image."""
    return half + mirrored(half[-2::-1])


def path(view, run):
    """Write fitted curves as path data."""
    dots = [f"{number(CENTRE[view] + x)} {number(y)}" for x, y in run]
    pieces = (" ".join(dots[i : i + 3]) for i in range(1, len(dots), 3))
    return f"M {dots[0]} C {' C '.join(pieces)} Z"


def both(view, run):
    """Path data of a shape and its mirror image."""
    return f"{path(view, mirrored(run))} {path(view, run)}"


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
    return dense


def drawn(view, items):
    """Path data of a shape; those that fit no neighbours are not drawn in."""
    ring = walk(view, items)
    if items.startswith("|"):
        return path(view, whole(fit(ring, closed=False)))
    return both(view, fit(ring if items.startswith("o:") else draw_in(ring), closed=True))


def muscles(table):
    """Draw the muscles of a table; each has its path data, view, side and anchor."""
    found = {}
    for name, view, items in rows(table, 3):
        found.setdefault(name, {"id": name, "d": []})["d"].append(drawn(view, items))
    for view, text in ANCHORS.items():
        spots, names = points(text)
        side, out = ("left", -1) if view == "front" else ("right", 1)
        for name in names.keys() & found.keys():
            x, y = spots[names[name]]
            found[name] |= {"view": view, "side": side, "anchor": (CENTRE[view] + out * x, y)}
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


# --------------------------------------------------------------------------- the file


def silhouette():
    for view, (half, _) in BODY.items():
        yield f'<path id="body-{view}" d="{path(view, whole(fit(half, closed=False)))}"/>'


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
    for kind, _, view, items in rows(AREAS, 4):
        yield f'<path class="{kind}" d="{drawn(view, items)}"/>'
    for kind, view, text in rows(STROKES, 3):
        for stroke in text.split(" / "):
            line = fit(curve(points(stroke)[0])[0], closed=False)
            # there and back: an open path would count as a filled one for some readers
            yield f'<path class="{kind}" d="{both(view, line + line[-2::-1])}"/>'


def main():
    surface, deep = muscles(SURFACE), muscles(DEEP)
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
