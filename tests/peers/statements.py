"""What two programs say about one subject of one genome."""
import collections

Statement = collections.namedtuple("Statement", "genome peer subject peer_says kres_says")
NOTHING = "nothing"


def share(start_a, end_a, start_b, end_b):
    """Overlap of two stretches (1-based, inclusive) as a share of the shorter one."""
    overlap = min(end_a, end_b) - max(start_a, start_b) + 1
    return max(overlap, 0) / (min(end_a - start_a, end_b - start_b) + 1)


def overlaps(a, b):
    return a["contig"] == b["contig"] and share(a["start"], a["end"], b["start"], b["end"]) > 0.5


def table(path):
    """Rows of a tab-separated file with a header as dicts; lines that start with # are comments."""
    lines = [line.rstrip("\n").split("\t") for line in path.open(encoding="utf-8")
             if line.strip() and not line.startswith("#")]
    return [dict(zip(lines[0], cells)) for cells in lines[1:]]
