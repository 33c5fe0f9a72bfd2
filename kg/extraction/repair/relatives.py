"""Lists of verbs in relative clauses, and verbs that stand where a noun phrase could go on."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.discourse import names_actor
from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.forms import lemma_of_present
from kg.extraction.repair.steps import FINITE, be_subject_of, lead, verb_above
from kg.extraction.tree import Token

__all__ = [
    "agreeing_antecedent",
    "clause_of_whose",
    "participle_for_verb",
    "refrain",
    "relative_behind_agent",
    "relative_behind_parenthesis",
    "relative_lists",
    "relative_of_the_last",
    "relative_of_the_new_body",
    "verb_after_agent",
    "verb_after_relative",
    "verb_behind_that_which_acts",
    "verb_taken_for_subject",
    "verbs_after_who",
    "verbs_without_object_after_who",
    "whoever",
]


@asked_of("relcl", "conj ccomp")
def relative_lists(tokens: list[Token]) -> None:
    """“was besieged by forces, which shelled markets, blocked convoys and …”: verbs after a relative clause that agree with
    its verb and not with the main one go on with it."""
    for token in tokens:
        if token.dep not in {"conj", "ccomp"} or token.having(*_OWN_GROUP):
            continue
        if token.tag == "VB" and token.dep == "conj":
            _under_the_relatives_modal(tokens, token)
        if token.tag not in FINITE:
            continue
        head = token.head
        present = head.tag == "VBD" and token.tag in {"VBZ", "VBP"}  # "approved a budget that raises X, freezes Y"
        if not head.is_verb or not (head.having("aux", "auxpass") or present or {head.tag, token.tag} == {"VBZ", "VBP"}):
            continue
        relative = next((item for item in reversed(tokens[: token.i]) if item.dep == "relcl" and item.i > head.i), None)
        if relative is None or relative.tag not in FINITE or head not in relative.ancestors():
            continue
        bare = head.modal and relative.tag == "VBZ" and token.tag == "VBP" and token.lower == token.lemma.lower()
        if bare:
            token.tag = "VB"  # "should meet any employee who reports stress, agree a plan and …"
            continue
        subject = relative.child("nsubj")
        listed = tokens[token.i - 1].text == "," or relative.child("conj") is not None  # without "and": a list goes on
        listed = listed and (not present or relative.tag == token.tag)
        if listed and subject is not None and subject.tag in {"WDT", "WP"} and not relative.having("aux", "auxpass"):
            token.hang(relative, "conj")


def _under_the_relatives_modal(tokens: list[Token], token: Token) -> None:
    """“shall appoint a lead, who will chair a board, review data and …”: without "and" the relative clause's list goes on."""
    head = token.head
    if tokens[token.i - 1].text != "," or not head.modal:
        return
    relative = next((item for item in reversed(tokens[: token.i]) if item.dep == "relcl" and item.i > head.i), None)
    if relative is None or relative.tag != "VB" or head not in relative.ancestors() or relative.lemma == "be":
        return
    subject = relative.child("nsubj")
    apart = subject is not None and subject.i > 0 and tokens[subject.i - 1].text == ","
    modal = relative.modal
    if apart and modal and subject is not None and subject.tag in {"WDT", "WP"}:
        token.hang(relative, "conj")


_OWN_GROUP = ("nsubj", "nsubjpass", "aux", "auxpass", "mark")


@asked_of("VBD/relcl", "VBD|VBN/acl", ",")
def verbs_without_object_after_who(tokens: list[Token]) -> None:
    """“those who ordered, committed or concealed them”: the verb after the comma has the same subject."""
    for token in tokens[2:]:
        if token.dep != "acl" or token.tag not in {"VBD", "VBN"} or tokens[token.i - 1].text != ",":
            continue
        before = tokens[token.i - 2]
        if before.dep == "relcl" and before.head is token.head and before.tag == "VBD" and before.child("dobj") is None:
            token.tag = "VBD"
            token.hang(before, "conj")


