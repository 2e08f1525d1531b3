"""What stands in no commit stands nowhere else."""

from exempelbank.git.committed import uncommitted
from tests.git.builders import git

FILES = ("a.md", "mapp/b.md")


def test_all_of_it_where_there_is_no_repository(tmp_path):
    assert uncommitted(tmp_path, FILES) == FILES


def test_what_is_new_or_changed_since_the_last_commit(tmp_path):
    git(tmp_path, "init", "--quiet")
    project = tmp_path / "projekt"
    (project / "mapp").mkdir(parents=True)
    for name in FILES:
        (project / name).write_text("ett\ntvå\n", "utf-8")
    assert uncommitted(project, FILES) == FILES
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--no-gpg-sign", "--message", "x")

    (project / "a.md").write_bytes("ett\r\ntvå\r\n".encode())
    (project / "mapp/b.md").write_text("ett\n", "utf-8")
    (project / "c.md").write_text("", "utf-8")

    assert uncommitted(project, (*FILES, "c.md")) == ("mapp/b.md", "c.md")
