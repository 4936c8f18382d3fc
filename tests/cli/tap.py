# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: running it in an empty folder, and telling the results in TAP."""

import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

CLI = os.environ["CTG_CLI"]
SOURCE = pathlib.Path(os.environ["CTG_TEST_SRCDIR"])


class Run:
    def __init__(self, process):
        self.status = process.returncode
        self.raw = process.stdout
        self.out = process.stdout.decode("utf-8", "replace")
        self.err = process.stderr.decode("utf-8", "replace")


def cli(*arguments, status=0, env=None, **options):
    """Runs the program and checks its exit status; standard error must be empty where all is fine and nothing was to be noted."""
    process = subprocess.run([CLI, *arguments], stdin=subprocess.DEVNULL, capture_output="stdout" not in options, timeout=120,
                             env={**os.environ, **(env or {})}, **options)
    if process.stdout is None:
        process.stdout = b""
    if process.stderr is None:
        process.stderr = b""
    run = Run(process)
    if run.status != status:
        raise AssertionError(f"{arguments}: exit status {run.status} instead of {status}\n{run.err}")
    for line in run.err.splitlines():
        if not line.startswith("contingent-cli: ") and not line.startswith("Try “contingent-cli"):
            raise AssertionError(f"{arguments}: standard error has a line of another kind: {line}")
    return run


def equal(actual, expected):
    if actual != expected:
        raise AssertionError(f"{actual!r}\n  is not\n{expected!r}")


def contains(text, part):
    if part not in text:
        raise AssertionError(f"{part!r}\n  is not in\n{text!r}")


class Skip(Exception):
    """Raised by a test that this machine does not allow; says why."""


def main(tests):
    """Runs each test in an empty folder of its own."""
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    for number, test in enumerate(tests, 1):
        name = test.__name__.removeprefix("test_").replace("_", "-")
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            try:
                test()
                print(f"ok {number} - {name}", flush=True)
            except Skip as reason:
                print(f"ok {number} - {name} # SKIP {reason}", flush=True)
            except Exception:
                failed += 1
                print(f"not ok {number} - {name}", flush=True)
                for line in traceback.format_exc().splitlines():
                    print(f"# {line}", flush=True)
            os.chdir("/")
    sys.exit(1 if failed else 0)
