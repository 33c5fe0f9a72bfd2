"""A graph whose every text tries to be something else."""

from __future__ import annotations

from tests.view.synthetic import Builder, GraphStore, add_document, add_statement

TEXTS = [
    "<script>window.pwned=1</script>",
    "</script><script>window.pwned=2</script>",
    "</title></style><img src=x onerror=window.pwned=3>",
    "<!--<script>",
    "]]></svg><svg onload=window.pwned=4>",
    "\"' onmouseover='window.pwned=5' \"",
    "{{7*7}} {% include '/etc/passwd' %} ${window.pwned=6} `",
    "javascript:window.pwned=7",
    'href="javascript:window.pwned=8" href',
    '=HYPERLINK("http://127.0.0.1:9/","x")',
    "turned \u202e txet \u2066 round \u2069 \ufeff",
    "bell \x07 escape \x1b[31m delete \x7f next \x85 line \u2028 para \u2029",
    '\\u003cscript\\u003e \\ \\" \r\n\ttab',
    "long " + "word" * 2500,
    "long-words " * 900,
    "😀 👩‍👩‍👧 astral \U0001f600 plane",
    "__proto__",
    "constructor",
]


def hostile_store() -> GraphStore:
    """Each text as actor, alias, concept, title, speaker, verb and quotation."""
    out = Builder()
    for number, text in enumerate(TEXTS):
        out.graph = "https://w3id.org/policy-kg/graph/vocabulary"
        actor = out.named("actor", f"{text} a{number}"[:10_200], text)
        concept = out.named("concept", f"{text} c{number}"[:10_200])
        speaker = out.named("person", f"{text} p"[:10_200])
        document = add_document(out, number, f"20{10 + number % 5}-01-01", title=text)
        sentence = f"😀 {text} before: will {text} this, and {text} after."
        add_statement(
            out,
            document=document,
            day=f"20{10 + number % 5}-01-01",
            sentence=(0, sentence),
            quote=f"will {text} this",
            actor=actor if number % 4 else None,
            relation="promotes",
            concept=concept,
            verb=text,
            status="planned",
            negated=number % 5 == 0,
            speaker=speaker,
        )
    store = GraphStore()
    store.store.bulk_extend(out.quads)
    return store
