"""Phrases hung on the wrong word."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.tree import Token
from kg.extraction.words import classes, words

__all__ = [
    "absolute_with",
    "adjective_as_object",
    "apposition_in_list",
    "clause_before_its_conjunct",
    "cleft",
    "date_before_object",
    "infinitives_of_nouns",
    "names_with_and",
    "nouns_hung_on_punctuation",
    "nouns_hung_on_verbs",
    "object_after_parenthesis",
    "participle_for_verb",
    "participle_taken_for_main",
    "phrases_of_the_object",
    "phrases_of_the_verb",
    "pursuant",
    "relative_lists",
    "subject_before_participle",
    "subject_taken_for_conjunct",
    "subjects_of_auxiliaries",
    "two_subjects",
    "verb_after_agent",
    "verbs_after_who",
    "verbs_without_object_after_who",
]

_FINITE = frozenset({"VBZ", "VBD", "VBP"})


def subjects_of_auxiliaries(tokens: list[Token]) -> None:
    """“A Fund is hereby established”: the subject hung on the auxiliary belongs to the verb."""
    for token in tokens:
        if token.dep in {"aux", "auxpass"} and token.head is not token and token.head.is_verb:
            for child in list(token.children):
                if child.dep in {"nsubj", "nsubjpass", "neg", "advmod", "expl"}:
                    passive = any(item.dep == "auxpass" for item in token.head.children)
                    child.hang(token.head, "nsubjpass" if passive and child.dep == "nsubj" else child.dep)


def clause_before_its_conjunct(tokens: list[Token]) -> None:
    """“Leaders welcome the opinion, reject attempts and are …”: the first of the coordinated verbs has the subject."""
    for token in tokens:
        if token.dep != "ROOT" or not token.is_verb or token.having("nsubj", "nsubjpass", "expl"):
            continue
        first = next((child for child in token.children if child.dep == "ccomp" and child.i < token.i), None)
        if first is None or not (first.tag in _FINITE or _has_finite_auxiliary(first)):
            continue
        if not first.having("nsubj", "nsubjpass") or token.lemma.lower() in words("speech"):
            continue
        before = tokens[min(item.i for item in (token, *token.having("aux", "auxpass", "neg"))) - 1]
        if before.text != "," and before.tag != "RB":
            continue
        token.children.remove(first)
        first.head, first.dep = first, "ROOT"
        token.head, token.dep = first, "conj"
        first.children.append(token)


def _has_finite_auxiliary(token: Token) -> bool:
    return any(child.tag in _FINITE or child.tag == "MD" for child in token.having("aux", "auxpass"))


def object_after_parenthesis(tokens: list[Token]) -> None:
    """“will double, by 2028, our contribution”: the noun phrase after the parenthesis is the object."""
    for token in tokens[:-2]:
        if not token.is_verb or token.having("dobj", "auxpass", "ccomp", "attr"):
            continue
        particle = token.child("prt")
        opens = (particle or token).i + 1
        if opens + 1 >= len(tokens) or tokens[opens].text != "," or not _opens_parenthesis(tokens, opens + 1):
            continue
        for close in tokens[opens + 2 : opens + 18]:
            if close.text == "," and _object_behind(tokens, token, close.i + 1):
                break


def _opens_parenthesis(tokens: list[Token], k: int) -> bool:
    """“, by 2028,”, ", no later than March 31, 2025,"."""
    if tokens[k].tag in {"IN", "TO"}:
        return True
    return any(item.lower == "than" for item in tokens[k + 1 : k + 3])


def _object_behind(tokens: list[Token], verb: Token, k: int) -> bool:
    """Make the noun phrase that begins at ``k`` the object of ``verb``, unless it is somebody's subject or object already."""
    for noun in tokens[k : k + 8]:
        misplaced = noun.dep in {"dobj", "attr"} and noun.head.i < noun.i and noun.head is not verb
        loose = noun.is_noun and (
            misplaced or _no_subject(tokens, noun) or noun.dep in {"dep", "appos", "prep", "npadvmod", "conj"}
        )
        if loose and noun.subtree()[0].i in {k, k - 1} and tokens[k].tag != "CD":
            below = noun.head if noun.dep in {"nsubj", "nsubjpass"} else None
            noun.hang(verb, "dobj")
            if below is not None:
                _continue_inside(noun, below)
            return True
    return False


