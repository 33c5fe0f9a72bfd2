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
        "fine | be | unlawful | achieved",
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
        "plan | be | flawed | achieved",
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
    (
        "The watchdog said the bank had misled savers and fined it.",
        "bank | mislead | savers | achieved",
        "watchdog | fine | bank | achieved",
    ),
    (
        "The report finds that the fund lost money and recommends an audit.",
        "fund | lose | money | achieved",
        "report | recommend | audit | ongoing",
    ),
    (
        "The minister said that a report found flaws and urged schools to act.",
        "report | find | flaws | achieved",
    ),
    (
        "The bank raised rates, economists said, hurting borrowers.",
        "bank | raise | rates | achieved",
        "bank | hurt | borrowers | achieved",
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
    (
        "Firms should refrain from offering or accepting, in any form, gifts.",
        "firms | offer | gifts | obliged | negated",
        "firms | accept | gifts | obliged | negated",
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
    (
        "The Board may approve, reject or, if necessary, amend the plan.",
        "Board | approve | plan | possible",
        "Board | reject | plan | possible",
        "Board | amend | plan | possible",
    ),
    ("The judge may, if satisfied that the claim is true, award costs.", "judge | award | costs | possible"),
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
    (
        "The weapons that Iran supplied killed civilians.",
        "Iran | supply | weapons | achieved",
        "weapons | kill | civilians | achieved",
    ),
    (
        "The loans that banks promised help farmers.",
        "banks | promise | loans | achieved",
        "loans | help | farmers | ongoing",
    ),
    (
        "The deal that unions rejected cut pay.",
        "unions | reject | deal | achieved",
        "deal | cut | pay | achieved",
    ),
    ("The aid that Iran gave armed groups.", "Iran | give | armed groups | achieved"),
    (
        "The state repealed the laws that it had drafted and adopted.",
        "state | repeal | laws | achieved",
        "state | draft | laws | achieved",
        "state | adopt | laws | achieved",
    ),
    (
        "The agency, the budget of which depends on fees, supervises banks.",
        "budget | depend on | fees | ongoing",
        "agency | supervise | banks | ongoing",
    ),
    (
        "The taxes that firms pay fund clinics.",
        "firms | pay | taxes | ongoing",
        "taxes | fund | clinics | ongoing",
    ),
    (
        "The treaty that states ratified bans mines.",
        "states | ratify | treaty | achieved",
        "treaty | ban | mines | ongoing",
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


@table(
    (
        "The warden may direct the tenant to remove rubbish, repair the fence or lock the gate.",
        "tenant | remove | rubbish | requested",
        "tenant | repair | fence | requested",
        "tenant | lock | gate | requested",
    ),
    (
        "The Director may order the plant to halt output, recall toys and warn buyers.",
        "plant | halt | output | requested",
        "plant | recall | toys | requested",
        "plant | warn | buyers | requested",
    ),
    (
        "The inspector may order the firm to remove waste, revoke its permit or impose a fine.",
        "firm | remove | waste | requested",
        "inspector | revoke | permit | possible",
        "inspector | impose | fine | possible",
    ),
    (
        "The measure would permit towns to build homes and prohibit landlords from raising rents.",
        "towns | build | homes | possible",
        "measure | prohibit | landlords | possible",
        "landlords | raise | rents | possible | negated",
    ),
    (
        "The act would raise wages, require banks to lend funds, and bar insurers from denying claims.",
        "act | raise | wages | possible",
        "banks | lend | funds | possible",
        "act | bar | insurers | possible",
        "insurers | deny | claims | possible | negated",
    ),
    (
        "The bill would allow ministers to ban imports and set quotas.",
        "ministers | ban | imports | possible",
        "ministers | set | quotas | possible",
    ),
    (
        "The bill would strip judges of the right to strike and give powers to the senate.",
        "bill | strip | judges | possible",
        "bill | give | powers | possible",
    ),
    (
        "The police may require the driver to stop the lorry, show a licence or leave the road.",
        "driver | stop | lorry | possible",
        "driver | show | licence | possible",
        "driver | leave | road | possible",
    ),
    (
        "The reform would let parents choose schools and ban schools from selecting pupils.",
        "parents | choose | schools | possible",
        "reform | ban | schools | possible",
        "schools | select | pupils | possible | negated",
    ),
    (
        "The plan would allow towns to charge drivers and force operators to clean buses.",
        "towns | charge | drivers | possible",
        "operators | clean | buses | possible",
    ),
)
def test_whom_the_list_is_for(sentence: str, expected: list[str]) -> None:
    """Guards which verbs of a list somebody is directed to do, and which the law does."""
    check(expected, statements(sentence))


@table(
    (
        "The training course neither replaces degrees nor pays pupils.",
        "training course | replace | degrees | ongoing | negated",
        "training course | pay | pupils | ongoing | negated",
    ),
    (
        "The charter neither limits fees nor bans fines.",
        "charter | limit | fees | ongoing | negated",
        "charter | ban | fines | ongoing | negated",
    ),
    (
        "The port shall neither open berths nor close docks.",
        "port | open | berths | obliged | negated",
        "port | close | docks | obliged | negated",
    ),
    (
        "The reform neither cuts pensions nor, as unions claim, raises taxes.",
        "reform | cut | pensions | ongoing | negated",
        "reform | raise | taxes | ongoing | negated",
    ),
    (
        "The policy supports neither farmers nor fishers.",
        "policy | support | farmers | ongoing | negated",
        "policy | support | fishers | ongoing | negated",
    ),
    (
        "The new rules neither ease nor tighten controls.",
        "new rules | ease | controls | ongoing | negated",
        "new rules | tighten | controls | ongoing | negated",
    ),
)
def test_neither_nor(sentence: str, expected: list[str]) -> None:
    """Guards that both verbs of “neither … nor” are negated and have the subject."""
    check(expected, statements(sentence))


@table(
    (
        "The council is mapping rivers, moving residents and training crews.",
        "council | map | rivers | ongoing",
        "council | move | residents | ongoing",
        "council | train | crews | ongoing",
    ),
    ("The bank is not re-financing the mine.", "bank | re-finance | mine | ongoing | negated"),
    (
        "The main problems are rising costs, falling sales and growing debt.",
        "main problems | be | rising costs | ongoing",
        "main problems | be | falling sales | ongoing",
        "main problems | be | growing debt | ongoing",
    ),
)
def test_progressives(sentence: str, expected: list[str]) -> None:
    """Guards that “is V-ing” is a verb in every member of a list, and with a prefix."""
    check(expected, statements(sentence))


@table(
    ("Doctors must wash hands and document what they did.", "doctors | wash | hands | obliged"),
    (
        "Staff should review records, notes and test results.",
        "staff | review | records | obliged",
        "staff | review | notes | obliged",
        "staff | review | test results | obliged",
    ),
    (
        "The union will encourage, support and guide young members.",
        "union | encourage | young members | planned",
        "union | support | young members | planned",
        "union | guide | young members | planned",
    ),
    (
        "The state shall fund, staff and equip schools.",
        "state | fund | schools | obliged",
        "state | staff | schools | obliged",
        "state | equip | schools | obliged",
    ),
    (
        "The city will install lamps, seal leaks, or upgrade ramps.",
        "city | install | lamps | planned",
        "city | seal | leaks | planned",
        "city | upgrade | ramps | planned",
    ),
    (
        "The grants help towns bury lines, trim hedges, and replace poles.",
        "towns | bury | lines | ongoing",
        "towns | trim | hedges | ongoing",
        "towns | replace | poles | ongoing",
    ),
)
def test_verbs_taken_for_nouns(sentence: str, expected: list[str]) -> None:
    """Guards verbs before a question, between others of a list and before an object."""
    check(expected, statements(sentence))


@table(
    ("Parents oppose plans to merge schools.", "parents | oppose | plans | ongoing"),
    ("The party plans to abolish fees.", "party | abolish | fees | planned"),
)
def test_plans_that_are_opposed(sentence: str, expected: list[str]) -> None:
    """Guards that what stands between a plural and “plans to V” is the verb."""
    check(expected, statements(sentence))


@table(
    (
        "The union welcomed the pause but criticised managers.",
        "union | welcome | pause | achieved",
        "union | criticise | managers | achieved",
    ),
    (
        "The board welcomed the plan and improved services.",
        "board | welcome | plan | achieved",
        "board | welcome | improved services | achieved",
    ),
    ("The inquiry said the lender had hidden debts.", "lender | hide | debts | achieved"),
    ("The minister said the bank had limited resources.", "bank | have | limited resources | achieved"),
)
def test_pasts_behind_but(sentence: str, expected: list[str]) -> None:
    """Guards that a past behind “but” or “had” is no adjective."""
    check(expected, statements(sentence))


@table(
    (
        "Students waving banners blocked a bridge.",
        "students | wave | banners | ongoing",
        "students | block | bridge | achieved",
    ),
    (
        "Truckers driving lorries blocked motorways.",
        "truckers | drive | lorries | ongoing",
        "truckers | block | motorways | achieved",
    ),
    (
        "Women holding candles filled the square.",
        "women | hold | candles | ongoing",
        "women | fill | square | achieved",
    ),
    (
        "Owners letting rooms must hold a permit.",
        "owners | let | rooms | ongoing",
        "owners | hold | permit | obliged",
    ),
    (
        "Firms failing to meet the quota for workers with disabilities shall pay a fee.",
        "firms | meet | quota for workers with disabilities | ongoing | negated",
        "firms | pay | fee | obliged",
    ),
    ("Building dams harms fish.", "building | harm | fish | ongoing"),
    (
        "Banks holding deposits fund homes.",
        "banks | hold | deposits | ongoing",
        "banks | fund | homes | ongoing",
    ),
)
def test_participles_behind_nouns(sentence: str, expected: list[str]) -> None:
    """Guards that a participle behind the subject is no imperative and no subject."""
    check(expected, statements(sentence))


@table(
    ("The state will spend 3 trillion won on roads.", "state | spend on | roads | planned"),
    ("The firm won 3 contracts in 2020.", "firm | win | contracts | achieved"),
)
def test_won(sentence: str, expected: list[str]) -> None:
    """Guards that “won” behind a number is money."""
    check(expected, statements(sentence))


@table(
    (
        "The government has not and will not sell the shares.",
        "government | sell | shares | achieved | negated",
        "government | sell | shares | planned | negated",
    ),
    (
        "The agency did not and will not close the office.",
        "agency | close | office | achieved | negated",
        "agency | close | office | planned | negated",
    ),
)
def test_not_and_will_not(sentence: str, expected: list[str]) -> None:
    """Guards that both halves of “have not and will not V” are said."""
    check(expected, statements(sentence))


@table(
    (
        "The statute allows but does not oblige schools to publish results.",
        "schools | publish | results | possible",
    ),
    ("Suppliers are allowed but not required to submit a plan.", "suppliers | submit | plan | possible"),
    (
        "The decree authorizes, but does not require, the Registrar to issue permits.",
        "Registrar | issue | permits | possible",
    ),
    (
        "The law permits imports but does not require labels.",
        "law | permit | imports | ongoing",
        "law | require | labels | ongoing | negated",
    ),
)
def test_permitted_and_not_required(sentence: str, expected: list[str]) -> None:
    """Guards that what is allowed but not required is possible."""
    check(expected, statements(sentence))


@table(
    (
        "Firms awarded contracts must publish their accounts.",
        "- | award | contracts | achieved",
        "firms | publish | accounts | obliged",
    ),
    (
        "The audit covers clinics granted licences in 2020.",
        "audit | cover | clinics | ongoing",
        "- | grant | licences | achieved",
    ),
    (
        "The ministry should name the owners of farms paid subsidies.",
        "ministry | name | owners of farms paid subsidies | obliged",
        "- | pay | subsidies | achieved",
    ),
    ("The council offered staff higher pay.", "council | offer | pay | achieved"),
    ("Families offered a flat must reply within ten days.", "- | offer | flat | ongoing"),
)
def test_given_things(sentence: str, expected: list[str]) -> None:
    """Guards that who is awarded something receives it."""
    check(expected, statements(sentence))


def test_who_says_it() -> None:
    """Guards the speaker of a second report, of an inserted verb of saying, and the words of a condition."""
    assert one("The survey shows that storms ruined harvests and warns that towns need grain.", "need").speaker == "survey"
    assert one("The reform, say teachers, harms pupils.", "harm").speaker == "teachers"
    assert one("Boards should, where feasible, prioritise local firms.", "prioritise").condition == "where feasible"
