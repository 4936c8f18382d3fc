# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `meson install` puts where, and whether each of these files does its work: file type, thumbnails, completion, manual."""

import configparser
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ["CTG_TEST_SRCDIR"], "cli"))
from tap import Skip, contains, equal, main  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = pathlib.Path(os.environ["CTG_TEST_BUILDDIR"]).parent
ID = "io.github.contingent.Contingent"
FIGURE = ROOT / "data/figures/arabic-2015.contingent"


def run(*command, status=0, env=None, **options):
    result = subprocess.run(command, capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL, env={**os.environ, **(env or {})}, **options)
    if result.returncode != status:
        raise AssertionError(f"{command}: exit status {result.returncode}\n{result.stdout}{result.stderr}")
    return result.stdout


def need(program):
    if shutil.which(program) is None:
        raise Skip(f"{program} is not installed")


def installed(staging=[]):
    """The installed tree up to the prefix, made when it is first asked for."""
    if not staging:
        folder = tempfile.mkdtemp(prefix="contingent-install.", dir=BUILD)
        run("meson", "install", "-C", str(BUILD), "--no-rebuild", "--quiet", "--destdir", folder)
        prefix = re.search(r'"name": "prefix", "value": "([^"]*)"', run("meson", "introspect", str(BUILD), "--buildoptions"))[1]
        staging += [pathlib.Path(folder), pathlib.Path(folder + prefix), prefix]
    return staging[1]


def prefix():
    installed()
    return installed.__defaults__[0][2]


def remove():
    shutil.rmtree(installed.__defaults__[0][0])


def languages():
    return [word for line in (ROOT / "po/LINGUAS").read_text().splitlines() if not line.startswith("#") for word in line.split()]


def test_exactly_these_files():
    wanted = []
    for line in (HERE / "files.txt").read_text().splitlines():
        if not line.startswith("#"):
            wanted += [line.replace("LANGUAGE", language) for language in languages()] if "LANGUAGE" in line else [line]
    staging = installed()
    found = sorted(str(path.relative_to(staging)) for path in staging.rglob("*") if not path.is_dir())
    equal(found, sorted(wanted))
    # Nothing beside the prefix.
    top = installed.__defaults__[0][0]
    equal([str(path) for path in top.rglob("*") if not path.is_dir() and staging not in path.parents], [])


def test_the_command_line_links_no_toolkit():
    linked = run("ldd", str(installed() / "bin/contingent-cli"))
    equal([word for word in ("libgtk", "libadwaita", "libgdk") if word in linked], [])
    contains(run("ldd", str(installed() / "bin/contingent")), "libgtk-4")


def entries(path):
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str
    parser.read(path, encoding="utf-8")
    return parser


def test_the_programs_named_are_there():
    share = installed() / "share"
    desktop = entries(share / "applications" / f"{ID}.desktop")["Desktop Entry"]
    assert (installed() / "bin" / desktop["Exec"].split()[0]).exists(), desktop["Exec"]
    assert (share / "icons/hicolor/scalable/apps" / (desktop["Icon"] + ".svg")).exists()
    equal(desktop["DBusActivatable"], "true")
    service = entries(share / "dbus-1/services" / f"{ID}.service")["D-BUS Service"]
    equal(service["Name"], ID)
    equal(service["Exec"], f"{prefix()}/bin/contingent --gapplication-service")
    thumbnailer = entries(share / "thumbnailers" / f"{ID}.thumbnailer")["Thumbnailer Entry"]
    equal(thumbnailer["Exec"].split()[0], f"{prefix()}/libexec/contingent-thumbnailer")
    for mime_type in thumbnailer["MimeType"].strip(";").split(";"):
        contains(desktop["MimeType"].split(";"), mime_type)
    equal(len(desktop["Actions"].strip(";").split(";")), sum(name.startswith("Desktop Action") for name in entries(share / "applications" / f"{ID}.desktop")))


def test_figures_are_told_by_name_and_by_content():
    need("update-mime-database")
    need("gio")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree("/usr/share/mime/packages", folder + "/mime/packages")
        shutil.copy(installed() / "share/mime/packages" / f"{ID}.xml", folder + "/mime/packages")
        run("update-mime-database", folder + "/mime")
        env = {"XDG_DATA_DIRS": folder, "XDG_DATA_HOME": folder + "/none"}
        for name, text, wanted in (("a.contingent", "{}", "application/vnd.contingent.figure+json"),
                                   ("b", FIGURE.read_text(), "application/vnd.contingent.figure+json"),
                                   ("c", '{\n  "contingent": 1,\n  "figure": {}\n}\n', "application/vnd.contingent.figure+json"),
                                   ("d.json", '{"other": 1}\n', "application/json")):
            path = pathlib.Path(folder, name)
            path.write_text(text)
            contains(run("gio", "info", "-a", "standard::content-type", str(path), env=env), f"standard::content-type: {wanted}\n")


