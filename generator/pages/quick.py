"""What Jinja does for every value and every call, without what only other people's templates need.

An example and its sheet hold some 180 values and 60 calls: without this they take half as long
again.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from functools import partial
from types import CodeType, FunctionType
from typing import Any, cast

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
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


_ARGUMENT = "l_1_"  # how Jinja begins the names of a component's arguments


class Component:
    """In place of Jinja's Macro, which sorts out the arguments of each call: Python can do that."""

    def __init__(
        self,
        environment: Environment,
        quick: FunctionType,
        _name: str,
        arguments: tuple[str, ...],
        _catches_names: bool,
        _catches_values: bool,
        calls_back: bool,
        _escapes: bool,
    ) -> None:
        nobody = environment.undefined("it is not within a call", name="caller")
        quick.__defaults__ = (missing,) * len(arguments) + ((nobody,) if calls_back else ())
        self.quick = quick

    def __call__(self, *given: Any, **named: Any) -> Markup:
        """For templates that Jinja compiles, as those of the theme."""
        made: Markup = self.quick(*given, **{_ARGUMENT + name: named[name] for name in named})
        return made


class QuickCode(CodeGenerator):
    """Goes straight to what is called: nothing that our templates call asks to see the context."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        assert node.dyn_args is node.dyn_kwargs is None, "no template of ours hands on *these"
        is_component = _is_component(node.node)
        self.visit(node.node, frame)
        self.write(".quick(" if is_component else "(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for named in node.kwargs:
            self.write(f"{_ARGUMENT if is_component else ''}{named.key}=")
            self.visit(named.value, frame)
            self.write(", ")
        self.write(f"{_ARGUMENT}caller=caller)" if forward_caller else ")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """A component, or what a text can do, is no key of a mapping and is never missing."""
        if isinstance(node.node, nodes.Const) or _is_component(node):
            self.visit(node.node, frame)
            self.write(f".{node.attr}")
        else:
            super().visit_Getattr(node, frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """What stands within a `call` has no arguments, and is its function."""
        if isinstance(macro_ref.node, nodes.CallBlock):
            self.write("macro")
        else:
            super().macro_def(macro_ref, frame)

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        self.writeline(f"return Markup(concat({frame.buffer}))")


def _is_component(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.Getattr) and node.node == nodes.Name("eb", "load")


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
        names.update(escape=shown, Macro=Component, Markup=_as_markup)
        return template
