"""Words whose tag or lemma the sentence contradicts."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.roots import LIKE_PRESENT, make_main_verb, make_root
from kg.extraction.repair.steps import FINITE, be_passive_of, succeed
from kg.extraction.tree import Token
from kg.extraction.words import classes, words
from kg.language import CURRENCIES

__all__ = [
    "AFTER_VERB",
    "acronyms",
    "currencies",
    "finite_verb",
    "initial_imperative",
    "into_account",
    "lemma_of_gerund",
    "lemma_of_past",
    "lemma_of_present",
    "lemmas",
    "make_root",
    "modal_and_verb",
    "participle_with_agent",
    "plural_verb_before_infinitive",
    "subject_taken_for_compound",
    "verbs_by_frame",
]


_NOUN_ENDINGS = ("itude", "ness", "ment", "tion", "sion", "ity", "ism", "ance", "ence")


@asked_of("us it who JJ/conj|pobj|dobj NNS/nsubj")
def acronyms(tokens: list[Token]) -> None:
    """“The US will impose tariffs”, "WHO issued guidelines", "Barbados has …": capitals are a name, no pronoun, no plural."""
    if not any(token.text.islower() and len(token.text) > 3 for token in tokens):
        return  # all in capitals
    first = tokens[0]
    alone = first.tag == "NNS" and first.dep == "nsubj" and first.text.istitle() and not first.children
    if alone and first.head.is_verb and first.head.number == "singular" and first.lower not in words("singular_in_s"):
        first.tag, first.lemma = "NNP", first.text
    for token in tokens:
        if token.tag == "JJ" and token.dep in {"conj", "pobj", "dobj"} and token.lower.endswith(_NOUN_ENDINGS):
            token.tag = "NN"  # "slavery or servitude"
        if token.text in {"US", "IT", "WHO"}:
            token.tag, token.lower, token.lemma = "NNP", token.text, token.text


@asked_of("CD", " ".join(CURRENCIES).lower())
def currencies(tokens: list[Token]) -> None:
    """“set aside Kshs. 118 billion”: the currency belongs to the amount, as "$" does."""
    for token, number in pairwise(tokens):
        if token.text not in CURRENCIES or number.tag != "CD":
            continue
        unit = number.head if number.head.i == number.i + 1 else number
        above, dep = token.head, token.dep
        token.tag = "$"
        if dep in {"pobj", "dobj", "nsubj", "nsubjpass"} and above is not unit:
            unit.hang(above, dep)
        token.hang(unit, "quantmod")


@asked_of("ought nsubj nsubjpass")
def verbs_by_frame(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“firms that supply water”: a word with subject and object is a verb, whatever its tag; so is "ought"."""
    for token in tokens:
        if token.lower == "ought" and token.child("xcomp") is not None:
            token.tag, token.lemma = "VBP", "ought"
        if not token.children or not (token.is_noun or token.tag == "JJ") or token.text[0].isupper():
            continue
        subject = token.child("nsubj", "nsubjpass")
        if subject is None or subject.i > token.i or not (token.having("dobj", "aux", "xcomp") or subject.tag in {"WDT", "WP"}):
            continue
        lemma = token.lemma.lower()
        behind_modal = any(child.tag == "MD" and child.i < token.i for child in token.having("aux"))
        takes = token.child("xcomp") is not None and lemma in words("gerund_taking")  # "councils risk losing powers"
        if lemma in verbs or token.lower in verbs or behind_modal or takes:
            modal = token.modal or token.infinitive
            token.tag = "VB" if modal else "VBZ" if token.lower != lemma else "VBP"
            token.lemma, token.repaired = lemma, True


@asked_of("VBZ VBD VBP", "NN|NNS|NNP|NNPS/compound|nmod")
def subject_taken_for_compound(tokens: list[Token]) -> None:
    """“The agency shields households”: a noun hung on a finite verb as part of a compound is its subject."""
    for token in tokens[1:]:
        if token.tag in FINITE and not token.having("nsubj", "nsubjpass", "expl"):
            before = tokens[token.i - 1]
            if token.tag == "VBP" and before.tag != "NNS":
                continue  # but "Heavy rains force schools to close"
            while before.head.i < token.i and before.head is not before:
                before = before.head  # "The Secretary of State attaches weight to it"
            if before.head is token and before.is_noun and before.dep in {"compound", "nmod"}:
                before.dep = "nsubj"


