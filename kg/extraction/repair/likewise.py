"""Members of a list that the parser takes for something else: the forms beside them say what they are."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from kg.extraction.repair.asking import asked_of, of_lemma
from kg.extraction.repair.steps import OWN_GROUP, SUBJECTS, be_passive_of, succeed
from kg.extraction.tree import Token
from kg.extraction.words import words

__all__ = [
    "act_behind_contact_relative",
    "acts_of_two_things",
    "as_far_as_concerned",
    "comes_with",
    "determined_by_whom_it_asks",
    "doing_taken_for_quality",
    "done_with_care",
    "efforts_of_the_agent",
    "end_of_what_is_asked",
    "gerunds_before_their_noun",
    "held_behind_the_event",
    "means_behind_object",
    "participle_between_participles",
    "participle_of_the_nearest",
    "past_of_the_singular",
    "range_of_numbers",
    "titled",
    "verb_taken_for_compound",
    "what_is_condemned",
]

_DOING = ("ment", "tion", "sion", "ing", "ance", "ence", "al")


@asked_of("VBN/dep|advcl", "auxpass", "VBN/conj", "and or", ",")
def participle_between_participles(tokens: list[Token]) -> None:
    """“No person may be arrested, searched, detained or imprisoned”: a participle between commas in a list of passives is one
    of them, denied like them."""
    for comma, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        first = token.head
        if token.tag != "VBN" or token.dep not in {"dep", "advcl"} or (comma.text, after.text) != (",", ","):
            continue
        if first.tag != "VBN" or first.i > token.i or first.child("auxpass") is None or token.having(*OWN_GROUP, "dobj"):
            continue
        following = (*first.having("conj"), *token.having("conj"))
        if any(item.tag == "VBN" and item.i == after.i + 1 for item in following):
            token.dep = "conj"


@asked_of("NN/conj", "of", "NN/dobj|pobj|nsubj|nsubjpass", "and or")
def acts_of_two_things(tokens: list[Token]) -> None:
    """“facilitate the resolution of the crisis in the north and the functioning of the courts”: an act of something goes on
    with the act before it, and not with what that is done to; not "the rules of the court and the parliament"."""
    for token in tokens[4:]:
        inner = token.head
        if token.dep != "conj" or not _is_act(token) or not inner.is_noun or _is_act(inner):
            continue
        prep = inner.head
        outer = prep.head
        behind_prep = inner.dep == "pobj" and prep.dep == "prep" and outer.is_noun
        if behind_prep and prep.lower != "of" and not _is_act(outer) and outer.dep == "pobj":
            prep, outer = outer.head, outer.head.head
        if behind_prep and _is_act(outer) and outer.i < prep.i and outer.dep in {"dobj", "pobj", "nsubj", "nsubjpass"}:
            for joint in inner.subtree():
                if joint.dep == "cc" and joint.i < token.i:
                    joint.hang(outer, "cc")
            token.hang(outer, "conj")


def _is_act(noun: Token) -> bool:
    """“the speedy resolution of": a noun of doing with its article and what it is done to."""
    of = next((prep for prep in noun.having("prep") if prep.lower == "of"), None)
    return noun.tag == "NN" and noun.lower.endswith(_DOING) and of is not None and noun.child("det") is not None


@asked_of("with", "=come", "nsubj", "dobj")
def comes_with(tokens: list[Token]) -> None:
    """“With these powers come new duties”: the duties come, with the powers."""
    for token in tokens[2:]:
        powers, duties = token.child("nsubj"), token.child("dobj")
        if token.lemma != "come" or powers is None or duties is None or powers.i > token.i or token.having("aux"):
            continue
        first = powers.subtree()[0]
        prep = tokens[first.i - 1] if first.i else first
        if prep.lower == "with" and prep.head is token and prep.dep in {"mark", "prep"} and not prep.children:
            prep.hang(token, "prep")
            prep.tag = "IN"
            powers.hang(prep, "pobj")
            duties.hang(token, "nsubj")


@asked_of("towards toward", "VBG/pcomp", "agent of")
def efforts_of_the_agent(tokens: list[Token]) -> None:
    """“commends the efforts deployed by Ghana towards finding a solution”, "the efforts of Ghana towards …": what the efforts
    are for hangs on them."""
    for prep in tokens[4:]:
        agent = prep.head
        if prep.lower not in {"towards", "toward"} or prep.child("pcomp") is None or agent.dep != "pobj":
            continue
        above = agent.head.head
        own = agent.head.lower == "of" and above.is_noun and above.lemma.lower() in _EFFORTS
        if own or (agent.head.dep == "agent" and above.dep == "acl"):
            prep.hang(above, "prep")


