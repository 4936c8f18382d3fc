# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be said of a translation without speaking the language: complete, in its script, with the same arguments.

Reads po files through gettext's own tools. Each check takes the language and what was read and yields one sentence a fault.
Must not judge words: that is for people who speak the language.
"""

import gettext
import io
import json
import re
import subprocess

KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3', 'PHRASE:2', 'PHRASE_PLURAL:2,3', 'T_', 'NT_', 'TN_:1,2', 'TEXT:1c,2']

ARGUMENT = re.compile(r'\{\d\}|%(?:\d+\$)?[-0-9.*]*(?:l{0,2}|h{0,2}|z)[diouxfgs]|%%')
LETTERS = re.compile(r'[^\W\d_]')
# Names, abbreviations and words of commands: the same in any script. What follows # is a colour, what follows - an option.
INVARIABLE = re.compile(r'</?[a-z]+>|[-#.][\w-]+|\b(?:Contingent|Liberation Sans|Arial|BibTeX|LaTeX|Inkscape|JSON|SVG|PNG|PDF|Natural Earth|Jenks|Ctrl|F9'
                        r'|Benmelech|Klor|TSG|TSC|IEP|ICSR|ICCT|RFE|RL|Quilliam|Rest of Europe and the world|The Soufan Center'
                        r'|svg|pdf|png|text|csv|tsv|json|auto|en|de|ar|bars|dumbbell|mm|\d+mm|A,B|N'
                        r'|cm|px|pt|name|value|difference|table|as-of|source|region|spread|spread-ratio|validate|export)\b')

SCRIPTS = {'ar': r'[\u0600-\u06ff]', 'ru': r'[\u0400-\u04ff]', 'zh_CN': r'[\u4e00-\u9fff]'}
# Marks of quotation that belong to other languages.
FOREIGN_QUOTES = {'ar': '“”„"', 'de': '«»"', 'es': '“”„"', 'fr': '“”„"', 'ru': '“”„"', 'zh_CN': '«»„"'}
# Signs of Latin punctuation that touch a letter of the script; the key of a menu in brackets is no such thing.
FOREIGN_SIGNS = {'ar': r'[\u0620-\u064a][,;?]', 'zh_CN': r'[\u4e00-\u9fff][,;:?!.]|[,;:?!][\u4e00-\u9fff]'}
# One letter of another alphabet inside a word looks right and cannot be found.
MIXED_WORD = re.compile(r'[A-Za-z]+[\u0400-\u04ff]|[\u0400-\u04ff]+[A-Za-z]')

# What a language writes as English does. A word that is translated after all has to go from here.
SAME = {
    'ar': (),
    'de': ('Auto', 'Code', 'FORMAT', 'Filter', 'Linear', 'Palette', 'Region', 'Status', 'TEXT', 'Text', 'UN', 'Zoom',
           'IEP, November 2015', 'ICSR, April 2013', 'ICCT, April 2016', 'Quilliam, November 2014', 'RFE/RL, November 2015'),
    'es': ('Auto', 'Horizontal', 'Series', 'Vertical', '{0} panel: {1}.'),
    'fr': ('%d × %d pixels\n%.0f × %.0f mm', 'Annotation', 'Annotations', 'Auto', 'Classes', 'Code', 'Description', 'Direction', 'Europe', 'FORMAT', 'Figure', 'Figures',
           'Licence', 'Note', 'Note %u', 'Notes', 'Oranges', 'Page', 'Palette', 'Source', 'Transparent', 'Zoom', '[OPTION…]', '_Note', 'code', 'source'),
    'ru': (),
    'zh_CN': (),
}
# English words that signs stand for in other languages.
SIGNS_WILL_DO = ('{0} has {1}.', '{0} with {1}')


class Catalog:
    """The messages of a po file: {(context, msgid): [form, …]}; a plural is known by its singular."""

    def __init__(self, po_bytes):
        compiled = subprocess.run(['msgfmt', '-o', '-', '-'], input=po_bytes, stdout=subprocess.PIPE, check=True).stdout
        translations = gettext.GNUTranslations(io.BytesIO(compiled))
        self.messages = {}
        for key, text in translations._catalog.items():
            msgid, form = key if isinstance(key, tuple) else (key, 0)
            if msgid == '':
                continue
            context, separator, bare = msgid.rpartition('\x04')
            self.messages.setdefault((context if separator else None, bare), {})[form] = text
        self.messages = {key: [forms[i] for i in sorted(forms)] for key, forms in self.messages.items()}


def read_template(root):
    """All there is to translate, each message as its own translation."""
    paths = [line for line in (root / 'po' / 'POTFILES').read_text(encoding='utf-8').splitlines() if line and not line.startswith('#')]
    pot = subprocess.run(['xgettext', '--from-code=UTF-8', '--output=-', *('--keyword=' + word for word in KEYWORDS), *paths],
                         cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
    pot = pot.replace(b'nplurals=INTEGER; plural=EXPRESSION', b'nplurals=2; plural=n != 1').replace(b'CHARSET', b'UTF-8')
    return Catalog(subprocess.run(['msgen', '-o', '-', '-'], input=pot, stdout=subprocess.PIPE, check=True).stdout)


def read_languages(root):
    lines = (root / 'po' / 'LINGUAS').read_text(encoding='utf-8').splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith('#')]


def read_data_texts(root):
    """What the window shows of the bundled data in our words."""
    packages = []
    for path in sorted((root / 'data' / 'datasets').glob('*.json')):
        content = json.loads(path.read_text(encoding='utf-8'))
        packages += content['views'].values() if 'views' in content else [content] if 'contingent' in content else []
    for package in packages:
        about = package['contingent']
        yield package['description']
        yield from about.get('notes', [])
        yield from (row['note'] for resource in package.get('resources', []) for row in resource['data'] if row.get('note'))
        yield from (measure['description'] for measure in about.get('measures', {}).values() if 'description' in measure)


def show(key):
    return f'“{key[1][:70]}”'.replace('\n', '\\n')


def words_of(text):
    """The letters of a text that a language has a say in."""
    return ''.join(LETTERS.findall(INVARIABLE.sub('', ARGUMENT.sub('', text).replace('_', ''))))


# ---- checks ----------------------------------------------------------------------------------------------------------


def complete(language, template, catalog):
    for key in template.messages:
        if key not in catalog.messages:
            yield f'{language}: {show(key)} is not translated'


def listed(texts, template):
    """Texts of the data are found by xgettext in a list, which has all of them and no other."""
    texts = set(texts)
    phrases = {msgid for context, msgid in template.messages if context is None}
    marked = {msgid for context, msgid in template.messages if context == 'data'}
    for text in sorted(texts - phrases - marked):
        yield f'{show((None, text))} of the data is not in ctg-data-texts.inc'
    for text in sorted(marked - texts):
        yield f'{show((None, text))} in ctg-data-texts.inc is no text of the data'


def current(language, template, catalog):
    for key in catalog.messages:
        if key not in template.messages:
            yield f'{language}: {show(key)} is no message any more'


def translated(language, template, catalog):
    """Nothing is passed off as translated, and nothing stands among what may stay the same that does not."""
    for key, forms in catalog.messages.items():
        for form in forms:
            if form == key[1] and words_of(form) and key[1] not in SAME[language]:
                yield f'{language}: {show(key)} is as in English; a word that has to be goes into SAME (catalogs.py)'
    same = {key[1] for key, forms in catalog.messages.items() if key[1] in forms}
    for word in SAME[language]:
        if len(catalog.messages) > 1 and word not in same:
            yield f'{language}: “{word}” may not stay in the list of what is as in English'


def in_script(language, template, catalog):
    script = SCRIPTS.get(language)
    for key, forms in catalog.messages.items():
        for form in forms:
            if script and words_of(key[1]) and not re.search(script, form) and key[1] not in SIGNS_WILL_DO:
                yield f'{language}: the translation of {show(key)} is in another script'
            if language == 'ru' and MIXED_WORD.search(ARGUMENT.sub(' ', form.replace('\n', ' ').replace('_', ''))):
                yield f'{language}: a word in the translation of {show(key)} has letters of two alphabets'
            if not script and re.search(r'[\u0400-\u06ff\u4e00-\u9fff]', form):
                yield f'{language}: the translation of {show(key)} is in another script'


def arguments(language, template, catalog):
    """As many arguments, each as often, in any order; only the count may be left out, where a form says it in words."""
    for key, forms in catalog.messages.items():
        expected = [sorted(re.sub(r'\d+\$', '', found) for found in ARGUMENT.findall(text)) for text in template.messages.get(key, [key[1]])]
        for form in forms:
            found = sorted(re.sub(r'\d+\$', '', match) for match in ARGUMENT.findall(form))
            without_count = [sorted(list(wanted)) for wanted in expected]
            for wanted in without_count:
                for count in ('{0}', '%u', '%d'):
                    if count in wanted:
                        wanted.remove(count)
                        break
            if found not in expected and not (len(forms) > 1 and found in without_count):
                yield f'{language}: the translation of {show(key)} has other arguments: {form[:70]}'


def punctuation(language, template, catalog):
    for key, forms in catalog.messages.items():
        for form in forms:
            place = f'{language}: the translation of {show(key)}'
            if set(FOREIGN_QUOTES[language]) & set(form):
                yield f'{place} has the quotation marks of another language'
            if language in FOREIGN_SIGNS and re.search(FOREIGN_SIGNS[language], ARGUMENT.sub('', form)) and '=' not in form and '|' not in form \
                    and key[1] != 'A,B' and '.contingent' not in form and not key[1].endswith(';'):
                yield f'{place} has the punctuation of another language'
            if form.startswith('\n') != key[1].startswith('\n') or form.endswith('\n') != key[1].endswith('\n'):
                yield f'{place} begins or ends otherwise'
            if '  ' in form or form != form.strip(' ') and key[1] == key[1].strip(' '):
                yield f'{place} has a blank too many'
            if form.rstrip('\u00a0 \n').endswith('…') != key[1].rstrip('\n').endswith('…') and not form.endswith(')…'):
                yield f'{place} has an ellipsis where English has none, or none where it has'


def has_key(text):
    return re.search(r'(?<!\w)_\w|\w_\w', text) is not None and not re.search(r'[A-Z]_[A-Z]', text)


def keys(language, template, catalog):
    """A key of a menu stays a key, and there is one of it."""
    for key, forms in catalog.messages.items():
        if has_key(key[1]) != has_key(forms[0]) or forms[0].count('_') > 1 and has_key(key[1]):
            yield f'{language}: the translation of {show(key)} has no key, or too many: {forms[0][:70]}'


CHECKS = (translated, in_script, arguments, punctuation, keys)
