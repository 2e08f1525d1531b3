"""The forge where the project lies: GitHub, Forgejo, Gitea or GitLab, asked in one way.

`Forge` is what can be asked, `types` what comes back. Nothing here knows of examples or reviewers.
"""
