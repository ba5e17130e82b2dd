"""Write each file's SHA-256 into datapackage.json, by which damage is found later.

`python data/seal.py`, after a change to any table or drawing.
"""

import hashlib
import re
from pathlib import Path

HERE = Path(__file__).parent
# a resource's path, and the sum below it if there is one
FILE = re.compile(
    r'^(?P<indent> +)"path": "(?P<name>[^"/]+\.\w+)",\n(?: +"hash": "[^"]*",\n)?', re.M
)


def main() -> None:
    """Renew the sums, and leave everything else in its place."""
    listed = HERE / "datapackage.json"
    listed.write_text(FILE.sub(_sealed, listed.read_text(encoding="utf-8")), encoding="utf-8")


def _sealed(file: re.Match[str]) -> str:
    digest = hashlib.sha256((HERE / file["name"]).read_bytes()).hexdigest()
    indent, name = file["indent"], file["name"]
    return f'{indent}"path": "{name}",\n{indent}"hash": "sha256:{digest}",\n'


if __name__ == "__main__":
    main()
