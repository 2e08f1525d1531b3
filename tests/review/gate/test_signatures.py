"""Commits signed by keys that the base lists: proof without a forge, and what is none."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from pydantic import ValidationError

from exempelbank.i18n import _
from exempelbank.problems import Severity
from exempelbank.review.gate.signatures import allowed_signers
from exempelbank.settings import Reviewer
from tests.builders import sample_settings
from tests.review.builders import run
from tests.review.gate.library import (
    ANNA,
    APPROVE,
    BO,
    BY_TWO,
    NEW,
    WAITING,
    a_library,
    absent,
    rehash,
    stale,
    wrong,
)

pytestmark = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="OpenSSH is not installed")

NO_FORGE = {"forge": "none", "commits": []}
REVIEWERS = "site_config/reviewers.yml"
APPROVED_BY = f"{NEW} review.approved_by"


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    """Private keys by name, each with its public one beside it."""
    folder = tmp_path_factory.mktemp("keys")
    for name in (ANNA, BO, "stranger"):
        make = ("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "x@y.example")
        subprocess.run([*make, "-f", str(folder / name)], check=True)
    return folder


def public(keys: Path, name: str) -> str:
    return (keys / f"{name}.pub").read_text("utf-8").strip()


def listed(branch, keys, *names, key=""):
    """The base lists the keys of these, or this one key."""
    with branch.at_the_base():
        for name in names:
            line = f"    keys: ['{key or public(keys, name)}']\n"
            branch.edit(REVIEWERS, f"  - id: {name}\n", f"  - id: {name}\n{line}")
    branch.git("rebase", "--quiet", "main")


def sign(branch, keys, name):
    """As `name` commits what has been done; with nothing done, an empty commit."""
    branch.git("add", "--all")
    branch.git(
        *("-c", "gpg.format=ssh", "-c", f"user.signingKey={keys / name}"),
        *("commit", "--quiet", "--allow-empty", "--gpg-sign", "--message", "x"),
    )


def approve(branch, keys, name=ANNA):
    assert run(branch.root, *APPROVE) == 0
    sign(branch, keys, name)


@pytest.fixture
def branch(tmp_path, keys):
    """Where Bo has signed what he mended."""
    branch = a_library(tmp_path)
    listed(branch, keys, ANNA, BO)
    branch.edit(WAITING, "Börja smått.", "Börja smått!")
    sign(branch, keys, BO)
    return branch


def test_two_signatures_are_two_pairs_of_eyes_without_any_forge(branch, keys):
    approve(branch, keys)
    found = branch.found(NO_FORGE)

    assert not found.errors, "\n".join(map(str, found))
    proof = _("a signature by a key in site_config/reviewers.yml")
    assert [problem.says for problem in found if problem.severity is Severity.NOTICE] == [
        _("{name} is confirmed by {proof}").format(name=name, proof=proof)
        for name in ("Bo Lind", "Anna Ek")
    ]


def test_on_a_laptop_a_signature_takes_the_place_of_the_warning(branch, keys):
    approve(branch, keys)

    assert branch.found(None).warnings == []


@pytest.mark.parametrize("signer", ["stranger", BO])
def test_an_approval_that_someone_else_has_signed_is_none(branch, keys, signer):
    approve(branch, keys, signer)

    assert wrong(branch, NO_FORGE) == {APPROVED_BY: absent("Anna Ek")}


def test_a_later_commit_of_the_reviewer_is_no_approval(branch, keys):
    approve(branch, keys, "stranger")
    sign(branch, keys, ANNA)

    assert wrong(branch, NO_FORGE) == {APPROVED_BY: absent("Anna Ek")}


def test_a_signed_commit_that_leaves_the_example_alone_is_no_part_in_it(tmp_path, keys):
    branch = a_library(tmp_path)
    listed(branch, keys, ANNA, BO)
    sign(branch, keys, BO)
    approve(branch, keys)

    assert wrong(branch, NO_FORGE) == {APPROVED_BY: absent("Bo Lind")}


def test_a_text_changed_after_the_signed_approval_needs_another(branch, keys):
    approve(branch, keys)
    branch.edit(NEW, "Börja smått!", "Köp nu.")
    rehash(branch, NEW)

    assert wrong(branch, NO_FORGE)[APPROVED_BY] == stale("Anna Ek")


def test_a_key_that_the_branch_brings_along_counts_for_nothing(tmp_path, keys):
    branch = a_library(tmp_path)
    for name in (ANNA, BO):
        line = f"    keys: ['{public(keys, 'stranger')}']\n"
        branch.edit(REVIEWERS, f"  - id: {name}\n", f"  - id: {name}\n{line}")
        sign(branch, keys, "stranger")
    approve(branch, keys, "stranger")

    assert wrong(branch, NO_FORGE) == {
        APPROVED_BY: absent("Anna Ek"),
        REVIEWERS: _(BY_TWO),
    }


def test_the_list_of_keys_is_changed_by_two_and_it_is_said(tmp_path, keys):
    branch = a_library(tmp_path)
    line = f"    keys: ['{public(keys, 'stranger')}']\n"
    branch.edit(REVIEWERS, f"  - id: {ANNA}\n", f"  - id: {ANNA}\n{line}")

    (problem,) = branch.found(branch.facts(author=BO, approved=(ANNA,))).errors
    assert (problem.says, problem.fix) == (
        _(BY_TWO),
        _("Make it a change of its own, which two listed reviewers approve."),
    )
    assert not branch.found(branch.facts(approved=(ANNA, BO))).errors


def test_a_key_beside_what_the_forge_confirms(branch, keys):
    """The handler by a key, and the second by a review."""
    branch.command(*APPROVE)

    assert not branch.found(branch.facts(approved=(ANNA,))).errors


def test_where_ssh_keygen_lacks_it_is_said_and_no_signature_counts(branch, keys, monkeypatch):
    approve(branch, keys)
    nothing = SimpleNamespace(which=lambda name: None)
    monkeypatch.setattr("exempelbank.review.gate.signatures.shutil", nothing)
    found = branch.found(NO_FORGE)

    assert [problem.location.label for problem in found.warnings] == ["keys"]
    assert {problem.says for problem in found.errors} == {absent("Anna Ek"), absent("Bo Lind")}


def test_a_key_that_two_share_or_that_rests_is_nobodys(keys):
    settings = sample_settings()
    anna, bo = (public(keys, name) for name in (ANNA, BO))

    def signers(**listed):
        reviewers = {
            id: reviewer.model_copy(update=listed.get(id.partition("-")[0], {}))
            for id, reviewer in settings.reviewers.items()
        }
        return allowed_signers(replace(settings, reviewers=reviewers)).split("\n")[:-1]

    bare = " ".join(anna.split()[:2])
    assert signers(anna={"keys": (anna,)}) == [f'anna-ek namespaces="git" {bare}']
    assert signers(anna={"keys": (anna,)}, bo={"keys": (f"{bare} hans",)}) == []
    assert signers(anna={"keys": (anna,), "active": False}) == []
    assert signers(anna={"keys": (anna, bo)}) == [
        f'anna-ek namespaces="git" {" ".join(key.split()[:2])}' for key in (anna, bo)
    ]


@pytest.mark.parametrize(
    "key",
    [
        "-----BEGIN OPENSSH PRIVATE KEY-----",
        "ssh-ed25519",
        "ssh-dss " + "A" * 60,
        'cert-authority ssh-ed25519 ' + "A" * 60,
        "ssh-ed25519 " + "A" * 60 + "\n* ssh-ed25519 " + "B" * 60,
        "",
    ],
)  # fmt: skip
def test_what_is_no_public_key_is_refused_in_the_list(key):
    with pytest.raises(ValidationError):
        Reviewer.model_validate({"id": "anna-ek", "name": "Anna Ek", "keys": [key]})


def test_a_signature_of_another_kind_starts_no_program(branch, keys, tmp_path_factory, monkeypatch):
    """A commit may bring along any signature; only ssh-keygen is ever run."""
    trap = tmp_path_factory.mktemp("trap")
    for program in ("gpg", "gpg2", "gpgsm"):
        (trap / program).write_text(f"#!/bin/sh\ntouch {trap}/sprung\n", "utf-8")
        (trap / program).chmod(0o755)
    monkeypatch.setenv("PATH", str(trap), prepend=":")
    header, _ssh, body = branch.git("cat-file", "commit", "HEAD").partition("gpgsig ")
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n"
    message = body.partition("-----END SSH SIGNATURE-----")[2].lstrip("\n ")
    (trap / "commit").write_text(f"{header}{signature}\n{message}\n", "utf-8")
    commit = branch.git("hash-object", "-t", "commit", "-w", str(trap / "commit"))
    branch.git("reset", "--quiet", "--soft", commit)
    approve(branch, keys)

    assert wrong(branch, NO_FORGE) == {APPROVED_BY: absent("Bo Lind")}
    assert not (trap / "sprung").exists()
