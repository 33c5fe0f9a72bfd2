"""Repairs on hand-built trees: they must hold whatever the parser says, and leave alone what is right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extraction.helpers import extractor
from kg.extraction.repair import IN_ORDER, adjectives, attachment, forms, gerunds, infinitives, lists, mainverbs, repair
from kg.extraction.repair.asking import InOrder, Repair
from kg.extraction.tree import Token, Tree, trees_of

VERBS = frozenset(["audit", "build", "commission", "foster", "market", "promote", "review", "streamline", "train", "uphold"])


def tree(spec: str) -> Tree:
    """A tree of words written ``form/TAG/label>head`` or ``form/TAG/label>head/lemma``, heads counted from 0."""
    parts = [word.split("/") for word in spec.split()]
    text = " ".join(part[0] for part in parts)
    tokens: list[Token] = []
    at = 0
    for i, (form, tag, arc, *lemma) in enumerate(parts):
        tokens.append(Token(i, form, lemma[0] if lemma else form.lower(), tag, arc.split(">")[0], at))
        at += len(form) + 1
    for token, (_, _, arc, *_) in zip(tokens, parts, strict=True):
        token.head = tokens[int(arc.split(">")[1])]
        if token.head is not token:
            token.head.children.append(token)
    return Tree(text, tokens)


def arcs(made: Tree) -> dict[str, str]:
    """``form → TAG label>head's form``."""
    return {token.text: f"{token.tag} {token.dep}>{token.head.text}" for token in made}


