"""The genomes that reads are simulated from: real ones, and the same with known changes."""
import collections
import gzip
import lzma
import os
import pathlib
import re

KLEBORATE = pathlib.Path("/usr/share/doc/kleborate/examples/data")
ROOT = pathlib.Path(__file__).resolve().parents[2]
TURN = bytes.maketrans(b"ACGT", b"TGCA")
# The bases around G2576 (E. coli numbering) of E. faecium 23S rRNA; G2576 stands between the two.
BEFORE_2576, AFTER_2576 = b"TTGGGCTGTTCGCCCATTAAAGCGGCACGC", b"AGCTGGGTTCAGAACGTCGTGAGACAGTTCGGTC"

OVERLAP = 400  # bases that neighbouring parts share; as long as an insert, so that depth stays even

# contigs: (name, bases) in upper case; circles: the contigs are replicons that close
Genome = collections.namedtuple("Genome", "name contigs circles", defaults=[True])


def shared():
    """The folder of cases beside the project, or None where it is absent."""
    places = [pathlib.Path(os.environ["KRES_SHARED"])] if "KRES_SHARED" in os.environ else []
    places += [ROOT.parent / "shared", ROOT.parents[1] / "shared"]
    return next((place for place in places if (place / "cases/genomes").is_dir()), None)


def read_fasta(path):
    open_file = {".xz": lzma.open, ".gz": gzip.open}.get(path.suffix, open)
    with open_file(path, "rb") as file:
        records = file.read().split(b">")[1:]
    lines = (record.split(b"\n") for record in records)
    return [(first.split()[0].decode(), b"".join(rest).upper()) for first, *rest in lines]


def all_genomes():
    """Short name -> file: four K. pneumoniae of kleborate-examples, and the shared cases if any."""
    found = {path.name.split(".")[0].removeprefix("Klebs_"): path for path in sorted(KLEBORATE.glob("*.fna.xz"))}
    beside = shared()
    for path in sorted((beside / "cases/genomes").glob("*.fna.gz")) if beside else []:
        found[path.name.split(".")[0].split("_", 2)[2]] = path
    return found


def genome(path, name=None):
    return Genome(name or path.name.split(".")[0], read_fasta(path))


def turned(bases):
    return bases.translate(TURN)[::-1]


def copies_of_2576(one):
    """(contig number, position, strand) of base 2576 in every 23S copy."""
    site = BEFORE_2576 + b"G" + AFTER_2576
    for number, (_, bases) in enumerate(one.contigs):
        for match in re.finditer(site, bases):
            yield number, match.start() + len(BEFORE_2576), "+"
        for match in re.finditer(turned(site), bases):
            yield number, match.start() + len(AFTER_2576), "-"


def with_g2576t(one, copies):
    """The genome with T at base 2576 of its first `copies` 23S copies."""
    places = list(copies_of_2576(one))[:copies]
    if len(places) < copies:
        raise ValueError(f"{one.name} has only {len(places)} copies of the 23S site")
    contigs = [(name, bytearray(bases)) for name, bases in one.contigs]
    for number, position, strand in places:
        contigs[number][1][position:position + 1] = b"T" if strand == "+" else b"A"
    return Genome(f"{one.name}_G2576T_{copies}", [(name, bytes(bases)) for name, bases in contigs])


def cut_out(one, places, beside):
    """Two genomes that are the whole together: the stretches around the places, and the rest."""
    rest, stretches = [], []
    for number, (name, bases) in enumerate(one.contigs):
        cuts = sorted(position for contig, position, _ in places if contig == number)
        starts = [0] + [at + beside for at in cuts]
        ends = [at - beside + OVERLAP for at in cuts] + [len(bases)]
        if cuts:  # a circle: its last part goes on into the first
            stretches += [(f"{name}_at_{at}", bases[at - beside:at + beside + OVERLAP]) for at in cuts]
            rest += [(f"{name}_{start}", bases[start:end]) for start, end in zip(starts[1:], ends[1:-1])]
            rest.append((f"{name}_{starts[-1]}", bases[starts[-1]:] + bases[:ends[0]]))
        else:
            rest.append((name, bases + bases[:OVERLAP]))
    return Genome(one.name + "_rest", rest, False), Genome(one.name + "_stretches", stretches, False)
