"""What the checks share: the edge list, the project's files, the includes of a file."""
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]


def edges():
    """Folder -> folders it may include, in the order of cmake/Edges.cmake."""
    text = (ROOT / "cmake/Edges.cmake").read_text()
    found = {}
    for arguments in re.findall(r"^kres_edges\(([^)]*)\)", text, re.M):
        folder, *below = arguments.split()
        found[folder] = below
    return found


def files(*suffixes):
    """Files that are committed or would be, with one of the suffixes."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT,
                            capture_output=True, text=True, check=True).stdout.splitlines()
    return [ROOT / name for name in sorted(set(listed))
            if (not suffixes or name.endswith(suffixes)) and (ROOT / name).is_file()]


def includes(path):
    """(line number, "folder/file.h") of every include of the project's own headers."""
    for number, line in enumerate(path.read_text().splitlines(), 1):
        match = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
        if match:
            yield number, match.group(1)


def folder_of(name, folders):
    """The folder (a key of edges()) that "folder/file.h" lies in, or None."""
    parent = name.rsplit("/", 1)[0]
    return parent if parent in folders else None