def png_size(path):
    data = pathlib.Path(path).read_bytes()
    equal(data[:8], b"\x89PNG\r\n\x1a\n")
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def test_thumbnails():
    program = str(installed() / "libexec/contingent-thumbnailer")
    for side in (32, 128, 256, 512):
        # The name a file manager gives has no ending.
        run(program, FIGURE.as_uri(), "thumbnail", str(side))
        equal(max(png_size("thumbnail")), side)
    run(program, str(FIGURE), "thumbnail", "0", status=2)
    pathlib.Path("broken.contingent").write_text('{"contingent": 1, "figure": ')
    run(program, "broken.contingent", "none", "128", status=1)
    assert not os.path.exists("none")


def options_of(command):
    return set(re.findall(r"--[a-z]+", run(os.environ["CTG_CLI"], command, "--help")))


def commands():
    return re.findall(r"^  ([a-z]+) ", run(os.environ["CTG_CLI"], "--help"), re.MULTILINE)


def complete_in_bash(*words):
    script = (f'. "{installed()}/share/bash-completion/completions/contingent-cli"; compopt () {{ :; }}; '
              'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _contingent_cli; printf "%s\\n" "${COMPREPLY[@]}"')
    path = str(pathlib.Path(os.environ["CTG_CLI"]).parent) + ":" + os.environ["PATH"]
    return run("bash", "-c", script, "bash", "contingent-cli", *words, env={"PATH": path}).split()


def kinds():
    return re.findall(r"^KIND \((\w+)\)", (ROOT / "src/chart/ctg-kinds.def").read_text(), re.MULTILINE)


def test_bash_completes():
    equal([word for word in complete_in_bash("") if not word.startswith("-")], commands())
    for command in commands():
        equal({word.rstrip("=") for word in complete_in_bash(command, "--") if word != "--help"}, options_of(command) - {"--help"})
    equal(complete_in_bash("export", "--kind", "=", ""), kinds())
    equal(complete_in_bash("export", "--kind", "="), kinds())
    equal(complete_in_bash("export", "--format", "=", "p"), ["pdf", "png"])
    contains(complete_in_bash("table", "tsg"), "tsg-2015-12")
    equal(complete_in_bash("caption", "--bib"), ["--bibtex"])


def test_fish_completes():
    need("fish")
    script = installed() / "share/fish/vendor_completions.d/contingent-cli.fish"
    path = str(pathlib.Path(os.environ["CTG_CLI"]).parent) + ":" + os.environ["PATH"]

    def complete(line):
        said = run("fish", "--no-config", "-c", f'source {script}; complete -C "contingent-cli {line}"', env={"PATH": path})
        return [row.split("\t")[0] for row in said.splitlines()]

    equal(sorted(complete("")), sorted(commands()))
    for command in commands():
        equal({word.rstrip("=") for word in complete(command + " --")} - {"--help"}, options_of(command) - {"--help"})
    equal(sorted(word.removeprefix("--kind=") for word in complete("export --kind=")), sorted(kinds()))


def test_zsh_completes():
    need("zsh")
    script = installed() / "share/zsh/site-functions/_contingent-cli"
    run("zsh", "-n", str(script))
    text = script.read_text()
    for option in set().union(*map(options_of, commands())):
        contains(text, option)
    contains(text, " ".join(kinds()))
    equal(re.findall(r"^    '([a-z]+):", text, re.MULTILINE), commands())


def test_the_manual_names_every_option():
    text = (installed() / "share/man/man1/contingent-cli.1").read_text().replace("\\-", "-")
    for option in set().union(*map(options_of, commands())):
        contains(text, option)


def test_the_manual_is_sound():
    need("groff")
    for page in sorted((installed() / "share/man/man1").iterdir()):
        result = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z", str(page)], capture_output=True, text=True, timeout=60)
        equal(result.stderr, "")


if __name__ == "__main__":
    try:
        main([value for name, value in list(globals().items()) if name.startswith("test_")])
    finally:
        remove()