def _no_subject(tokens: list[Token], noun: Token) -> bool:
    """“a force with the power to share data, freeze assets”, "an approach which …, and is": no verb agrees with the noun."""
    verb = noun.head
    if noun.dep not in {"nsubj", "nsubjpass"} or not verb.is_verb or verb.dep not in {"advcl", "ccomp", "xcomp", "conj"}:
        return False
    group = [*verb.having("aux", "auxpass"), verb]
    first = min(group, key=lambda item: item.i)
    return first.tag == "VB" or tokens[first.i - 1].tag == "CC"


def _continue_inside(noun: Token, verb: Token) -> None:
    """Let ``verb`` go on with the infinitive or relative clause inside the noun phrase of ``noun``."""
    infinitive = verb.tag == "VB" and not verb.having("aux")
    inside = [
        item
        for item in noun.subtree()
        if noun.i < item.i < verb.i and item.is_verb and item.dep in ({"acl", "advcl"} if infinitive else {"relcl"})
    ]
    if inside:
        verb.hang(inside[-1], "conj")


def nouns_hung_on_punctuation(tokens: list[Token]) -> None:
    """“needs, the trends of technology and …”: a noun hung on a comma goes on with the list before the comma."""
    for token in tokens:
        if token.is_noun and token.head.tag in {",", ":"} and token.head is not token:
            comma = token.head
            other = next(
                (item for item in reversed(tokens[: comma.i]) if item.is_noun and item.dep in {"pobj", "dobj", "conj"}), None
            )
            if other is not None and other.i == comma.i - 1:
                token.hang(other, "conj")


def names_with_and(tokens: list[Token]) -> None:
    """“the Ministry of Industry and Information Technology”: what follows "and" belongs to the name, not beside it.

    But not in "the Ministry of Manpower (MOM) and Workforce Singapore (WSG)".
    """
    organizations = words("discourse.actor_noun")
    for token in tokens:
        if token.dep != "conj" or token.tag not in {"NNP", "NNPS"} or token.head.tag not in {"NNP", "NNPS"}:
            continue
        head = token.head
        if any(item.text == ")" for item in tokens[head.i : token.i]):
            continue
        if token.having("det", "poss") or head.lemma.lower() not in organizations or token.lemma.lower() in organizations:
            continue
        of = next(
            (child for child in head.children if child.dep == "prep" and child.lower in {"of", "for"} and child.i < token.i),
            None,
        )
        inner = of.child("pobj") if of is not None else None
        if inner is not None and inner.text[0].isupper():
            token.hang(inner, "conj")


def nouns_hung_on_verbs(tokens: list[Token]) -> None:
    """“finance the collection, sorting and treatment”: a noun coordinated with a verb belongs to the verb's object."""
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


def two_subjects(tokens: list[Token]) -> None:
    """“Focusing on needs, trends of technology and markets, we will …”: only the noun next to the verb is its subject."""
    for token in tokens:
        if not token.is_verb:
            continue
        subjects = [child for child in token.having("nsubj", "nsubjpass") if child.i < token.i]
        for earlier, later in pairwise(subjects):
            comma = tokens[earlier.subtree()[0].i - 1] if earlier.subtree()[0].i > 0 else None
            if comma is None or comma.text != "," or not any(item.text == "," for item in tokens[earlier.i : later.i]):
                continue
            listed = next((item for item in reversed(tokens[: comma.i]) if item.is_noun and item.dep in _LISTED), None)
            if listed is not None and listed.i < earlier.i and listed is not token:
                earlier.hang(listed, "conj")


