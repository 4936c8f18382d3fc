# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The guards of the style suite.

A guard is a function that takes the root of a source tree and yields one sentence for each fault, with its place. What
it needs and cannot find is a fault too. Guards change nothing, and each has a planted fault in self-test.
"""

import functools
import os
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree


class Skip(Exception):
    """A guard cannot do its work on this machine."""


PROGRAMS = ('app', 'cli')
# Test data and pictures are not ours to style.
TEXT_ENDINGS = ('.c', '.h', '.def', '.inc', '.py', '.sh', '.build', '.ui', '.css', '.xml', '.in', '.md', '.json', '.txt', '.R', '.gp',
                '.conf', '.ini', '.cfg', '.supp', '.po', '.yml', '.yaml', '.1')


# ---- reading a tree --------------------------------------------------------------------------------------------------

@functools.lru_cache(maxsize=None)
def files(root):
    """Every file of the tree, as a sorted list of paths relative to it; what a build or git keeps there is left out."""
    found = []
    for folder, names, entries in os.walk(root):
        top = folder == root
        names[:] = sorted(name for name in names
                          if name not in ('.git', '__pycache__', '.flatpak-builder')
                          and not (top and (name == 'build' or name.startswith('build-') and name != 'build-aux')))
        found += [os.path.relpath(os.path.join(folder, name), root) for name in entries]
    return sorted(name for name in found if not name.endswith(('.actual', '~')))


def read(root, path):
    with open(os.path.join(root, path), encoding='utf-8', errors='replace') as text:
        return text.read()


def first_line(root, path):
    with open(os.path.join(root, path), 'rb') as data:
        return data.readline(200).decode('utf-8', 'replace')


def ending(root, *endings):
    return [path for path in files(root) if path.endswith(endings)]


def text_files(root):
    return [path for path in files(root)
            if path.endswith(TEXT_ENDINGS) or first_line(root, path).startswith('#!')]


def scripts(root, interpreter):
    return [path for path in files(root) if re.match(rf'#!.*\b{interpreter}\b', first_line(root, path))]


def sources(root):
    """(path, folder under src) of the C files of the product."""
    return [(path, path.split('/')[1]) for path in ending(root, '.c', '.h')
            if path.startswith('src/') and path.count('/') > 1]


def line_of(text, position):
    return text.count('\n', 0, position) + 1


def without_comments_and_strings(code):
    """C code with comments and the inside of strings blanked; line numbers stay."""
    pattern = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)
    return pattern.sub(lambda match: re.sub(r'[^\n]', ' ', match[0]), code)


def run(command):
    return subprocess.run(command, capture_output=True, text=True)


def need(program):
    if shutil.which(program) is None:
        raise Skip(f'{program} is not installed')


# ---- C ---------------------------------------------------------------------------------------------------------------

def formatter(root):
    """Every C file is as uncrustify would write it."""
    need('uncrustify')
    # Another version has other opinions; the one of Debian 12 decides.
    version = run(['uncrustify', '--version']).stdout.strip()
    if '0.72' not in version:
        raise Skip(f'{version} is not 0.72')
    paths = ending(root, '.c', '.h')
    result = run(['uncrustify', '-q', '-l', 'C', '-c', os.path.join(root, 'build-aux', 'uncrustify.cfg'), '--check',
                  *(os.path.join(root, path) for path in paths)])
    failed = re.findall(r'^FAIL: (\S+)', result.stdout + result.stderr, re.MULTILINE)
    for path in failed:
        yield f'{os.path.relpath(path, root)}: not formatted (uncrustify -c build-aux/uncrustify.cfg --no-backup FILE)'
    if result.returncode != 0 and not failed:
        yield f'uncrustify: {(result.stderr or result.stdout).strip()[:300]}'


def layer_table(root):
    """folder -> folders it may include, from the table in the architecture page."""
    table = {}
    inside = False
    for line in read(root, 'docs/architecture.md').splitlines():
        cells = [cell.strip().strip('`') for cell in line.strip().strip('|').split('|')]
        if line.startswith('|') and cells[:2] == ['folder', 'may include']:
            inside = True
        elif inside and not line.startswith('|'):
            break
        elif inside and not set(cells[0]) <= set('-: '):
            table[cells[0].removeprefix('src/').rstrip('/')] = set(re.split(r'[,\s]+', cells[1])) - {''}
    return table


def layers(root):
    """No file includes a folder above its own; GTK stays in src/app."""
    table = layer_table(root)
    if not table:
        yield 'docs/architecture.md: no table with the columns folder and may include'
        return
    for name in sorted({folder for _, folder in sources(root)} - set(table)):
        yield f'src/{name}: not in the table of docs/architecture.md'
    bare = {os.path.basename(path) for path, _ in sources(root)}
    for path, folder in sources(root):
        text = read(root, path)
        for match in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', text, re.MULTILINE):
            place = f'{path}:{line_of(text, match.start())}'
            quoted, target = match[1] == '"', match[2]
            head = target.split('/')[0]
            if quoted and '/' in target:
                if head != folder and head not in table.get(folder, set()):
                    yield f'{place}: {folder} may not include {target}'
            elif quoted and target in bare:
                yield f'{place}: {target} is included without its folder'
            if folder != 'app' and re.match(r'(gtk|gdk|gsk|adwaita)(/|\.h|4)', target):
                yield f'{place}: only src/app may include {target}'


def pure_engine(root):
    """Below the programs nothing depends on the process's locale, translations, clock or environment."""
    words = re.compile(r"\b(setlocale|newlocale|uselocale|localeconv|nl_langinfo|[dn]*gettext|g_dgettext|g_dngettext|g_dpgettext2?|"
                       r'g_utf8_collate\w*|strcoll|uloc_setDefault|uloc_getDefault|g_get_language_names|'
                       r'g_get_real_time|g_get_monotonic_time|g_date_time_new_now\w*|gettimeofday|clock_gettime|getenv|g_getenv|secure_getenv)'
                       r'\s*\(|\b(_|N_|C_|NC_|Q_)\s*\(')
    for path, folder in sources(root):
        if folder in PROGRAMS:
            continue
        code = read(root, path)
        for match in words.finditer(without_comments_and_strings(code)):
            # Reproducible builds ask every program to grant the first; the others are fontconfig's own.
            if 'getenv' in match[0] and code[match.end():].lstrip().startswith(('"SOURCE_DATE_EPOCH"', '"FONTCONFIG_')):
                continue
            yield f'{path}:{line_of(code, match.start())}: {match[0].rstrip("( ")} is not for src/{folder}'
        for match in re.finditer(r"%'[0-9.]*[a-zA-Z]", code):
            yield f"{path}:{line_of(code, match.start())}: %' writes numbers in the process's locale"


