"""Real genomes, unpacked, and a folder of genomes made of them by a seed: mutated and fragmented."""
import gzip
import itertools
import lzma
import pathlib
import random

KLEBORATE = pathlib.Path("/usr/share/doc/kleborate/examples/data")
HS11286 = KLEBORATE / "Klebs_HS11286.fna.xz"
LARGEST = 7_000_000  # bytes of an assembly that is used
MUTATED = (0, 0.0001, 0.001, 0.01)      # share of bases
CONTIG = (None, 200_000, 50_000, 15_000)  # mean length; None leaves the contigs whole
TURN = bytes.maketrans(b"ACGT", b"TGCA")


def unpacked(path):
    open_file = {".xz": lzma.open, ".gz": gzip.open}.get(path.suffix, open)
    with open_file(path, "rb") as file:
        return file.read()


def sources(shared):
    """The four genomes of kleborate-examples, and those of the shared cases where they are."""
    found = sorted(KLEBORATE.glob("*.fna.xz")) + sorted((shared / "cases/genomes").glob("*.fna.gz"))
    return [text for text in map(unpacked, found) if len(text) <= LARGEST]


def contigs(text):
    return [b"".join(record.split(b"\n")[1:]).upper() for record in text.split(b">")[1:]]


def mutated(bases, share, chance):
    changed = bytearray(bases)
    for _ in range(int(len(bases) * share)):
        changed[chance.randrange(len(bases))] = chance.choice(b"ACGT")
    return bytes(changed)


def fragments(bases, mean, chance):
    while bases:
        length = len(bases) if mean is None else max(300, int(chance.expovariate(1 / mean)))
        piece, bases = bases[:length], bases[length:]
        yield piece if chance.random() < 0.5 else piece.translate(TURN)[::-1]


def write_folder(folder, count, shared, seed=1):
    """Writes `count` assemblies; every combination of genome, changes and contig length in turn."""
    folder.mkdir()
    chance = random.Random(seed)
    kinds = itertools.cycle(itertools.product(CONTIG, MUTATED, sources(shared)))
    for number, (mean, share, text) in enumerate(itertools.islice(kinds, count)):
        pieces = (piece for bases in contigs(text)
                  for piece in fragments(mutated(bases, share, chance), mean, chance))
        with open(folder / f"made_{number:03}.fna", "wb") as file:
            for i, piece in enumerate(pieces, 1):
                file.write(b">contig_%d\n%s\n" % (i, piece))
