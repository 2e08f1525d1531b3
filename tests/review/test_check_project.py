"""`check` finds each kind of fault, on its line."""

import json
import re
import shutil

import pytest
from PIL import Image

from exempelbank.cli.formats import formatted
from exempelbank.model.review import Approval, LogEntry
from exempelbank.model.submission import Source
from exempelbank.problems import Location, Problem, Problems, Severity
from exempelbank.review.project_checks.project import check_project
from exempelbank.settings import load_settings
from tests.builders import PROJECT, TODAY, a_published, a_submission, moment
from tests.review.builders import a_project, a_ready_one, run, stored, write

PUBLISHED = stored(a_published()).document.text
SUBMITTED = stored(a_ready_one(id="FC-2026-020")).document.text
NEWS = "---\nschema: 1\ntitle: Nytt\nkind: samverkan\npublished: 2026-03-01\n---\n"
TIP = "---\nschema: 1\ntitle: Prova i sex veckor\n---\n"


@pytest.fixture
def project(tmp_path):
    return a_project(tmp_path)


def found_in(root, today=TODAY):
    problems = Problems()
    settings = load_settings(root, problems)
    if settings:
        check_project(root, settings, today, problems)
    return list(problems)


def line_of(text, wanted):
    return next(n for n, line in enumerate(text.splitlines(), 1) if wanted in line)


def test_a_sound_project_is_in_order(project):
    write(project, "content/examples/bildstod.md", PUBLISHED)
    write(project, "submissions/FC-2026-020.md", SUBMITTED)
    write(project, "content/news/nytt.md", NEWS)

    assert found_in(project) == []


SLUG = "content/examples/bildstod.md"
QUEUE = "submissions/FC-2026-020.md"
ITEM = "content/news/nytt.md"
ERROR, WARNING = Severity.ERROR, Severity.WARNING


# Below each file: what stands there, what it becomes, how bad it is, and the line it is found on
# when that isn't the first line of the change.
FAULTS = {
    SLUG: [
        # What can't be read
        ("title: ", "title ", ERROR),
        ("kind: arbetssatt", "kind: arbetssatt\nkind: metod", ERROR, "kind: metod"),
        ("kind: arbetssatt", "kind: &a arbetssatt", ERROR),
        ("kind: arbetssatt", "kynd: arbetssatt", ERROR),
        ("## Delaktighet", "## Hemligt", ERROR),
        ("Deltagarna valde", "<<<<<<< HEAD\nDeltagarna valde", ERROR),
        # What must not be shown
        ("kind: arbetssatt", "kind: arbetsätt", ERROR),
        ("municipality: huddinge", "municipality: norge", ERROR),
        ("municipality: huddinge", "municipality: stockholm", ERROR),
        ("title: Bildstöd", "title: Bytt", ERROR, "content_hash"),
        ("Börja smått.", "Börja stort.", ERROR, "content_hash"),
        ("state: approved", "state: received", ERROR),
        ("    - bo-lind", "    - anna-ek", ERROR, "approved_by"),
        ("    - bo-lind", "    - someone-else", ERROR),
        ("published: '2026-02-02'", "published: '2027-02-02'", ERROR),
        ("review_by: '2028-02-02'", "review_by: '2026-02-03'", WARNING),
        ("stage: infort", "stage: infort\ncontact_name: Eva", ERROR, "contact_name"),
    ],
    QUEUE: [
        # What waits is kept as it was sent
        ("kind: arbetssatt", "kind: Annat", WARNING),
        ("title: Bildstöd", "title: " + "Bild" * 30, WARNING),
        ("municipality: huddinge", "municipality: norge", WARNING),
        ("Börja smått.", "Börja smått. " * 60, WARNING, "## Råd"),
        # but the review is ours
        ("state: in-review", "state: approved", ERROR),
        ("id: FC-2026-020", "id: FC-2026-021", ERROR),
        ("by: bo-lind", "by: someone-else", ERROR),
        ("privacy: 'yes'", "privacy: not-applicable", ERROR),
        ("privacy: 'yes'", "privasy: 'yes'", ERROR),
        ("privacy: 'yes'", "privacy: perhaps", ERROR),
        ("stage: infort", "stage: infort\nrevises: FC-2020-001", ERROR, "revises"),
    ],
    ITEM: [
        ("kind: samverkan", "kind: skvaller", ERROR),
        ("kind: samverkan", "kind: samverkan\nexample: FC-2020-001", ERROR, "example"),
        ("kind: samverkan", "kind: samverkan\nnetworks:\n  - okant", ERROR, "okant"),
        ("kind: samverkan", "kind: samverkan\nlinks:\n  - url: http://x.example", ERROR, "url"),
        ("published: 2026-03-01", "published: 1 mars", ERROR),
        ("published: 2026-03-01", "published: 2026-02-30", ERROR),
    ],
}
WHOLE = {SLUG: PUBLISHED, QUEUE: SUBMITTED, ITEM: NEWS}


