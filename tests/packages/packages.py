# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the data packages share: where things are, TAP, and a checker of rows.

The checker knows the standard's types and constraints and the rules of docs/data-format.md. It is written apart from the script that makes the
packages and from the program's loader, so that neither vouches for itself.
"""

import json
import os
import pathlib
import re

ROOT = pathlib.Path(os.environ.get("CTG_TEST_SRCDIR", pathlib.Path(__file__).resolve().parent.parent)).parent
DATASETS = ROOT / "data/datasets"
SOURCE = ROOT / "data/source"
PROFILES = ROOT / "tests/profiles"
FIXTURES = ROOT / "tests/packages/fixtures"


def load_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def load_packages():
    """id → package, in display order."""
    order = [entry["id"] for entry in load_json(DATASETS / "index.json")["datasets"] if entry["kind"] == "package"]
    return {id: load_json(DATASETS / f"{id}.json") for id in order}


def all_rows(package):
    return [row for resource in package["resources"] for row in resource["data"]]


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = 0

    def ok(self, good, name, *details):
        self.count += 1
        if not good:
            self.failed += 1
        print(f"{'ok' if good else 'not ok'} {self.count} - {name}")
        if not good:
            for detail in details:
                print(f"# {detail}")

    def equal(self, got, expected, name):
        self.ok(got == expected, name, f"expected {expected!r}", f"got {got!r}")

    def finish(self):
        print(f"1..{self.count}")
        raise SystemExit(1 if self.failed else 0)


TYPES = {
    "string": lambda value: isinstance(value, str),
    "number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) <= 2 ** 53,
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool) and abs(value) <= 2 ** 53,
    "boolean": lambda value: isinstance(value, bool),
}

# Which of value, low, high a qualifier goes with.
SHAPES = {
    "exact": {"value"},
    "about": {"value"},
    "range": {"low", "high"},
    "at-least": {"low"},
    "more-than": {"low"},
    "at-most": {"high"},
    "less-than": {"high"},
}


def check_constraints(field, value):
    rules = field.get("constraints", {})
    if "enum" in rules and value not in rules["enum"]:
        yield f"{value!r} is not one of {rules['enum']}"
    if "pattern" in rules and not re.search(rules["pattern"], value):
        yield f"{value!r} does not match {rules['pattern']}"
    if "minimum" in rules and value < rules["minimum"]:
        yield f"{value!r} is below {rules['minimum']}"
    if "minLength" in rules and len(value) < rules["minLength"]:
        yield f"{value!r} is shorter than {rules['minLength']}"


def check_table(resource):
    """Types, constraints, unknown members, unique and primary keys: what the standard says."""
    schema = resource["schema"]
    fields = {field["name"]: field for field in schema["fields"]}
    seen = {name: set() for name, field in fields.items() if field.get("constraints", {}).get("unique")}
    keys = set()
    for number, row in enumerate(resource["data"]):
        place = f"{resource['name']}/{number}"
        for name in row:
            if name not in fields:
                yield f"{place}: unknown member {name!r}"
        for name, field in fields.items():
            value = row.get(name)
            if value is None or value in schema["missingValues"]:
                if field.get("constraints", {}).get("required"):
                    yield f"{place}/{name}: is required"
                continue
            if not TYPES[field["type"]](value):
                yield f"{place}/{name}: {value!r} is no {field['type']}"
                continue
            for fault in check_constraints(field, value):
                yield f"{place}/{name}: {fault}"
            if name in seen:
                if value in seen[name]:
                    yield f"{place}/{name}: {value!r} stands twice"
                seen[name].add(value)
        key = tuple(row.get(name) for name in schema["primaryKey"])
        if None in key or key in keys:
            yield f"{place}: primary key {key} is empty or stands twice"
        keys.add(key)


def check_date(text):
    ends = []
    for part in text.split("/"):
        numbers = [int(n) for n in part.split("-")]
        year, month, day = numbers + [12, 31][len(numbers) - 1:] if len(numbers) < 3 else numbers
        longest = 29 if month == 2 and (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)) else [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        if len(numbers) == 3 and day > longest:
            return f"{part} is no day of the calendar"
        ends.append((year, month, day))
    return f"{text} ends before it begins" if len(ends) == 2 and ends[1] < ends[0] else None


def check_meaning(package):
    """The rules of docs/data-format.md that a schema cannot say."""
    about = package["contingent"]
    claims = set()
    for resource in package["resources"]:
        for row in resource["data"]:
            place = f"{resource['name']}/{row.get('id')}"
            given = {name for name in ("value", "low", "high") if row.get(name) is not None}
            if row["presence"] == "reported":
                if row.get("qualifier") is None or given != SHAPES.get(row["qualifier"]):
                    yield f"{place}: {row.get('qualifier')!r} with {sorted(given)}"
                if row.get("reason"):
                    yield f"{place}: a reported number has no reason"
            elif given or row.get("qualifier") is not None:
                yield f"{place}: {row['presence']} with a number"
            elif row["presence"] == "not-reported" and not row.get("reason"):
                yield f"{place}: not reported, without reason"
            if {"low", "high"} <= given and isinstance(row["low"], (int, float)) and isinstance(row["high"], (int, float)) and row["low"] > row["high"]:
                yield f"{place}: low {row['low']} is above high {row['high']}"
            if row["measure"] not in about["measures"]:
                yield f"{place}: measure {row['measure']!r} is not described"
            elif row["unit"] != about["measures"][row["measure"]]["unit"]:
                yield f"{place}: unit {row['unit']!r} is not that of {row['measure']}"
            if row["source"] not in about["sources"]:
                yield f"{place}: source {row['source']!r} is not described"
            for page in (row.get("pages") or "").split():
                if page not in about["pages"]:
                    yield f"{place}: page {page!r} is not described"
            if row.get("as_of") and re.search(r"^\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?$", str(row["as_of"])):
                fault = check_date(row["as_of"])
                if fault:
                    yield f"{place}: {fault}"
            if row["level"] == "country" and bool(row.get("code")) == bool(row.get("members")):
                yield f"{place}: a country has a code, or member codes"
            if row["level"] != "country" and row.get("code"):
                yield f"{place}: only a country has a code"
            if resource["name"] == "countries" and row["level"] != "country":
                yield f"{place}: no country"
            if resource["name"] == "aggregates" and row["level"] == "country":
                yield f"{place}: a country among the aggregates"
            if row["doubtful"] and not row.get("note"):
                yield f"{place}: doubtful without a note"
            claim = tuple(row.get(name) for name in ("source", "edition", "level", "name", "measure", "status", "as_of"))
            if claim in claims:
                yield f"{place}: a second row for {claim}"
            claims.add(claim)
    if about["partial"] != (about["partialNote"] is not None):
        yield "partial and partialNote disagree"
    ids = {row.get("id") for resource in package["resources"] for row in resource["data"]}
    for number, note in enumerate(about.get("rowNotes", [])):
        if not note["rows"] or not set(note["rows"]) <= ids:
            yield f"rowNotes/{number}: names no row, or one that is not there"
    for id, measure in about["measures"].items():
        if ("subsetOf" in measure) != ("rest" in measure) or measure.get("subsetOf", id) not in about["measures"]:
            yield f"{id}: subsetOf and rest go together and name a measure of the package"
        if "partition" in measure and "subsetOf" not in measure and measure["unit"] != "percent":
            yield f"{id}: a partition of no whole"


def check_package(package):
    """Every fault of the rows, as text; none for a good package."""
    faults = []
    for resource in package["resources"]:
        faults += check_table(resource)
    if not faults:
        faults += check_meaning(package)
    return faults
