# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the window in use, for make-pictures: under `with-display --wm --a11y`, one start of the program a picture.

A picture is taken when the screen has stopped changing, with the pointer away unless it is what shows something. Must not
test anything: a picture that cannot be taken ends the script, and what is on it is for people to judge.
"""

import collections
import ctypes
import os
import re
import struct
import sys
import zlib

sys.path.insert(0, os.path.join(os.environ['CTG_TEST_SRCDIR'], 'harness'))
from guitest import App, GLib, tool, wait  # noqa: E402

ID = 'io.github.contingent.Contingent'
FOLDER = os.environ['WITH_DISPLAY_DIR']
STILL = 8          # equal looks in a row, 0.15 s apart: overlay scrollbars fade within that time


def text(value):
    return GLib.Variant('s', value)


def settle():
    """The picture of the screen once it has stopped changing: size and pixels."""
    path = os.path.join(FOLDER, 'screen.ppm')
    seen = []

    def still():
        GLib.usleep(150000)
        App.screenshot(path)
        with open(path, 'rb') as picture:
            seen.append(picture.read())
        return len(seen) >= STILL and len(set(seen[-STILL:])) == 1

    wait(still, 'the screen to stop changing')
    width, height, depth, pixels = re.match(rb'P6\s(?:#.*\n)?(\d+) (\d+)\s(\d+)\s((?s:.*))', seen[-1]).groups()
    assert depth == b'255'
    return int(width), int(height), pixels


def write_png(path, width, height, pixels):
    """With the 256 commonest colours, half the size: what else there is are edges of letters, one shade off."""
    counts = collections.Counter(pixels[i:i + 3] for i in range(0, len(pixels), 3))
    palette = sorted(color for color, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:256])
    index = {color: palette.index(min(palette, key=lambda known: sum((a - b) ** 2 for a, b in zip(known, color)))) for color in counts}
    indices = bytes(index[pixels[i:i + 3]] for i in range(0, len(pixels), 3))
    rows = b''.join(b'\0' + indices[y * width:(y + 1) * width] for y in range(height))

    def chunk(kind, content):
        return struct.pack('>I', len(content)) + kind + content + struct.pack('>I', zlib.crc32(kind + content))

    with open(path, 'wb') as png:
        png.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 3, 0, 0, 0))
                  + chunk(b'PLTE', b''.join(palette)) + chunk(b'IDAT', zlib.compress(rows, 9)) + chunk(b'IEND', b''))


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


def open_window(dark=False, filter_name='Filter'):
    forget_and_maximize()
    os.environ['ADW_DEBUG_COLOR_SCHEME'] = 'prefer-dark' if dark else 'prefer-light'
    tool('xdotool', 'mousemove', '9999', '9999')
    app = App([os.environ['CTG_APP']], ID)
    app.main = app.window('Contingent')
    app.focus(app.main)
    wait(lambda: app.is_enabled('win.export'), 'a figure')
    wait(lambda: app.find_all('entry', filter_name), 'the table')
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


def right_to_left():
    """All of it in Arabic, on a desktop that is."""
    os.environ['LANGUAGE'] = 'ar'
    try:
        app = open_window(filter_name='رشّح')
    finally:
        del os.environ['LANGUAGE']
    app.act('win.set', GLib.Variant('(ss)', ('language', 'ar')))
    return app


def export():
    app = open_window()
    app.act('win.export')
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
    'window-light': light, 'window-dark': dark, 'window-filtered': filtered, 'window-inspector': inspector, 'window-arabic': arabic, 'window-right-to-left': right_to_left,
    'window-export': export, 'window-claim': claim, 'window-warnings': warnings, 'window-nothing': nothing, 'window-small': light,
}


def main(names):
    # The accessibility library warns of windows that come and go.
    GLib.log_set_handler('dbind', GLib.LogLevelFlags.LEVEL_WARNING, lambda *_: None, None)
    allow_shadows()
    for name in names:
        app = SHOTS[name]()
        try:
            write_png(os.path.join(os.environ['CTG_PICTURES'], name + '.png'), *settle())
        finally:
            app.kill()
        print(name, flush=True)


if __name__ == '__main__':
    main(sys.argv[1:])