_LISTED = frozenset({"pobj", "dobj", "conj"})


def adjective_as_object(tokens: list[Token]) -> None:
    """“combining grey and green infrastructure”: the adjective belongs to the noun that it was coordinated with."""
    for token in tokens:
        if token.tag in {"JJ", "JJR"} and token.dep in {"dobj", "pobj"}:
            noun = next(
                (child for child in token.children if child.dep == "conj" and child.is_noun and child.i - token.i <= 4), None
            )
            if noun is not None and not noun.having("det", "poss"):
                noun.hang(token.head, token.dep)
                token.hang(noun, "amod")


def subject_taken_for_conjunct(tokens: list[Token]) -> None:
    """“… to all zones, and small boats are exempted”: the noun phrase between conjunction and auxiliary is the subject."""
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


def phrases_of_the_object(tokens: list[Token]) -> None:
    """“enhance cooperation among firms”, “a system for mobilizing resources”: the phrase right after is the object's."""
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


def absolute_with(tokens: list[Token]) -> None:
    """“, with the development of X showing vitality”: the participle says something of what "with" governs."""
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


def phrases_of_the_verb(tokens: list[Token]) -> None:
    """“harden substations against attack”, "shield households from tariffs": what the verb's frame asks for is no part of
    the object."""
    frames = classes("frame")
    for token in tokens:
        if token.dep != "prep" or token.lower not in frames or not token.head.is_noun:
            continue
        verb = token.head
        while verb.is_noun and verb.dep == "conj":
            verb = verb.head
        if verb.dep in {"dobj", "nsubjpass"} and verb.head.is_verb and verb.head.lemma.lower() in frames[token.lower]:
            token.hang(verb.head, "prep")


def relative_lists(tokens: list[Token]) -> None:
    """“was besieged by forces, which shelled markets, blocked convoys and …”: verbs after a relative clause that agree with
    its verb and not with the main one go on with it."""
    for token in tokens:
        if token.dep not in {"conj", "ccomp"} or token.tag not in _FINITE or token.having(*_OWN_GROUP):
            continue
        head = token.head
        if not head.is_verb or not (head.having("aux", "auxpass") or {head.tag, token.tag} == {"VBZ", "VBP"}):
            continue
        relative = next((item for item in reversed(tokens[: token.i]) if item.dep == "relcl" and item.i > head.i), None)
        if relative is None or relative.tag not in _FINITE or head not in relative.ancestors():
            continue
        subject = relative.child("nsubj")
        listed = tokens[token.i - 1].text == "," or relative.child("conj") is not None  # without "and": a list goes on
        if listed and subject is not None and subject.tag in {"WDT", "WP"} and not relative.having("aux", "auxpass"):
            token.hang(relative, "conj")


_OWN_GROUP = ("nsubj", "nsubjpass", "aux", "auxpass", "mark")


def verbs_without_object_after_who(tokens: list[Token]) -> None:
    """“those who ordered, committed or concealed them”: the verb after the comma has the same subject."""
    for token in tokens[2:]:
        if token.dep != "acl" or token.tag not in {"VBD", "VBN"} or tokens[token.i - 1].text != ",":
            continue
        before = tokens[token.i - 2]
        if before.dep == "relcl" and before.head is token.head and before.tag == "VBD" and before.child("dobj") is None:
            token.tag = "VBD"
            token.hang(before, "conj")


def cleft(tokens: list[Token]) -> None:
    """“what we are doing is working with X”, "what they decided was to cut rates": the second verb is what they do."""
    for token in tokens:
        if token.dep != "csubj" or not token.is_verb:
            continue
        copula = token.head
        working = copula.is_verb and copula.lemma != "be" and copula.child("aux") is not None  # "is working"
        inner = next((item for item in token.subtree() if item.is_verb and _asks_what(item)), None)
        if inner is None or not (working or copula.lemma == "be"):
            continue
        verb = (
            copula
            if working
            else next(
                (item for item in copula.having("xcomp", "acomp", "ccomp", "attr") if item.is_verb and item.i > copula.i), None
            )
        )
        if verb is None or verb.having("nsubj", "nsubjpass"):
            continue
        _exchange(token, copula, inner, verb)


