"""The laboratory's pages and lists on a large registry, with fifty users at once, on both databases."""
import http.client
import json
import os
import pathlib
import random
import subprocess
import tempfile
import time
from urllib.parse import quote

import made_registry

HERE = pathlib.Path(__file__).resolve().parent
MOST_MS = 100        # 95th percentile of a list, a search, an isolate page
MOST_IMPORT = 10     # seconds for a sheet of 5,000 rows
ROWS = 5000
USERS = 50
PAUSE_MS = 1000      # mean time that a user looks at what came


def sample(page):
    """Accessions, senders' identifiers, strains, boxes and shipments to ask for, by a seed."""
    chance = random.Random(1)
    items = page.ask("GET", "isolates?limit=500")["items"]
    answered = page.ask("GET", "isolates?state=answered&limit=500")
    items += answered["items"]
    chance.shuffle(items)
    strains = page.ask("GET", "bank/strains?limit=200")["items"]
    boxes = [place["id"] for place in page.ask("GET", "bank/places")["items"] if place["kind"] == "box"]
    return {"accessions": [item["accession"] for item in items[:60]],
            "senders": [item["sender_id"] for item in items[:20]],
            "strains": [strain["number"] for strain in strains[:40]], "boxes": boxes[:20],
            "shipments": [box["id"] for box in page.ask("GET", "shipments")["items"][:20]],
            "cursor": quote(answered["next_cursor"])}


def pages(some):
    """Name -> paths of what people of the laboratory look at all day."""
    return {
        "work list": ["isolates"],
        "work list, deep": [f"isolates?cursor={some['cursor']}", f"isolates?state=answered&cursor={some['cursor']}"],
        "work list, by state": ["isolates?state=answered", "isolates?state=overdue", "isolates?state=ready"],
        "search by number": [f"isolates?q={quote(text)}" for text in some["accessions"][:10] + some["senders"][:10]],
        "search by laboratory": [f"isolates?q={quote(text)}" for text in ("UNN", "Tromsø", "Stavanger")],
        "search by species": [f"isolates?q={quote(text)}" for text in ("klebsiella", "Escherichia coli")],
        "search by gene": [f"isolates?q={quote(text)}" for text in ("blaKPC-2", "mcr-1", "vanA", "blaOXA-48")],
        "search by ST": [f"isolates?q={text}" for text in ("11", "258", "2741")],
        "search in vain": ["isolates?q=zzzz"],
        "isolate page": [f"isolates/{accession}" for accession in some["accessions"]],
        "interpretations": [f"isolates/{accession}/interpretations" for accession in some["accessions"]],
        "jobs": ["jobs"],
        "questions": ["queries", "queries?state=open"],
        "shipments": ["shipments"],
        "shipment": [f"shipments/{number}" for number in some["shipments"]],
        "turnaround": ["statistics/turnaround"],
        "catalogue": ["bank/strains", "bank/strains?availability=distributable"],
        "catalogue by gene": ["bank/strains?present=blaKPC-2", "bank/strains?present=carbapenemase"],
        "catalogue by MIC": ["bank/strains?agent=meropenem&mic_from=2&mic_to=32", "bank/strains?agent=meropenem&category=R"],
        "strain": [f"bank/strains/{number}" for number in some["strains"]],
        "box": [f"bank/places/{number}" for number in some["boxes"]],
        "bank places": ["bank/places"],
        "due in the bank": ["bank/due"],
        "turnaround report": ["statistics/turnaround-report"],
        "answers that would change": ["interpretation-changes"],
    }


def referring_pages(page):
    items = page.ask("GET", "referred-isolates")["items"]
    return {"referred isolates": ["referred-isolates"],
            "search in referred": ["referred-isolates?q=UNN-25", "referred-isolates?q=2026-"],
            "referred isolate": [f"referred-isolates/{item['accession']}" for item in items[:30]]}


# What fifty users do at once: name of pages -> how many of a hundred requests.
DAY = {"work list": 20, "work list, deep": 4, "work list, by state": 10, "search by number": 8,
       "search by laboratory": 2, "search by species": 2, "search by gene": 3, "search by ST": 2, "isolate page": 25,
       "interpretations": 5, "jobs": 2, "questions": 3, "shipments": 3, "shipment": 3, "catalogue": 2,
       "catalogue by gene": 1, "strain": 3, "box": 2}


