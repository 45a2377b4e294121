"""The programs that are compared, and what a run of one takes."""
import collections
import os
import shutil
import subprocess
import sys
import time

Run = collections.namedtuple("Run", "wall cpu peak")  # seconds, seconds of all cores, MB


def commands(kres, reference, fasta, work):
    """Name -> (command, whether it needs Debian's python3 first on the path)."""
    ours = [kres, "analyse", "--reference", reference, fasta, "--threads"]
    return {
        "kres, 1 thread": (ours + ["1"], False),
        "kres, 2 threads": (ours + ["2"], False),
        "ResFinder": (["run_resfinder.py", "-ifa", fasta, "-o", work / "resfinder", "-acq", "-l", "0.6",
                       "-t", "0.9", "-db_res", "/usr/share/resfinder/db"], True),
        "Kleborate": (["kleborate", "--resistance", "--assemblies", fasta, "-o", work / "kleborate.tsv"],
                      True),
    }


def run(command, debian=False):
    """A fresh process and its children; stops the benchmark if it fails (exit code 1 is a warning)."""
    environment = dict(os.environ, PATH="/usr/bin:/bin") if debian else None
    start = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[0]} gave exit code {process.returncode}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def in_turns(kres, reference, fasta, work, rounds):
    """Name -> runs. The slow programs run twice at most; a slow moment of the machine meets all."""
    runs = collections.defaultdict(list)
    for number in range(rounds):
        for name, (command, debian) in commands(kres, reference, fasta, work).items():
            if shutil.which(str(command[0])) and (number < 2 or name.startswith("kres")):
                runs[name].append(run(command, debian))
            shutil.rmtree(work / "resfinder", ignore_errors=True)
    return runs
