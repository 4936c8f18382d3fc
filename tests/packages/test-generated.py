#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The packages are what build-aux/make-datasets.py makes of data/source/, a difference is noticed, and what the editorial file talks about exists."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from packages import DATASETS, ROOT, SOURCE, Tap, load_json, load_packages

SCRIPT = ROOT / "build-aux/make-datasets.py"
tap = Tap()


def make(*arguments):
    return subprocess.run([sys.executable, "-B", SCRIPT, *arguments], capture_output=True, text=True)


done = make("--check")
tap.ok(done.returncode == 0, "the checked-in files are those the script makes", *done.stderr.splitlines())

with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    tap.equal(make("--output", folder / "a").returncode, 0, "the script writes into another folder")
    tap.equal(make("--output", folder / "b").returncode, 0, "and again")
    names = sorted(path.name for path in (folder / "a").iterdir())
    tap.equal(names, sorted(path.name for path in DATASETS.glob("*.json")), "the same files")
    tap.ok(all((folder / "a" / n).read_bytes() == (folder / "b" / n).read_bytes() == (DATASETS / n).read_bytes() for n in names), "the same bytes")

    shutil.copytree(folder / "a", folder / "c")
    with open(folder / "c/tsg-2015-12.json", "a") as file:
        file.write(" ")
    tap.equal(make("--check", "--output", folder / "c").returncode, 1, "one space more is noticed")
    (folder / "a/old.json").write_text("{}\n")
    tap.equal(make("--check", "--output", folder / "a").returncode, 1, "a file that is not made is noticed")
    (folder / "b/index.json").unlink()
    tap.equal(make("--check", "--output", folder / "b").returncode, 1, "a file that is not there is noticed")

    shutil.copytree(SOURCE, folder / "source")
    claims = load_json(SOURCE / "claims.json")
    claims["claims"][0]["value"] += 1
    (folder / "source/claims.json").write_text(json.dumps(claims))
    tap.equal(make("--check", "--source", folder / "source").returncode, 1, "one person more is noticed")

file = load_json(SOURCE / "claims.json")
words = load_json(SOURCE / "editorial.json")
packages = load_packages()
ids = {claim["id"] for claim in file["claims"]}
notes = {claim["note"] for claim in file["claims"]}
measures = {claim["measure"] for claim in file["claims"]}

tap.equal(sorted(set(words["rows"]) - ids), [], "every note on a row has its row")
tap.equal(sorted(set(words["rewrites"]) - notes), [], "every rewritten note is a note of a claim")
tap.equal(sorted({item["row"] for item in words["sums"]} - ids), [], "every sum has its row")
tap.equal(sorted(set(words["afterSums"]) - ids), [], "every note after a sum has its row")
tap.equal(sorted(set(words["checkRows"].values()) - ids), [], "every check sum has its row")
tap.equal(sorted(set(words["measures"]) ^ measures), [], "the measures described are the measures claimed")
tap.equal(sorted(set(words["sources"]) ^ set(file["sources"])), [], "the sources described are the sources claimed")
tap.equal(sorted({source["page"] for source in words["sources"].values() if "page" in source} - set(file["pages"])), [], "every address of a source is a page")
tap.equal(sorted(source for package in words["packages"].values() for source in package["sources"]), sorted(file["sources"]), "every source is in one package")
tap.equal(sorted(words["order"]), sorted([*words["packages"], *words["views"]]), "the order names every dataset and view once")
tap.ok(len({source["shortTitle"] for source in words["sources"].values()}) == len(words["sources"]), "short titles of sources are unique")
for id, package in words["packages"].items():
    tap.equal(sorted(set(package.get("measures", {})) - set(packages[id]["contingent"]["measures"])), [], f"{id}: every note on a column has its column")


def sentences(tree, path=""):
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from sentences(value, f"{path}/{key}")
    elif isinstance(tree, list):
        for number, value in enumerate(tree):
            yield from sentences(value, f"{path}/{number}")
    elif isinstance(tree, str):
        yield path, tree


prose = [(path, text) for id, package in packages.items() for path, text in sentences(package["contingent"], id) if "/notes/" in path or path.endswith(("/description", "/note"))]
prose += [(f"{id}/{row['id']}", row["note"]) for id, package in packages.items() for resource in package["resources"] for row in resource["data"] if row["note"]]
tap.equal([path for path, text in prose if not (text[0].isupper() or text[0].isdigit() or text[0] == '"') or text[-1] not in '."'], [],
          "notes and descriptions are sentences")
tap.equal([id for id, package in packages.items() if package["contingent"]["partialNote"] and package["contingent"]["partialNote"][-1] == "."], [],
          "what is partial is said in a phrase that can stand in a sentence")
tap.finish()
