#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# make-population.py population-2015.json OUT.c: the populations as a table sorted by code, so that no figure has to parse JSON.

import json
import sys


def main():
    source, target = sys.argv[1:]
    with open(source, encoding='utf-8') as file:
        document = json.load(file)
    people = document['population']
    with open(target, 'w', encoding='utf-8') as file:
        file.write('#include "data/ctg-population-private.h"\n\n')
        file.write('const unsigned int ctg_population_table_year = %d;\n' % document['year'])
        file.write('const unsigned int ctg_population_table_length = %d;\n' % len(people))
        file.write('const CtgPopulationEntry ctg_population_table[] = {\n')
        for code in sorted(people):
            file.write('  { "%s", %d },\n' % (code, people[code]))
        file.write('};\n')


main()
