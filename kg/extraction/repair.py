"""Mend what the parser gets wrong, by parallel structure, agreement and the verb lexicon.

Each rule is a small function over the tree, with the construction it is for in its docstring. A rule only acts where its evidence is
in the sentence: a list of verbs that is open, a form that does not agree, an auxiliary without its subject.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from kg.extraction.tree import Token, Tree
from kg.extraction.words import words

__all__ = ["repair"]

_MODIFIER_DEPS = frozenset({"compound", "amod", "nmod", "npadvmod", "nsubj", "dep", "advmod", "nummod", "det"})
_CONVERTIBLE = _MODIFIER_DEPS | {"conj", "appos"}
_NP_START = frozenset({"DT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "PRP$", "CD", "VBG", "VBN", "RB", "$", "PRP"})
_FINITE = frozenset({"VBZ", "VBD", "VBP"})


def repair(tree: Tree, verbs: AbstractSet[str]) -> None:
    """Change ``tree`` in place; ``verbs`` are the words that the relation lexicon knows as verbs."""
    tokens = tree.tokens
    _subjects_of_auxiliaries(tokens)
    _to_before_adjective(tokens)
    _gerund_after_commitment(tokens, verbs)
    _clause_before_its_conjunct(tokens)
    _nouns_hung_on_punctuation(tokens)
    _names_with_and(tokens)
    _plural_verb_before_infinitive(tokens)
    _initial_imperative(tokens, verbs)
    _bare_verbs_in_lists(tokens, verbs)
    _nouns_hung_on_verbs(tokens)
    _adjective_as_object(tokens)
    _infinitive_conjuncts(tokens)
    _conjunct_forms(tokens)
    _finite_conjuncts(tokens)
    _modal_conjuncts(tokens)
    _subject_taken_for_conjunct(tokens)
    _participle_before_noun(tokens)
    _gerund_lists(tokens, verbs)
    _passive_lists(tokens)
    _phrases_of_the_object(tokens)
    _absolute_with(tokens)
    _lemmas(tokens, verbs)


def _subjects_of_auxiliaries(tokens: list[Token]) -> None:
    """ "A Fund is hereby established": the subject hung on the auxiliary belongs to the verb."""
    for token in tokens:
        if token.dep in {"aux", "auxpass"} and token.head is not token and token.head.is_verb:
            for child in list(token.children):
                if child.dep in {"nsubj", "nsubjpass", "neg", "advmod", "expl"}:
                    passive = any(item.dep == "auxpass" for item in token.head.children)
                    child.hang(token.head, "nsubjpass" if passive and child.dep == "nsubj" else child.dep)


def _plural_verb_before_infinitive(tokens: list[Token]) -> None:
    """ "The Party pledges to build homes": a noun before "to V" in a sentence without any finite verb is the verb."""
    if any((token.tag in _FINITE and token.lower != token.lemma.lower()) or token.tag == "MD" for token in tokens):
        return
    catenatives = words("catenative.planned") | words("catenative.ongoing") | words("catenative.inherit")
    for token, following in zip(tokens, tokens[1:], strict=False):
        if token.tag in {"NNS", "NNPS"} and token.lemma.lower() in catenatives and following.tag == "TO" and token.i > 0:
            verb = following.head
            before = tokens[token.i - 1]
            token.tag, token.lemma, token.repaired = "VBZ", token.lemma.lower(), True
            if before.head is token:
                before.dep = "nsubj"
            if verb.is_verb and verb is not token:
                _make_root(token)
                verb.hang(token, "xcomp")
            return


def _make_root(token: Token) -> None:
    """Let ``token`` take the place of its root."""
    above = list(token.ancestors())
    if not above:
        return
    old = above[-1]
    token.head.children.remove(token)
    token.head, token.dep = token, "ROOT"
    old.head, old.dep = token, "nsubj" if old.i < token.i and old.is_noun else "dep"
    token.children.append(old)
    token.children.sort(key=lambda child: child.i)


def _initial_imperative(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """ "Uphold the bottom line": a sentence that opens with a lexicon verb and a determiner is an imperative."""
    start = next((token for token in tokens if token.text[0].isalpha() and token.tag not in {"RB", "CC"}), None)
    if start is None or start.is_verb or start.lower not in verbs or start.i + 1 >= len(tokens):
        return
    following = tokens[start.i + 1]
    if (
        following.tag in {"DT", "PRP$"}
        or (following.tag == "CC" and start.i + 2 < len(tokens) and tokens[start.i + 2].tag == "VB")
        or (
            start.lower == start.lemma.lower()
            and following.tag in {"JJ", "NNS", "CD"}
            and start.dep in {"compound", "amod", "ROOT"}
            and not _has_finite(tokens)
        )
    ):
        target = start.head
        start.tag, start.lemma, start.repaired = "VB", start.lower, True
        if start.dep == "ROOT":
            return
        if target.is_noun:
            root = target.dep == "ROOT"
            if root:
                _make_root(start)
                target.dep = "dobj"
            elif target.dep in {"nsubj", "nsubjpass"} and target.head.tag in {"VB", "VBP"}:
                start.hang(target.head, "advcl")
                target.hang(start, "dobj")


def _has_finite(tokens: list[Token]) -> bool:
    return any(token.tag in {"VBZ", "VBD", "MD"} or token.dep == "nsubj" for token in tokens)


def _bare_verbs_in_lists(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """ "to build incubators, upgrade industries, foster clusters, and promote X": bare verbs taken for modifiers.

    Evidence: a bare verb earlier, a comma or conjunction before, a noun phrase after, a form that the lexicon has as a verb.
    """
    for token in tokens[1:-1]:
        if token.lower not in verbs or token.text[0].isupper() or not _opens_segment(tokens, token):
            continue
        if token.is_verb and not (token.tag == "VB" and token.dep in _MODIFIER_DEPS):
            continue
        head = token.head
        while head.dep == "compound" and head.head.i > head.i:
            head = head.head
        if token.dep not in _CONVERTIBLE or (token.dep in _MODIFIER_DEPS and head.i <= token.i):
            continue
        earlier = _earlier_bare_verb(tokens, token)
        if earlier is None or tokens[token.i + 1].tag not in _NP_START:
            continue
        if not _list_is_open(tokens, token, earlier, verbs):
            continue
        _become_conjunct(tokens, token, head, earlier)


def _become_conjunct(tokens: list[Token], token: Token, head: Token, earlier: Token) -> None:
    token.tag, token.lemma, token.repaired = "VB", token.lower, True
    before = tokens[token.i - 1]
    if before.tag == "CC":
        before.hang(earlier, "cc")
    if token.dep == "conj":
        target = next(
            (
                item
                for item in tokens[token.i + 1 : token.i + 8]
                if item.is_noun and item.head.i not in range(token.i + 1, item.i + 3)
            ),
            None,
        )
        token.hang(earlier, "conj")
        if target is not None and token.child("dobj") is None:
            target.hang(token, "dobj")
        return
    if head.tag == "VBG":
        head.tag = "NN"
    head.hang(earlier, "dep")
    token.hang(earlier, "conj")
    head.hang(token, "dobj")
    for child in list(head.children):
        if child.i < token.i:
            child.hang(earlier, child.dep if child.dep in {"cc", "punct"} else "dep")


def _earlier_bare_verb(tokens: list[Token], token: Token) -> Token | None:
    """The nearest bare verb before ``token`` that can share its construction: an infinitive, a verb under a modal, an imperative."""
    for other in reversed(tokens[: token.i]):
        if other.tag == "VB" and other.dep not in {"aux", "auxpass"} | _MODIFIER_DEPS:
            return other
        if other.text in {";", ":"}:
            return None
    return None


def _opens_segment(tokens: list[Token], token: Token) -> bool:
    """Whether a comma or conjunction, perhaps with an adverb, stands before ``token``."""
    k = token.i - 1
    while k >= 0 and tokens[k].tag == "RB":
        k -= 1
    return k >= 0 and (tokens[k].text == "," or tokens[k].lower in {"and", "or"})


def _list_is_open(tokens: list[Token], token: Token, earlier: Token, verbs: AbstractSet[str]) -> bool:
    """Whether the list of verbs still waits for this one.

    After a comma: a conjunction with a verb follows, or the word is no common noun. After "and": another item of the list came
    before with a comma, or the form before the noun phrase is no modifier at all ("and finance vessels").
    """
    after_comma = tokens[token.i - 1].text == ","
    ambiguous = token.lower in words("noun_or_verb")
    if after_comma:
        return not ambiguous or _closing_verb(tokens, token, verbs)
    listed = (
        earlier.head.is_verb and earlier.dep == "conj" and any(item.text == "," for item in tokens[earlier.head.i : earlier.i])
    )
    comma_before = tokens[token.i - 2].text == "," if token.i >= 2 else False
    if (token.i >= 2 and tokens[token.i - 2].tag == "JJ") or (token.tag.startswith("JJ") and not listed):
        return False
    if _closing_verb(tokens, token, verbs):
        return comma_before or token.tag == "VB"
    return listed or comma_before or token.tag == "VB" or not ambiguous


def _closing_verb(tokens: list[Token], token: Token, verbs: AbstractSet[str]) -> bool:
    """Whether a later "and" brings a verb, or a word that can be one before its noun."""
    for item in tokens[token.i + 1 : -1]:
        following = tokens[item.i + 1]
        if item.lower in {"and", "or"}:
            modifier = (
                following.dep in {"compound", "amod", "nmod"} and following.lower in verbs and tokens[item.i - 1].text == ","
            )
            if following.tag == "VB" or modifier:
                return True
    return False


def _nouns_hung_on_verbs(tokens: list[Token]) -> None:
    """ "finance the collection, sorting and treatment": a noun coordinated with a verb belongs to the verb's object."""
    for token in tokens:
        if (
            token.dep == "conj"
            and token.is_noun
            and token.head.is_verb
            and not any(child.dep in {"nsubj", "cop"} for child in token.children)
        ):
            target = next(
                (
                    child
                    for child in reversed(token.head.children)
                    if child.dep in {"dobj", "pobj", "nsubjpass", "attr"} and child.i < token.i
                ),
                None,
            )
            if target is None:
                prep = next(
                    (child for child in reversed(token.head.children) if child.dep == "prep" and child.i < token.i), None
                )
                target = prep.child("pobj") if prep is not None else None
            if target is not None and not any(item.tag == "MD" or item.tag in _FINITE for item in tokens[target.i : token.i]):
                token.hang(target, "conj")


