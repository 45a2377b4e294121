"""Where the native calls of kres differ from ResFinder's, and why, by rule."""
import programs
from statements import NOTHING, overlaps


def place(hit):
    return f"{hit['contig']}:{hit['start']}-{hit['end']}"


def piece_of(determinant, hit):
    return any(overlaps(hit, piece) for piece in determinant["pieces"]) or overlaps(hit, determinant)


def kin(determinant, hits):
    """One of the entries that ResFinder names is the nearest, or a tie, or of the same gene."""
    names = {hit["name"].lower() for hit in hits}
    own = {determinant[key].lower() for key in ("symbol", "nearest", "gene") if determinant[key]}
    return bool(names & (own | {tie.lower() for tie in determinant["ties"]}))


def reason(hits, determinant):
    """The code of the first rule that explains why both do not say the same of one place."""
    if determinant["intrinsic"]:
        return "intrinsic"
    if determinant["function"] == "broken":
        return "broken_gene"
    if determinant["function"] == "not_assessable":
        return "not_assessable"
    if determinant["allele_status"] == "exact_protein":
        return "exact_protein"
    if determinant["allele_status"] == "exact" and determinant["symbol"].lower() not in {h["name"].lower() for h in hits}:
        return "exact_entry"
    if determinant["allele_status"] in ("novel", "ambiguous", "partial"):
        return "no_allele_named" if kin(determinant, hits) else "nearest_differs"
    if len(hits) > 1:
        return "one_locus_one_call"
    return "unexplained"


def agrees(hits, determinants):
    names = {hit["name"].lower() for hit in hits}
    return (len(names) == len(determinants) == 1 and determinants[0]["symbol"].lower() in names
            and determinants[0]["allele_status"] == "exact" and determinants[0]["function"] == "intact"
            and not determinants[0]["intrinsic"] and hits[0]["identity"] == 100)


def lone_reason(determinant):
    """Why ResFinder says nothing where kres does."""
    if determinant.get("method") == "protein" or determinant["identity"] < 90:
        return "protein_identity"
    if determinant["intrinsic"]:
        return "intrinsic"
    if determinant["trace"] or determinant["coverage"] < 60:
        return "trace"
    if determinant["function"] == "broken":
        return "broken_gene"
    if len(determinant["pieces"]) > 1:
        return "joined_pieces"
    if not determinant["source"].startswith("resfinder:"):
        return "other_source"
    return "peer_overlap_rule"


def missing_reason(hits):
    """Why kres says nothing where ResFinder does."""
    if max(hit["coverage"] for hit in hits) < 60:
        return "piece_of_split_gene"
    return "unexplained"


def differences(genome, program, fasta, out):
    """Rows (genome, place, ResFinder's words, kres' words, reason)."""
    loci, _ = programs.resfinder(fasta, out)
    genes = [d for d in programs.kres(program, fasta)["determinants"] if d["kind"] == "gene"]
    rows, matched = [], []
    for hits in loci:
        here = [d for d in genes if any(piece_of(d, hit) for hit in hits)]
        matched += here
        if agrees(hits, here):
            continue
        words = ", ".join(sorted({hit["name"] for hit in hits}))
        if not here:
            rows.append((genome, place(hits[0]), words, NOTHING, missing_reason(hits)))
        for determinant in here:
            if agrees(hits, [determinant]):
                continue  # beside it stands another gene, of which it has a row of its own
            rows.append((genome, place(hits[0]), words, determinant["symbol"], reason(hits, determinant)))
    for determinant in genes:
        if determinant not in matched:
            rows.append((genome, place(determinant), NOTHING, determinant["symbol"], lone_reason(determinant)))
    return rows
