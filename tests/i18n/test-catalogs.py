#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The translations in po/ hold what catalogs.py asks, and each of its checks fails where it should.

With --list: prints what is missing or wrong in every language and ends, 1 if there is anything.
"""

import pathlib
import subprocess
import sys

import catalogs

ROOT = pathlib.Path(__file__).resolve().parents[2]
# A fault for each check: language, message, its translation.
PLANTED = (
    (catalogs.current, 'de', 'No such message', 'Keine'),
    (catalogs.translated, 'de', 'Every word', 'Every word'),
    (catalogs.in_script, 'ru', 'Some word', 'Slovo'),
    (catalogs.in_script, 'ru', 'Mixed word', 'слoво'),
    (catalogs.in_script, 'zh_CN', 'Some word', 'ci'),
    (catalogs.in_script, 'fr', 'Some word', 'слово'),
    (catalogs.arguments, 'de', '{0} of {1}', '{0} von {0}'),
    (catalogs.arguments, 'de', '%s of %s', '%s von %d'),
    (catalogs.punctuation, 'fr', 'The “word”', 'Le “mot”'),
    (catalogs.punctuation, 'zh_CN', 'One, two', '一, 二'),
    (catalogs.punctuation, 'ar', 'One, two', 'واحد, اثنان'),
    (catalogs.punctuation, 'de', 'Open…', 'Öffnen'),
    (catalogs.keys, 'de', '_Open', 'Öffnen'),
)


class Planted:
    def __init__(self, messages):
        self.messages = messages


def problems(language, template):
    path = ROOT / 'po' / f'{language}.po'
    checked = subprocess.run(['msgfmt', '--check', '-o', '/dev/null', str(path)], capture_output=True, text=True)
    if checked.returncode != 0 or 'warning' in checked.stderr:
        yield from checked.stderr.strip().splitlines()
    text = path.read_text(encoding='utf-8')
    if 'Awaiting a native reviewer.' not in text.partition('msgid')[0]:
        yield f'{language}: the header does not say who is still to read it'
    catalog = catalogs.Catalog(text.encode())
    for check in (catalogs.complete, catalogs.current, *catalogs.CHECKS):
        yield from check(language, template, catalog)


def misses(check, language, message, translation):
    """Whether the check lets the planted fault pass."""
    template = Planted({} if check is catalogs.current else {(None, message): [message]})
    return not list(check(language, template, Planted({(None, message): [translation]})))


def main():
    template = catalogs.read_template(ROOT)
    languages = catalogs.read_languages(ROOT)
    if '--list' in sys.argv[1:]:
        found = {}
        for language in languages:
            for line in problems(language, template):
                found.setdefault(line.removeprefix(language + ': '), []).append(language)
        print('\n'.join(f'{", ".join(those)}: {line}' for line, those in found.items()) if found else 'nothing is missing')
        return 1 if found else 0

    failed = 0
    print(f'1..{len(languages) + 2}', flush=True)
    for number, language in enumerate(languages, 1):
        found = list(problems(language, template))
        for line in found:
            print(f'# {line}')
        failed += bool(found)
        print(f'{"not ok" if found else "ok"} {number} - {language}', flush=True)

    missed = [planted for planted in PLANTED if misses(*planted)]
    for check, language, message, _ in missed:
        print(f'# {check.__name__} passes over “{message}” in {language}')
    missed += [] if list(catalogs.complete('de', template, Planted({}))) else ['complete']
    if len(list(catalogs.listed(['New words.'], Planted({('data', 'Old words.'): ['Old words.']})))) != 2:
        missed += ['listed']
    print(f'{"not ok" if missed else "ok"} {len(languages) + 1} - planted faults are found')

    found = list(catalogs.listed(catalogs.read_data_texts(ROOT), template))
    for line in found:
        print(f'# {line}')
    failed += bool(found)
    print(f'{"not ok" if found else "ok"} {len(languages) + 2} - texts of the data')
    return 1 if failed or missed else 0


if __name__ == '__main__':
    sys.exit(main())
