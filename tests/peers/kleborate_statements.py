"""Compares kres with Kleborate: quality, species, sequence type, genes and chromosomal targets.

Virulence, capsule and O-antigen columns are outside what both report.
"""
import collections
import re

from statements import NOTHING, Statement

GENE_COLUMNS = ["AGly_acquired", "Col_acquired", "Fcyn_acquired", "Flq_acquired", "Gly_acquired",
                "MLS_acquired", "Phe_acquired", "Rif_acquired", "Sul_acquired", "Tet_acquired",
                "Tgc_acquired", "Tmt_acquired", "Bla_acquired", "Bla_inhR_acquired",
                "Bla_ESBL_acquired", "Bla_ESBL_inhR_acquired", "Bla_Carb_acquired", "Bla_chr"]
TARGET_COLUMNS = {"Omp_mutations": ("ompK35", "ompK36"), "Col_mutations": ("mgrB", "pmrB"),
                  "Flq_mutations": ("gyrA", "parC")}
HIT_COLUMNS = ["truncated_resistance_hits", "spurious_resistance_hits", "SHV_mutations"]


def items(cell):
    return [] if cell in ("", "-") else cell.split(";")


def base_name(item):
    """Kleborate's name without its marks: ^ (protein), * (nucleotide), ? (coverage), .v1 (variant)."""
    return re.sub(r"\.v\d+$", "", re.sub(r"[*^?]+(-\d+%)?$|-\d+%$", "", item))


def figures(genome, row, result):
    """Pairs that must be equal as they are."""
    quality = result["quality"]
    mlst = result["mlst"][0] if result["mlst"] else {"st": "-", "alleles": {}}
    pairs = {"species": (row["species"], result["species"]["name"]),
             "contig_count": (row["contig_count"], quality["contigs"]),
             "N50": (row["N50"], quality["n50"]),
             "largest_contig": (row["largest_contig"], quality["longest"]),
             "total_size": (row["total_size"], quality["length"]),
             "ambiguous_bases": (row["ambiguous_bases"][:3].strip(),
                                 "yes" if quality["n_percent"] > 0 else "no"),
             "ST": (row["ST"], f"ST{mlst['st']}")}
    pairs.update({locus: (row[locus], mlst["alleles"].get(locus, NOTHING))
                  for locus in ("gapA", "infB", "mdh", "pgi", "phoE", "rpoB", "tonB")})
    differing = [Statement(genome, "kleborate", name, str(theirs), str(ours))
                 for name, (theirs, ours) in pairs.items() if str(theirs) != str(ours)]
    return len(pairs) - len(differing), differing


def gene_statements(genome, row, result, common_names):
    """Intact genes by a name both can be brought to, with how often each program finds them."""
    theirs, ours = collections.Counter(), collections.defaultdict(list)
    for column in GENE_COLUMNS:
        theirs.update(common_names.get(base_name(item), base_name(item)) for item in items(row[column]))
    for gene in result["determinants"]:
        if gene["kind"] == "gene" and gene["function"] == "intact":
            name = re.sub(r"^bla", "", gene["symbol"])
            ours[common_names.get(name, name)].append(gene)
    differing = []
    for name in sorted(theirs.keys() | ours.keys()):
        if theirs[name] != len(ours[name]):
            found = ", ".join(sorted(f"{gene['symbol']} {gene['allele_status']}"
                                     + (" intrinsic" if gene["intrinsic"] else "")
                                     for gene in ours[name]))
            differing.append(Statement(genome, "kleborate", name,
                                       f"{name} x{theirs[name]}" if theirs[name] else NOTHING,
                                       found or NOTHING))
    return len(theirs.keys() | ours.keys()) - len(differing), differing


def describe_target(target):
    words = [target["gene"], target["state"], target["detail"], *target["changes"]]
    return " ".join(word for word in words if word)


def target_statements(genome, row, result):
    """Kleborate prints findings only; a target it is silent about must be intact or wild type here."""
    mutations = {d["symbol"] for d in result["determinants"] if d["kind"] == "mutation"}
    agreeing, differing = 0, []
    for column, genes in TARGET_COLUMNS.items():
        for gene in genes:
            said = [item for item in items(row[column]) if item.lower().startswith(gene.lower())]
            found = [t for t in result["targets"] if t["gene"].lower() == gene.lower()]
            points = sorted(m for m in mutations if m.lower().startswith(gene.lower() + " "))
            # GyrA-83I is gyrA S83I.
            same_points = sorted(re.sub(r" [A-Z](\d)", r"-\1", m).lower() for m in points) == sorted(
                item.lower() for item in said)
            if same_points and (said or all(t["state"] in ("intact", "missense") for t in found)) and found:
                agreeing += 1
            else:
                differing.append(Statement(
                    genome, "kleborate", f"{column} {gene}", ";".join(said) or NOTHING,
                    "; ".join(points + [describe_target(t) for t in found]) or NOTHING))
    return agreeing, differing


def hit_statements(genome, row, result):
    """What Kleborate lists apart from its calls: always a row to explain."""
    broken = [d for d in result["determinants"] if d["kind"] == "gene" and d["function"] != "intact"]
    differing = []
    for column in HIT_COLUMNS:
        for item in sorted(set(items(row[column]))):
            stem = base_name(item).lower()
            ours = [f"{d['symbol']} {d['allele_status']} {d['function']} ({d['function_reason']})"
                    for d in broken if stem in (d["symbol"] + " " + d["nearest"]).lower()]
            differing.append(Statement(genome, "kleborate", f"{column} {item}", item,
                                       ", ".join(sorted(ours)) or NOTHING))
    return 0, differing