def _adjective_as_object(tokens: list[Token]) -> None:
    """ "combining grey and green infrastructure": the adjective belongs to the noun that it was coordinated with."""
    for token in tokens:
        if token.tag in {"JJ", "JJR"} and token.dep in {"dobj", "pobj"} and not token.having("det", "poss"):
            noun = next(
                (child for child in token.children if child.dep == "conj" and child.is_noun and child.i - token.i <= 4), None
            )
            if noun is not None:
                noun.hang(token.head, token.dep)
                token.hang(noun, "amod")


def _infinitive_conjuncts(tokens: list[Token]) -> None:
    """ "to publish guidance … and to update the inventory": an infinitive after a conjunction goes with the infinitive before."""
    for token in tokens:
        if token.tag != "TO" or token.dep != "aux" or token.i == 0:
            continue
        verb = token.head
        k = token.i - 1
        after_comma = tokens[k].text == "," and k >= 2 and (_parenthesis_after_and(tokens, k) or _and_to_follows(tokens, token))
        if tokens[k].lower not in {"and", "or"} and not after_comma:
            continue
        if verb.dep == "conj" and any(child.tag == "TO" for child in verb.head.children):
            continue
        other = next(
            (
                item.head
                for item in reversed(tokens[:k])
                if item.tag == "TO" and item.dep == "aux" and item.head is not verb and item.head.tag == "VB"
            ),
            None,
        )
        if other is not None:
            verb.hang(other, "conj")


