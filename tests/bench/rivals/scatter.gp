# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The scatter plot of the benchmark in gnuplot:  gnuplot -c scatter.gp DATA.tsv OUTPUT
# Columns of the data: travelled, returned. Words, sizes and half-transparent points are those of Contingent's figure.

data = ARG1
set output ARG2

set terminal pngcairo size 2126,1772 font "Liberation Sans,8.2" fontscale 3.125 linewidth 4.1667
set datafile separator "\t"
set grid linecolor rgb "#dddddd" linetype 1
set border 3
set tics scale 0
set xtics nomirror
set ytics nomirror
set title "Points" font "Liberation Sans:Bold,11.65"
set xlabel "Travelled" textcolor rgb "#555555"
set ylabel "Returned" textcolor rgb "#555555"

plot data using 1:2 with points pointtype 7 pointsize 0.28 linecolor rgb "#80123a66" notitle
