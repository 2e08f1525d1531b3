"""An address and a token -> the forge itself."""

from __future__ import annotations

import time

from exempelbank.forge.address import ForgeAddress, Token
from exempelbank.forge.client import Sleep
from exempelbank.forge.protocol import Forge


def forge_at(address: ForgeAddress, token: Token, sleep: Sleep = time.sleep) -> Forge:
    """`sleep`: how it waits when the forge asks for that."""
    match address.kind:
        case "github":
            from exempelbank.forge.adapters.github import GitHub

            return GitHub(address, token, sleep)
        case "gitlab":
            from exempelbank.forge.adapters.gitlab import GitLab

            return GitLab(address, token, sleep)
        case _:
            from exempelbank.forge.adapters.forgejo import Forgejo

            return Forgejo(address, token, sleep)
