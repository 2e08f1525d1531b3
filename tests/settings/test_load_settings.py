import pytest

from exempelbank.files.paths import CONFIG
from exempelbank.problems import Problems
from exempelbank.settings import load_settings
from tests.builders import sample_settings
from tests.site.builders import change


def test_a_term_is_found_by_id_label_or_alias_however_it_is_spaced_and_capitalised():
    municipalities = sample_settings().vocabulary("municipalities")

    for wording in ("sundbyberg", "Sundbyberg", "SUNDBYBERGS\u00a0 stad", "Sundbyberg stad"):
        assert municipalities.find(wording).id == "sundbyberg"
    assert municipalities.find("Göteborg") is None
    assert municipalities.find(" ") is None
    assert municipalities.suggestion("Sundbybärg") == "Sundbyberg"


def test_focus_areas_and_networks_are_terms_through_their_own_files():
    settings = sample_settings()

    assert settings.label("focus_areas", "psykisk-halsa") == "Psykisk hälsa"
    assert "inget" in settings.vocabulary("focus_areas")
    assert "ips" in settings.vocabulary("networks")


def test_a_term_holds_the_name_of_the_organisation(project):
    change(
        project, f"{CONFIG}/organisation.yml", "short_name: Forum Carpe", "short_name: Samspelet"
    )
    settings = load_settings(project, Problems())
    [run] = [term for term in settings.vocabulary("network_runs") if term.id == "planerat"]

    assert run.label == "Drivs av Samspelet"
    assert run.about.startswith("Samspelet planerar")


def test_the_county_has_26_municipalities_and_membership_is_never_guessed():
    places = sample_settings().municipalities

    assert len(places) == 26
    assert {place.id for place in places if place.member == "no"} == set()


def test_every_fault_in_every_file_is_told_at_once(project):
    (project / CONFIG / "reviewers.yml").write_text(
        "reviewers:\n- {id: anna, name: A}\n- {id: anna, name: B}\n", "utf-8"
    )
    (project / CONFIG / "checklist.yml").unlink()
    organisation = project / CONFIG / "organisation.yml"
    organisation.write_text(
        organisation.read_text("utf-8").replace("Europe/Stockholm", "Mars/Base"), "utf-8"
    )
    problems = Problems()

    assert load_settings(project, problems) is None
    assert {problem.location.path for problem in problems.errors} == {
        f"{CONFIG}/{name}.yml" for name in ("organisation", "reviewers", "checklist")
    }


@pytest.mark.parametrize("twice", ["news: natverk", "inner:\n  page: apt"])
def test_two_pages_cannot_be_given_one_address(project, twice):
    (project / CONFIG / "addresses.yml").write_text(f"{twice}\n", "utf-8")
    problems = Problems()

    assert load_settings(project, problems) is None
    assert [error.location.path for error in problems.errors] == ["site_config/addresses.yml"]


@pytest.mark.parametrize(
    ("address", "sound"),
    [
        ("mailto:brev@organisation.example", True),
        ("mailto:brev@organisation.example?subject=Hej", False),
        ("https://brev.example/", True),
        ("https://brev.example/{topic}/ny", True),
        ("https://brev.example?om={topic}", True),
        ("https://brev.example/{topic}/{topic}", False),
        ("https://{topic}.brev.example/", False),
        ("https://brev.example/{kommun}", False),
        ("http://brev.example/{topic}", False),
    ],
)
def test_a_newsletter_is_one_mailbox_or_a_service_that_can_be_told_the_topic(
    project, address, sound
):
    organisation = project / CONFIG / "organisation.yml"
    text = organisation.read_text("utf-8").replace(
        "newsletter: mailto:exempel@forumcarpe.example", f'newsletter: "{address}"'
    )
    organisation.write_text(text, "utf-8")
    problems = Problems()
    load_settings(project, problems)

    assert (
        [problem.location.label for problem in problems.errors] == [] if sound else ["newsletter"]
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [("id: privacy", "id: secrecy"), ("aliases: [integritet]", "trial_notes: no")],
)
def test_the_checklist_always_asks_whether_anyone_can_be_recognised(project, before, after):
    change(project, f"{CONFIG}/checklist.yml", before, after)
    problems = Problems()

    assert load_settings(project, problems) is None
    assert "privacy" in problems.errors[0].fix