@pytest.mark.parametrize(
    ("path", "fault"), [(path, fault) for path, faults in FAULTS.items() for fault in faults]
)
def test_each_fault_is_found_where_it_is(project, path, fault):
    old, new, severity, *line = fault
    assert old in WHOLE[path]
    broken = WHOLE[path].replace(old, new, 1)
    write(project, path, broken)
    expected = (path, line_of(broken, line[0] if line else new.splitlines()[0]), severity)

    assert expected in [(p.location.path, p.location.line, p.severity) for p in found_in(project)]


def test_an_example_that_is_not_published_yet_is_not_linked_to(project):
    write(project, QUEUE, SUBMITTED)
    write(
        project, "content/tips/prova.md", TIP.replace("---\n", "---\nexamples: [FC-2026-020]\n", 1)
    )

    assert [str(problem.location) for problem in found_in(project)] == [
        "content/tips/prova.md:2 (examples.1)"
    ]


def test_two_examples_never_share_an_id(project):
    write(project, SLUG, PUBLISHED)
    write(project, "submissions/FC-2026-014.md", stored(a_ready_one()).document.text)

    assert [problem.location.label for problem in found_in(project)] == ["id"]


def test_two_examples_never_come_from_the_same_answer(project):
    source = Source(key="ms-forms:exempel:7")
    first, second = (a_submission(id=f"FC-2026-02{n}", source=source) for n in (1, 2))
    change = a_submission(id="FC-2026-023", source=source, revises="FC-2026-014")
    for example in (first, second, change):
        write(project, stored(example).document.path, stored(example).document.text)
    write(project, SLUG, PUBLISHED)

    assert [str(problem.location) for problem in found_in(project)] == [
        f"submissions/FC-2026-022.md:{line_of(stored(second).document.text, 'key:')} (source.key)"
    ]


def test_a_stale_approval_is_pointed_out(project):
    stale = Approval(by="anna-ek", at=moment("2026-03-01 09:00"), content_hash="sha256:" + "0" * 64)
    waiting = stored(a_ready_one(review={"approvals": (stale,)}))
    write(project, waiting.document.path, waiting.document.text)

    assert [problem.location.label for problem in found_in(project)] == ["review.approvals.1"]


def test_only_listed_people_and_the_import_sign_the_log(project):
    log = tuple(
        LogEntry(at=moment("2026-03-01 09:00"), by=by, did="received")
        for by in ("import", "anna-ek", "someone-else")
    )
    waiting = stored(a_ready_one(review={"log": log}))
    write(project, waiting.document.path, waiting.document.text)

    assert [problem.location.label for problem in found_in(project)] == ["review.log.3.by"]


def test_an_image_must_be_there(project):
    image = {"file": "mote.jpg", "alt": "Ett bord med bildkort", "photographer": "Eva Ek"}
    write(project, SLUG, stored(a_published(image=image)).document.text)
    assert [problem.location.label for problem in found_in(project)] == ["image.file"]

    (project / "content/media").mkdir()
    Image.new("L", (8, 8)).save(project / "content/media/mote.jpg")
    assert found_in(project) == []


@pytest.mark.parametrize("name", ["Bildstöd", "bild stod", "sida", "index", "con", "a" * 81])
def test_a_name_that_cannot_be_an_address_is_refused(project, name):
    write(project, f"content/news/{name}.md", NEWS)

    assert {problem.location.path for problem in found_in(project)} == {f"content/news/{name}.md"}


@pytest.mark.parametrize(
    ("path", "severity"),
    [
        ("content/news/2026/nytt.md", ERROR),
        ("content/news/nytt.txt", ERROR),
        ("submissions/plan.pdf", ERROR),
        ("submissions/inbox/svar.xlsx", None),
        ("submissions/newer/FC-2026-020.md", Severity.WARNING),
        ("content/news/.DS_Store", None),
    ],
)
def test_what_lies_where_nothing_is_read_is_pointed_out(project, path, severity):
    write(project, path, NEWS)

    assert [problem.severity for problem in found_in(project)] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/pages/larande-exempel/egen.md", "Hej"),
        ("content/pages/nyheter.md", "Hej"),
        ("content/pages/om/hemligt.md", PUBLISHED),
        ("content/pages/om/trasig.md", "---\ntitle: a: b\n---\nHej"),
        ("content/pages/om/kvar.md", "<<<<<<< HEAD\nHej"),
    ],
)
def test_pages_written_by_hand_neither_hide_ours_nor_leak(project, path, text):
    write(project, path, text)

    assert {problem.location.path for problem in found_in(project)} == {path}


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (
            "vocabularies",
            "      label: Metod\n",
            "      label: Metod\n      replaced_by: finns-inte\n",
        ),
        (
            "vocabularies",
            "      label: Metod\n",
            "      label: Metod\n      aliases: [Arbetssätt]\n",
        ),
        ("addresses", "news: nyheter", "news: natverk"),
        ("municipalities", 'code: "0128"', 'code: "0128"\n    kind: region'),
        ("municipalities", 'code: "0128"', 'code: "0128"\n    kind: landsting'),
        ("organisation", "id_prefix: FC", "id_prefix: fc"),
        ("reviewers", "- id: bo-lind", "- id: anna-ek"),
    ],
)
def test_settings_that_contradict_themselves_are_found(project, name, old, new):
    path = project / "site_config" / f"{name}.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    problems = found_in(project)

    assert problems[0].location.path == f"site_config/{name}.yml"


