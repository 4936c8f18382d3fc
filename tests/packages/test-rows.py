#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows obey their schema and the rules of the format, and a planted fault of every kind is found."""

import copy
import re

from packages import DATASETS, FIXTURES, ROOT, Tap, all_rows, check_package, load_json, load_packages

tap = Tap()
packages = load_packages()
for id, package in packages.items():
    faults = check_package(package)
    tap.ok(not faults, f"{id}: rows", *faults)

fixture = load_json(FIXTURES / "three-empties.json")
tap.equal(check_package(fixture), [], "the fixture of the three empties: rows")
tap.equal({r["presence"] for r in all_rows(fixture)} | {"zero" for r in all_rows(fixture) if r["value"] == 0}, {"zero", "reported", "not-reported", "not-applicable"},
          "it has all three, and a zero in a column of its own")


def row(package, id):
    return next(row for row in all_rows(package) if row["id"] == id)


def aggregates(package):
    return package["resources"][1]["data"]


# In tsc-2017-10: r0392 Russia 3,417; r0420 Belgium, more than 102; r0419 Belgium, less than 500. In tsg-2015-12: n0001 Saudi Arabia, not reported.
# In icsr-2013-12: r0203 Afghanistan 12 to 23; r0240 Qatar, doubtful. In icsr-2015-01: r0279 Israel and the Palestinian Territories.
FAULTS = [
    ("a value as text", "tsc-2017-10", lambda p: row(p, "r0392").update(value="3417")),
    ("a value as truth", "tsc-2017-10", lambda p: row(p, "r0392").update(value=True)),
    ("a value as list", "tsc-2017-10", lambda p: row(p, "r0392").update(value=[3417])),
    ("a negative value", "tsc-2017-10", lambda p: row(p, "r0392").update(value=-1)),
    ("an integer beyond 2^53", "tsc-2017-10", lambda p: row(p, "r0392").update(value=2 ** 53 + 1)),
    ("no number at all", "tsc-2017-10", lambda p: row(p, "r0392").update(value=None)),
    ("a bound as value", "tsc-2017-10", lambda p: row(p, "r0420").update(value=102, low=None)),
    ("a bound at the other end", "tsc-2017-10", lambda p: row(p, "r0419").update(low=500, high=None)),
    ("low above high", "icsr-2013-12", lambda p: row(p, "r0203").update(low=23, high=12)),
    ("a range without upper end", "icsr-2013-12", lambda p: row(p, "r0203").update(high=None)),
    ("an unknown qualifier", "tsc-2017-10", lambda p: row(p, "r0392").update(qualifier="roughly")),
    ("no qualifier", "tsc-2017-10", lambda p: row(p, "r0392").update(qualifier=None)),
    ("zero for not reported", "tsg-2015-12", lambda p: row(p, "n0001").update(value=0)),
    ("not reported without reason", "tsg-2015-12", lambda p: row(p, "n0001").update(reason=None)),
    ("an unknown presence", "tsg-2015-12", lambda p: row(p, "n0001").update(presence="missing")),
    ("no presence", "tsg-2015-12", lambda p: row(p, "n0001").pop("presence")),
    ("no name", "tsc-2017-10", lambda p: row(p, "r0392").update(name=None)),
    ("an empty name", "tsc-2017-10", lambda p: row(p, "r0392").update(name="")),
    ("a code in small letters", "tsc-2017-10", lambda p: row(p, "r0392").update(code="rus")),
    ("a code of two letters", "tsc-2017-10", lambda p: row(p, "r0392").update(code="RU")),
    ("a country without code", "tsc-2017-10", lambda p: row(p, "r0392").update(code=None)),
    ("a joint row with one member", "icsr-2015-01", lambda p: row(p, "r0279").update(members="ISR")),
    ("a joint row with a code", "icsr-2015-01", lambda p: row(p, "r0279").update(code="ISR")),
    ("a region with a code", "tsg-2015-12", lambda p: aggregates(p)[0].update(code="TUN")),
    ("a level that is none", "tsc-2017-10", lambda p: row(p, "r0392").update(level="nation")),
    ("a total among the countries", "tsg-2015-12", lambda p: p["resources"][0]["data"].append(aggregates(p).pop())),
    ("a country among the aggregates", "tsg-2015-12", lambda p: aggregates(p).append(p["resources"][0]["data"].pop())),
    ("an unknown status", "tsc-2017-10", lambda p: row(p, "r0392").update(status="semi-official")),
    ("an unknown measure", "tsc-2017-10", lambda p: row(p, "r0392").update(measure="travellers")),
    ("a unit that is not the measure's", "tsc-2017-10", lambda p: row(p, "r0392").update(unit="percent")),
    ("an unknown source", "tsc-2017-10", lambda p: row(p, "r0392").update(source="tsc-2018")),
    ("no source", "tsc-2017-10", lambda p: row(p, "r0392").pop("source")),
    ("an unknown page", "tsc-2017-10", lambda p: row(p, "r0392").update(pages="p-nowhere")),
    ("a thirteenth month", "tsc-2017-10", lambda p: row(p, "r0392").update(as_of="2017-13")),
    ("30 February", "tsc-2017-10", lambda p: row(p, "r0392").update(as_of="2017-02-30")),
    ("29 February in a common year", "tsc-2017-10", lambda p: row(p, "r0392").update(as_of="2017-02-29")),
    ("a date as people write it", "tsc-2017-10", lambda p: row(p, "r0392").update(as_of="24 October 2017")),
    ("an interval that ends before it begins", "tsc-2017-10", lambda p: row(p, "r0392").update(as_of="2017/2016")),
    ("a date that is a number", "tsc-2017-10", lambda p: row(p, "r0392").update(as_of=2017)),
    ("doubtful as text", "tsc-2017-10", lambda p: row(p, "r0392").update(doubtful="no")),
    ("doubtful without a note", "icsr-2013-12", lambda p: row(p, "r0240").update(note=None)),
    ("an unknown member", "tsc-2017-10", lambda p: row(p, "r0392").update(total=1)),
    ("the same id twice", "tsc-2017-10", lambda p: row(p, "r0392").update(id="r0393")),
    ("the same statement twice", "tsc-2017-10", lambda p: p["resources"][0]["data"].append({**row(p, "r0392"), "id": "r9999"})),
    ("no id", "tsc-2017-10", lambda p: row(p, "r0392").update(id=None)),
    ("half a country", "tsg-2015-12", lambda p: next(r for r in aggregates(p) if r["countries"]).update(countries=86.5)),
    ("a partial table without note", "tsc-2017-10", lambda p: p["contingent"].update(partialNote=None)),
    ("a note on a row that is not there", "tsg-2015-12", lambda p: p["contingent"]["rowNotes"][0]["rows"].append("r9999")),
    ("a note on no row", "tsg-2015-12", lambda p: p["contingent"]["rowNotes"][0].update(rows=[])),
    ("a part of nothing", "tsc-2017-10", lambda p: p["contingent"]["measures"]["returnees"].update(subsetOf="nobody")),
]
for what, id, change in FAULTS:
    package = copy.deepcopy(packages[id])
    change(package)
    tap.ok(check_package(package), f"finds {what}")

