#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# make-map.py IN.topojson OUT.c: packs the countries of a TopoJSON file into the bytes that src/geo/ctg-map.c reads, so that no
# figure has to parse 700 kB of JSON. Quantized coordinates stay as they are; nothing is simplified or left out.

import json
import sys


def unsigned(out, value):
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)


def signed(out, value):
    unsigned(out, value << 1 if value >= 0 else (-value << 1) - 1)


def text(out, value):
    data = value.encode()
    unsigned(out, len(data) + 1)
    out.extend(data)
    out.append(0)


def pack(topology):
    out = bytearray()
    unsigned(out, len(topology['arcs']))
    for arc in topology['arcs']:
        unsigned(out, len(arc))
        for dx, dy in arc:
            signed(out, dx)
            signed(out, dy)
    countries = topology['objects']['countries']['geometries']
    unsigned(out, len(countries))
    for country in countries:
        text(out, country['properties']['a3'])
        text(out, country['properties']['name'])
        polygons = country['arcs'] if country['type'] == 'MultiPolygon' else [country['arcs']]
        rings = [ring for polygon in polygons for ring in polygon]
        unsigned(out, len(rings))
        for ring in rings:
            unsigned(out, len(ring))
            for arc in ring:
                signed(out, arc)
    return out


def main():
    source, target = sys.argv[1:]
    with open(source, encoding='utf-8') as file:
        topology = json.load(file)
    packed = pack(topology)
    scale, translate = topology['transform']['scale'], topology['transform']['translate']
    with open(target, 'w', encoding='utf-8') as file:
        file.write('#include "geo/ctg-map-private.h"\n\n')
        file.write('const double ctg_map_transform[4] = { %r, %r, %r, %r };\n' % (*scale, *translate))
        file.write('const unsigned int ctg_map_n_bytes = %d;\n' % len(packed))
        file.write('const unsigned char ctg_map_bytes[] = {\n')
        for start in range(0, len(packed), 40):
            file.write(','.join(map(str, packed[start:start + 40])) + ',\n')
        file.write('};\n')


main()