@pytest.mark.parametrize(
    ("name", "old", "new", "wrong"),
    [
        ("municipalities", "label: Salem", "label: Tyresö", "- id: tyreso"),
        ("municipalities", "cka@farsta", "cka.farsta", "cka.farsta"),
        ("vocabularies", "label: Metod\n", "label: Arbetssätt\n", "- id: metod"),
    ],
)
def test_what_is_wrong_with_a_term_is_told_where_the_term_stands(project, name, old, new, wrong):
    path = project / "site_config" / f"{name}.yml"
    text = path.read_text("utf-8")
    path.write_text(changed := text.replace(old, new, 1), "utf-8")
    (problem,) = found_in(project)

    assert old in text
    assert problem.location.path == f"site_config/{name}.yml"
    assert problem.location.line == line_of(changed, wrong)


def test_a_network_that_is_called_as_another_is_told_in_its_own_file(project):
    first, second, *_rest = sorted((project / "content/networks").glob("*.md"))
    titles = [re.search("(?m)^title: .*$", page.read_text("utf-8"))[0] for page in (first, second)]
    second.write_text(second.read_text("utf-8").replace(titles[1], titles[0]), "utf-8")

    paths = {problem.location.path for problem in found_in(project)}
    assert paths == {f"content/networks/{second.name}"}


def test_an_organisation_that_is_a_party_too_is_a_warning(project):
    path = project / "site_config" / "vocabularies.yml"
    party = "organisations:\n    - {id: fk, label: Salem, aliases: [FK]}"
    path.write_text(path.read_text("utf-8").replace("organisations: []", party), "utf-8")
    [problem] = found_in(project)

    assert problem.severity is Severity.WARNING
    assert "municipality: salem" in str(problem)


def test_one_reviewer_alone_is_a_warning(project):
    path = project / "site_config" / "reviewers.yml"
    path.write_text(path.read_text("utf-8").replace("active: yes", "active: no", 3), "utf-8")

    assert [problem.severity for problem in found_in(project)] == [Severity.WARNING]


@pytest.mark.parametrize("field", ["newsletter", "trial_form"])
def test_a_service_that_readers_are_sent_to_is_named_on_a_page(project, field):
    path = project / "site_config" / "organisation.yml"
    lines = path.read_text("utf-8").splitlines()
    others = [line for line in lines if not line.startswith(f"{field}:")]
    path.write_text("\n".join([*others, f"{field}: https://Brev.example/ny"]), "utf-8")
    (silent,) = found_in(project)
    page = "---\ntitle: Personuppgifter\n---\n\nBrev.example får veta din adress.\n"
    write(project, "content/pages/personuppgifter/index.md", page)

    assert "brev.example" in str(silent)
    assert (silent.location.label, silent.severity) == (field, Severity.WARNING)
    assert found_in(project) == []


# ---- The command ----


def test_check_exits_1_for_errors_only(project, capsys):
    write(project, QUEUE, SUBMITTED.replace("kind: arbetssatt", "kind: Annat"))
    assert run(project, "check") == 0

    write(project, SLUG, PUBLISHED.replace("kind: arbetssatt", "kind: Annat"))
    assert run(project, "check") == 1
    assert f"{SLUG}:6 (kind)" in capsys.readouterr().out


def test_check_can_look_at_some_files_only(project, monkeypatch, capsys):
    write(project, SLUG, PUBLISHED.replace("kind: arbetssatt", "kind: Annat"))
    monkeypatch.chdir(project)

    assert run(project, "check", "content/networks") == 0
    assert run(project, "check", "content/examples") == 1


