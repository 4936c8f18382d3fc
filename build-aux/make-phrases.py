#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Compiles the translations of the figure's own phrases into a C table:  make-phrases.py OUT.c PO-DIR PHRASES.def
# Translations go through msgfmt and Python's gettext, so that nothing here reads po files. A phrase that lacks a
# translation, or whose translation lacks an argument or has one too many, is left out and falls back to English.

import gettext
import io
import re
import subprocess
import sys
from pathlib import Path

MAX_FORMS = 6
N_PLURALS = 200
# Every count up to here must have the form of 100 + count % 100, as the table assumes.
LAST_CHECKED = 1999

PHRASE = re.compile(r'\bPHRASE(_PLURAL)?\s*\(\s*(\w+)\s*((?:,\s*(?:"(?:[^"\\]|\\.)*"\s*)+)+)\)')
ARGUMENT = re.compile(r',\s*((?:"(?:[^"\\]|\\.)*"\s*)+)')
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')


def unescape(text):
    return re.sub(r'\\(.)', lambda m: {'n': '\n', 't': '\t'}.get(m[1], m[1]), text)


def escape(text):
    text = text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t')
    return f'"{text}"'


def read_phrases(path):
    """(name, one, many or None) of every phrase."""
    source = re.sub(r'/\*.*?\*/', '', path.read_text(encoding='utf-8'), flags=re.S)
    phrases = []
    for plural, name, arguments in PHRASE.findall(source):
        texts = [''.join(map(unescape, STRING.findall(a))) for a in ARGUMENT.findall(arguments)]
        if len(texts) != (2 if plural else 1):
            sys.exit(f'{path}: {name} has {len(texts)} texts')
        phrases.append((name, texts[0], texts[1] if plural else None))
    return phrases


class Missing(gettext.NullTranslations):
    """Answers None for what is not translated, so that a translation may equal the English."""

    def gettext(self, message):
        return None

    def ngettext(self, one, many, n):
        return None


def load(path):
    compiled = subprocess.run(['msgfmt', '-o', '-', str(path)], check=True, stdout=subprocess.PIPE).stdout
    translations = gettext.GNUTranslations(io.BytesIO(compiled))
    translations.add_fallback(Missing())
    return translations


def plural_table(translations, path):
    plural = translations.plural
    table = [plural(n) for n in range(N_PLURALS)]
    for n in range(100, LAST_CHECKED + 1):
        if plural(n) != table[100 + n % 100]:
            sys.exit(f'{path}: the plural form of {n} differs from that of {100 + n % 100}')
    if max(table) >= MAX_FORMS:
        sys.exit(f'{path}: more than {MAX_FORMS} plural forms')
    return table


def arguments_of(text):
    return set(re.findall(r'\{\d\}', text))


def fits(source, text):
    """A form for one or two may leave out the count; nothing else may come or go."""
    return arguments_of(text) <= arguments_of(source) and arguments_of(source) - arguments_of(text) <= {'{0}'}


def translate(translations, table, one, many):
    """The texts of one phrase by plural form; None where it is not translated."""
    if many is None:
        text = translations.gettext(one)
        return [text] if text and arguments_of(text) == arguments_of(one) else None
    forms = [translations.ngettext(one, many, table.index(i)) for i in range(max(table) + 1)]
    return forms if all(text and fits(many, text) for text in forms) else None


def write_language(out, language, path, phrases):
    translations = load(path)
    table = plural_table(translations, path)
    name = re.sub(r'\W', '_', language)
    out.append(f'static const unsigned char plurals_{name}[CTG_PHRASE_N_PLURALS] = {{')
    for start in range(0, N_PLURALS, 40):
        out.append('  ' + ', '.join(map(str, table[start:start + 40])) + ',')
    out.append('};\n')
    out.append(f'static const char *const texts_{name}[CTG_N_PHRASES * CTG_PHRASE_MAX_FORMS] = {{')
    for phrase, one, many in phrases:
        for index, text in enumerate(translate(translations, table, one, many) or []):
            out.append(f'  [CTG_PHRASE_{phrase} * CTG_PHRASE_MAX_FORMS + {index}] = {escape(text)},')
    out.append('};\n')
    return f'  {{ "{language}", plurals_{name}, texts_{name} }},'


def main():
    target, po, definitions = map(Path, sys.argv[1:])
    phrases = read_phrases(definitions)
    linguas = po / 'LINGUAS'
    lines = linguas.read_text(encoding='utf-8').splitlines() if linguas.exists() else []
    languages = [word for line in lines for word in line.split('#')[0].split()]
    out = ['/* Made by make-phrases.py from po/; do not edit. */\n', '#include "base/ctg-phrase-catalog.h"\n']
    entries = [write_language(out, language, po / f'{language}.po', phrases) for language in languages]
    out.append('const CtgPhraseCatalog ctg_phrase_catalogs[] = {')
    out += entries + ['  { NULL, NULL, NULL },', '};\n']
    out.append(f'const unsigned int ctg_n_phrase_catalogs = {len(entries)};')
    target.write_text('\n'.join(out) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main()
