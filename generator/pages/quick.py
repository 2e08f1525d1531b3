"""What Jinja does for every value and every call, without what only other people's templates need.

An example and its sheet hold some 180 values and 60 calls: without this they take half as long
again.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from functools import partial
from types import CodeType
from typing import Any, cast

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.utils import missing
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]


def shown(value: object) -> str:
    """As `escape`, of what is only to be joined to the rest: so it need not become a Markup."""
    if type(value) is Markup:
        return value
    if type(value) is str:
        escaped: str = _escape_inner(value)
        return escaped
    return escape(value)


_as_markup: Callable[[str], Markup] = partial(str.__new__, Markup)


def component_from(
    environment: Environment,
    make: Callable[..., str],
    name: str | None,
    arguments: tuple[str, ...],
    _catches_names: bool,
    _catches_values: bool,
    calls_back: bool,
    _escapes: bool,
) -> Callable[..., Markup]:
    """In place of Jinja's Macro; without a name it is what stands within a `call`."""
    if name is None:
        return lambda: _as_markup(make())
    names: list[tuple[str, object]] = [(argument, missing) for argument in arguments]
    if calls_back:
        nobody = environment.undefined("it is not within a call", name="caller")
        names.append(("caller", nobody))

    def component(*given: Any, **named: Any) -> Markup:
        rest = [named.pop(name, absent) for name, absent in names[len(given) :]]
        if named:
            raise TypeError(f"{name} takes no {', '.join(named)}")
        return _as_markup(make(*given, *rest))

    return component


class QuickCode(CodeGenerator):
    """Goes straight to what is called: nothing that our templates call asks to see the context."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        assert node.dyn_args is node.dyn_kwargs is None, "no template of ours hands on *these"
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """A component, or what a text can do, is no key of a mapping and is never missing."""
        if isinstance(node.node, nodes.Const) or node.node == nodes.Name("eb", "load"):
            self.visit(node.node, frame)
            self.write(f".{node.attr}")
        else:
            super().visit_Getattr(node, frame)


class QuickTemplate(Template):
    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        # Every page begins with a copy of these, and a chain of mappings is slow to copy.
        template = super().from_code(environment, code, dict(globals), uptodate)
        names = cast(Any, template.root_render_func).__globals__
        names.update(escape=shown, Macro=component_from)
        return template
