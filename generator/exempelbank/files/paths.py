"""Where things lie in a project. Relative to its folder, always with "/"."""

MKDOCS_FILE = "mkdocs.yml"
# Where a forge is told to build the site and put it out.
PUBLISH_WORKFLOWS = (".github/workflows/publish.yml", ".forgejo/workflows/publish.yml")

CONFIG = "site_config"
FORMS = f"{CONFIG}/forms"
LETTERS = f"{CONFIG}/letters"
MAP = f"{CONFIG}/map.yml"
SENT = f"{LETTERS}/sent.yml"
SCHEMAS = f"{CONFIG}/schemas"
# The first line of a file of settings, by which editors know what may stand in it.
MAP_SCHEMA = "# yaml-language-server: $schema=schemas/map.json"
MAPPING_SCHEMA = "# yaml-language-server: $schema=../schemas/form.json"
REDIRECTS = f"{CONFIG}/redirects.yml"
FORGE = f"{CONFIG}/forge.yml"
MENU = f"{CONFIG}/menu.yml"
VOCABULARIES = f"{CONFIG}/vocabularies.yml"
SYNONYMS = f"{CONFIG}/synonyms.txt"

CONTENT = "content"
MEDIA = f"{CONTENT}/media"
PAGES = f"{CONTENT}/pages"  # written by hand

SUBMISSIONS = "submissions"
INBOX = f"{SUBMISSIONS}/inbox"  # exports as they came: ignored by git, and by us
NEWER = f"{SUBMISSIONS}/newer"  # what a form has said since someone edited the submission
APPROVED = f"{SUBMISSIONS}/approved"  # as it was reviewed, where it would be lost otherwise
TRIAL_NOTES = f"{SUBMISSIONS}/trial_notes"

DRAFTS = "utkast"  # forms that someone is filling in: ignored by git, and by us

OWN = ".exempelbank"  # the lock, the journal and what else is no part of the project

# None of them may be given to a site, which a build clears of everything else.
PROJECT_FOLDERS = (CONTENT, CONFIG, SUBMISSIONS, ".git", OWN)
