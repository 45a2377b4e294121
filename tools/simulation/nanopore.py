"""Simulates long reads like those of a nanopore sequencer: R10.4.1 pores, simplex, by a seed.

What it does: log-normal lengths, both strands, circular replicons; each read has an error rate of its own;
homopolymers lose bases (rarely gain one) the more often the longer they are; elsewhere substitutions, mostly
transitions, insertions and deletions; C is read as T more often in CC[AT]GG on the strand read, as basecallers do
where Dcm has methylated it; scores fit the error rate of the read and fall at most of its errors.

What it is not: a model fitted to a flow cell. There are no adapters, barcodes, chimeras, duplexes, low-complexity
artefacts or failed stretches, errors do not come in bursts, and the rates are round figures of published ones.
"""
import bisect
import math
import random
import re

import sources

SHORTEST, LONGEST, MEDIAN, SPREAD = 1_000, 50_000, 6_000, 0.8  # bases; SPREAD of the logarithm
ERRORS = 0.015  # a base, outside homopolymers, of the middle read
SUBSTITUTED, INSERTED = 0.5, 0.2  # of them; the rest are deletions
READ_SPREAD = 0.35  # of the logarithm of a read's error rate
# How often a run of so many equal bases is read too short; a quarter as often it is read too long.
SHORTENED = {3: 0.004, 4: 0.008, 5: 0.016, 6: 0.03, 7: 0.06, 8: 0.12, 9: 0.2, 10: 0.3}
LENGTHENED = 0.25
METHYLATED, MISREAD = re.compile(b"(?=CC[AT]GG)"), 0.08
RUNS = re.compile(b"A{3,}|C{3,}|G{3,}|T{3,}")
TRANSITION, OTHERS = dict(zip(b"ACGT", b"GTAC")), dict(zip(b"ACGT", (b"CT", b"AG", b"CT", b"AG")))


class Strand:
    """One strand of a replicon, as long again as the longest read if it is a circle, and where it is hard to read."""

    def __init__(self, bases, circle):
        self.length = len(bases)
        more = bases if circle else b""
        while circle and len(more) < LONGEST:
            more += bases
        self.bases = bases + more[:LONGEST]
        self.runs = [match.span() for match in RUNS.finditer(self.bases)]
        self.methylated = [match.start() + 1 for match in METHYLATED.finditer(self.bases)]

    def within(self, places, start, end):
        return places[bisect.bisect_left(places, start):bisect.bisect_left(places, end)]

    def runs_within(self, start, end):
        at = bisect.bisect_left(self.runs, (start, 0))
        while at < len(self.runs) and self.runs[at][1] <= end:
            yield self.runs[at]
            at += 1


class Nanopore:
    def __init__(self, seed, errors=ERRORS):
        self.chance, self.errors = random.Random(seed), errors
        self.noise = [self.chance.gauss(0, 3) for _ in range(1 << 16)]
        self.scores = {}

    def length(self, longest):
        drawn = self.chance.lognormvariate(math.log(MEDIAN), SPREAD)
        return int(min(max(drawn, SHORTEST), LONGEST, longest))

    def places(self, count, rate):
        """Places in a row of `count`, each taken with this chance."""
        at, scale = -1, math.log(1 - rate)
        while True:
            at += 1 + int(math.log(1 - self.chance.random()) / scale)
            if at >= count:
                return
            yield at

    def edits(self, strand, start, end, rate):
        """(place, bases that are lost, bases that stand there instead), each place once."""
        found = {}
        for at in self.places(end - start, rate):
            base, kind = strand.bases[start + at], self.chance.random()
            if kind < SUBSTITUTED:
                other = TRANSITION.get(base, base) if self.chance.random() < 0.6 else \
                    self.chance.choice(OTHERS.get(base, b"ACGT"))
                found[at] = (1, bytes([other]))
            elif kind < SUBSTITUTED + INSERTED:
                found[at] = (1, bytes([base, self.chance.choice(b"ACGT")]))
            else:
                found[at] = (1, b"")
        for at in strand.within(strand.methylated, start, end):
            if self.chance.random() < MISREAD * rate / ERRORS:
                found[at - start] = (1, b"T")
        for first, behind in strand.runs_within(start, end):
            drawn = self.chance.random() * ERRORS / rate
            shortened = SHORTENED[min(behind - first, 10)]
            if drawn < shortened:
                found[first - start] = (1 + (drawn < shortened / 5), b"")
            elif drawn < shortened * (1 + LENGTHENED):
                found[first - start] = (1, bytes([strand.bases[first]]) * 2)
        return sorted(found.items())

    def qualities(self, count, rate):
        middle = round(-10 * math.log10(rate)) + 3
        if middle not in self.scores:
            self.scores[middle] = bytes(33 + min(50, max(2, round(middle + one))) for one in self.noise)
        scores, at = self.scores[middle], self.chance.randrange(1 << 16)
        return bytearray((scores[at:] + scores * (1 + count // len(scores)))[:count])

    def read(self, strand, start, length):
        """(bases, scores)"""
        rate = min(0.2, self.errors * math.exp(self.chance.gauss(0, READ_SPREAD)))
        parts, errors, at, written = [], [], 0, 0
        for place, (lost, instead) in self.edits(strand, start, start + length, rate):
            if place < at:
                continue
            parts += [strand.bases[start + at:start + place], instead]
            written += place - at + len(instead)
            errors.append(written - 1)
            at = place + lost
        parts.append(strand.bases[start + at:start + max(at, length)])
        bases = b"".join(parts)
        scores = self.qualities(len(bases), rate)
        for error in errors:
            if 0 <= error < len(scores) and self.chance.random() < 0.8:
                scores[error] = 33 + 3 + int(self.chance.random() * 9)
        return bases, bytes(scores)


def reads(genome, depth, seed, errors=ERRORS):
    """FASTQ records in random order. Circular replicons as long as they are, others without reads over their ends."""
    machine = Nanopore(seed, errors)
    order = []
    for number, (_, bases) in enumerate(genome.contigs):
        wanted, made = depth * len(bases), 0
        while made < wanted:
            length = machine.length(len(bases))
            start = machine.chance.randrange(len(bases) if genome.circles else len(bases) - length + 1)
            order.append((number, machine.chance.randrange(2), start, length))
            made += length
    machine.chance.shuffle(order)
    strands = [[Strand(one, genome.circles) for one in (bases, sources.turned(bases))] for _, bases in genome.contigs]
    for number, (contig, strand, start, length) in enumerate(order):
        bases, scores = machine.read(strands[contig][strand], start, length)
        yield b"@%s_%d_simulated strand=%s start=%d\n%s\n+\n%s\n" % (
            genome.contigs[contig][0].encode(), number, b"+-"[strand:strand + 1], start, bases, scores)
