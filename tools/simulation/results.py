"""What a result of kres says, without contigs and positions, and where two results differ."""
import collections

Difference = collections.namedtuple("Difference", "subject name reads genome outcome")
CUT = ("contig_end", "split", "not_found", "low_depth")


def code(reason):
    return reason.split(":")[0]


def of_determinant(one):
    words = [one["symbol"], one["allele_status"], one["function"]]
    words += [f"({code(one['function_reason'])})"] if one["function_reason"] else []
    return " ".join(words + [word for word in ("intrinsic", "trace") if one[word]])


def of_target(one):
    words = [one["state"]] + ([f"({code(one['detail'])})"] if one["detail"] else [])
    return " ".join(words + sorted(one["changes"]))


def of_mlst(one):
    return " ".join([f"ST{one['st']}"] + [f"{locus}={call}" for locus, call in one["alleles"].items()])


def statements(result):
    """(subject, name) -> what is said; equal copies count once."""
    said = collections.defaultdict(set)
    said["species", "species"].add(f"{result['species']['name']} {result['species']['rank']}")
    for one in result["mlst"]:
        if one["for_species"]:
            said["mlst", one["scheme"]].add(of_mlst(one))
    for one in result["determinants"]:
        said["determinant", f"{one['gene']} {one['kind']}"].add(of_determinant(one))
    for one in result["targets"]:
        said["target", one["gene"]].add(of_target(one))
    for one in result["van_operons"]:
        said["van", one["type"]].add(one["verdict"])
    for one in result["phenotype"]:
        said["phenotype", one["agent"]].add(one["prediction"])
    return said


def family_of(result, name):
    """The critical family of a gene, empty if it is none."""
    return next((one["critical_family"] for one in result["determinants"]
                 if f"{one['gene']} {one['kind']}" == name), "")


def open_negatives(result):
    return {one["target"] for one in result["negatives"] if one["state"] != "absent_covered"}


def mlst_contradicts(reads, genome):
    """An exact allele that the genome does not have."""
    known = dict(word.split("=") for said in genome for word in said.split()[1:])
    calls = [word.split("=") for said in reads for word in said.split()[1:]]
    return any(call.isdigit() and call != known.get(locus) for locus, call in calls)


OPEN = ("not_assessable", "trace", "partial", "ambiguous")


def is_open(said):
    return any(word in said for word in OPEN) and "broken" not in said


def relatives(result, gene):
    """Open calls that may be the gene itself under the name of an entry beside it."""
    def same_family(other):
        return other.startswith(gene) or gene.startswith(other) or (len(gene) > 4 and other[:-1] == gene[:-1])
    return [one for one in result["determinants"] if one["function"] == "not_assessable" and same_family(one["gene"])]


def open_operons(result):
    return any(one["verdict"] == "NOT_ASSESSABLE" for one in result["van_operons"])


def left_open(result, name, family):
    """A gene without a call of its own whose target, near relative, operon or family is called open."""
    gene = name.split()[0]
    targets = [one for one in result["targets"] if one["gene"] == gene and one["state"] == "not_assessable"]
    if family == "van" and open_operons(result):  # an entry over several genes may stand as its genes
        return True
    return bool(relatives(result, gene) or targets) or family in open_negatives(result)


def of_missing(documents, name):
    family = family_of(documents[1], name)
    if left_open(documents[0], name, family):
        return "typed"
    return "lost" if family or documents[0]["quality"]["verdict"] == "pass" else "unreported"


def of_finding(name, reads, genome, documents):
    more = reads - genome
    if more and all(map(is_open, more)):
        return "typed"
    if not genome:
        return "extra"
    if genome <= reads:
        return "extra"
    return "wrong" if more else of_missing(documents, name)


def of_prediction(reads, genome):
    if "WT" in reads and genome & {"NWT", "uncertain"}:
        return "wrong"
    if "NWT" in reads and "NWT" not in genome:
        return "extra"
    return "typed"


def outcome_of(topic, reads, genome, documents):
    """wrong | lost | unreported | extra | typed: what a difference means for who reads the result."""
    subject, name = topic
    if subject == "species":
        return "typed" if any(said.split()[-1] != "species" for said in reads) else "wrong"
    if subject == "mlst":
        return "wrong" if mlst_contradicts(reads, genome) else "typed"
    if subject == "phenotype":
        return of_prediction(reads, genome)
    if subject == "target":
        return "typed" if any("not_assessable" in said for said in reads) or not genome or not reads else "wrong"
    if subject == "van":
        return "typed" if "NOT_ASSESSABLE" in reads or not reads else "wrong"
    return of_finding(name, reads, genome, documents)


def differences(reads, genome):
    """Sorted list; `reads` and `genome` of a difference are what only that one says."""
    documents = (reads, genome)
    one, other = statements(reads), statements(genome)
    found = []
    for topic in sorted(one.keys() | other.keys()):
        if one[topic] != other[topic]:
            outcome = outcome_of(topic, one[topic], other[topic], documents)
            found.append(Difference(*topic, ", ".join(sorted(one[topic] - other[topic])),
                                    ", ".join(sorted(other[topic] - one[topic])), outcome))
    return found


def compared(reads, genome):
    """Number of topics on which both say the same."""
    one, other = statements(reads), statements(genome)
    return sum(one[topic] == other[topic] for topic in one.keys() | other.keys())
