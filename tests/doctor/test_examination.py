"""What `exempelbank doctor` says of a project and of a computer, whole and broken."""

import shutil
import subprocess
from dataclasses import replace

import pytest
import yaml

from exempelbank.cli import main
from exempelbank.cli.checking import check_folder
from exempelbank.doctor import Situation, Standing, examine
from exempelbank.doctor.computer import TRIED, Computer, diagnoses_of_computer
from exempelbank.doctor.folders import diagnoses_of_folders, room
from exempelbank.doctor.git_state import GitState, diagnoses_of_git, look_at_git
from exempelbank.exceptions import ForgeError
from exempelbank.files.paths import CONFIG
from tests.builders import PROJECT

COMPUTER = Computer((3, 12, 1), "Linux", {"exempelbank": "1.0.0", "mkdocs": "1.6.1"}, "UTF-8", True)
GIT = GitState((2, 50, 0), True, True, True, has_remote=True, unsent=0)
IN_ORDER, BEFORE_LIVE, LOOK_OVER, MEND = Standing


def situation(root, **others):
    known = {"computer": COMPUTER, "git": GIT, "cache": root, "check": check_folder}
    return Situation(**{**known, **others})


def silent(root, problems):
    """A check that finds nothing, for tests of something else."""


def refuse():
    raise ForgeError("forge.example", "does not answer")


def as_told(diagnoses, standing):
    return "\n".join(str(one) for one in diagnoses if one.standing is standing)


def begin(folder):
    """The sample's settings and pages, with nothing in its library."""
    for part in (CONFIG, "content/pages", "content/focus_areas", "content/networks"):
        shutil.copytree(PROJECT / part, folder / part)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    return folder


@pytest.fixture(scope="module")
def of_the_sample(tmp_path_factory):
    root = begin(tmp_path_factory.mktemp("whole"))
    return [*examine(root, situation(root))]


@pytest.fixture(scope="module")
def of_the_broken(tmp_path_factory):
    root = begin(tmp_path_factory.mktemp("broken"))
    (root / CONFIG / "lock.yml").write_text("colours: {}\n")
    (root / CONFIG / "about.yml").write_text("roles: [\n")
    (root / "content/news").mkdir()
    (root / "content/news/trasig.md").write_text("inget\n")
    return [*examine(root, situation(root))]


def test_a_project_in_order_needs_no_mending(of_the_sample):
    assert as_told(of_the_sample, MEND) == ""
    assert as_told(of_the_sample, LOOK_OVER) == ""
    assert "Exempelbanken, https://exempelbanken.example/" in as_told(of_the_sample, IN_ORDER)


def test_what_is_left_of_the_sample_is_told_while_the_site_says_that_it_is_one(of_the_sample):
    left = as_told(of_the_sample, BEFORE_LIVE)

    assert "sample_data" in left
    assert "as_of" in left
    assert ".example" in left
    assert "content/pages" in left  # [to fill in]


def test_a_settings_file_that_nobody_reads_is_told_of_with_the_name_that_was_meant(of_the_broken):
    [found] = [one for one in of_the_broken if "lock.yml" in one.about]

    assert found.standing is LOOK_OVER
    assert "look.yml" in found.fix


def test_settings_that_cannot_be_read_are_one_finding_among_the_others(of_the_broken):
    assert f"{CONFIG}/about.yml" in as_told(of_the_broken, MEND)
    assert "git: 2.50.0" in as_told(of_the_broken, IN_ORDER)


def test_what_is_wrong_with_the_content_is_counted_and_check_tells_the_rest(of_the_broken):
    assert "trasig" not in as_told(of_the_broken, MEND)
    assert "exempelbank check" in as_told(of_the_broken, MEND)


def test_a_folder_that_is_no_project_is_looked_at_too(tmp_path):
    diagnoses = [*examine(tmp_path, situation(tmp_path))]

    assert CONFIG in as_told(diagnoses, MEND)
    assert "git: 2.50.0" in as_told(diagnoses, IN_ORDER)


