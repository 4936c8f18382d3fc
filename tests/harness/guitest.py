# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window from outside, for tests that do what a user does.

Runs under `with-display --wm --a11y`. Three ways in, the sturdiest first: the window's actions over D-Bus (act), the
accessibility tree (find, press, set_text), mouse and keyboard (click, drag, key, type). Everything waits on a condition
with a deadline; nothing counts on time passing. It must not know the product: App is told the program and its names.
"""

import os
import re
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

DEADLINE = 20 * float(os.environ.get('CTG_TEST_PATIENCE', '1'))
# Versions differ: at-spi 2.56 says "button" where older ones say "push button", and GTK 4.8 calls a plain entry "text".
ROLE_NAMES = {'button': ('button', 'push button'), 'push button': ('button', 'push button'), 'entry': ('entry', 'text')}


# What GTK warns of in any program: 4.24 on X11, now and then.
NOT_OURS = re.compile('gdk_frame_timings_submitted')


class Timeout(AssertionError):
    pass


def wait(condition, what, deadline=DEADLINE):
    """The first true value of condition(). Widgets come and go while it looks: D-Bus errors count as false."""
    end = time.monotonic() + deadline
    while True:
        try:
            value = condition()
            if value:
                return value
        except GLib.Error:
            pass
        if time.monotonic() > end:
            raise Timeout(f'waited {deadline:.0f} s for {what}')
        GLib.usleep(20000)


def tool(*command):
    """What a helper program printed."""
    return subprocess.run(command, capture_output=True, text=True, timeout=DEADLINE).stdout


def file_written(path, deadline=DEADLINE):
    """Waits until path is there, holds something and has the same size on two looks."""
    seen = []

    def steady():
        if not os.path.exists(path):
            return False
        seen.append(os.stat(path).st_size)
        return len(seen) > 3 and seen[-1] > 0 and seen[-1] == seen[-4]

    return wait(steady, f'file {path}', deadline)


class App:
    """A running application: App(argv, 'io.github.contingent.Contingent', 'Contingent')."""

    latest = None

    def __init__(self, argv, application_id, accessible_name=None, log=None):
        self.id = application_id
        self.path = '/' + application_id.replace('.', '/')
        self.accessible_name = accessible_name or os.path.basename(argv[0])
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        Atspi.init()
        Atspi.set_timeout(5000, 15000)
        environment = dict(os.environ)
        # Leaks are looked for in the programs that end by themselves; GTK's file chooser keeps some until the end.
        environment['ASAN_OPTIONS'] = environment.get('ASAN_OPTIONS', '') + ':detect_leaks=0'
        self.log_path = log or os.path.join(os.environ.get('WITH_DISPLAY_DIR', '.'), 'application.log')
        self.log = open(self.log_path, 'w', encoding='utf-8')
        environment['G_DEBUG'] = environment.get('G_DEBUG', '').replace('fatal-warnings', 'fatal-criticals')  # told by wait_end
        self.process = subprocess.Popen(argv, stdout=self.log, stderr=subprocess.STDOUT, env=environment)
        App.latest = self
        wait(self._owns_name, f'bus name {application_id}')
        self.root = wait(self._find_root, 'the application in the accessibility tree')

    def _alive(self):
        if self.process.poll() is not None:
            raise RuntimeError(f'the application ended with {self.process.returncode}:\n{self.output()}')
        return True

    def _owns_name(self):
        self._alive()
        answer = self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'NameHasOwner',
                                    GLib.Variant('(s)', (self.id,)), None, Gio.DBusCallFlags.NONE, 5000, None)
        return answer.unpack()[0]

    def _find_root(self):
        self._alive()
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_name() == self.accessible_name:
                return child
        return None

    def output(self):
        """What the application wrote to its standard streams so far."""
        with open(self.log_path, encoding='utf-8', errors='replace') as text:
            return text.read()

    # ---- actions over D-Bus ------------------------------------------------------------------------------------------

    def _call(self, group, method, arguments):
        path = self.path if group == 'app' else f'{self.path}/window/1'
        return self.bus.call_sync(self.id, path, 'org.gtk.Actions', method, arguments, None, Gio.DBusCallFlags.NONE, 15000, None)

    def actions(self, group):
        """Names of the actions of a group, 'app' or 'win'."""
        return sorted(self._call(group, 'List', None).unpack()[0])

    def act(self, name, *parameter):
        """act('win.undo'), act('win.sort', GLib.Variant('s', 'name'))"""
        group, _, action = name.partition('.')
        self._call(group, 'Activate', GLib.Variant('(sava{sv})', (action, list(parameter), {})))

    def describe(self, name):
        """(enabled, parameter type, state or None)"""
        group, _, action = name.partition('.')
        enabled, kind, state = self._call(group, 'Describe', GLib.Variant('(s)', (action,))).unpack()[0]
        return enabled, kind, state[0] if state else None

    def state_of(self, name):
        return self.describe(name)[2]

    def is_enabled(self, name):
        return self.describe(name)[0]

    # ---- the accessibility tree --------------------------------------------------------------------------------------

    def walk(self, node=None):
        node = node or self.root
        yield node
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            if child is not None:
                yield from self.walk(child)

    def find_all(self, role=None, name=None, within=None, visible=True):
        """Nodes with this role name whose name matches the regular expression."""
        roles = ROLE_NAMES.get(role, (role,))
        found = []
        for node in self.walk(within):
            try:
                if role is not None and node.get_role_name() not in roles:
                    continue
                if name is not None and not re.search(name, node.get_name() or ''):
                    continue
                # GTK 4.8 gives SHOWING to windows alone.
                if visible and not self.has_state(node, 'VISIBLE'):
                    continue
                found.append(node)
            except GLib.Error:
                continue
        return found

    def find(self, role=None, name=None, within=None, visible=True, deadline=DEADLINE):
        return wait(lambda: self.find_all(role, name, within, visible), f'{role} {name!r}', deadline)[0]

    @staticmethod
    def has_state(node, state):
        return node.get_state_set().contains(getattr(Atspi.StateType, state))

    @staticmethod
    def press(node):
        assert Atspi.Action.do_action(node, 0), f'{node.get_name()} has no action'

    @staticmethod
    def set_text(node, text):
        assert Atspi.EditableText.set_text_contents(node, text), f'{node.get_name()} takes no text'

    @staticmethod
    def text(node):
        # GTK 4.8 answers the customary end of -1 with nothing.
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    # ---- mouse, keyboard, pictures -----------------------------------------------------------------------------------

    def window(self, title, deadline=DEADLINE):
        """X window whose title matches the regular expression."""
        return wait(lambda: self._alive() and tool('xdotool', 'search', '--onlyvisible', '--name', title).split(),
                    f'a window titled {title}', deadline)[-1]

    def focus(self, window):
        tool('xdotool', 'windowactivate', window)
        wait(lambda: tool('xdotool', 'getwindowfocus').strip() == window, f'the focus of window {window}')

    @staticmethod
    def origin(window):
        """Where the window's content starts on the screen: its own shadow does not count."""
        place = dict(line.split('=') for line in tool('xdotool', 'getwindowgeometry', '--shell', window).split())
        extents = re.findall(r'\d+', tool('xprop', '-id', window, '-notype', '_GTK_FRAME_EXTENTS').partition('=')[2])
        left, top = (int(extents[0]), int(extents[2])) if len(extents) == 4 else (0, 0)
        return int(place['X']) + left, int(place['Y']) + top

    def place(self, window, node, across=0.5, down=0.5):
        """A point of the node on the screen. GTK 4 tells only where a node is in its window."""
        extents = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        x, y = self.origin(window)
        return round(x + extents.x + extents.width * across), round(y + extents.y + extents.height * down)

    def move(self, window, node, across=0.5, down=0.5):
        x, y = self.place(window, node, across, down)
        tool('xdotool', 'mousemove', str(x), str(y))

    def click(self, window, node, across=0.5, down=0.5, times=1, button=1):
        self.move(window, node, across, down)
        tool('xdotool', 'click', '--repeat', str(times), '--delay', '60', str(button))

    @staticmethod
    def drag(start, end, steps=10, before_drop=None):
        """Button down, many small moves, button up: GTK wants to see the pointer on its way. before_drop() is called with the button down."""
        tool('xdotool', 'mousemove', *map(str, start), 'mousedown', '1')
        for step in range(1, steps + 1):
            point = [str(round(a + (b - a) * step / steps)) for a, b in zip(start, end)]
            tool('xdotool', 'mousemove', *point, 'sleep', '0.02')
        if before_drop is not None:
            before_drop()
        tool('xdotool', 'mouseup', '1')

    @staticmethod
    def key(*keys):
        # By their codes: some xdotool hold Alt down for function keys.
        codes = {f'F{n}': str(66 + n) for n in range(1, 11)}
        tool('xdotool', 'key', *(codes.get(key, key) for key in keys))

    @staticmethod
    def type(text):
        """ASCII only; set_text takes the rest."""
        tool('xdotool', 'type', '--delay', '12', text)

    def answer_file_dialog(self, title, path, opening=False):
        """Gives an absolute path to GTK's file chooser and accepts. A file to be saved must not be there yet: GTK would ask."""
        def focused(*roles):
            return [node for top in self.find_all(None, title) for node in self.walk(top)
                    if self.has_state(node, 'FOCUSED') and (not roles or node.get_role_name() in roles)]

        wait(lambda: tool('xdotool', 'getwindowfocus').strip() in tool('xdotool', 'search', '--onlyvisible', '--name', title).split(), 'the file chooser')
        if opening:
            # There is no field for the name until one begins to type it.
            wait(focused, 'the focus inside the file chooser')
            self.key('slash')
        field = wait(lambda: focused(*ROLE_NAMES['entry']), 'the field for the name')[0]
        # Not typed: newer choosers complete what is typed, and both at a time make another name.
        self.set_text(field, path)
        wait(lambda: self.text(field) == path, 'the path in the file chooser')
        self.key('Return')
        wait(lambda: not tool('xdotool', 'search', '--onlyvisible', '--name', title).split(), 'the dialog to close')

    @staticmethod
    def screenshot(path):
        """The whole screen."""
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        tool('scrot', '-o', '-z', path)

    def quit(self):
        self.act('app.quit')
        self.wait_end()

    def wait_end(self, status=0):
        ended = self.process.wait(DEADLINE)
        assert ended == status, f'the application ended with {ended}:\n{self.output()}'
        warnings = [line for line in self.output().splitlines() if re.search(r'-(WARNING|CRITICAL) \*\*', line) and not NOT_OURS.search(line)]
        assert not warnings, '\n'.join(warnings)

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


class Tap:
    """Cases of a script as TAP: with tap.case('name'): ...   then   sys.exit(tap.end())."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def case(self, name):
        return _Case(self, name)

    def end(self):
        print(f'1..{self.count}', flush=True)
        return 1 if self.failed else 0


class _Case:
    def __init__(self, tap, name):
        self.tap, self.name = tap, name

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.tap.count += 1
        if error is None:
            print(f'ok {self.tap.count} {self.name}', flush=True)
            return False
        if not isinstance(error, Exception):
            return False
        self.tap.failed += 1
        for line in f'{kind.__name__}: {error}'.splitlines():
            print(f'# {line}')
        where = trace
        while where.tb_next is not None and 'guitest' not in where.tb_next.tb_frame.f_code.co_filename:
            where = where.tb_next
        print(f'# at {os.path.basename(where.tb_frame.f_code.co_filename)}:{where.tb_lineno}')
        # What went wrong in the program itself, told once.
        if App.latest is not None and App.latest.process.poll() is not None:
            for line in [f'the application ended with {App.latest.process.returncode}:', *App.latest.output().splitlines()[-8:]]:
                print(f'# {line}')
            App.latest = None
        print(f'not ok {self.tap.count} {self.name}', flush=True)
        return True