REPAIRS = [
    (
        "subjects_of_auxiliaries",
        mainverbs.subjects_of_auxiliaries,
        "A/DT/det>1 Fund/NNP/nsubj>2 is/VBZ/auxpass>4/be hereby/RB/advmod>4 established/VBN/ROOT>4/establish",
        {"Fund": "NNP nsubjpass>established"},
    ),
    (
        "clause_before_its_conjunct",
        mainverbs.clause_before_its_conjunct,
        "Leaders/NNS/nsubj>1 welcome/VBP/ccomp>4 plans/NNS/dobj>1 ,/,/punct>4 reject/VBP/ROOT>4 threats/NNS/dobj>4",
        {"welcome": "VBP ROOT>welcome", "reject": "VBP conj>welcome", "threats": "NNS dobj>reject"},
    ),
    (
        "clause_before_its_conjunct leaves what is said to its verb of saying",
        mainverbs.clause_before_its_conjunct,
        "Farmers/NNS/nsubj>1 need/VBP/ccomp>4 credit/NN/dobj>1 ,/,/punct>4 say/VBP/ROOT>4 ministers/NNS/dobj>4",
        {"need": "VBP ccomp>say", "say": "VBP ROOT>say"},
    ),
    (
        "nouns_hung_on_punctuation",
        attachment.nouns_hung_on_punctuation,
        "meet/VB/ROOT>0 needs/NNS/dobj>0 ,/,/punct>0 trends/NNS/dep>2",
        {"trends": "NNS conj>needs"},
    ),
    (
        "names_with_and",
        attachment.names_with_and,
        "Ministry/NNP/nsubj>5 of/IN/prep>0 Industry/NNP/pobj>1 and/CC/cc>0 Technology/NNP/conj>0 said/VBD/ROOT>5/say",
        {"Technology": "NNP conj>Industry"},
    ),
    (
        "names_with_and leaves a second organization beside the first",
        attachment.names_with_and,
        "Ministry/NNP/nsubj>6 of/IN/prep>0 Health/NNP/pobj>1 and/CC/cc>0 the/DT/det>5 Treasury/NNP/conj>0 said/VBD/ROOT>6/say",
        {"Treasury": "NNP conj>Ministry"},
    ),
    (
        "nouns_hung_on_verbs",
        attachment.nouns_hung_on_verbs,
        "finance/VB/ROOT>0 collection/NN/dobj>0 ,/,/punct>1 sorting/NN/conj>0",
        {"sorting": "NN conj>collection"},
    ),
    (
        "nouns_hung_on_verbs leaves a clause with its own subject",
        attachment.nouns_hung_on_verbs,
        "cut/VB/ROOT>0 fees/NNS/dobj>0 and/CC/cc>0 banks/NNS/nsubj>4 lend/NN/conj>0",
        {"lend": "NN conj>cut"},
    ),
    (
        "adjective_as_object",
        adjectives.adjective_as_object,
        "combining/VBG/ROOT>0/combine grey/JJ/dobj>0 and/CC/cc>1 green/JJ/amod>4 infrastructure/NN/conj>1",
        {"infrastructure": "NN dobj>combining", "grey": "JJ amod>infrastructure"},
    ),
    (
        "subject_taken_for_conjunct",
        mainverbs.subject_taken_for_conjunct,
        "apply/VBP/ROOT>0 to/IN/prep>0 zones/NNS/pobj>1 and/CC/cc>2 boats/NNS/conj>2 are/VBP/auxpass>6/be"
        " exempted/VBN/conj>0/exempt",
        {"boats": "NNS nsubjpass>exempted"},
    ),
    (
        "phrases_of_the_object",
        attachment.phrases_of_the_object,
        "enhance/VB/ROOT>0 cooperation/NN/dobj>0 among/IN/prep>0 firms/NNS/pobj>2",
        {"among": "IN prep>cooperation"},
    ),
    (
        "phrases_of_the_object leaves a phrase of place to the verb",
        attachment.phrases_of_the_object,
        "enhance/VB/ROOT>0 cooperation/NN/dobj>0 in/IN/prep>0 Asia/NNP/pobj>2",
        {"in": "IN prep>enhance"},
    ),
    (
        "absolute_with",
        attachment.absolute_with,
        "rose/VBD/ROOT>0/rise ,/,/punct>0 with/IN/prep>0 output/NN/pobj>2 of/IN/prep>3 chips/NNS/pobj>4"
        " showing/VBG/acl>5/show vigour/NN/dobj>6",
        {"showing": "VBG acl>output"},
    ),
    (
        "plural_verb_before_infinitive",
        forms.plural_verb_before_infinitive,
        "The/DT/det>2 Party/NNP/compound>2 pledges/NNS/ROOT>2/pledge to/TO/aux>4 build/VB/acl>2 homes/NNS/dobj>4",
        {"pledges": "VBZ ROOT>pledges", "Party": "NNP nsubj>pledges", "build": "VB xcomp>pledges"},
    ),
    (
        "plural_verb_before_infinitive leaves a noun beside a finite verb",
        forms.plural_verb_before_infinitive,
        "Its/PRP$/poss>1 plans/NNS/nsubj>4/plan to/TO/aux>3 build/VB/acl>1 failed/VBD/ROOT>4/fail",
        {"plans": "NNS nsubj>failed", "build": "VB acl>plans"},
    ),
    (
        "initial_imperative",
        lambda tokens: forms.initial_imperative(tokens, VERBS),
        "Uphold/NN/compound>3 the/DT/det>3 bottom/NN/compound>3 line/NN/ROOT>3",
        {"Uphold": "VB ROOT>Uphold", "line": "NN dobj>Uphold"},
    ),
    (
        "to_before_adjective",
        lambda tokens: infinitives.to_before_adjective(tokens, VERBS),
        "entitled/VBN/ROOT>0/entitle to/TO/aux>2 equal/JJ/xcomp>0 prices/NNS/dobj>2",
        {"to": "TO prep>entitled", "prices": "NNS pobj>to", "equal": "JJ amod>prices"},
    ),
    (
        "gerund_after_commitment",
        lambda tokens: gerunds.gerund_after_commitment(tokens, VERBS),
        "committed/VBN/ROOT>0/commit to/IN/prep>0 streamlining/NN/amod>3 permits/NNS/pobj>1",
        {"streamlining": "VBG pcomp>to", "permits": "NNS dobj>streamlining"},
    ),
    (
        "gerund_lists after a comma and after and",
        lambda tokens: gerunds.gerund_lists(tokens, VERBS),
        "for/IN/ROOT>0 reviewing/VBG/pcomp>0/review deals/NNS/dobj>1 ,/,/punct>1 auditing/VBG/advcl>1/audit rights/NNS/dobj>4"
        " ,/,/punct>4 and/CC/cc>5 training/NN/compound>9 staff/NN/conj>5",
        {"auditing": "VBG conj>reviewing", "training": "VBG conj>auditing", "staff": "NN dobj>training"},
    ),
    (
        "passive_lists",
        gerunds.passive_lists,
        "is/VBZ/auxpass>1/be delivered/VBN/ROOT>1/deliver by/IN/agent>1 schools/NNS/pobj>2 ,/,/punct>3"
        " commissioned/VBN/acl>3/commission by/IN/agent>5 agencies/NNS/pobj>6 and/CC/cc>5 monitored/VBN/conj>5/monitor",
        {"commissioned": "VBN conj>delivered", "monitored": "VBN conj>commissioned"},
    ),
    (
        "participle_before_noun",
        gerunds.participle_before_noun,
        "save/VB/ROOT>0 succeeding/VBG/xcomp>0/succeed generations/NNS/dobj>1",
        {"generations": "NNS dobj>save", "succeeding": "VBG amod>generations"},
    ),
    (
        "participle_before_noun leaves the gerund of a verb that takes one",
        gerunds.participle_before_noun,
        "stop/VB/ROOT>0 selling/VBG/xcomp>0/sell cars/NNS/dobj>1",
        {"selling": "VBG xcomp>stop", "cars": "NNS dobj>selling"},
    ),
    (
        "bare_verbs_in_lists",
        lambda tokens: lists.bare_verbs_in_lists(tokens, VERBS),
        "to/TO/aux>1 build/VB/ROOT>1 hubs/NNS/dobj>1 ,/,/punct>2 foster/JJ/amod>5 clusters/NNS/conj>2 ,/,/punct>5"
        " and/CC/cc>1 promote/VB/conj>1 trade/NN/dobj>8",
        {"foster": "VB conj>build", "clusters": "NNS dobj>foster"},
    ),
    (
        "bare_verbs_in_lists leaves a noun that could be a verb where the list needs none",
        lambda tokens: lists.bare_verbs_in_lists(tokens, VERBS),
        "to/TO/aux>1 build/VB/ROOT>1 schools/NNS/dobj>1 ,/,/punct>2 market/NN/compound>5 halls/NNS/conj>2"
        " and/CC/cc>5 ports/NNS/conj>5",
        {"market": "NN compound>halls", "halls": "NNS conj>schools"},
    ),
    (
        "infinitive_conjuncts",
        lists.infinitive_conjuncts,
        "agreed/VBD/ROOT>0/agree to/TO/aux>2 publish/VB/xcomp>0 guidance/NN/dobj>2 and/CC/cc>0 to/TO/aux>6 update/VB/conj>0",
        {"update": "VB conj>publish"},
    ),
    (
        "conjunct_forms",
        lists.conjunct_forms,
        "use/VB/ROOT>0 data/NNS/dobj>0 for/IN/prep>0 predicting/VBG/pcomp>2/predict acts/NNS/dobj>3"
        " nor/CC/cc>3 transfer/VB/conj>3",
        {"transfer": "VB conj>use"},
    ),
    (
        "finite_conjuncts",
        lists.finite_conjuncts,
        "plans/VBZ/ROOT>0/plan to/TO/aux>2 restore/VB/xcomp>0 schemes/NNS/dobj>2 ,/,/punct>0"
        " recruit/VBP/conj>0 staff/NN/dobj>5",
        {"recruit": "VB conj>restore"},
    ),
    (
        "finite_conjuncts leaves a form that agrees",
        lists.finite_conjuncts,
        "states/NNS/nsubj>1 fund/VBP/ROOT>1 ports/NNS/dobj>1 and/CC/cc>1 build/VBP/conj>1 roads/NNS/dobj>4",
        {"build": "VBP conj>fund"},
    ),
    (
        "modal_conjuncts",
        lists.modal_conjuncts,
        "must/MD/aux>1 delete/VB/ROOT>1 data/NNS/dobj>1 when/WRB/advmod>5 users/NNS/nsubj>5 ask/VBP/advcl>1 ,/,/punct>5"
        " shall/MD/aux>8 sell/VB/conj>5 nothing/NN/dobj>8",
        {"sell": "VB conj>delete"},
    ),
]


