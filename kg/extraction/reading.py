"""What is given to the parser for a block of a document."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kg.extraction.pastlists import subject_of_past
from kg.extraction.words import classes, words
from kg.model import Block, BlockKind, Document, Reason
from kg.readers import reading_text

__all__ = ["NO_STATEMENT", "ToParse", "introduces", "opens_with_bare_verb", "to_parse"]

NO_STATEMENT = {
    BlockKind.TITLE: Reason.HEADING,
    BlockKind.HEADING: Reason.HEADING,
    BlockKind.BYLINE: Reason.BYLINE,
    BlockKind.FURNITURE: Reason.FURNITURE,
    BlockKind.SPEAKER: Reason.FURNITURE,
    BlockKind.QUESTION: Reason.QUESTION,
}  # kinds of block that give no statement → the reason
_AUXILIARY = "are|is|was|were|have|has|will|shall|should|must|may"
_OPERATIVE = re.compile(  # a resolution's paragraph: its subject stands once, above all of them
    r"(?:(?:Also|Further|Again|Strongly|Solemnly|Hereby|Once again|Finally)[, ]+)?(?P<verb>[A-Z]?[a-z]+s)\s+"
    rf"(?=[A-Z]|(?!(?:for|from|by|of|at|about|made|sent|and|or|{_AUXILIARY})\b)[a-z])"
)
_MOVED = re.compile(
    r"(?:(?:Also|Further|Deeply|Gravely|Seriously|Profoundly|Fully|Particularly|Increasingly|Firmly|Extremely)\s+)*"
    r"(?:[Cc]oncerned|[Aa]larmed|[Cc]onvinced|[Dd]isturbed|[Dd]etermined|[Ee]ncouraged|[Mm]indful|[Aa]ware|[Cc]onscious|[Dd]ismayed|[Aa]ppalled|"
    r"[Rr]esolved|[Dd]esirous|[Cc]ommitted)\s+(?=(?:that|by|at|of|to)\b)"
)
_PREAMBLE = re.compile(
    r"(?:(?:Also|Further|Deeply|Fully|Solemnly|Strongly)\s+)?(?!During|Including|Regarding|Concerning|According)[A-Z][a-z]+ing\s"
)
_ENUMERATED = re.compile(r"(?P<colon>[:;,]?)(?P<and>\s+(?:and|or))?\s+(?P<sign>•|▪|\([a-z]{1,3}\)|\(\d{1,2}\))\s+(?=\S)")
_OPENS_LIST = re.compile(r"\b(?:has|have|had|will|shall|must|should|may|can|to|is|are):")
_PREFIX = "They will "  # before a bare verb: the parser reads "foster clusters" right only behind a subject and an auxiliary
_VOCATIVE = re.compile(  # address, no part of the sentence: "Mr. President, Mongolia is …"
    r"^(?:Excellenc(?:y|ies)|Ladies and [Gg]entlemen|(?:(?:Distinguished|Dear|Fellow|Honou?rable|Esteemed) )?"
    r"(?:[Dd]elegates|[Cc]olleagues|[Ff]riends|[Cc]ountrymen|[Cc]itizens|[Dd]eputies|[Mm]embers|[Cc]omrades)),\s|"
    r"^(?:Sir|Madam|Fellow [A-Z]\w+),\s|"
    r"^(?:(?:Mr|Mrs|Ms|Madam|Madame|Mister|Hon(?:’|')ble|Honou?rable)\.?\s+)"
    r"(?:President|Chair(?:man|woman|person)?|Speaker|Deputy Speaker|Secretary-General)(?: Sir| Madam)?(?: of [\w ]+)?,\s"
)
_ASIDE = re.compile(  # words to the hearer inside a sentence: "That, I think, shows", "I can first of all confirm"
    r"(?<=, )(?:of course|(?:quite )?frankly|to be (?:honest|frank|clear|fair)|let[’']s be (?:honest|clear|frank)|"
    r"as (?:you|we all) know|I (?:think|believe|must say|should say|have to say|would say|mean|suppose)|you know|you see|"
    r"well|look|in a sense|so to speak|if you (?:like|will)|as I said|as it were|needless to say),\s|\bfirst of all\b,?"
)
_ORDINAL = re.compile(  # counts the infinitives of a list: "we urge donors, first, to pay; second, to report"
    r"(?:,\s(?:first|firstly)|(?<=\band),\s(?:finally|lastly)|(?<=[;,]\s)(?:and\s)?(?:second|third|fourth|fifth|last|final)(?:ly)?),\s(?=to\s[a-z])"
)
_NEXT_INFINITIVE = re.compile(r";(?=\s+(?:and\s+|or\s+)?to\s[a-z])")
_BRACKETED = re.compile(  # what comes between a thing and its verb: "(hereinafter “the Fund”)", ", as appropriate,"
    r"(?<=[a-z])\s\([A-Z]{2,6}\)(?=\s(?!No\b)[A-Z][a-z])|"  # "the Workers' Party of Norvia (WPN) Central Committee"
    r"\s\((?:herein|here)after [^()]*\)|\s\((?:the\s)?[“\"‘'][^()]{1,60}[”\"’']\)|"
    r",\s(?:as appropriate|as necessary|as applicable|inter alia),|"
    r"(?: (?<=may )| (?<=shall ))by (?:decision|order|regulation|decree|resolution|notice)(?= [a-z]+ )|"
    r"(?:(?<= shall)|(?<= must)|(?<= should)),? in particular,?(?= [a-z])|"
    r",\sand approved by (?:a )?resolution of,(?= (?:each|the|both) )|"
    r",\s(?:either )?(?:individually|alone) (?:or|and) (?:jointly|in (?:association|community) with others),|"
    r",\sto the (?:maximum |greatest |fullest )?extent (?:practicable|possible|feasible|(?:permitted|allowed) by [\w ]{3,20}),"
)
_CITED = re.compile(  # "Regulation (EC) No 812/2009 of the European Parliament and of the Council"
    r"(?P<name>(?:(?:Implementing|Delegated|Framework) )?(?P<noun>Regulation|Directive|Decision|Recommendation)"
    r" (?:\((?:EU|EC|EEC|Euratom|EU, Euratom|CFSP)\) )?(?:No )?\d{1,4}/\d{1,4}(?:/(?:EC|EU|EEC|JHA|CFSP|Euratom))?|"
    r"(?P<other>[Rr]esolution) \d{1,4} \((?:19|20)\d\d\))"
    r"(?P<makers> of the European Parliament and of the Council(?: of \d{1,2} [A-Z][a-z]+ \d{4})?)?"
)
_SUBDIVIDED = re.compile(  # "Article 4(2)(b)", "subsection (a)(i)"
    r"\b(?P<noun>(?:[Ss]ub|[Ss]ub-)?(?:[Ss]ection|[Pp]aragraph|[Pp]oint|[Cc]lause|[Aa]rticle|[Rr]ule|[Rr]egulation)s?)"
    r"(?P<number>[ \u00a0]\d{1,4}[a-zA-Z]?)?(?P<marks>[ \u00a0]?(?:\((?:\d{1,2}|[a-zA-Z]{1,2}|[ivx]{1,5})\)){1,4})(?!\w)"
)
_NAMED = re.compile(  # "the Freedom to Speak Up Guardian", "the Right to Buy scheme": the verb acts on nothing
    r"\b(?P<article>(?:[Tt]he|[Aa]n?|[Oo]ur|[Ii]ts|[Tt]heir|[Yy]our) )"
    r"(?P<name>(?P<noun>[A-Z][a-z]{2,}) to [A-Z][a-z]{2,}(?: Up| Out)?)\b"
)
_PROVIDED = re.compile(  # "backs the plan, provided the levy is frozen"
    r"(?<=, )provided(?= (?:the|an?|any|all|its|their|this|these|no|they|it|he|she|we|you)\b"
    r"(?: (?!that|which|who)[\w’'-]+){0,6}? (?:is|are|was|were|has|have|does|do|can|will)\b)"
)
_SPACED = re.compile(r"(?<![\d.,/(])\b\d{1,3}(?:[ \u00a0\u202f]\d{3})+\b(?![\d/])")  # "EUR 84 500 000"
_COUNTRY_PARTIES = re.compile(r"\b(?P<kind>[Dd]evelop(?:ing|ed)) country(?= (?:[A-Z]|part)[a-z]+s?\b)")
_ROMAN_ONE = re.compile(  # "listed in Annex I shall": no pronoun
    r"(?P<kind>\b(?:Annex|Appendix|Schedule|Title|Chapter|Section|Part|Table) )I\b(?= [a-z,;.])"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_ENTRY = re.compile(  # "July 30 - Rebels sign a truce", "12 May 2011: The Council …": the date of an entry in a chronicle
    rf"^(?P<date>(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? [12]\d{{3}})?)(?P<mark>(?:\s[-–—]+|:)\s)(?=[A-Z])"
)
_TO_NAME = re.compile(r" to [A-Z][a-z]")
_INTRODUCES = re.compile(
    r"\b(?:will|shall|must|should|may|can|could|would|to|by|not|also|please|for|through|including)\s*$", re.IGNORECASE
)
_SHALL = re.compile(  # "Every operator shall-"; "Staff should not", "We aim to" without a colon
    r"\b(?:(?:will|shall|must|should|may|to) ?-|(?:will|shall|must|should|may|can)(?: not| also)?|(?:not|aims?|is|are) to)$"
)
_WHO = re.compile(
    r"(?:[\w ]{4,40}, )?(?:(?:[Tt]he|[Oo]ur) (?:[A-Z][\w’'-]+|council|government|ministry)(?: [A-Z][\w’'-]+){0,5}|[Ww]e):"
)
_SUSPENDED = re.compile(  # "The landlord must, within 14 days—": the verb of the modal opens the item
    r"(?P<modal>\b(?:will|shall|must|should|may|can))"
    r"(?:(?P<adverb>,?\s(?:in particular|at least|at a minimum|inter alia))|,\s[^:]+)?,?$"
)
_LEADS_ON = re.compile(  # "Member States are required:", "The Parties shall endeavour:"; "to publish X" goes on
    r"\b(?:(?:is|are|was|were|be|been)(?: [a-z]+ly| hereby| also| further)? (?P<done>[a-z]+?)t?ed|"
    r"(?:shall|will|must|should|may)(?: [a-z]+ly| also| further)? (?P<bare>[a-z]+))$"
)
_THAT_ENDS = re.compile(r"\b(?:that|[Ee]nsur(?:e|ing))$")
_THAT_SOMEBODY = re.compile(r"\b(?:(?:that|sure)|[Ee]nsur(?:e|ing)) (?P<who>(?:[\w’'-]+ ){0,4}[\w’'-]+)$")
_UNDER_WAY = re.compile(r"\b(?:is|are|was|were|been)(?:\s(?:now|also|already|currently))?\s*$")
_GERUND = re.compile(r"\W*[A-Za-z-]{2,}ing\s")
_BARE = re.compile(
    r"(?:(?P<adverb>[A-Za-z]+ly|[Ff]urther|[Bb]etter|[Aa]lso|[Aa]lways|[Nn]ever)\s+)?(?P<verb>[A-Za-z][a-z]+(?:-[a-z]+)?),?\s+(?P<next>[\w’'-]+)"
    r"(?P<finite>(?:\s+(?!(?:that|which|who|whose|where|when|whether|if|what|how|why|as|so|because|and|or|sure)\b)[\w’'-]+(?:[.,]\d+)*){0,8}?"
    rf"\s+(?:{_AUXILIARY})\b)?"
)
_DETERMINERS = words("before_object")
_FINITE = words("behind_noun")


@dataclass(frozen=True, slots=True)
class ToParse:
    """Text for the parser; its first ``skip`` characters come from elsewhere: a list's introduction, or ``prefixed``, our own.

    Character ``k`` of it, from ``skip`` on, is character ``k - shift`` of the block.
    """

    text: str
    skip: int = 0
    shift: int = 0
    prefixed: bool = False


def to_parse(document: Document, block: Block, verbs: AbstractSet[str]) -> ToParse:
    """What is parsed for ``block``; empty for a block that gives no statement. ``verbs`` are the lexicon's."""
    if block.kind in NO_STATEMENT:
        return ToParse("")
    text = reading_text(document, block)
    address = _VOCATIVE.match(text)
    if address is not None:
        text = address.end() * " " + text[address.end() :]
    for pattern in (_ASIDE, _BRACKETED):
        text = pattern.sub(lambda match: " " * len(match.group()), text)
    if ", provided " in text:  # the guards are for speed: few texts have what the patterns look for
        text = _PROVIDED.sub(lambda match: "if".ljust(len(match.group())), text)
    if " hon. " in text:
        text = text.replace(" hon. ", " Hon  ")  # its full stop ends no sentence
    if "/" in text or "esolution" in text:
        text = _CITED.sub(_one_word, text)
    if " country " in text:
        text = _COUNTRY_PARTIES.sub(r"\g<kind>-country", text)
    if _SPACED.search(text):
        text = _SPACED.sub(lambda match: re.sub(r"\s", ",", match.group()), text)
    if " I " in text:
        text = _ROMAN_ONE.sub(r"\g<kind>1", text)
    if "(" in text:
        text = _SUBDIVIDED.sub(_one_number, text)
    if _TO_NAME.search(text):
        text = _NAMED.sub(_one_name, text)
    blank = len(text) - len(text.lstrip())  # the parser takes white space for a word
    text = _infinitives(_running(_ENTRY.sub(_dated, text[blank:])))
    intro = _ROMAN_ONE.sub(r"\g<kind>1", _introduction(document, block, verbs))
    if intro.endswith(", ") and not (text.startswith("not ") or opens_with_bare_verb(text, verbs)):
        intro = ""
    if intro:
        return ToParse(intro + _uncapitalised(text), len(intro), len(intro) - blank)
    subject = subject_of_past(document, block, text, verbs)
    if not subject and (document.given or block.kind is BlockKind.LIST_ITEM) and opens_with_bare_verb(text, verbs):
        return ToParse(_PREFIX + _uncapitalised(text), len(_PREFIX), len(_PREFIX) - blank, prefixed=True)
    if subject and (who := _named_before(document, block)):
        return ToParse(who + _uncapitalised(text), len(who), len(who) - blank)
    subject = subject or _missing_subject(document, block, text)
    if subject:
        return ToParse(subject + _uncapitalised(text), len(subject), len(subject) - blank, prefixed=True)
    return ToParse(text, 0, -blank)


