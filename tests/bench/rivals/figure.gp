# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The benchmark figure in gnuplot:  gnuplot -c figure.gp FORMAT DATA.tsv OUTPUT
# Columns of the data: name, official, non-official; "NA" is not reported. Words and sizes are those of Contingent's figure.

format = ARG1
data = ARG2
set output ARG3

if (format eq "svg") {
  point = 96.0 / 72
  set terminal svg size 680,832 font sprintf ("Liberation Sans,%g", 8.2 * point) background "white"
} else { if (format eq "pdf") {
  point = 1
  set terminal pdfcairo size 18cm,22cm font "Liberation Sans,8.2" fontscale 0.75
} else {
  point = 1
  set terminal pngcairo size 2126,2598 font "Liberation Sans,8.2" fontscale 3.125 linewidth 4.1667
} }
title_font = sprintf ("Liberation Sans:Bold,%g", 11.65 * point)
subtitle_font = sprintf ("Liberation Sans,%g", 8.85 * point)
axis_font = sprintf ("Liberation Sans,%g", 7.65 * point)
note_font = sprintf ("Liberation Sans,%g", 7.2 * point)

set datafile separator "\t"

set lmargin at screen 0.2
set rmargin at screen 0.966
set tmargin at screen 0.876
set bmargin at screen 0.06
set label "Foreign fighters in Syria and Iraq by country, December 2015" at screen 0.016,0.976 font title_font
set label "People who travelled to Syria and Iraq to join Islamic State and other violent extremist groups, cumulative" \
  at screen 0.016,0.953 font subtitle_font textcolor rgb "#555555"
set label "… and 15 more. Non-official: 23 of 50 countries not reported. The pair of the United States is two things: 150 arrived, 250 travelled or tried to travel." \
  at screen 0.016,0.035 font note_font textcolor rgb "#555555"
set label "Source: The Soufan Group, Foreign Fighters: An Updated Assessment of the Flow of Foreign Fighters into Syria and Iraq (2015)" \
  at screen 0.016,0.017 font note_font textcolor rgb "#555555"
set label "People who travelled" at screen 0.2,0.904 font axis_font textcolor rgb "#555555"

set x2range [0:7000]
set x2tics 0,1000 scale 0 offset 0,-0.5 font axis_font
set format x2 "%.0f"
unset xtics
set ytics scale 0 nomirror
set yrange [49.5:-0.5]
set grid x2tics linecolor rgb "#dddddd" linetype 1
set border 2
set key at screen 0.006,0.936 left top horizontal Left reverse samplen 1
set style fill solid noborder

plot data using ($2/2):0:(0):2:($0-0.3):($0):ytic(1) axes x2y1 with boxxyerror linecolor rgb "#123a66" title "Official", \
     data using ($3/2):0:(0):3:($0):($0+0.3) axes x2y1 with boxxyerror linecolor rgb "#e0a050" title "Non-official", \
     data using (strcol(3) eq "NA" ? 85 : NaN):($0+0.15) axes x2y1 with points pointtype 2 pointsize 0.4 linecolor rgb "#777777" title "Not reported"