# Figures and views name only what is there.
KINDS = set(re.findall(r"^KIND \((\w+)\)", (ROOT / "src/chart/ctg-kinds.def").read_text(), re.M))


def series_of(rows, by_source):
    names = {f"{r['measure']}.{r['status']}" for r in rows}
    return names | {f"{r['measure']}.{r['status']}@{r['source']}" for r in rows} if by_source else names


for id, package in packages.items():
    figure = package["contingent"]["figure"]
    known = series_of(package["resources"][0]["data"], False)
    tap.ok(figure["kind"] in KINDS and set(figure["series"]) <= known, f"{id}: the default figure draws series of the dataset", figure, sorted(known))

index = load_json(DATASETS / "index.json")
views = load_json(DATASETS / "views.json")["views"]
rows = [row for package in packages.values() for row in all_rows(package)]
tap.equal([entry["id"] for entry in index["datasets"] if entry["kind"] == "view"], [id for id in views], "the index names the views")
tap.equal(sorted({entry["group"] for entry in index["datasets"]} - {group["id"] for group in index["groups"]}), [], "every group of the index is described")
tap.ok(index["default"] in packages, "the default dataset is a package")
for entry in index["datasets"]:
    tap.ok(len(entry["shortTitle"]) <= 28, f"{entry['id']}: the short title fits the list", entry["shortTitle"])
for id, view in views.items():
    chosen = [r for r in rows if all(r.get(name) in values for name, values in view["query"].items())]
    by = view["contingent"]["rows"]
    count = len({r["code"] or r["name"] for r in chosen}) if by == "place" else len(chosen)
    tap.equal(next(e["rows"] for e in index["datasets"] if e["id"] == id), count, f"{id}: {count} rows")
    incomplete = by == "place" and any(package["contingent"]["partial"] and any(r in chosen for r in all_rows(package)) for package in packages.values())
    tap.equal(view["contingent"]["partial"], incomplete, f"{id}: partial if a table under it is")
    tap.ok(count >= 5, f"{id}: the query finds rows")
    for name, values in view["query"].items():
        tap.equal(sorted(set(values) - {r.get(name) for r in chosen}), [], f"{id}: every {name} of the query is found")
    if view["columns"] is None:
        known = series_of(chosen, by == "place")
    else:
        tap.equal(set(view["columns"]), {r["unit"] for r in chosen}, f"{id}: a column for every unit")
        known = {f"{view['columns'][r['unit']]}.{r['status']}" for r in chosen}
        tap.equal(sorted(set(view["columns"].values()) - set(view["contingent"]["measures"])), [], f"{id}: the columns are described")
    figure = view["contingent"]["figure"]
    tap.ok(figure["kind"] in KINDS and set(figure["series"]) <= known, f"{id}: the default figure draws series of the view", figure, sorted(known))
tap.finish()
