"""Verbs hung on a verb whose form theirs does not go with: a past on an infinitive, a finite verb on “with”."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise

from kg.extraction.heads import is_party, names_time
from kg.extraction.repair.asking import asked_of
from kg.extraction.repair.forms import lemma_of_past
from kg.extraction.repair.frames import moves
from kg.extraction.repair.steps import OWN_GROUP, PAST, SUBJECTS, is_perfect, lead, past_above, verb_above
from kg.extraction.tree import Token
from kg.extraction.words import classes, words

__all__ = [
    "LISTS_PARTED",
    "VERBS_FOUND",
    "bare_verb_beside_infinitive",
    "gerund_under_relative",
    "past_behind_infinitive",
    "relative_of_the_moved",
    "task_behind_relative",
    "time_before_participle",
    "who_are_people",
]


@asked_of("VBD|VBN/conj", "TO/aux", "dobj")
def past_behind_infinitive(tokens: list[Token]) -> None:
    """“told airports to publish plans and opened an inquiry”: a past tense goes on with the past before the infinitive."""
    for token in tokens[4:]:
        verb = token.head
        if token.dep != "conj" or token.tag not in PAST or token.lower == token.lemma.lower() or token.having(*OWN_GROUP):
            continue
        if verb.tag != "VB" or not verb.infinitive or verb.having("auxpass") or token.child("dobj") is None:
            continue
        past = past_above(verb)
        if past is not None and past.i < verb.i:
            token.tag = past.tag
            token.hang(past, "conj")


@asked_of("with", "VBD/pcomp", ",")
def past_behind_with(tokens: list[Token]) -> None:
    """“We opened up, with exports growing by 7 percent, and cut tariffs”: no finite verb stands under "with", and the
    participle before the comma does."""
    for token in tokens[4:]:
        with_, noun = token.head, token.child("nsubj")
        if token.tag != "VBD" or token.dep != "pcomp" or with_.lower != "with" or noun is None or token.having("aux", "mark"):
            continue
        main = with_.head
        doing = next((item for item in noun.having("acl") if item.tag in {"VBG", "VBN"} and item.i < token.i), None)
        if doing is None or tokens[token.i - 1].text not in {",", "and"} or main.tag != "VBD" or main.i > with_.i:
            continue
        doing.hang(with_, "pcomp")
        noun.hang(doing, "nsubj")
        token.hang(main, "conj")


@asked_of("VBP/relcl", "or", "VB|VBP/conj", "MD/aux TO/aux")
def or_list_of_the_relative(tokens: list[Token]) -> None:
    """“shall prosecute persons who smuggle arms, finance cartels, or launder money”: of what is to be done there is no
    choice, of what they do there is."""
    for joint in tokens[4:]:
        last = next((item for item in tokens[joint.i + 1 : joint.i + 3] if item.tag in {"VB", "VBP"}), None)
        if joint.lower != "or" or last is None or last.dep != "conj" or last.having(*OWN_GROUP):
            continue
        main = last.head
        while main.goes_on and main.head.is_verb:
            main = main.head
        if not _is_to_be_done(main):
            continue
        relative = next((item for item in reversed(tokens[: joint.i]) if item.dep == "relcl" and item.i > main.i), None)
        if relative is None or relative.tag != "VBP" or main not in relative.ancestors() or relative.having("aux", "auxpass"):
            continue
        who = relative.child("nsubj")
        if who is None or who.lower not in {"who", "that", "which"}:
            continue
        listed = [item for item in tokens[relative.i + 1 : last.i + 1] if _goes_on_with(item, main)]
        other = any(item.lower == "and" and item.dep == "cc" and item.head.is_verb for item in tokens[relative.i : joint.i])
        if last.head is relative or not listed or other or any(item.having(*OWN_GROUP) for item in listed):
            continue
        for item in listed:
            item.tag = "VBP"
            item.hang(relative, "conj")
        joint.hang(relative, "cc")


@asked_of("VBP/relcl", "VB|VBP/conj", "and", ",", "MD/aux TO/aux")
def never_closed_in_the_relative(tokens: list[Token]) -> None:
    """“shall assist States which lack staff, coordinate tests and, if asked, advise them”: one list, which "and" closes."""
    for token in tokens[4:]:
        relative = token.head
        if token.dep != "conj" or token.tag not in {"VB", "VBP"} or relative.dep != "relcl" or relative.tag != "VBP":
            continue
        if tokens[token.i - 1].text != "," or token.having(*OWN_GROUP, "conj", "cc"):
            continue
        if any(joint.i < token.i for joint in relative.having("cc")):
            continue
        main = verb_above(relative) or token
        later = [item for item in main.having("conj") if item.i > token.i and item.tag == "VB" and not item.having(*OWN_GROUP)]
        closes = later and any(item.lower == "and" for item in tokens[token.i : later[0].i])
        if closes and _is_to_be_done(main) and len(relative.having("conj")) == 1 and token.lower == token.lemma.lower():
            token.tag = "VB"
            token.hang(main, "conj")


def _is_to_be_done(verb: Token) -> bool:
    """Whether it is a duty: what may be done, or must not, can be one of several."""
    if verb.tag != "VB" or verb.having("neg"):
        return False
    return verb.infinitive or any(child.lower in {"shall", "must", "will", "should"} for child in verb.having("aux"))


def _goes_on_with(item: Token, main: Token) -> bool:
    """Whether it is a bare verb of ``main``'s list."""
    return item.dep == "conj" and item.tag in {"VB", "VBP"} and main in item.ancestors() and item.head.is_verb