def _missing_subject(document: Document, block: Block, text: str) -> str:
    """What a resolution's paragraph lacks before "Requests the Secretary-General to …", "Deeply concerned that …"."""
    single = document.given or block.kind is BlockKind.LIST_ITEM or text.rstrip().endswith((",", ";"))
    if not single:
        return ""
    match = _OPERATIVE.match(text)
    called = match is not None and text[match.end() :].startswith("to ") and match["verb"] == "Calls"  # "Calls to lower X"
    if match is not None and match["verb"].lower() in words("operative") and not called:
        return "It "
    preamble = text.rstrip().endswith((",", ";", ", and")) and _PREAMBLE.match(text)
    return "It is " if preamble or _MOVED.match(text) else ""


def _running(text: str) -> str:
    """``text`` with the signs of a list inside a sentence as blanks: "will: (a) build X; (b) sell Y" as "will build X, sell Y".

    The parser reads the list only so. Lengths stay.
    """
    if ":" not in text or not any(sign in text for sign in "•▪(;"):
        return text
    found = list(_ENUMERATED.finditer(text))
    if len(found) < 2 or found[0]["colon"] != ":":
        opens = None if found else _OPENS_LIST.search(text)
        if opens is None or ";" not in text[opens.end() :]:
            return text
        return text[: opens.end() - 1] + " " + text[opens.end() :].replace(";", ",")  # "has: built X; cut Y; and hired Z"
    parts, at = [], 0
    for match in found:
        joint = "," if match["colon"] in {";", ","} else " " * len(match["colon"])
        conjunction = match["and"] or ""
        parts.append(text[at : match.start()])
        parts.append((joint + conjunction).ljust(match.end() - match.start()))
        at = match.end()
    return "".join(parts) + text[at:]


