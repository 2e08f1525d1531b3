"""The only room that knows MkDocs.

plugin      what MkDocs asks, and when: it prints the frame of a build, and decides nothing
watching    the server of a preview
commands    `exempelbank build` and `serve`, when they need it
"""

from generator.plugin.plugin import ExempelbankPlugin

__all__ = ["ExempelbankPlugin"]