# Pages that are kept until the next event (ADR 20).
KEPT = ("catalogue", "catalogue by gene", "catalogue by MIC", "due in the bank")


def alone(address, cookie, paths, most=40, seconds=2, before=lambda: None):
    """Milliseconds of one request after the other, sorted; before each, something that is not measured."""
    connection = http.client.HTTPConnection(address.split("//")[1])
    taken, end = [], time.monotonic() + seconds
    while len(taken) < 3 or (len(taken) < most and time.monotonic() < end):
        before()
        start = time.perf_counter()
        connection.request("GET", "/api/v1/" + paths[len(taken) % len(paths)], headers={"Cookie": cookie})
        response = connection.getresponse()
        body = response.read()
        taken.append(1000 * (time.perf_counter() - start))
        if response.status != 200:
            raise SystemExit(f"{paths[0]}: {response.status} {body[:200]!r}")
    return sorted(taken)


def percentile(taken, share):
    return taken[min(len(taken) - 1, int(share * len(taken)))]


def crowd(address, cookie, paths, seconds, pause=PAUSE_MS):
    """Requests a second, p50 and p95 in ms, failures of fifty users; infinite times if no request ended."""
    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as lines:
        lines.write("".join(f"{cookie}\t/api/v1/{path}\n" for path in paths))
        lines.flush()
        done = subprocess.run(["wrk", "--threads", "2", "--connections", str(USERS), "--duration", f"{seconds}s",
                               "--timeout", "30s", "--script", HERE / "load.lua", address, "--", lines.name,
                               str(pause)], capture_output=True, text=True, check=True)
    requests, duration, p50, p95, _, failed = map(int, done.stdout.splitlines()[-1].split())
    if not requests:
        return 0, float("inf"), float("inf"), failed
    return requests / (duration / 1e6), p50 / 1000, p95 / 1000, failed


def day_of(asked):
    """The mix of a day as paths, in an order by a seed."""
    chance = random.Random(2)
    paths = [chance.choice(asked[name]) for name, times in DAY.items() for _ in range(5 * times)]
    chance.shuffle(paths)
    return paths


def table(address, who, asked, seconds):
    """Prints a line for each kind of page; returns broken promises."""
    for name, paths in asked.items():
        taken = alone(address, who.cookie, paths)
        rate, p50, p95, failed = crowd(address, who.cookie, paths, seconds)
        mark = "" if p95 <= MOST_MS and not failed else f"  promised {MOST_MS}"
        print(f"{name:<28}{percentile(taken, .5):>8.1f}{percentile(taken, .95):>8.1f}{rate:>8.0f}{p50:>8.1f}{p95:>8.1f}{mark}",
              flush=True)
        if failed:
            yield f"{name}: {failed} requests of fifty users failed"
        elif p95 > MOST_MS:
            yield f"{name}: p95 of {p95:.0f} ms with {USERS} users, promised {MOST_MS}"


def after_events(address, who, asked):
    """Prints what pages cost that are kept, when something has just happened; returns broken promises."""
    for name in KEPT:
        taken = alone(address, who.cookie, asked[name], most=20, seconds=10,
                      before=lambda: made_registry.Page(address, who.username))  # a log-in is an event
        p95 = percentile(taken, .95)
        print(f"{name + ', after an event':<36}{percentile(taken, .5):>8.1f}{p95:>8.1f}", flush=True)
        if p95 > MOST_MS:
            yield f"{name}, after an event: p95 of {p95:.0f} ms, promised {MOST_MS}"


def write_sheet(file, seed):
    chance = random.Random(seed)
    lines = ["laboratory\tsender_id\tsuspected_group\treceived\torganism\treason\tmaterial\tpatient\tage\tinfection_or_carriage"]
    day = time.strftime("%Y-%m-%d", time.gmtime(time.time() - 86400))
    lines += [f"UNN\tSHEET-{seed}-{row:05}\tCPO\t{day}\tKlebsiella pneumoniae\tConstructed, for a benchmark\turine"
              f"\tS-{chance.randrange(4000)}\t{chance.randrange(100)}\tinfection" for row in range(ROWS)]
    file.write_text("\n".join(lines) + "\n")