_EFFORTS = frozenset({"effort", "endeavour", "endeavor", "progress", "work", "step", "contribution", "commitment", "action"})


@asked_of("VBG/dobj|xcomp", "VBG/conj", "and or", "NNS/dobj NN/dobj")
def gerunds_before_their_noun(tokens: list[Token]) -> None:
    """“is facing cascading and overlapping crises”: two forms in -ing before one plural tell of what kind it is."""
    for first, joint, second, noun in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        if (first.tag, second.tag, second.dep) != ("VBG", "VBG", "conj") or second.head is not first:
            continue
        verb = first.head
        faced = first.dep == "dobj" or (first.dep == "xcomp" and verb.lemma.lower() in {"face", "pose", "create", "bring"})
        if (
            faced
            and joint.tag == "CC"
            and noun.tag == "NNS"
            and noun.head is second
            and noun.dep == "dobj"
            and verb.i == first.i - 1
        ):
            noun.hang(verb, "dobj")
            first.hang(noun, "amod")
            first.tag = second.tag = "JJ"


@asked_of("CD/dobj|attr", "to", "quantmod")
def range_of_numbers(tokens: list[Token]) -> None:
    """“is losing 500 to 600 billion dollars”: the first number of a range is no object of its own."""
    for first, to in pairwise(tokens):
        verb, second = first.head, to.head
        if first.tag != "CD" or first.dep not in {"dobj", "attr"} or to.lower != "to" or to.dep != "quantmod":
            continue
        if second.tag == "CD" and any(second in noun.subtree() for noun in verb.having("dobj", "attr") if noun is not first):
            first.hang(second, "quantmod")


@asked_of("through by", "VBG/pcomp", "of", "dobj")
def means_behind_object(tokens: list[Token]) -> None:
    """“offer children a chance of a safe life through building homes”: whoever offers it builds them, and not the chance."""
    for prep in tokens[3:]:
        noun = prep.head
        if prep.lower not in {"through", "by"} or prep.child("pcomp") is None or noun.dep != "dobj":
            continue
        verb, of = noun.head, next((item for item in noun.having("prep") if item.lower == "of"), None)
        if of is not None and of.i < prep.i and verb.is_verb and verb.lemma.lower() not in words("judging"):
            prep.hang(verb, "prep")


@asked_of("VBN/acl|advcl", "agent", ",")
def what_is_condemned(tokens: list[Token]) -> None:
    """“reiterates its condemnation of the attacks, also on schools, carried out by the group”: the attacks were."""
    for token in tokens[4:]:
        noun = token.head
        deed = noun.child("dobj") if token.dep == "advcl" and token.lemma.lower() in _PERPETRATING else None
        if deed is not None and deed.i < token.i and token.tag == "VBN" and token.child("agent") and not token.child("nsubj"):
            token.hang(deed, "acl")  # "condemned the raids, carried out by rebels"
            continue
        if (
            token.tag != "VBN"
            or token.dep != "acl"
            or noun.lemma.lower() not in words("stance")
            or token.child("agent") is None
        ):
            continue
        of = next((prep for prep in noun.having("prep") if prep.lower in {"of", "for", "at", "over"}), None)
        thing = of.child("pobj") if of is not None else None
        if thing is not None and thing.i < token.i:
            token.hang(thing, "acl")


_PERPETRATING = frozenset({"carry", "commit", "perpetrate", "launch", "stage", "mount"})


@asked_of("VB|VBP/ROOT", "NN|NNP/nsubj")
def past_of_the_singular(tokens: list[Token]) -> None:
    """“The resolution cut the ceiling”: what has no "s" behind a singular is a past."""
    for token in tokens[1:]:
        if token.dep != "ROOT" or token.tag not in {"VB", "VBP"} or token.lower not in words("same_past") - _NO_PAST:
            continue
        subject = token.child("nsubj")
        alone = subject is not None and subject.tag in {"NN", "NNP"} and subject.child("conj") is None
        alone = alone and subject is not None and subject.lower not in {"police", "staff", "public", "crew", "team"}
        if alone and subject is not None and subject.i < token.i and not token.having("aux", "auxpass", "mark"):
            token.tag = "VBD"


_NO_PAST = frozenset({"become", "overcome", "come", "run", "rerun", "overrun", "lay", "found"})


