"""Whole texts: blocks, turns, lists and what the text says about itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.model import BlockKind, Speaker
from kg.readers import Metadata, read
from tests.readers.helpers import find, from_markdown, from_sentences, from_text, kinds, outline

BRIEFING = Path(__file__).parents[3] / "shared" / "corpus" / "scio-2024-08-20-sasac.txt"

TRANSCRIPT = """\
Weekly press briefing

Fisheries.example.org | 19 November 2025

Share:

Moderator: Good morning. We now take questions.

Ann Lee (Reuters): Will you raise quotas?

And what about the trawlers?

Budi Santoso, Minister of Fisheries:

We will not raise quotas.

The Ministry will also publish a list.

Q: Can you tell us more?
A: Yes. The list is public.

<  1  2  3  >
"""


def test_surname_of_somebody_present() -> None:
    """The answer of somebody whom only the head names in full would be taken for the question."""
    document = from_text(
        "Press conference\n\nAna Roe, President of the Port Bank,\nLeo Vos, Vice-President of the Port Bank\n"
        "Stratford upon Avon, 16 April 2026\n\nQuestion: Will you cut rates?\n\nVos: We will not cut rates.\n"
    )
    answer = document.blocks[-1]
    assert (answer.kind, answer.speaker) == (BlockKind.PARAGRAPH, "Leo Vos")
    assert {item.organization for item in document.speakers} == {"Port Bank"}


def test_transcript() -> None:
    """A raw transcript is no longer understood without help."""
    document = from_text(TRANSCRIPT)
    assert outline(document) == [
        ("title", "Weekly press briefing"),
        ("byline", "Fisheries.example.org | 19 November 2025"),
        ("furniture", "Share:"),
        ("speaker", "Moderator:"),
        ("paragraph", "Good morning. We now take questions."),
        ("speaker", "Ann Lee (Reuters):"),
        ("question", "Will you raise quotas?"),
        ("question", "And what about the trawlers?"),
        ("speaker", "Budi Santoso, Minister of Fisheries:"),
        ("paragraph", "We will not raise quotas."),
        ("paragraph", "The Ministry will also publish a list."),
        ("speaker", "Q:"),
        ("question", "Can you tell us more?"),
        ("speaker", "A:"),
        ("paragraph", "Yes. The list is public."),
        ("furniture", "<  1  2  3  >"),
    ]
    assert (document.title, document.date) == ("Weekly press briefing", date(2025, 11, 19))
    assert document.publisher == "Fisheries.example.org"
    assert document.speakers == (Speaker("Moderator", "Moderator"), Speaker("Budi Santoso", "Minister of Fisheries"))
    assert find(document, "The Ministry will").speaker == "Budi Santoso"
    assert find(document, "Yes. The list").speaker == "Budi Santoso"
    assert [block.turn for block in document.blocks if block.kind is BlockKind.SPEAKER] == [1, 2, 3, 4, 5]


@pytest.mark.skipif(not BRIEFING.is_file(), reason="the shared briefing is not beside this checkout")
def test_real_briefing() -> None:
    """The briefing that everything is measured on."""
    document = read(BRIEFING)
    assert kinds(document)[:7] == ["title", "byline", "furniture", "speaker", "question", "speaker", "paragraph"]
    assert (document.date, document.publisher) == (date(2024, 8, 20), "China.org.cn")
    said = [block for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    assert {block.speaker for block in said} == {"Wang Hongzhi"}
    assert document.text.encode() == BRIEFING.read_bytes()


def test_thanks_end_a_question() -> None:
    """An answer without a label was dropped with the question before it."""
    document = from_text("CNBC: Will taxes rise?\n\nThank you for your question. We will not raise taxes.\n\nWe promise.\n")
    assert kinds(document) == ["speaker", "question", "paragraph", "paragraph"]
    assert find(document, "We promise").speaker is None


def test_who_only_asks_is_asking() -> None:
    """A journalist without an outlet would be quoted as a policy maker."""
    document = from_text(
        "Jane Doe: We act.\n\nAnn Lee: I'm with the Herald. You cut aid. Will you cut more?\n\nJane Doe: No. We act.\n"
    )
    assert kinds(document) == ["speaker", "paragraph", "speaker", "question", "speaker", "paragraph"]


def test_known_speaker_with_an_outlets_name() -> None:
    """A minister called Post was taken for a newspaper."""
    document = from_text("John Post: We will build.\n", Metadata(speakers=(Speaker("John Post", "minister"),)))
    assert kinds(document) == ["speaker", "paragraph"]
    assert document.blocks[1].speaker == "John Post"


def test_topics_before_colons_are_no_turns() -> None:
    """ "Action Plan:" became a speaker."""
    text = "Strategy\n\nHealthy Rivers: We will clean rivers, and healthy rivers need care.\n\nAction Plan:\n\n- clean rivers\n"
    document = from_text(text)
    assert not any(block.kind is BlockKind.SPEAKER for block in document.blocks)


def test_single_name_needs_repetition() -> None:
    """A word before a colon became a speaker; a speaker who is called by one name did not."""
    assert "speaker" not in kinds(from_text("Intro.\n\nKuwait: The price rose.\n"))
    assert kinds(from_text("Intro.\n\nSukarno: We act.\n\nSukarno: We act again.\n")).count("speaker") == 2


def test_post_from_the_introduction() -> None:
    """The post that the host's introduction gives a speaker was lost."""
    text = "Host: With us is Mr. Wang Hongzhi, vice chairman of SASAC, who will speak.\n\nWang Hongzhi: We act.\n"
    assert from_text(text).speakers[1] == Speaker("Wang Hongzhi", "vice chairman of SASAC", "SASAC")


