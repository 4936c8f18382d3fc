#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The compiler of the phrases: what it takes from a translation, and what it refuses.

usage: test-make-phrases.py MAKE-PHRASES
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

DEFINITIONS = '''
/* PHRASE (COMMENT, "not a phrase") */
PHRASE (PLAIN, "not reported")
PHRASE (SAME, "{0}–{1}")
PHRASE (QUOTED, "a \\"b\\" \\\\ "
        "c")
PHRASE (LOST, "about {0}")
PHRASE (ADDED, "less")
PHRASE (EMPTY, "nothing")
PHRASE_PLURAL (ROWS, "{0} row of {1}", "{0} rows of {1}")
PHRASE_PLURAL (LOST_PLURAL, "{0} name: {1}", "{0} names: {1}")
'''

HEADER = '''msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals={n}; plural={plural};\\n"
'''

MESSAGES = '''
msgid "not reported"
msgstr "nicht angegeben"

msgid "{0}–{1}"
msgstr "{0}–{1}"

msgid "a \\"b\\" \\\\ c"
msgstr "\\"é\\" \\\\"

msgid "about {0}"
msgstr "etwa"

msgid "less"
msgstr "weniger {0}"

msgid "nothing"
msgstr ""

msgid "{0} row of {1}"
msgid_plural "{0} rows of {1}"
msgstr[0] "eine Zeile von {1}"
msgstr[1] "{0} Zeilen von {1}"

msgid "{0} name: {1}"
msgid_plural "{0} names: {1}"
msgstr[0] "{0} Name"
msgstr[1] "{0} Namen: {1}"
'''

cases = []


def case(name, good):
    cases.append(good)
    print(f'{"ok" if good else "not ok"} {len(cases)} - {name}')


def compile_phrases(script, plural, n=2, messages=MESSAGES):
    """(exit status, the C file)"""
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        (folder / 'LINGUAS').write_text('# one a line\nxx\n', encoding='utf-8')
        (folder / 'xx.po').write_text(HEADER.format(n=n, plural=plural) + messages, encoding='utf-8')
        (folder / 'phrases.def').write_text(DEFINITIONS, encoding='utf-8')
        run = subprocess.run([script, folder / 'out.c', folder, folder / 'phrases.def'], stderr=subprocess.PIPE)
        out = folder / 'out.c'
        return run.returncode, out.read_text(encoding='utf-8') if out.exists() else ''


def text_of(code, name, form=0):
    found = re.search(rf'\[CTG_PHRASE_{name} \* CTG_PHRASE_MAX_FORMS \+ {form}\] = (.*),', code)
    return found and found[1]


def main():
    script = sys.argv[1]
    status, code = compile_phrases(script, 'n != 1')
    table = [int(number) for number in re.search(r'plurals_xx\[.*?\{(.*?)\}', code, re.S)[1].split(',') if number.strip()]
    case('a translation is taken', status == 0 and text_of(code, 'PLAIN') == '"nicht angegeben"')
    case('a translation may equal the English', text_of(code, 'SAME') == '"{0}–{1}"')
    case('quotes and backslashes survive', text_of(code, 'QUOTED') == r'"\"é\" \\"')
    case('a lost argument is refused', text_of(code, 'LOST') is None)
    case('an added argument is refused', text_of(code, 'ADDED') is None)
    case('an empty translation is none', text_of(code, 'EMPTY') is None)
    case('a plural form may say its count in words', text_of(code, 'ROWS') == '"eine Zeile von {1}"' and text_of(code, 'ROWS', 1) == '"{0} Zeilen von {1}"')
    case('a plural form may lose nothing else', text_of(code, 'LOST_PLURAL') is None)
    case('comments hold no phrases', 'COMMENT' not in code)
    case('200 counts are tabled', len(table) == 200 and table[1] == 0 and table[0] == table[2] == table[101] == 1)
    case('a rule beyond the last two digits is refused', compile_phrases(script, 'n == 1000')[0] != 0)
    case('a broken catalogue is refused', compile_phrases(script, 'n != 1', messages='\nmsgid "x\n')[0] != 0)
    case('more forms than fit are refused', compile_phrases(script, 'n < 7 ? n : 7', n=8, messages='')[0] != 0)
    print(f'1..{len(cases)}')
    return 0 if all(cases) else 1


if __name__ == '__main__':
    sys.exit(main())
