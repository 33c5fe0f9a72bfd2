"""SHACL shapes run as SPARQL: each constraint is one query for the nodes that break it, so any store can be checked, and fast.

The part of SHACL that ``ontology/shapes.ttl`` uses: targets by class or by property, property shapes with a predicate or an
inverse predicate as path, the constraints in ``_VALUE_TESTS`` and ``_COUNT_TESTS``, and ``sh:sparql``. Shapes that use more
are refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions

from kg.errors import SettingsError, UnsupportedError
from kg.graph import RDF
from kg.stores import Store
from kg.vocabulary import ontology_folder

__all__ = ["Finding", "Shape", "gaps", "load_shapes", "validate"]

SH = "http://www.w3.org/ns/shacl#"
_TARGETS = {"targetClass", "targetSubjectsOf", "targetObjectsOf"}
_IGNORED = {"property", "message", "severity", "name", "description", "path", "sparql", "prefixes", "order", "group", *_TARGETS}
_NODE_KINDS = {
    "IRI": "isIRI(?value)",
    "Literal": "isLiteral(?value)",
    "BlankNode": "isBlank(?value)",
    "BlankNodeOrIRI": "!isLiteral(?value)",
    "BlankNodeOrLiteral": "!isIRI(?value)",
    "IRIOrLiteral": "!isBlank(?value)",
}
Term = NamedNode | Literal | BlankNode

# Constraint → the SPARQL filter that a value which breaks it passes; the parameter is the constraint's value as SPARQL.
_VALUE_TESTS: dict[str, Callable[[str], str]] = {
    "nodeKind": lambda kind: f"!({_NODE_KINDS[kind.removesuffix('>').rpartition('#')[2]]})",
    "datatype": lambda iri: f"!COALESCE(DATATYPE(?value) = {iri}, false)",
    "minInclusive": lambda bound: f"!COALESCE(?value >= {bound}, false)",
    "maxInclusive": lambda bound: f"!COALESCE(?value <= {bound}, false)",
    "minExclusive": lambda bound: f"!COALESCE(?value > {bound}, false)",
    "maxExclusive": lambda bound: f"!COALESCE(?value < {bound}, false)",
    "minLength": lambda length: f"isBlank(?value) || STRLEN(STR(?value)) < {length}",
    "maxLength": lambda length: f"isBlank(?value) || STRLEN(STR(?value)) > {length}",
    "pattern": lambda pattern: f"isBlank(?value) || !REGEX(STR(?value), {pattern})",
    "hasValue": lambda _: "false",
}
_COUNT_TESTS = {"maxCount": ">", "minCount": "<"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One node that breaks one constraint."""

    node: str  # IRI
    message: str
    path: str | None  # IRI of the predicate
    value: str | None  # the value that breaks it, where one does
    shape: str  # IRI
    document: str | None = None  # identifier of the document that a statement is from
    quote: str | None = None  # what it says there


@dataclass(frozen=True, slots=True)
class Shape:
    """A constraint with its target as one SPARQL query that gives ``?this`` and perhaps ``?value``."""

    iri: str
    severity: str  # "Violation", "Warning" or "Info"
    message: str
    path: str | None
    text: str


def load_shapes(*extra: str | Path) -> list[Shape]:
    """The constraints in the shipped ``shapes.ttl`` and in the files ``extra``.

    Raises:
        SettingsError: a file cannot be read or is not Turtle.
        UnsupportedError: a shape uses a part of SHACL that is not supported here.
    """
    store = ox.Store()
    for path in (ontology_folder() / "shapes.ttl", *map(Path, extra)):
        try:
            store.load(path=str(path), format=ox.RdfFormat.TURTLE)
        except SyntaxError as error:
            raise SettingsError(path, f"is not Turtle: {error.msg}", line=error.lineno) from error
        except OSError as error:
            raise SettingsError(path, f"cannot be read: {error.strerror or error}") from error
    return list(_Reader(store).shapes())


def validate(store: Store, shapes: list[Shape] | None = None) -> Iterator[Finding]:
    """What breaks the graph's integrity: findings of severity Violation and Warning, shape by shape, sorted."""
    return _run(store, [shape for shape in shapes or load_shapes() if shape.severity != "Info"])


