"""kres on a pair of read files beside what decompression alone takes, KMA and ResFinder's read mode.

KMA is run on ResFinder's genes, which is what the default set holds but for typing schemes, and on the
sequences of all releases; on the former also bound to one core, which is how its time was taken when the
promise was made.
"""
import collections
import pathlib
import shutil
import statistics
import subprocess

import programs

ROOT = pathlib.Path(__file__).resolve().parents[2]
GENOME, DEPTH = "HS11286", 100
FLOOR, OURS, PEER = "igzip -dc", "kres, 2 threads", "KMA"  # KMA as it runs if nobody names threads
ONE_CORE = f"{PEER}, one core"
ALL = "all releases"
MOST_FLOORS = 2    # wall time over that of inflating both files side by side, one core each
LEAST_RATIO = 8    # KMA's wall time over ours
MOST_MEMORY = 1000  # MB


def made_pair(folder):
    """Simulated reads, compressed by gzip as sequencers' software leaves them. They are made by another
    process: the peak memory of a program that is started here is at least that of this one."""
    done = subprocess.run([ROOT / "tools/simulate-reads", "--to", folder, "--depth", str(DEPTH), GENOME],
                          check=True, capture_output=True, text=True)
    simulated = [pathlib.Path(name) for name in done.stdout.split()]
    packed = [path.with_name("gzip_" + path.name) for path in simulated]
    for path, target in zip(simulated, packed):
        if not target.exists():
            unfinished = target.with_suffix(".part")
            subprocess.run(f"igzip -dc '{path}' | gzip -n > '{unfinished}'", shell=True, check=True)
            unfinished.rename(target)
    return packed


def kma_index(files, index):
    """All files in one index, as ResFinder makes it of its classes."""
    entries = index.with_suffix(".fsa")
    entries.write_bytes(b"\n".join(path.read_bytes() for path in files))
    subprocess.run(["kma", "index", "-i", entries, "-o", index], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return index


def released(releases):
    """Nucleotide sequences of all releases: genes, alleles of typing schemes, replicons."""
    for pattern in ("ncbi-amrfinderplus/*/AMR_CDS.fa", "pubmlst/**/*.tfa", "plasmidfinder/*.fasta"):
        yield from sorted(releases.glob(pattern))


def kma_commands(database, releases, pair, work):
    classes = sorted(database.glob("*.fsa"))

    def mapped(files, name):
        return ["kma", "-ipe", *pair, "-o", work / name, "-t_db", kma_index(files, work / f"{name}_index"), "-1t1"]
    resfinder = mapped(classes, "kma")
    yield PEER, (resfinder, False, 5)
    yield f"{PEER}, 2 threads", ([*resfinder, "-t", "2"], False, 3)
    yield ONE_CORE, (["taskset", "-c", "0", *resfinder], False, 3)
    more = list(released(releases))
    if more:
        yield f"{PEER}, {ALL}", (mapped([*classes, *more], "kma_all"), False, 3)


def commands(kres, references, releases, pair, work):
    """Name -> (command, whether it needs Debian's python3 first on the path, most rounds)."""
    database = pathlib.Path("/usr/share/resfinder/db")
    side_by_side = " & ".join(f"igzip -dc '{path}' > /dev/null" for path in pair)
    every = {FLOOR: (["sh", "-c", f"{side_by_side}; wait"], False, 99)}
    for set_name, reference in references.items():
        for threads in (1, 2):
            name = f"kres, {threads} thread{'s' * (threads > 1)}{', ' * bool(set_name)}{set_name}"
            every[name] = ([kres, "analyse", "--reference", reference, "--reads", *pair, "--threads", threads],
                           False, 99)
    if shutil.which("kma"):
        every |= kma_commands(database, releases, pair, work)
    if shutil.which("run_resfinder.py"):
        every["ResFinder"] = (["run_resfinder.py", "-ifq", *pair, "-o", work / "resfinder", "-acq", "-l", "0.6",
                               "-t", "0.9", "-db_res", database], True, 1)
    return every


def measured(every, rounds):
    runs = collections.defaultdict(list)
    for number in range(rounds):
        for name, (command, debian, most) in every.items():
            if number < most:
                runs[name].append(programs.run(command, debian))
    return runs


def compare(kres, references, releases, work, rounds):
    """Prints the table; returns broken promises. `references`: "" the default set, ALL if there is one;
    `releases`: the folder that ALL was made from."""
    if not all(map(shutil.which, ("art_illumina", "igzip"))):
        print("\nReads: art-nextgen-simulation-tools or isal is not installed")
        return
    pair = made_pair(ROOT / "build/simulated")
    size = sum(path.stat().st_size for path in pair) / 1e6
    print(f"\nReads of {GENOME}, {DEPTH}x, simulated, 2 x 150, two files of together {size:.0f} MB; at most {rounds} rounds")
    runs = measured(commands(kres, references, releases, pair, work), rounds)
    fastest = {name: min(run.wall for run in own) for name, own in runs.items()}
    print(f"{'program':<31}{'wall s':>9}{'fastest':>9}{'CPU s':>9}{'peak MB':>9}{'x floor':>9}{'CPU x':>9}"
          f"{'x kres':>9}")
    cpu = {name: statistics.median(run.cpu for run in own) for name, own in runs.items()}
    for name, own in runs.items():
        print(f"{name:<31}{statistics.median(run.wall for run in own):>9.2f}{fastest[name]:>9.2f}"
              f"{cpu[name]:>9.2f}{max(run.peak for run in own):>9.0f}"
              f"{fastest[name] / fastest[FLOOR]:>9.1f}{cpu[name] / cpu[FLOOR]:>9.1f}{fastest[name] / fastest[OURS]:>9.1f}")
    yield from broken(runs, fastest)


def peers_compared():
    """(peer, ours): which of KMA's rows a promise is about, and what it is held against."""
    return (ONE_CORE, OURS), (f"{PEER}, {ALL}", f"{OURS}, {ALL}")


def broken(runs, fastest):
    floors = fastest[OURS] / fastest[FLOOR]
    if floors > MOST_FLOORS:
        yield f"reads took {floors:.1f} times what inflating them takes, promised {MOST_FLOORS}"
    for peer, ours in peers_compared():
        if peer in fastest and ours in fastest:
            ratio = fastest[peer] / fastest[ours]
            print(f"{ours}: {ratio:.1f} times as fast as {peer}")
            if ratio < LEAST_RATIO:
                yield f"reads: {ours}: {ratio:.1f} times as fast as {peer}, promised {LEAST_RATIO}"
    peak = max(run.peak for run in runs[OURS])
    if peak > MOST_MEMORY:
        yield f"reads took {peak:.0f} MB, promised {MOST_MEMORY}"