def _and_to_follows(tokens: list[Token], token: Token) -> bool:
    """Whether a later "and … to V" goes on with the list of infinitives."""
    later = [item for item in tokens[token.i + 1 :] if item.tag == "TO" and item.dep == "aux"]
    return any(
        tokens[item.i - 1].lower in {"and", "or"}
        or (tokens[item.i - 1].text == "," and _parenthesis_after_and(tokens, item.i - 1))
        for item in later
    )


def _parenthesis_after_and(tokens: list[Token], comma: int) -> bool:
    """ "and, to the extent practicable, to purchase": a conjunction right before the parenthesis that the comma closes."""
    for k in range(comma - 1, max(comma - 12, 0), -1):
        if tokens[k].text == ",":
            return tokens[k - 1].lower in {"and", "or"}
    return False


def _conjunct_forms(tokens: list[Token]) -> None:
    """ "neither use data for predicting behaviour nor transfer it": a bare verb does not go with a gerund but with a bare verb."""
    for token in tokens:
        if token.dep != "conj" or token.tag not in {"VB", "VBP"} or token.head.tag not in {"VBG", "VBN"}:
            continue
        if token.having("nsubj", "nsubjpass", "aux", "auxpass"):
            continue
        other = next(
            (above for above in token.head.ancestors() if above.tag == "VB" or (above.tag == token.tag and above.is_verb)), None
        )
        if other is not None and token.head.tag == "VBG":
            token.hang(other, "conj")


