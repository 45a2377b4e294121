"""Reads as a library with amplification gives them: depth that varies along the genome and with GC, pairs that were copied.

A genome is cut into pieces that overlap by an insert, each read at a depth of its own: the logarithm wanders
along the genome (standard deviation SPREAD, a third of it gone every PIECE), and falls with AT. A share of
the pairs is another one again, base for base.
"""
import collections
import math
import random

import art
import results
import titration

PIECE = 5000    # bases
SPREAD = 0.35   # of the logarithm of the depth
KEPT = 0.67     # of its deviation, from piece to piece
GC_SLOPE = 4.0  # of the logarithm of the depth, for GC from 0 to 1
COPIED = 0.2    # of the pairs
DEPTH = 60      # x, in the middle
SEEDS = 1000    # apart from those of even sets
Case = collections.namedtuple("Case", "genome depth seed same differences verdict contamination")


def restored(fields):
    *before, differences, verdict, contamination = fields
    return Case(*before, [results.Difference(*one) for one in differences], verdict, contamination)


def gc_of(bases):
    return (bases.count(b"G") + bases.count(b"C")) / max(1, len(bases))


def pieces(genome, depth, chance):
    """(name, bases, depth) along the genome."""
    contigs = list(art.written(genome))
    whole = gc_of(b"".join(bases for _, bases in contigs))
    drift = chance.gauss(0, SPREAD)
    for name, bases in contigs:
        for start in range(0, max(1, len(bases) - art.INSERT), PIECE):
            piece = bases[start:start + PIECE + art.INSERT]
            if len(piece) > 2 * art.INSERT:
                yield f"{name}_{start}", piece, depth * math.exp(drift + GC_SLOPE * (gc_of(piece) - whole))
            drift = KEPT * drift + chance.gauss(0, SPREAD * math.sqrt(1 - KEPT ** 2))


def read_pairs(genome, depth, seed):
    chance = random.Random(seed)
    mates = art.pairs_of(pieces(genome, depth * (1 - COPIED), chance), SEEDS * art.CONTIGS * seed)
    order = list(range(len(mates[0])))
    order += chance.sample(order, round(len(order) * COPIED / (1 - COPIED)))
    chance.shuffle(order)
    return art.in_order(mates, order)


def case_of(kres, sets, name, genome, truth, seed):
    result = kres.reads(sets.made(f"{name}_uneven", DEPTH, seed, lambda: read_pairs(genome, DEPTH, seed)))
    case = titration.case_of(name, DEPTH, seed, result, truth)
    return Case(*case, result["quality"]["verdict"], result["contamination"]["verdict"])


def table(cases):
    return [{"genome": case.genome, "seed": case.seed, "same": case.same, "verdict": case.verdict,
             "contamination": case.contamination,
             **{outcome: sum(one.outcome == outcome for one in case.differences) for outcome in titration.OUTCOMES}}
            for case in cases]


def unexplained(case, known):
    return [one for one in case.differences if (case.genome, one.subject, one.name) not in known]


def figures(cases, known):
    yield "uneven_equal", sum(not unexplained(case, known) for case in cases), len(cases), 0.9
    bad = sum(one.outcome in ("lost", "wrong", "extra") for case in cases for one in unexplained(case, known))
    count = sum(case.same + len(case.differences) for case in cases)
    yield "uneven_nothing_wrong", count - bad, count, 1
    yield "uneven_pure", sum(case.contamination == "pass" for case in cases), len(cases), 1


def faults(cases, known):
    for case in cases:
        if case.contamination != "pass":
            yield f"{case.genome} of uneven depth, seed {case.seed}: called mixed: {case.contamination}"
        for one in unexplained(case, known):
            yield f"uneven: {titration.words(case, one)}"
