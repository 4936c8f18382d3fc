# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""datasets, table, describe, caption, validate, help, and what is said of wrong usage."""

import csv
import html.parser
import io
import json
import os
import pathlib
import re
import subprocess
import tempfile

from tap import CLI, SOURCE, cli, contains, equal, main


def claims():
    return json.loads((SOURCE.parent / "data/source/claims.json").read_text())["claims"]


def test_datasets():
    index = json.loads((SOURCE.parent / "data/datasets/index.json").read_text())["datasets"]
    listed = json.loads(cli("datasets", "--json").out)
    equal([entry["id"] for entry in listed], [entry["id"] for entry in index])
    for entry in listed:
        equal(list(entry), ["id", "title", "rows", "source", "year", "partial"])
    first = listed[0]
    equal((first["id"], first["rows"], first["source"], first["year"], first["partial"]), ("tsg-2015-12", 65, "The Soufan Group", 2015, False))
    equal([entry["year"] for entry in listed if entry["id"] == "returnees"], [None])
    equal([entry["partial"] for entry in listed if entry["id"] == "tsc-2017-10"], [True])
    lines = cli("datasets").out.splitlines()
    equal([line.split()[0] for line in lines], [entry["id"] for entry in index])


class Page(html.parser.HTMLParser):
    """What a gallery's page is made of."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in ("meta", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        equal(self.open.pop(), tag)


def test_gallery():
    with tempfile.TemporaryDirectory() as folder:
        gallery = pathlib.Path(folder, "new", "gallery")
        equal(cli("gallery", "-o", str(gallery)).out, "")
        names = sorted(path.stem for path in (SOURCE.parent / "data/figures").glob("*.contingent"))
        equal(sorted(path.stem for path in gallery.glob("*.svg")), names)
        equal(sorted(path.stem for path in gallery.glob("*.png")), names)
        assert len(names) > 30

        page = Page((gallery / "index.html").read_text())
        equal(page.open, [])
        images = [attributes for tag, attributes in page.tags if tag == "img"]
        equal(sorted(image["src"] for image in images), sorted(name + ".svg" for name in names))
        for image in images:
            assert len(image["alt"]) > 40 and float(image["width"]) > 100 and float(image["height"]) > 50, image
        links = [attributes["href"] for tag, attributes in page.tags if tag == "a"]
        assert all((gallery / link).is_file() for link in links), links
        assert not any(tag in ("script", "link", "iframe") for tag, _ in page.tags)
        assert ("html", {"lang": "en"}) in page.tags and "prefers-color-scheme" in (gallery / "index.html").read_text()

        # The pictures are those of the documents.
        again = pathlib.Path(folder, "again.svg")
        cli("export", str(SOURCE.parent / "data/figures/ranked-2015.contingent"), "-o", str(again))
        equal(again.read_bytes(), (gallery / "ranked-2015.svg").read_bytes())

        blocked = pathlib.Path(folder, "file")
        blocked.write_text("")
        contains(cli("gallery", "-o", str(blocked / "x"), status=1).err, "contingent-cli: ")
    contains(cli("gallery", status=2).err, "say where to")


def test_table_json():
    rows = json.loads(cli("table", "tsg-2015-12", "--format", "json").out)
    equal(len(rows), 65)
    equal(rows[0]["name"], "Tunisia")
    equal(rows[0]["code"], "TUN")
    equal((rows[0]["fighters.official"], rows[0]["fighters.non-official"]), (6000, 7000))
    equal(rows[0]["fighters.official.as_of"], "2015-12-08")
    equal(rows[1]["fighters.non-official"], None)
    assert "fighters.non-official.as_of" not in rows[1]
    equal(sum(row["fighters.official"] or 0 for row in rows), 26583)
    equal(sum(row["fighters.official"] is not None for row in rows), 50)
    equal(sum(row["fighters.non-official"] is not None for row in rows), 42)
    equal([row["code"] for row in rows if row["name"] == "Kosovo"], ["XKX"])


def test_table_json_agrees_with_the_claims():
    for dataset in ("icsr-2015-01", "tsg-2015-12", "rferl-2015-11", "quilliam-2014-11"):
        rows = {row["code"]: row for row in json.loads(cli("table", dataset, "--format", "json").out) if row["code"]}
        compared = 0
        for claim in claims():
            if claim["source"] != dataset or claim.get("level", "country") != "country" or not claim.get("code"):
                continue
            series = f"{claim['measure']}.{claim.get('status') or 'estimate'}"
            row = rows[claim["code"]]
            equal(row[series], claim.get("value"))
            equal(row.get(series + ".low"), claim.get("low"))
            equal(row.get(series + ".high"), claim.get("high"))
            compared += 1
        assert compared >= 15, (dataset, compared)


def test_table_json_opens_again():
    """Ranges, bounds, qualifiers, dates, statuses and sources come back; only the words for the row may be another."""
    def numbers(run):
        return [{key: value for key, value in row.items() if value is not None and key != "name"} for row in json.loads(run.out)]

    for dataset in ("tsg-2015-12", "tsc-2017-10", "icsr-2013-12", "icct-2016-04", "icsr-2015-01", "fighters-all", "returnees"):
        first = cli("table", dataset, "--format", "json", "--doubtful")
        pathlib.Path("again.json").write_text(first.out)
        equal(numbers(cli("table", "again.json", "--format", "json")), numbers(first))
    contains(first.out, '"about"')
    contains(first.out, ".low")


def test_table_aggregates():
    plain = json.loads(cli("table", "tsg-2015-12", "--format", "json").out)
    more = json.loads(cli("table", "tsg-2015-12", "--format", "json", "--aggregates").out)
    equal(more[:65], plain)
    middle_east = [row for row in more[65:] if row["name"] == "Middle East"]
    equal([row["fighters.estimate"] for row in middle_east], [8240])
    assert not [row for row in plain if row["name"] == "Middle East"]


def test_table_csv():
    text = cli("table", "icsr-2013-12", "--format", "csv", "--doubtful").raw.decode()
    assert text.count("\r\n") == text.count("\n") == 54
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    equal(list(rows[0]), ["name", "code", "fighters.estimate", "fighters.estimate.low", "fighters.estimate.high", "fighters.estimate.qualifier",
                          "fighters.estimate.as_of"])
    jordan = [row for row in rows if row["code"] == "JOR"][0]
    equal((jordan["fighters.estimate"], jordan["fighters.estimate.low"], jordan["fighters.estimate.high"], jordan["fighters.estimate.qualifier"]),
          ("", "180", "2089", "range"))


def test_table_csv_quotes():
    pathlib.Path("own.json").write_text(json.dumps([{"country": "Congo, \"Democratic\" Republic", "people, all": 3}, {"country": "Chad", "people, all": 4}]))
    run = cli("table", "./own.json", "--format", "csv")
    rows = list(csv.reader(io.StringIO(run.raw.decode(), newline="")))
    equal(len({len(row) for row in rows}), 1)
    equal([row[2] for row in rows[1:]], ["3", "4"])


def test_table_tsv():
    lines = cli("table", "rferl-2015-11", "--format", "tsv").out.splitlines()
    equal(lines[0].split("\t")[:3], ["name", "code", "per_million.estimate"])
    equal(len(lines), 16)
    equal({line.count("\t") for line in lines}, {lines[0].count("\t")})


def test_table_computed():
    ranks = json.loads(cli("table", "icsr-2015-01", "--derive", "rank", "--format", "json").out)
    shares = json.loads(cli("table", "tsg-2015-12", "--per", "total", "--format", "json").out)
    less = {row["code"]: row for row in json.loads(cli("table", "tsg-2015-12", "--derive", "difference", "--format", "json").out)}
    assert min(row.get("fighters.estimate.low") or row["fighters.estimate"] for row in ranks if row["fighters.estimate"] or "fighters.estimate.low" in row) == 1
    assert 99 <= sum(row["fighters.non-official"] or 0 for row in shares) <= 101
    equal((less["TUN"]["fighters.non-official"], less["RUS"]["fighters.non-official"]), (1000, None))
    wrong = cli("table", "tsg-2015-12", "--derive", "ratio", "--against", "nobody", status=1)
    contains(wrong.err, "there is no series “nobody”")
    contains(wrong.err, "fighters.official")


def test_table_text():
    lines = cli("table", "tsg-2015-12").out.splitlines()
    equal(len(lines), 66)
    equal(len({len(line) for line in lines}), 1)
    equal(lines[1].split()[:3], ["Tunisia", "6,000", "7,000"])
    assert "fighters.estimate" not in lines[0], lines[0]
    belgium = cli("table", "fighters-all", "--where", "name=Belgium").out.splitlines()
    equal(len(belgium), 2)
    assert "–" not in belgium[1].split(), belgium
    equal(len(belgium[0].split()), 10)
    wide = cli("table", "tsg-2015-12", "--language", "de").out.splitlines()
    equal(wide[1].split()[:3], ["Tunesien", "6.000", "7.000"])


def test_table_sort():
    names = [row["name"] for row in json.loads(cli("table", "tsg-2015-12", "--format", "json", "--sort", "name").out)]
    equal(names[:4], ["Afghanistan", "Albania", "Algeria", "Argentina"])
    down = [row["fighters.official"] for row in
            json.loads(cli("table", "tsg-2015-12", "--format", "json", "--sort", "fighters.official", "--desc").out)]
    up = [row["fighters.official"] for row in json.loads(cli("table", "tsg-2015-12", "--format", "json", "--sort", "fighters.official").out)]
    equal(down[:3], [6000, 2500, 2400])
    equal(down[50:], [None] * 15)
    equal(up[:5], [1, 1, 1, 1, 2])
    equal(up[50:], [None] * 15)


def test_table_where():
    def names(*where):
        arguments = [part for condition in where for part in ("--where", condition)]
        return [row["name"] for row in json.loads(cli("table", "tsg-2015-12", "--format", "json", *arguments).out)]

    equal(names("region=northern-america"), ["United States", "Canada"])
    equal(names("code=TUN"), ["Tunisia"])
    equal(names("fighters.official=>=2400"), ["Tunisia", "Saudi Arabia", "Russia"])
    equal(len(names("fighters.official=not-reported")), 15)
    equal(names("fighters.official=>=2000", "fighters.non-official=reported"), ["Tunisia", "Jordan"])
    equal(names("code=ZZZ"), [])
    contains(cli("table", "tsg-2015-12", "--where", "region=mars", status=1).err, "“mars”; in these data there are “northern-africa”")
    contains(cli("describe", "tsg-2015-12", "--set", "region=mars", status=1).err, "“mars”; in these data there are “northern-africa”")


def test_table_doubtful():
    run = cli("table", "icsr-2013-12", "--format", "json")
    contains(run.err, "2 doubtful numbers are left out; --doubtful shows them")
    russia = [row for row in json.loads(run.out) if row["code"] == "RUS"][0]
    equal(russia["fighters.estimate"], None)
    assert "fighters.estimate.low" not in russia
    run = cli("table", "icsr-2013-12", "--format", "json", "--doubtful")
    equal(run.err, "")
    russia = [row for row in json.loads(run.out) if row["code"] == "RUS"][0]
    equal((russia["fighters.estimate.low"], russia["fighters.estimate.high"]), (45, 609))


def test_describe():
    text = cli("describe", "tsg-2015-12").out
    assert text.startswith("Bar chart")
    contains(text, "Tunisia leads with 6,000, followed by Saudi Arabia with 2,500 and Russia with 2,400.")
    contains(text, "Official: 15 of 65 countries not reported.")
    contains(text, "Source: The Soufan Group, Foreign Fighters")
    contains(cli("describe", "tsc-2017-10").out, "Partial data: ")
    contains(cli("describe", "tsg-2015-12", "--where", "region=western-europe", "--kind", "bars").out, "France leads with 1,700")


def test_caption():
    lines = cli("caption", "tsg-2015-12", "--top", "20").out.splitlines()
    equal(lines[0], "Foreign fighters in Syria and Iraq by country, December 2015")
    assert lines[1].startswith("… and 45 more (official total 2,345).") or "… and 45 more (official total " in lines[1], lines[1]
    equal(lines[2], "Source: The Soufan Group, Foreign Fighters: An Updated Assessment of the Flow of Foreign Fighters into Syria and Iraq (2015)")
    rows = json.loads(cli("table", "tsg-2015-12", "--format", "json", "--sort", "fighters.official", "--desc").out)
    rest = sum(row["fighters.official"] or 0 for row in rows[20:])
    contains(lines[1], f"(official total {rest:,})")


def test_bibtex():
    text = cli("caption", "tsg-2015-12", "--bibtex").out
    equal(text, """@techreport{tsg-2015-12,
  author = {{The Soufan Group}},
  title = {{Foreign Fighters: An Updated Assessment of the Flow of Foreign Fighters into Syria and Iraq}},
  institution = {The Soufan Group},
  year = {2015},
  month = dec,
  url = {https://www.soufangroup.com/foreign-fighters/}
}
""")
    keys = [line for line in cli("caption", "totals", "--bibtex").out.splitlines() if line.startswith("@")]
    equal(len(keys), len(set(keys)))
    assert len(keys) > 10, keys
    two = [line for line in cli("caption", "fighters-all", "--bibtex", "--kind", "bars", "--series", "fighters.estimate@tsc-2017-10").out.splitlines()
           if line.startswith("@")]
    equal(two, ["@techreport{tsc-2017-10,"])


def test_validate():
    package = str(SOURCE.parent / "data/datasets/tsg-2015-12.json")
    contains(cli("validate", package).out, "no faults")
    data = json.loads(pathlib.Path(package).read_text())
    data["resources"][0]["data"][3]["value"] = "many"
    data["resources"][0]["data"][5]["as_of"] = "2015-02-30"
    pathlib.Path("faulty.json").write_text(json.dumps(data))
    run = cli("validate", "faulty.json", status=1)
    contains(run.out, "faulty.json: /resources/0/data/3/value: ")
    contains(run.out, "faulty.json: /resources/0/data/5/as_of: ")
    equal(len(run.out.splitlines()), 2)
    pathlib.Path("broken.json").write_text('{"a": [1,\n 2,}')
    contains(cli("validate", "broken.json", status=1).out, "broken.json: Line 2, column 4: ")
    contains(cli("validate", "missing.json", status=1).out, "missing.json: ")
    pathlib.Path("page.md").write_text("<!-- a page -->\n# Title\n")
    contains(cli("validate", "page.md", status=1).out, "page.md: This file begins like an SVG but is none")
    pathlib.Path("counts.csv").write_text("country,people\nChad,3\n")
    contains(cli("validate", "counts.csv", status=1).out, "counts.csv: This is neither JSON nor SVG, PNG or PDF, from which data and figures are read. Line 1, ")
    both = cli("validate", package, "faulty.json", status=1).out.splitlines()
    equal(len(both), 3)


def test_faults_leave_a_figure():
    pathlib.Path("own.json").write_text(json.dumps([{"country": "Chad", "people": 3}, {"country": "Mali", "people": "?"}, {"country": "Niger", "people": 7}]))
    run = cli("export", "own.json", "-o", "own.svg")
    contains(run.err, "own.json: /1/people: ")
    contains(pathlib.Path("own.svg").read_text(), "Niger")


def test_help():
    contains(cli("--help").out, "Usage: contingent-cli COMMAND")
    for command in ("datasets", "table", "export", "describe", "caption", "validate", "gallery"):
        contains(cli("--help").out, f"  {command} ")
        assert re.match(f"Usage: contingent-cli {command} [^ \n]", cli(command, "--help").out), command
        contains(cli(command, "-h").out, f"Usage: contingent-cli {command}")
    page = (SOURCE.parent / "data/contingent-cli.1").read_text().replace("\\-", "-")
    for command in ("table", "export", "caption", "datasets"):
        for word in cli(command, "--help").out.split():
            option = word.rstrip("=,").split("=")[0]
            if option.startswith("--"):
                contains(page, option)


def test_help_shows_utf8_in_the_c_locale():
    equal(cli("export", "--help", env={"LC_ALL": "C"}).out, cli("export", "--help").out)


def test_version():
    version = [line for line in (SOURCE.parent / "meson.build").read_text().splitlines() if "version: '" in line][0].split("'")[1]
    equal(cli("--version").out, f"contingent-cli {version}\n")


def test_usage():
    for arguments, word in [
        ([], "a command is missing"), (["exprt"], "exprt"), (["--colour"], "--colour"), (["export"], "needs a dataset"), (["export", "tsg-2015-12"], "-o"),
        (["export", "-o", "a.svg"], "needs a dataset or a file"), (["export", "tsg-2015-12", "-o", "a.gif"], "a.gif"), (["export", "tsg-2015-12", "-o", "a"], "--format"),
        (["export", "tsg-2015-12", "-o", "-"], "--format"), (["export", "tsg-2015-12", "-o", "a.svg", "--format", "gif"], "gif"),
        (["export", "tsg-2015-12", "-o", "a.pdf", "-o", "a.svg", "--format", "pdf"], "“a.svg” says another format than --format pdf"),
        (["export", "tsg-2015-12", "-o", "a.png", "--dpi", "10"], "--dpi"), (["export", "tsg-2015-12", "-o", "a.png", "--dpi", "3x"], "--dpi"),
        (["export", "tsg-2015-12", "-o", "a.svg", "--kind", "pie"], "the kinds are bars, grouped, stacked"), (["export", "tsg-2015-12", "-o", "a.svg", "--width", "89"], "89"),
        (["export", "tsg-2015-12", "-o", "a.svg", "--top", "some"], "some"), (["export", "tsg-2015-12", "-o", "a.svg", "--set", "axis.mx=3"], "axis.max"),
        (["export", "tsg-2015-12", "-o", "a.svg", "--set", "title"], "title"), (["export", "tsg-2015-12", "-o", "a.svg", "--asc", "--desc"], "--asc"),
        (["export", "tsg-2015-12", "more", "-o", "a.svg"], "more"), (["export", "tsg-2015-12", "-o", "a.svg", "--colour"], "--colour"),
        (["table"], "needs a dataset"), (["table", "tsg-2015-12", "--format", "xml"], "xml"), (["table", "tsg-2015-12", "--where", "region"], "region"),
        (["datasets", "all"], "all"), (["validate"], "needs"), (["describe"], "needs"), (["caption", "tsg-2015-12", "--set", "top=x"], "top"),
    ]:
        run = cli(*arguments, status=2)
        contains(run.err, word)
        equal(run.out, "")
        contains(run.err.splitlines()[0], "contingent-cli: ")
    equal(os.listdir("."), [])


def test_against_nothing():
    """A series to compare with is asked for, and nothing is compared: not a figure of the plain numbers without a word."""
    cli("export", "tsg-2015-12", "--derive", "ratio", "-o", "compared.svg")
    against = ["--against", "fighters.official"]
    for command, more in [("table", []), ("export", ["-o", "a.svg"]), ("describe", []), ("caption", [])]:
        for derive in ([], ["--derive", "rank"], ["--derive", "none"]):
            run = cli(command, "tsg-2015-12", *against, *derive, *more, status=2)
            contains(run.err, "--against needs --derive")
            equal(run.out, "")
        cli(command, "tsg-2015-12", *against, "--derive", "ratio", *more)
        cli(command, "compared.svg", *against, *more)
    cli("export", "tsg-2015-12", *against, "--set", "derive=difference", "-o", "a.svg")


def test_what_these_data_lack():
    """Other data may have it: the same fault in every command, and no wrong usage."""
    for options, word in [
        (["--sort", "colour"], "“colour”"), (["--where", "colour=red"], "“colour”"), (["--where", "region=mars"], "“mars”"),
        (["--where", "fighters.official=many"], "“many”"), (["--derive", "difference", "--against", "colour"], "“colour”"),
    ]:
        for command, more in [("table", []), ("export", ["-o", "a.svg"]), ("describe", []), ("caption", []), ("caption", ["--bibtex"])]:
            run = cli(command, "tsg-2015-12", *options, *more, status=1)
            contains(run.err, word)
            equal(run.out, "")
    equal(os.listdir("."), [])


def test_faults():
    contains(cli("export", "tsg-2015-13", "-o", "a.svg", status=1).err, "tsg-2015-12")
    contains(cli("export", "none.json", "-o", "a.svg", status=1).err, "none.json")
    contains(cli("export", "tsg-2015-12", "--series", "fighters.unofficial", "-o", "a.svg", status=1).err, "fighters.unofficial")
    contains(cli("describe", "./none", status=1).err, "./none")
    pathlib.Path("text.json").write_text("Tunisia 6000")
    contains(cli("table", "text.json", status=1).err, "text.json: This is neither JSON nor SVG, PNG or PDF")
    document = json.loads((SOURCE.parent / "data/figures/ranked-2015.contingent").read_text())
    document["figure"]["kind"] = "pie"
    pathlib.Path("pie.contingent").write_text(json.dumps(document))
    contains(cli("export", "pie.contingent", "-o", "a.svg", status=1).err, "pie.contingent: kind: there is no chart kind “pie”; the kinds are bars, ")
    contains(cli("describe", "pie.contingent", "--kind", "bars").out, "Bar chart")
    os.remove("pie.contingent")
    pathlib.Path("folder.json").mkdir()
    cli("table", "folder.json", status=1)
    equal(sorted(os.listdir(".")), ["folder.json", "text.json"])


def test_dataset_or_file():
    rows = [{"country": "Chad", "people": 3}, {"country": "Mali", "people": 4}]
    pathlib.Path("tsg-2015-12").write_text(json.dumps(rows))
    pathlib.Path("own").write_text(json.dumps(rows))
    equal(len(json.loads(cli("table", "tsg-2015-12", "--format", "json").out)), 65)
    equal(len(json.loads(cli("table", "./tsg-2015-12", "--format", "json").out)), 2)
    equal(len(json.loads(cli("table", "own", "--format", "json").out)), 2)


def test_closed_and_full_output():
    contains(cli("datasets", status=1, stdout=open("/dev/full", "wb"), stderr=subprocess.PIPE).err, "standard output")
    script = f'"{CLI}" datasets >&-; echo $?'
    run = subprocess.run(["sh", "-c", script], capture_output=True, text=True)
    equal(run.stdout, "1\n")
    contains(run.stderr, "contingent-cli: standard output could not be written")
    # A file written later must not take the place of the closed standard output.
    run = subprocess.run(["sh", "-c", f'"{CLI}" export tsg-2015-12 -o a.svg >&- 2>&-; echo $? >status'], capture_output=True, text=True)
    equal(pathlib.Path("status").read_text(), "0\n")
    equal(pathlib.Path("a.svg").read_bytes(), cli("export", "tsg-2015-12", "-o", "-", "--format", "svg").raw)


def test_broken_pipe():
    run = subprocess.run(["bash", "-c", f'"{CLI}" table fighters-all --doubtful --format json | head -c 1; echo " ${{PIPESTATUS[0]}}"'], capture_output=True, text=True)
    assert run.stdout.split()[1] in ("0", "141"), run.stdout
    equal(run.stderr, "")


def test_links_no_gtk():
    libraries = subprocess.run(["ldd", CLI], capture_output=True, text=True, check=True).stdout
    contains(libraries, "libcairo")
    for name in ("libgtk", "libadwaita", "libgdk", "libgraphene"):
        assert name not in libraries, libraries


main([test for name, test in list(globals().items()) if name.startswith("test_")])
