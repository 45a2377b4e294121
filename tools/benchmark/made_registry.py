"""A registry of many isolates, constructed and made by a seed; kept, so that it is made once.

kres itself makes a small registry of real genomes with signed answers; kres_bench_registry multiplies
its isolates with everything that hangs on them, and keeps the audit trail whole.
"""
import datetime
import gzip
import hashlib
import json
import lzma
import pathlib
import shutil
import subprocess
import time
import urllib.request

KLEBORATE = pathlib.Path("/usr/share/doc/kleborate/examples/data")
PEOPLE = {  # username -> role
    "bio": "bioengineer", "bio2": "bioengineer", "lege": "microbiologist", "leder": "administrator",
    "kval": "quality_manager", "rita": "referring"}
# agent and MICs in mg/L that the genomes take in turn
MICS = {"meropenem": (0.06, 16, 0.125, 4), "imipenem": (0.25, 16, 0.5, 2), "cefotaxime": (0.125, 64, 1, 32),
        "ciprofloxacin": (0.015, 8, 0.25, 0.5), "gentamicin": (0.5, 32, 1, 2)}
GRAM_POSITIVE = {"linezolid": (1, 16, 2, 8), "vancomycin": (1, 64, 2, 1), "gentamicin": (0.5, 32, 1, 2),
                 "ciprofloxacin": (0.25, 8, 0.5, 1), "teicoplanin": (0.5, 16, 1, 0.5)}
ORGANISMS = {"acinetobacter": "Acinetobacter baumannii", "enterococcus": "Enterococcus faecium",
             "escherichia": "Escherichia coli", "pseudomonas": "Pseudomonas aeruginosa",
             "salmonella": "Salmonella enterica", "staphylococcus": "Staphylococcus aureus"}


def password(username):
    return hashlib.sha256(b"made registry, " + username.encode()).hexdigest()[:20]


class Page:
    """A person logged in to a running server."""

    def __init__(self, address, username):
        self.address, self.username, self.cookie, self.csrf = address, username, "", ""
        self.csrf = self.ask("POST", "session", {"username": username, "password": password(username)})["csrf_token"]

    def ask(self, method, path, body=None, etag=None):
        headers = {"Cookie": self.cookie, "X-CSRF-Token": self.csrf, "Content-Type": "application/json"}
        if etag:
            headers["If-Match"] = etag
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.address}/api/v1/{path}", data, headers, method=method)
        with urllib.request.urlopen(request) as response:
            if response.headers.get("Set-Cookie"):
                self.cookie = response.headers["Set-Cookie"].split(";")[0]
            self.etag = response.headers.get("ETag")
            return json.loads(response.read() or b"null")


class Server:
    """kres serve on a free port, with its log beside the registry; ends with the block."""

    def __init__(self, kres, registry, reference):
        self.log = open(registry.parent / (registry.name + ".log"), "w")
        self.process = subprocess.Popen([kres, "serve", registry, "--port", "0", "--reference", reference],
                                        stdout=subprocess.PIPE, stderr=self.log, text=True)
        self.address = self.process.stdout.readline().strip().rstrip("/")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.log.close()


def genomes(shared):
    """File name, organism and bytes of each genome that the patterns have."""
    for path in sorted(KLEBORATE.glob("*.fna.xz")):
        yield path.name[:-3], "Klebsiella pneumoniae", lzma.open(path).read()
    for path in sorted((shared / "cases/genomes").glob("*.fna.gz")):
        yield path.name[:-3], ORGANISMS[path.name.split("_")[0]], gzip.open(path).read()


def write_referrals(folder, shared):
    folder.mkdir()
    day = datetime.date.today() - datetime.timedelta(days=6)
    referrals = ["laboratory\tsender_id\tsuspected_group\treceived\torganism\treason\tmaterial\tpatient\tage"
                 "\tgenome_file\tinfection_or_carriage"]
    values = ["isolate\torganism\tagent\tmethod\tsign\tvalue\tunit\tprovenance"]
    for number, (name, organism, text) in enumerate(genomes(shared)):
        (folder / name).write_bytes(text)
        sender = f"UNN-PATTERN-{number:02}"
        referrals.append(f"UNN\t{sender}\tCPO\t{day}\t{organism}\tConstructed, for a benchmark\tblood culture"
                         f"\tP-PATTERN-{number}\t60\t{name}\tinfection")
        mics = GRAM_POSITIVE if organism.split()[0] in ("Enterococcus", "Staphylococcus") else MICS
        for agent, mic in mics.items():
            values.append(f"{sender}\t{organism}\t{agent}\tbroth_microdilution\t=\t{mic[number % 4]}\tmg/L\tconstructed")
    (folder / "referral.tsv").write_text("\n".join(referrals) + "\n")
    (folder / "susceptibility.tsv").write_text("\n".join(values) + "\n")


def sign_answers(address):
    """One person drafts and validates, another approves."""
    first, second = Page(address, "bio"), Page(address, "lege")
    for item in first.ask("GET", "isolates?limit=100")["items"]:
        first.ask("GET", f"isolates/{item['accession']}")
        answer = first.ask("POST", f"isolates/{item['accession']}/answers", {"language": "nb"}, first.etag)["id"]
        first.ask("GET", f"answers/{answer}")
        first.ask("POST", f"answers/{answer}/validation", {"comment": ""}, first.etag)
        second.ask("GET", f"answers/{answer}")
        second.ask("POST", f"answers/{answer}/approval", {"comment": ""}, second.etag)


def make_patterns(kres, registry, reference, shared):
    def run(*words, **more):
        subprocess.run([kres, *words], check=True, stdout=subprocess.DEVNULL, **more)

    run("init", registry)
    for username, role in PEOPLE.items():
        place = ["--laboratory", "UNN"] if role == "referring" else []
        run("user", "add", username, "--name", f"Constructed {role}", "--role", role, *place, "--registry", registry,
            "--password-stdin", input=password(username), text=True)
    incoming = registry.parent / "incoming"
    shutil.rmtree(incoming, ignore_errors=True)
    write_referrals(incoming, shared)
    run("import", "referral", incoming, "--registry", registry, "--by", "bio2")
    shutil.rmtree(incoming)
    run("worker", "--registry", registry, "--reference", reference)
    with Server(kres, registry, reference) as server:
        sign_answers(server.address)


def make(kres, maker, folder, reference, shared, isolates, seed=1):
    """The registry, and the seconds it took to make it (0 if it was there)."""
    registry = folder / f"registry_{isolates}_{seed}"
    if (registry / "made").exists():
        return registry, 0
    shutil.rmtree(registry, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    start = time.perf_counter()
    make_patterns(kres, registry, reference, shared)
    subprocess.run([maker, registry, str(isolates), str(seed)], check=True)
    taken = time.perf_counter() - start
    (registry / "made").write_text("constructed by tools/bench\n")
    return registry, taken
