"""Two strains in one sample: seen from 5 % on, and no gene of the minor one without its mark."""
import collections

import sources

DETECTION_FROM = 5  # per cent
# kind, major, minor; Kp1084 and NTUH-K2044 are both ST23
PAIRS = (("other_species", "HS11286", "EC590_mcr-1"), ("other_species", "E745_vanA", "USA300_TCH1516"),
         ("other_st", "Kp1084", "HS11286"), ("other_st", "MGH78578", "NTUH-K2044"),
         ("same_st", "NTUH-K2044", "Kp1084"), ("same_st", "Kp1084", "NTUH-K2044"))
Case = collections.namedtuple("Case", "kind major minor percent seed detected fraction unmarked mistaken")


def restored(fields):
    return Case(*fields)


def symbols(result):
    return {one["symbol"] for one in result["determinants"]}


def unmarked(result, major, minor):
    """Symbols that only the minor strain has and that stand there as if they were the isolate's."""
    only = symbols(minor) - symbols(major)
    return sorted({one["symbol"] for one in result["determinants"]
                   if one["symbol"] in only and not one.get("minor", False)})


def mistaken(result, major):
    """Symbols of the major strain that stand there as if they were the minor's only."""
    own = {one["symbol"] for one in result["determinants"] if not one.get("minor", False)}
    return sorted((symbols(result) - own) & symbols(major))


def case_of(kres, sets, pair, percent, depth, seed):
    kind, *names = pair
    paths = [sources.all_genomes()[name] for name in names]
    major, minor = (sources.genome(path, name) for path, name in zip(paths, names))
    lanes = sets.at(major, depth * (1 - percent / 100), seed), sets.at(minor, depth * percent / 100, seed + 1000)
    result, genomes = kres.reads(*lanes), [kres.genome(path) for path in paths]
    return Case(kind, *names, percent, seed, result["contamination"]["verdict"] != "pass",
                result["contamination"].get("minor_fraction", 0), unmarked(result, *genomes),
                mistaken(result, genomes[0]))


def table(cases):
    rows = []
    for kind, percent in sorted({(case.kind, case.percent) for case in cases}):
        here = [case for case in cases if (case.kind, case.percent) == (kind, percent)]
        rows.append({"kind": kind, "percent": percent, "samples": len(here),
                     "detected": sum(case.detected for case in here),
                     "clean": sum(not case.unmarked for case in here)})
    return rows


def figures(cases):
    mixed = [case for case in cases if case.percent >= DETECTION_FROM]
    yield "mixtures_detected", sum(case.detected for case in mixed), len(mixed), 0.95
    yield "mixtures_marked", sum(not case.unmarked for case in cases), len(cases), 1
    yield "mixtures_own", sum(not case.mistaken for case in cases), len(cases), 0.95


def faults(cases):
    for case in cases:
        what = f"{case.major} with {case.percent:g} % {case.minor} seed {case.seed}"
        if case.percent >= DETECTION_FROM and not case.detected:
            yield f"{what}: not seen"
        if case.mistaken:
            yield f"{what}: marked though the isolate's own: {', '.join(case.mistaken)}"
        if case.unmarked:
            yield f"{what}: without mark: {', '.join(case.unmarked)}"