def _dated(entry: re.Match[str]) -> str:
    """A date before a dash or colon as an adverb of the sentence, in the same length."""
    return entry["date"] + ",".ljust(len(entry["mark"]))


def _one_word(cited: re.Match[str]) -> str:
    """A citation as one word for the parser, which takes "No" and numbers in it for more: it ends as its noun does."""
    noun = cited["noun"] or cited["other"]
    word = noun[:3] + "u" * (len(cited["name"]) - len(noun)) + noun[3:]
    return word + " " * len(cited["makers"] or "")


def _one_number(found: re.Match[str]) -> str:
    """Marks in brackets as part of the number before them, or of the noun: the parser takes them for an aside."""
    return found["noun"] + (found["number"] or "") + ("0" if found["number"] else "u") * len(found["marks"])


def _one_name(found: re.Match[str]) -> str:
    """A name with an infinitive in it as one word for the parser."""
    return found["article"] + found["noun"] + "u" * (len(found["name"]) - len(found["noun"]))


def _infinitives(text: str) -> str:
    """“first, to build X; second, to cut Y; and third, to …” as "to build X, to cut Y, and to …", in the same length."""
    if ", to" in text or ",\nto" in text:
        text = _ORDINAL.sub(lambda match: ("and" if match.group().startswith("and") else "").ljust(len(match.group())), text)
    opens = text.find(";")
    return _NEXT_INFINITIVE.sub(",", text) if opens > 0 and re.search(r"\bto [a-z]", text[:opens]) else text