def _asks_what(token: Token) -> bool:
    return any(child.lower == "what" and child.i < token.i for child in token.children)


def _exchange(clause: Token, copula: Token, inner: Token, verb: Token) -> None:
    """Put ``clause`` in the place of ``copula``, and ``verb`` below the verb that asked "what"."""
    above, dep = copula.head, copula.dep
    copula.children.remove(clause)
    if above is copula:
        clause.head, clause.dep = clause, "ROOT"
    else:
        above.children.remove(copula)
        clause.head, clause.dep = above, dep
        above.children.append(clause)
        above.children.sort(key=lambda child: child.i)
    copula.head = copula
    for child in list(copula.children):
        if child is not verb and (copula is not verb or child.dep in {"punct", "cc", "aux"} or child.dep == "conj"):
            if child.dep in {"aux"}:
                child.dep = "dep"
            child.hang(clause, child.dep)
    for child in inner.having("dobj", "attr"):
        if child.lower == "what":
            child.dep = "dep"
    verb.dep = "xcomp"
    if verb is not copula:
        copula.children.remove(verb)
        copula.head, copula.dep = clause, "dep"
        clause.children.append(copula)
        copula.tag = "cop"
    verb.head = inner
    inner.children.append(verb)
    for token in (clause, inner):
        token.children.sort(key=lambda child: child.i)


def infinitives_of_nouns(tokens: list[Token]) -> None:
    """“limit the freedom of families to care for X”, "a database, to be managed by Y": the infinitive says of the noun."""
    for token in tokens:
        if token.tag not in {"VB", "VBN"} or token.dep not in {"advcl", "xcomp"} or not token.head.is_verb:
            continue
        first = token.subtree()[0]
        if first.tag != "TO" or first.head is not token or first.i < 2:
            continue
        passive = token.tag == "VBN" and token.child("agent") is not None and token.head.tag != "VBN"
        before = tokens[first.i - 2 if passive and tokens[first.i - 1].text == "," else first.i - 1]
        if passive and before.is_noun and before.dep in {"pobj", "dobj", "conj"} and token.head.lemma != "be":
            token.hang(before, "acl")
            continue
        noun = token.head.child("dobj")
        of = noun is not None and any(child.lower == "of" for child in noun.having("prep"))
        if (
            noun is not None
            and of
            and noun.subtree()[-1].i == first.i - 1
            and noun.lemma.lower() in words("noun_modality.possible")
        ):
            token.hang(noun, "acl")


def participle_taken_for_main(tokens: list[Token]) -> None:
    """“our officers, deployed at its request and authorized by X, have secured …”: the verb with the auxiliary is the main."""
    for token in tokens:
        if token.tag not in {"VBN", "VBD"} or token.dep != "ROOT" or token.having("aux", "auxpass") or token.i == 0:
            continue
        subject = token.child("nsubj", "nsubjpass")
        if subject is None or subject.i > token.i or token.child("dobj") is not None:
            continue
        apart = tokens[token.i - 1].text == ","
        main = next(
            (
                child
                for child in token.having(*(("conj",) if apart else ("ccomp", "dep")))
                if (_has_finite_auxiliary(child) or (not apart and child.tag in _FINITE and child.i > token.i))
                and not child.having("nsubj", "nsubjpass", "mark")
            ),
            None,
        )
        if main is None or (not apart and token.child("prep", "agent") is None):
            continue
        opens = min(child.i for child in (main, *main.having("aux", "auxpass")))
        if apart and tokens[opens - 1].text != ",":
            continue
        token.children.remove(main)
        main.head, main.dep = main, "ROOT"
        token.head, token.dep = main, "dep"
        main.children.append(token)
        passive = any(child.dep == "auxpass" for child in main.children)
        for child in list(token.children):
            if child is subject:
                child.hang(main, "nsubjpass" if passive else "nsubj")
            elif child.i < subject.i or (child.i > opens and child is not main):
                child.hang(main, child.dep)
        token.tag = "VBN"
        token.hang(subject, "acl")
        return