def test_metadata_overrides() -> None:
    """What the text says of itself won over what is written about it."""
    metadata = Metadata(title="T", date=date(2020, 1, 1), publisher="P", speakers=(Speaker("Joe Biden", "President"),))
    document = from_text("A Title Here\n\nSource: Reuters\n\nPRESIDENT BIDEN: We act.\n", metadata)
    assert (document.title, document.date, document.publisher) == ("T", date(2020, 1, 1), "P")
    assert document.speakers == metadata.speakers
    assert document.blocks[-1].speaker == "Joe Biden"
    assert document.citations == ("Reuters",)


def test_one_voice_of_a_speech() -> None:
    """A speech in the first person by the one named speaker had no speaker; a report on her did."""
    metadata = Metadata(speakers=(Speaker("Jane Doe"),))
    assert from_text("We will act.\n", metadata).blocks[0].speaker == "Jane Doe"
    assert from_text("The ministry will act.\n", metadata).blocks[0].speaker is None
    assert from_text("Doe said that our ministry will act.\n", metadata).blocks[0].speaker is None
    assert from_text('The text says "we act".\n', metadata).blocks[0].speaker is None


def test_back_matter_ends_the_turn() -> None:
    """A background note below a transcript was put in the last speaker's mouth."""
    document = from_text("Jane Doe: We act.\n\nBackground\n\nThe ministry was founded in 1999.\n")
    assert find(document, "The ministry").speaker is None


LEGAL = """\
Article 5

The Ministry shall:

(a) adopt rules on:
  (i) licences;
  (ii) quotas;
(b) report to Parliament.

1. Member States shall ensure access.

2. The Commission shall:
(a) adopt guidelines;
(b) monitor them.

3. This Article applies from 1 May.
"""


def test_legal_lists() -> None:
    """Items of a law lost what introduces them, or numbered paragraphs became items."""
    document = from_text(LEGAL)
    leads = {
        document.block_text(block): block.lead is not None and document.block_text(document.blocks[block.lead])
        for block in document.blocks
        if block.kind is BlockKind.LIST_ITEM
    }
    assert leads == {
        "adopt rules on:": "The Ministry shall:",
        "licences;": "adopt rules on:",
        "quotas;": "adopt rules on:",
        "report to Parliament.": "The Ministry shall:",
        "adopt guidelines;": "The Commission shall:",
        "monitor them.": "The Commission shall:",
    }
    assert find(document, "Member States").kind is BlockKind.PARAGRAPH
    assert find(document, "This Article").kind is BlockKind.PARAGRAPH
    assert find(document, "Member States").heading == 0