def introduces(text: str) -> bool:
    """Whether ``text`` says that a list follows."""
    text = text.rstrip(" *_")
    return _ends_open(text) or "the following" in text or "as follows" in text


def _ends_open(text: str) -> bool:
    """Whether something must follow: "The Government will:", "Every operator shall-", "Staff must not"."""
    return text.endswith((":", "—", "–")) or _SHALL.search(text) is not None


def _introduction(document: Document, block: Block, verbs: AbstractSet[str]) -> str:
    """The words that a list item goes on from: "The Government will" of "The Government will:"."""
    if block.kind is not BlockKind.LIST_ITEM or block.lead is None:
        return ""
    lead = document.blocks[block.lead]
    if lead.kind in NO_STATEMENT:
        return ""
    intro = reading_text(document, lead).strip()
    if not _ends_open(intro):  # what introduces nothing: its own list's holds on
        return _introduction(document, lead, verbs)
    intro = intro.rstrip(":—–- ")
    intro = _introduction(document, lead, verbs) + intro[max(intro.rfind(". "), intro.rfind("; ")) + 1 :].strip()
    under_way = _UNDER_WAY.search(intro) and _GERUND.match(document.block_text(block))  # "The Department is:", "Launching X"
    if under_way or _INTRODUCES.search(intro):
        return intro + " "
    if _leads_on(intro) and document.block_text(block).removeprefix("not ").startswith("to "):
        return intro + " "
    item = reading_text(document, block).lstrip()
    if _opens_clause(intro, item, verbs):
        return (intro.removesuffix(" that") if item.startswith("that ") else intro) + " "
    suspended = _SUSPENDED.search(intro)
    if suspended is None:
        return ""
    return intro[: suspended.end("modal")] + " " if suspended["adverb"] else intro.rstrip(",") + ", "


