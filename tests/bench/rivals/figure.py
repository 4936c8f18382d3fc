# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The benchmark figure in matplotlib:  figure.py FORMAT DATA.tsv OUTPUT

Columns of the data: name, official, non-official; "NA" is not reported. Words and sizes are those of Contingent's figure.
"""

import csv
import sys

import matplotlib
matplotlib.use({'svg': 'svg', 'pdf': 'pdf', 'png': 'agg'}[sys.argv[1]])
import matplotlib.pyplot as plt

plt.rcParams.update({
    'font.family': 'Liberation Sans', 'font.size': 8.2, 'svg.fonttype': 'none', 'pdf.fonttype': 42,
    'axes.spines.top': False, 'axes.spines.right': False, 'axes.spines.bottom': False,
})

with open(sys.argv[2], encoding='utf-8', newline='') as lines:
    rows = list(csv.reader(lines, delimiter='\t'))
numbers = [[float('nan') if cell == 'NA' else float(cell) for cell in row[1:]] for row in rows]
places = range(len(rows))

figure, axes = plt.subplots(figsize=(180 / 25.4, 220 / 25.4))
figure.subplots_adjust(left=0.2, right=0.966, top=0.876, bottom=0.06)
axes.set_axisbelow(True)
axes.grid(axis='x', color='#dddddd', linewidth=0.5)
for offset, column, color, name in ((-0.15, 0, '#123a66', 'Official'), (0.15, 1, '#e0a050', 'Non-official')):
    axes.barh([place + offset for place in places], [row[column] for row in numbers], 0.3, color=color, label=name)
missing = [place + 0.15 for place in places if numbers[place][1] != numbers[place][1]]
axes.plot([85] * len(missing), missing, 'x', color='#777777', markersize=2, markeredgewidth=0.6, label='Not reported')
axes.set_yticks(places, [row[0] for row in rows])
axes.tick_params(axis='both', length=0)
axes.tick_params(axis='x', labelsize=7.65)
axes.xaxis.tick_top()
axes.set_ylim(len(rows) - 0.5, -0.5)
axes.set_xlim(0, 7000)
axes.xaxis.set_major_formatter('{x:,.0f}')

grey = '#555555'
figure.text(0.016, 0.97, 'Foreign fighters in Syria and Iraq by country, December 2015', fontsize=11.65, fontweight='bold')
figure.text(0.016, 0.949, 'People who travelled to Syria and Iraq to join Islamic State and other violent extremist groups, cumulative',
            fontsize=8.85, color=grey)
figure.text(0.2, 0.9, 'People who travelled', fontsize=7.65, color=grey)
figure.text(0.016, 0.032, '… and 15 more. Non-official: 23 of 50 countries not reported. The pair of the United States is two things: '
            '150 arrived, 250 travelled or tried to travel.', fontsize=7.2, color=grey)
figure.text(0.016, 0.014, 'Source: The Soufan Group, Foreign Fighters: An Updated Assessment of the Flow of Foreign Fighters into Syria and '
            'Iraq (2015)', fontsize=7.2, color=grey)
figure.legend(loc='upper left', bbox_to_anchor=(0.008, 0.942), ncols=3, frameon=False, handlelength=0.8)
figure.savefig(sys.argv[3], format=sys.argv[1], dpi=300)
