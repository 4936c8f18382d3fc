# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving: a file is replaced as a whole or not at all, and nothing is left beside it."""

import os
import pathlib
import resource
import shutil
import signal
import stat
import subprocess
import tempfile
import time

from tap import CLI, Skip, cli, contains, equal, main

OLD = b"the old content\n"


def export(*arguments, **options):
    return cli("export", "tsg-2015-12", *arguments, **options)


def names(folder="."):
    return sorted(os.listdir(folder))


def test_replaces():
    pathlib.Path("a.svg").write_bytes(OLD * 100000)
    os.chmod("a.svg", 0o640)
    export("-o", "a.svg")
    assert pathlib.Path("a.svg").read_bytes().startswith(b"<?xml")
    equal(stat.S_IMODE(os.stat("a.svg").st_mode), 0o640)
    equal(names(), ["a.svg"])


def test_mode_of_a_new_file():
    old = os.umask(0o027)
    try:
        export("-o", "a.svg")
    finally:
        os.umask(old)
    equal(stat.S_IMODE(os.stat("a.svg").st_mode), 0o640)


def test_symbolic_link_stays():
    os.mkdir("real")
    pathlib.Path("real/a.svg").write_bytes(OLD)
    os.symlink("real/a.svg", "link.svg")
    export("-o", "link.svg")
    assert os.path.islink("link.svg")
    assert pathlib.Path("real/a.svg").read_bytes().startswith(b"<?xml")
    equal(names("real"), ["a.svg"])


def test_symbolic_link_to_nothing_yet():
    os.mkdir("real")
    os.symlink("real/a.svg", "link.svg")
    os.symlink("../link.svg", "real/second.svg")
    export("-o", "real/second.svg")
    assert os.path.islink("link.svg") and os.path.islink("real/second.svg")
    assert pathlib.Path("real/a.svg").read_bytes().startswith(b"<?xml")
    equal(names("real"), ["a.svg", "second.svg"])


def test_symbolic_links_in_a_circle():
    os.symlink("b.svg", "a.svg")
    os.symlink("a.svg", "b.svg")
    contains(export("-o", "a.svg", status=1).err, "a.svg” could not be written: Too many levels of symbolic links.")
    assert os.path.islink("a.svg") and os.path.islink("b.svg")
    equal(names(), ["a.svg", "b.svg"])


def test_hard_link_keeps_the_old_content():
    pathlib.Path("a.svg").write_bytes(OLD)
    os.link("a.svg", "other.svg")
    export("-o", "a.svg")
    equal(pathlib.Path("other.svg").read_bytes(), OLD)
    assert pathlib.Path("a.svg").read_bytes().startswith(b"<?xml")


def test_no_folder():
    run = export("-o", "none/a.svg", status=1)
    contains(run.err, "none/a.svg")
    contains(run.err, "There is no such folder.")
    equal(names(), [])


def test_a_folder_of_that_name():
    os.mkdir("a.svg")
    contains(export("-o", "a.svg", status=1).err, "There is a folder of that name.")
    equal(names("a.svg"), [])


def test_a_device_is_left_alone():
    os.mkfifo("a.svg")
    contains(export("-o", "a.svg", status=1).err, "is a device, not a file")
    assert stat.S_ISFIFO(os.stat("a.svg").st_mode)
    equal(names(), ["a.svg"])


def as_nobody():
    """Root may write everywhere, so the program runs as someone else; it must be where that one may read it."""
    if os.geteuid() != 0:
        return CLI, {}
    copy = shutil.copy(CLI, os.path.join(os.getcwd(), "cli"))
    os.chmod(os.getcwd(), 0o755)
    os.chmod(copy, 0o755)
    return copy, {"user": 65534, "group": 65534, "extra_groups": []}


def test_closed_folder():
    program, who = as_nobody()
    os.mkdir("closed")
    pathlib.Path("closed/a.svg").write_bytes(OLD)
    os.chmod("closed/a.svg", 0o666)
    os.chmod("closed", 0o555)
    run = subprocess.run([program, "export", "tsg-2015-12", "-o", "closed/a.svg"], capture_output=True, text=True, **who)
    os.chmod("closed", 0o755)
    equal(run.returncode, 1)
    contains(run.stderr, "You may not write there.")
    equal(pathlib.Path("closed/a.svg").read_bytes(), OLD)
    equal(names("closed"), ["a.svg"])


def test_read_only_file():
    program, who = as_nobody()
    os.mkdir("open")
    os.chmod("open", 0o777)
    pathlib.Path("open/a.svg").write_bytes(OLD)
    os.chmod("open/a.svg", 0o444)
    run = subprocess.run([program, "export", "tsg-2015-12", "-o", "open/a.svg"], capture_output=True, text=True, **who)
    equal(run.returncode, 1)
    contains(run.stderr, "is read-only")
    equal(pathlib.Path("open/a.svg").read_bytes(), OLD)
    equal(names("open"), ["a.svg"])


def limit_file_size():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))


