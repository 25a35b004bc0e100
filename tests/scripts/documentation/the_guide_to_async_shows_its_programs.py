# Code in docs/async.md stands word for word in the program of its chapter, and text in what that prints.
from pathlib import Path

top = Path("../../..")
programs = sorted((top / "examples/async").glob("*.py"))
chapters = (top / "docs/async.md").read_text().split("\n## ")[1:]
print(len(programs), "programs,", len(chapters), "chapters")

for number, (chapter, program) in enumerate(zip(chapters, programs), start=1):
    sources = {"python": program.read_text(), "text": program.with_suffix(".out").read_text()}
    assert chapter.startswith(f"{number}. ") and program.name.startswith(f"{number:02}_")
    assert f"Program: [{program.name}](../examples/async/{program.name})" in chapter
    for piece in chapter.split("```")[1::2]:
        kind, shown = piece.split("\n", 1)  # neither kind: a picture
        if shown not in sources.get(kind, shown):
            print(f"not in {program.name}, as {kind}:\n{shown}")