@pytest.mark.parametrize(
    ("differs", "standing"),
    [
        ({"python": (3, 10, 2)}, LOOK_OVER),
        ({"encoding": "ISO-8859-1"}, LOOK_OVER),
        ({"knows_zones": False}, MEND),
        ({"packages": {"mkdocs": "1.5.0"}}, LOOK_OVER),
    ],
)
def test_a_computer_that_is_not_as_it_should_be_is_told_of(differs, standing, tmp_path):
    (tmp_path / "requirements.txt").write_text(
        "mkdocs==1.6.1 \\\n    --hash=sha256:00\ncolorama==0.4 ; sys_platform == 'win32'\n"
    )

    assert as_told(diagnoses_of_computer(COMPUTER, tmp_path), standing) == ""
    assert as_told(diagnoses_of_computer(replace(COMPUTER, **differs), tmp_path), standing)


def test_the_pythons_that_have_been_tried_are_those_of_the_workflow():
    workflow = yaml.safe_load((PROJECT / ".github/workflows/check.yml").read_text("utf-8"))
    pythons = workflow["jobs"]["other-systems"]["strategy"]["matrix"]["python"]

    assert [".".join(map(str, one)) for one in TRIED] == [pythons[0], pythons[-1]]


@pytest.mark.parametrize(
    ("state", "standing", "says"),
    [
        (GitState(), LOOK_OVER, "git"),
        (replace(GIT, version=(2, 30)), LOOK_OVER, "2.30"),
        (replace(GIT, has_email=False), LOOK_OVER, "user.email"),
        (replace(GIT, in_repository=False), LOOK_OVER, "git init"),
        (replace(GIT, in_repository=False, refused="dubious"), MEND, "dubious"),
        (replace(GIT, unsaved=3), LOOK_OVER, "git commit"),
        (replace(GIT, has_remote=False, unsent=None), LOOK_OVER, ""),
        (replace(GIT, unsent=2), LOOK_OVER, "git push"),
    ],
)
def test_what_git_lacks_is_told_with_what_to_do(state, standing, says):
    found = [one for one in diagnoses_of_git(state, PROJECT) if one.standing is not IN_ORDER]

    assert {one.standing for one in diagnoses_of_git(GIT, PROJECT)} == {IN_ORDER}
    assert [one.standing for one in found] == [standing]
    assert says in str(found[0])
    assert found[0].fix


def test_git_is_asked_for_what_is_not_saved(tmp_path):
    (tmp_path / "ny.txt").write_text("x")
    before = look_at_git(tmp_path)
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    after = look_at_git(tmp_path)

    assert (before.in_repository, before.refused) == (False, "")
    assert (after.in_repository, after.unsaved, after.has_remote) == (True, 1, False)


def test_a_folder_that_cannot_be_written_to_is_told_of(tmp_path, monkeypatch):
    def may_not(dir):
        raise PermissionError(13, "nej")

    assert as_told(diagnoses_of_folders(tmp_path, tmp_path / "a"), MEND) == ""
    monkeypatch.setattr("tempfile.TemporaryFile", may_not)

    assert str(tmp_path) in as_told(diagnoses_of_folders(tmp_path, tmp_path / "a"), MEND)


def test_a_full_disk_must_be_mended_and_a_small_one_looked_over():
    assert [room(megabytes).standing for megabytes in (50, 1_000, 50_000)] == [
        MEND,
        LOOK_OVER,
        IN_ORDER,
    ]


def test_nobody_is_asked_over_the_net_unless_it_is_said(tmp_path):
    shutil.copytree(PROJECT / CONFIG, tmp_path / CONFIG)
    (tmp_path / CONFIG / "forge.yml").write_text(
        "kind: forgejo\nurl: https://forge.example\nrepository: vi/banken\n"
    )
    alone = [*examine(tmp_path, situation(tmp_path, check=silent))]
    with_forge = [*examine(tmp_path, situation(tmp_path, check=silent, connect=refuse))]

    assert "does not answer" not in as_told(alone, MEND)
    assert "anna-ek" in as_told(alone, LOOK_OVER)  # has no account there
    assert "does not answer" in as_told(with_forge, MEND)


def test_the_command_ends_with_1_when_something_must_be_mended(tmp_path, capsys):
    assert main(["--project", str(tmp_path), "doctor"]) == 1
    page = capsys.readouterr().out

    assert "Måste lagas\n  site_config" in page
    assert "I ordning\n  Python" in page
