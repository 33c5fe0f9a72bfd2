"""The analyst's decisions: a small Turtle file of ``kg:sameAs`` and ``kg:notSameAs``, read with the vocabulary.

A build reads the one in its graph's folder by itself; any other is named in ``kg.toml`` or by ``--vocabulary``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import VocabularyError
from kg.files import whole_file
from kg.ids import BASE
from kg.vocabulary import ONTOLOGY, load_vocabulary

__all__ = ["FILE_NAME", "decide", "keep_decisions", "read_decisions", "vocabulary_files"]

FILE_NAME = "decisions.ttl"
_HEADER = """# Decisions of an analyst. kg:sameAs: both are one thing, which keeps the first node. kg:notSameAs: they never are.
# In the folder of a graph every build of that graph reads it; elsewhere name it in kg.toml (vocabulary = ["decisions.ttl"]).

"""


def vocabulary_files(own: tuple[str, ...], graph_dir: Path) -> tuple[str, ...]:
    """The analyst's files ``own``, with the decisions in the folder of the graph where there are any."""
    file = graph_dir / FILE_NAME
    return own if not file.is_file() or any(Path(name) == file for name in own) else (*own, str(file))


def read_decisions(path: Path) -> set[tuple[str, str, str]]:
    """The decisions in ``path`` as (IRI, "sameAs" or "notSameAs", IRI); none where there is no file.

    Raises:
        VocabularyError: it is not Turtle, or holds something else.
    """
    if not path.exists():
        return set()
    try:
        triples = list(ox.parse(path.read_bytes(), ox.RdfFormat.TURTLE))
    except SyntaxError as error:
        raise VocabularyError(path, f"is not Turtle: {error.msg}", line=error.lineno) from error
    except OSError as error:
        raise VocabularyError(path, f"cannot be read: {error.strerror}") from error
    found = set()
    for quad in triples:
        name = quad.predicate.value.removeprefix(ONTOLOGY)
        if name not in {"sameAs", "notSameAs"} or not isinstance(quad.subject, ox.NamedNode):
            raise VocabularyError(path, f"holds something besides decisions: {quad.triple}", hint="keep it in another file")
        found.add((quad.subject.value, name, quad.object.value if isinstance(quad.object, ox.NamedNode) else ""))
    return found


def decide(path: Path, one: str, other: str, *, same: bool, vocabulary: tuple[str, ...] = (), base: str = BASE) -> bool:
    """Write into ``path`` that the nodes are the same, or never are; False where it says so already.

    A decision replaces the opposite one on the same two nodes. ``vocabulary`` are the files that are read beside it.

    Raises:
        VocabularyError: the decision contradicts the vocabulary or other decisions; the file stays as it was.
    """
    one, other = (_in_files(iri, base) for iri in (one, other))
    if one == other:
        if same:
            return False
        raise VocabularyError(
            path, f"both names are of one node: {one}", hint="a vocabulary or a decision says so: change that"
        )
    before = read_decisions(path)
    others = {item for item in before if {item[0], item[2]} != {one, other}}
    after = others | {(one, "sameAs" if same else "notSameAs", other)}
    if after == before:
        return False
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_text(_HEADER + _turtle(after), encoding="utf-8")
        load_vocabulary(*(name for name in vocabulary if Path(name) != path), part)
        part.replace(path)
    except OSError as error:
        raise VocabularyError(path, f"cannot be written: {error.strerror}") from error
    except VocabularyError as error:
        raise VocabularyError(path, f"would contradict itself: {error.what}", hint=error.hint) from error
    finally:
        part.unlink(missing_ok=True)
    return True


def keep_decisions(graph_dir: Path, quads: Iterable[ox.Quad], *, base: str = BASE) -> None:
    """Have builds in ``graph_dir`` read the decisions that ``quads`` are; what its file says of the same nodes stays.

    Raises:
        VocabularyError: the file cannot be written.
    """
    path = graph_dir / FILE_NAME
    before = read_decisions(path)
    decided = {frozenset((one, other)) for one, _, other in before}
    found = {
        (_in_files(quad.subject.value, base), quad.predicate.value.removeprefix(ONTOLOGY), _in_files(quad.object.value, base))
        for quad in quads
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode)
    }
    new = {item for item in found if item[1] in {"sameAs", "notSameAs"} and frozenset((item[0], item[2])) not in decided}
    if new:
        try:
            with whole_file(path) as out:
                out.write((_HEADER + _turtle(before | new)).encode())
        except OSError as error:
            raise VocabularyError(path, f"cannot be written: {error.strerror}") from error


def _in_files(iri: str, base: str) -> str:
    """``iri`` as vocabulary files have it, whatever the base of the graph is."""
    return BASE + iri.removeprefix(base) if iri.startswith(base) else iri


def _turtle(decisions: set[tuple[str, str, str]]) -> str:
    prefixes = {"concept": f"{BASE}concept/", "actor": f"{BASE}actor/", "person": f"{BASE}person/", "kg": ONTOLOGY}
    triples = [
        ox.Triple(ox.NamedNode(one), ox.NamedNode(ONTOLOGY + name), ox.NamedNode(other))
        for one, name, other in sorted(decisions)
    ]
    return (ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b"").decode()
