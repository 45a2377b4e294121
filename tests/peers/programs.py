"""Runs kres, ResFinder and Kleborate and reads what they say."""
import csv
import json
import os
import subprocess

from statements import overlaps, table

# ResFinder and Kleborate start children by the name python3 and need Debian's.
DEBIAN_PATH = dict(os.environ, PATH="/usr/bin:/bin")


def run(command, **options):
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, **options)
    if done.returncode not in (0, 1) or (done.returncode == 1 and not done.stdout):
        raise RuntimeError(f"{command[0]} gave exit code {done.returncode}:\n{done.stderr[-2000:]}")
    return done.stdout


def kres(program, fasta):
    return json.loads(run([program, "analyse", fasta]))


def resfinder(fasta, out):
    """Loci (hits on the same place together) and the agents called resistant; kept in `out`."""
    if not (out / "pheno_table.txt").exists():
        run(["run_resfinder.py", "-ifa", fasta, "-o", out, "-acq", "-l", "0.6", "-t", "0.9",
             "-db_res", "/usr/share/resfinder/db"], env=DEBIAN_PATH)
    loci = []
    with (out / "ResFinder_results_tab.txt").open() as file:
        for row in csv.DictReader(file, delimiter="\t"):
            start, end = map(int, row["Position in contig"].split(".."))
            hit = {"contig": row["Contig"].split()[0], "start": start, "end": end,
                   "name": row["Resistance gene"], "identity": float(row["Identity"]),
                   "coverage": round(float(row["Coverage"]), 2)}
            same = next((locus for locus in loci if overlaps(locus[0], hit)), None)
            if same is None:
                loci.append([hit])
            elif hit not in same:
                same.append(hit)
    return loci, resistant_agents(out / "pheno_table.txt")


def resistant_agents(path):
    rows = [line.rstrip("\n").split("\t") for line in path.open() if not line.startswith("#")]
    return sorted({row[0] for row in rows if len(row) > 2 and row[2] == "Resistant"})


def kleborate(fastas, out):
    """Genome -> its row of Kleborate's table; kept in `out`."""
    if not out.exists():
        unfinished = out.with_suffix(".part")
        run(["kleborate", "--resistance", "--assemblies", *fastas.values(), "-o", unfinished],
            env=DEBIAN_PATH)
        unfinished.rename(out)
    return {row["strain"]: row for row in table(out)}
