# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the palettes of data/palettes/*.palettes as a C table: make-palettes.py OUTPUT INPUT...

Must not judge colours: whether a palette is safe for colour vision is measured by a test of the program.
"""

import re
import sys

SORTS = ('qualitative', 'sequential', 'diverging')


def read(path):
    for number, line in enumerate(open(path, encoding='utf-8'), 1):
        fields = line.split()
        if not fields or line.startswith('#'):
            continue
        name, sort, *colors = fields
        if not re.fullmatch(r'[a-z][a-z0-9-]*', name) or sort not in SORTS:
            sys.exit(f'{path}:{number}: expected an id and one of {", ".join(SORTS)}')
        if len(colors) < (6 if sort == 'qualitative' else 2) or not all(re.fullmatch('#[0-9a-f]{6}', color) for color in colors):
            sys.exit(f'{path}:{number}: expected colours as #rrggbb, six or more for series')
        yield name, sort, [color[1:] for color in colors]


def main(output, *inputs):
    palettes = [palette for path in inputs for palette in read(path)]
    names = [name for name, _, _ in palettes]
    if len(set(names)) != len(names):
        sys.exit('two palettes have one id')
    with open(output, 'w', encoding='utf-8') as out:
        for name, sort, colors in palettes:
            out.write(f'PALETTE ("{name}", CTG_PALETTE_{sort.upper()}, {len(colors)}, {", ".join("0x" + color for color in colors)})\n')


if __name__ == '__main__':
    main(*sys.argv[1:])