@asked_of("VB|VBP/acl|advcl|xcomp|relcl", "TO/aux", ", and or")
def bare_verb_beside_infinitive(tokens: list[Token]) -> None:
    """“the right to own, use and manage land”: a bare verb of the same noun goes on with the infinitive before."""
    for token in tokens[3:]:
        if token.tag not in {"VB", "VBP"} or token.dep not in {"acl", "advcl", "xcomp", "relcl"} or token.having(*OWN_GROUP):
            continue
        if tokens[token.i - 1].text != "," and tokens[token.i - 1].lower not in {"and", "or"}:
            continue
        beside = [item for item in token.head.children if item.infinitive and item.tag == "VB" and item.dep == token.dep]
        if beside and beside[-1].i < token.i and token.lower == token.lemma.lower():
            token.tag = "VB"
            token.hang(beside[-1], "conj")


@asked_of("VBG/relcl")
def gerund_under_relative(tokens: list[Token]) -> None:
    """“shelters that house women fleeing violence”: without a relative word it says what the noun before it does."""
    for token in tokens[2:]:
        noun = tokens[token.i - 1]
        if token.tag != "VBG" or token.dep != "relcl" or not noun.is_noun or token.having(*OWN_GROUP):
            continue
        if noun is not token.head and token.head in noun.ancestors() and noun.dep in {"dobj", "pobj", "conj"}:
            token.hang(noun, "acl")


@asked_of("preceding following", "VBG/advcl|acl")
def time_before_participle(tokens: list[Token]) -> None:
    """“within the three years preceding their application”: nobody precedes it: when."""
    for token in tokens[2:]:
        noun = tokens[token.i - 1]
        target = token.child("dobj")
        if token.lower in {"preceding", "following"} and token.dep in {"advcl", "acl"} and names_time(noun) and target:
            token.tag = "IN"
            token.hang(noun, "prep")
            target.hang(token, "pobj")


