"""Who acts: pronouns, "we", understood subjects, and how each actor was found."""

from __future__ import annotations

import pytest

from extraction.helpers import NOBODY, check, one, statements, table
from kg.extraction.heads import is_pronoun
from kg.extraction.tree import Token
from kg.model import ActorBasis, Block, BlockKind, Document, Speaker
from kg.vocabulary import load_vocabulary


@table(
    (
        "The board dismissed the auditors because they hid losses.",
        "board | dismiss | auditors | achieved",
        "auditors | hide | losses | achieved",
    ),
    (
        "Farmers say that they need credit.",
        "farmers | need | credit | ongoing",
    ),
    (
        "The ministry drafted the code and its experts reviewed it.",
        "ministry | draft | code | achieved",
        "experts / ministry's experts | review | code | achieved",
    ),
    (
        "When hospitals lack staff, they close wards.",
        "hospitals | lack | staff | ongoing",
        "hospitals | close | wards | ongoing",
    ),
)
def test_pronoun_in_the_sentence(sentence: str, expected: list[str]) -> None:
    """Guards antecedents inside the sentence."""
    check(expected, statements(sentence))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("The Commission adopted a plan.", "It will fund railways."), ["Commission | fund | railways | planned"]),
        (("Central SOEs lead the sector.", "They built laboratories."), ["central SOEs | build | laboratories | achieved"]),
        (("The ministers met in Oslo.", "It raised tariffs."), ["- | raise | tariffs | achieved"]),
        (("It raised tariffs.",), ["- | raise | tariffs | achieved"]),
        (
            ("The board runs ports.", "It has become more urgent and essential to dredge the bay."),
            ["- | dredge | bay | obliged"],
        ),
        (("This protects rivers.",), ["- | protect | rivers | ongoing"]),
        (
            ("The Council and the Board signed a pact.", "The former will fund schools."),
            ["Council | fund | schools | planned"],
        ),
        (("The state launched many efforts.", "These efforts created jobs."), ["efforts | create | jobs | achieved"]),
        (
            ("Maria Lund is the minister of transport.", "She opened the tunnel."),
            ["Maria Lund | open | tunnel | achieved"],
        ),
    ],
)
def test_pronoun_across_sentences(texts: tuple[str, ...], expected: list[str]) -> None:
    """Guards antecedents in the sentence before, and nobody rather than a guess."""
    check(expected, statements(*texts))


SENTENCE = "We will open our archives."


@pytest.mark.parametrize(
    ("known", "actor"),
    [
        ({"speaks_for": "Port Authority"}, "Port Authority"),
        ({"speaker": "Ana Ruiz", "speakers": [Speaker("Ana Ruiz", "head", "Ministry of Culture")]}, "Ministry of Culture"),
        ({"title": "Briefing on archives: Ministry of Culture"}, "Ministry of Culture"),
        ({"title": "Briefing by the Spokesperson of the Ministry of Culture"}, "Ministry of Culture"),
        ({"title": "Culture Ministry Spokesperson Ana Roe's Regular Press Conference on Archives"}, "Culture Ministry"),
        ({"title": "Notice of the Heritage Office on Issuing the Plan for Opening Archives"}, "Heritage Office"),
        ({"title": "Remarks by the Deputy Director-General of the Heritage Office"}, "Heritage Office"),
        ({"title": "Briefing by the Port Commission Spokesperson's Service"}, "Port Commission"),
        ({"title": "Remarks on archives"}, None),
        ({"title": "REPORT ON THE WORK OF THE GOVERNMENT"}, None),
        ({"speakers": [Speaker("Ana Ruiz", "head", "Port Bank"), Speaker("Leo Vos", "deputy", "Port Bank")]}, "Port Bank"),
        ({"speakers": [Speaker("Ana Ruiz", "head", "Port Bank"), Speaker("Leo Vos", "head", "Rail Bank")]}, None),
        ({}, None),
        (
            {
                "speaks_for": "Port Authority",
                "speaker": "Ana Ruiz",
                "speakers": [Speaker("Ana Ruiz", "head", "Ministry of Culture")],
            },
            "Port Authority",
        ),
    ],
)
def test_we(known: dict[str, object], actor: str | None) -> None:
    """Guards whom "we" is: the document's word first, then the speaker's organization, then the title's; else nobody."""
    (found,) = statements(SENTENCE, **known)
    assert found.actor == actor
    assert found.actor_basis is (ActorBasis.WE if actor else ActorBasis.UNKNOWN)