def test_a_file_to_check_is_named_from_where_one_stands_or_from_the_project(
    project, tmp_path_factory, monkeypatch, capsys
):
    write(project, SLUG, PUBLISHED.replace("kind: arbetssatt", "kind: Annat"))
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))

    assert run(project, "check", SLUG) == 1
    assert f"{SLUG}:6 (kind)" in capsys.readouterr().out
    assert run(project, "check", "content/examples/finns-inte.md") == 1
    assert "content/examples/finns-inte.md finns inte i projektet." in capsys.readouterr().err


def test_check_tells_all_though_the_settings_are_broken(project, capsys):
    (project / "site_config" / "checklist.yml").unlink()
    write(project, SLUG, "no front matter")

    assert run(project, "check", "--format", "json") == 1
    paths = [found["path"] for found in json.loads(capsys.readouterr().out)]
    assert paths == ["site_config/checklist.yml", "site_config", SLUG]


def test_an_annotation_cannot_be_ended_or_forged_by_what_a_file_holds():
    problem = Problem(Location("a,b:c.md", 3, "x::y"), "100 %\n::error::forged", "Fix\r\nit.")

    assert formatted([problem], "github") == [
        "::error file=a%2Cb%3Ac.md,line=3,title=x%3A%3Ay::100 %25%0A::error::forged%0AFix%0D%0Ait."
    ]


def test_the_sample_content_is_in_order(tmp_path):
    for folder in ("site_config", "content", "submissions"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)

    assert [str(p) for p in found_in(tmp_path) if p.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("site_config/forms/trasig.yml", "version: 1\nfields: []\n"),
        ("site_config/redirects.yml", "redirects: nej\n"),
    ],
)
def test_the_settings_that_only_one_room_reads_are_checked_too(project, path, text, capsys):
    write(project, path, text)

    assert run(project, "check") == 1
    assert path in capsys.readouterr().out


# ---- What one activity says of others ----

EVENT = (
    "---\ntitle: {title}\nkind: seminarium\noccasions:\n  - starts: {day} 09:00\n"
    "    ends: {day} 12:00\n{more}---\n"
)


def events_with(project, more, other=""):
    """What is said of an activity in March with these lines, when there is one in June."""
    lines = {"mars": ("2026-03-02", more), "juni": ("2026-06-01", other)}
    for name, (day, said) in lines.items():
        text = EVENT.format(title=name.title(), day=day, more=said)
        write(project, f"content/events/{name}.md", text)
    return [
        (problem.location.label, problem.severity, problem.says, problem.fix)
        for problem in found_in(project)
    ]


def test_activities_that_hang_together_are_in_order(project):
    assert (
        events_with(project, "follow_up_event: juni\nseries: Om sömn\n", "series: om sömn\n") == []
    )


@pytest.mark.parametrize(
    ("more", "other", "field", "severity", "words"),
    [
        ("follow_up_event: julI\n", "", "follow_up_event", ERROR, "juli"),
        ("follow_up_event: juli\n", "", "follow_up_event", ERROR, "juni"),
        ("follow_up_event: mars\n", "", "follow_up_event", ERROR, "själv"),
        ("follow_up_event: juni\n", "cancelled: yes\n", "follow_up_event", WARNING, "Juni"),
        ("preparatory_event: juni\n", "", "preparatory_event", WARNING, "före"),
        ("series: Om somn\n", "series: Om sömnen\n", "series", WARNING, "Menade du"),
        ("participants: 5.5\n", "", "participants", ERROR, "heltal"),
        ("participants: -5\n", "", "participants", ERROR, "måste vara 0 eller mer"),
        ("", "participants: 12\n", "participants", WARNING, "inte har varit"),
        ("cancelled: yes\nparticipants: 12\n", "", "participants", WARNING, "inställt"),
        (
            "participants_by_role:\n  - role: stodpedagog\n    number: 3\n",
            "",
            "participants_by_role",
            WARNING,
            "participants",
        ),
        (
            "participants: 6\nparticipants_by_municipality:\n"
            "  - municipality: solna\n    number: 4\n"
            "  - municipality: solna\n    number: 3\n",
            "",
            "participants_by_municipality",
            WARNING,
            "7",
        ),
        (
            "participants: 6\nparticipants_by_role:\n  - role: kung\n    number: 4\n",
            "",
            "participants_by_role.1.role",
            ERROR,
            "kung",
        ),
    ],
)
def test_what_cannot_hold_of_an_activity_is_said(project, more, other, field, severity, words):
    first = next(one for one in events_with(project, more, other) if one[1] is severity)

    assert first[0] == field
    assert words in f"{first[2]} {first[3]}"


def test_a_follow_up_that_cannot_be_read_is_to_be_put_right_first(project):
    found = events_with(project, "follow_up_event: juni\n", "kind: igen\n")

    assert any(one[0] == "follow_up_event" and "juni.md" in one[2] for one in found)