@pytest.mark.parametrize(("rule", "spec", "expected"), [pytest.param(*case[1:], id=case[0]) for case in REPAIRS])
def test_repair(rule, spec: str, expected: dict[str, str]) -> None:  # type: ignore[no-untyped-def]
    """Guards each repair alone: what it mends, and a neighbour that it must not touch."""
    made = tree(spec)
    rule(made.tokens)
    assert {form: arc for form, arc in arcs(made).items() if form in expected} == expected
    assert_whole(made)


def test_lemma_of_a_repaired_form() -> None:
    """Guards the lemma of a gerund that the lexicon knows and the lemmatizer left as it was."""
    made = tree("by/IN/ROOT>0 promoting/VBG/pcomp>0/promoting trade/NN/dobj>1")
    forms.lemmas(made.tokens, VERBS)
    assert made[1].lemma == "promote"


def test_hang_refuses_a_circle() -> None:
    """Guards that no repair can make a tree run in a circle."""
    made = tree("save/VB/ROOT>0 lives/NNS/dobj>0 here/RB/advmod>1")
    made[0].hang(made[2], "conj")
    made[1].hang(made[1], "conj")
    assert arcs(made)["save"] == "VB ROOT>save"
    assert_whole(made)


def assert_whole(made: Tree) -> None:
    """Heads and children agree, in text order, and every token reaches a root."""
    for token in made:
        assert [child.i for child in token.children] == sorted({child.i for child in token.children})
        assert all(child.head is token for child in token.children)
        assert token.head is token or token in token.head.children
        seen = {token.i}
        for above in token.ancestors():
            assert above.i not in seen
            seen.add(above.i)


