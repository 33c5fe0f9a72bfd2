"""Speaker labels: what stands before a colon and says who speaks next."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from kg.model import Speaker
from kg.readers.base import table

__all__ = ["Label", "Role", "capitals_to_names", "is_outlet", "official", "parse_label", "person_of", "resolve_speaker"]

_OUTLETS = table("outlets")
_OUTLET_WORDS = table("outlet_words")
_NOT_OUTLETS = table("not_outlets")
_POSTS = table("posts")
_HONORIFICS = table("honorifics")
_QUESTIONS = table("question_labels")
_TOPICS = table("topic_words")
_PARTICLES = table("particles")
_LONGEST = 160  # characters of a label


class Role(Enum):
    """What part a label's bearer has."""

    PERSON = "person"
    OUTLET = "outlet"
    QUESTION = "question"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker label: ``colon`` characters with its colon, ``end`` with the white space after it too."""

    colon: int
    end: int
    role: Role
    name: str
    post: str | None = None
    organization: str | None = None
    sure: bool = False  # holds without other signs in the document

    @property
    def speaker(self) -> Speaker:
        """Whom the label names."""
        return Speaker(self.name, self.post, self.organization)


_COLON = re.compile(r"[:：](?P<after>[*_]{0,3})(?:\s+|$|(?<=：))")
_EUROPARL = re.compile(r"(?P<mark>\. ?[–—-] +)(?=\S)")
_BAD = re.compile(r"[?!;\"“”|<>{}=\[\]#/\\@%$€£…]|--|\n\n|^dear\b|\bas follows$", re.IGNORECASE)
_Q_AND_A = re.compile(
    r"(?P<sign>[QA])(?:\d{1,2})?(?:\s?\((?P<who>[^()]{1,60})\))?[.:][*_]{0,3}\s+|(?P<wide>Q)\s{2,}(?=\S)|(?P<only>[QA]\d{0,2})[.:][*_]{0,3}$"
)
_FROM_OUTLET = re.compile(
    r"(?:an?|the|one|another|unidentified)?\s*"
    r"(?:questions?\s+(?:from|by)|(?:reporter|journalist|correspondent|representative)s?\s+(?:from|of|with|for|by))\b"
    r"(?!.*\b(?:is|are|was|were|has|have|had|will|must|said|says|told|asked)\b)",
    re.IGNORECASE | re.DOTALL,
)


def parse_label(line: str) -> Label | None:
    """The label that ``line`` begins with.

    >>> parse_label("Wang Hongzhi: Thank you.").name, parse_label("We note: this is new.")
    ('Wang Hongzhi', None)
    """
    head = line[:_LONGEST].lstrip("*_ \t\u00a0>")
    shift = min(len(line), _LONGEST) - len(head)
    if match := _Q_AND_A.match(head):
        role = Role.QUESTION if match[0].startswith("Q") else Role.ANSWER
        return Label(shift + len(match[0].rstrip()), shift + match.end(), role, match["who"] or "", sure=":" in match[0])
    for match in (_COLON.search(head), _EUROPARL.search(head)):
        if match is None:
            continue
        words = " ".join(head[: match.start()].replace("*", "").strip(" _").split())
        found = None if _BAD.search(words) else _named(words)
        if found is not None:
            role, name, post, organization, sure = found
            colon = shift + match.start() + (1 if match.re is _COLON else len(match[0].rstrip()))
            return Label(colon, shift + match.end(), role, name, post, organization, sure)
    return None


_Found = tuple[Role, str, str | None, str | None, bool]


def _named(words: str) -> _Found | None:
    """Role, name, post, organization and sureness of the bearer that ``words`` name."""
    body = re.sub(r"\s*\([^()]*\)", "", words).strip()
    asides = re.findall(r"\(([^()]*)\)", words)
    if body.casefold() in _QUESTIONS or _FROM_OUTLET.match(body):
        return Role.QUESTION, "", None, None, True
    if body.casefold() in {"answer", "response", "reply"}:
        return Role.ANSWER, "", None, None, True
    if is_outlet(body) or any(is_outlet(part) for part in [*body.split(",")[1:], *asides]):
        return Role.OUTLET, words, None, None, True
    if not body or re.search(r"\d", body):
        return None
    found = _person(body, asides)
    if found is None:
        return None
    speaker, sure = found
    return Role.PERSON, speaker.name, speaker.post, speaker.organization, sure


_DOMAIN = re.compile(r"[\w-]{1,40}(?:\.[\w-]{1,20}){0,3}\.(?:com|cn|net|org|tv|news|info|eu|io|hk|uk)")
_TRADE = re.compile(r" (?:reporter|journalist|correspondent|editor)$")
_NEWSY = re.compile(r"[a-z]{1,4}tv|\w+news|news\w+")


def is_outlet(name: str) -> bool:
    """Whether ``name`` is a news outlet's.

    >>> is_outlet("ThePaper.cn"), is_outlet("Press Secretary")
    (True, False)
    """
    name = _TRADE.sub("", " ".join(name.split()))
    with_article = name.casefold().strip(" .'’")
    folded = with_article.removeprefix("the ")
    if not folded or len(folded) > 80:
        return False
    if with_article in _OUTLETS or folded in _OUTLETS or _DOMAIN.fullmatch(folded):
        return True
    words = re.findall(r"[\w-]+", folded)
    if len(words) < 2 or not _NOT_OUTLETS.isdisjoint(words):
        return False
    if _capitalised(name) and any(word.isupper() and word.casefold() in _OUTLETS for word in name.split()):
        return True  # "Agencia EFE"
    if any(word in _OUTLET_WORDS or _NEWSY.fullmatch(word) for word in words):
        return _capitalised(name)
    return words[-2:] == ["news", "agency"] or (len(words) == 2 and words[1] == "agency" and not _is_topic(words[0]))


def person_of(text: str) -> Speaker | None:
    """The person whom ``text`` names with a post: "Ms. Jane Doe, Minister of Finance"; None when it is anything else."""
    body = re.sub(r"\s*\([^()]*\)", "", text).strip()
    found = _person(body, ()) if 0 < len(body) <= 200 and not re.search(r"[\d:;?!]", body) else None
    return found[0] if found else None


def official(text: str) -> Speaker | None:
    """The person whom ``text`` names with a post: no name alone and no post alone."""
    person = person_of(text)
    return person if person is not None and person.post and person.post != person.name else None


def _person(body: str, asides: Sequence[str]) -> tuple[Speaker, bool] | None:
    """Whom a label of ``body`` with ``asides`` in brackets names, and whether its form alone says that it is somebody."""
    of = next((aside for aside in asides if aside[:1].isupper() and not aside.casefold().startswith("spoke")), None)
    if of and _is_post(of) and (name := _name(body)) and not _is_post(body):
        return _with_organization(name, of, None), True
    if "," in body:
        return _name_beside_post([part.strip() for part in body.split(",")], of)
    if not _capitalised(body):
        return None
    words = body.split()
    if of and words[0] == "The" and _is_post(body) and (name := _name(of)):  # "The Minister for Trade (Jane Doe)"
        return _with_organization(name, body, None), True
    titled = any(" ".join(words[:size]).casefold().strip(".") in _HONORIFICS for size in (1, 2))
    if not titled and (found := _post_and_name(words)):
        return Speaker(*found, of), True
    name = _name(body)
    return None if name is None else (Speaker(name, None, of), titled or len(words) > 1)


_RANK = re.compile(r"^(?:Ambassador|Justice|Judge|General|Admiral|Professor) (?=[A-Z][\w’'-]+ [A-Z])")  # a post tells more


def _name_beside_post(parts: list[str], organization: str | None) -> tuple[Speaker, bool] | None:
    """ "Jane Doe, Minister of Finance", "Minister of Finance, Jane Doe" or "Minister of Science, Industry and Trade"."""
    for index in (0, len(parts) - 1):
        rest = ", ".join(parts[:index] + parts[index + 1 :])
        bare = _RANK.sub("", parts[index])
        name = _name(bare)
        if name is not None and _is_post(rest) and not _is_post(bare):
            return _with_organization(name, rest, organization), True
    whole = ", ".join(parts)
    begins = parts[0].removeprefix("The ").split()[:2]
    if not _capitalised(whole) or not any(map(_is_post, begins)):
        return None
    return Speaker(whole.removeprefix("The "), whole.removeprefix("The "), organization), True


def _with_organization(name: str, post: str, organization: str | None) -> Speaker:
    """The speaker ``name`` whose ``post`` may say of which organization: "vice chairman of SASAC"."""
    post = post.removeprefix("the ").removeprefix("The ").strip()
    match = re.search(r"\b(?:of|at|for|with)\s+(?:the\s+)?(?P<body>[A-Z].{1,150})$", post)
    named = match["body"] if match and _BODY.search(match["body"]) else None
    return Speaker(name, post, organization or named)


_BODY = re.compile(
    r"[A-Z]{3}|Administration|Agency|Association|Bank|Bureau|Commission|Committee|Council|Department|Ministry|Office"
)


def _post_and_name(words: list[str]) -> tuple[str, str] | None:
    """The name and the post in "President Biden", "The President", "Foreign Ministry Spokesperson Mao Ning"."""
    folded = [word.casefold().strip(".") for word in words]
    at = [index for index, word in enumerate(folded) if word in _POSTS]
    if not at or len(words) > 14 or ("of" in folded[: at[0]] or "by" in folded):
        return None
    after = words[at[-1] + 1 :]
    whole = " ".join(words)
    if not after:
        role = capitals_to_names(whole.removeprefix("The ").removeprefix("THE "))
        return (role, role) if len(words) <= 6 else None
    link = next((index for index, word in enumerate(after) if word.casefold() in {"of", "for", "to"}), None)
    if link is None:
        name = _name(" ".join(after))
        if name is None:
            return None
        post = capitals_to_names(" ".join(words[: at[-1] + 1]))
        return (f"{post} {name}" if len(after) == 1 and len(words) <= 4 else name), post
    tail = after[link + 1 :]
    if len(tail) >= 3 and not {"and", "of"} & set(tail[-2:]) and _name(" ".join(tail[-2:])):
        return " ".join(tail[-2:]), " ".join(words[:-2])
    role = whole.removeprefix("The ")
    return role, role


def _name(text: str) -> str | None:
    """The person's name that ``text`` is, without form of address unless only a family name follows; else None."""
    words = text.split()
    address: list[str] = []
    while words and words[0].casefold().strip(".") in _ADDRESS:
        address.append(words.pop(0))
    solid = [word for word in words if word.casefold() not in _PARTICLES]
    if not 1 <= len(solid) <= 5 or len(words) > 7 or any(not _NAME_WORD.fullmatch(word) or word[0].islower() for word in solid):
        return None
    if {"of", "and", "for", "in", "the"} & {word.casefold() for word in words} or any(map(_is_topic, solid)):
        return None
    if words[0].casefold() in _PARTICLES and not address and words[0].islower():
        return None
    return capitals_to_names(" ".join((address if len(solid) == 1 else []) + words))


