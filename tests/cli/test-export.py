# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""export: sizes, options, equal bytes from run to run, from the window's point of view and after opening what was exported."""

import json
import os
import pathlib
import re
import struct
import subprocess
import xml.etree.ElementTree

from tap import CLI, SOURCE, Skip, cli, contains, equal, main

SVG = "{http://www.w3.org/2000/svg}"


def read(name):
    return pathlib.Path(name).read_bytes()


def svg_texts(name):
    return ["".join(text.itertext()) for text in xml.etree.ElementTree.parse(name).iter(SVG + "text")]


def svg_size(name):
    root = xml.etree.ElementTree.parse(name).getroot()
    return root.get("width"), root.get("height")


def png_size(name):
    return struct.unpack(">II", read(name)[16:24])


def test_formats():
    cli("export", "tsg-2015-12", "-o", "a.svg", "-o", "a.pdf", "-o", "a.png")
    assert read("a.pdf").startswith(b"%PDF-")
    assert read("a.png").startswith(b"\x89PNG\r\n\x1a\n")
    equal(svg_size("a.svg")[0], "180mm")
    contains(svg_texts("a.svg"), "Tunisia")
    equal(sorted(os.listdir(".")), ["a.pdf", "a.png", "a.svg"])


def test_format_where_the_name_does_not_say():
    run = cli("export", "tsg-2015-12", "-o", "a.svg", "-o", "plain", "-o", "-", "--format", "pdf")
    assert read("a.svg").startswith(b"<?xml")
    assert run.raw.startswith(b"%PDF")
    equal(read("plain"), run.raw)


def test_ways_out():
    """A warning that a field mends says which."""
    contains(cli("export", "tsg-2015-12", "--kind", "choropleth", "-o", "a.svg").err, "  Show per million: --set per=million\n")
    assert "per=million" not in cli("export", "tsg-2015-12", "--kind", "choropleth", "--set", "per=million", "-o", "a.svg").err


def test_computed():
    """Options and settings say the same."""
    cli("export", "tsg-2015-12", "--series", "fighters.non-official", "--derive", "difference", "--against", "fighters.official", "-o", "a.svg")
    cli("export", "tsg-2015-12", "--series", "fighters.non-official", "--set", "derive=difference", "--set", "against=fighters.official", "-o", "b.svg")
    assert read("a.svg") == read("b.svg")
    contains(svg_texts("a.svg"), "People who travelled: Non-official − Official")
    contains(cli("describe", "tsg-2015-12", "--per", "million", "--kind", "bars").out, "Tunisia leads with 526.2 per million people")


def test_equal_bytes():
    for dataset in ("tsg-2015-12", "tsc-2017-10", "icsr-2013-12", "fighters-all", "totals"):
        cli("export", dataset, "-o", "a.svg", "-o", "a.pdf", "-o", "a.png", "--dpi", "100")
        cli("export", dataset, "-o", "b.png", "-o", "b.pdf", "-o", "b.svg", "--dpi", "100", env={"LC_ALL": "C", "TZ": "Asia/Tokyo"})
        for format in ("svg", "pdf", "png"):
            assert read("a." + format) == read("b." + format), (dataset, format)
            equal(cli("export", dataset, "-o", "-", "--format", format, "--dpi", "100").raw, read("a." + format))


def test_reopened():
    """What an exported file carries gives the same file again."""
    cli("export", "tsg-2015-12", "--kind", "dumbbell", "--top", "12", "--sort", "difference", "--width", "120mm", "--language", "de", "--where",
        "fighters.official=reported", "--title", "Ein Titel", "--set", "labels.missing=false", "-o", "a.svg", "-o", "a.pdf", "-o", "a.png")
    for carrier in ("svg", "png", "pdf"):
        cli("export", "a." + carrier, "-o", "b.svg", "-o", "b.pdf", "-o", "b.png")
        for format in ("svg", "png", "pdf"):
            assert read("a." + format) == read("b." + format), (carrier, format)
    equal(cli("describe", "a.png").out, cli("describe", "a.svg").out)
    equal(len(json.loads(cli("table", "a.pdf", "--format", "json").out)), 65)


def test_every_dataset():
    for entry in json.loads(cli("datasets", "--json").out):
        cli("export", entry["id"], "-o", "a.svg")
        xml.etree.ElementTree.parse("a.svg")
        cli("export", "a.svg", "-o", "b.svg")
        assert read("a.svg") == read("b.svg"), entry["id"]


