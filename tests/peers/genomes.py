"""The four complete K. pneumoniae genomes of Debian's kleborate-examples, unpacked."""
import lzma
import pathlib

SOURCE = pathlib.Path("/usr/share/doc/kleborate/examples/data")
NAMES = {"HS11286": "Klebs_HS11286", "Kp1084": "Klebs_Kp1084", "MGH78578": "MGH78578",
         "NTUH-K2044": "NTUH-K2044"}


def unpack(work):
    """Genome -> FASTA file under work; None if the package is not installed."""
    if not SOURCE.is_dir():
        return None
    unpacked = {}
    for genome, stem in NAMES.items():
        unpacked[genome] = work / f"{genome}.fna"
        if not unpacked[genome].exists():
            unpacked[genome].write_bytes(lzma.decompress((SOURCE / f"{stem}.fna.xz").read_bytes()))
    return unpacked