def capitals_to_names(text: str) -> str:
    """``text`` with capitals at the beginnings of its words only: "PRESIDENT BIDEN" as others write it."""
    words = text.split()
    spelled = [word.title() if word.isupper() and len(word) > 2 else word for word in words]
    for index, word in enumerate(words[1:], 1):
        if word.isupper() and len(word) > 1 and word.casefold() in _PARTICLES:
            spelled[index] = word.casefold()
    return " ".join(spelled)


_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-\u2010\u2011])*", re.UNICODE)
_ADDRESS = _HONORIFICS | {"his", "her", "rt", "right", "the", "honourable", "honorable"}
_TOPIC_ENDINGS: tuple[str, ...] = (
    "tion",
    "tions",
    "ment",
    "ments",
    "ness",
    "ity",
    "ities",
    "ism",
    "ship",
    "ships",
    "ology",
    "ics",
    "ives",
)
_TOPIC_ENDINGS += ("ture", "tures")
_GERUND = re.compile(r"[acefghkorsuvwyz]ing$(?<!hawking)(?<!ying)")  # not -ping, -ming, -ning, …: "Xiaoping"
_NAMES_ALL_THE_SAME = frozenset({"clement", "trinity", "felicity", "charity", "verity"})


def _is_topic(word: str) -> bool:
    folded = word.casefold().strip(".")
    if folded in _TOPICS or (len(folded) > 5 and _GERUND.search(folded)):
        return True
    return len(folded) > 4 and folded.endswith(_TOPIC_ENDINGS) and folded not in _NAMES_ALL_THE_SAME


def _is_post(text: str) -> bool:
    return any(word in _POSTS for word in re.findall(r"[\w-]+", text.casefold()))


def _capitalised(text: str) -> bool:
    return all(not word[0].islower() or word in _PARTICLES for word in text.split())


def resolve_speaker(label: Label, known: Iterable[Speaker]) -> Speaker | None:
    """The one of ``known`` whom ``label`` means: same name, a part of the name, or the same post; None when not just one."""
    name = _tokens(label.name)
    if not name:
        return None
    short = name - _POSTS
    tests: tuple[Callable[[Speaker], bool], ...] = (
        lambda speaker: _tokens(speaker.name) == name,
        lambda speaker: bool(short) and short < _tokens(speaker.name),
        lambda speaker: label.post == label.name and name <= _tokens(speaker.post or ""),
    )
    known = list(known)
    for test in tests:
        if found := [speaker for speaker in known if test(speaker)]:
            return found[0] if len(found) == 1 else None
    return None


def _tokens(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w-]+", name.casefold())) - _HONORIFICS - {"the"}