def subject_before_participle(tokens: list[Token]) -> None:
    """“The Heads of State, meeting in Makassar, exchanged views”: the noun before the participle is the subject."""
    for token in tokens:
        having = token.dep == "ccomp" and token.tag == "VBN" and any(aux.lower == "having" for aux in token.having("aux"))
        own = token.child("nsubj", "nsubjpass") if having else None
        if own is not None and not token.head.having("nsubj", "nsubjpass") and own.i < token.i < token.head.i:
            own.hang(token.head, "nsubjpass" if token.head.having("auxpass") else "nsubj")
            token.dep = "advcl"  # "investment, having been cut before, will be increased"
        if token.dep != "nsubj" or token.tag != "VBG" or token.i == 0 or tokens[token.i - 1].text != ",":
            continue
        subject = token.child("nsubj")
        if subject is not None and subject.i < token.i and token.head.is_verb:
            verb = token.head
            subject.hang(verb, "nsubj")
            token.hang(subject, "acl")


def apposition_in_list(tokens: list[Token]) -> None:
    """“from higher tariffs, the weaker rate and the uncertainty”: an apposition with "and" goes on with a list."""
    for token in tokens:
        head = token.head
        if token.dep != "appos" or not token.is_noun or head.tag in {"NNP", "NNPS"} or head.dep not in {"pobj", "dobj"}:
            continue
        last = token.child("conj")
        if last is None or last.tag in {"NNP", "NNPS"} or token.child("cc") is None:
            continue
        first = token.subtree()[0].i
        before = tokens[first - 2] if first > 1 and tokens[first - 1].text == "," else None
        if before is not None and before.dep in {"pobj", "dobj"} and not before.having("conj"):
            token.hang(before, "conj")


