# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The benchmark figure in matplotlib:  figure.py FORMAT DATA.tsv OUTPUT

Columns of the data: name, official, non-official; "NA" is not reported.
"""

import csv
import sys

import matplotlib
matplotlib.use({'svg': 'svg', 'pdf': 'pdf', 'png': 'agg'}[sys.argv[1]])
import matplotlib.pyplot as plt

plt.rcParams.update({
    'font.family': 'Liberation Sans', 'font.size': 7, 'svg.fonttype': 'none', 'pdf.fonttype': 42,
    'axes.spines.top': False, 'axes.spines.right': False, 'axes.spines.left': False,
})

with open(sys.argv[2], encoding='utf-8', newline='') as lines:
    rows = list(csv.reader(lines, delimiter='\t'))
numbers = [[float('nan') if cell == 'NA' else float(cell) for cell in row[1:]] for row in rows]
places = range(len(rows))

figure, axes = plt.subplots(figsize=(180 / 25.4, 220 / 25.4), layout='constrained')
axes.set_axisbelow(True)
axes.grid(axis='x', color='#dddddd', linewidth=0.5)
for offset, column, color, name in ((-0.19, 0, '#2a5a8a', 'Official'), (0.19, 1, '#e09f3e', 'Non-official')):
    bars = axes.barh([place + offset for place in places], [row[column] for row in numbers], 0.38, color=color, label=name)
    axes.bar_label(bars, ['' if row[column] != row[column] else f'{row[column]:.0f}' for row in numbers],
                   padding=2, fontsize=5)
axes.set_yticks(places, [row[0] for row in rows])
axes.tick_params(axis='y', length=0)
axes.set_ylim(len(rows) - 0.5, -0.5)
axes.set_xlim(0, 8000)
axes.xaxis.set_major_formatter('{x:,.0f}')
axes.set_xlabel('People')
axes.set_title('Foreign fighters by country, December 2015', fontsize=10)
axes.legend(loc='lower right', frameon=False)
figure.savefig(sys.argv[3], format=sys.argv[1], dpi=300)