@asked_of("WDT|WP/nsubj", "VBP|VBZ/ccomp", "TO/aux")
def relative_of_the_moved(tokens: list[Token]) -> None:
    """“urges States that possess arms to disarm”: what "that" is the subject of says who they are."""
    for that in tokens[2:]:
        verb, main, people = that.head, that.head.head, tokens[that.i - 1]
        if that.tag not in {"WDT", "WP"} or that.dep != "nsubj" or verb.dep != "ccomp" or people.head is not main:
            continue
        if people.dep not in {"dobj", "dative"} or not moves(main):
            continue
        task = next((item for item in verb.subtree() if item.tag == "VB" and item.infinitive and item.i > verb.i), None)
        verb.hang(people, "relcl")
        if task is not None and main.child("xcomp") is None and task.dep != "conj":
            task.hang(main, "xcomp")


@asked_of("relcl", "TO/aux", "VB/advcl", "dobj dative")
def task_behind_relative(tokens: list[Token]) -> None:
    """“asked landlords who had raised the rent to publish accounts”: what they are asked, not what they raised it for."""
    for task in tokens[5:]:
        verb = task.head
        people = verb.head
        main = people.head
        if task.tag != "VB" or task.dep != "advcl" or not task.infinitive or verb.dep != "relcl":
            continue
        if people.dep not in {"dobj", "dative"} or not moves(main) or main.having("xcomp", "ccomp"):
            continue
        leads = verb.child(*SUBJECTS)
        told = any(item.lower == "that" and item.dep == "mark" for item in tokens[task.i :])
        if told or verb.lemma.lower() in _of_infinitives():
            continue  # "told towns that had sold land to fund schools that they must repay it"
        if leads is not None and leads.tag in {"WDT", "WP"} and tokens[task.i - 2].text != ",":
            task.hang(main, "xcomp")


@cache
def _of_infinitives() -> frozenset[str]:
    """Verbs that have an infinitive of their own: "nurses who are needed to staff wards"."""
    moved = (words(f"object_control.{name}") for name in ("requested", "obliged", "possible", "planned"))
    return frozenset({"use", "work"}).union(*classes("catenative").values(), *moved)


@asked_of("but", "VBP|VB", "NN/compound|conj")
def bare_verb_behind_but(tokens: list[Token]) -> None:
    """“firms that have know-how but lack collateral”: "but" joins no two nouns before a third."""
    for but, token, thing in zip(tokens[3:], tokens[4:], tokens[5:], strict=False):
        if but.lower != "but" or token.tag != "NN" or token.children or not thing.is_noun or thing.i < token.i:
            continue
        within = token.dep == "compound" and token.head is thing and thing.dep == "conj"
        shared = token.dep == "conj" and token.head.dep in {"nmod", "compound"} and token.head.head is thing
        first = thing.head if within else token.head
        verb = first.head if within else thing.head
        if not (within or (shared and thing.dep == "dobj")) or not first.is_noun or verb.tag not in {"VBP", "VB"}:
            continue
        if first.i < verb.i or verb.having("neg") or token.text[0].isupper():
            continue  # "buys not coal but gas plants"
        token.tag, token.lemma, token.repaired = verb.tag, token.lower, True
        token.join(verb, thing)
        if shared:
            first.hang(verb, "dobj")
        but.hang(verb, "cc")


@asked_of("VB|VBP/dep|advcl", ",", "MD/aux TO/aux")
def bare_verb_under_modal(tokens: list[Token]) -> None:
    """“shall keep the file, make it available and help inspectors”: a bare verb behind a comma goes on with a bare verb."""
    for token in tokens[3:]:
        main = token.head
        if token.tag not in {"VB", "VBP"} or token.dep not in {"dep", "advcl"} or token.having(*OWN_GROUP):
            continue
        if any(child.tag == "WRB" for child in token.children):
            continue
        if tokens[token.i - 1].text != "," or main.tag != "VB" or main.i > token.i or not (main.modal or main.infinitive):
            continue
        closed = token.having("conj") or [item for item in main.having("conj") if item.i > token.i]
        if closed and closed[0].tag in {"VB", "VBP"} and token.lower == token.lemma.lower():
            last = [item for item in tokens[main.i + 1 : token.i] if item.infinitive and item.tag == "VB"]
            token.tag = "VB"
            token.hang(last[-1] if main.lemma == "be" and last else main, "conj")  # "will be aware that it is to run trains, …"