def test_we_is_for_whom_a_report_is_given() -> None:
    """Guards “On behalf of X, I now report”: X, before what the title names."""
    opening = "On behalf of the Harbour Council, I now report to you on our work."
    found = statements(opening, SENTENCE, title="REPORT ON THE WORK OF THE GOVERNMENT")
    assert [item.actor for item in found] == ["Harbour Council"]
    thanks = "On behalf of the farmers, I thank the Harbour Council."
    assert [item.actor for item in statements(thanks, SENTENCE)] == [None]


def test_we_by_who_answers_for_whom() -> None:
    """Guards kg:speaksFor: a spokesperson who never speaks of the organization itself speaks for whom it answers."""
    vocabulary = load_vocabulary()
    entry = next(item for item in vocabulary.actors if item.speaks_for)
    other = next(vocabulary.named(iri) for iri in entry.speaks_for)
    assert other is not None
    told = f"Over the years, {other.label} grew."
    found = statements(told, SENTENCE, title=f"Briefing: {entry.label}")
    assert [item.actor for item in found] == [other.label]
    itself = f"{entry.label} guides {other.label}."
    assert [item.actor for item in statements(itself, SENTENCE, title=f"Briefing: {entry.label}")] == [entry.label]


@pytest.mark.parametrize(
    ("sentence", "verb", "basis"),
    [
        ("The agency opened archives.", "open", ActorBasis.EXPLICIT),
        ("The agency plans to open archives.", "open", ActorBasis.CONTROL),
        ("Archives were opened by the agency.", "open", ActorBasis.PASSIVE),
        ("Archives were opened.", "open", ActorBasis.UNKNOWN),
        ("The agency supports firms that develop batteries.", "develop", ActorBasis.EXPLICIT),
        ("When farmers lack credit, they sell land.", "sell", ActorBasis.PRONOUN),
    ],
)
def test_basis(sentence: str, verb: str, basis: ActorBasis) -> None:
    """Guards that the statement tells how its actor was found."""
    assert one(sentence, verb).actor_basis is basis


def test_first_person_singular_is_the_speaker() -> None:
    """Guards that "I" is who speaks."""
    (found,) = statements("I support the treaty.", speaker="Ana Ruiz")
    assert (found.actor, found.actor_basis) == ("Ana Ruiz", ActorBasis.PRONOUN)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The US will impose tariffs.", ["US | impose | tariffs | planned"]),
        (
            "The ministry urged the US to lift sanctions.",
            ["US | lift | sanctions | requested"],
        ),
        (
            "China and the US signed a pact.",
            ["China | sign | pact | achieved", "US | sign | pact | achieved"],
        ),
        ("WHO issued guidelines.", ["WHO | issue | guidelines | achieved"]),
        ("The WHO issued guidelines.", ["WHO | issue | guidelines | achieved"]),
        ("The US firms will invest in ports.", ["US firms | invest in | ports | planned"]),
    ],
)
def test_acronyms_are_no_pronouns(sentence: str, expected: list[str]) -> None:
    """Guards against acts of the US and the WHO being laid at the door of whoever speaks."""
    check(expected, statements(sentence, speaks_for="Port Authority"))


