"""Files written whole or not at all; and which one it was that could not be written."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from errno import EEXIST, EISDIR
from pathlib import Path

from exempelbank.exceptions import UnwritableFile


@contextmanager
def writing(path: Path | str) -> Iterator[None]:
    """Raises UnwritableFile where the system says that it can't be done."""
    try:
        yield
    except OSError as why:
        raise UnwritableFile(why.errno, why.strerror or str(why), str(path)) from None


def write_atomically(path: Path, text: str | bytes, mode: int = 0o644) -> None:
    """Whole or not at all, in the place of what may stand there. Raises UnwritableFile."""
    with temporary_beside(path, text, mode) as temporary, writing(path):
        temporary.replace(path)


def write_files(files: Mapping[Path, str | bytes]) -> None:
    """All of them or none. A link is followed, and what is no file, such as /dev/stdout, is written
    to as it is. Raises UnwritableFile.
    """
    with ExitStack() as stack:
        ready = {}
        for path, text in files.items():
            if path.is_dir():
                raise UnwritableFile(EISDIR, os.strerror(EISDIR), str(path))
            if path.is_symlink() or (path.exists() and not path.is_file()):
                with writing(path):
                    path.write_bytes(bytes_of(text))
            else:
                ready[path] = stack.enter_context(temporary_beside(path, text))
        for path, temporary in ready.items():
            with writing(path):
                temporary.replace(path)


def write_new_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """All of them or nothing, as `new_folder` has it. `files` are asked for one by one, and may
    raise. Raises UnwritableFile.
    """
    with new_folder(folder) as made:
        for name, raw in files:
            with writing(folder / name):
                (made / name).parent.mkdir(parents=True, exist_ok=True)
                (made / name).write_bytes(raw)


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """One to fill, which then becomes `folder`, that is not there yet or is empty; gone when
    anything is raised. Raises UnwritableFile.
    """
    with writing(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise FileExistsError(EEXIST, os.strerror(EEXIST))
        made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".", suffix=".tmp"))
    try:
        yield made
        with writing(folder):
            made.chmod(0o755)
            if folder.exists():
                folder.rmdir()  # fails where something has come since
            made.rename(folder)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


@contextmanager
def temporary_beside(path: Path, text: str | bytes, mode: int = 0o644) -> Iterator[Path]:
    """A file in the same folder, to be renamed; gone if it is not. Raises UnwritableFile."""
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    temporary = Path(name)
    try:
        with writing(path):
            with os.fdopen(handle, "wb") as file:
                file.write(bytes_of(text))
            temporary.chmod(mode)
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def bytes_of(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def digest(raw: bytes) -> str:
    """By which one sees later whether a file is still as it was."""
    return hashlib.sha256(raw).hexdigest()
