#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window on Wayland: it opens, is clicked and typed into, and exports. Runs under `with-display --wayland --a11y`.

The compositor fills the X server's screen and gives the window all of it, so places in the window are places on the screen. What the
window does at all is test-user.py's business.
"""

import json
import os
import re
import subprocess
import sys

# The accessibility library warns of windows that come and go; only the program itself has to be free of warnings.
debug = os.environ.pop('G_DEBUG', '')
sys.path.insert(0, os.path.join(os.environ['CTG_TEST_SRCDIR'], 'harness'))
from guitest import App, Atspi, GLib, Tap, file_written, tool, wait  # noqa: E402

os.environ['G_DEBUG'] = debug

APP = os.environ['CTG_APP']
CLI = os.environ['CTG_CLI']
ID = 'io.github.contingent.Contingent'
FOLDER = os.environ['WITH_DISPLAY_DIR']


def click(node, across=0.5, down=0.5):
    place = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    x, y = round(place.x + place.width * across), round(place.y + place.height * down)
    tool('xdotool', 'mousemove', str(x), str(y), 'click', '1')


def run(tap):
    with tap.case('the window opens on Wayland, and nowhere else'):
        # Without the X server GTK has nothing to fall back to.
        display = os.environ.pop('DISPLAY')
        app = App([APP], ID)
        os.environ['DISPLAY'] = display
        wait(lambda: app.is_enabled('win.export'), 'a figure')
        wait(lambda: app.find_all(None, 'Filter rows') or app.find_all('entry', 'Filter'), 'the table')
        assert not tool('xdotool', 'search', '--name', '^TSG'), 'a window on the X server'

    with tap.case('a click chooses a dataset'):
        row = [node for node in app.find_all('list item') if any('ICSR, January 2015' == (inner.get_name() or '') for inner in app.walk(node))]
        click(row[0])
        wait(lambda: app.state_of('win.open-dataset') == 'icsr-2015-01', 'the other dataset')

    with tap.case('keys filter the rows'):
        app.key('ctrl+f')
        app.type('tuni')
        wait(lambda: app.is_enabled('win.clear-filter'), 'the filter')

    with tap.case('the figure is exported through dialogs'):
        path = os.path.join(FOLDER, 'wayland.svg')
        app.key('ctrl+e')
        dialog = app.find(None, '^Export Figure$')
        app.press(app.find('push button', 'Export', dialog))
        entry = wait(lambda: [node for node in app.find_all('entry') if app.has_state(node, 'FOCUSED') and '.svg' in app.text(node)], 'the file chooser')[0]
        app.key('ctrl+a')
        app.type(path)
        wait(lambda: app.text(entry) == path, 'the path in the file chooser')
        app.key('Return')
        file_written(path)
        with open(path, encoding='utf-8') as file:
            svg = file.read()
        assert '>Tunisia</text>' in svg and '>France</text>' not in svg, 'other rows than the filtered ones'
        subprocess.run(['xmllint', '--noout', path], check=True, timeout=60)
        again = os.path.join(FOLDER, 'again.svg')
        subprocess.run([CLI, 'export', path, '-o', again], check=True, timeout=60)
        with open(again, encoding='utf-8') as file:
            assert file.read() == svg, 'the command line makes another picture of the same figure'

    with tap.case('it ends when asked to'):
        app.act('app.quit')
        wait(lambda: app.process.poll() is not None or app.find_all('push button', 'Discard'), 'the end, or the question before it')
        if app.process.poll() is None:
            app.press(app.find('push button', 'Discard'))
        app.wait_end()


if __name__ == '__main__':
    tests = Tap()
    run(tests)
    sys.exit(tests.end())
