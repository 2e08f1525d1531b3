"""Compile the templates of pages ahead, as compileall does with modules: part of `make setup`."""

from __future__ import annotations

from pathlib import Path

from exempelbank.problems import Problems
from exempelbank.settings import load_settings
from exempelbank.site.rendering.environment import environment

PROJECT = Path(__file__).resolve().parent.parent


def main() -> None:
    settings = load_settings(PROJECT, Problems())
    if settings:  # what is wrong with them is told by the first build
        env = environment(settings)
        for name in env.list_templates(extensions=["html"]):
            if not name.startswith("report/"):  # the report has an environment of its own
                env.get_template(name)


if __name__ == "__main__":
    main()