def _opens_clause(intro: str, item: str, verbs: AbstractSet[str]) -> bool:
    """Whether ``item`` is said of what ``intro`` ends with: "must ensure that:", "… ensuring:", "… that all staff:"."""
    if _THAT_ENDS.search(intro):
        return True
    named = _THAT_SOMEBODY.search(intro)
    if named is None or {"following", *_FINITE} & set(named["who"].lower().split()):
        return False
    first = item.split(maxsplit=1)[0].lower() if item else ""
    return first in _FINITE or (first.endswith("s") and first[:-1] in verbs) or opens_with_bare_verb(item, verbs)


def _leads_on(intro: str) -> bool:
    found = _LEADS_ON.search(intro)
    if found is None:
        return False
    lemmas = {found["bare"]} if found["bare"] else {found["done"] + end for end in ("", "e", "t")}
    return any(lemmas & known for table in ("catenative", "object_control") for known in classes(table).values())


def _named_before(document: Document, block: Block) -> str:
    """Who did what the list says, where its introduction is nothing else: "In 2025, the Department:", "We:"."""
    intro = reading_text(document, document.blocks[block.lead]).strip() if block.lead is not None else ""
    return intro[:-1] + " " if _WHO.fullmatch(intro) else ""


def _uncapitalised(text: str) -> str:
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def opens_with_bare_verb(text: str, verbs: AbstractSet[str]) -> bool:
    """Whether ``text`` opens with a verb of the lexicon in its bare form, as an item of a list of tasks or an imperative does.

    >>> opens_with_bare_verb("Foster hydrogen power and life sciences.", {"foster"})
    True
    >>> opens_with_bare_verb("Work reports are published.", {"work"})
    False
    """
    match = _BARE.match(text.lstrip())
    if match is None:
        return False
    verb, following = match["verb"].lower(), match["next"].lower()
    if verb not in verbs or following in _FINITE or match["verb"] == "Polish":
        return False  # "Polish farmers closed a crossing"
    if (
        match["finite"]
        and following not in _DETERMINERS
        and not any(verb in lemmas for lemmas in (*classes("that_clause").values(), words("attribution"), {"check"}))
    ):
        return False  # "Catch limits set by X are binding"; but "Ensure staff will be trained"
    if following == "on" and verb in words("noun_or_verb"):
        return False  # "Work on the treaty made progress"
    if following in _DETERMINERS or match["adverb"]:
        return True
    return verb not in words("noun_or_verb") and not verb.endswith(("s", "ed", "ing"))