def messages(root):
    """What the engine says of faults is marked, for whoever reads it in another language."""
    calls = re.compile(r'\b(g_set_error|g_set_error_literal|g_error_new|g_error_new_literal|g_prefix_error|\w*fault(?:_cell)?|refuse\w*|\w*fail\w*)'
                       r' \(((?:"(?:\\.|[^"\\\n])*"|[^";{])*)\);')
    for path, folder in sources(root):
        if folder in PROGRAMS:
            continue
        code = re.sub(r'/\*.*?\*/', lambda match: re.sub(r'[^\n]', ' ', match[0]), read(root, path), flags=re.DOTALL)
        for match in calls.finditer(code):
            arguments = re.sub(r'\b(T_|NT_|TN_) \((?:\s*"(?:\\.|[^"\\\n])*",?)+', '', match[2])
            for text in re.findall(r'"((?:\\.|[^"\\\n])*)"', arguments):
                if ' ' in text and re.search('[A-Za-z]{2}', text):
                    yield f'{path}:{line_of(code, match.start())}: not marked with T_ (): {text[:60]}'


def headers(root):
    """The two SPDX lines stand at the head of every source file and script; C files say what they are for."""
    kinds = ('.c', '.h', '.def', '.inc', '.py', '.sh', '.build', '.ui', '.css', '.R', '.gp', '.conf', '.ini', '.cfg', '.supp')
    for path in files(root):
        if not (path.endswith(kinds) or first_line(root, path).startswith('#!')):
            continue
        head = '\n'.join(read(root, path).splitlines()[:8])
        for wanted in ('SPDX-FileCopyrightText: 2026 The Contingent authors', 'SPDX-License-Identifier: GPL-3.0-or-later'):
            if wanted not in head:
                yield f'{path}: no line {wanted}'
        if path.endswith(('.c', '.h')):
            text = read(root, path)
            if not re.match(r'/\*.*?\*/\s*/\*', text, re.DOTALL):
                yield f'{path}: no paragraph that says what the file does'
            if path.endswith('.h') and '#pragma once' not in text:
                yield f'{path}: no #pragma once'


# ---- the window's files ----------------------------------------------------------------------------------------------

