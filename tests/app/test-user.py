#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window, used as a user does: mouse, keyboard, dialogs. Runs under `with-display --wm --a11y`."""

import json
import os
import re
import subprocess
import sys

# The accessibility library warns of windows that come and go; only the program itself has to be free of warnings.
debug = os.environ.pop('G_DEBUG', '')
sys.path.insert(0, os.path.join(os.environ['CTG_TEST_SRCDIR'], 'harness'))
from guitest import DEADLINE, App, GLib, Tap, file_written, tool, wait  # noqa: E402

os.environ['G_DEBUG'] = debug

APP = os.environ['CTG_APP']
CLI = os.environ['CTG_CLI']
DRAG_SOURCE = sys.argv[1]
ID = 'io.github.contingent.Contingent'
FOLDER = os.environ['WITH_DISPLAY_DIR']


def text(value):
    return GLib.Variant('s', value)


def figure_in(path):
    """The figure an exported SVG carries."""
    with open(path, encoding='utf-8') as svg:
        content = svg.read()
    document = re.search(r'<metadata[^>]*>(.*?)</metadata>', content, re.S).group(1)
    document = re.search(r'\{.*\}', document, re.S).group(0)
    for entity, character in (('&lt;', '<'), ('&gt;', '>'), ('&quot;', '"'), ('&amp;', '&')):
        document = document.replace(entity, character)
    return json.loads(document)['figure']


def pasted(kind):
    """What another program gets from the clipboard."""
    return subprocess.run(('xclip', '-selection', 'clipboard', '-o', '-t', kind), capture_output=True, check=True, timeout=DEADLINE).stdout


def export(app, name):
    path = os.path.join(FOLDER, name)
    if os.path.exists(path):
        os.remove(path)
    app.act('win.export-to', text(path))
    file_written(path)
    return path


def open_window(*arguments):
    app = App([APP, *arguments], ID)
    app.main = app.window('Contingent')
    app.focus(app.main)
    wait(lambda: app.is_enabled('win.export'), 'a figure')
    wait(lambda: app.find_all(None, 'Filter rows') or app.find_all('entry', 'Filter'), 'the table')
    return app


def title_of(app):
    return tool('xdotool', 'getwindowname', app.main).strip()


