"""G2576T in k of the six 23S copies of E. faecium E745: found from one copy on, and k told."""
import collections

import sources

SYMBOL = "23S G2576T"
BESIDE = 1500  # bases of a stretch on both sides of the place
DETECTION_FROM, COPIES_FROM = 40, 60  # x
Case = collections.namedtuple("Case", "depth copies seed called told")


def restored(fields):
    return Case(*fields)


def read(result):
    """(whether the mutation is called, in how many copies)."""
    called = any(one["symbol"] == SYMBOL for one in result["determinants"])
    told = [place["mutant_copies"] for one in result["ribosomal"] for place in one["positions"]
            if place["symbol"] == SYMBOL]
    return called, told[0] if told else 0


def cases_of(kres, sets, genome, depths, copies, seed):
    """The stretches around the copies are sequenced anew for each k, the rest of the genome once."""
    places = list(sources.copies_of_2576(genome))
    rest, _ = sources.cut_out(genome, places, BESIDE)
    for k in copies:
        _, stretches = sources.cut_out(sources.with_g2576t(genome, k), places, BESIDE)
        for depth in depths:
            lanes = sets.at(rest, depth, seed), sets.at(stretches, depth, seed + 1000 * (k + 1))
            yield Case(depth, k, seed, *read(kres.reads(*lanes)))


def whole_genome_case(kres, sets, genome, depth, k, seed):
    mutant = sources.with_g2576t(genome, k)
    return Case(depth, k, seed, *read(kres.reads(sets.at(mutant, depth, seed))))


def table(cases):
    rows = []
    for depth, copies in sorted({(case.depth, case.copies) for case in cases}):
        here = [case for case in cases if (case.depth, case.copies) == (depth, copies)]
        rows.append({"depth": depth, "copies": copies, "samples": len(here),
                     "called": sum(case.called for case in here),
                     "right": sum(case.told == copies for case in here)})
    return rows


def figures(cases):
    """(key, count, total, least share)."""
    none = [case for case in cases if case.copies == 0]
    one = [case for case in cases if case.copies == 1 and case.depth >= DETECTION_FROM]
    told = [case for case in cases if case.depth >= COPIES_FROM]
    yield "ribosomal_no_call", sum(not case.called for case in none), len(none), 1
    yield "ribosomal_one_copy", sum(case.called for case in one), len(one), 0.95
    yield "ribosomal_copies", sum(case.told == case.copies for case in told), len(told), 0.90


def faults(cases):
    return [f"23S at {case.depth:g}x seed {case.seed}: {case.copies} of 6 copies are mutant, "
            f"{'called' if case.called else 'not called'}, {case.told} told"
            for case in cases if case.called != (case.copies > 0)
            or (case.depth >= COPIES_FROM and case.told != case.copies)]
