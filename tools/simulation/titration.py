"""Reads beside the finished genome: the same at 40x and above, nothing falsely absent below."""
import collections
import pathlib

import results
import sources

ACCEPTED = pathlib.Path(__file__).with_name("accepted.tsv")
OUTCOMES = ("typed", "unreported", "extra", "lost", "wrong")
FULL = 40  # x; from here on reads must say what the genome says
Case = collections.namedtuple("Case", "genome depth seed same differences")


def restored(fields):
    *before, differences = fields
    return Case(*before, [results.Difference(*one) for one in differences])


def accepted():
    """(genome, subject, name) -> reason: differences that were looked into and are right."""
    lines = [line.rstrip("\n").split("\t") for line in ACCEPTED.open(encoding="utf-8")
             if line.strip() and not line.startswith("#")]
    rows = [dict(zip(lines[0], cells)) for cells in lines[1:]]
    return {(row["genome"], row["subject"], row["name"]): row["reason"] for row in rows}


def case_of(name, depth, seed, result, truth):
    return Case(name, depth, seed, results.compared(result, truth), results.differences(result, truth))


def cases_of(kres, sets, name, path, depths, seed):
    """One case per depth of one genome and seed."""
    genome, truth = sources.genome(path, name), kres.genome(path)
    for depth in sorted(depths, reverse=True):
        yield case_of(name, depth, seed, kres.reads(sets.at(genome, depth, seed)), truth)
        sets.forget_part(name, depth, seed)


def unexplained(case, known):
    """Differences that break a promise at this depth."""
    for one in case.differences:
        if (case.genome, one.subject, one.name) in known:
            continue
        if case.depth >= FULL or one.outcome in ("lost", "wrong", "extra"):
            yield one


def words(case, one):
    return (f"{case.genome} {case.depth:g}x seed {case.seed}: {one.outcome}: {one.subject} {one.name}: "
            f"reads say '{one.reads}', the genome '{one.genome}'")


def table(cases):
    """One row per depth: how many things were compared, and what became of them."""
    rows = []
    for depth in sorted({case.depth for case in cases}, reverse=True):
        here = [case for case in cases if case.depth == depth]
        count = collections.Counter(one.outcome for case in here for one in case.differences)
        rows.append({"depth": depth, "samples": len(here), "same": sum(case.same for case in here),
                     **{outcome: count[outcome] for outcome in OUTCOMES},
                     "equal_samples": sum(not case.differences for case in here)})
    return rows


def figures(cases, known):
    full = [case for case in cases if case.depth >= FULL]
    below = [case for case in cases if case.depth < FULL]
    yield "reads_equal", sum(not any(unexplained(case, known)) for case in full), len(full), 1
    for key, outcome in (("reads_not_lost", "lost"), ("reads_not_wrong", "wrong"), ("reads_nothing_added", "extra")):
        bad = sum(one.outcome == outcome for case in below for one in unexplained(case, known))
        yield key, sum(case.same + len(case.differences) for case in below) - bad, \
            sum(case.same + len(case.differences) for case in below), 1


def faults(cases, known):
    return [words(case, one) for case in cases for one in unexplained(case, known)]