def run(tap):
    with tap.case('start on the default dataset'):
        app = open_window()
        assert title_of(app).startswith('TSG, December 2015'), title_of(app)
        assert not app.is_enabled('win.undo')

    with tap.case('the sheet and its marks are in the accessibility tree'):
        sheet = app.find(None, '^Foreign fighters in Syria and Iraq')
        marks = app.find_all('list item', 'Tunisia', sheet)
        assert marks and any('6,000' in mark.get_name() for mark in marks), [mark.get_name() for mark in marks]

    with tap.case('every button has a name in the accessibility tree'):
        buttons = [node for role in ('button', 'toggle button') for node in app.find_all(role) if app.has_state(node, 'FOCUSABLE')]
        assert len(buttons) > 10, len(buttons)
        # The button inside a drop-down is named by the whole.
        nameless = [node.get_parent().get_name() for node in buttons
                    if node.get_parent().get_role_name() != 'combo box' and re.match('$|(Gtk|Adw|Ctg)[A-Z]', node.get_name() or '')]
        assert not nameless, f'nameless buttons inside {nameless}'

    with tap.case('choose a dataset with the mouse'):
        row = [node for node in app.find_all('list item') if any('ICSR, January 2015' == (inner.get_name() or '') for inner in app.walk(node))]
        app.click(app.main, row[0])
        wait(lambda: app.state_of('win.open-dataset') == 'icsr-2015-01', 'the other dataset')
        app.act('win.open-dataset', text('tsg-2015-12'))
        wait(lambda: app.state_of('win.open-dataset') == 'tsg-2015-12', 'the first dataset')

    with tap.case('filter by typing, clear with one command'):
        app.focus(app.main)
        app.key('ctrl+f')
        app.type('tuni')
        wait(lambda: app.is_enabled('win.clear-filter'), 'the filter')
        wait(lambda: figure_in(export(app, 'filtered.svg')).get('search') == 'tuni', 'the filtered figure')
        app.act('win.clear-filter')
        wait(lambda: not app.is_enabled('win.clear-filter'), 'no filter')

    with tap.case('change the kind in the settings (F9), undo and redo by keys'):
        app.key('F9')
        wait(lambda: app.state_of('win.show-inspector'), 'the settings')
        button = app.find(None, '^Dumbbells')
        app.click(app.main, button)
        wait(lambda: app.state_of('win.kind') == 'dumbbell', 'dumbbells')
        sheet = app.find(None, '^Foreign fighters in Syria and Iraq')
        app.click(app.main, sheet, 0.02, 0.02)
        app.key('ctrl+z')
        wait(lambda: app.state_of('win.kind') != 'dumbbell', 'the kind before')

        # Over the list of series and over a number the wheel is for the settings.
        rows = app.find('spin button', '^Rows')
        bottom = app.place(app.main, app.find(None, 'of 65 reported'))[1]

        def wheel_until(is_met, what):
            def turn():
                tool('xdotool', 'click', '5')
                return is_met(app.place(app.main, rows)[1])

            wait(turn, what)

        app.move(app.main, app.find('check box', '^Non-official'))
        wheel_until(lambda height: height < bottom, 'the number of rows to be in sight')
        app.move(app.main, rows)
        before = app.place(app.main, rows)[1]
        wheel_until(lambda height: height < before, 'the settings to move on')
        assert app.is_enabled('win.redo')
        app.key('ctrl+shift+z')
        wait(lambda: app.state_of('win.kind') == 'dumbbell', 'dumbbells again')
        app.key('F9')
        wait(lambda: not app.state_of('win.show-inspector'), 'no settings')

    with tap.case('walk the marks with the keyboard, select a row with Enter'):
        sheet = app.find(None, '^Foreign fighters in Syria and Iraq')
        app.click(app.main, sheet, 0.02, 0.02)
        app.key('Down')
        wait(lambda: [node for node in app.find_all('list item', 'Tunisia', sheet) if app.has_state(node, 'FOCUSED')], 'the first mark')
        # Nothing is selected: the mark in focus is the one to annotate.
        wait(lambda: app.is_enabled('win.add-annotation'), 'the command')
        app.key('Return')
        wait(lambda: app.state_of('win.select-rows') == ['TUN'], 'the selected row')
        app.key('Escape')
        wait(lambda: app.has_state(sheet, 'FOCUSED'), 'the sheet')

    with tap.case('add a row to the selection with Ctrl and a click, and take it away again'):
        def click_name(name):
            app.click(app.main, app.find('label', f'^{name}$'))

        click_name('Tunisia')
        wait(lambda: app.state_of('win.select-rows') == ['TUN'], 'one row')
        tool('xdotool', 'keydown', 'ctrl')
        try:
            click_name('France')
            wait(lambda: sorted(app.state_of('win.select-rows')) == ['FRA', 'TUN'], 'two rows')
            click_name('Tunisia')
            wait(lambda: app.state_of('win.select-rows') == ['FRA'], 'one row again')
        finally:
            tool('xdotool', 'keyup', 'ctrl')
        app.click(app.main, sheet, 0.02, 0.02)
        wait(lambda: app.has_state(sheet, 'FOCUSED'), 'the sheet')

    with tap.case('walk the menu of the sheet with arrows'):
        def focused_items():
            """By number: GTK 4.24 tells no names of them."""
            return [i for i, node in enumerate(app.find_all('menu item')) if app.has_state(node, 'FOCUSED')]

        # Not Shift+F10, which GTK 4.24 keeps from every widget.
        app.key('Menu')
        first = wait(focused_items, 'an item of the menu')
        app.key('Down')
        wait(lambda: focused_items() not in ([], first), 'the next item of the menu')
        app.key('Escape')
        wait(lambda: app.has_state(sheet, 'FOCUSED'), 'the sheet')

    with tap.case('a claim is shown under the pointer'):
        mark = [node for node in app.find_all('list item', 'Tunisia', sheet) if '6,000' in node.get_name()][0]
        app.move(app.main, sheet, 0.02, 0.02)
        app.move(app.main, mark, 0.5, 0.5)
        app.find(None, 'The Soufan Group . as of 8 December 2015')
        app.move(app.main, sheet, 0.02, 0.02)
        wait(lambda: not app.find_all(None, 'The Soufan Group . as of 8 December 2015'), 'the claim to go')

    with tap.case('copy the figure from the sheet'):
        app.key('ctrl+c')
        wait(lambda: {'image/svg+xml', 'image/png'} <= set(tool('xclip', '-selection', 'clipboard', '-o', '-t', 'TARGETS').split()), 'the figure in both forms')
        assert pasted('image/png').startswith(b'\x89PNG\r\n')
        path = os.path.join(FOLDER, 'pasted.svg')
        with open(path, 'wb') as svg:
            svg.write(pasted('image/svg+xml'))
        assert figure_in(path)['kind'] == app.state_of('win.kind')

    with tap.case('zoom by keys'):
        app.key('ctrl+1')
        wait(lambda: app.state_of('win.zoom') == '100', 'print size')
        app.key('ctrl+plus')
        wait(lambda: app.state_of('win.zoom') == '120', '120 %')
        app.key('ctrl+minus', 'ctrl+minus')
        wait(lambda: app.state_of('win.zoom') == '83', '83 %')
        app.key('ctrl+0')
        wait(lambda: app.state_of('win.zoom') == 'fit', 'the whole sheet')

    with tap.case('edit the title on the sheet'):
        app.key('F2')
        app.type('Counts that disagree')
        app.key('Return')
        wait(lambda: app.find_all(None, '^Counts that disagree$'), 'the new title')

    with tap.case('annotate a mark, drag the note, move and delete it by keys'):
        def notes():
            return figure_in(export(app, 'annotated.svg')).get('annotations', [])

        mark = [node for node in app.find_all('list item', 'Tunisia', sheet) if '6,000' in node.get_name()][0]
        app.click(app.main, mark)
        app.key('ctrl+shift+n')
        app.find(None, '^Annotation$')
        app.type('The highest count')
        app.key('Return')
        note = app.find('list item', 'Note on Tunisia: The highest count', sheet)
        assert notes() == [{'row': 'TUN', 'series': 'fighters.official', 'text': 'The highest count'}], notes()

        wait(lambda: app.place(app.main, note, 1, 0)[0] - app.place(app.main, note, 0, 0)[0] > 20, 'the note to have its place')
        start = app.place(app.main, note, 0.5, 0.5)
        app.drag(start, (start[0] - 60, start[1] + 50))
        wait(lambda: app.describe('win.undo') and 'dx' in notes()[0], 'the note to move')
        moved = notes()[0]

        app.click(app.main, sheet, 0.02, 0.02)
        app.key('End')
        wait(lambda: app.has_state(app.find('list item', 'Note on Tunisia', sheet), 'FOCUSED'), 'the focus on the note')
        app.key('ctrl+Left')
        wait(lambda: round(moved['dx'] - notes()[0]['dx'], 1) == 2, 'the note to move by two points')
        app.key('Delete')
        wait(lambda: not app.find_all('list item', 'Note on Tunisia', sheet), 'the note to go')
        assert notes() == []
        app.act('win.undo')
        app.find('list item', 'Note on Tunisia', sheet)
        app.act('win.undo')
        app.act('win.undo')
        app.act('win.undo')
        wait(lambda: not app.find_all('list item', 'Note on Tunisia', sheet), 'the note to be undone')

    with tap.case('export through the dialog and the file chooser'):
        path = os.path.join(FOLDER, 'dialog.svg')
        app.key('ctrl+e')
        dialog = app.find(None, '^Export Figure$')
        app.press(app.find('push button', 'Export', dialog))
        app.answer_file_dialog('Export Figure', path)
        file_written(path)
        figure = figure_in(path)
        assert figure['kind'] == 'dumbbell' and figure['title'] == 'Counts that disagree', figure

    with tap.case('the window writes what the command line writes'):
        saved = os.path.join(FOLDER, 'same.contingent')
        app.act('win.save-to', text(saved))
        file_written(saved)
        wait(lambda: 'same.contingent' in title_of(app), 'the saved figure')
        printed = os.path.join(FOLDER, 'cli.svg')
        subprocess.run([CLI, 'export', saved, '-o', printed], check=True, timeout=60)
        with open(printed, 'rb') as one, open(path, 'rb') as other:
            one, other = one.read(), other.read()
        place = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
        assert one == other, (one[place - 80:place + 80], other[place - 80:place + 80])

    with tap.case('open the exported picture from the dialog'):
        app.focus(app.main)
        app.key('ctrl+o')
        app.answer_file_dialog('Open Data or Figure', path, opening=True)
        wait(lambda: 'dialog.svg' in title_of(app), 'the picture')
        wait(lambda: app.state_of('win.kind') == 'dumbbell', 'its kind')

    with tap.case('a broken file is told and changes nothing'):
        broken = os.path.join(FOLDER, 'broken.json')
        with open(broken, 'w', encoding='utf-8') as file:
            file.write('{"a": 01}')
        app.act('win.open-file', text(broken))
        app.find(None, 'cannot be opened')
        assert 'dialog.svg' in title_of(app)
        app.key('Escape')
        wait(lambda: not app.find_all(None, 'cannot be opened'), 'the message to go')

    with tap.case('the keyboard shortcuts are shown'):
        app.focus(app.main)
        app.key('ctrl+question')
        app.find(None, 'Walk through the marks')
        wait(lambda: tool('xdotool', 'getwindowfocus').strip() != app.main, 'the focus in the shortcuts')
        app.key('Escape')
        wait(lambda: not app.find_all(None, 'Walk through the marks'), 'the shortcuts to go')

    with tap.case('closing asks about changes, and quits when they are discarded'):
        app.focus(app.main)
        app.act('win.set', GLib.Variant('(ss)', ('top', '5')))
        wait(lambda: app.is_enabled('win.undo'), 'a change')
        app.key('ctrl+w')
        app.find(None, 'Save the figure')
        app.key('Escape')
        wait(lambda: not app.find_all(None, 'Save the figure'), 'the question to go')
        app.act('app.quit')
        app.find(None, 'Save the figure')
        app.press(app.find('push button', 'Discard'))
        app.wait_end()

    with tap.case('files on the command line are opened'):
        app = open_window(os.path.join(FOLDER, 'dialog.svg'))
        wait(lambda: 'dialog.svg' in title_of(app), 'the picture')
        # A second start hands its file to the first.
        subprocess.run([APP, os.path.join(FOLDER, 'same.contingent')], check=True, timeout=60)
        wait(lambda: 'same.contingent' in title_of(app), 'the other file')

    with tap.case('files are dragged into the window, on the figure and on an entry'):
        names = [os.path.join(FOLDER, name) for name in ('dragged-1.json', 'dragged-2.json')]
        for path, country in zip(names, ('Belgium', 'France')):
            with open(path, 'w', encoding='utf-8') as file:
                json.dump([{'country': country, 'people': 12}], file)
        source = subprocess.Popen((DRAG_SOURCE, *names))
        try:
            window = app.window('^Drag source$')
            app.focus(window)
            for target in (app.find(None, '^Counts that disagree$'), app.find('entry', '^Filter rows$')):
                app.act('win.open-file', text(os.path.join(FOLDER, 'same.contingent')))
                wait(lambda: 'same.contingent' in title_of(app), 'the figure from before')
                wait(lambda: tool('xdotool', 'getwindowname', window).strip() == 'Drag source', 'the drag before to end')
                x, y = app.origin(window)
                app.drag((x + 80, y + 60), app.place(app.main, target, 0.9, 0.5),
                         before_drop=lambda: wait(lambda: tool('xdotool', 'getwindowname', window).strip() == 'Drop is taken', 'the window to take the files'))
                wait(lambda: 'dragged-2.json' in title_of(app), 'the second file')
                assert not app.is_enabled('win.clear-filter')
        finally:
            source.kill()
            source.wait()
        app.focus(app.main)
        app.key('ctrl+q')
        app.wait_end()

    with tap.case('from the start to an exported file by keys alone'):
        path = os.path.join(FOLDER, 'by-keys.svg')
        app = open_window()
        # A dataset, found by its name.
        app.key('ctrl+shift+f')
        app.type('icsr')
        app.key('Down', 'Down')
        wait(lambda: [node for node in app.find_all('list item', '^ICSR, December 2013') if app.has_state(node, 'FOCUSED')], 'the focus on the second that was found')
        app.key('Return')
        wait(lambda: app.state_of('win.open-dataset') == 'icsr-2013-12', 'the dataset')
        # A kind in the settings, which are the last part of the window.
        app.key('F9')
        wait(lambda: app.state_of('win.show-inspector'), 'the settings')
        kind = app.find(None, '^Ranked bars')
        wait(lambda: app.place(app.main, kind, 1, 0)[0] - app.place(app.main, kind, 0, 0)[0] > 20, 'the settings to have their place')
        app.key('F6', 'F6', 'F6')
        wait(lambda: [node for node in app.find_all(None, '^Ranked bars') if app.has_state(node, 'FOCUSED')], 'the focus on the kind')
        app.key('Down', 'Right', 'space')
        wait(lambda: app.state_of('win.kind') == 'points', 'dots')
        # The table by name, its first rows.
        app.key('ctrl+f')
        app.type('an')
        wait(lambda: app.is_enabled('win.clear-filter'), 'the filter')
        app.key('Return', 'ctrl+e')
        dialog = app.find(None, '^Export Figure$')
        wait(lambda: app.has_state(app.find('push button', 'Export', dialog), 'FOCUSED'), 'the focus on the button')
        app.key('Return')
        app.answer_file_dialog('Export Figure', path)
        file_written(path)
        figure = figure_in(path)
        assert (figure['kind'], figure['search']) == ('points', 'an'), figure
        app.key('ctrl+q')
        app.find(None, 'Save the figure')
        app.press(app.find('push button', 'Discard'))
        app.wait_end()


if __name__ == '__main__':
    tests = Tap()
    run(tests)
    sys.exit(tests.end())