@asked_of("NNS/nsubj|nsubjpass", "that", "MD/aux")
def verb_behind_that_which_acts(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“every firm that trains should be rewarded”: the verb of the relative clause taken for the subject behind it."""
    for noun, that, token, modal in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        lemma, verb = lemma_of_present(token, verbs), token.head
        if that.lower != "that" or token.tag != "NNS" or lemma is None or modal.tag != "MD" or modal.head is not verb:
            continue
        if token.dep not in {"nsubj", "nsubjpass"} or verb.dep != "relcl" or verb.head is not noun or token.children:
            continue
        if noun.tag != "NN" or not names_actor(noun.lower, noun):
            continue
        label, verbs_above = token.dep, [above for above in noun.ancestors() if above.is_verb]
        token.tag, token.lemma, token.repaired = "VBZ", lemma, True
        token.hang(noun, "relcl")
        that.hang(token, "nsubj")
        that.tag = "WDT"
        if verbs_above and verbs_above[0].i < noun.i:
            verb.hang(verbs_above[0], "conj")
            noun.hang(verb, label)


@asked_of("VBZ|VBD|VBP/relcl", ",", "WDT WP")
def verbs_after_who(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“those who recruit, transport or detain victims”: verbs taken for nouns after a relative verb without object."""
    for token in tokens[:-4]:
        subject = token.child("nsubj")
        if token.dep != "relcl" or token.tag not in FINITE or subject is None or subject.tag not in {"WDT", "WP"}:
            continue
        target = token.child("dobj")
        if tokens[token.i + 1].text != "," or token.having("aux") or (target is not None and target.i != token.i + 2):
            continue  # no object stands behind a comma: "collects, stores or sells records"
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


@asked_of("NNS/nsubj", "WP|WDT/nsubj", "VBZ|VBP/relcl", ",")
def verb_taken_for_subject(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“anyone who, without authority, collects, sells or discloses data commits an offence”: "who" is the subject already."""
    for token in tokens:
        verb, lemma = token.head, lemma_of_present(token, verbs)
        if token.tag != "NNS" or token.dep != "nsubj" or verb.dep != "relcl" or verb.tag != "VBZ" or lemma is None:
            continue
        who = verb.child("nsubj")
        if who is None or who is token or who.tag not in {"WP", "WDT"} or token.having("det", "amod", "poss", "compound"):
            continue
        token.tag, token.lemma, token.repaired = "VBZ", lemma, True
        token.replace(verb)
        lead(token, verb)
        verb.hang(token, "conj")


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


@asked_of("agent", "NNS/conj", "and")
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


@asked_of("WDT|WP/nsubj|det", "NN|NNS|NNP|NNPS/compound|amod|nmod")
def verb_after_relative(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“plants that lack filters”, "a scheme that funds nurseries, pays tutors": a verb taken for part of a compound."""
    for that, token in pairwise(tokens):
        target = token.head
        placed = that.dep == "nsubj" or (that.dep == "det" and target.dep == "relcl")  # "firms that export steel"
        if that.tag not in {"WDT", "WP"} or not placed or that.i == 0 or not token.is_noun or target.i < token.i:
            continue
        plural = token.tag == "NNS"
        own = that.head is token  # its subject already
        known = lemma_of_present(token, verbs) if plural else token.lower if token.lower in verbs else None
        lemma = known or (token.lemma.lower() if own else None)
        if token.dep not in {"compound", "amod", "nmod"} or not target.is_noun or lemma is None or token.text[0].isupper():
            continue
        noun = tokens[that.i - 1]
        later = that.head if that.dep == "nsubj" and not own else None
        if not noun.is_noun or (later is not None and (not later.is_verb or target.head is not later)):
            continue
        token.tag, token.lemma, token.repaired = ("VBZ" if plural else "VBP"), lemma, True
        token.hang(noun, "relcl")
        that.hang(token, "nsubj")
        target.hang(token, "dobj")
        if later is not None:
            later.hang(token, "conj")


@asked_of("refrain", "from")
def refrain(tokens: list[Token]) -> None:
    """“allow access and refrain from using force”: before "from" it is a verb."""
    for token, after in pairwise(tokens):
        if token.lower == "refrain" and token.is_noun and after.lower == "from" and token.dep == "conj":
            verb = verb_above(token.head)
            if verb is not None:
                token.tag, token.lemma, token.repaired = "VB", "refrain", True
                token.hang(verb, "conj")
                after.hang(token, "prep")


@asked_of("VBN/amod", "and", "conj", "TO")
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
        token.join(verb, noun)
        if target.is_verb and target.i > noun.i:
            target.hang(token, "xcomp")


@asked_of("relcl", "acl", ",", "WDT WP")
def relative_behind_parenthesis(tokens: list[Token]) -> None:
    """“measures, tailored to the risks identified, which may include X”: not the risks do, where commas part the participle."""
    for which in tokens[3:]:
        verb = which.head
        if which.tag not in {"WDT", "WP"} or which.dep not in {"nsubj", "nsubjpass"} or verb.dep != "relcl":
            continue
        participle = verb_above(verb.head)
        if participle is None or participle.dep != "acl" or tokens[which.i - 1].text != ",":
            continue
        if tokens[participle.opening.i - 1].text == "," and participle.head.i < participle.i < verb.head.i:
            verb.hang(participle.head, "relcl")


@asked_of("whoever whosoever", "csubj csubjpass")
def whoever(tokens: list[Token]) -> None:
    """“Whoever makes a false statement shall be fined”: "whoever" is who is fined, and the verb says what he does."""
    for token in tokens:
        verb = token.head
        if token.lower not in {"whoever", "whosoever"} or token.dep != "nsubj" or verb.dep not in {"csubj", "csubjpass"}:
            continue
        main, label = verb.head, verb.dep.replace("csubj", "nsubj")
        token.hang(main, label)
        verb.hang(token, "relcl")
        token.tag = "NN"


@asked_of("that", "relcl", "agent")
def relative_behind_agent(tokens: list[Token]) -> None:
    """“an amendment tabled by the Greens that sought to V”: "that" is no group with a name."""
    for that in tokens[3:]:
        verb, agent = that.head, that.head.head
        if that.lower != "that" or that.dep not in {"nsubj", "nsubjpass"} or verb.dep != "relcl" or agent.head.dep != "agent":
            continue
        participle = agent.head.head
        while participle.goes_on and participle.head.is_verb:
            participle = participle.head  # "measures adopted or maintained by a Party that affect trade"
        noun = participle.head
        agrees = {"singular": ("NNS", "NN"), "plural": ("NN", "NNS")}.get(verb.number) == (agent.tag, noun.tag)
        if participle.dep == "acl" and noun.is_noun and (agent.tag[:3] == "NNP" or agrees):
            verb.hang(noun, "relcl")


@asked_of("which", "relcl", "agent", "MD/aux", "a an")
def relative_of_the_new_body(tokens: list[Token]) -> None:
    """“set up a group, to be chaired by a judge appointed by the President, which shall meet monthly”: the group shall."""
    for which in tokens[6:]:
        verb, agent = which.head, which.head.head
        if which.lower != "which" or which.dep != "nsubj" or verb.dep != "relcl" or not verb.modal:
            continue
        if agent.head.dep != "agent" or tokens[which.i - 1].text != ",":
            continue
        for above in agent.ancestors():
            new = above.is_noun and any(child.lower in {"a", "an"} for child in above.having("det"))
            if new and tokens[above.i + 1].text == "," and above.dep in {"dobj", "nsubjpass"}:
                verb.hang(above, "relcl")
                break


@asked_of("which", "relcl", ",")
def agreeing_antecedent(tokens: list[Token]) -> None:
    """“extend relief for two quarters, which takes pressure off families”: it is the relief that "takes", not the quarters."""
    for which in tokens[2:]:
        verb, noun = which.head, which.head.head
        if which.lower != "which" or which.dep not in {"nsubj", "nsubjpass"} or verb.dep != "relcl" or not noun.is_noun:
            continue
        plural = verb.number == "plural"
        if tokens[which.i - 1].text != "," or not verb.number or noun.having("conj") or noun.dep == "conj":
            continue
        amount = noun.head.lower == "worth"  # "bonds worth 12 billion crowns, which mature in May"
        if ((noun.tag in {"NNS", "NNPS"}) is plural and not amount) or noun.tag not in {"NN", "NNS"}:
            continue
        agreeing = next((item for item in _nouns_above(noun) if (item.tag in {"NNS", "NNPS"}) is plural), None)
        if agreeing is not None:
            verb.hang(agreeing, "relcl")
        elif not plural and (above := next((item for item in noun.ancestors() if item.is_verb), None)) is not None:
            verb.hang(above, "advcl")  # "bought bonds, which has helped to calm the market": that it did so


@asked_of("WDT", "relcl", "conj")
def relative_of_the_last(tokens: list[Token]) -> None:
    """“flows, tax avoidance and rates that bear no relation to risk”: the clause is said of the noun that it stands behind."""
    for that in tokens[2:]:
        verb, before = that.head, tokens[that.i - 1]
        subject = that.dep in {"nsubj", "nsubjpass"}  # "the taxes and fees that firms paid" are both
        if that.tag != "WDT" or verb.dep != "relcl" or not before.is_noun or before is verb.head or not subject:
            continue
        first = before
        while first.goes_on and first.head.is_noun:
            first = first.head
        if first is verb.head:
            verb.hang(before, "relcl")


@asked_of("WP$")
def clause_of_whose(tokens: list[Token]) -> None:
    """“Africa, whose states make up a quarter of us, can no longer wait”: what "whose" is in is a relative clause."""
    for token in tokens[2:]:
        subject = token.head
        verb = subject.head
        if token.tag != "WP$" or subject.dep not in {"nsubj", "nsubjpass"} or not verb.is_verb or verb.dep == "relcl":
            continue
        noun = next((item for item in verb.having("nsubj", "nsubjpass") if item.i < token.i and item is not subject), None)
        main = next((item for item in verb.having("conj", "ccomp") if item.i > verb.i and item.is_verb), None)
        if noun is None or main is None or main.having("nsubj", "nsubjpass") or tokens[token.i - 1].text != ",":
            continue
        first = main.opening.i
        if tokens[first - 1].text != ",":
            continue
        main.replace(verb)
        be_subject_of(noun, main)
        for child in list(verb.children):
            if child.i > first:
                child.hang(main, child.dep)
        verb.hang(noun, "relcl")


def _nouns_above(noun: Token) -> list[Token]:
    """The nouns that a relative clause behind ``noun`` can be about instead: those it hangs on, the object of its verb."""
    found = []
    for above in noun.ancestors():
        if above.is_noun:
            found.append(above)
        elif above.is_verb:
            return found + [item for item in above.having("dobj", "nsubjpass") if item.is_noun and item.i < noun.i]
    return found
