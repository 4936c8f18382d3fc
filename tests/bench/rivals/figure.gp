# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The benchmark figure in gnuplot:  gnuplot -c figure.gp FORMAT DATA.tsv OUTPUT
# Columns of the data: name, official, non-official; "NA" is not reported.

format = ARG1
data = ARG2
set output ARG3

if (format eq "svg") {
  set terminal svg size 680,832 font "Liberation Sans,9" background "white"
} else { if (format eq "pdf") {
  set terminal pdfcairo size 18cm,22cm font "Liberation Sans,7"
} else {
  set terminal pngcairo size 2126,2598 font "Liberation Sans,7" fontscale 3.125 linewidth 4.1667
} }

set datafile separator "\t"
set datafile missing "NA"
set title "Foreign fighters by country, December 2015" font ",10"
set xlabel "People"
set xrange [0:8000]
set format x "%.0f"
set xtics 0,1000 nomirror
set ytics scale 0
set yrange [49.5:-0.5]
set grid xtics linecolor rgb "#dddddd" linetype 1
set border 1
set key at graph 0.98, graph 0.06 right bottom
set style fill solid noborder

label(column) = sprintf("%.0f", column)

plot data using ($2/2):0:(0):2:($0-0.38):($0):ytic(1) with boxxyerror linecolor rgb "#2a5a8a" title "Official", \
     data using ($3/2):0:(0):3:($0):($0+0.38) with boxxyerror linecolor rgb "#e09f3e" title "Non-official", \
     data using 2:($0-0.19):(label($2)) with labels left offset 0.4,0 font ",5" notitle, \
     data using 3:($0+0.19):(label($3)) with labels left offset 0.4,0 font ",5" notitle