def imported(kres, registry):
    """Seconds for a sheet of 5,000 rows."""
    with tempfile.TemporaryDirectory() as name:
        sheet = pathlib.Path(name) / "sheet.tsv"
        write_sheet(sheet, int(time.time()))
        start = time.perf_counter()
        subprocess.run([kres, "import", "referral", sheet, "--registry", registry], check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start


def measured(kres, registry, reference, what, seconds):
    """One database; prints its table, returns broken promises."""
    print(f"\n{what}, milliseconds at the server; load of the machine {os.getloadavg()[0]:.1f}")
    print(f"{'':<28}{'alone':>8}{'p95':>8}{'50 users':>8}{'p50':>8}{'p95':>8}")
    with made_registry.Server(kres, registry, reference) as server:
        inside, outside = (made_registry.Page(server.address, name) for name in ("bio", "rita"))
        asked = pages(sample(inside))
        yield from table(server.address, inside, asked, seconds)
        yield from table(server.address, outside, referring_pages(outside), seconds)
        yield from after_events(server.address, inside, asked)
        yield from table(server.address, inside, {"a day, all pages mixed": day_of(asked)}, 3 * seconds)
        rate, p50, p95, failed = crowd(server.address, inside.cookie, day_of(asked), 2 * seconds, pause=0)
        print(f"without pause between requests: {rate:.0f} requests a second, p50 {p50:.0f}, p95 {p95:.0f}")
        if failed or not rate:
            yield f"without pause {failed} requests failed, {rate:.0f} a second ended"
    taken = imported(kres, registry)
    print(f"a sheet of {ROWS} rows imported in {taken:.1f} s")
    if taken > MOST_IMPORT:
        yield f"a sheet of {ROWS} rows took {taken:.1f} s, promised {MOST_IMPORT}"


class Postgresql:
    """A server of its own beside the registries; ends with the block."""

    def __init__(self, folder):
        programs = max(pathlib.Path("/usr/lib/postgresql").iterdir()) / "bin"
        self.data, self.user = folder / "postgresql", (["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else [])
        self.sockets = tempfile.mkdtemp(prefix="kres_bench_")
        self.new = not (self.data / "PG_VERSION").exists()
        if self.new:
            self.data.mkdir(parents=True, exist_ok=True)
        if self.user:
            subprocess.run(["chown", "-R", "postgres", self.data, self.sockets], check=True)
        if self.new:
            self.run(programs / "initdb", "--pgdata", self.data, "--username", "kres", "--auth", "trust",
                     "--encoding", "UTF8", "--locale", "C")
        self.control = [programs / "pg_ctl", "--pgdata", self.data, "--wait", "--log", f"{self.sockets}/log"]
        self.run(*self.control, "--options", f"-c listen_addresses= -k {self.sockets} -c shared_buffers=512MB", "start")
        self.address = f"postgresql:///postgres?user=kres&host={self.sockets}"

    def run(self, *words):
        subprocess.run([*self.user, *words], check=True, stdout=subprocess.DEVNULL, cwd="/")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.run(*self.control, "--mode", "fast", "stop")
        subprocess.run(["rm", "-rf", self.sockets], check=True)


def migrated(kres, registry, server):
    """The same registry on PostgreSQL; seconds it took, 0 if it was there."""
    copy = registry.with_name(registry.name + "_postgresql")
    taken = 0
    if server.new:
        subprocess.run(["rm", "-rf", copy], check=True)
        start = time.perf_counter()
        subprocess.run([kres, "migrate-registry", "--from", registry, "--to", copy, "--database", server.address], check=True,
                       stdout=subprocess.DEVNULL)
        taken = time.perf_counter() - start
    settings = json.loads((copy / "config.json").read_text())
    settings["database"] = server.address
    (copy / "config.json").write_text(json.dumps(settings))
    return copy, taken


def compare(kres, maker, folder, reference, shared, isolates, seconds=5):
    """Both databases; returns broken promises."""
    registry, taken = made_registry.make(kres, maker, folder, reference, shared, isolates)
    if taken:
        print(f"{isolates} isolates made in {taken:.0f} s")
    yield from measured(kres, registry, reference, f"SQLite, {isolates} isolates", seconds)
    with Postgresql(folder) as server:
        copy, taken = migrated(kres, registry, server)
        if taken:
            print(f"\nkres migrate-registry took {taken:.0f} s")
        yield from measured(kres, copy, reference, f"PostgreSQL, {isolates} isolates", seconds)