def _finite_conjuncts(tokens: list[Token]) -> None:
    """ "plans to rehabilitate schemes, recruit staff and pilot insurance": a bare form does not agree with "plans"."""
    for token in tokens:
        listed = token.dep == "conj" or (
            token.dep in {"xcomp", "ccomp", "advcl", "dep"} and token.i > 0 and tokens[token.i - 1].text == ","
        )
        if not listed or not token.is_verb or token.tag in {"VBG", "VBZ"} or token.lower != token.lemma.lower():
            continue
        head = token.head
        if not head.is_verb or token.having("nsubj", "nsubjpass", "aux", "auxpass"):
            continue
        catenative = head.child("xcomp") is not None
        agrees = token.tag in {"VBP", "VBD", "VBN"} and head.tag in {token.tag, "VBP"} and not catenative
        if (
            agrees
            or head.tag not in _FINITE | {"VBN"}
            or any(child.tag in {"MD", "TO"} for child in head.children if child.dep == "aux")
        ):
            continue
        other = _last_bare_below(head, token)
        if other is not None:
            token.tag = "VB"
            token.hang(other, "conj")


def _last_bare_below(head: Token, token: Token) -> Token | None:
    """The last infinitive that ``head`` governs before ``token``."""
    found = None
    for item in head.subtree():
        if head.i < item.i < token.i and item.tag == "VB" and item.dep in {"xcomp", "conj", "advcl", "ccomp", "acl", "relcl"}:
            found = item if found is None or item.dep == "conj" or item.head is head else found
    return found


def _modal_conjuncts(tokens: list[Token]) -> None:
    """ "must delete data when users ask them to, must not manipulate choices": a modal goes with the verb that has one."""
    for token in tokens:
        if (
            token.dep != "conj"
            or not token.is_verb
            or token.having("nsubj", "nsubjpass", "expl")
            or not _modal(token)
            or _modal(token.head)
        ):
            continue
        other = next((above for above in token.head.ancestors() if _modal(above) and above.is_verb), None)
        if other is not None:
            token.hang(other, "conj")


def _modal(token: Token) -> bool:
    return any(child.tag == "MD" for child in token.children if child.dep == "aux")


def _clause_before_its_conjunct(tokens: list[Token]) -> None:
    """ "Leaders welcome the opinion, reject attempts and are …": the first of the coordinated verbs has the subject."""
    for token in tokens:
        if token.dep != "ROOT" or not token.is_verb or token.having("nsubj", "nsubjpass", "expl", "aux"):
            continue
        first = next((child for child in token.children if child.dep == "ccomp" and child.i < token.i), None)
        if (
            first is None
            or first.tag not in _FINITE
            or not first.having("nsubj", "nsubjpass")
            or token.lemma.lower() in words("speech")
        ):
            continue
        if tokens[token.i - 1].text != "," and tokens[token.i - 1].tag != "RB":
            continue
        token.children.remove(first)
        first.head, first.dep = first, "ROOT"
        token.head, token.dep = first, "conj"
        first.children.append(token)


def _nouns_hung_on_punctuation(tokens: list[Token]) -> None:
    """ "needs, the trends of technology and …": a noun hung on a comma goes on with the list before the comma."""
    for token in tokens:
        if token.is_noun and token.head.tag in {",", ":"} and token.head is not token:
            comma = token.head
            other = next(
                (item for item in reversed(tokens[: comma.i]) if item.is_noun and item.dep in {"pobj", "dobj", "conj"}), None
            )
            if other is not None and other.i == comma.i - 1:
                token.hang(other, "conj")


def _to_before_adjective(tokens: list[Token]) -> None:
    """ "entitled to equal prices": an adjective taken for an infinitive."""
    for token in tokens:
        if not token.tag.startswith("JJ"):
            continue
        to = next((child for child in token.children if child.tag == "TO" and child.dep == "aux"), None)
        noun = token.child("dobj")
        if to is None or noun is None or token.head is token or not token.head.is_verb:
            continue
        to.hang(token.head, "prep")
        noun.hang(to, "pobj")
        token.hang(noun, "amod")


