# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Locales to be translated in.

Newer C libraries translate nothing in C.UTF-8, whatever LANGUAGE says, and newer GTK asks the locale for the direction of the window. Which
locales a machine has is chance, so they are made.
"""

import os
import subprocess

DEFAULT = 'en_US.UTF-8'
RIGHT_TO_LEFT = 'ar_EG.UTF-8'


def make(folder, *names):
    """The environment in which the C library finds these locales, made in the folder."""
    for name in names:
        language, charset = name.split('.')
        subprocess.run(['localedef', '--no-archive', '-i', language, '-f', charset, os.path.join(folder, name)], check=True)
    return {'LOCPATH': str(folder), 'LC_ALL': names[0]}
