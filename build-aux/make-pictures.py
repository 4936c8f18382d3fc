# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the window in use, for make-pictures: under `with-display --wm --a11y`, one start of the program a picture.

A picture is taken when the screen has stopped changing, with the pointer away unless it is what shows something. Must not
test anything: a picture that cannot be taken ends the script, and what is on it is for people to judge.
"""

import ctypes
import os
import sys

sys.path.insert(0, os.path.join(os.environ['CTG_TEST_SRCDIR'], 'harness'))
from guitest import App, GLib, tool, wait  # noqa: E402

ID = 'io.github.contingent.Contingent'
FOLDER = os.environ['WITH_DISPLAY_DIR']
STILL = 8          # equal looks in a row, 0.15 s apart: overlay scrollbars fade within that time


def text(value):
    return GLib.Variant('s', value)


def settle(path):
    """Leaves a picture of the screen in path once it has stopped changing."""
    seen = []

    def still():
        GLib.usleep(150000)
        App.screenshot(path)
        with open(path, 'rb') as picture:
            seen.append(picture.read())
        return len(seen) >= STILL and len(set(seen[-STILL:])) == 1

    wait(still, 'the screen to stop changing')


def forget_and_maximize():
    """The settings of a first start, in a window that fills the screen."""
    folder = os.path.join(os.environ['XDG_CONFIG_HOME'], 'glib-2.0', 'settings')
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, 'keyfile'), 'w', encoding='utf-8') as settings:
        settings.write('[io/github/contingent/Contingent]\nwindow-maximized=true\n')
    os.environ['GSETTINGS_BACKEND'] = 'keyfile'


def allow_shadows():
    """GTK draws round corners and shadows where the window manager says that it knows of them; this one does not say."""
    x = ctypes.CDLL('libX11.so.6')
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XInternAtom.restype = x.XDefaultRootWindow.restype = ctypes.c_ulong
    display = ctypes.c_void_p(x.XOpenDisplay(None))
    root = ctypes.c_ulong(x.XDefaultRootWindow(display))
    supported, extents = (ctypes.c_ulong(x.XInternAtom(display, name, False)) for name in (b'_NET_SUPPORTED', b'_GTK_FRAME_EXTENTS'))
    atoms, bits, append = ctypes.c_ulong(4), 32, 2
    x.XChangeProperty(display, root, supported, atoms, bits, append, ctypes.byref(extents), 1)
    x.XCloseDisplay(display)


def open_window(dark=False):
    forget_and_maximize()
    os.environ['ADW_DEBUG_COLOR_SCHEME'] = 'prefer-dark' if dark else 'prefer-light'
    tool('xdotool', 'mousemove', '0', '9999')
    app = App([os.environ['CTG_APP']], ID)
    app.main = app.window('Contingent')
    app.focus(app.main)
    wait(lambda: app.is_enabled('win.export'), 'a figure')
    wait(lambda: app.find_all('entry', 'Filter'), 'the table')
    return app


# ---- what each picture shows -----------------------------------------------------------------------------------------


def light():
    return open_window()


def dark():
    return open_window(dark=True)


def filtered():
    app = open_window()
    app.act('win.set', GLib.Variant('(ss)', ('sort.by', 'name')))
    app.act('win.set', GLib.Variant('(ss)', ('sort.order', 'ascending')))
    app.key('ctrl+f')
    app.type('stan')
    wait(lambda: app.is_enabled('win.clear-filter'), 'the filter')
    return app


def inspector():
    app = open_window()
    app.key('F9')
    wait(lambda: app.state_of('win.show-inspector'), 'the inspector')
    return app


def arabic():
    app = open_window()
    app.act('win.set', GLib.Variant('(ss)', ('language', 'ar')))
    return app


def export():
    app = open_window()
    app.key('ctrl+e')
    app.find(None, '^Export Figure$')
    return app


def claim():
    app = open_window()
    app.move(app.main, app.find_all('list item', 'France')[0])
    return app


def warnings():
    app = open_window()
    app.act('win.open-dataset', text('tsc-2017-10'))
    wait(lambda: app.state_of('win.open-dataset') == 'tsc-2017-10', 'the dataset')
    return app


def nothing():
    app = open_window()
    app.key('ctrl+f')
    app.type('Atlantis')
    wait(lambda: app.find_all(None, 'Nothing to draw'), 'the empty state')
    return app


SHOTS = {
    'window-light': light, 'window-dark': dark, 'window-filtered': filtered, 'window-inspector': inspector, 'window-arabic': arabic,
    'window-export': export, 'window-claim': claim, 'window-warnings': warnings, 'window-nothing': nothing, 'window-small': light,
}


def main(names):
    # The accessibility library warns of windows that come and go.
    GLib.log_set_handler('dbind', GLib.LogLevelFlags.LEVEL_WARNING, lambda *_: None, None)
    allow_shadows()
    for name in names:
        app = SHOTS[name]()
        try:
            settle(os.path.join(os.environ['CTG_PICTURES'], name + '.png'))
        finally:
            app.kill()
        print(name, flush=True)


if __name__ == '__main__':
    main(sys.argv[1:])
