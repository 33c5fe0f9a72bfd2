"""Proposals of names that may be of one thing. Nothing here merges anything: an analyst accepts or forbids.

Candidates share a rare word, or one is spelt like the initials of the other. No candidates are two that one sentence names side
by side, for who lists them means two things; amounts, and names with different numbers; "the country" of one text and that of
another. The score, from 0 to 1, is three parts how alike the names are (words shared, letters in order, initials) and one part
how alike their company is (who does what to them). It orders proposals; it is no probability.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

from pyoxigraph import NamedNode

from kg.analysis.claims import Claim, Graph
from kg.graph import SKOS, terms
from kg.names import head, is_acronym, name_key, words
from kg.stores import Store

__all__ = ["Proposal", "decided_pairs", "listed_nodes", "proposal_rows", "suggest"]

_BLOCK = 40  # a word that more names share tells nothing
_NAME, _COMPANY = 0.75, 0.25


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two nodes that may be one, with a statement of each; ``one`` is listed, or has more statements."""

    one: str
    other: str
    score: float
    name: float
    company: float
    evidence: tuple[Claim, Claim]


@dataclass(frozen=True, slots=True)
class _Node:
    iri: str
    keys: tuple[str, ...]
    labels: tuple[str, ...]
    tokens: frozenset[str]
    company: frozenset[str]
    claims: tuple[Claim, ...]
    sentences: frozenset[str]
    local: bool  # a name that is good in one document only


def suggest(
    graph: Graph, *, decided: Iterable[frozenset[str]] = (), listed: Iterable[str] = (), threshold: float = 0.6, limit: int = 0
) -> list[Proposal]:
    """Proposals with at least that score, best first, at most ``limit`` (0: all).

    ``decided`` are pairs that need no proposal; of two nodes in ``listed`` the vocabulary says that they differ.
    """
    nodes = _nodes(graph)
    known, vocabulary = set(decided), frozenset(listed)
    found = []
    for one, other in sorted(_candidates(nodes)):
        pair = (nodes[one], nodes[other])
        if frozenset((one, other)) in known or {one, other} <= vocabulary or _nested(graph, one, other):
            continue
        if pair[0].sentences & pair[1].sentences or _differ(*pair):
            continue
        name, company = _alike(*pair), _company(*pair)
        score = round(_NAME * name + _COMPANY * company, 3)
        if score >= threshold:
            first, second = sorted(pair, key=lambda node: (node.iri not in vocabulary, -len(node.claims), node.iri))
            evidence = (first.claims[0], second.claims[0])
            found.append(Proposal(first.iri, second.iri, score, round(name, 3), round(company, 3), evidence))
    found.sort(key=lambda item: (-item.score, item.one, item.other))
    return found[: limit or None]


def decided_pairs(store: Store) -> set[frozenset[str]]:
    """Pairs that the vocabulary or an analyst has accepted or forbidden, as ``store`` holds them."""
    names = terms(store.base)
    found = set()
    for predicate in ("sameAs", "notSameAs"):
        for quad in store.quads(None, names.kg(predicate)):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                found.add(frozenset((quad.subject.value, quad.object.value)))
    return found


def listed_nodes(store: Store) -> frozenset[str]:
    """The nodes that the vocabulary graph of ``store`` names."""
    label, graph = NamedNode(f"{SKOS}prefLabel"), terms(store.base).vocabulary
    quads = store.quads(None, label, None, graph)
    return frozenset(quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode))


def _nodes(graph: Graph) -> dict[str, _Node]:
    claims: dict[str, list[Claim]] = {}
    company: dict[str, set[str]] = {}
    for claim in graph.claims:
        for iri, who in ((claim.concept, claim.actor), (claim.actor, claim.concept)):
            if iri is not None:
                claims.setdefault(iri, []).append(claim)
                company.setdefault(iri, set()).add(f"{claim.relation} {who}")
    return {iri: _node(graph, iri, said, company[iri]) for iri, said in sorted(claims.items())}


def _node(graph: Graph, iri: str, claims: list[Claim], company: set[str]) -> _Node:
    labels = (graph.label(iri), *sorted(graph.aliases.get(iri, ())))
    keys = tuple(dict.fromkeys(map(name_key, labels)))
    small = words().connectors | words().determiners
    tokens = frozenset(token for token in keys[0].split() if token not in small)
    sentences = frozenset(claim.sentence for claim in claims)
    local = iri.endswith(f"_in_{graph.document(claims[0])}")
    return _Node(iri, keys, labels, tokens, frozenset(company), tuple(claims), sentences, local)


def _candidates(nodes: Mapping[str, _Node]) -> set[tuple[str, str]]:
    """Pairs of one room that share a word that few names have, or a word and its initials."""
    blocks: dict[tuple[str, str], list[str]] = {}
    for iri, node in nodes.items():
        room = _room(iri)
        for token in {token for key in node.keys for token in key.split()} - words().connectors - words().determiners:
            blocks.setdefault((room, token), []).append(iri)
        for initials in {_initials(key) for key in node.keys}:
            if len(initials) > 1:
                blocks.setdefault((room, initials), []).append(iri)
    rare = (sorted(set(block)) for block in blocks.values() if 1 < len(block) <= _BLOCK)
    return {pair for block in rare for pair in combinations(block, 2)}


def _room(iri: str) -> str:
    return iri.rsplit("/", 2)[-2]


def _initials(key: str) -> str:
    return "".join(word[0] for word in key.split() if word not in words().connectors)


def _nested(graph: Graph, one: str, other: str) -> bool:
    return other in graph.under.get(one, ()) or one in graph.under.get(other, ())


def _differ(one: _Node, other: _Node) -> bool:
    """Whether the names say themselves that these are two things, or how much and not what."""
    numbers = [frozenset(token for token in node.tokens if any(map(str.isdigit, token))) for node in (one, other)]
    amounts = any(head(node.labels[0]) in words().measures for node in (one, other))
    return amounts or (all(numbers) and numbers[0] != numbers[1]) or (one.local and other.local)


def _acronyms(node: _Node) -> set[str]:
    """The abbreviations among its names, but for those that others of its names spell out."""
    found = {label.casefold().removesuffix("s") for label in node.labels if is_acronym(label)}
    return found - {_initials(key) for key in node.keys}


def _alike(one: _Node, other: _Node) -> float:
    """The better of shared words and letters in order; 1 where a name is the initials of the other."""
    for short, long in ((one, other), (other, one)):
        if _acronyms(short) & {_initials(key) for key in long.keys}:
            return 1.0
    letters = SequenceMatcher(None, one.keys[0], other.keys[0], autojunk=False)
    if letters.real_quick_ratio() < 0.5:  # saves the long way where no score can come of it
        return _jaccard(one.tokens, other.tokens)
    return max(_jaccard(one.tokens, other.tokens), letters.ratio() if letters.quick_ratio() > 0.5 else 0.0)


def _company(one: _Node, other: _Node) -> float:
    """Company shared, of all there is and one more: a single meeting is no acquaintance."""
    return len(one.company & other.company) / (len(one.company | other.company) + 1)


def _jaccard(one: frozenset[Any], other: frozenset[Any]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def proposal_rows(graph: Graph, proposals: Iterable[Proposal]) -> Iterator[dict[str, Any]]:
    """Proposals as plain rows, with the sentences side by side."""
    for item in proposals:
        yield {
            "score": item.score,
            "name": item.name,
            "company": item.company,
            "one": graph.label(item.one),
            "other": graph.label(item.other),
            "one says": item.evidence[0].sentence,
            "other says": item.evidence[1].sentence,
            "one iri": item.one,
            "other iri": item.other,
        }
