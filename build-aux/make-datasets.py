#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the bundled data packages.

data/source/claims.json (who said what) and data/source/editorial.json (what is said about it) become data/datasets/*.json; docs/data-format.md
describes the result. Uses the standard library only; the same input gives the same bytes. It must not decide anything by itself: every sentence and
every choice stands in editorial.json, every number in claims.json; what is counted here (sums, rows) is counted from the claims.

  make-datasets.py            writes data/datasets/
  make-datasets.py --check    writes nothing, exit 1 where the files there differ
"""

import argparse
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

DATE = r"^[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(/[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$"

# name, type, constraints; the order of the members of a row.
FIELDS = [
    ("id", "string", {"required": True, "unique": True, "pattern": r"^[rn]\d{4}$"}),
    ("name", "string", {"required": True, "minLength": 1}),
    ("code", "string", {"pattern": r"^[A-Z]{3}$"}),
    ("members", "string", {"pattern": r"^[A-Z]{3}( [A-Z]{3})+$"}),
    ("level", "string", {"required": True, "enum": ["country", "region", "world", "conflict", "share"]}),
    ("measure", "string", {"required": True, "pattern": r"^[a-z][a-z0-9_]*$"}),
    ("status", "string", {"required": True, "enum": ["official", "non-official", "estimate"]}),
    ("value", "number", {"minimum": 0}),
    ("low", "number", {"minimum": 0}),
    ("high", "number", {"minimum": 0}),
    ("qualifier", "string", {"enum": ["exact", "about", "range", "at-least", "more-than", "at-most", "less-than"]}),
    ("unit", "string", {"required": True, "enum": ["persons", "per million", "percent", "years", "forms"]}),
    ("as_of", "string", {"pattern": DATE}),
    ("countries", "integer", {"minimum": 1}),
    ("source", "string", {"required": True}),
    ("edition", "string", {}),
    ("evidence", "string", {"enum": ["article", "publisher", "transcription", "press", "tertiary"]}),
    ("presence", "string", {"required": True, "enum": ["reported", "not-reported", "not-applicable"]}),
    ("reason", "string", {}),
    ("printed", "string", {}),
    ("note", "string", {}),
    ("doubtful", "boolean", {"required": True}),
    ("pages", "string", {}),
]

PACKAGE_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
RESOURCE_PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"
SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"


def load_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def top_of(claim):
    """The number itself, or the upper end of the range: what the printed totals add up."""
    return claim["value"] if claim["value"] is not None else claim["high"]


class Maker:
    def __init__(self, claims_file, editorial):
        self.editorial = editorial
        self.claims = claims_file["claims"]
        self.not_reported = claims_file["not_reported"]
        self.source_facts = claims_file["sources"]
        self.page_facts = claims_file["pages"]
        self.checks = claims_file["checks"]
        self.by_id = {claim["id"]: claim for claim in self.claims}
        self.sum_notes = self.make_sum_notes()
        self.sources = {id: self.make_source(id) for id in self.source_facts}
        self.packages = {}

    # Notes

    def select(self, row, codes):
        """The country claims that a total of the same source, measure and status covers."""
        total = self.by_id[row]
        found = [c for c in self.claims
                 if c["source"] == total["source"] and c["measure"] == total["measure"] and c["status"] == total["status"]
                 and c["level"] == "country" and (codes is None or c["code"] in codes)]
        if codes is not None and sorted(c["code"] for c in found) != sorted(codes):
            raise SystemExit(f"{row}: the codes of the sum and the country rows differ")
        return found

    def sum_of_check(self, check):
        """Official where reported, else non-official."""
        column = {}
        for status in ("non-official", "official"):
            column.update({c["code"]: c["value"] for c in self.claims
                           if c["source"] == check["source"] and c["measure"] == "fighters" and c["status"] == status and c["code"] in check["codes"]})
        return sum(column.values())

    def make_sum_notes(self):
        notes = {}
        for item in self.editorial["sums"]:
            rows = self.select(item["row"], item["codes"])
            if item["end"] == "low":
                total = sum(c["low"] if c["low"] is not None else c["value"] for c in rows)
            else:
                total = sum(top_of(c) for c in rows)
            notes.setdefault(item["row"], []).append(item["text"].format(n=len(rows), sum=f"{total:,}"))
        for check in self.checks:
            if "region" in check:
                row = self.editorial["checkRows"][check["region"]]
                notes.setdefault(row, []).append(self.editorial["checkNote"].format(sum=f"{self.sum_of_check(check):,}"))
        for row, text in self.editorial["afterSums"].items():
            notes.setdefault(row, []).append(text)
        return notes

    def note_of(self, claim):
        texts = []
        if claim["id"] in self.editorial["rows"]:
            texts.append(self.editorial["rows"][claim["id"]])
        elif claim["note"] is not None:
            texts.append(self.editorial["rewrites"].get(claim["note"], claim["note"]))
        texts += self.sum_notes.get(claim["id"], [])
        return " ".join(texts) or None

    # Rows

    def row_of_claim(self, claim):
        row = {name: claim.get(name) for name, _, _ in FIELDS}
        row["members"] = " ".join(claim["code_members"]) if claim.get("code_members") else None
        row["note"] = self.note_of(claim)
        row["pages"] = " ".join(claim["pages"])
        row["presence"] = "reported"
        row["printed"] = claim["printed"] or None
        return row

    def row_of_gap(self, number, gap, unit):
        reason = next(r["reason"] for r in self.editorial["reasons"] if r["printed"] == gap["printed"])
        row = {name: gap.get(name) for name, _, _ in FIELDS}
        row.update({"id": f"n{number:04}", "level": "country", "unit": unit, "presence": "not-reported", "reason": reason,
                    "printed": gap["printed"] or None, "doubtful": False})
        # A gap was read in the cell beside its neighbour, so it has the neighbour's date and page.
        neighbour = next(c for c in self.claims if c["source"] == gap["source"] and c["code"] == gap["code"] and c["measure"] == gap["measure"])
        row["as_of"] = neighbour["as_of"]
        row["evidence"] = neighbour["evidence"]
        row["pages"] = neighbour["pages"][0]
        return row

    def rows_of(self, sources):
        """Printed order; what is not reported stands beside its country, official before non-official."""
        rows = [self.row_of_claim(c) for source in sources for c in self.claims if c["source"] == source]
        for number, gap in enumerate(self.not_reported, 1):
            if gap["source"] not in sources:
                continue
            unit = self.editorial["measures"][gap["measure"]]["unit"]
            mates = [i for i, row in enumerate(rows) if row["source"] == gap["source"] and row["code"] == gap["code"] and row["measure"] == gap["measure"]]
            at = mates[0] if gap["status"] == "official" else mates[-1] + 1
            rows.insert(at, self.row_of_gap(number, gap, unit))
        return rows

    # The parts of a package

    def make_source(self, id):
        facts = self.source_facts[id]
        words = self.editorial["sources"][id]
        publisher = words["publisher"] if "publisher" in words else facts["publisher"]
        year = int(facts["published"][:4]) if facts["published"] else None
        container = words.get("container")
        where = ", ".join(text for text in (container, publisher if words["authors"] else None) if text)
        who = " and ".join(words["authors"]) or publisher
        title = words.get("title", facts["title"])
        stop = "" if title[-1] in ".?!" else "."
        citation = f"{who} ({year if year else 'various dates'}). {title}{stop}" + (f" {where}." if where else "")
        return {
            "title": title,
            "shortTitle": words["shortTitle"],
            "shortPublisher": words["shortPublisher"],
            "authors": words["authors"],
            "publisher": publisher,
            "container": container,
            "published": facts["published"],
            "year": year,
            "type": words["type"],
            "scope": words.get("scope", facts["scope"]),
            "url": self.page_facts[words["page"]]["where"] if "page" in words else None,
            "citation": citation,
            "notes": words["notes"],
        }

    def make_measures(self, rows, words):
        used = list(dict.fromkeys(row["measure"] for row in rows))
        measures = {}
        for id in (m for m in self.editorial["measures"] if m in used):
            measure = dict(self.editorial["measures"][id])
            measure.update(words.get("measures", {}).get(id, {}))
            if measure.get("subsetOf") and measure["subsetOf"] not in used:
                del measure["subsetOf"], measure["rest"]
                measure.pop("partition", None)
            measure.setdefault("notes", [])
            measures[id] = measure
        return measures

    def make_resource(self, name, title, rows):
        used = [field for field in FIELDS if field[0] in ("value", "note") or any(row[field[0]] is not None for row in rows)]
        fields = []
        for field, type, constraints in used:
            words = self.editorial["fields"][field]
            fields.append({"name": field, "type": type, "title": words["title"], "description": words["description"],
                           **({"constraints": constraints} if constraints else {}), "role": "place" if field == "name" else field})
        return {
            "$schema": RESOURCE_PROFILE,
            "profile": "tabular-data-resource",
            "name": name,
            "type": "table",
            "title": title,
            "format": "json",
            "mediatype": "application/json",
            "encoding": "utf-8",
            "schema": {"$schema": SCHEMA_PROFILE, "fields": fields, "primaryKey": ["id"], "missingValues": [""]},
            "data": [{field[0]: row[field[0]] for field in used} for row in rows],
        }

    def make_package(self, id, words):
        rows = self.rows_of(words["sources"])
        pages = list(dict.fromkeys(page for row in rows for page in row["pages"].split()))
        measures = self.make_measures(rows, words)
        sources = {source: self.sources[source] for source in words["sources"]}
        single = sources[words["sources"][0]] if len(sources) == 1 else None
        by_claim = words.get("rows", "place") == "claim"

        if by_claim:
            resources = [self.make_resource("statements", "Statements", rows)]
        else:
            countries = [row for row in rows if row["level"] == "country"]
            others = [row for row in rows if row["level"] != "country"]
            resources = [self.make_resource("countries", "Countries", countries)]
            if others:
                resources.append(self.make_resource("aggregates", "Regions, totals and shares", others))

        licences = [dict(self.editorial["licences"]["compilation"])]
        transcription = dict(self.editorial["licences"]["transcription"])
        if transcription.pop("page") in pages:
            licences.append(transcription)

        contributor = self.editorial["contributor"]
        quoted = f" As quoted in: {self.sources[words['quotedFrom']]['citation']}" if "quotedFrom" in words else ""
        maker = f"Compiled by {contributor}, Contingent data package {id}, version {self.editorial['version']}."
        return {
            "$schema": PACKAGE_PROFILE,
            "profile": "tabular-data-package",
            "name": id,
            "title": words["title"],
            "description": words["description"],
            "version": self.editorial["version"],
            "keywords": self.editorial["keywords"],
            "contributors": [{"title": contributor, "role": "author", "roles": ["compiler"]}],
            "licenses": licences,
            "sources": [link(source["title"], source["url"]) for source in sources.values()]
                       + [link(self.page_facts[page]["what"], self.page_facts[page]["where"]) for page in pages],
            "contingent": {
                "format": 1,
                "group": words["group"],
                "shortTitle": words["shortTitle"],
                "publisher": single["publisher"] if single else None,
                "published": single["published"] if single else None,
                "scope": single["scope"] if single else None,
                "nature": words["nature"],
                "rows": words.get("rows", "place"),
                "label": words.get("label"),
                "partial": words["partialNote"] is not None,
                "partialNote": words["partialNote"],
                "notes": words["notes"],
                "citation": f"{single['citation']}{quoted} {maker}" if single else maker,
                "measures": measures,
                **({"rowNotes": words["rowNotes"]} if "rowNotes" in words else {}),
                "sources": sources,
                "pages": {page: self.page_facts[page] for page in pages},
                "figure": words["figure"],
            },
            "resources": resources,
        }

    # Views and the index

    def query(self, query):
        """The rows of a view, in package order."""
        rows = []
        for id in self.editorial["order"]:
            for resource in self.packages.get(id, {}).get("resources", []):
                rows += [row for row in resource["data"] if all(row.get(member) in values for member, values in query.items())]
        return rows

    def make_view(self, words):
        return {
            "title": words["title"],
            "description": words["description"],
            "query": words["query"],
            "order": words["order"],
            "columns": words.get("columns"),
            "contingent": {
                "format": 1,
                "group": words["group"],
                "shortTitle": words["shortTitle"],
                "nature": words["nature"],
                "rows": words["rows"],
                "label": words.get("label"),
                "partial": words["partialNote"] is not None,
                "partialNote": words["partialNote"],
                "notes": words["notes"],
                "citation": f"Compiled by {self.editorial['contributor']}, Contingent data packages, version {self.editorial['version']}.",
                "measures": {id: {**self.editorial["measures"][id], "notes": []} for id in (words.get("columns") or {}).values()},
                "figure": words["figure"],
            },
        }

    def count_rows(self, rows, by):
        if by != "place":
            return len(rows)
        return len({row["code"] or row["name"] for row in rows})

    def index_entry(self, id):
        if id in self.packages:
            package = self.packages[id]
            about = package["contingent"]
            sources = list(about["sources"].values())
            return {"id": id, "kind": "package", "group": about["group"], "title": package["title"], "shortTitle": about["shortTitle"],
                    "source": about["publisher"] or "Several sources", "year": sources[0]["year"] if len(sources) == 1 else None,
                    "rows": self.count_rows(package["resources"][0]["data"], about["rows"]), "partial": about["partial"]}
        words = self.editorial["views"][id]
        return {"id": id, "kind": "view", "group": words["group"], "title": words["title"], "shortTitle": words["shortTitle"],
                "source": words["source"], "year": None, "rows": self.count_rows(self.query(words["query"]), words["rows"]),
                "partial": words["partialNote"] is not None}

    def make(self):
        """File name to text."""
        for id, words in self.editorial["packages"].items():
            self.packages[id] = self.make_package(id, words)
        views = {"views": {id: self.make_view(words) for id, words in self.editorial["views"].items()}}
        index = {"groups": self.editorial["groups"], "default": self.editorial["default"], "datasets": [self.index_entry(id) for id in self.editorial["order"]]}
        files = {f"{id}.json": package for id, package in self.packages.items()}
        files["views.json"] = views
        files["index.json"] = index
        return {name: to_text(tree) + "\n" for name, tree in sorted(files.items())}


def link(title, where):
    return {"title": title, "path": where} if where and where.startswith("http") else {"title": title}


def to_text(tree, indent=0, key=None):
    """JSON with one row, one field and other small things on a line each, so that a change of one claim is a change of one line."""
    flat = json.dumps(tree, ensure_ascii=False)
    pad = "  " * (indent + 1)
    if isinstance(tree, dict) and tree and (len(flat) + 2 * indent > 120 or indent < 2) and key not in ("data", "fields", "pages"):
        inner = [f"{pad}{json.dumps(k)}: {to_text(v, indent + 1, k)}" for k, v in tree.items()]
        return "{\n" + ",\n".join(inner) + "\n" + "  " * indent + "}"
    if isinstance(tree, dict) and tree and key == "pages":
        inner = [f"{pad}{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in tree.items()]
        return "{\n" + ",\n".join(inner) + "\n" + "  " * indent + "}"
    if isinstance(tree, list) and tree and len(flat) + 2 * indent > 120:
        one_line = key in ("data", "fields", "datasets")
        inner = [pad + (json.dumps(v, ensure_ascii=False) if one_line else to_text(v, indent + 1)) for v in tree]
        return "[\n" + ",\n".join(inner) + "\n" + "  " * indent + "]"
    return flat


def main():
    parser = argparse.ArgumentParser(description="Makes data/datasets/ from data/source/.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where the files differ")
    parser.add_argument("--source", type=pathlib.Path, default=ROOT / "data/source", help="folder of claims.json and editorial.json")
    parser.add_argument("--output", type=pathlib.Path, default=ROOT / "data/datasets", help="folder of the packages")
    options = parser.parse_args()

    files = Maker(load_json(options.source / "claims.json"), load_json(options.source / "editorial.json")).make()
    present = {path.name for path in options.output.glob("*.json")}
    stale = sorted(present - set(files))
    changed = [name for name, text in files.items() if name not in present or (options.output / name).read_bytes() != text.encode("utf-8")]

    if options.check:
        for name in changed:
            print(f"{name} differs from what data/source/ gives", file=sys.stderr)
        for name in stale:
            print(f"{name} is not made from data/source/", file=sys.stderr)
        return 1 if changed or stale else 0

    options.output.mkdir(parents=True, exist_ok=True)
    for name in changed:
        (options.output / name).write_bytes(files[name].encode("utf-8"))
        print(f"wrote {name}")
    for name in stale:
        (options.output / name).unlink()
        print(f"removed {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
