"""Cases that were measured, kept a line each, so that a series that was stopped goes on where it was.

A line holds who measured (digests of the program and its reference set), which part, and its cases; lines of
another program or set are not used. A line that was cut short by the stop is passed over.
"""
import hashlib
import json
import pathlib
import threading


def measured_by(program, reference):
    """One word for the program and the set it searches."""
    digest = hashlib.sha256(pathlib.Path(program).read_bytes())
    if reference:
        digest.update((pathlib.Path(reference) / "current").read_bytes())
    return digest.hexdigest()


class Kept:
    def __init__(self, path, measurer):
        self.path, self.measurer, self.lock, self.parts = path, measurer, threading.Lock(), {}
        for line in path.read_text(encoding="utf-8").splitlines(True) if path.exists() else ():
            if line.endswith("\n"):
                one = json.loads(line)
                if one["by"] == measurer:
                    self.parts[one["part"]] = one["cases"]

    def cases(self, part, measure, restore):
        """The cases of a part, measured unless they are kept; `restore` makes a case of its list of fields."""
        if part not in self.parts:
            found = list(measure())
            with self.lock, self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"by": self.measurer, "part": part, "cases": found}) + "\n")
            return found
        return [restore(fields) for fields in self.parts[part]]