TAGS = ["NN", "NNS", "NNP", "VB", "VBG", "VBN", "VBZ", "VBP", "VBD", "JJ", "TO", "IN", "CC", ",", "DT", "MD", "RB", "PRP", ":"]
LABELS = [
    "nsubj",
    "nsubjpass",
    "dobj",
    "pobj",
    "conj",
    "cc",
    "punct",
    "amod",
    "compound",
    "advcl",
    "acl",
    "relcl",
    "ccomp",
    "xcomp",
    "aux",
    "auxpass",
    "prep",
    "pcomp",
    "agent",
    "det",
    "dep",
    "appos",
]
FORMS = [
    "to",
    "and",
    ",",
    "with",
    "by",
    "fund",
    "build",
    "promote",
    "training",
    "reviewed",
    "the",
    "Ministry",
    "of",
    "plans",
    ",",
    "must",
    "not",
    "that",
    "foster",
    "clusters",
    "it",
    ":",
]


@st.composite
def _specs(draw: st.DrawFn) -> str:
    """Any tree at all: random forms, tags and labels, each token hung on an earlier one or on a later one without a circle."""
    size = draw(st.integers(1, 14))
    order = draw(st.permutations(range(size)))
    heads = {order[0]: order[0]}
    for k, i in enumerate(order[1:], 1):
        heads[i] = order[draw(st.integers(0, k - 1))]
    words = [
        f"{draw(st.sampled_from(FORMS))}/{draw(st.sampled_from(TAGS))}/{draw(st.sampled_from(LABELS))}>{heads[i]}"
        for i in range(size)
    ]
    return " ".join(words)


def _trees() -> st.SearchStrategy[Tree]:
    return _specs().map(tree)


@settings(max_examples=150, deadline=None)
@given(_trees())
def test_repair_keeps_any_tree_whole(made: Tree) -> None:
    """Guards every repair against any parse: nothing raised, no circle, no token lost."""
    size = len(made)
    repair(made, VERBS)
    assert len(made) == size
    assert_whole(made)


@settings(max_examples=60, deadline=None)
@given(_trees())
def test_repairing_twice_changes_no_more_words(made: Tree) -> None:
    """Guards that repairs leave the words themselves and their places alone."""
    before = [(token.text, token.start, token.end) for token in made]
    repair(made, VERBS)
    repair(made, VERBS)
    assert [(token.text, token.start, token.end) for token in made] == before


ALWAYS = tuple(Repair(rule.__wrapped__, ()) for rule in IN_ORDER)


def assert_asked_where_needed(asked: Tree, unasked: Tree) -> None:
    """Repairs asked by their marks leave the same tree as repairs that are all asked."""
    InOrder(IN_ORDER)(asked.tokens, VERBS)
    InOrder(ALWAYS)(unasked.tokens, VERBS)
    for one, other in zip(asked, unasked, strict=True):
        assert (one.lemma, one.tag, one.dep, one.head.i) == (other.lemma, other.tag, other.dep, other.head.i)


@settings(max_examples=200, deadline=None)
@given(_specs())
@example("to/VB/dobj>0 to/NN/aux>0 to/NN/dobj>0 to/NN/dobj>0 to/MD/dobj>1")
@example("to/NN/nsubj>3 to/NN/nsubj>3 to/NN/nsubj>3 to/VB/dobj>3 to/NN/nsubj>3 :/NN/nsubj>3 to/VBG/acl>3 to/NN/nsubj>3")
def test_marks_of_repairs(spec: str) -> None:
    """Guards that no repair asks for more than it needs: any tree."""
    assert_asked_where_needed(tree(spec), tree(spec))


def test_marks_of_repairs_on_gold() -> None:
    """The same: sentences as people write them."""
    lines = (Path(__file__).parents[1] / "gold" / "development.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    for text, doc in zip(texts, extractor().language.parse(texts), strict=True):
        for asked, unasked in zip(trees_of(doc, text, [doc[:]]), trees_of(doc, text, [doc[:]]), strict=True):
            assert_asked_where_needed(asked, unasked)


def test_what_is_replaced_hangs_on_nothing() -> None:
    """Guards the climb from conjunct to conjunct, which would else go round for ever on a word without a head."""
    top, old, new = (Token(i, word, word, "VB", "conj", 0) for i, word in enumerate(("build", "cut", "sell")))
    top.dep = "ROOT"
    old.hang(top, "conj")
    new.hang(old, "conj")
    new.replace(old)
    assert (new.head, new.dep, old.head, old.dep) == (top, "conj", old, "ROOT")
