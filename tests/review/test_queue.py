"""The queue: what to look at first, and for whom each waits."""

from datetime import date

from exempelbank.i18n import _
from exempelbank.model.content import NewsItem
from exempelbank.model.review import Handling, Review, ReviewState
from exempelbank.model.submission import Submission
from exempelbank.problems import Problems
from exempelbank.records import document_of
from exempelbank.review.queue import QueueGroup, load_queue
from tests.builders import a_published, a_submission, sample_settings
from tests.review.builders import a_project, a_ready_one, read, run, stored, write

TODAY = date(2026, 3, 16)  # of the sample
LEAD = "FC-2026-006"


def queue_of(root):
    return load_queue(root, sample_settings(), TODAY, Problems())


def a_lead(**review):
    return a_submission(id=LEAD, review=Review(state=ReviewState.LEAD, **review))


def test_a_lead_is_kept_by_someone_and_comes_first_when_its_day_has_come(tmp_path):
    root = a_project(tmp_path, stored(a_lead()), stored(a_submission(id="FC-2026-021")))
    handle = ("handle", LEAD, "--by", "bo-lind", "--follow-up", "2026-03-20", "--note", "Ringt.")
    assert run(root, *handle) == 0
    assert [entry.group for entry in queue_of(root)] == [QueueGroup.RECEIVED, QueueGroup.LEAD]
    assert run(root, *handle[:-3], "i dag") == 0

    first = queue_of(root)[0]
    assert (first.id, first.group, first.handler) == (LEAD, QueueGroup.DUE, "Bo Lind")
    lead = read(root, f"submissions/{LEAD}.md", Submission)
    assert [entry.did for entry in lead.review.log] == ["handled", "follow-up", "follow-up"]


def test_a_lead_that_comes_to_nothing_is_declined_and_waits_no_more(tmp_path):
    root = a_project(tmp_path, stored(a_lead(follow_up=date(2026, 3, 1))))

    assert (
        run(root, "set-state", LEAD, "declined", "--by", "bo-lind", "--note", "De hinner inte.")
        == 0
    )
    assert queue_of(root) == []
    assert read(root, f"submissions/{LEAD}.md", Submission).review.follow_up is None


def test_a_day_to_come_back_leaves_what_the_handler_has_attested(tmp_path):
    ready = a_ready_one(id="FC-2026-021")
    root = a_project(tmp_path, stored(ready))

    run(root, "handle", ready.id, "--by", "bo-lind", "--follow-up", "2026-04-01")

    handled = read(root, f"submissions/{ready.id}.md", Submission).review.handled
    assert handled == Handling(by="bo-lind", not_involved=True)


def test_what_was_changed_after_its_approval_waits_to_be_approved_again(tmp_path):
    page = a_published()
    root = a_project(tmp_path, stored(page))
    assert queue_of(root) == []

    path = stored(page).document.path
    text = (root / path).read_text(encoding="utf-8")
    write(root, path, text.replace(page.title, "Ny rubrik"))

    [entry] = queue_of(root)
    assert (entry.group, entry.waits_for) == (
        QueueGroup.EDITED,
        "ska godkännas igen, eller få tillbaka den text som godkändes",
    )


def test_a_draft_of_news_waits_until_someone_lets_it_out(tmp_path, capsys):
    root = a_project(tmp_path)
    draft = NewsItem(id="utkast", title="Utkast", kind="forskning", published="2026-03-02",
                     draft=True, example="FC-2026-014")  # fmt: skip
    later = NewsItem(id="sen", title="Sen", kind="forskning", published="2026-04-01", draft=True)
    for item in (draft, later):
        path = f"content/news/{item.id}.md"
        write(root, path, document_of(item, path).text.replace("draft: yes", "Utkast: ja"))
    assert [(one.group, one.id) for one in queue_of(root)] == [
        (QueueGroup.NEWS_DRAFT, "FC-2026-014"),
        (QueueGroup.NEWS_DRAFT, "sen"),
    ]

    assert run(root, "publish-news", "FC-2026-014", "--by", "Bo Lind") == 0
    assert run(root, "publish-news", "content/news/sen.md", "--by", "bo-lind") == 0
    assert run(root, "publish-news", "sen", "--by", "bo-lind") == 1
    assert queue_of(root) == []
    dates = [
        read(root, f"content/news/{name}.md", NewsItem).published for name in ("utkast", "sen")
    ]
    assert dates == [TODAY, date(2026, 4, 1)]


def test_what_is_ready_waits_for_a_second_and_what_is_not_for_who_handles_it(tmp_path):
    bare = a_ready_one(id="FC-2026-022", review={"checklist": {}})
    root = a_project(tmp_path, stored(a_ready_one(id="FC-2026-021")), stored(bare))

    assert [entry.waits_for for entry in queue_of(root)] == [
        _("waits for approval by someone else than {name}").format(name="Bo Lind"),
        _("waits for {name} to get it ready").format(name="Bo Lind"),
    ]


def test_the_queue_tells_of_newer_answers_revisions_pauses_and_reviews_to_come(tmp_path):
    dates = {"published": "2024-05-01", "updated": "2024-05-01"}
    root = a_project(
        tmp_path,
        stored(a_submission(id="FC-2026-021", revises="FC-2025-003")),
        stored(a_published(id="FC-2025-003", review={"state": "paused"}), slug="pausat"),
        stored(a_published(id="FC-2024-001", review={"review_by": "2026-05-01", **dates}), "snart"),
        stored(a_published(id="FC-2024-002", review={"review_by": "2026-07-01", **dates}), "sen"),
    )
    write(root, "submissions/newer/FC-2026-021.md", "---\n---\n")

    received, paused, ahead = queue_of(root)
    assert [paused.group, ahead.group] == [QueueGroup.PAUSED, QueueGroup.REVIEW_AHEAD]
    assert ahead.remarks == (_("to be reviewed again by {day}").format(day="2026-05-01"),)
    assert received.remarks[0] == _("a new version of {id}").format(id="FC-2025-003")
    assert "take-newer FC-2026-021" in received.remarks[1]
