"""Runs kres on read sets and genomes; documents of genomes are kept for the run."""
import collections
import json
import os
import pathlib
import subprocess
import tempfile
import time

Taken = collections.namedtuple("Taken", "result wall cpu peak")  # document, seconds, seconds, MB


class Kres:
    def __init__(self, program, reference=None, nice=0):
        self.program = [str(pathlib.Path(program).resolve()), "analyse"]
        self.options = ["--reference", str(reference)] if reference else []
        self.nice = ["nice", "-n", str(nice)] if nice else []
        self.genomes = {}

    def taken(self, *arguments):
        """A run and what it took; a failing run raises RuntimeError with its words."""
        command = [*self.nice, *self.program, *self.options, *map(str, arguments)]
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as messages:
            start = time.perf_counter()
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=messages)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            wall = time.perf_counter() - start
            out.seek(0)
            messages.seek(0)
            if process.returncode not in (0, 1):
                raise RuntimeError(f"exit code {process.returncode}: {messages.read().decode(errors='replace')[-400:]}")
            return Taken(json.loads(out.read()), wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)

    def reads(self, *lanes, threads=1):
        """The document of one isolate's reads, pair by pair."""
        return self.taken("--threads", threads, *(word for pair in lanes for word in ("--reads", *pair))).result

    def long_reads(self, path, threads=1):
        """The document of nanopore reads."""
        return self.taken("--threads", threads, "--ont", path).result

    def genome(self, path):
        if path not in self.genomes:
            self.genomes[path] = self.taken(path).result
        return self.genomes[path]