def verbs_after_who(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“those who recruit, transport or detain victims”: verbs taken for nouns after a relative verb without object."""
    for token in tokens[:-4]:
        subject = token.child("nsubj")
        if token.dep != "relcl" or token.tag not in _FINITE or subject is None or subject.tag not in {"WDT", "WP"}:
            continue
        if token.child("dobj") is not None or tokens[token.i + 1].text != "," or token.having("aux"):
            continue
        listed = _listed_verbs(tokens, token, verbs)
        if not listed:
            continue
        for item in listed:
            item.tag, item.repaired = token.tag, True
            item.lemma = item.lower if item.lower in verbs else item.lemma.lower()
            for child in list(item.children):
                if child.dep == "conj" and child not in listed:
                    child.dep = "dep"
            item.hang(token, "conj")
        last = listed[-1]
        end = last.i + 1
        while end < len(tokens) and tokens[end].tag in _INSIDE_NOUN_PHRASE:
            end += 1
        noun = tokens[end - 1]
        if (noun.is_noun or noun.tag == "PRP") and noun is not last:
            noun.hang(last, "dobj")


_INSIDE_NOUN_PHRASE = frozenset({"DT", "PRP$", "PRP", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD"})


def _listed_verbs(tokens: list[Token], first: Token, verbs: AbstractSet[str]) -> list[Token]:
    """The words of “, V, V or V NP” after ``first``, none if it is another list."""
    found: list[Token] = []
    k = first.i + 1
    while k + 1 < len(tokens) and (tokens[k].text == "," or tokens[k].lower in {"and", "or"}):
        closes = tokens[k].lower in {"and", "or"}
        word = k + 1
        if tokens[word].lower in {"and", "or"}:
            closes, word = True, word + 1
        while word + 1 < len(tokens) and tokens[word].tag == "RB":
            word += 1
        item = tokens[word] if word < len(tokens) else None
        known = item is not None and (item.lower in verbs or item.lemma.lower() in verbs)
        agrees = item is not None and (item.lower.endswith("s") == (first.tag == "VBZ") or first.tag == "VBD")
        if item is None or not known or not agrees or item.tag in {"DT", "IN"}:
            return []
        found.append(item)
        k = word + 1
        if closes:
            after = tokens[k].tag if k < len(tokens) else ""
            changed = any(not item.is_verb for item in found)
            return found if changed and after in _INSIDE_NOUN_PHRASE else []
    return []


def date_before_object(tokens: list[Token]) -> None:
    """“extend until 30 April 2026 the mandate”, "include in it recommendations": the noun behind the phrase is the object."""
    for token in tokens:
        if token.dep != "pobj" or not token.is_noun or token.head.dep != "prep" or not token.head.head.is_verb:
            continue
        prep, verb = token.head, token.head.head
        if verb.having("dobj", "auxpass") or prep.i < verb.i:
            continue
        other = next((child for child in prep.having("pobj") if child.i < token.i), None)
        if other is not None:
            token.hang(verb, "dobj")
            continue
        date = next((child for child in token.having("nmod", "compound") if child.child("nummod") is not None), None)
        article = next((child for child in token.having("det", "poss") if date is not None and child.i > date.i), None)
        if date is not None and article is not None and date.lemma.lower() in words("preposition.time_heads"):
            date.hang(prep, "pobj")
            token.hang(verb, "dobj")


def verb_after_agent(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“a board which is chaired by X and reports to Y”: a verb taken for a second agent."""
    for token in tokens[:-1]:
        head = token.head
        if token.dep != "conj" or token.tag != "NNS" or head.dep != "pobj" or head.head.dep != "agent" or token.i == 0:
            continue
        verb = head.head.head
        bare = not token.having("det", "amod", "compound", "poss", "nummod") and tokens[token.i - 1].lower == "and"
        if bare and tokens[token.i + 1].tag in {"IN", "TO", "DT", "PRP$"} and token.lemma.lower() in verbs:
            token.tag, token.lemma, token.repaired = "VBZ", token.lemma.lower(), True
            token.hang(verb, "conj")
            for child in verb.having("prep"):
                if child.i > token.i:
                    child.hang(token, "prep")


def pursuant(tokens: list[Token]) -> None:
    """“must, pursuant to the Order, submit X”: "pursuant" is no verb."""
    for token in tokens:
        if token.lower != "pursuant" or not token.is_verb or token.head is token:
            continue
        verb = token.head
        token.tag, token.dep = "RB", "advmod"
        for child in list(token.children):
            if child.dep in {"nsubj", "nsubjpass", "aux", "neg"}:
                child.hang(verb, child.dep)


def participle_for_verb(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“has signed orders, invoked the Act, and directed agencies to buy X”: a verb of the list taken for an adjective."""
    for token in tokens[2:]:
        noun = token.head
        if token.tag != "VBN" or token.dep != "amod" or token.lemma.lower() not in verbs or noun.dep != "conj":
            continue
        if tokens[token.i - 1].lower != "and" or noun.having("det", "poss"):
            continue
        verb = next((above for above in noun.ancestors() if above.is_verb), noun)
        if tokens[token.i - 2].text != "," and verb.dep != "conj":
            continue  # only in a list of verbs
        infinitive = noun.i + 1 < len(tokens) and tokens[noun.i + 1].tag == "TO"
        if not infinitive or verb.tag not in {"VBD", "VBN"}:
            continue
        target = tokens[noun.i + 1].head
        token.repaired = True
        noun.hang(verb, "dep")
        token.hang(verb, "conj")
        noun.hang(token, "dobj")
        if target.is_verb and target.i > noun.i:
            target.hang(token, "xcomp")