def test_items_without_markers() -> None:
    """Items set apart only by semicolons or short lines were no items."""
    document = from_text("The board shall:\n\nadopt a plan;\n\nreport to us; and\n\npublish it.\n\nIt meets monthly.\n")
    assert kinds(document) == ["paragraph", "list_item", "list_item", "list_item", "paragraph"]
    assert [block.lead for block in document.blocks[1:4]] == [0, 0, 0]
    document = from_text("We act.\n\nKey measures:\n\nExpand patrols\n\nTrain officers\n")
    assert kinds(document)[2:] == ["list_item", "list_item"]


def test_list_after_heading() -> None:
    """A list right below a heading had no lead."""
    document = from_text("We act here.\n\nMain tasks\n\n- Build homes.\n- Cut taxes.\n")
    assert kinds(document) == ["paragraph", "heading", "list_item", "list_item"]
    assert [block.lead for block in document.blocks[2:]] == [1, 1]


def test_initials_are_no_markers() -> None:
    """The initial of a name was cut off as a list marker."""
    assert outline(from_text("A. Smith said that we act.\n")) == [("paragraph", "A. Smith said that we act.")]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_hard_wraps_are_joined(newline: str) -> None:
    """Each line of a wrapped paragraph became a paragraph."""
    lines = [
        "The Commission will publish a report on the progress of the programme in",
        "May. Member States will then decide on the budget, and the Council will",
        "adopt it.",
        "",
        "A second paragraph follows here.",
    ]
    text = newline.join(lines)
    document = from_text(text)
    assert document.text == text
    assert kinds(document) == ["paragraph", "paragraph"]
    assert document.block_text(document.blocks[0]).endswith("adopt it.")


def test_lines_that_are_paragraphs_stay_apart() -> None:
    """A text without blank lines became one paragraph."""
    text = "We will build homes.\nWe will cut taxes, and we will do it soon.\n" + "We will act. " * 20 + "\nWe will end here.\n"
    assert kinds(from_text(text)) == ["paragraph"] * 4


def test_long_heading_above_a_longer_line() -> None:
    """A heading as long as the longest short line was taken for a line broken by hand."""
    body = (
        "Build ten parks for ship repair along the northern coast, and support yards in training welders with the colleges. "
        * 2
    )
    document = from_text(f"Outline of the Plan\n\nSection 2 Foster emerging and future industries of the sea\n{body}\n")
    assert kinds(document) == ["title", "heading", "paragraph"]


def test_headings_in_running_text() -> None:
    """Headings by capitals, by number and by standing alone."""
    document = from_text(
        "We act.\n\nII. Main tasks\n\nWe build homes.\n\nNext steps\n\nWe will report in May.\n\nWe will end\n"
    )
    assert kinds(document) == ["paragraph", "heading", "paragraph", "heading", "paragraph", "paragraph"]
    assert [block.heading for block in document.blocks] == [None, None, 1, None, 3, 3]


def test_dateline_tells_date_and_publisher() -> None:
    """The first words of a news report say where it is from."""
    document = from_text("China cuts tariffs\n\nBEIJING, July 26, 2024 (Xinhua) -- China will cut tariffs.\n")
    assert (document.date, document.publisher) == (date(2024, 7, 26), "Xinhua")
    assert kinds(document) == ["title", "paragraph"]


GIVEN = [  # sentences, kinds
    (["SCIO Briefing on Development: Assets Commission", "We act."], ["title", "paragraph"]),
    (["we will raise spending on schools", "and cut taxes"], ["paragraph", "paragraph"]),
    (["Increase funding for schools", "Cut taxes"], ["paragraph", "paragraph"]),
    (["We act.", "MAIN TASKS", "We build."], ["paragraph", "heading", "paragraph"]),
    (["We act.", "Our policy is the right one for our children"], ["paragraph", "paragraph"]),
    (["We act:", "- build homes;", "- cut taxes."], ["paragraph", "list_item", "list_item"]),
    (["We act.", "(a) build homes;", "(b) cut taxes."], ["paragraph", "list_item", "list_item"]),
    (["1. The Board shall act.", "2. It shall report."], ["paragraph", "paragraph"]),
    (["Daily Savannah: Will you act?", "Peter Mwangi: We act.", "We will."], ["question", "paragraph", "paragraph"]),
    (
        ["ThePaper.cn:", "Will you act?", "Thank you.", "Peter Mwangi:", "We act."],
        ["speaker", "question", "question", "speaker", "paragraph"],
    ),
    (["We act.", "   "], ["paragraph", "furniture"]),
    (["We act.", ""], ["paragraph", "furniture"]),
]


