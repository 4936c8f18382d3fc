#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a window test in every language and in one made up for it:  run-window.py PO-BUILD-DIR TEST-PROGRAM

The made-up language is English with accents, a third longer, in brackets: what is seen without brackets was never marked
for translation, and what has no room has none for German either. Under `with-display`, in one TAP stream.
"""

import os
import pathlib
import re
import subprocess
import sys

import catalogs

ROOT = pathlib.Path(__file__).resolve().parents[2]
PSEUDO = 'en_XA'
ACCENTS = str.maketrans('AEIOUYaeiouycnsCNS', 'ÅËÏÖÜÝåëïöüýçñšÇÑŠ')
# What has to come through unharmed: arguments, keys of menus, line ends.
FIXED = re.compile(catalogs.ARGUMENT.pattern + r'|\n')


def lengthen(text):
    """“_Save” becomes “⟦_Šåvë··⟧”."""
    if not re.search(r'[A-Za-z]', text):
        return text
    parts = re.split(f'({FIXED.pattern})', text)
    accented = ''.join(part if index % 2 else part.translate(ACCENTS) for index, part in enumerate(parts))
    return re.sub(r'^(\n*)(.*?)(\n*)$', lambda match: f'{match[1]}⟦{match[2]}{"·" * (len(text) // 3 + 1)}⟧{match[3]}', accented, flags=re.DOTALL)


def quote(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"'


def write_pseudo(folder):
    lines = ['msgid ""', 'msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=n != 1;\\n"', '']
    for (context, msgid), forms in catalogs.read_template(ROOT).messages.items():
        lines += [f'msgctxt {quote(context)}'] if context else []
        lines += [f'msgid {quote(msgid)}']
        if len(forms) > 1:
            lines += [f'msgid_plural {quote(forms[1])}', *(f'msgstr[{i}] {quote(lengthen(form))}' for i, form in enumerate(forms))]
        else:
            lines += [f'msgstr {quote(lengthen(msgid))}']
        lines += ['']
    target = folder / PSEUDO / 'LC_MESSAGES' / 'contingent.mo'
    target.parent.mkdir(parents=True)
    subprocess.run(['msgfmt', '-o', str(target), '-'], input='\n'.join(lines).encode(), check=True)


def main():
    built, program = sys.argv[1:]
    own = pathlib.Path(os.environ['WITH_DISPLAY_DIR']) / 'locale'
    write_pseudo(own)
    languages = [PSEUDO, *catalogs.read_languages(ROOT)]
    number = 0
    failed = False
    for language in languages:
        environment = dict(os.environ, LANGUAGE=language, CTG_LOCALE_DIR=str(own if language == PSEUDO else built))
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
