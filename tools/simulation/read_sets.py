"""Simulated read sets, made once and kept: a genome at a depth, or two genomes mixed.

File names say what they are: NAME_simulated_DEPTHx_sSEED_R1.fastq.gz. The sets of one genome and seed
are the beginnings of a few larger sets in random order, so most lower depths are parts of higher ones.
Equal arguments give equal files.
"""
import collections
import contextlib
import os
import pathlib
import random
import shutil
import subprocess
import tempfile
import threading

import art
import nanopore

Pair = collections.namedtuple("Pair", "first second")
BASES = (20, 100)  # depths that ART is run for: it takes most of the time
LINES = 4          # of a FASTQ record


def pairs_at(genome, depth):
    return round(depth * art.effective_length(genome) / (2 * art.READ))


@contextlib.contextmanager
def unpacked(path):
    with subprocess.Popen(["igzip", "-dc", path], stdout=subprocess.PIPE, bufsize=1 << 20) as process:
        yield process.stdout
        process.stdout.close()


@contextlib.contextmanager
def packed(path, level=1):
    """A gzip file under construction; it appears only when it is whole."""
    unfinished = path.with_name(f".{os.getpid()}_{threading.get_ident()}_{path.name}")
    with open(unfinished, "wb") as file:
        with subprocess.Popen(["igzip", "-n", f"-{level}", "-c"], stdin=subprocess.PIPE, stdout=file) as process:
            yield process.stdin
            process.stdin.close()
    os.replace(unfinished, path)


class ReadSets:
    def __init__(self, folder, kept=False):
        """`kept`: what would be forgotten stays, for another series on the same genomes and seeds."""
        self.folder, self.kept = pathlib.Path(folder), kept
        self.folder.mkdir(parents=True, exist_ok=True)

    def files(self, name, depth, seed):
        stem = f"{name}_simulated_{depth:g}x_s{seed}"
        return Pair(*(self.folder / f"{stem}_R{mate}.fastq.gz" for mate in (1, 2)))

    def made(self, name, depth, seed, read_pairs):
        """The set of this name; two lists of records from read_pairs() if it is not there yet."""
        pair = self.files(name, depth, seed)
        if not all(path.exists() for path in pair):
            for path, records in zip(pair, read_pairs()):
                with packed(path) as file:
                    file.writelines(records)
        return pair

    def base(self, genome, depth, seed):
        """The large set that the others are taken from."""
        most = next((base for base in BASES if base >= depth), depth)
        return self.made(genome.name, most, seed, lambda: art.read_pairs(genome, most, seed))

    def at(self, genome, depth, seed=1):
        """Reads of one genome at a depth."""
        base, pair = self.base(genome, depth, seed), self.files(genome.name, depth, seed)
        lines = LINES * pairs_at(genome, depth)
        for source, path in zip(base, pair):
            if not path.exists():
                with unpacked(source) as whole, packed(path) as part:
                    subprocess.run(["head", "-n", str(lines)], stdin=whole, stdout=part, check=True)
        return pair

    def long_reads(self, genome, depth, seed=1):
        """One file of nanopore reads of a genome."""
        path = self.folder / f"{genome.name}_simulated_ont_{depth:g}x_s{seed}.fastq.gz"
        if not path.exists():
            with packed(path) as file:
                for record in nanopore.reads(genome, depth, seed):
                    file.write(record)
        return path

    def mixture(self, major, minor, percent, depth, seed=1):
        """Reads of two genomes, `percent` of the depth from the second one."""
        pair = self.files(f"{major.name}+{percent:g}pc_{minor.name}", depth, seed)
        if all(path.exists() for path in pair):
            return pair
        parts = [(self.base(genome, share, seed + offset), pairs_at(genome, share))
                 for genome, share, offset in ((major, depth * (1 - percent / 100), 0),
                                               (minor, depth * percent / 100, 1000))]
        for mate, path in enumerate(pair):
            with unpacked(parts[0][0][mate]) as one, unpacked(parts[1][0][mate]) as other:
                with packed(path) as file:
                    merge(one, parts[0][1], other, parts[1][1], random.Random(seed), file)
        return pair

    def forget_part(self, name, depth, seed):
        """Removes a set that is the beginning of a larger one; the larger ones stay."""
        if depth not in BASES:
            for path in self.files(name, depth, seed):
                path.unlink(missing_ok=True)

    def forget(self, name, seed):
        """Removes the sets of a genome and seed; they can be made again."""
        if self.kept:
            return
        for path in self.folder.glob(f"{name}_simulated_*_s{seed}_R?.fastq.gz"):
            path.unlink()


def merge(one, ones, other, others, chance, out):
    """Writes that many records of both in random order; each keeps its own order."""
    while ones + others:
        first = chance.random() * (ones + others) < ones
        source = one if first else other
        out.write(b"".join(source.readline() for _ in range(LINES)))
        ones, others = (ones - 1, others) if first else (ones, others - 1)


def temporary():
    """Sets that are gone afterwards."""
    folder = tempfile.mkdtemp(prefix="kres_reads_")
    return ReadSets(folder), lambda: shutil.rmtree(folder, ignore_errors=True)