@asked_of("VB/conj", "ccomp relcl", "and", ",")
def closes_the_open_list(tokens: list[Token]) -> None:
    """“shall protect mothers, ensure that no girl is forced to leave school, and punish those who …”: what "and" closes is
    the list that a comma has opened."""
    for token in tokens[6:]:
        if token.dep != "conj" or token.tag != "VB" or token.having(*OWN_GROUP) or tokens[token.i - 1].lower != "and":
            continue
        inner = [token.head, *token.head.ancestors()]
        last = next((item for item in inner if item.dep == "conj" and item.tag == "VB" and item.head.is_verb), None)
        if last is None or last is token.head or tokens[last.i - 1].text != ",":
            continue
        between = [item for item in inner[: inner.index(last)] if item.child("nsubj", "nsubjpass") is not None]
        told = any(item.dep == "relcl" or (item.dep == "ccomp" and tokens[token.i - 2].text == ",") for item in between)
        closed = any(item.i > last.i for item in (*last.having("conj"), *last.head.having("conj")))
        if told and not closed:
            token.hang(last, "conj")


@asked_of("expl", "VB|VBP/conj", "dobj")
def existence_ends(tokens: list[Token]) -> None:
    """“There can be no peace while settlers seize land, burn groves and …”: what there is acts on nothing."""
    for token in tokens[4:]:
        main = token.head
        if token.dep != "conj" or token.tag not in {"VB", "VBP"} or token.having(*OWN_GROUP) or token.child("dobj") is None:
            continue
        if main.lemma != "be" or main.child("expl") is None:
            continue
        acts = [item for item in tokens[main.i : token.i] if item.tag == "VBP" and item.child("nsubj") and item.dep != "aux"]
        if acts and main in acts[-1].ancestors():
            token.tag = "VBP"
            token.hang(acts[-1], "conj")


@asked_of("free", "up", "and or")
def free_up(tokens: list[Token]) -> None:
    """“will cut queues and free up beds”: before "up" it is a verb."""
    for joint, token, up in zip(tokens[2:], tokens[3:], tokens[4:], strict=False):
        thing = token.head
        if token.lower != "free" or up.lower != "up" or token.tag != "JJ" or joint.lower not in {"and", "or", ","}:
            continue
        verb = verb_above(thing)
        if thing.is_noun and thing.dep == "conj" and thing.i > up.i and verb is not None and verb.tag in {"VB", "VBP"}:
            token.tag, token.lemma, token.repaired = verb.tag, "free", True
            token.join(verb, thing)
            up.hang(token, "prt")