def gaps(store: Store, shapes: list[Shape] | None = None) -> Iterator[Finding]:
    """What the texts leave open: findings of severity Info, as goals without means and promises without date."""
    return _run(store, [shape for shape in shapes or load_shapes() if shape.severity == "Info"])


def _run(store: Store, shapes: list[Shape]) -> Iterator[Finding]:
    for shape in shapes:
        result = store.query(shape.text)
        found = set()
        if isinstance(result, QuerySolutions):
            names = {variable.value for variable in result.variables}
            for row in result:
                value = row["value"] if "value" in names else None
                found.add((_text(row["this"]) or "", _text(value)))
        for node, value in sorted(found, key=lambda pair: (pair[0], pair[1] or "")):
            document, quote = _place(store, node)
            yield Finding(node, shape.message, shape.path, value, shape.iri, document, quote)


def _place(store: Store, node: str) -> tuple[str | None, str | None]:
    """Where a person would look for ``node``: the document, and the words of a statement or the label of a name."""
    found: dict[str, str] = {}
    if not node.startswith(store.base):
        return None, None
    for quad in store.quads(NamedNode(node)):
        found.setdefault(quad.predicate.value.rpartition("#")[2].rpartition("/")[2], _text(quad.object) or "")
    source = found.get("source")
    document = source.rpartition("/")[2] if source else None
    return document, found.get("quote") or found.get("exact") or found.get("prefLabel")


def _text(term: object) -> str | None:
    return term.value if isinstance(term, (NamedNode, Literal, BlankNode)) else None if term is None else str(term)


