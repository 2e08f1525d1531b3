"""An address and a token -> the forge itself."""

from __future__ import annotations

from exempelbank.forge.address import ForgeAddress, Token
from exempelbank.forge.protocol import Forge


def forge_at(address: ForgeAddress, token: Token) -> Forge:
    match address.kind:
        case "github":
            from exempelbank.forge.github import GitHub

            return GitHub(address, token)
        case "gitlab":
            from exempelbank.forge.gitlab import GitLab

            return GitLab(address, token)
        case _:
            from exempelbank.forge.forgejo import Forgejo

            return Forgejo(address, token)