def _behind_parenthesis(tokens: list[Token], k: int) -> Token:
    """The token at ``k``, or behind a parenthesis of two or three words there: "aims, where possible, to V"."""
    close = next((item for item in tokens[k + 3 : k + 5] if item.text == ","), None) if tokens[k].text == "," else None
    return tokens[close.i + 1] if close is not None and close.i + 1 < len(tokens) else tokens[k]


@asked_of("NNS NNPS", "TO")
def plural_verb_before_infinitive(tokens: list[Token]) -> None:
    """“The Party pledges to build homes”: a noun before "to V" in a sentence without any finite verb is the verb."""
    if any((token.tag in FINITE and token.lower != token.lemma.lower()) or token.tag == "MD" for token in tokens):
        return
    catenatives = words("catenative.planned") | words("catenative.ongoing") | words("catenative.inherit")
    for token in tokens[:-1]:
        following = _behind_parenthesis(tokens, token.i + 1)
        if token.tag in {"NNS", "NNPS"} and token.lemma.lower() in catenatives and following.tag == "TO" and token.i > 0:
            verb = following.head
            before = tokens[token.i - 1]
            any_such = any(child.lower in {"any", "all", "such"} for child in token.having("det"))
            if before.tag in {"DT", "PRP$"} or before.child("nsubj") or any_such:
                continue  # "We have the means to end X", "oppose plans to build flats", "reject any new attempts to V"
            token.tag, token.lemma, token.repaired = "VBZ", token.lemma.lower(), True
            if before.head is token and before.tag != "RB":
                before.dep = "nsubj"
            if verb.is_verb and verb is not token:
                make_root(token)
                verb.hang(token, "xcomp")
            return