@pytest.mark.parametrize(("sentences", "expected"), GIVEN)
def test_given_sentences(sentences: list[str], expected: list[str], tmp_path: Path) -> None:
    """Sentences given one by one are one block each, and full sentences are text."""
    document = from_sentences(tmp_path, *sentences)
    assert kinds(document) == expected
    assert [document.block_text(block) for block in document.blocks] == sentences


def test_given_turns_carry_on(tmp_path: Path) -> None:
    """The speaker of a given transcript was forgotten after one sentence."""
    document = from_sentences(tmp_path, "Peter Mwangi: We act.", "We will go on.", "Reporter:", "Why?")
    assert [block.speaker for block in document.blocks] == ["Peter Mwangi", "Peter Mwangi", None, None]


# kind of text: an example, the kinds of its blocks
GENRES: dict[str, tuple[str, str]] = {
    "fact sheet": (
        "THE WHITE HOUSE\n\nFACT SHEET: New Actions to Lower Costs\n\nAugust 13, 2024\n\nThe actions include:\n\n"
        "•\tCutting red tape. The Department will act.\n\nNext Steps\nThe Department will report.\n\n###\n",
        "byline title byline paragraph list_item heading paragraph furniture",
    ),
    "press briefing with a bare Q": (
        "Press Briefing\n\n1:42 P.M. EDT\n\nMS. DOE:  We act.\n\nQ    Thanks.  Will you act?\n\nMR. ROE:  Yes.\n\n"
        "Q  And now?\n",
        "title furniture speaker paragraph speaker question speaker paragraph speaker question",
    ),
    "verbatim record": (
        "General Assembly\nSeventy-eighth session\nTuesday, 19 September 2023, 3 p.m.\n\n"
        "President: Mr. Roe . . . . . . (Chad)\n\nThe President: We begin.\n\n"
        "Mr. Doe (Kenya): We will plant trees by\n2032.\n\n23-27140 2/15\n",
        "title heading byline furniture speaker paragraph speaker paragraph furniture",
    ),
    "regulation": (
        "REGULATION (EU) 2024/1 OF THE COUNCIL\nof 13 June 2024\non clean technology\n\nWhereas:\n\n"
        "(1) The Union has agreed.\n\nHAS ADOPTED THIS REGULATION:\n\n"
        "CHAPTER I\n\nArticle 1\nSubject matter\n\n1. This Regulation sets a framework to:\n\n"
        "(a) cut costs;\n\n2. Paragraph 1 shall not apply to Article 3, point\n(a) of Directive 1.\n",
        "title paragraph list_item paragraph heading heading heading paragraph list_item paragraph",
    ),
    "news": (
        "Government unveils plan\nBy Jane Doe, Political correspondent\nPublished\n3 hours ago\n\nThe government will act.\n\n"
        'John Roe told the BBC: "We will build."\n\nThe plan includes:\nNew towns\nMore homes\n\nReporting by John Poe\n',
        "title byline furniture furniture paragraph paragraph paragraph list_item list_item furniture",
    ),
    "official transcript": (
        "Speakers:\n\nMr. John Roe, vice chairman of the Commission\n\nHost:\n\nMs. Ann Lee, spokesperson of the Office\n\n"
        "July 26, 2024\n\nAnn Lee:\n\nGood morning.\n\n/1  Ann Lee, spokesperson\n\n"
        "Translated and edited by A. Poe. The original prevails.\n",
        "byline byline byline byline byline speaker paragraph furniture furniture",
    ),
}


@pytest.mark.parametrize("genre", GENRES)
def test_genres(genre: str) -> None:
    """The layout that a kind of text always has."""
    text, expected = GENRES[genre]
    assert " ".join(kinds(from_text(text))) == expected


