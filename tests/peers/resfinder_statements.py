"""Compares kres with ResFinder: locus by locus, then agent by agent."""
from statements import NOTHING, Statement, overlaps


def describe_hits(hits):
    return ", ".join(sorted({f"{hit['name']} {hit['identity']:g}/{hit['coverage']:g}" for hit in hits}))


def describe_determinant(determinant):
    words = [determinant["symbol"], determinant["allele_status"], determinant["function"]]
    if determinant["function_reason"]:
        words.append(f"({determinant['function_reason']})")
    return " ".join(words + (["intrinsic"] if determinant["intrinsic"] else []))


def describe_determinants(determinants):
    return ", ".join(sorted(map(describe_determinant, determinants))) or NOTHING


def agrees(hits, determinants):
    """Both name the same allele, exact, whole, and as acquired."""
    names = {hit["name"].lower() for hit in hits}
    return (len(names) == len(determinants) == 1
            and determinants[0]["symbol"].lower() in names
            and determinants[0]["allele_status"] == "exact" and hits[0]["identity"] == 100
            and determinants[0]["function"] == "intact" and not determinants[0]["intrinsic"])


def place(hit):
    return f"{hit['contig']}:{hit['start']}-{hit['end']}"


def locus_statements(genome, loci, result):
    """(number of agreeing loci, statements about the others)."""
    genes = [d for d in result["determinants"] if d["kind"] == "gene"]
    agreeing, differing, matched = 0, [], []
    for hits in loci:
        here = [d for d in genes if any(overlaps(hit, d) for hit in hits)]
        matched += here
        if agrees(hits, here):
            agreeing += 1
        else:
            differing.append(Statement(genome, "resfinder", place(hits[0]), describe_hits(hits),
                                       describe_determinants(here)))
    for determinant in genes:
        if determinant not in matched:
            differing.append(Statement(genome, "resfinder", place(determinant), NOTHING,
                                       describe_determinant(determinant)))
    return agreeing, differing


def agent_statements(genome, resistant, result, our_names):
    """ResFinder's "Resistant" against our NWT, over the agents that either of them names so."""
    predicted = {row["agent"]: row["prediction"] for row in result["phenotype"]}
    theirs = {our_names.get(agent, agent) for agent in resistant}
    ours = {agent for agent, prediction in predicted.items() if prediction == "NWT"}
    differing = [Statement(genome, "resfinder", agent, "Resistant" if agent in theirs else NOTHING,
                           predicted.get(agent, NOTHING)) for agent in sorted(theirs ^ ours)]
    return len(theirs & ours), differing
