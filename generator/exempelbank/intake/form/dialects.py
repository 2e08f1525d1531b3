"""What each form tool is known to write. A dialect only supplies defaults: the mapping decides.

Gathered from the tools' own sources and from files they have written. A new tool is one entry here,
and an export of it among those that the tests read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from exempelbank.intake.export.json_export import JsonRecord, ShortNames, no_short_names
from exempelbank.intake.export.options import ReadOptions
from exempelbank.intake.form import recognition, short_names

_AS_USUAL = ReadOptions()
ISO_LIKE = ("iso", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M")


@dataclass(frozen=True, slots=True)
class FormulaPrefix:
    """What is put before a text that a spreadsheet would take for a formula."""

    pattern: str  # of the prefix
    before: str = ""  # in front of one of these characters; "": any
    in_text_only: bool = True  # in CSV, and in no workbook


@dataclass(frozen=True)
class Dialect:
    """Columns are given in every language seen; the first that is in the file is meant."""

    tool: str  # as people call it
    file_types: tuple[str, ...] = ("text",)
    id: tuple[str, ...] = ()
    submitted_at: tuple[str, ...] = ()
    modified_at: tuple[str, ...] = ()
    formats: tuple[str, ...] = ISO_LIKE  # of times; tried in order
    timezone: str = ""  # of times without one; "": the organisation's
    no_time: str = ""  # what the tool writes for a time that it has not kept
    # Rows that may be imported: the column, and the values it may have (None: any but empty).
    only_if: tuple[tuple[str, ...], tuple[str, ...] | None] | None = None
    formula_prefix: FormulaPrefix | None = None
    fixed: tuple[str, ...] = ()  # the tool's other columns: no questions, never imported
    sep: str = ""  # between joined answers
    read: ReadOptions = _AS_USUAL
    short_names: ShortNames = no_short_names  # of answers that lie deep in JSON
    absent_is_unanswered: bool = True  # in JSON and XML

    # ---- What gives the tool away to `inspect` ----

    signatures: tuple[tuple[str, ...], ...] = ()  # headers: all of one set
    first_headers: tuple[str, ...] = ()  # one of them comes first
    fits_headers: Callable[[Sequence[str], Sequence[str], str], bool] | None = None
    fits_text: Callable[[str], bool] | None = None  # a table alone would say nothing
    fits_json: Callable[[JsonRecord], bool] | None = None
    fits_xml: Callable[[bytes], bool] | None = None


_APOSTROPHE = "'"

_LIMESURVEY = Dialect(
    "LimeSurvey",
    ("text", "xlsx", "ods"),
    id=("id", "Response ID", "id. Response ID", "Svars-ID"),
    submitted_at=("submitdate", "Date submitted", "submitdate. Date submitted"),
    modified_at=("datestamp", "Date last action", "datestamp. Date last action"),
    no_time="1980-01-01 00:00:00",
    only_if=(("submitdate", "Date submitted", "submitdate. Date submitted"), None),
    formula_prefix=FormulaPrefix(_APOSTROPHE, "="),
    signatures=(
        ("id", "submitdate", "lastpage"),
        ("Response ID", "Date submitted"),
        ("id. Response ID",),
    ),
    fixed=("lastpage", "Last page", "startlanguage", "Start language", "seed", "Seed", "token",
           "Token", "startdate", "Date started", "ipaddr", "IP address", "refurl", "Referrer URL"),
)  # fmt: skip

DIALECTS: Mapping[str, Dialect] = {
    "ms-forms": Dialect(
        "Microsoft Forms",
        ("xlsx", "text", "ods"),
        id=("ID", "Id"),
        submitted_at=("Slutförandetid", "Completion time"),
        modified_at=("Ändrades senast klockan", "Last modified time"),
        formats=("excel", *ISO_LIKE),
        signatures=(
            ("ID", "Start time", "Completion time", "Email", "Name"),
            ("ID", "Starttid", "Slutförandetid", "E-post", "Namn"),
        ),
        fixed=("Start time", "Starttid", "Email", "E-post", "Name", "Namn", "Total points"),
        sep=";",
        fits_headers=recognition.is_ms_forms,
    ),
    "google-forms": Dialect(
        "Google Forms",
        ("text", "xlsx", "ods"),
        submitted_at=("Tidstämpel", "Timestamp"),
        formats=(
            "%Y-%m-%d %H.%M.%S",
            "google-direct",
            "%Y-%m-%d %H:%M:%S",
            "%Y-%m-%d %H:%M",
            "%Y-%m-%d %H.%M",
            "iso",
        ),
        signatures=(("Tidstämpel",), ("Timestamp",)),
        fixed=("E-postadress", "Email Address", "Poäng", "Score"),
        sep=", ",
        first_headers=("Tidstämpel", "Timestamp"),
    ),
    "limesurvey": _LIMESURVEY,
    "limesurvey-vv": Dialect(
        "LimeSurvey (VV)",
        id=("id",),
        submitted_at=("submitdate",),
        modified_at=("datestamp",),
        only_if=(("submitdate",), None),
        signatures=(("id", "submitdate", "lastpage"), ("id", "token", "submitdate")),
        fixed=_LIMESURVEY.fixed,
        read=ReadOptions(
            header_row=2, delimiter="\t", quoting="none", unescape="limesurvey-vv"
        ),
        fits_text=recognition.is_limesurvey_vv,
        no_time=_LIMESURVEY.no_time,
    ),
    "limesurvey-json": Dialect(
        "LimeSurvey (JSON)",
        ("json",),
        id=_LIMESURVEY.id,
        submitted_at=_LIMESURVEY.submitted_at,
        modified_at=_LIMESURVEY.modified_at,
        only_if=_LIMESURVEY.only_if,
        fixed=_LIMESURVEY.fixed,
        read=ReadOptions(records="responses"),
        fits_json=recognition.is_limesurvey_json,
        absent_is_unanswered=False,
        no_time=_LIMESURVEY.no_time,
    ),
    "nextcloud-forms": Dialect(
        "Nextcloud Forms",
        ("text", "xlsx", "ods"),
        submitted_at=("Tidsstämpel", "Timestamp"),
        formula_prefix=FormulaPrefix(_APOSTROPHE, "=+-@\t\r"),
        signatures=(
            ("Användar-ID", "Användarens visningsnamn", "Tidsstämpel"),
            ("User ID", "User display name", "Timestamp"),
        ),
        fixed=("Användar-ID", "User ID", "Användarens visningsnamn", "User display name"),
        sep="; ",
    ),
    "drupal-webform": Dialect(
        "Drupal Webform",
        id=("Submission ID", "sid"),
        submitted_at=("Completed", "completed", "Created", "created"),
        modified_at=("Changed", "changed"),
        formats=(*ISO_LIKE, "unix"),
        only_if=(("Is draft", "in_draft"), ("0", "No", "Nej", "")),
        signatures=(("Submission ID", "Submission URI"), ("sid", "uri", "in_draft")),
        fixed=("Serial number", "serial", "Submission URI", "uri", "Current page", "current_page",
               "Remote IP address", "remote_addr", "Submitted by: ID", "uid", "Submitted by: Title",
               "Submitted by: URL", "Submitted to: Entity type", "Submitted to: Entity URL",
               "Submitted to: Entity ID", "Submitted to: Title", "Language", "Locked", "Sticky"),
        sep=";",
        read=ReadOptions(php_quotes=True),
    ),
    "gravity-forms": Dialect(
        "Gravity Forms",
        id=("Entry Id", "Inläggs-ID"),
        submitted_at=("Entry Date", "Inläggsdatum"),
        modified_at=("Date Updated", "Uppdateringsdatum"),
        formula_prefix=FormulaPrefix(_APOSTROPHE, "="),
        signatures=(("Entry Id", "Entry Date"), ("Inläggs-ID", "Inläggsdatum")),
        fixed=("Source Url", "Transaction Id", "Payment Amount", "Payment Date", "Payment Status",
               "Post Id", "Inläggs-ID#2", "User Agent", "User IP", "Created By (User Id)",
               "Käll-URL", "Användaragent", "Användarens IP"),
    ),
    "flamingo": Dialect(
        "Contact Form 7 (Flamingo)",
        submitted_at=("Date",),
        formula_prefix=FormulaPrefix(r"\([^()\n]*\bcontactform7\.com/[^()\n]*\) ", "=+-@"),
        sep=", ",
        fits_headers=recognition.is_flamingo,
    ),
    "netlify-json": Dialect(
        "Netlify Forms",
        ("json",),
        id=("id",),
        submitted_at=("created_at",),
        timezone="UTC",
        fixed=("number", "site_url", "form_id", "form_name", "data.ip", "data.user_agent",
               "data.referrer"),
        short_names=short_names.netlify_names,
        fits_json=recognition.is_netlify_json,
    ),
    "typeform-csv": Dialect(
        "Typeform",
        ("text", "xlsx"),
        id=("#",),
        submitted_at=("Submit Date (UTC)",),
        timezone="UTC",
        only_if=(("Response Type",), ("completed", "Completed")),
        formula_prefix=FormulaPrefix(_APOSTROPHE, "=+-@"),
        signatures=(("#", "Network ID"),),
        fixed=("Start Date (UTC)", "Stage Date (UTC)", "Network ID", "Tags", "Ending"),
        sep=" / ",
        first_headers=("#",),
    ),
    "typeform-json": Dialect(
        "Typeform (JSON)",
        ("json",),
        id=("response_id", "token"),
        submitted_at=("submitted_at",),
        timezone="UTC",
        only_if=(("response_type",), ("completed", "")),
        fixed=("landing_id", "landed_at", "metadata", "hidden"),
        short_names=short_names.typeform_names,
        fits_json=recognition.is_typeform_json,
    ),
    "jotform": Dialect(
        "Jotform",
        ("text", "xlsx"),
        id=("Submission ID",),
        submitted_at=("Submission Date",),
        modified_at=("Last Update Date",),
        formats=(*ISO_LIKE, "%b %d, %Y %H:%M:%S", "%b %d, %Y"),
        fixed=("Submission IP",),
        sep="\n",
        first_headers=("Submission Date",),
    ),
    "jotform-json": Dialect(
        "Jotform (JSON)",
        ("json",),
        id=("id",),
        submitted_at=("created_at",),
        modified_at=("updated_at",),
        timezone="America/New_York",
        only_if=(("status",), ("ACTIVE",)),
        fixed=("form_id", "ip", "new", "flag", "notes"),
        read=ReadOptions(records="content"),
        short_names=short_names.jotform_names,
        fits_json=recognition.is_jotform_json,
    ),
    "formio-json": Dialect(
        "Form.io",
        ("json",),
        id=("_id",),
        submitted_at=("created",),
        modified_at=("modified",),
        timezone="UTC",
        only_if=(("state",), ("submitted", "")),
        fixed=("form", "owner", "roles", "access", "metadata"),
        short_names=short_names.formio_names,
        fits_json=recognition.is_formio_json,
    ),
    "sharepoint-list": Dialect(
        "SharePoint-lista",
        ("text", "xlsx"),
        id=("ID", "Id"),
        submitted_at=("Created", "Skapad", "Skapat"),
        modified_at=("Modified", "Ändrad", "Ändrat"),
        formats=(*ISO_LIKE, "%Y-%m-%d"),
        fixed=("Author", "Editor", "Skapad av", "Ändrad av", "Created By", "Modified By",
               "Attachments", "Bifogade filer", "Item Type", "Path"),
        read=ReadOptions(preamble="ListSchema", entities="html"),
        fits_text=recognition.is_sharepoint,
    ),
    "kobotoolbox": Dialect(
        "KoboToolbox",
        ("text", "xlsx"),
        id=("_uuid", "_id"),
        submitted_at=("_submission_time",),
        timezone="UTC",
        signatures=(("_uuid", "_submission_time"),),
        fixed=("start", "end", "_id", "_validation_status", "_notes", "_status", "_submitted_by",
               "__version__", "_tags", "_index"),
        read=ReadOptions(skips_second_heading="#"),
    ),
    "surveymonkey": Dialect(
        "SurveyMonkey",
        ("text", "xlsx"),
        id=("Respondent ID",),
        submitted_at=("End Date",),
        formats=("%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y %H:%M:%S %p", "%m/%d/%Y %H:%M:%S", *ISO_LIKE),
        signatures=(("Respondent ID", "Collector ID"),),
        fixed=("Collector ID", "Start Date", "Date Created", "Date Modified", "IP Address",
               "Email Address", "First Name", "Last Name", "Custom Data 1"),
        read=ReadOptions(header_rows=2),
    ),
    "redcap": Dialect(
        "REDCap",
        ("text", "xlsx"),
        id=("record_id",),
        fixed=("redcap_survey_identifier", "redcap_event_name", "redcap_repeat_instrument",
               "redcap_repeat_instance"),
        fits_headers=recognition.is_redcap,
    ),
    "open-eplatform": Dialect(
        "Open ePlatform",
        ("xml",),
        id=("Header/FlowInstanceID",),
        submitted_at=("Header/FirstSubmitted", "Header/Posted"),
        modified_at=("Header/LastSubmitted",),
        fixed=("Header",),
        read=ReadOptions(records="FlowInstance"),
        fits_xml=recognition.is_open_eplatform,
    ),
    "generic": Dialect("–", ("text", "xlsx", "ods", "json", "xml")),
}  # fmt: skip