def test_name_says_nothing():
    """A file is told by its content."""
    cli("export", "tsg-2015-12", "-o", "a.svg")
    os.rename("a.svg", "a.txt")
    cli("export", "a.txt", "-o", "b.svg")
    equal(read("a.txt"), read("b.svg"))


def test_size():
    cli("export", "tsg-2015-12", "--width", "89mm", "--height", "5in", "-o", "a.svg", "-o", "a.png", "--dpi", "600")
    equal(svg_size("a.svg"), ("89mm", "127mm"))
    width, height = png_size("a.png")
    assert abs(width - 89 / 25.4 * 600) <= 1 and height == 3000, (width, height)


def test_png_too_large():
    run = cli("export", "tsg-2015-12", "--width", "1000mm", "--dpi", "2400", "-o", "a.png", status=1)
    contains(run.err, "at most 20000 a side")
    equal(os.listdir("."), [])


def test_memory_of_a_large_png():
    """Under 100 MB at any allowed size: here 19685 × 9843 pixels, full of text."""
    if os.environ.get("CTG_TEST_SANITIZED"):
        raise Skip("the sanitizer's own memory would be counted")
    process = subprocess.Popen([CLI, "export", "tsg-2015-12", "--width", "500mm", "--height", "250mm", "--dpi", "1000", "--top", "40", "-o", "a.png"],
                               stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    equal(process.returncode, 0)
    equal(png_size("a.png"), (19685, 9843))
    assert usage.ru_maxrss < 100 * 1024, f"{usage.ru_maxrss} kB"


def test_series_and_kind():
    cli("export", "tsg-2015-12", "--kind", "bars", "--series", "fighters.non-official", "--top", "5", "--title", "", "-o", "a.svg")
    texts = svg_texts("a.svg")
    contains(texts, "7,000")
    assert "6,000" not in texts or texts.count("6,000") == 1, texts
    assert not any("Foreign fighters in Syria" in text for text in texts if not text.startswith("Source")), texts


def test_kind_alone():
    """A kind without series takes those of the figure that it can draw, or others; series that are given stand."""
    cli("export", "tsg-2015-12", "--kind", "dots", "-o", "a.svg")
    contains(cli("describe", "a.svg").out, "Shown: People who travelled. ")
    contains(cli("describe", "fighters-all", "--kind", "range").out, "Iraq")
    contains(cli("export", "tsg-2015-12", "--kind", "dots", "--series", "fighters.official,fighters.non-official", "-o", "b.svg", status=1).err,
             "dots cannot be drawn")
    contains(cli("export", "tsg-2015-12", "--kind", "timeline", "-o", "b.svg", status=1).err, "needs statements with dates")


def test_no_half_persons():
    """Where all numbers are whole, so are those of the axis; elsewhere they need not be."""
    for most, ticks in (("2", ["0", "1", "2"]), ("3", ["0", "1", "2", "3"]), ("7", ["0", "2", "4", "6"])):
        cli("export", "tsg-2015-12", "--kind", "bars", "--series", "fighters.official", "--where", f"fighters.official=<={most}", "-o", "a.svg")
        texts = svg_texts("a.svg")
        assert not [text for text in texts if re.fullmatch(r"[0-9]+\.[0-9]+", text)], texts
        equal([text for text in ticks if text not in texts], [])
    pathlib.Path("halves.json").write_text('[{"country": "Chad", "n": 1.5}, {"country": "Mali", "n": 1}]')
    cli("export", "halves.json", "-o", "a.svg")
    contains(svg_texts("a.svg"), "0.5")


def test_sort_by_name():
    cli("export", "tsg-2015-12", "--sort", "name", "--top", "3", "-o", "a.svg")
    names = [text for text in svg_texts("a.svg") if text in ("Afghanistan", "Albania", "Algeria", "Tunisia")]
    equal(names, ["Afghanistan", "Albania", "Algeria"])
    cli("export", "tsg-2015-12", "--set", "sort.by=name", "--top", "3", "-o", "b.svg")
    equal(svg_texts("b.svg"), svg_texts("a.svg"))


def test_top_note():
    cli("export", "tsg-2015-12", "--top", "20", "-o", "a.svg")
    contains(" ".join(svg_texts("a.svg")), "and 45 more (official total ")


def test_transparent():
    cli("export", "tsg-2015-12", "-o", "a.svg")
    cli("export", "tsg-2015-12", "--transparent", "-o", "b.svg")
    assert "background" in read("a.svg").decode() and read("a.svg") != read("b.svg")


def test_languages():
    cli("export", "tsg-2015-12", "--language", "de", "-o", "de.svg")
    contains(svg_texts("de.svg"), "Tunesien")
    contains(svg_texts("de.svg"), "6.000")
    cli("export", "tsg-2015-12", "--language", "ar", "-o", "ar.svg")
    contains(" ".join(svg_texts("ar.svg")), "تونس")


def test_utf8_title_in_the_c_locale():
    cli("export", "tsg-2015-12", "--title", "Côte d’Ivoire & <b>", "-o", "a.svg", env={"LC_ALL": "C"})
    contains(svg_texts("a.svg"), "Côte d’Ivoire & <b>")


def test_hostile_texts():
    rows = [{"country": "Ch\u0007ad ]]> <script>", "people \u0001": 3}, {"country": "Mali &amp;", "people \u0001": 4}]
    pathlib.Path("own.json").write_text(json.dumps(rows))
    cli("export", "own.json", "-o", "a.svg", "-o", "a.pdf", "-o", "a.png")
    xml.etree.ElementTree.parse("a.svg")
    for carrier in ("svg", "pdf", "png"):
        equal(cli("table", "a." + carrier, "--format", "json").out, cli("table", "own.json", "--format", "json").out)


def test_document():
    """The document inside an SVG, saved by itself, is a figure file."""
    cli("export", "tsc-2017-10", "--top", "8", "-o", "a.svg")
    metadata = xml.etree.ElementTree.parse("a.svg").getroot().find(SVG + "metadata")
    document = json.loads([element.text for element in metadata.iter() if (element.text or "").startswith("{")][0])
    equal(document["contingent"], 1)
    equal(document["dataset"]["id"], "tsc-2017-10")
    equal(document["figure"], {"kind": "stacked", "series": ["fighters.estimate", "returnees.estimate"], "top": 8})
    equal(len(document["dataset"]["sha256"]), 64)
    pathlib.Path("a.contingent").write_text(json.dumps(document))
    cli("export", "a.contingent", "-o", "b.svg")
    equal(read("a.svg"), read("b.svg"))
    contains(cli("validate", "a.contingent").out, "no faults")

    header, first, *_ = document["dataset"]["package"]["resources"][0]["data"]
    first[header.index("value")] = 3418
    pathlib.Path("changed.contingent").write_text(json.dumps(document))
    contains(cli("validate", "changed.contingent", status=1).out, "/dataset/sha256: The data do not match")
    contains(cli("export", "changed.contingent", "-o", "c.svg").err, "/dataset/sha256")

    document["contingent"] = 2
    pathlib.Path("newer.contingent").write_text(json.dumps(document))
    contains(cli("validate", "newer.contingent", status=1).out, "version 2")
    document["contingent"] = 1
    document["figure"]["axes"] = {}
    pathlib.Path("unknown.contingent").write_text(json.dumps(document))
    contains(cli("validate", "unknown.contingent", status=1).out, "figure.axes: there is no such field. The nearest are ")
    del document["dataset"]["package"]
    pathlib.Path("empty.contingent").write_text(json.dumps(document))
    contains(cli("validate", "empty.contingent", status=1).out, "holds no data")


def test_plain_pictures():
    pathlib.Path("a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    contains(cli("export", "a.svg", "-o", "b.svg", status=1).err, "a.svg: ")
    cli("export", "tsg-2015-12", "-o", "c.png", "--dpi", "50")
    pathlib.Path("short.png").write_bytes(read("c.png")[:2000])
    cli("export", "short.png", "-o", "b.svg", status=1)
    assert not pathlib.Path("b.svg").exists()


def test_pdf_date():
    cli("export", "tsg-2015-12", "-o", "a.pdf")
    assert b"/CreationDate (20151231" in read("a.pdf")
    cli("export", "tsg-2015-12", "-o", "b.pdf", env={"SOURCE_DATE_EPOCH": "1000000000"})
    assert b"/CreationDate (20010909" in read("b.pdf")


def test_plain_array():
    pathlib.Path("own.json").write_text(json.dumps([{"country": "Chad", "fighters": 30, "returned": 10}, {"country": "Mali", "fighters": 20, "returned": None}]))
    cli("export", "own.json", "-o", "a.svg")
    texts = svg_texts("a.svg")
    contains(texts, "Chad")
    contains(texts, "30")


main([test for name, test in list(globals().items()) if name.startswith("test_")])
