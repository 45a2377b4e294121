"""Runs ART: read pairs of a genome, 2 x 150 as a HiSeq 2500 makes them, in random order by a seed."""
import itertools
import pathlib
import random
import subprocess
import tempfile

READ, INSERT, SPREAD = 150, 400, 50  # bases
CONTIGS = 1000  # more than a genome has


def written(genome):
    """(name, bases) of what ART reads: a circle goes on past its end, so that reads cover the junction."""
    for name, bases in genome.contigs:
        more = bases[:INSERT] if genome.circles else b""
        if len(bases) > 2 * INSERT:  # shorter ones hold no whole insert
            yield name, bases + more


def contig_pairs(name, bases, depth, seed, work):
    """ART draws whole inserts only; the depth is scaled so that the middle of a contig has it."""
    (work / "contig.fna").write_bytes(b">%s\n%s\n" % (name.encode(), bases))
    scaled = depth * (len(bases) - INSERT) / len(bases)
    subprocess.run(["art_illumina", "-ss", "HS25", "-na", "-q", "-p", "-i", work / "contig.fna",
                    "-l", str(READ), "-f", f"{scaled:.6f}", "-m", str(INSERT), "-s", str(SPREAD),
                    "-rs", str(seed), "-o", work / "mate"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return [records(work / f"mate{mate}.fq") for mate in (1, 2)]


def records(path):
    """FASTQ records, four lines each."""
    with open(path, "rb") as file:
        return [b"".join(lines) for lines in itertools.zip_longest(*[file] * 4, fillvalue=b"")]


def pairs_of(parts, first_seed):
    """Two lists of FASTQ records of (name, bases, depth), mates at the same place."""
    mates = [], []
    with tempfile.TemporaryDirectory() as work:
        for number, (name, bases, depth) in enumerate(parts):
            # A seed each: contigs of one length would else be read alike.
            for mate, more in zip(mates, contig_pairs(name, bases, depth, first_seed + number, pathlib.Path(work))):
                mate += more
    return mates


def in_order(mates, order):
    return [[mate[number] for number in order] for mate in mates]


def read_pairs(genome, depth, seed):
    """Two lists of FASTQ records in random order, mates at the same place."""
    mates = pairs_of(((name, bases, depth) for name, bases in written(genome)), CONTIGS * seed)
    order = list(range(len(mates[0])))
    random.Random(seed).shuffle(order)
    return in_order(mates, order)


def effective_length(genome):
    """Bases that the depth is counted over."""
    return sum(len(bases) - INSERT for _, bases in written(genome))
