#!/usr/bin/python3 -B
# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Country aliases lead to one code each, and to a code that exists."""

import re
import unicodedata

from packages import ROOT, SOURCE, Tap, load_json

tap = Tap()
aliases = load_json(ROOT / "data/aliases.json")
# Population figures are given for every country but these three.
known = set(load_json(SOURCE / "population-2015.json")["population"]) | {"TWN", "ESH", "VAT"}


def fold(text):
    plain = unicodedata.normalize("NFKD", text).replace("\u2019", "'").casefold()
    return "".join(c for c in plain if not unicodedata.combining(c))


folded = {}
for name, code in aliases["names"].items():
    folded.setdefault(fold(name), set()).add(code)

tap.equal(sorted(name for name, codes in folded.items() if len(codes) > 1), [], "no alias leads to two countries")
tap.equal(sorted(set(aliases["names"].values()) - known), [], "every alias leads to a known code")
tap.equal(sorted(set(aliases["codes"].values()) - known), [], "every foreign code leads to a known code")
tap.equal(sorted(code for code in aliases["codes"] if code in known or not re.fullmatch("[A-Z]{2,3}", code)), [], "a foreign code hides no real one")
tap.ok("KAS" not in aliases["codes"], "KAS, a glacier in map data, is no Kosovo")
for name, code in [("Dutch", "NLD"), ("U.K.", "GBR"), ("Great Britain", "GBR"), ("US", "USA"), ("UAE", "ARE"), ("Bosnia", "BIH"), ("Macedonia", "MKD"), ("Turkey", "TUR"),
                   ("TÜRKIYE", "TUR"), ("Kosovo", "XKX"), ("Palestine", "PSE"), ("cote d'ivoire", "CIV"), ("Côte d\u2019Ivoire", "CIV"), ("Czechia", "CZE"), ("Burma", "MMR")]:
    tap.equal(folded.get(fold(name)), {code}, f"{name} is {code}")
tap.equal(aliases["codes"].get("XKK"), "XKX", "XKK is XKX")
claims = load_json(SOURCE / "claims.json")["claims"]
tap.equal(sorted({(c["name"], c["code"]) for c in claims if c["level"] == "country" and c["code"] and folded.get(fold(c["name"]), {c["code"]}) != {c["code"]}}), [],
          "no printed name is led astray")
tap.finish()
