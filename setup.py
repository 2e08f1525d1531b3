"""Puts the guides of docs/ into the wheel; all else stands in pyproject.toml."""

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

GUIDES = Path("generator") / "exempelbank" / "guides"


class BuildWithGuides(build_py):
    def run(self) -> None:
        super().run()
        if self.editable_mode:  # they are read where they are written
            return
        for name in (GUIDES / "names.txt").read_text("utf-8").split():
            target = Path(self.build_lib) / "exempelbank" / "guides" / name
            self.mkpath(str(target.parent))
            self.copy_file(str(Path("docs") / name), str(target))


setup(cmdclass={"build_py": BuildWithGuides})