@asked_of("NNS VBZ VBN/ROOT VBN|VBD/acl|amod|compound " + " ".join(LIKE_PRESENT))
def finite_verb(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“The state reduced emissions by V-ing”, “The law taxes firms”: a sentence needs a finite verb.

    Where none is found, the first word between two noun phrases that can be one is.
    """
    if any(_is_main_verb(token) for token in tokens):
        return
    for token in tokens:
        if (
            token.tag == "VBN"
            and token.dep == "ROOT"
            and token.child("nsubj")
            and token.child("dobj")
            and not token.having("aux")
        ):
            token.tag = "VBD"  # "Egyptian security forces arrested ten men"
            return
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        lemma = token.lemma.lower()
        pledged = token.tag == "VBN" and token.dep == "acl" and lemma in words("catenative.planned") and _leads_to(token)
        if pledged and before.is_noun and before.dep in {"pobj", "ROOT"} and not token.having("agent", "aux"):
            make_main_verb(token, before)  # "Ministers from 12 countries pledged to triple capacity"
            return
        bidden = tokens[0].lower in verbs and tokens[0].head is token and tokens[0].dep in {"compound", "amod"}
        unambiguous = token.dep == "ROOT" and after.tag == "IN" and lemma not in words("noun_or_verb") and not bidden
        apart = token.dep == "acl" and before.text == ","
        named = before.tag == "POS" and after.tag in {"NNP", "DT"}  # "Moody's downgraded Kenya's rating"
        if not (before.is_noun or apart or named) or not (
            after.tag in AFTER_VERB or after.lower in {"that", "most", "many", "more"} or unambiguous or apart
        ):
            continue
        if token.tag in {"VBN", "VBD"} and token.dep == "acl" and token.head.dep == "ROOT" and before.text == ",":
            if not token.having("agent", "aux", "auxpass") and (token.child("dobj", "prep") is not None):
                make_main_verb(token, token.head)  # "The ministers, meeting in Bonn, called on governments to …"
                return
            continue
        past = token.tag in {"VBN", "VBD"} or token.lower in LIKE_PRESENT  # "The bank cut costs"
        participle = past and token.dep in {"amod", "compound"}
        gerund = after.tag == "VBG" and lemma in words("gerund_taking")  # "The state risks missing its target"
        present = token.tag in {"NNS", "VBZ"} and (lemma in verbs or lemma in words("speech") or gerund)
        if (participle and after.i <= token.head.i) or (present and token.dep != "pobj"):
            make_main_verb(token, before)
            if gerund and after.head is token:
                after.dep = "xcomp"
            return


@asked_of("MD")
def modal_and_verb(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“Member States may authorise the sale”: after a modal stands a verb, whatever its tag."""
    for modal in tokens[:-1]:
        if modal.tag != "MD":
            continue
        if modal.dep == "aux" and modal.head.is_verb and modal.head.i > modal.i:
            if _verb_behind(tokens, modal, verbs):
                _pass_over(tokens[modal.i + 1], modal.head)
            continue
        after = tokens[modal.i + 1 : modal.i + 4]
        token = next((item for item in after if item.lower in verbs or item.tag not in {"RB", ","}), None)
        if token is None or token.is_verb or token.lower not in verbs:
            continue
        if token.lower == "subject" and tokens[token.i - 1].text == ",":
            continue  # "would, subject to approval, double the number"
        token.tag, token.lemma, token.repaired = "VB", token.lower, True
        make_root(token)
        modal.hang(token, "aux")
        for noun in reversed(tokens[: modal.i]):
            if noun.is_noun and noun.dep in {"nsubj", "nsubjpass", "ROOT", "dep"}:
                noun.hang(token, "nsubj")
                break
        return


def _verb_behind(tokens: list[Token], modal: Token, verbs: AbstractSet[str]) -> bool:
    """“must triple adaptation finance”: whether the verb right behind the modal was passed over for a noun."""
    taken, behind = modal.head, tokens[modal.i + 1]
    return (
        taken.i == modal.i + 2
        and taken.tag == "VB"
        and taken.lower not in verbs
        and behind.tag in {"JJ", "NN"}
        and behind.lower in verbs
        and behind.head is taken
    )


def _pass_over(token: Token, taken: Token) -> None:
    """Make ``token`` the verb that ``taken`` was, and ``taken`` part of its object."""
    token.tag, token.lemma, token.repaired, taken.tag = "VB", token.lower, True, "NN"
    token.replace(taken)
    succeed(token, taken)
    target = token.child("dobj")
    if target is not None and target.i == taken.i + 1:
        taken.hang(target, "compound")
    else:
        taken.hang(token, "dobj")


def _leads_to(token: Token) -> bool:
    """Whether "to" and what may be an infinitive follow."""
    return token.child("xcomp") is not None or any(child.lower == "to" for child in token.having("prep"))


def _is_main_verb(token: Token) -> bool:
    if token.tag == "VB" and token.i <= 1:
        return True
    if token.tag != "MD" and (token.tag not in FINITE or token.dep in {"amod", "compound", "nmod"}):
        return False
    verb = token.head if token.dep in {"aux", "auxpass"} else token
    return not any(item.dep in {"relcl", "acl", "advcl"} for item in (verb, *verb.ancestors()))


AFTER_VERB = frozenset({"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "TO", "VBG", "VBN", "$"})


@asked_of()
def initial_imperative(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“Uphold the bottom line”: a sentence that opens with a lexicon verb and a determiner is an imperative."""
    start = next((token for token in tokens if token.text[0].isalpha() and token.tag not in {"RB", "CC"}), None)
    if start is None or start.is_verb or start.lower not in verbs or start.i + 1 >= len(tokens):
        return
    following = tokens[start.i + 1]
    if (
        following.tag in {"DT", "PRP$"}
        or (following.tag == "CC" and start.i + 2 < len(tokens) and tokens[start.i + 2].tag == "VB")
        or (
            start.lower == start.lemma.lower()
            and (following.tag in {"JJ", "NNS", "CD"} or (following.tag == "NN" and _said_in_full(tokens, start)))
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
                make_root(start)
                target.dep = "dobj"
            elif target.dep in {"nsubj", "nsubjpass"} and target.head.tag in {"VB", "VBP"}:
                start.hang(target.head, "advcl")
                target.hang(start, "dobj")


def _said_in_full(tokens: list[Token], start: Token) -> bool:
    """“Launch pilot programmes for ports.”: a sentence, and a word that is hardly a noun; but "Launch sites" is a heading."""
    return tokens[-1].text == "." and start.head.tag == "NNS" and start.lower not in words("noun_or_verb")


def _has_finite(tokens: list[Token]) -> bool:
    return any(token.tag in {"VBZ", "VBD", "MD"} or token.dep == "nsubj" for token in tokens)


@asked_of("JJ/acomp", "by MD")
def participle_with_agent(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“were pre-determined by the provider”, "will be frozen": an adjective with an agent or under a modal is a passive."""
    for token in tokens:
        copula = token.head
        if token.tag != "JJ" or token.dep != "acomp" or copula.lemma != "be" or not token.lower.endswith(("ed", "en")):
            continue
        by = next((child for child in token.having("prep", "agent") if child.lower == "by" and child.child("pobj")), None)
        if by is None and (not copula.modal or token.child("xcomp", "ccomp") or _catenative(token.lower)):
            continue
        candidates = [_IRREGULAR[token.lower]] if token.lower in _IRREGULAR else _candidates(token.lower)
        lemma = next((item for item in candidates if item.split("-")[-1] in verbs), None)
        if lemma is None:
            continue
        token.tag, token.lemma, token.repaired = "VBN", lemma, True
        if by is not None:
            by.dep = "agent"
        be_passive_of(token, copula)


_IRREGULAR = {"frozen": "freeze", "broken": "break", "hidden": "hide", "withdrawn": "withdraw", "shaken": "shake"}


def _catenative(adjective: str) -> bool:
    return any(adjective in lemmas for lemmas in classes("catenative_adjective").values())


@asked_of("into", "account consideration")
def into_account(tokens: list[Token]) -> None:
    """“taking into account climate change”: what is taken into account is the object."""
    for into, account in pairwise(tokens):
        if into.lower != "into" or account.lower not in {"account", "consideration"}:
            continue
        noun = account.head
        if account.dep in {"compound", "nmod"} and noun.i > account.i and into.head.lemma.lower() == "take":
            verb = into.head
            account.hang(into, "pobj")
            noun.hang(verb, "dobj")


@asked_of("found VBD VBN VBG VBZ")
def lemmas(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“installed”, "remedied": the lemma that the lexicon knows, where spaCy's rules made up another."""
    for token in tokens:
        if token.lower == "found" and any(aux.tag in {"TO", "MD"} for aux in token.having("aux")):
            token.tag, token.lemma = "VB", "found"  # "to found a family"
            continue
        if token.lower == "lay" and token.tag == "VBD" and token.child("dobj") is not None:
            token.tag, token.lemma = "VBP", "lay"  # "farmers lay cables"
            continue
        if token.lemma == "’" and token.tag == "VBZ":
            token.lemma = "be"  # "It’s a task that ..."
        elif token.tag == "VBZ" and token.lemma.lower() not in verbs:
            token.lemma = lemma_of_present(token, verbs) or token.lemma  # "spares" is not of "spar"
        if token.tag in {"VBD", "VBN", "VBG"} and token.lemma.lower() not in verbs:
            for candidate in _candidates(token.lower):
                if candidate in verbs or (
                    candidate.startswith("re") and (candidate[2:] in verbs or candidate[2:] in words("noun_or_verb"))
                ):
                    token.lemma = candidate
                    break


def _candidates(form: str) -> list[str]:
    stem = form.removesuffix("ing") if form.endswith("ing") else form.removesuffix("ed")
    if stem == form:
        return []
    doubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
    return [stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else stem, doubled]


def lemma_of_present(token: Token, verbs: AbstractSet[str]) -> str | None:
    """The verb of the lexicon that ``token`` is the third person of."""
    form = token.lower
    if not form.endswith("s") or form.endswith("ss"):
        return None
    stems = [form[:-3] + "y"] if form.endswith("ies") else [form[:-1], form[:-2]][: 1 + form.endswith("es")]
    return next((stem for stem in stems if stem in verbs), None)


def lemma_of_gerund(token: Token, verbs: AbstractSet[str]) -> str | None:
    """The verb of the lexicon that ``token`` is the gerund of."""
    return next((candidate for candidate in _candidates(token.lower) if candidate in verbs), None)


def lemma_of_past(token: Token, verbs: AbstractSet[str]) -> str | None:
    """The verb of the lexicon that ``token`` is the regular past of."""
    return next((item for item in _candidates(token.lower) if item in verbs), None) if token.lower.endswith("ed") else None
