# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A language made up for tests: English with accents, a third longer, in brackets.

What a program shows without brackets was never marked for translation, and what has no room has none for German either.
"""

import re
import subprocess

import catalogs

LANGUAGE = 'en_XA'
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


def write(root, folder):
    """FOLDER/en_XA/LC_MESSAGES/contingent.mo, from all there is to translate."""
    lines = ['msgid ""', 'msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=n != 1;\\n"', '']
    for (context, msgid), forms in catalogs.read_template(root).messages.items():
        lines += [f'msgctxt {quote(context)}'] if context else []
        lines += [f'msgid {quote(msgid)}']
        if len(forms) > 1:
            lines += [f'msgid_plural {quote(forms[1])}', *(f'msgstr[{i}] {quote(lengthen(form))}' for i, form in enumerate(forms))]
        else:
            lines += [f'msgstr {quote(lengthen(msgid))}']
        lines += ['']
    target = folder / LANGUAGE / 'LC_MESSAGES' / 'contingent.mo'
    target.parent.mkdir(parents=True)
    subprocess.run(['msgfmt', '-o', str(target), '-'], input='\n'.join(lines).encode(), check=True)