def test_those_present_are_speakers() -> None:
    """The posts in the list of those present were lost."""
    document = from_text(GENRES["official transcript"][0])
    assert document.speakers[1] == Speaker("Ann Lee", "spokesperson of the Office", "Office")
    assert document.blocks[6].speaker == "Ann Lee"


def test_date_in_the_title() -> None:
    """A law whose title has its date had no date."""
    assert from_text(GENRES["regulation"][0]).date == date(2024, 6, 13)


def test_date_under_the_title_is_no_part_of_it() -> None:
    """Title and date were one line where no blank line parted them: "we" was "the Spokesperson … March"."""
    document = from_text("Briefing by the Spokesperson of the Ministry of Ports\nMarch 12, 2026\n\nWe will dredge the bay.\n")
    assert kinds(document) == ["title", "byline", "paragraph"]
    assert document.date == date(2026, 3, 12)


def test_who_delivers_a_report() -> None:
    """Session, date and speaker under the title of a work report were read as a sentence."""
    head = "Report on the Work of the Government\nDelivered at the Second Session of the Assembly of Ostra on January 9, 2026\n"
    document = from_text(head + "Governor Mira Holt\n\nFellow deputies, I will now report on our work.\n")
    assert kinds(document) == ["title", "byline", "byline", "paragraph"]
    assert document.date == date(2026, 1, 9)
    assert document.speakers == (Speaker("Mira Holt", "Governor"),)
    assert document.blocks[-1].speaker == "Mira Holt"


def test_numbered_clause_behind_bullets() -> None:
    """A clause right behind a bullet without a full stop became part of it, and its own list lost its introduction."""
    text = (
        "2.1 The Director is responsible for:\n- checking rotas\n- keeping records\n2.2 Managers must:\n- check rotas weekly\n"
    )
    document = from_text("Rotas\n\n" + text)
    managers = find(document, "Managers must:")
    assert document.blocks[-1].lead == document.blocks.index(managers)


def test_first_item_inside_the_line_of_its_list() -> None:
    """Behind "(a) … shall:" with items of its own, "(b)" went on with the introduction of those."""
    document = from_text(
        "MEMORANDUM\n\nSec. 2. Ports. (a) Within 90 days, the Secretary of Ports shall:\n(i) publish a list of piers; and\n"
        "(ii) close unsafe piers.\n(b) Agencies may share data with States.\n"
    )
    intro, first, second, after = document.blocks[-4:]
    assert first.lead == second.lead == document.blocks.index(intro)
    assert after.lead is None


def test_each_recital_is_a_paragraph() -> None:
    """The citations above a law ran together."""
    document = from_text(
        "THE COUNCIL,\n\nHaving regard to the Treaty on the Common Fisheries of the Northern Isles,\n"
        "Having regard to the proposal from the Board,\n\nWhereas:\n"
    )
    assert sum(document.block_text(block).startswith("Having") for block in document.blocks) == 2


def test_speaker_in_the_title() -> None:
    """A speech whose title says who gives it had no speaker."""
    title = "Statement by H.E. Ms. Ana Vea, Prime Minister of Lomea, at the General Debate"
    document = from_text(f"{title}\n\nNew York, 25 September 2025\n\nWe did not cause this crisis.\n")
    assert [speaker.name for speaker in document.speakers] == ["Ana Vea"]
    assert document.blocks[-1].speaker == "Ana Vea"
    unnamed = from_text("Statement by the Prime Minister\n\nWe did not cause this crisis.\n")
    assert unnamed.speakers == ()


def test_title_with_its_date() -> None:
    """A title that ends in its date was a byline, and nobody was "we"."""
    document = from_text("Ministry Spokesperson Lin Yue's Press Conference on April 8, 2026\n\nWe act.\n")
    assert kinds(document) == ["title", "paragraph"]
    assert document.date == date(2026, 4, 8)


def test_dateline_in_bold() -> None:
    """The date of a fact sheet was lost behind asterisks."""
    document = from_markdown("# Ports\n\n**PORT ELSA, June 5, 2026** — Today, the Board closed two piers.\n")
    assert document.date == date(2026, 6, 5)
