#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every package, resource and table schema is valid under the official profiles, version 1 and version 2; broken ones are not."""

import copy

import jsonschema

from packages import FIXTURES, PROFILES, Tap, load_json, load_packages


def make_validator(name):
    schema = load_json(PROFILES / name)
    kind = jsonschema.validators.validator_for(schema, default=jsonschema.Draft7Validator)
    kind.check_schema(schema)
    return kind(schema, format_checker=jsonschema.FormatChecker())


VALIDATORS = {(version, what): make_validator(f"{version}-{what}.json")
              for version in ("1.0", "2.0") for what in ("datapackage", "dataresource", "tableschema")}

# What the profile alone finds, as (what, change, versions that find it).
BROKEN = [
    ("no resources", lambda p: p.pop("resources"), ("1.0", "2.0")),
    ("an empty list of resources", lambda p: p["resources"].clear(), ("1.0", "2.0")),
    ("a resource without data", lambda p: p["resources"][0].pop("data"), ("1.0", "2.0")),
    ("a resource without name", lambda p: p["resources"][0].pop("name"), ("1.0", "2.0")),
    ("data and path together", lambda p: p["resources"][0].update(path="x.csv"), ("1.0", "2.0")),
    ("a name with spaces", lambda p: p.update(name="Two Words"), ("1.0",)),
    ("a licence without name and path", lambda p: p["licenses"].append({"title": "free"}), ("1.0", "2.0")),
    ("a source that is a string", lambda p: p["sources"].append("somewhere"), ("1.0", "2.0")),
    ("a source without title", lambda p: p["sources"].append({"path": "https://example.org/"}), ("1.0",)),
    ("a path that climbs", lambda p: p["sources"].append({"title": "up", "path": "../secret"}), ("1.0", "2.0")),
    ("a contributor whose roles are no list", lambda p: p["contributors"][0].update(roles="compiler"), ("2.0",)),
    ("a title that is a number", lambda p: p.update(title=5), ("1.0", "2.0")),
    ("a field without name", lambda p: p["resources"][0]["schema"]["fields"][0].pop("name"), ("1.0", "2.0")),
    ("a field of an unknown type", lambda p: p["resources"][0]["schema"]["fields"][0].update(type="text"), ("1.0", "2.0")),
    ("a pattern that is a number", lambda p: p["resources"][0]["schema"]["fields"][0]["constraints"].update(pattern=1), ("1.0", "2.0")),
    ("missing values that are no list", lambda p: p["resources"][0]["schema"].update(missingValues=""), ("1.0", "2.0")),
]

tap = Tap()


def faults_of(version, package):
    """The package, each resource and each schema under their own profiles."""
    found = list(VALIDATORS[version, "datapackage"].iter_errors(package))
    for resource in package.get("resources", []):
        found += VALIDATORS[version, "dataresource"].iter_errors(resource)
        found += VALIDATORS[version, "tableschema"].iter_errors(resource.get("schema", {}))
    return [f"/{'/'.join(str(part) for part in fault.absolute_path)}: {fault.message[:200]}" for fault in found]


packages = load_packages()
for id, package in packages.items():
    for version in ("2.0", "1.0"):
        faults = faults_of(version, package)
        tap.ok(not faults, f"{id} under version {version}", *faults)
    tap.ok(package["$schema"].endswith("/2.0/datapackage.json") and package["profile"] == "tabular-data-package"
           and all(resource["profile"] == "tabular-data-resource" and resource["type"] == "table" for resource in package["resources"]),
           f"{id} names its profiles")
    tap.equal(package["name"], id, f"{id} is called as its file")

for path in sorted(FIXTURES.glob("*.json")):
    package = load_json(path)
    if isinstance(package, dict):
        for version in ("2.0", "1.0"):
            faults = faults_of(version, package)
            tap.ok(not faults, f"fixture {path.stem} under version {version}", *faults)

for what, change, versions in BROKEN:
    for version in versions:
        package = copy.deepcopy(packages["tsc-2017-10"])
        change(package)
        tap.ok(faults_of(version, package), f"version {version} finds {what}")
tap.finish()
