"""Sentences that the parser misreads in ways that recur: each construction with what must be read, and what must stay."""

from __future__ import annotations

from extraction.helpers import check, one, statements, table


@table(
    (
        "The survey shows that storms ruined harvests and warns that villages need grain.",
        "storms | ruin | harvests | achieved",
        "villages | need | grain | ongoing",
    ),
    (
        "The tribunal found that the landlord cheated tenants and ordered a refund.",
        "landlord | cheat | tenants | achieved",
        "tribunal | order | refund | achieved",
    ),
    (
        "The senator denied that he had taken bribes and rejected demands for an apology.",
        "senator | take | bribes | achieved | negated",
        "senator | reject | demands for an apology | achieved",
    ),
    (
        "The lawyer said that the court found a breach and ordered a refund.",
        "court | find | breach | achieved",
        "court | order | refund | achieved",
    ),
    (
        "The tribunal held that the fine was unlawful, quashing the decision.",
        "tribunal | quash | decision | achieved",
    ),
    (
        "Congress adopted a statute that taxes imports, angering exporters.",
        "Congress | adopt | statute | achieved",
        "statute | tax | imports | ongoing",
        "Congress | anger | exporters | achieved",
    ),
    (
        "The minister said that the plan was flawed, leaving patients without care.",
        "plan | leave | patients | achieved",
    ),
    (
        "Soldiers burned the depot, villagers said, destroying grain.",
        "soldiers | burn | depot | achieved",
        "soldiers | destroy | grain | achieved",
    ),
    (
        "The levy was dropped, the minister said, adding that farmers needed help.",
        "- | drop | levy | achieved",
        "farmers | need | help | achieved",
    ),
)
def test_who_acts_beside_what_is_told(sentence: str, expected: list[str]) -> None:
    """Guards that who finds, says or decides something does what he does about it, and not what he speaks of."""
    check(expected, statements(sentence))


@table(
    (
        "Members shall not buy or resell, directly or indirectly, timber.",
        "members | buy | timber | obliged | negated",
        "members | resell | timber | obliged | negated",
    ),
    (
        "The signatories shall refrain from buying, storing or selling, under any pretext, ivory.",
        "signatories | buy | ivory | obliged | negated",
        "signatories | store | ivory | obliged | negated",
        "signatories | sell | ivory | obliged | negated",
    ),
    (
        "The fund may borrow, grant or invest, in rare cases, public money.",
        "fund | borrow | public money | possible",
        "fund | grant | public money | possible",
        "fund | invest | public money | possible",
    ),
    (
        "The ministry will plan and build, with donors, new roads.",
        "ministry | plan | new roads | planned",
        "ministry | build | new roads | planned",
    ),
)
def test_object_behind_a_parenthesis(sentence: str, expected: list[str]) -> None:
    """Guards that coordinated verbs keep the object that stands behind an adverbial between commas."""
    check(expected, statements(sentence))


@table(
    ("Boards should, where feasible, prioritise local firms.", "boards | prioritise | local firms | obliged"),
    ("The Registrar shall, where necessary, delegate tasks.", "Registrar | delegate | tasks | obliged"),
    ("Suppliers must, consistent with applicable law, train drivers.", "suppliers | train | drivers | obliged"),
    ("The clinic may, if asked, release files.", "clinic | release | files | possible"),
    (
        "The regulator shall, subject to the consent of the Minister, set the tariffs.",
        "regulator | set | tariffs | obliged",
    ),
    (
        "The committee will examine and, where appropriate, approve the budget.",
        "committee | examine | budget | planned",
        "committee | approve | budget | planned",
    ),
    (
        "The commission will adopt, and where needed, amend the rules.",
        "commission | adopt | rules | planned",
        "commission | amend | rules | planned",
    ),
    (
        "The agency may, as a last resort, refuse to treat patients.",
        "agency | treat | patients | possible | negated",
    ),
)
def test_verb_behind_a_condition(sentence: str, expected: list[str]) -> None:
    """Guards that a modal keeps its verb behind “where necessary” and the like."""
    check(expected, statements(sentence))


@table(
    ("The reform, say teachers, harms pupils.", "reform | harm | pupils | ongoing"),
    ("The toll, said the mayor, will fund buses.", "toll | fund | buses | planned"),
    (
        "The law, which critics oppose, weakens the courts.",
        "critics | oppose | law | ongoing",
        "law | weaken | courts | ongoing",
    ),
)
def test_inserted_saying(sentence: str, expected: list[str]) -> None:
    """Guards that an inserted verb of saying takes the subject behind it, and the sentence its own."""
    check(expected, statements(sentence))


