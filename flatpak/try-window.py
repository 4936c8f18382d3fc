#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed Flatpak, used as a user does: files come and go through the portals, and nothing else is in reach.

Run by try-locally under `with-display --wm --a11y --portals`; writes TAP.
usage: try-window.py DIRECTORY-FOR-PICTURES
"""

import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tests', 'harness'))
from guitest import App, Atspi, Gio, GLib, Tap, Timeout, file_written, tool, wait  # noqa: E402

ID = 'io.github.contingent.Contingent'
FOLDER = os.environ['WITH_DISPLAY_DIR']
PORTAL = 'xdg-desktop-portal-gtk'
PICTURES = sys.argv[1]
# The tests' own fonts are for programs outside; the sandbox has the runtime's and the host's.
RUN = ['flatpak', 'run', '--user', '--unset-env=FONTCONFIG_FILE', ID]

FILE_MANAGER = '''
<node><interface name="org.freedesktop.FileManager1">
  <method name="ShowItems"><arg type="as" direction="in"/><arg type="s" direction="in"/></method>
  <method name="ShowFolders"><arg type="as" direction="in"/><arg type="s" direction="in"/></method>
</interface></node>'''


class FileManager:
    """Stands in for the desktop's file manager, and remembers what it was asked to show."""

    def __init__(self):
        self.shown = []
        bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        node = Gio.DBusNodeInfo.new_for_xml(FILE_MANAGER)
        bus.register_object('/org/freedesktop/FileManager1', node.interfaces[0], self._called, None, None)
        Gio.bus_own_name_on_connection(bus, 'org.freedesktop.FileManager1', Gio.BusNameOwnerFlags.NONE, None, None)

    def _called(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        self.shown.append((method, *arguments.unpack()[0]))
        invocation.return_value(None)

    def wait_for(self, uri):
        def seen():
            GLib.MainContext.default().iteration(False)
            return any(uri in call for call in self.shown)
        wait(seen, f'{uri} in {self.shown}')


def text(value):
    return GLib.Variant('s', value)


def portal_dialog(title):
    """The portal's dialog of that title; the program's own windows may be called the same."""
    def owned():
        windows = tool('xdotool', 'search', '--onlyvisible', '--name', f'^{title}$').split()
        return [window for window in windows if PORTAL in tool('xprop', '-id', window, 'WM_CLASS')]
    return owned


def portal_root():
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and child.get_name() == PORTAL:
            return child
    return None


def answer(app, title, path, opening=False):
    dialogs = portal_dialog(title)
    app.focus(wait(dialogs, f'the portal to ask, titled {title}')[0])
    root = wait(portal_root, 'the portal in the accessibility tree')
    wait(lambda: any(app.has_state(node, 'FOCUSED') for node in app.walk(root)), 'the focus in the dialog')
    if opening:
        # Only then has the dialog a place to type in.
        app.key('ctrl+l')
        wait(lambda: any(app.has_state(node, 'FOCUSED') for node in app.find_all('text', None, root)), 'the entry in the dialog')
    app.key('ctrl+a')
    app.type(path)
    wait(lambda: any(app.text(node) == path for node in app.find_all('text', None, root)), 'the path in the dialog')
    # A key that comes while the dialog completes the name is taken for the completion.
    for patience in (3, 6, 20):
        app.key('Return')
        try:
            wait(lambda: not dialogs(), 'the dialog to close', patience)
            return
        except Timeout:
            app.focus(dialogs()[0])
    raise Timeout(f'the dialog {title} stays')


def export(app, path):
    app.focus(app.main)
    app.act('win.export')
    dialog = app.find(None, '^Export Figure$')
    app.press(app.find('push button', 'Export', dialog))
    answer(app, 'Export Figure', path)


def figure_in(path):
    """The figure an exported SVG carries."""
    with open(path, encoding='utf-8') as svg:
        metadata = re.search(r'<metadata[^>]*>(.*?)</metadata>', svg.read(), re.S).group(1)
    document = re.search(r'\{.*\}', metadata, re.S).group(0)
    for entity, character in (('&lt;', '<'), ('&gt;', '>'), ('&quot;', '"'), ('&amp;', '&')):
        document = document.replace(entity, character)
    return json.loads(document)


def alone(name):
    """The folder holds this file and what other cases put there, no sidecar and no left-over."""
    strangers = [entry for entry in os.listdir(os.path.dirname(name)) if entry != os.path.basename(name)]
    assert not strangers, f'beside {os.path.basename(name)}: {strangers}'


def fresh(name):
    folder = os.path.join(FOLDER, name)
    os.makedirs(folder)
    return folder


def title_of(app):
    return tool('xdotool', 'getwindowname', app.main).strip()


def no_inner_paths(app):
    """Nothing on the screen names a place that exists only inside the sandbox."""
    texts = [title_of(app)] + [node.get_name() or '' for node in app.walk()] + [node.get_description() or '' for node in app.walk()]
    inner = [value for value in texts if re.search(r'/run/(user|flatpak)|/doc/[0-9a-f]{6,}', value)]
    assert not inner, inner


def run(tap):
    manager = FileManager()
    app = None

    with tap.case('the window starts in the sandbox'):
        app = App(RUN, ID, 'contingent')
        app.main = app.window('Contingent')
        app.focus(app.main)
        wait(lambda: app.is_enabled('win.export'), 'a figure')
    if app is None:
        return

    with tap.case('it opens a dataset'):
        app.act('win.open-dataset', text('icsr-2015-01'))
        wait(lambda: app.state_of('win.open-dataset') == 'icsr-2015-01', 'the dataset')
        wait(lambda: 'ICSR' in title_of(app), 'its title')
        app.screenshot(os.path.join(PICTURES, 'window.png'))

    with tap.case('it exports an SVG through the file chooser portal'):
        exported = os.path.join(fresh('export'), 'figure.svg')
        export(app, exported)
        # The offer goes away after some seconds.
        app.press(app.find('push button', 'Show in Folder'))
        file_written(exported)
        assert figure_in(exported)['dataset']['id'] == 'icsr-2015-01'

    with tap.case('the exported file is shown in its folder by the desktop'):
        manager.wait_for(GLib.filename_to_uri(exported, None))

    with tap.case('the SVG is whole, alone in its folder, and no path of the sandbox is shown'):
        subprocess.run(['rsvg-convert', exported, '-o', os.path.join(PICTURES, 'exported.png')], check=True, timeout=60)
        alone(exported)
        no_inner_paths(app)

    with tap.case('a name without a suffix is written as it was chosen'):
        plain = os.path.join(fresh('plain'), 'figure')
        export(app, plain)
        file_written(plain)
        wait(lambda: figure_in(plain)['dataset']['id'] == 'icsr-2015-01', 'a whole SVG')
        alone(plain)

    with tap.case('it opens a file through the portal and shows no path of the sandbox'):
        app.focus(app.main)
        app.act('win.open')
        answer(app, 'Open Data or Figure', exported, opening=True)
        wait(lambda: 'figure.svg' in title_of(app), 'the picture')
        no_inner_paths(app)

    with tap.case('it saves a figure, and saves it again in place'):
        saved = os.path.join(fresh('save'), 'mine.contingent')
        app.focus(app.main)
        app.act('win.save-as')
        answer(app, 'Save Figure', saved)
        file_written(saved)
        wait(lambda: 'mine.contingent' in title_of(app), 'the saved figure')
        app.act('win.set', GLib.Variant('(ss)', ('top', '5')))
        wait(lambda: app.is_enabled('win.undo'), 'a change')
        app.act('win.save')

        def saved_again():
            with open(saved, encoding='utf-8') as document:
                return json.load(document)['figure'].get('top') == 5
        wait(saved_again, 'the change in the file')
        alone(saved)
        no_inner_paths(app)

    with tap.case('it offers to reload what was changed outside'):
        with open(saved, encoding='utf-8') as document:
            text_outside = document.read()
        with open(saved, 'w', encoding='utf-8') as document:
            document.write(text_outside.replace('"top": 5', '"top": 12'))
        # The window looks when it is turned to again.
        app.focus(app.main)
        app.key('ctrl+question')
        wait(lambda: tool('xdotool', 'getwindowfocus').strip() != app.main, 'the focus in the shortcuts')
        app.key('Escape')
        app.press(app.find('push button', 'Reload'))
        # The file's figure is shown, and redoing would bring back what was on the screen.
        wait(lambda: app.is_enabled('win.redo') and not app.is_enabled('win.undo'), 'the figure in the file')
        no_inner_paths(app)

    with tap.case('it ends'):
        app.quit()
        complaints = [line for line in app.output().splitlines() if re.search(r'CRITICAL|WARNING', line) and 'contingent' in line.lower()]
        assert not complaints, complaints


if __name__ == '__main__':
    tests = Tap()
    run(tests)
    sys.exit(tests.end())