def potfiles(root):
    """po/POTFILES lists every file with something to translate, and none that is not there."""
    listed = [line.strip() for line in read(root, 'po/POTFILES').splitlines() if line.strip() and not line.startswith('#')]
    for path in listed:
        if path not in files(root):
            yield f'po/POTFILES: {path} does not exist'
    for path in sorted({path for path in listed if listed.count(path) > 1}):
        yield f'po/POTFILES: {path} is listed twice'
    for path in files(root):
        if path.startswith('src/') and path.endswith('.c'):
            found = re.search(r'\b(_|N_|C_|NC_|Q_|T_|TN_|NT_|n?gettext|g_dngettext|g_dpgettext2?)\s*\(\s*[A-Z_"]',
                              re.sub(r'/\*.*?\*/', '', read(root, path), flags=re.DOTALL))
        elif path.endswith('.ui'):
            found = re.search(r'translatable\s*=\s*["\'](yes|true|1)', read(root, path))
        else:
            found = path.endswith(('.desktop.in', '.metainfo.xml.in'))
        if found and path not in listed:
            yield f'{path}: not in po/POTFILES'


def class_file_name(name):
    """CtgFigureView -> ctg-figure-view"""
    return re.sub(r'(?<=[a-z0-9])(?=[A-Z])', '-', name).lower()


def templates(root):
    """Every .ui is well-formed, its template is named like the file and has its class; each is in the resource list."""
    paths = ending(root, '.ui')
    if not paths:
        yield 'there is no .ui file'
        return
    lists = ''.join(read(root, path) for path in ending(root, '.gresource.xml'))
    for path in paths:
        try:
            interface = ElementTree.parse(os.path.join(root, path)).getroot()
        except ElementTree.ParseError as error:
            yield f'{path}: {error}'
            continue
        name = os.path.basename(path)
        if name not in lists:
            yield f'{path}: in no resource list'
        for template in interface.findall('template'):
            kind = template.get('class')
            if class_file_name(kind) + '.ui' != name:
                yield f'{path}: the template is {kind}, the file would be {class_file_name(kind)}.ui'
            elif not any(os.path.basename(source) == name[:-3] + '.c' for source, _ in sources(root)):
                yield f'{path}: there is no {name[:-3]}.c'


def desktop_files(root):
    """The desktop entry, the settings schema and the file type are valid."""
    need('desktop-file-validate')
    need('glib-compile-schemas')
    checks = (('.desktop.in', '.desktop', lambda path: ['desktop-file-validate', path]),
              ('.gschema.xml', '.gschema.xml',
               lambda path: ['glib-compile-schemas', '--strict', '--dry-run', os.path.dirname(path)]))
    for kind, final, command in checks:
        paths = ending(root, kind)
        if not paths:
            yield f'there is no *{kind}'
        for path in paths:
            with tempfile.TemporaryDirectory() as folder:
                copy = os.path.join(folder, os.path.basename(path).removesuffix(kind) + final)
                shutil.copy(os.path.join(root, path), copy)
                result = run(command(copy))
                if result.returncode != 0:
                    said = (result.stdout + result.stderr).replace(folder + '/', '').strip()
                    yield f'{path}: ' + ' / '.join(line.strip() for line in said.splitlines() if line.strip())[:600]
    for path in ending(root, '.xml', '.svg'):
        try:
            ElementTree.parse(os.path.join(root, path))
        except ElementTree.ParseError as error:
            yield f'{path}: {error}'


# What `appstreamcli validate --pedantic` may say, by AppStream 0.16 (Debian 12) and 1.0 (Debian 13): the program's id is
# as it is, and it has no address yet. 0.16 does not know the developer element that 1.0 asks for.
METAINFO_MAY = {'cid-contains-uppercase-letter': '', 'url-homepage-missing': '', 'unknown-tag': 'developer'}


