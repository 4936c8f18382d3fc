#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Contingent beside other programs, in one run, and says which targets are met.

usage: bench.py BUILD-DIRECTORY [--runs N] [--keep FOLDER] [--only figure|map|scatter|start|table|hover]

One figure (grouped bars of the 50 countries with an official figure, 180 × 220 mm) as SVG, PDF and PNG at 300 dpi, drawn by
whole processes taking turns; a shaded world map as SVG beside that figure; a scatter plot of 100,000 points as PNG; the time from
process start to the first painted frame against a bare libadwaita window; the table with 100,000 rows; and the claim under a
pointer that moves over 10,000 marks. Figures are printed, never asserted: a busy machine is no fault of a change.
"""

import argparse
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
WITH_DISPLAY = os.path.join(HERE, '..', 'harness', 'with-display')
DATASET = 'tsg-2015-12'
SERIES = ('fighters.official', 'fighters.non-official')
FORMATS = ('svg', 'pdf', 'png')

# What is to be reached, as ratios to a rival: (format, rival, quantity, at most).
TARGETS = [
    ('svg', 'gnuplot', 'wall', 0.9),
    ('pdf', 'gnuplot', 'wall', 0.7),
    ('png', 'gnuplot', 'wall', 0.6),
    ('png', 'gnuplot', 'size', 1.1),
    ('svg', 'matplotlib', 'wall', 1 / 30),
    ('svg', 'ggplot2', 'wall', 1 / 30),
    ('svg', 'gnuplot', 'memory', 1.0),
    ('pdf', 'gnuplot', 'memory', 1.0),
    ('png', 'gnuplot', 'memory', 1.0),
]
WORDS = {'wall': 'time', 'size': 'file size', 'memory': 'peak memory'}
START_TARGET = 2.0
# A map of the world at 1:50m as SVG, against the figure above; points as PNG, against rivals in the same run.
MAP_TARGET = 3.0
N_POINTS = 100_000
SCATTER_TARGETS = {'gnuplot': 0.5, 'ggplot2': 0.1}


class Verdicts:
    def __init__(self):
        self.met = self.missed = 0

    def add(self, what, value, limit):
        good = value <= limit
        self.met += good
        self.missed += not good
        print(f'  {"met   " if good else "MISSED"}  {what}: {value:.3g} (at most {limit:.3g})')


def measure(program, command, environment=None, capture=False):
    """Runs command once through the measuring program; the figures, and what it printed where asked."""
    with tempfile.NamedTemporaryFile() as result:
        run = subprocess.run([program, result.name, *command], env=environment, check=True, text=True,
                             stdout=subprocess.PIPE if capture else subprocess.DEVNULL, stderr=subprocess.PIPE)
        start, wall, user, system, memory, status = result.read().split()
    if int(status) != 0:
        raise SystemExit(f'bench: {" ".join(command)} ended with {int(status)}:\n{run.stderr}')
    return {'start': float(start), 'wall': float(wall), 'cpu': float(user) + float(system), 'memory': int(memory) / 1024,
            'output': run.stdout}


def selected_rows(cli):
    """The countries with an official figure, highest first, as the figure draws them."""
    text = subprocess.run([cli, 'table', DATASET, '--format', 'json'], check=True, capture_output=True, text=True).stdout
    rows = [row for row in json.loads(text) if row.get(SERIES[0]) is not None]
    if len(rows) != 50:
        raise SystemExit(f'bench: {len(rows)} countries with an official figure, expected 50')
    return sorted(rows, key=lambda row: -row[SERIES[0]])


def write_tsv(rows, path):
    with open(path, 'w', encoding='utf-8') as out:
        for row in rows:
            cells = ['NA' if row.get(series) is None else f'{row[series]:g}' for series in SERIES]
            print(row['name'], *cells, sep='\t', file=out)


def figure_commands(cli, tsv, folder):
    rivals = os.path.join(HERE, 'rivals')

    def ours(kind, out):
        return [cli, 'export', DATASET, '--kind', 'grouped', '--series', ','.join(SERIES), '--sort', 'value', '--top', '50',
                '--width', '180mm', '--height', '220mm', '--dpi', '300', '-o', out]

    makers = {
        'contingent': ours,
        'gnuplot': lambda kind, out: ['gnuplot', '-c', os.path.join(rivals, 'figure.gp'), kind, tsv, out],
        'matplotlib': lambda kind, out: ['/usr/bin/python3', os.path.join(rivals, 'figure.py'), kind, tsv, out],
        'ggplot2': lambda kind, out: ['Rscript', os.path.join(rivals, 'figure.R'), kind, tsv, out],
    }
    return {(name, kind): (make(kind, os.path.join(folder, f'{name}.{kind}')), os.path.join(folder, f'{name}.{kind}'))
            for kind in FORMATS for name, make in makers.items()}


def bench_figure(build, program, runs, folder, verdicts):
    cli = os.path.join(build, 'src', 'cli', 'contingent-cli')
    tsv = os.path.join(folder, 'figure.tsv')
    write_tsv(selected_rows(cli), tsv)
    commands = figure_commands(cli, tsv, folder)
    # With the fonts as the system has them, not the tests' own few.
    environment = {name: value for name, value in os.environ.items() if name != 'FONTCONFIG_FILE'}
    samples = {key: [] for key in commands}
    sizes = {}
    for turn in range(-1, runs):
        for key, (command, out) in commands.items():
            figures = measure(program, command, environment)
            # The first turn only warms the caches.
            if turn >= 0:
                samples[key].append(figures)
            sizes[key] = os.path.getsize(out)

    names = list(dict.fromkeys(name for name, _ in commands))
    middle = {(key, what): statistics.median(sample[what] for sample in samples[key])
              for key in commands for what in ('wall', 'cpu', 'memory')}
    middle.update({(key, 'size'): sizes[key] for key in commands})

    print(f'One figure: grouped bars, 50 countries, 180 × 220 mm; whole processes, medians of {runs} alternating runs')
    print(f'{"":12}{"wall ms":>10}{"× gnuplot":>11}{"cpu ms":>9}{"× gnuplot":>11}{"peak MB":>9}{"file kB":>9}')
    for kind in FORMATS:
        print(kind.upper() + (', 300 dpi' if kind == 'png' else ''))
        for name in names:
            key, rival = (name, kind), ('gnuplot', kind)
            spread = [sample['wall'] for sample in samples[key]]
            print(f'  {name:10}{middle[key, "wall"]:10.1f}{middle[key, "wall"] / middle[rival, "wall"]:11.2f}'
                  f'{middle[key, "cpu"]:9.1f}{middle[key, "cpu"] / middle[rival, "cpu"]:11.2f}'
                  f'{middle[key, "memory"]:9.1f}{sizes[key] / 1000:9.1f}'
                  f'   ({min(spread):.1f} to {max(spread):.1f})')
    print()
    for kind, rival, what, limit in TARGETS:
        ours, theirs = middle[('contingent', kind), what], middle[(rival, kind), what]
        verdicts.add(f'{kind.upper()} {WORDS[what]} / {rival}', ours / theirs, limit)
    print()


def take_turns(program, commands, runs):
    """Median wall time in ms of each command, all taking turns; the first turn only warms the caches."""
    environment = {name: value for name, value in os.environ.items() if name != 'FONTCONFIG_FILE'}
    samples = {name: [] for name in commands}
    for turn in range(-1, runs):
        for name, command in commands.items():
            figures = measure(program, command, environment)
            if turn >= 0:
                samples[name].append(figures)
    for name, sample in samples.items():
        print(f'  {name:12}{statistics.median(run["wall"] for run in sample):9.1f} ms wall'
              f'{statistics.median(run["cpu"] for run in sample):9.1f} ms cpu{statistics.median(run["memory"] for run in sample):9.1f} MB peak')
    return {name: statistics.median(run['wall'] for run in sample) for name, sample in samples.items()}


def bench_map(build, program, runs, folder, verdicts):
    cli = os.path.join(build, 'src', 'cli', 'contingent-cli')
    bars = figure_commands(cli, '', folder)['contingent', 'svg'][0]
    shaded = [cli, 'export', DATASET, '--kind', 'choropleth', '--series', SERIES[0], '--set', 'per=million', '--top', '0',
              '--width', '180mm', '-o', os.path.join(folder, 'map.svg')]
    print(f'A shaded map of the world at 1:50m as SVG, and the bars above; medians of {runs} alternating runs')
    middle = take_turns(program, {'bars': bars, 'map': shaded}, runs)
    print()
    verdicts.add('map SVG time / bars SVG time', middle['map'] / middle['bars'], MAP_TARGET)
    print()


def write_points(folder):
    """The same points for all: a data package of rows for Contingent, columns of numbers for the others."""
    chance = random.Random(7)
    package, tsv = os.path.join(folder, 'points.json'), os.path.join(folder, 'points.tsv')
    fields = [{'name': 'name', 'type': 'string'}, {'name': 'travelled', 'type': 'number'}, {'name': 'returned', 'type': 'number'}]
    rows = [['name', 'travelled', 'returned']]
    for number in range(N_POINTS):
        travelled = round(chance.lognormvariate(4, 1.5), 1)
        rows.append([f'p{number}', travelled, round(travelled * chance.betavariate(2, 5), 1)])
    with open(package, 'w', encoding='utf-8') as out:
        json.dump({'name': 'points', 'title': 'Points', 'resources': [{'name': 'points', 'schema': {'fields': fields}, 'data': rows}]}, out)
    with open(tsv, 'w', encoding='utf-8') as out:
        out.writelines(f'{row[1]}\t{row[2]}\n' for row in rows[1:])
    return package, tsv


def bench_scatter(build, program, runs, folder, verdicts):
    package, tsv = write_points(folder)
    rivals = os.path.join(HERE, 'rivals')
    commands = {
        'contingent': [os.path.join(build, 'src', 'cli', 'contingent-cli'), 'export', package, '--kind', 'scatter', '--top', '0', '--width', '180mm',
                       '--height', '150mm', '--dpi', '300', '-o', os.path.join(folder, 'contingent-points.png')],
        'gnuplot': ['gnuplot', '-c', os.path.join(rivals, 'scatter.gp'), tsv, os.path.join(folder, 'gnuplot-points.png')],
        'ggplot2': ['Rscript', os.path.join(rivals, 'scatter.R'), tsv, os.path.join(folder, 'ggplot2-points.png')],
    }
    print(f'{N_POINTS:,} points as PNG at 300 dpi, 180 × 150 mm; whole processes, medians of {runs} alternating runs')
    middle = take_turns(program, commands, runs)
    print()
    for rival, limit in SCATTER_TARGETS.items():
        verdicts.add(f'scatter PNG time / {rival}', middle['contingent'] / middle[rival], limit)
    print()


def start_once(program, command, environment):
    """Milliseconds from the start of the process to its first after-paint."""
    figures = measure(program, command, environment, capture=True)
    for line in reversed(figures['output'].splitlines()):
        if re.fullmatch(r'first-paint \d+', line):
            return (int(line.split()[1]) - figures['start']) / 1000, figures['memory']
    raise SystemExit(f'bench: {command[0]} printed no time of its first paint')


def bench_start(build, program, runs, verdicts):
    environment = dict(os.environ, CTG_BENCH_FIRST_PAINT='1', GSETTINGS_SCHEMA_DIR=os.path.join(build, 'data'))
    commands = {'contingent': [os.path.join(build, 'src', 'app', 'contingent')],
                'bare window': [os.path.join(build, 'tests', 'bench', 'bare-window')]}
    samples = {name: [] for name in commands}
    for turn in range(-1, runs):
        for name, command in commands.items():
            sample = start_once(program, command, environment)
            if turn >= 0:
                samples[name].append(sample)
    middle = {name: statistics.median(time for time, _ in sample) for name, sample in samples.items()}
    print(f'Process start to the first after-paint of the window, cairo renderer; medians of {runs} alternating runs')
    for name, sample in samples.items():
        print(f'  {name:12}{middle[name]:8.1f} ms{statistics.median(memory for _, memory in sample):9.1f} MB peak')
    print()
    verdicts.add('start / bare libadwaita window', middle['contingent'] / middle['bare window'], START_TARGET)
    print()


def bench_window(build, name, title, verdicts):
    """The program prints "NAME VALUE LIMIT" a line, in milliseconds."""
    program = os.path.join(build, 'tests', 'bench', name)
    if not os.path.exists(program):
        raise SystemExit(f'bench: there is no {name} to run')
    environment = dict(os.environ, GSETTINGS_SCHEMA_DIR=os.path.join(build, 'data'))
    text = subprocess.run([program], check=True, capture_output=True, text=True, env=environment).stdout
    print(title)
    for line in text.splitlines():
        name, value, limit = line.rsplit(maxsplit=2)
        if limit == '-':
            print(f'          {name}: {float(value):.3g}')
        else:
            verdicts.add(name, float(value), float(limit))
    print()


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split('\n\n')[1].removeprefix('usage: '))
    parser.add_argument('build')
    parser.add_argument('--runs', type=int, default=12)
    parser.add_argument('--keep', help='leave the figures in this folder')
    parser.add_argument('--only', choices=('figure', 'map', 'scatter', 'start', 'table', 'hover'), action='append')
    options = parser.parse_args()
    parts = options.only or ['figure', 'map', 'scatter', 'start', 'table', 'hover']
    build = os.path.abspath(options.build)
    subprocess.run(['ninja', '-C', build, 'bench-programs'], check=True, stdout=subprocess.DEVNULL)
    program = os.path.join(build, 'tests', 'bench', 'measure')

    if {'start', 'table', 'hover'} & set(parts) and 'WITH_DISPLAY_DIR' not in os.environ:
        # Windows need a display; the figures are measured in it as well, it makes no difference to them.
        os.execv(WITH_DISPLAY, [WITH_DISPLAY, '--wm', '--', sys.executable, os.path.abspath(__file__), *sys.argv[1:]])

    load, processors = os.getloadavg()[0], os.cpu_count()
    if load > processors / 2:
        print(f'This machine is busy with other things (load {load:.1f} on {processors} processors): '
              'waiting weighs on the short runs, see the processor time as well.\n')

    verdicts = Verdicts()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or scratch
        os.makedirs(folder, exist_ok=True)
        if 'figure' in parts:
            bench_figure(build, program, options.runs, folder, verdicts)
        if 'map' in parts:
            bench_map(build, program, options.runs, folder, verdicts)
        if 'scatter' in parts:
            bench_scatter(build, program, max(3, options.runs // 3), folder, verdicts)
    if 'start' in parts:
        bench_start(build, program, options.runs, verdicts)
    if 'table' in parts:
        bench_window(build, 'table-bench', 'Table of 100,000 rows, milliseconds', verdicts)
    if 'hover' in parts:
        bench_window(build, 'hover-bench', 'The pointer over a figure of 10,000 marks, milliseconds of work', verdicts)
    print(f'{verdicts.met} targets met, {verdicts.missed} missed')


if __name__ == '__main__':
    sys.exit(main())
