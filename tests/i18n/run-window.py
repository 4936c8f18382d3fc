#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a window test in every language and in one made up for it:  run-window.py PO-BUILD-DIR TEST-PROGRAM

Under `with-display`, in one TAP stream.
"""

import os
import pathlib
import re
import subprocess
import sys

import catalogs
import locales
import pseudo

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    built, program = sys.argv[1:]
    own = pathlib.Path(os.environ['WITH_DISPLAY_DIR']) / 'locale'
    pseudo.write(ROOT, own)
    found = locales.make(os.environ['WITH_DISPLAY_DIR'], locales.DEFAULT, locales.RIGHT_TO_LEFT)
    languages = [pseudo.LANGUAGE, *catalogs.read_languages(ROOT)]
    number = 0
    failed = False
    for language in languages:
        locale = locales.RIGHT_TO_LEFT if language == 'ar' else locales.DEFAULT
        environment = dict(os.environ | found, LC_ALL=locale, LANGUAGE=language, CTG_LOCALE_DIR=str(own if language == pseudo.LANGUAGE else built))
        run = subprocess.run([program, '--tap', '-k'], env=environment, stdout=subprocess.PIPE, text=True)
        for line in run.stdout.splitlines():
            case = re.match(r'(not ok|ok) \d+ (.*)', line)
            if case:
                number += 1
                print(f'{case[1]} {number} {language}{case[2]}')
            elif line.startswith('#') or line.startswith('Bail out'):
                print('#', language, line.lstrip('# '))
        if run.returncode != 0:
            failed = True
        print(end='', flush=True)
        if run.returncode < 0:
            number += 1
            print(f'not ok {number} {language}: ended by signal {-run.returncode}', flush=True)
    print(f'1..{number}', flush=True)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
