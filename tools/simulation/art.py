"""Runs ART: read pairs of a genome, 2 x 150 as a HiSeq 2500 makes them, in random order by a seed."""
import itertools
import pathlib
import random
import subprocess
import tempfile

READ, INSERT, SPREAD = 150, 400, 50  # bases


def write_circles(genome, path):
    """FASTA in which each replicon goes on past its end, so that reads cover the junction too."""
    with open(path, "wb") as file:
        for name, bases in genome.contigs:
            more = bases[:INSERT] if len(bases) > 2 * INSERT else b""
            file.write(b">%s\n%s\n" % (name.encode(), bases + more))


def records(path):
    """FASTQ records, four lines each."""
    with open(path, "rb") as file:
        return [b"".join(lines) for lines in itertools.zip_longest(*[file] * 4, fillvalue=b"")]


def read_pairs(genome, depth, seed):
    """Two lists of FASTQ records, mates at the same place."""
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        write_circles(genome, work / "genome.fna")
        subprocess.run(["art_illumina", "-ss", "HS25", "-na", "-q", "-p", "-i", work / "genome.fna",
                        "-l", str(READ), "-f", str(depth), "-m", str(INSERT), "-s", str(SPREAD),
                        "-rs", str(seed), "-o", work / "mate"], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        mates = [records(work / f"mate{mate}.fq") for mate in (1, 2)]
    order = list(range(len(mates[0])))
    random.Random(seed).shuffle(order)
    return [[mate[number] for number in order] for mate in mates]
