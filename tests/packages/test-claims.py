#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The packages hold exactly the claims: nothing lost, nothing added, nothing in another order, no sum off."""

import collections

from packages import SOURCE, Tap, all_rows, load_json, load_packages

tap = Tap()
file = load_json(SOURCE / "claims.json")
claims = {claim["id"]: claim for claim in file["claims"]}
packages = load_packages()
rows = [row for package in packages.values() for row in all_rows(package)]
reported = [row for row in rows if row["presence"] == "reported"]
gaps = [row for row in rows if row["presence"] == "not-reported"]

MEMBERS = ("source", "edition", "level", "name", "code", "measure", "status", "value", "low", "high", "as_of", "qualifier", "unit", "countries", "evidence", "doubtful")


def key_of(item, members, pages):
    return tuple(item.get(name) for name in MEMBERS) + (members or None, tuple(pages))


tap.equal(len(claims), 470, "the claims file has 470 claims")
tap.equal(collections.Counter(key_of(row, row.get("members"), row["pages"].split()) for row in reported)
          - collections.Counter(key_of(claim, " ".join(claim.get("code_members", [])), claim["pages"]) for claim in claims.values()),
          collections.Counter(), "no row that is no claim")
tap.equal(collections.Counter(key_of(claim, " ".join(claim.get("code_members", [])), claim["pages"]) for claim in claims.values())
          - collections.Counter(key_of(row, row.get("members"), row["pages"].split()) for row in reported),
          collections.Counter(), "no claim without its row")
tap.equal({row["id"]: row.get("printed") for row in reported if row.get("printed")},
          {id: claim["printed"] for id, claim in claims.items() if claim["printed"]}, "the words as printed are kept")
tap.equal([claim["id"] for claim in claims.values() if claim["note"] and not next(r for r in reported if r["id"] == claim["id"])["note"]], [],
          "every claim with a note has a note in its row")

GAP = ("source", "name", "code", "measure", "status")
tap.equal(len(gaps), 38, "38 cells are not reported")
tap.equal(collections.Counter(tuple(gap[name] for name in GAP) for gap in gaps),
          collections.Counter(tuple(gap[name] for name in GAP) for gap in file["not_reported"]), "the cells not reported are those of the claims file")
tap.equal([gap["name"] for gap in gaps if gap["reason"] == "the cell is blank"], ["South Africa"], "the one blank cell is told apart from the dashes")
tap.equal(collections.Counter(gap["reason"] for gap in gaps),
          collections.Counter({"a dash is printed": 22, "the cell is blank": 1, "no official figure in Table 2": 15}), "every missing cell has its reason")

position = {id: number for number, id in enumerate(claims)}
for id, package in packages.items():
    for resource in package["resources"]:
        places = [position[row["id"]] for row in resource["data"] if row["presence"] == "reported"]
        sources = list(package["contingent"]["sources"])
        expected = sorted(places, key=lambda at: (sources.index(file["claims"][at]["source"]), at))
        tap.equal(places, expected, f"{id}, {resource['name']}: printed order")

tsg = [row for row in packages["tsg-2015-12"]["resources"][0]["data"] if row["measure"] == "fighters"]
printed = list(dict.fromkeys(row["printed"].rsplit(":")[0] for row in tsg if row["presence"] == "reported"))
tap.equal(printed, [f"Table 1 row {n}" for n in range(1, 51)] + [f"Table 2 row {n}" for n in range(1, 16)], "the 65 countries stand as in the two tables")
tap.equal([[row["status"] for row in tsg if row["code"] == code] for code in dict.fromkeys(row["code"] for row in tsg)],
          [["official", "non-official"]] * 65, "each of the 65 has an official and a non-official cell, in that order")

official = {row["code"]: row["value"] for row in tsg if row["status"] == "official" and row["presence"] == "reported"}
other = {row["code"]: row["value"] for row in tsg if row["status"] == "non-official" and row["presence"] == "reported"}
tap.equal(len(file["checks"]), 8, "the claims file has eight check sums")
for check in file["checks"]:
    if "codes" in check:
        tap.equal(sum(official.get(code, other.get(code)) for code in check["codes"]), check["expected"], f"check sum of {check['region']}")
        region = next(row for row in packages["tsg-2015-12"]["resources"][1]["data"] if row["name"] == check["region"])
        tap.equal(region["value"], check["printed_by_source"], f"{check['region']} as printed")
        tap.ok(f"sum to {check['expected']:,} " in region["note"], f"the note of {check['region']} gives the sum", region["note"])
    else:
        tap.equal(sum(official.values()), check["expected"], "check sum of the official column")
tap.equal(len(official), 50, "50 official figures")
tap.equal(len(other), 42, "42 non-official figures")

below = [row["name"] for row in tsg if row["status"] == "official" and row["code"] in other and other[row["code"]] < official.get(row["code"], 0)]
note = packages["tsg-2015-12"]["contingent"]["notes"][0]
tap.equal(len(below), 8, "eight non-official counts are below the official one")
tap.ok(all({"Dutch": "Netherlands"}.get(name, name) in note for name in below), "the note names all eight", note, below)

doubtful = [row["id"] for row in reported if row["doubtful"]]
tap.equal(len(doubtful), 5, "five doubtful rows, flagged")

united_states = {(row["measure"], row["status"]): row for row in all_rows(packages["tsg-2015-12"]) if row.get("code") == "USA"}
tap.equal([united_states[key]["value"] for key in (("fighters", "official"), ("fighters", "non-official"), ("travelled_or_tried", "estimate"))], [150, 250, 250],
          "the pair of the United States and what it means")
tap.ok("tried" in united_states["fighters", "non-official"]["note"] and "arrived" in united_states["fighters", "official"]["note"],
       "both cells of the pair say what they count")
stock = next(row for row in all_rows(packages["other-statements"]) if row["measure"] == "present")
tap.equal((stock["source"], stock["as_of"], stock["value"], packages["other-statements"]["contingent"]["measures"]["present"]["nature"]),
          ("un", "2016-07-05", 30000, "stock"), "the 30,000 of July 2016 is a stock")
tap.equal({m["nature"] for m in packages["turkey-2017"]["contingent"]["measures"].values()}, {"list"}, "the Turkish list counts names")
bank = {row["measure"] for row in all_rows(packages["other-statements"]) if row["source"] == "wb-2016-10" and row["unit"] == "percent"}
tap.equal(sorted(m for m in bank if not packages["other-statements"]["contingent"]["measures"][m].get("overlaps")), [], "the shares of the World Bank overlap")
tap.equal(sorted(id for id, package in packages.items() if package["contingent"]["partial"]),
          ["hsc-2015-09", "icct-2016-04", "quilliam-2014-11", "rferl-2015-11", "tsc-2017-10", "tsg-2014-06", "turkey-2017"], "partial tables say so")

tap.equal(sorted({source for package in packages.values() for source in package["contingent"]["sources"]}), sorted(file["sources"]), "every source is in a package")
tap.equal(sorted({page for package in packages.values() for page in package["contingent"]["pages"]}),
          sorted({page for claim in file["claims"] for page in claim["pages"]}), "every page a claim names is in a package")
tap.finish()
