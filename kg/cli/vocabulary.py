"""``kg vocabulary``: check, look up, suggest, accept, forbid, evaluate."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import graph_option

__all__ = ["command"]

_DECISIONS = click.option(
    "--decisions",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The analyst's file.  [default: decisions.ttl in the graph's folder, which every build reads]",
)
_VOCABULARY = click.option("--vocabulary", multiple=True, metavar="FILE", help="Turtle file read after the shipped ones.")


@click.group("vocabulary")
def command() -> None:
    """Names of actors and concepts: check files, propose merges, decide on them, measure linking."""


@command.command("check")
@click.argument("files", nargs=-1, metavar="[FILE]...")
def check(files: tuple[str, ...]) -> None:
    """Check the shipped vocabulary together with FILE..."""
    from kg.vocabulary import load_vocabulary  # noqa: PLC0415 — imported when called

    found = load_vocabulary(*files)
    verbs = sum(len(relation.verbs) for relation in found.relations.values())
    click.echo(
        f"{len(found.actors)} actors, {len(found.concepts)} concepts, {len(found.relations)} relations, {verbs} verbs, "
        f"{len(found.same_as)} merges accepted"
    )


@command.command("find")
@click.argument("name")
@_VOCABULARY
def find(name: str, vocabulary: tuple[str, ...]) -> None:
    """Show what NAME means: the entry with all its names, or the relation of a verb."""
    from kg.errors import VocabularyError  # noqa: PLC0415
    from kg.vocabulary import TOP, load_vocabulary  # noqa: PLC0415

    known = load_vocabulary(*vocabulary)
    entries = [entry for kind in ("actor", "concept") if (entry := known.entry(kind, name))]
    relation = known.relation_of(name)
    if not entries and relation == TOP:
        raise VocabularyError(
            "vocabulary", f"no actor, concept or verb is called {name!r}", hint="add it in a file of your own"
        )
    for entry in entries:
        click.echo(f"{entry.kind}: {entry.label}  <{entry.iri}>")
        links = {"also": entry.alt_labels, "short": entry.context_labels}
        links |= {"broader": tuple(map(known.label, entry.broader)), "related": tuple(map(known.label, entry.related))}
        links |= {"never": tuple(map(known.label, entry.not_same_as))}
        for word, values in links.items():
            if values:
                click.echo(f"  {word}: {', '.join(values)}")
    if relation != TOP:
        click.echo(f"verb: {name} → {' → '.join([relation, *known.ancestors(relation)])}")


@command.command("suggest")
@graph_option
@click.option("--threshold", type=click.FloatRange(0, 1), default=0.6, show_default=True, help="Lowest score, from 0 to 1.")
@click.option("--limit", type=click.IntRange(min=0), default=20, show_default=True, help="How many proposals; 0 shows all.")
@click.option("--format", "format", type=click.Choice(["text", "csv", "json"]), default="text", show_default=True)
def suggest(graph: str, threshold: float, limit: int, format: str) -> None:
    """Propose names that may be of one thing, with their sentences side by side. Nothing is merged."""
    from kg.analysis import read_graph  # noqa: PLC0415
    from kg.analysis.suggest import decided_pairs, listed_nodes, proposal_rows  # noqa: PLC0415
    from kg.analysis.suggest import suggest as propose  # noqa: PLC0415
    from kg.analysis.tables import rows_text  # noqa: PLC0415
    from kg.stores import open_store  # noqa: PLC0415

    with open_store(graph, read_only=True) as store:
        read, decided, listed = read_graph(store), decided_pairs(store), listed_nodes(store)
    found = propose(read, decided=decided, listed=listed, threshold=threshold, limit=limit)
    rows = list(proposal_rows(read, found))
    if format != "text":
        click.echo(rows_text(rows, format), nl=False)
        return
    for row in rows:
        click.echo(f"{row['score']:.3f}  {row['one']}  |  {row['other']}  (name {row['name']}, company {row['company']})")
        click.echo(f"       “{' '.join(row['one says'].split())}”\n       “{' '.join(row['other says'].split())}”")
    click.echo(f"{len(rows)} proposals; decide: kg vocabulary accept ONE OTHER, kg vocabulary forbid ONE OTHER")


@command.command("accept")
@click.argument("one")
@click.argument("other")
@graph_option
@_DECISIONS
@_VOCABULARY
def accept(one: str, other: str, graph: str, decisions: Path | None, vocabulary: tuple[str, ...]) -> None:
    """Write that ONE and OTHER are one thing; build again with the file to merge them."""
    _decide(one, other, graph, decisions, vocabulary=vocabulary, same=True)


@command.command("forbid")
@click.argument("one")
@click.argument("other")
@graph_option
@_DECISIONS
@_VOCABULARY
def forbid(one: str, other: str, graph: str, decisions: Path | None, vocabulary: tuple[str, ...]) -> None:
    """Write that ONE and OTHER are never one thing; they are not proposed again."""
    _decide(one, other, graph, decisions, vocabulary=vocabulary, same=False)


def _decide(one: str, other: str, graph: str, decisions: Path | None, *, vocabulary: tuple[str, ...], same: bool) -> None:
    from kg.analysis.claims import any_iri  # noqa: PLC0415
    from kg.decisions import FILE_NAME, decide  # noqa: PLC0415
    from kg.stores import open_store  # noqa: PLC0415

    with open_store(graph, read_only=True) as store:
        nodes = [any_iri(store, name) for name in (one, other)]
        file = decisions or (Path(graph) if Path(graph).is_dir() else Path()) / FILE_NAME
        changed = decide(file, *nodes, same=same, vocabulary=vocabulary, base=store.base)
    word = "are one" if same else "are never one"
    click.echo(f"{file}: {one} and {other} {word}" + ("" if changed else " (it said so already)"))


@command.command("evaluate")
@click.argument("gold", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--texts", type=click.Path(path_type=Path, file_okay=False), help="Folder of the texts.  [default: that of GOLD]")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--errors", is_flag=True, help="List each pair that is wrongly joined or kept apart.")
@_VOCABULARY
def evaluate(gold: Path, texts: Path | None, as_json: bool, errors: bool, vocabulary: tuple[str, ...]) -> None:
    """Measure linking on GOLD, JSON Lines of mentions: pairwise and B³ precision, recall, F1."""
    import json  # noqa: PLC0415

    from kg.linkingscore import evaluate_linking  # noqa: PLC0415
    from kg.vocabulary import load_vocabulary  # noqa: PLC0415

    score = evaluate_linking(gold, texts or gold.parent, load_vocabulary(*vocabulary))
    if as_json:
        click.echo(json.dumps(score.as_dict(), indent=1))
        return
    for name, figures in (("pairwise", score.pairwise), ("B³", score.b_cubed)):
        click.echo(f"{name:<9} precision {figures.precision:.3f}  recall {figures.recall:.3f}  F1 {figures.f1:.3f}")
    click.echo(f"{score.mentions} mentions of {score.entities} things in {score.documents} texts")
    for line in score.errors if errors else ():
        click.echo(line)