def item(text: str, lead: int) -> tuple[BlockKind, str, int]:
    return (BlockKind.LIST_ITEM, text, lead)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("The Government will:", item("build 40 clinics;", 0)),
            ["Government | build | clinics | planned"],
        ),
        (
            ("Member States shall:", item("publish accounts;", 0), item("protect forests.", 0)),
            ["Member States | protect | forests | obliged"],
        ),
        (
            ("The Council calls on states to:", item("ratify the treaty;", 0)),
            ["states | ratify | treaty | requested"],
        ),
        (
            ("The ministry will take the following measures:", item("Expand rail freight.", 0)),
            ["ministry | expand | rail freight | planned"],
        ),
        (
            ("Operators must not:", item("sell personal data;", 0)),
            ["operators | sell | personal data | obliged | negated"],
        ),
        (
            ((BlockKind.HEADING, "Ministry of Finance"), "Publish quarterly accounts."),
            ["Ministry of Finance | publish | quarterly accounts | requested"],
        ),
        (("Protect the coastal wetlands.",), ["- | protect | coastal wetlands | requested"]),
        (
            ("Uphold the bottom line and expand domestic demand.",),
            ["- | uphold | bottom line | requested", "- | expand | domestic demand | requested"],
        ),
        (("Please report all leaks.",), ["- | report | leaks | requested"]),
        (("Do not burn plastic waste.",), ["- | burn | plastic waste | requested | negated"]),
        (("Let us protect the oceans.",), ["- | protect | oceans | requested / planned"]),
    ],
)
def test_understood_subjects(texts: tuple[object, ...], expected: list[str]) -> None:
    """Guards list items behind their introduction, headings that name an actor, and imperatives."""
    check(expected, statements(*texts))


def test_list_item_is_quoted_from_its_own_words() -> None:
    """Guards that evidence of a list item slices the source, introduction or not."""
    lead, text = "The Government will:", "build 40 clinics;"
    whole = f"{lead}\n{text}"
    (found,) = statements(lead, item(text, 0))
    assert whole[found.evidence.start : found.evidence.end] == found.evidence.text == "build 40 clinics"


def test_turns_do_not_share_antecedents() -> None:
    """Guards that a new speaker's "it" does not reach into the turn before."""
    from extraction.helpers import extractor  # noqa: PLC0415

    texts = ("The Commission adopted a plan.", "It will fund railways.")
    first = Block(BlockKind.PARAGRAPH, 0, len(texts[0]), speaker="A", turn=0)
    second = Block(BlockKind.PARAGRAPH, len(texts[0]) + 1, len(texts[0]) + 1 + len(texts[1]), speaker="B", turn=1)
    document = Document("test", "\n".join(texts), "0", "test", (first, second))
    last = list(extractor().extract(document))[-1]
    assert [item.actor for item in last.statements] == [None]


def test_pronoun_is_one_whatever_its_tag() -> None:
    """Guards against THEY and IT as actors in text set in capitals."""
    assert is_pronoun(Token(0, "THEY", "THEY", "NNP", "nsubj", 0))


def test_surface_of_an_imperative_is_its_own_words() -> None:
    """Guards that ``surface`` has only words of the sentence."""
    (found,) = statements("Protect the coastal wetlands.")
    assert found.surface.verb == "Protect"


@table(
    ("Statement by the Minister for Foreign Affairs of Tavora at the General Assembly", "Tavora"),
    ("Statement by the Prime Minister of Saint Aurelia at the eightieth session of the General Assembly", "Saint Aurelia"),
    ("Report on the Work of the Government", "Government"),
    ("Remarks by the President of the European Central Bank before the Parliament", "European Central Bank"),
    ("State of the Union", NOBODY),
)
def test_we_is_not_where_the_speech_is_held(sentence: str, expected: list[str]) -> None:
    """Guards against the hall's name for "we"."""
    (found,) = statements("We will build schools.", title=sentence)
    assert (found.actor or NOBODY) == expected[0]


def test_it_as_main_subject_and_as_what_is_used() -> None:
    """Guards "it" of a sentence that goes on with the main subject of the last, and "use it" for what that acts on."""
    (applies,) = statements("This policy sets out how the Trust will support staff.", "It applies to all nurses.")
    assert applies.actor == "policy"
    (used,) = statements("The Commission will set up a digital platform.", "Citizens will be able to use it.")
    assert used.object == "digital platform"