@asked_of("VBN/acomp|conj", "should shall must", "RB/advmod")
def done_with_care(tokens: list[Token]) -> None:
    """“should be carefully calibrated and clearly explained”: a passive, as the adverb says how it is to be done; "carefully
    and thoroughly calibrated" as well."""
    for adverb, token in pairwise(tokens):
        above = token.head
        listed = token.dep == "conj" and above.tag == "RB" and above.dep == "advmod"
        be = above.head if listed else above
        if token.tag != "VBN" or not (listed or token.dep == "acomp") or be.lemma != "be" or be.child("nsubj") is None:
            continue
        how = adverb.lower.endswith("ly") and adverb.lower not in words("modifier.degree")
        if how and any(aux.lower in {"should", "shall", "must"} for aux in be.having("aux")):
            if listed:
                above.hang(token, "advmod")
                token.hang(be, "acomp")
            be_passive_of(token, be)
            for item in token.having("conj"):
                if item.tag == "VBD" and not item.having(*OWN_GROUP):
                    item.tag = "VBN"


@asked_of("held", "VBN/acl", ",")
def held_behind_the_event(tokens: list[Token]) -> None:
    """“adopted by the Assembly at its session, held in Lima”: the session was held, and not what it adopted."""
    for noun, comma, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.lower != "held" or token.dep != "acl" or comma.text != "," or token.head is noun:
            continue
        if noun.is_noun and noun.lemma.lower() in _EVENTS:
            token.hang(noun, "acl")


_EVENTS = frozenset({"session", "meeting", "summit", "conference", "congress", "assembly", "hearing", "forum", "workshop"})


@asked_of("far", "as", "concerned")
def as_far_as_concerned(tokens: list[Token]) -> None:
    """“As far as the bank is concerned, the talks go on”: what is spoken of next, and nobody's act."""
    for first, far, second in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if far.lower != "far" or first.lower not in {"as", "so", "insofar"} or second.lower != "as":
            continue
        verb = next((item for item in tokens[second.i + 1 :] if item.lower == "concerned"), None)
        if verb is not None and verb.is_verb and second in verb.subtree() and verb.child("auxpass") is not None:
            verb.tag = "JJ"


@asked_of("VBG/amod", "NN/attr", "is are was were")
def doing_taken_for_quality(tokens: list[Token], verbs: AbstractSet[str]) -> None:
    """“The pandemic is exacerbating poverty, hunger and debt”: what it does; not "is rising inflation", "the aim is …"."""
    for be, token in pairwise(tokens):
        noun = token.head
        if token.tag != "VBG" or token.dep != "amod" or noun.head is not be or noun.dep != "attr" or be.lemma != "be":
            continue
        subject, acts = be.child("nsubj"), token.lemma.lower() in verbs and token.lower not in words("participle_adjective")
        if not acts or subject is None or subject.lemma.lower() in words("aim") | _NAMES_IT or noun.having("det", "poss"):
            continue
        if subject.i < be.i and noun.i > token.i and not noun.having("nummod"):
            token.hang(be, "dep")
            token.replace(be)
            succeed(token, be)
            be.hang(token, "aux")
            noun.hang(token, "dobj")


_NAMES_IT = frozenset(
    {"cause", "driver", "reason", "factor", "result", "threat", "risk", "problem", "challenge", "issue", "concern", "priority"}
    | {"focus", "task", "effect", "consequence", "theme", "topic", "source", "what", "it", "this", "that", "one", "another"}
)


@asked_of("that", "VB/conj|advcl|dep", ",", of_lemma(words("object_control.requested") | {"request", "recommend"}))
def determined_by_whom_it_asks(tokens: list[Token]) -> None:
    """“requested that the bank, in consultation with the states, determine the rates”: the bank is to determine them."""
    for noun in tokens[2:]:
        if noun.tag == "IN" and noun.dep == "ccomp":
            _phrase_of_the_next(noun)
            continue
        that, asking = noun.child("mark"), noun.head
        if noun.dep != "dobj" or that is None or that.lower != "that" or not asking.is_verb:
            continue
        verb = next((item for item in tokens[noun.i + 1 :] if item.tag == "VB" and item.dep in {"conj", "advcl", "dep"}), None)
        if verb is None or tokens[verb.i - 1].text != "," or verb.having("aux", *SUBJECTS):
            continue
        verb.hang(asking, "ccomp")
        noun.hang(verb, "nsubj")
        that.hang(verb, "mark")


