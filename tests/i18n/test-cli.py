#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line in other languages:  test-cli.py PO-BUILD-DIR

In the made-up language every text has its brackets; figures speak the language they are asked for, whatever that of the
terminal is.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

import catalogs
import locales
import pseudo

BUILT = sys.argv.pop(1)
sys.path.insert(0, os.path.join(os.environ['CTG_TEST_SRCDIR'], 'cli'))
from tap import CLI, cli, contains, equal, main  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = tempfile.TemporaryDirectory()
os.environ.update(locales.make(FOLDER.name, locales.DEFAULT))
COMMANDS = ('datasets', 'table', 'export', 'describe', 'caption', 'validate', 'gallery')


def run(language, *arguments, folder=BUILT, status=0):
    return cli(*arguments, status=status, env={'LANGUAGE': language, 'CTG_LOCALE_DIR': str(folder)})


def test_help_is_marked():
    pseudo.write(ROOT, pathlib.Path('locale').resolve())
    folder = pathlib.Path('locale').resolve()
    for command in COMMANDS:
        for line in run(pseudo.LANGUAGE, command, '--help', folder=folder).out.splitlines():
            words = re.sub(r'⟦.*?⟧|--?[a-z][a-z-]*(=\S*)?', '', line)
            # GLib's own headings end in a colon.
            if re.search('[A-Za-z]{3}', words) and not line.endswith(':') and 'contingent-cli' not in line:
                raise AssertionError(f'{command} --help has no translation for: {line}')
    whole = run(pseudo.LANGUAGE, '--help', folder=folder).out
    for command in COMMANDS:
        contains(whole, command)
    equal([line for line in whole.splitlines() if line.startswith('  ') and '⟦' not in line], [])


def test_every_language():
    english = run('en', 'export', '--help').out
    for language in catalogs.read_languages(ROOT):
        text = run(language, 'export', '--help').out
        if text == english:
            raise AssertionError(f'{language}: the help is in English')
        plain = run('en', 'datasets').out.splitlines()
        own = run(language, 'datasets').out.splitlines()
        equal(len(own), len(plain))
        equal([one for one, other in zip(own, plain) if one == other], [])


def test_errors():
    for language, words, said in (('fr', ['nonsense'], 'il n’y a pas de commande'), ('ru', ['export', 'tsg-2015-12'], 'укажите, куда писать')):
        environment = dict(os.environ, LANGUAGE=language, CTG_LOCALE_DIR=BUILT)
        process = subprocess.run([CLI, *words], env=environment, capture_output=True, text=True)
        equal(process.returncode, 2)
        contains(process.stderr, said)


def test_the_figure_has_a_language_of_its_own():
    contains(run('fr', 'caption', 'tsg-2015-12').out, 'Foreign fighters in Syria and Iraq')
    contains(run('en', 'caption', 'tsg-2015-12', '--language', 'fr').out, 'Combattants étrangers en Syrie et en Irak')
    contains(run('en', 'table', 'tsg-2015-12', '--language', 'ru').out, 'Саудовская Аравия')
    for tag in ('zh', 'zh-Hans', 'zh-CN'):
        contains(run('en', 'caption', 'tsg-2015-12', '--language', tag).out, '叙利亚和伊拉克的外国战斗人员')
    contains(run('en', 'caption', 'tsg-2015-12', '--language', 'zh-TW').out, 'Foreign fighters')
    # Numbers as the language groups them.
    contains(run('en', 'describe', 'tsg-2015-12', '--language', 'fr').out, '6\u202f000')
    contains(run('en', 'describe', 'tsg-2015-12', '--language', 'es').out, '6000')
    contains(run('en', 'describe', 'tsg-2015-12', '--language', 'ar').out, '6,000')


main([test_help_is_marked, test_every_language, test_errors, test_the_figure_has_a_language_of_its_own])