def metainfo(root):
    """The metainfo is valid to the last hint, and tells all a software centre shows; no pictures and no addresses yet."""
    need('appstreamcli')
    paths = ending(root, '.metainfo.xml.in')
    if not paths:
        yield 'there is no *.metainfo.xml.in'
    for path in paths:
        with tempfile.TemporaryDirectory() as folder:
            copy = os.path.join(folder, os.path.basename(path).removesuffix('.in'))
            shutil.copy(os.path.join(root, path), copy)
            said = run(['appstreamcli', 'validate', '--no-net', '--pedantic', copy]).stdout
        for _level, place, tag, detail in re.findall(r'^([EWIP]): \S*?:([\d~]+): (\S+) ?(.*)$', said, re.MULTILINE):
            if METAINFO_MAY.get(tag) not in ('', detail.strip()):
                yield f'{path}:{place}: {tag} {detail}'.rstrip()
        if 'alidation' not in said:
            yield f'{path}: appstreamcli said nothing of use: {said.strip()[:200]}'
        try:
            component = ElementTree.parse(os.path.join(root, path)).getroot()
        except ElementTree.ParseError as error:
            yield f'{path}: {error}'
            continue
        identity = component.findtext('id', '')
        for wanted in ('description/p', 'summary', 'developer/name', 'content_rating[@type="oars-1.1"]',
                       f'launchable[@type="desktop-id"][.="{identity}.desktop"]', 'provides/mediatype',
                       'branding/color[@scheme_preference="light"]', 'branding/color[@scheme_preference="dark"]', 'releases/release'):
            if component.find(wanted) is None:
                yield f'{path}: no {wanted}'
        for release in component.iterfind('releases/release'):
            if not re.fullmatch(r'\d{4}-\d{2}-\d{2}', release.get('date', '')) or release.find('description/p') is None:
                yield f'{path}: release {release.get("version")} has no date or no notes'
        for unwanted in ('url', 'screenshots'):
            if component.find(unwanted) is not None:
                yield f'{path}: {unwanted} leads nowhere yet'


# ---- all texts -------------------------------------------------------------------------------------------------------

def machine_paths(root):
    """No file knows where on whose machine it was written."""
    # A path, not the tail of an address such as https://example.org/work/.
    pattern = re.compile(r'(?<![\w.~/-])/(?:' + '|'.join(('work', 'home', 'root', 'tmp' + '/brief')) + r')/\w')
    for path in text_files(root):
        text = read(root, path)
        for match in pattern.finditer(text):
            yield f'{path}:{line_of(text, match.start())}: {text[match.start():match.start() + 40].split()[0]}'


def left_overs(root):
    """Nothing is left to be done later."""
    # Three crosses are a mark only with a colon; alone they are a country that does not exist.
    pattern = re.compile(r'\b(?:' + '|'.join(('TO' + 'DO' + r'\b', 'FIX' + 'ME' + r'\b', 'X' * 3 + ':')) + ')')
    for path in text_files(root):
        if path.startswith(('data/source/', 'LICENSES/')):
            continue
        text = read(root, path)
        for match in pattern.finditer(text):
            yield f'{path}:{line_of(text, match.start())}: {match[0]}'


def shell(root):
    """Shell scripts parse."""
    paths = scripts(root, '(?:ba)?sh') + ending(root, '.sh')
    if not paths:
        yield 'there is no shell script'
    for path in sorted(set(paths)):
        result = run(['bash', '-n', os.path.join(root, path)])
        if result.returncode != 0:
            yield result.stderr.replace(root + '/', '').strip()


def python(root):
    """Python files compile, and scripts name the system's interpreter."""
    paths = sorted(set(scripts(root, 'python3?') + ending(root, '.py')))
    if not paths:
        yield 'there is no Python file'
    for path in paths:
        try:
            compile(read(root, path), path, 'exec')
        except SyntaxError as error:
            yield f'{path}:{error.lineno}: {error.msg}'
        line = first_line(root, path).strip()
        if line.startswith('#!') and line not in ('#!/usr/bin/python3', '#!/usr/bin/python3 -B'):
            yield f'{path}: starts with {line}, not #!/usr/bin/python3'


def links(root):
    """Links between the pages of the tree lead somewhere."""
    pages = ending(root, '.md')
    if not pages:
        yield 'there is no page'
    for path in pages:
        text = re.sub(r'^```.*?^```', lambda match: '\n' * match[0].count('\n'), read(root, path), flags=re.DOTALL | re.MULTILINE)
        for match in re.finditer(r'\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)|<(?:img|source)\b[^>]*\bsrc(?:set)?="([^"]+)"', text):
            target = (match[1] or match[2]).split('#')[0]
            if not target or re.match(r'[a-z]+:', target):
                continue
            if not os.path.exists(os.path.normpath(os.path.join(root, os.path.dirname(path), target))):
                yield f'{path}:{line_of(text, match.start())}: {target} does not exist'


GUARDS = (formatter, layers, pure_engine, messages, headers, potfiles, templates, desktop_files, metainfo, machine_paths, left_overs, shell,
          python, links)