@asked_of("VBN|VBD|JJ/amod", ",", "VBD|VBN/conj", "and")
def participle_in_open_list(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“has planted trees, banned bottom trawling and created a park”: a list of nouns would have an "and" of its own."""
    for comma, token in pairwise(tokens):
        noun = token.head
        if comma.text != "," or token.dep != "amod" or token.tag not in {"VBN", "VBD"} or noun.i < token.i or noun.having("cc"):
            continue
        if noun.subtree()[0] is not token or not noun.is_noun or noun.dep not in {"dobj", "conj", "appos", "dep"}:
            continue
        main = past_above(noun)
        if main is None or main.i > token.i or lemma_of_past(token, verbs) is None:
            continue
        first = noun.head if noun.dep == "conj" else noun
        closes = [item for item in main.having("conj") if item.tag in PAST and item.i > noun.i]
        open_ = first is noun or not first.having("cc")
        if closes and open_ and tokens[closes[0].i - 1].lower == "and" and not closes[0].having(*OWN_GROUP):
            token.tag, token.repaired = ("VBN" if is_perfect(main) else "VBD"), True
            token.join(main, noun)


@asked_of("MD/aux", "VBN|VBD", "JJ|NN|VB|VBP/amod|compound")
def modal_without_its_verb(tokens: list[Token]) -> None:
    """“will forfeit funds awarded in 2020”: no participle stands under a modal without "be" or "have"."""
    for modal, token in pairwise(tokens):
        noun, done = token.head, token.head.head
        if modal.tag != "MD" or modal.dep != "aux" or done.tag not in PAST or len(done.having("aux", "auxpass")) > 1:
            continue
        if token.dep not in {"amod", "compound"} or modal.head not in {token, done} or noun.dep not in {"nsubj", "nsubjpass"}:
            continue
        subject = next((item for item in modal.head.having("nsubj", "nsubjpass") if item.i < modal.i), None)
        if subject is None or done.i != noun.i + 1 or token.text[0].isupper() or done.lower == done.lemma.lower():
            continue
        token.tag, token.lemma, token.repaired = "VB", token.lower, True
        noun.hang(done, "dep")
        token.hang(done, "dep")
        token.replace(done)
        lead(token, done)
        for child in list(done.children):
            if child.dep in {"conj", "cc", "punct"}:
                child.hang(token, child.dep)
        noun.hang(token, "dobj")
        done.tag = "VBN"
        done.hang(noun, "acl")


@asked_of("who", "relcl", "pobj")
def who_are_people(tokens: list[Token]) -> None:
    """“the women of Sudan, who shelter orphans”, "a person held without a warrant who …": who agrees, and is human."""
    for who in tokens[3:]:
        verb, noun = who.head, who.head.head
        if who.lower != "who" or who.dep not in {"nsubj", "nsubjpass"} or verb.dep != "relcl" or noun.dep != "pobj":
            continue
        body = noun.tag == "NNP" and noun.lower in words("discourse.actor_noun")  # "officials of the Authority, who briefed us"
        plural = verb.number == "plural" or (body and not verb.number)
        if noun.tag not in {"NN", "NNP"} or noun.having("conj") or (noun.tag == "NN" and is_party(noun)):
            continue
        if (not verb.number and not body) or (noun.tag == "NNP" and not plural):
            continue
        above = noun.head.head  # "let to the tenant in the top band who has waited longest"
        beside = [prep.child("pobj") for prep in reversed(above.having("prep", "dative")) if prep.i < noun.head.i]
        near = [*noun.ancestors(), *(item for item in (*beside, *above.having("dobj")) if item is not None)]
        people = next((item for item in near if item.is_noun and (item.tag == "NNS") is plural), None)
        if people is not None and is_party(people) and people.i < noun.i:
            verb.hang(people, "relcl")


@asked_of("VB|VBP/conj", "VBN/relcl", "auxpass", "MD/aux TO/aux", "and or")
def bare_verb_behind_passive_relative(tokens: list[Token]) -> None:
    """“will compensate farmers whose land is lost and help them”: no bare verb goes on with a passive."""
    for token in tokens[4:]:
        relative = token.head
        if token.tag not in {"VB", "VBP"} or token.dep != "conj" or relative.dep != "relcl" or relative.tag != "VBN":
            continue
        verb = verb_above(relative)
        if not relative.having("auxpass") or relative.opening.tag == "MD" or token.having(*OWN_GROUP) or verb is None:
            continue
        whom = token.child("dobj")
        if verb.tag == "VB" and (verb.modal or verb.infinitive) and whom is not None and whom.lower == "them":
            token.hang(verb, "conj")
            token.tag = "VB"


VERBS_FOUND = (bare_verb_behind_but, modal_without_its_verb, free_up, participle_in_open_list)  # in this order
LISTS_PARTED = (
    bare_verb_behind_passive_relative,
    bare_verb_under_modal,
    closes_the_open_list,
    existence_ends,
    past_behind_with,
    or_list_of_the_relative,
    never_closed_in_the_relative,
)