class _Reader:
    """Shapes as RDF → ``Shape``s."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    def shapes(self) -> Iterator[Shape]:
        targets = (self._store.quads_for_pattern(None, NamedNode(SH + name), None) for name in sorted(_TARGETS))
        nodes = {q.subject for quads in targets for q in quads if isinstance(q.subject, (NamedNode, BlankNode))}
        for node in sorted(nodes, key=str):
            target = self._target(node)
            yield from self._constraints(node, target, None)
            for part in sorted(self._values(node, "property"), key=str):
                yield from self._constraints(part, target, self._path(part))

    def _values(self, node: Term, name: str) -> list[Term]:
        quads = self._store.quads_for_pattern(node, NamedNode(SH + name), None)  # type: ignore[arg-type]
        return [quad.object for quad in quads if isinstance(quad.object, (NamedNode, Literal, BlankNode))]

    def _one(self, node: Term, name: str) -> Term | None:
        return next(iter(self._values(node, name)), None)

    def _target(self, node: Term) -> str:
        classes = " ".join(sorted(map(str, self._values(node, "targetClass"))))
        choices = [f"{{ ?this {name} ?any }}" for name in self._values(node, "targetSubjectsOf")]
        choices += [f"{{ ?any {name} ?this }}" for name in self._values(node, "targetObjectsOf")]
        if classes:
            inner = f"{{ SELECT DISTINCT ?class {{ VALUES ?top {{ {classes} }} ?class <{_SUB}>* ?top }} }}"
            listed = f"{{ {inner} ?this a ?class }} UNION {{ VALUES ?class {{ {classes} }} ?this a ?class }}"
            choices.append(listed)
        return f"{{ SELECT DISTINCT ?this {{ {' UNION '.join(choices)} }} }}"

    def _path(self, part: Term) -> tuple[str, str] | None:
        """The triple pattern from ``?this`` to ``?value``, and the predicate's IRI."""
        path = self._one(part, "path")
        if isinstance(path, NamedNode):
            return f"?this {path} ?value", path.value
        inverse = self._one(path, "inversePath") if path is not None else None
        if isinstance(inverse, NamedNode):
            return f"?value {inverse} ?this", inverse.value
        raise UnsupportedError(f"shape {part} has a path that is neither a predicate nor an inverse one")

    def _constraints(self, node: Term, target: str, path: tuple[str, str] | None) -> Iterator[Shape]:
        values = path[0] if path else "BIND(?this AS ?value)"
        for name, value in sorted(self._parts(node), key=lambda part: (part[0], str(part[1]))):
            text = self._query(name, value, target, values, node)
            if text:
                yield self._shape(node, value if name == "sparql" else node, name, path, text)

    def _parts(self, node: Term) -> Iterator[tuple[str, Term]]:
        for quad in self._store.quads_for_pattern(node, None, None):  # type: ignore[arg-type]
            predicate = quad.predicate.value
            if predicate.startswith(SH) and isinstance(quad.object, (NamedNode, Literal, BlankNode)):
                yield predicate.removeprefix(SH), quad.object

    def _query(self, name: str, value: Term, target: str, values: str, node: Term) -> str | None:
        written = str(value)
        if name in _VALUE_TESTS and name != "hasValue":
            return f"SELECT ?this ?value {{ {target} {values} FILTER({_VALUE_TESTS[name](written)}) }}"
        if name in _COUNT_TESTS:
            return _count_query(name, int(value.value), target, values)
        if name == "class":
            inner = f"SELECT DISTINCT ?class {{ {{ ?class <{_SUB}>* {written} }} UNION {{ VALUES ?class {{ {written} }} }} }}"
            return f"SELECT ?this ?value {{ {target} {values} FILTER NOT EXISTS {{ {{ {inner} }} ?value a ?class }} }}"
        if name == "in":
            return (
                f"SELECT ?this ?value {{ {target} {values} FILTER(?value NOT IN ({', '.join(map(str, self._list(value)))})) }}"
            )
        if name == "uniqueLang" and value.value == "true":
            other = values.replace("?value", "?other")
            test = 'LANG(?value) != "" && LANG(?value) = LANG(?other) && STR(?value) < STR(?other)'
            return f"SELECT ?this ?value {{ {target} {values} . {other} FILTER({test}) }}"
        if name == "lessThan":
            return (
                f"SELECT ?this ?value {{ {target} {values} . ?this {written} ?more FILTER(!COALESCE(?value < ?more, false)) }}"
            )
        if name == "sparql":
            return self._own_query(value, target)
        if name in _IGNORED or name == "uniqueLang":
            return None
        raise UnsupportedError(f"shape {node} uses sh:{name}, which is not supported here")

    def _own_query(self, constraint: Term, target: str) -> str:
        select = self._one(constraint, "select")
        if select is None:
            raise UnsupportedError(f"{constraint} has no sh:select")
        return f"SELECT DISTINCT ?this ?value {{ {target} {{ {select.value.replace('$this', '?this')} }} }}"

    def _shape(self, node: Term, source: Term, name: str, path: tuple[str, str] | None, text: str) -> Shape:
        """``source`` is the constraint's own node where it has one."""
        message = self._one(source, "message") or self._one(node, "message")
        severity = self._one(node, "severity")
        return Shape(
            iri=_text(source) or "",
            severity=severity.value.removeprefix(SH) if severity is not None else "Violation",
            message=message.value if message is not None else f"breaks sh:{name}",
            path=path[1] if path else None,
            text=text,
        )

    def _list(self, head: Term) -> Iterator[Term]:
        while head.value != f"{RDF}nil":
            for name, last in ((f"{RDF}first", False), (f"{RDF}rest", True)):
                found = self._object(head, name)
                if last:
                    head = found
                else:
                    yield found

    def _object(self, node: Term, predicate: str) -> Term:
        quads = self._store.quads_for_pattern(node, NamedNode(predicate), None) if not isinstance(node, Literal) else ()
        quad = next(iter(quads), None)
        if quad is None or not isinstance(quad.object, (NamedNode, Literal, BlankNode)):
            raise UnsupportedError("a list in the shapes is broken")
        return quad.object


_SUB = "http://www.w3.org/2000/01/rdf-schema#subClassOf"


def _count_query(name: str, limit: int, target: str, values: str) -> str:
    """A node without any value is in no group, so the least count of one is its own query."""
    if name == "minCount" and limit <= 1:
        return f"SELECT ?this {{ {target} FILTER NOT EXISTS {{ {values} }} }}" if limit else "SELECT ?this { FILTER(false) }"
    optional = f"OPTIONAL {{ {values} }}" if name == "minCount" else values
    count = f"HAVING(COUNT(DISTINCT ?value) {_COUNT_TESTS[name]} {limit})"
    return f"SELECT ?this {{ {target} {optional} }} GROUP BY ?this {count}"