def _phrase_of_the_next(prep: Token) -> None:
    """“requested that the bank, in agreement with the states, determine the rates”: no clause of "in"."""
    verb = next((item for item in prep.having("conj") if item.tag == "VB" and not item.having("aux", *SUBJECTS)), None)
    who, that = prep.child("nsubj"), prep.child("mark")
    if verb is not None and who is not None and that is not None and prep.head.is_verb:
        verb.hang(prep.head, "ccomp")
        who.hang(verb, "nsubj")
        that.hang(verb, "mark")
        prep.hang(verb, "prep")


@asked_of("VB/xcomp", "TO/aux", ",", "dobj", of_lemma(words("object_control.requested")))
def end_of_what_is_asked(tokens: list[Token]) -> None:
    """“invites the bodies to consider measures, within their means, to address hunger”: they are to address it thereby."""
    for verb in tokens:
        tasks = [item for item in verb.having("xcomp") if item.tag == "VB" and item.infinitive]
        if len(tasks) != 2 or verb.lemma.lower() not in words("object_control.requested") or verb.child("dobj") is None:
            continue
        first, second = tasks
        to = second.opening
        if first.i < second.i and to.i > 0 and tokens[to.i - 1].text == "," and first.child("dobj") is not None:
            second.hang(first, "advcl")


@asked_of("MD/aux", "VB/compound", "appos")
def verb_taken_for_compound(tokens: list[Token]) -> None:
    """“The codes, which are old, may hinder trade”: behind its modal the verb is no part of a name."""
    for token in tokens:
        target = token.head
        subject = target.head
        if token.tag != "VB" or token.dep != "compound" or not token.modal or target.dep != "appos":
            continue
        if subject.is_noun and subject.i < token.i < target.i and subject.dep in {"ROOT", "ccomp"}:
            token.hang(subject, "dep")
            target.hang(token, "dobj")
            token.replace(subject)
            subject.hang(token, "nsubj")


@asked_of("titled entitled", "VBN/acl")
def titled(tokens: list[Token]) -> None:
    """“adopted a resolution titled “Safe water””: nobody's act; not "parents entitled to leave"."""
    for token, after in pairwise(tokens):
        name = after.text[:1] in "“\"'‘:" or after.text[:1].isupper()
        if token.lower in {"titled", "entitled"} and token.dep == "acl" and name:
            token.tag = "JJ"


@asked_of("VB|VBP/conj", "VBP|VBD/relcl", "and or", "PRP|NNS/nsubj")
def act_behind_contact_relative(tokens: list[Token]) -> None:
    """“to hear the problems they face and act on the findings”: what has its own object does not go on with "they face"."""
    for token in tokens[3:]:
        clause = token.head
        if token.tag not in {"VB", "VBP"} or token.dep != "conj" or clause.dep != "relcl" or token.having(*OWN_GROUP):
            continue
        who, noun = clause.child("nsubj"), clause.head
        if who is None or who.i != noun.i + 1 or who.tag not in {"PRP", "NNS"} or clause.having("dobj", "aux", "prep"):
            continue
        own = token.child("dobj") or next(
            (item for prep in token.having("prep") for item in prep.having("pobj") if prep.lower in _UPON), None
        )
        above = next((item for item in noun.ancestors() if item.is_verb), None)
        if own is None or above is None or above.tag != "VB" or own.i < token.i:
            continue
        for joint in clause.having("cc"):
            if joint.i < token.i:
                joint.hang(above, "cc")
        token.hang(above, "conj")
        token.tag = "VB"


_UPON = frozenset({"on", "upon"})  # not "the fees they charge and pay to agents"


@asked_of("VBG/acl", ",", "dobj")
def participle_of_the_nearest(tokens: list[Token]) -> None:
    """“a crisis of prices, which burdens peoples of the islands already enduring storms”: they endure them, as no comma parts
    them from it as one parts the crisis."""
    for token in tokens[5:]:
        far, start = token.head, token.subtree()[0].i
        if token.tag != "VBG" or token.dep != "acl" or not far.is_noun or far.i > start - 4:
            continue
        noun = tokens[start - 1]
        while noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.is_noun:
            noun = noun.head.head
        parted = any(item.text == "," for item in tokens[far.i + 1 : noun.i])
        clause = next((item for item in noun.ancestors() if item.is_verb or item.dep == "relcl"), None)
        if parted and noun.tag == "NNS" and noun.dep == "dobj" and clause is not None and clause.i > far.i:
            token.hang(noun, "acl")
