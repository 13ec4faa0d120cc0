"""What .ci/jupyter does to notebooks and kernel specifications.

    notebooks.py listen-locally KERNEL.json     makes the kernel listen on the loopback interface only
    notebooks.py tool-version MANIFEST TOOL     prints the version that a tool manifest names
    notebooks.py compare COMMITTED EXECUTED     ends with 1 and says where, when an output is not the committed one
"""
import json
import sys

# What the kernel adds of its own: the script by which its front end finds it, the packages of a cell, the extensions it loaded.
KERNEL_NOTES = ("dotnet-interactive-this-cell", "<strong>Installed Packages</strong>", "Loading extensions from ")


def text(value):
    return "".join(value) if isinstance(value, list) else value


def shown(output):
    """An output as it is compared: its kind, and its texts by MIME type; JSON is parsed, which the kernel stores as a text."""
    if output["output_type"] == "error":
        return "error", output["evalue"]
    if output["output_type"] == "stream":
        return output["name"], text(output["text"])
    data = {mime: text(value) for mime, value in output["data"].items()}
    return output["output_type"], {
        mime: json.loads(value) if mime.endswith("json") and isinstance(value, str) else value for mime, value in data.items()
    }


def is_note(output):
    data = output.get("data", {})
    return any(note in text(data.get(mime, "")) for note in KERNEL_NOTES for mime in ("text/html", "text/plain"))


def cells(path):
    with open(path, encoding="utf-8") as file:
        notebook = json.load(file)
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    return [[shown(output) for output in cell["outputs"] if not is_note(output)] for cell in code]


def compare(committed, executed):
    left, right = cells(committed), cells(executed)
    problems = [] if len(left) == len(right) else [f"{len(left)} code cells, {len(right)} executed"]
    for number, (expected, actual) in enumerate(zip(left, right), start=1):
        problems += [f"cell {number} failed: {value}" for kind, value in actual if kind == "error"]
        if expected != actual:
            problems.append(f"cell {number}: committed {str(expected)[:500]}\n  executed {str(actual)[:500]}")
    outputs = sum(map(len, left))
    print("\n".join(problems) or f"{executed}: {outputs} outputs as committed")
    return 1 if problems or outputs == 0 else 0


def listen_locally(kernel):
    with open(kernel, encoding="utf-8") as file:
        specification = json.load(file)
    specification["argv"].append("--http-local-only")
    with open(kernel, "w", encoding="utf-8") as file:
        json.dump(specification, file, indent=2)
    return 0


def tool_version(manifest, tool):
    with open(manifest, encoding="utf-8") as file:
        print(json.load(file)["tools"][tool]["version"])
    return 0


if __name__ == "__main__":
    ACTIONS = {("listen-locally", 1): listen_locally, ("tool-version", 2): tool_version, ("compare", 2): compare}
    ACTION = ACTIONS.get((sys.argv[1] if len(sys.argv) > 1 else "", len(sys.argv) - 2))
    sys.exit(ACTION(*sys.argv[2:]) if ACTION else __doc__)