@table(
    (
        "Chile condemned the embargo that the Council imposed in 2001.",
        "Chile | condemn | embargo | achieved",
        "Council | impose | embargo | achieved",
    ),
    (
        "The fence that Hungary erected violates the treaty.",
        "Hungary | erect | fence | achieved",
        "fence | violate | treaty | ongoing",
    ),
    (
        "The ordinance that the mayor signed bans protests.",
        "mayor | sign | ordinance | achieved",
        "ordinance | ban | protests | ongoing",
    ),
    (
        "The plan of action that Sweden drafted has attracted donors.",
        "Sweden | draft | plan of action | achieved",
        "plan of action | attract | donors | achieved",
    ),
    (
        "The agency keeps a list of drugs that it tests.",
        "agency | keep | list of drugs | ongoing",
        "agency | test | drugs | ongoing",
    ),
    (
        "Claims over the canal that cannot be settled by the parties shall be referred to a judge.",
        "parties | settle | claims over the canal | possible | negated",
        "- | refer | claims over the canal | obliged",
    ),
    (
        "The mill on the river, which supplies towns with flour, will be closed.",
        "mill on the river | supply | flour | ongoing",
        "- | close | mill on the river | planned",
    ),
    (
        "The army attacked the bridge on the river, which divides the town.",
        "army | attack | bridge | achieved",
        "river | divide | town | ongoing",
    ),
    (
        "We condemn the use of poisons, which kill birds, pollute wells and harm children.",
        "- | condemn | use of poisons | ongoing",
        "poisons | kill | birds | ongoing",
        "poisons | pollute | wells | ongoing",
        "poisons | harm | children | ongoing",
    ),
    (
        "The charter condemns the sale of toxins, which poison lakes, harm bees and contaminate wells.",
        "charter | condemn | sale of toxins | ongoing",
        "toxins | poison | lakes | ongoing",
        "toxins | harm | bees | ongoing",
        "toxins | contaminate | wells | ongoing",
    ),
    (
        "Bombs, which kill civilians, impede trade and destroy bridges, are banned.",
        "bombs | kill | civilians | ongoing",
        "bombs | impede | trade | ongoing",
        "bombs | destroy | bridges | ongoing",
    ),
    (
        "The office shall publish licences which it has granted, suspended or withdrawn.",
        "office | publish | licences | obliged",
        "office | grant | licences | achieved",
        "office | suspend | licences | achieved",
        "office | withdraw | licences | achieved",
    ),
    (
        "The fee, the amount of which has been agreed by the ministers, shall be paid by the owner.",
        "ministers | agree | amount | achieved",
        "owner | pay | fee | obliged",
    ),
    (
        "The board, the chair of which is elected by the members, drafts rules.",
        "members | elect | chair | ongoing",
        "board | draft | rules | ongoing",
    ),
)
def test_relative_clauses(sentence: str, expected: list[str]) -> None:
    """Guards what a relative clause is about, where it ends, and that its verb is no participle."""
    check(expected, statements(sentence))


@table(
    ("Large migration flows shape cities.", "large migration flows | shape | cities | ongoing"),
    (
        "The study shows that capital outflows weaken currencies.",
        "capital outflows | weaken | currencies | ongoing",
    ),
    ("Price rises hurt families.", "price rises | hurt | families | ongoing"),
    (
        "The asset freeze imposed by the court covers yachts.",
        "court | impose | asset freeze | achieved",
        "asset freeze | cover | yachts | ongoing",
    ),
    ("The river flows through three states.",),
)
def test_nouns_taken_for_verbs(sentence: str, expected: list[str]) -> None:
    """Guards that a compound in -s before a verb is its subject."""
    check(expected, statements(sentence))


@table(
    ("The motion before the Assembly would ban fur farms.", "motion | ban | fur farms | possible"),
    (
        "Bids sent before the deadline will be opened.",
        "- | send | bids | achieved",
        "- | open | bids | planned",
    ),
    (
        "Claims lodged more than a year after the fire were rejected by the insurer.",
        "- | lodge | claims | achieved",
        "insurer | reject | claims | achieved",
    ),
    ("The bank closed offices before the state could act.", "bank | close | offices | achieved"),
    ("Noting that coastal towns suffered from storms,", "coastal towns | suffer from | storms | achieved"),
)
def test_what_stands_before_somebody(sentence: str, expected: list[str]) -> None:
    """Guards that “before” and “after” with a noun are no conjunctions, where the clause would lack its subject."""
    check(expected, statements(sentence))


@table(
    (
        "Doctors who fear that a patient poses a danger may alert the police.",
        "patient | pose | danger | ongoing",
        "doctors | alert | police | possible",
    ),
    (
        "Clerks who believe the firm breaks the law should contact the regulator.",
        "firm | break | law | ongoing",
        "clerks | contact | regulator | obliged",
    ),
    (
        "A State that wishes to leave this pact shall inform the others.",
        "State | leave | pact | planned",
        "State | inform | others | obliged",
    ),
    (
        "The governor, who said that the state needs money, will raise taxes.",
        "state | need | money | ongoing",
        "governor | raise | taxes | planned",
    ),
)
def test_subject_above_a_clause(sentence: str, expected: list[str]) -> None:
    """Guards that the main verb keeps its subject behind a relative clause with a clause of its own."""
    check(expected, statements(sentence))


def test_who_says_it() -> None:
    """Guards the speaker of a second report, of an inserted verb of saying, and the words of a condition."""
    assert one("The survey shows that storms ruined harvests and warns that towns need grain.", "need").speaker == "survey"
    assert one("The reform, say teachers, harms pupils.", "harm").speaker == "teachers"
    assert one("Boards should, where feasible, prioritise local firms.", "prioritise").condition == "where feasible"