def test_write_fails_half_way():
    for format in ("svg", "pdf", "png"):
        target = pathlib.Path("a." + format)
        target.write_bytes(OLD)
        run = subprocess.run([CLI, "export", "tsg-2015-12", "-o", target.name], capture_output=True, text=True, preexec_fn=limit_file_size, restore_signals=False)
        equal(run.returncode, 1)
        contains(run.stderr, f"“{os.path.realpath(target)}” could not be written")
        equal(target.read_bytes(), OLD)
    equal(names(), ["a.pdf", "a.png", "a.svg"])


def test_full_disk():
    """On a small file system of its own where one can be mounted, else where the limit of file size stands for it."""
    script = """
mount -t tmpfs -o size=64k tmpfs disk || exit 77
printf 'the old content\\n' >disk/a.png
"$CTG_CLI" export tsg-2015-12 -o disk/a.png 2>message
echo $? >status
cp disk/a.png kept
ls -A disk >names
"""
    os.mkdir("disk")
    run = subprocess.run(["unshare", "--mount", "--map-root-user", "sh", "-c", script], capture_output=True, text=True)
    if run.returncode != 0 and not os.path.exists("status"):
        print("# no file system could be mounted:", run.stderr.strip())
        os.rmdir("disk")
        test_write_fails_half_way()
        return
    equal(pathlib.Path("status").read_text(), "1\n")
    contains(pathlib.Path("message").read_text(), "The disk is full. Free some space or save to another folder.")
    equal(pathlib.Path("kept").read_bytes(), OLD)
    equal(pathlib.Path("names").read_text(), "a.png\n")


def test_file_systems_without_nameless_files():
    """Without /proc a file without a name cannot be given one; a hidden one stands in. Full disk and success are tried again that way."""
    script = """
mount -t tmpfs tmpfs /proc && mount -t tmpfs -o size=120k tmpfs disk || exit 77
printf 'the old content\n' >disk/a.png
"$CTG_CLI" export tsg-2015-12 -o disk/a.png 2>message
echo $? >status
cp disk/a.png kept
"$CTG_CLI" export tsg-2015-12 -o disk/a.svg 2>>message
echo $? >>status
ls -A disk >names
"""
    if "CTG_TEST_SANITIZED" in os.environ:
        raise Skip("the sanitizers cannot work without /proc")
    os.mkdir("disk")
    run = subprocess.run(["unshare", "--mount", "--map-root-user", "sh", "-c", script], capture_output=True, text=True)
    if run.returncode != 0 and not os.path.exists("status"):
        raise Skip("no file system could be mounted: " + run.stderr.strip())
    equal(pathlib.Path("status").read_text(), "1\n0\n")
    equal(pathlib.Path("kept").read_bytes(), OLD)
    equal(pathlib.Path("names").read_text(), "a.png\na.svg\n")


def bytes_under_way(pid):
    """How much a process has written to a file here that has no name, or a hidden one, yet."""
    here = os.path.realpath(".")
    for name in os.listdir(f"/proc/{pid}/fd"):
        try:
            link = os.readlink(f"/proc/{pid}/fd/{name}")
            if link.startswith(here) and (link.endswith(" (deleted)") or ".contingent-" in link):
                return os.stat(f"/proc/{pid}/fd/{name}").st_size
        except FileNotFoundError:
            pass
    return 0


def kill_while_saving(with_signal):
    """Ends the program at the worst moment, with part of the new file written."""
    pathlib.Path("a.png").write_bytes(OLD)
    deadline = time.monotonic() + 60
    process = subprocess.Popen([CLI, "export", "tsg-2015-12", "-o", "a.png", "--width", "190mm", "--dpi", "1200"], stderr=subprocess.PIPE)
    while process.poll() is None and bytes_under_way(process.pid) == 0 and time.monotonic() < deadline:
        pass
    assert process.poll() is None, "the program was done before it could be killed"
    process.send_signal(with_signal)
    process.communicate()
    equal(process.returncode, -with_signal)
    equal(pathlib.Path("a.png").read_bytes(), OLD)


def test_killed_while_saving():
    kill_while_saving(signal.SIGKILL)
    # Where the file system knows files without a name, as Linux's own do, nothing is left either.
    try:
        os.close(os.open(".", os.O_TMPFILE | os.O_WRONLY))
        equal(names(), ["a.png"])
    except OSError:
        print("# this file system keeps a hidden file")


def test_interrupted_while_saving():
    kill_while_saving(signal.SIGINT)


def test_several_outputs_stop_at_the_first_fault():
    run = export("-o", "a.svg", "-o", "none/b.svg", "-o", "c.svg", status=1)
    contains(run.err, "none/b.svg")
    equal(names(), ["a.svg"])


def test_replacing_what_is_read():
    """The figure may come from the very file that is written."""
    export("-o", "a.svg")
    first = pathlib.Path("a.svg").read_bytes()
    cli("export", "a.svg", "-o", "a.svg")
    equal(pathlib.Path("a.svg").read_bytes(), first)


main([test for name, test in list(globals().items()) if name.startswith("test_")])
