#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what `meson test` left behind and says how many tests passed, test cases inside a program counted one by one.

usage: count-tests.py BUILD-DIRECTORY SUITE...
       count-tests.py --leaking BUILD-DIRECTORY    (only names: the programs whose one fault is a leak)

What is in the log "again" replaces what the same programs left in "testlog".
Failures are shown with their output. A suite without a test, a run without a log, and a program that ended badly
although none of its cases failed are failures too. The last line is "N passed, N failed[, N skipped]".
It must not run anything.
"""

import json
import os
import re
import subprocess
import sys

TAP_LINE = re.compile(r'^(\s*)(not )?ok\b\s*(?:\d+)?\s*-?\s*(.*)$')


def tap_cases(text):
    """The (name, verdict) of every case in TAP output; a line that sums up indented lines before it is not one."""
    cases = []
    depths = []  # how deep each line not summed up yet is indented
    for line in text.splitlines():
        match = TAP_LINE.match(line)
        if not match:
            continue
        indent, failed, rest = len(match[1].expandtabs()), bool(match[2]), match[3]
        sums_up = bool(depths) and depths[-1] > indent
        while depths and depths[-1] > indent:
            depths.pop()
        depths.append(indent)
        name, _, directive = rest.partition('#')
        word = directive.strip().split(' ')[0].upper()
        if sums_up and not failed:
            continue
        if word.startswith('SKIP'):
            verdict = 'skipped'
        elif failed:
            verdict = 'failed'
        else:
            verdict = 'passed'
        cases.append((name.strip(), verdict))
    return cases


def count(entry):
    """How many cases of one entry of meson's log passed, the names of those that failed, how many were skipped."""
    result = entry['result']
    output = entry.get('stdout') or ''
    cases = tap_cases(output) if re.search(r'^1\.\.\d', output, re.MULTILINE) else []
    passed = sum(verdict == 'passed' for _, verdict in cases)
    failed = [name for name, verdict in cases if verdict == 'failed']
    skipped = sum(verdict == 'skipped' for _, verdict in cases)
    if not cases:
        if result == 'SKIP':
            return 0, [], 1
        if result in ('OK', 'EXPECTEDFAIL'):
            return 1, [], 0
        return 0, [result.lower()], 0
    if result not in ('OK', 'EXPECTEDFAIL', 'SKIP') and not failed:
        failed = [result.lower()]
    return passed, failed, skipped


def show(entry, failed):
    print(f'--- failed: {entry["name"]}: {", ".join(failed)}')
    text = (entry.get('stdout') or '').rstrip('\n').splitlines()
    text = [line for line in text if not re.match(r'^\s*(ok\b|# (Start|End) of|# [\w-]+-DEBUG|TAP version|1\.\.)', line)]
    text += (entry.get('stderr') or '').rstrip('\n').splitlines()
    if len(text) > 120:
        text = text[:60] + [f'... {len(text) - 120} lines ...'] + text[-60:]
    for line in text:
        print('    ' + line[:400])


def programs_by_suite(build):
    """The test programs meson knows, by suite."""
    tests = json.loads(subprocess.run(['meson', 'introspect', build, '--tests'],
                                      check=True, capture_output=True, text=True).stdout)
    found = {}
    for test in tests:
        for suite in test['suite']:
            found.setdefault(suite.split(':')[-1], []).append(test['name'])
    return found


def read_log(build):
    """The last entry of every program, in the order they ended first."""
    entries = {}
    for name in ('testlog', 'again'):
        path = os.path.join(build, 'meson-logs', name + '.json')
        if os.path.exists(path):
            with open(path, encoding='utf-8') as lines:
                entries.update((entry['name'], entry) for entry in map(json.loads, filter(str.strip, lines)))
    return list(entries.values())


def list_leaking(build):
    for entry in read_log(build):
        cases_failed = 'not ok' in (entry.get('stdout') or '')
        if count(entry)[1] and not cases_failed and 'LeakSanitizer: detected' in (entry.get('stderr') or ''):
            print(entry['name'].split(' / ')[-1])
    return 0


def main():
    if sys.argv[1] == '--leaking':
        return list_leaking(sys.argv[2])

    build, suites = sys.argv[1], sys.argv[2:]
    passed = skipped = failed = 0

    programs = programs_by_suite(build)
    for suite in suites:
        if suite not in programs:
            print(f'--- failed: the suite {suite} has no tests')
            failed += 1

    entries = read_log(build)
    lost = sum(len(programs.get(suite, [])) for suite in suites) - len(entries)
    if lost > 0:
        print(f'--- failed: {lost} test programs left no result')
        with open(os.path.join(build, 'meson-logs', 'console.txt'), encoding='utf-8', errors='replace') as console:
            print(''.join('    ' + line for line in console.readlines()[-20:]), end='')
        failed += lost

    for entry in entries:
        good, bad, left_out = count(entry)
        passed += good
        failed += len(bad)
        skipped += left_out
        if bad:
            show(entry, bad)

    print(f'{passed} passed, {failed} failed' + (f', {skipped} skipped' if skipped else ''))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