def _gerund_after_commitment(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """ "committed to streamlining permits": a gerund taken for a noun."""
    for token in tokens:
        head = token.head
        if token.dep not in {"amod", "compound"} or not token.lower.endswith("ing") or head.dep != "pobj" or token.i == 0:
            continue
        prep = tokens[token.i - 1]
        if (
            prep is not head.head
            or prep.lower != "to"
            or prep.head.lemma.lower() not in {"commit", "dedicate", "devote", "contribute", "commitment"}
        ):
            continue
        lemma = _lemma_of_gerund(token, verbs)
        if lemma is None:
            continue
        token.tag, token.lemma, token.repaired = "VBG", lemma, True
        head.hang(prep, "dep")
        token.hang(prep, "pcomp")
        head.hang(token, "dobj")


def _names_with_and(tokens: list[Token]) -> None:
    """ "the Ministry of Industry and Information Technology": what follows "and" belongs to the name, not beside it."""
    organizations = words("discourse.actor_noun")
    for token in tokens:
        if token.dep != "conj" or token.tag not in {"NNP", "NNPS"} or token.head.tag not in {"NNP", "NNPS"}:
            continue
        head = token.head
        if token.having("det", "poss") or head.lemma.lower() not in organizations or token.lemma.lower() in organizations:
            continue
        of = next(
            (child for child in head.children if child.dep == "prep" and child.lower in {"of", "for"} and child.i < token.i),
            None,
        )
        inner = of.child("pobj") if of is not None else None
        if inner is not None and inner.text[0].isupper():
            token.hang(inner, "conj")


def _gerund_lists(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """ "responsible for reviewing contracts, auditing rights, and training personnel": gerunds in a list are coordinated."""
    for token in tokens:
        if token.tag not in {"VBG", "NN"} or not token.lower.endswith("ing") or token.i < 2:
            continue
        earlier = next((item for item in reversed(tokens[: token.i - 1]) if _heads_gerunds(item)), None)
        if earlier is None or any(item.text in {";", ":"} for item in tokens[earlier.i : token.i]):
            continue
        before = tokens[token.i - 1]
        if (before.text == "," and token.dep in {"advcl", "acl"} and _and_gerund_follows(tokens, token)) or (
            before.lower in {"and", "or"}
            and token.dep in {"acl", "conj"}
            and token.tag == "VBG"
            and earlier.dep == "conj"
            and token.head is not earlier
        ):
            token.hang(earlier, "conj")
        elif (
            before.text == ","
            and token.dep in {"amod", "compound"}
            and token.head.dep == "conj"
            and _and_gerund_follows(tokens, token)
            and _lemma_of_gerund(token, verbs)
        ):
            target = token.head
            target.hang(earlier, "dep")
            token.hang(earlier, "conj")
            target.hang(token, "dobj")
            token.tag, token.repaired = "VBG", True
            token.lemma = _lemma_of_gerund(token, verbs) or token.lemma
        elif (
            before.lower in {"and", "or"}
            and token.dep in {"amod", "compound", "conj"}
            and _lemma_of_gerund(token, verbs)
            and (tokens[token.i - 2].text == "," or earlier.dep == "conj")
        ):
            target = token.head if token.dep != "conj" else None
            if target is not None and target.i > token.i:
                target.hang(earlier, "dep")
                token.hang(earlier, "conj")
                target.hang(token, "dobj")
                token.tag, token.repaired = "VBG", True
                token.lemma = _lemma_of_gerund(token, verbs) or token.lemma


def _heads_gerunds(token: Token) -> bool:
    """Whether a list of gerunds or progressives can go on from ``token``."""
    if token.tag != "VBG" or token.child("dobj") is None:
        return False
    return token.dep in {"pcomp", "conj"} or any(child.lemma == "be" for child in token.having("aux"))


def _and_gerund_follows(tokens: list[Token], token: Token) -> bool:
    later = tokens[token.i + 1 :]
    return any(
        item.lower in {"and", "or"} and after.lower.endswith("ing") for item, after in zip(later, later[1:], strict=False)
    )


def _lemma_of_gerund(token: Token, verbs: AbstractSet[str]) -> str | None:
    return next((candidate for candidate in _candidates(token.lower) if candidate in verbs), None)


def _passive_lists(tokens: list[Token]) -> None:
    """ "is delivered by schools, commissioned by the agency, and monitored": participles of one list are coordinated."""
    for token in tokens:
        if (
            token.tag != "VBN"
            or token.dep not in {"acl", "advcl", "conj"}
            or token.i < 2
            or token.having("aux", "auxpass", "nsubj", "nsubjpass")
        ):
            continue
        if tokens[token.i - 1].text != "," and not (
            tokens[token.i - 1].lower in {"and", "or"} and tokens[token.i - 2].text == ","
        ):
            continue
        passive = next((above for above in token.ancestors() if above.tag == "VBN" and above.child("auxpass")), None)
        closes = tokens[token.i - 1].lower in {"and", "or"}
        if passive is not None and passive is not token.head and (closes or _and_participle_follows(tokens, token)):
            token.hang(passive, "conj")


def _and_participle_follows(tokens: list[Token], token: Token) -> bool:
    later = tokens[token.i + 1 :]
    return any(item.lower in {"and", "or"} and after.tag == "VBN" for item, after in zip(later, later[1:], strict=False))


def _phrases_of_the_object(tokens: list[Token]) -> None:
    """ "enhance cooperation among firms", "practice a system for mobilizing resources": the phrase right after belongs to the object."""
    for token in tokens:
        if token.dep != "prep" or not token.head.is_verb or token.i == 0:
            continue
        if token.lower not in {"among", "between", "of", "regarding", "concerning"} and not (
            token.lower == "for" and token.child("pcomp")
        ):
            continue
        target = next((child for child in reversed(token.head.children) if child.dep == "dobj" and child.i < token.i), None)
        if target is not None and target.is_noun and target.subtree()[-1].i == token.i - 1:
            nearest = target.conjuncts()[-1] if target.conjuncts()[-1].i == token.i - 1 else target
            token.hang(nearest, "prep")


def _absolute_with(tokens: list[Token]) -> None:
    """ ", with the development of X showing vitality": the participle says something of what "with" governs."""
    for token in tokens:
        if token.dep != "prep" or token.lower != "with" or token.i == 0 or tokens[token.i - 1].text != ",":
            continue
        noun = token.child("pobj")
        if noun is None:
            continue
        for item in noun.subtree():
            if (
                item.dep == "acl"
                and item.tag in {"VBG", "VBN"}
                and item.head is not noun
                and item.head.dep == "pobj"
                and tokens[item.i - 1] is item.head
            ):
                item.hang(noun, "acl")


def _subject_taken_for_conjunct(tokens: list[Token]) -> None:
    """ "… to all zones, and small boats are exempted": the noun phrase between conjunction and auxiliary is the subject."""
    for token in tokens:
        if not token.is_verb or token.having("nsubj", "nsubjpass", "expl") or token.dep not in {"conj", "ROOT", "ccomp"}:
            continue
        auxiliaries = [child for child in token.having("aux", "auxpass") if child.tag in _FINITE | {"MD"}]
        first = auxiliaries[0] if auxiliaries else None
        if first is None or first.i == 0 or first.i > token.i:
            continue
        for noun in tokens[: first.i]:
            if noun.dep == "conj" and noun.is_noun and noun.head.is_noun:
                below = noun.subtree()
                if below[-1].i == first.i - 1 and tokens[below[0].i - 1].lower in {"and", "but", "or"}:
                    noun.hang(token, "nsubjpass" if token.having("auxpass") else "nsubj")
                    break


def _participle_before_noun(tokens: list[Token]) -> None:
    """ "to save succeeding generations": a participle right before its noun, after a verb that takes no gerund, is an adjective."""
    gerund_takers = words("gerund_taking")
    for token in tokens:
        noun = token.child("dobj")
        if token.tag == "VBG" and token.dep == "conj" and token.head.is_noun and noun is not None and noun.i == token.i + 1:
            noun.hang(token.head, "conj")  # "the field and driving force"
            token.hang(noun, "amod")
            continue
        if token.tag != "VBG" or token.dep != "xcomp" or token.having("aux", "prep", "prt", "advmod", "mark"):
            continue
        target = token.child("dobj")
        if target is None or token.head.lemma.lower() in gerund_takers or token.i - token.head.i != 1:
            continue
        if any(item.tag in {"DT", "PRP$"} for item in tokens[token.i : target.i]):
            continue
        target.hang(token.head, "dobj")
        token.hang(target, "amod")


def _lemmas(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """ "installed", "remedied": the lemma that the lexicon knows, where spaCy's rules made up another."""
    for token in tokens:
        if token.tag in {"VBD", "VBN", "VBG"} and token.lemma.lower() not in verbs:
            for candidate in _candidates(token.lower):
                if candidate in verbs:
                    token.lemma = candidate
                    break


def _candidates(form: str) -> list[str]:
    stem = form.removesuffix("ing") if form.endswith("ing") else form.removesuffix("ed")
    if stem == form:
        return []
    doubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
    return [stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else stem, doubled]
