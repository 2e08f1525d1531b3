"""Which forge it is, where its API answers, and with what token."""

from __future__ import annotations

import pytest

from exempelbank.exceptions import ForgeDenied, ForgeError
from exempelbank.forge.address import TOKEN, ForgeAddress, find_address, find_token
from exempelbank.problems import Problems
from tests.review.builders import write

BANK = "forum-carpe/bank"
FILE = "kind: forgejo\nurl: https://kod.example\nrepository: forum-carpe/bank\n"


@pytest.mark.parametrize(
    ("kind", "url", "api"),
    [
        ("github", "https://github.com", "https://api.github.com"),
        ("github", "https://carpe.ghe.com", "https://api.carpe.ghe.com"),
        ("github", "https://kod.example", "https://kod.example/api/v3"),
        ("forgejo", "https://kod.example/git", "https://kod.example/git/api/v1"),
        ("gitea", "https://kod.example", "https://kod.example/api/v1"),
        ("gitlab", "https://gitlab.com", "https://gitlab.com/api/v4"),
    ],
)
def test_each_forge_has_its_api_in_its_own_place(kind, url, api):
    assert ForgeAddress(kind, url, BANK).api == api


def test_the_settings_name_the_forge(tmp_path):
    write(tmp_path, "site_config/forge.yml", FILE)

    address = find_address(tmp_path, {}, Problems())
    assert address == ForgeAddress("forgejo", "https://kod.example", BANK)
    assert address.where == "kod.example/forum-carpe/bank"


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        (
            {"GITHUB_ACTIONS": "true", "GITHUB_SERVER_URL": "https://github.com"},
            ForgeAddress("github", "https://github.com", BANK),
        ),
        (
            {
                "GITHUB_ACTIONS": "true",
                "FORGEJO_ACTIONS": "true",
                "GITEA_ACTIONS": "true",
                "GITHUB_SERVER_URL": "https://kod.example/",
            },
            ForgeAddress("forgejo", "https://kod.example", BANK),
        ),
        (
            {
                "GITLAB_CI": "true",
                "CI_SERVER_URL": "https://gitlab.example",
                "CI_PROJECT_PATH": "lan/carpe/bank",
            },
            ForgeAddress("gitlab", "https://gitlab.example", "lan/carpe/bank"),
        ),
    ],
)
def test_a_workflow_believes_the_forge_that_runs_it_and_no_file(tmp_path, environ, expected):
    write(tmp_path, "site_config/forge.yml", FILE.replace("kod.example", "annan.example"))

    found = find_address(tmp_path, {"GITHUB_REPOSITORY": BANK} | environ, Problems())
    assert found == expected


def test_without_any_of_them_it_says_what_to_write(tmp_path):
    with pytest.raises(ForgeError, match="kind, url"):
        find_address(tmp_path, {}, Problems())


@pytest.mark.parametrize(
    "change",
    [
        ("https://kod.example", "http://kod.example"),
        ("https://kod.example", "https://kod.example/"),
        ("https://kod.example", "https://anna:hemligt@kod.example"),
        ("forum-carpe/bank", "bank"),
        ("forgejo", "bitbucket"),
    ],
)
def test_a_file_that_can_not_be_used_is_told_of_with_its_line(tmp_path, change):
    write(tmp_path, "site_config/forge.yml", FILE.replace(*change))

    with pytest.raises(ForgeError, match=r"forge\.yml:\d"):
        find_address(tmp_path, {}, Problems())


def test_the_token_comes_from_the_environment_alone():
    address = ForgeAddress("github", "https://github.com", BANK)

    assert find_token(address, {TOKEN: " ghp_1\n"}).value == "ghp_1"
    for environ in ({}, {TOKEN: ""}, {TOKEN: "två ord"}):
        with pytest.raises(ForgeDenied, match=TOKEN):
            find_token(address, environ)
