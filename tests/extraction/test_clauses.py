"""Which predicates become statements: each construction of the guidelines with its table of sentences."""

from __future__ import annotations

from extraction.helpers import check, fails, statements, table


@table(
    ("The ministry will build a research hub.", "ministry | build | research hub | planned"),
    ("Parliament adopted the budget law.", "Parliament | adopt | budget law | achieved"),
    ("The agency monitors air quality.", "agency | monitor | air quality | ongoing"),
    (
        "Farmers have planted cover crops.",
        "farmers | plant | cover crops | achieved",
    ),
    ("The Council is drafting a water strategy.", "Council | draft | water strategy | ongoing"),
    ("Member States shall submit annual reports.", "Member States | submit | annual reports | obliged"),
    ("The central bank may suspend licences.", "central bank | suspend | licences | possible"),
    ("The task force carried out inspections.", "task force | carry out | inspections | achieved"),
    ("Ireland phased out peat subsidies.", "Ireland | phase out | peat subsidies | achieved"),
    (
        "The fund invests in rural broadband.",
        "fund | invest in | rural broadband | ongoing",
    ),
    ("Exports contribute to economic growth.", "exports | contribute to | economic growth | ongoing"),
    ("In 2023, the Department closed two coal plants.", "Department | close | coal plants | achieved"),
    (
        "The Commission funds heating.",
        "Commission | fund | heating | ongoing",
    ),
    (
        "The state reduced emissions through carbon pricing.",
        "state | reduce | emissions | achieved",
    ),
    ("The regulator, after a long review, approved the merger.", "regulator | approve | merger | achieved"),
)
def test_main_clause(sentence: str, expected: list[str]) -> None:
    """Guards the plainest reading: subject, verb with particle or preposition, object."""
    check(expected, statements(sentence))


@table(
    (
        "The government will cut red tape and simplify permits.",
        "government | cut | red tape | planned",
        "government | simplify | permits | planned",
    ),
    (
        "The agency reviews, updates and publishes the guidelines.",
        "agency | review | guidelines | ongoing",
        "agency | update | guidelines | ongoing",
        "agency | publish | guidelines | ongoing",
    ),
    (
        "We must foster and develop strategic industries.",
        "- | foster | strategic industries | obliged",
        "- | develop | strategic industries | obliged",
    ),
    (
        "The city planted trees, restored wetlands and opened cycle lanes.",
        "city | plant | trees | achieved",
        "city | restore | wetlands | achieved",
        "city | open | cycle lanes | achieved",
    ),
    (
        "The Commission will upgrade industries, foster clusters, and advance innovation.",
        "Commission | upgrade | industries | planned",
        "Commission | foster | clusters | planned",
        "Commission | advance | innovation | planned",
    ),
    (
        "The Ministry has drafted the bill and will submit it to Parliament.",
        "Ministry | draft | bill | achieved",
        "Ministry | submit | bill | planned",
    ),
    (
        "The Agency shall neither collect nor store biometric data.",
        "Agency | collect | biometric data | obliged | negated",
        "Agency | store | biometric data | obliged | negated",
    ),
    (
        "The Union will promote peace, protect the environment, and combat social exclusion.",
        "Union | promote | peace | planned",
        "Union | protect | environment | planned",
        "Union | combat | social exclusion | planned",
    ),
)
def test_coordinated_verbs(sentence: str, expected: list[str]) -> None:
    """Guards one statement a verb, with the subject, auxiliary and object that the verbs share."""
    check(expected, statements(sentence))


@table(
    (
        "The ministry promotes vocational training and digital skills.",
        "ministry | promote | vocational training | ongoing",
        "ministry | promote | digital skills | ongoing",
    ),
    (
        "The plan supports hospitals, schools and libraries.",
        "plan | support | hospitals | ongoing",
        "plan | support | schools | ongoing",
        "plan | support | libraries | ongoing",
    ),
    (
        "The act strengthens collaboration between industries, universities and research institutes.",
        "act | strengthen | collaboration between industries, universities and research institutes | ongoing",
    ),
    (
        "The government will protect both wetlands and peatlands.",
        "government | protect | wetlands | planned",
        "government | protect | peatlands | planned",
    ),
    (
        "The fund finances wind farms as well as solar parks.",
        "fund | finance | wind farms | ongoing",
        "fund | finance | solar parks | ongoing",
    ),
    fails(
        "a second direct object of the parse is lost",
        "The law bans child labour, forced labour and debt bondage.",
        "law | ban | child labour | ongoing",
        "law | ban | forced labour | ongoing",
        "law | ban | debt bondage | ongoing",
    ),
    (
        "The bank invests in ports and in railways.",
        "bank | invest in | ports | ongoing",
        "bank | invest in | railways | ongoing",
    ),
)
def test_coordinated_objects(sentence: str, expected: list[str]) -> None:
    """Guards one statement an object, while coordination inside a concept stays whole."""
    check(expected, statements(sentence))


@table(
    (
        "The Ministry and the Agency will build a registry.",
        "Ministry | build | registry | planned",
        "Agency | build | registry | planned",
    ),
    (
        "Germany, France and Spain signed the charter.",
        "Germany | sign | charter | achieved",
        "France | sign | charter | achieved",
        "Spain | sign | charter | achieved",
    ),
    (
        "Employers and trade unions reject the wage freeze.",
        "employers | reject | wage freeze | ongoing",
        "trade unions | reject | wage freeze | ongoing",
    ),
    (
        "The Council, together with the Parliament, adopted the regulation.",
        "Council | adopt | regulation | achieved",
    ),
    (
        "Both the Senate and the House passed the bill.",
        "Senate | pass | bill | achieved",
        "House | pass | bill | achieved",
    ),
)
def test_coordinated_actors(sentence: str, expected: list[str]) -> None:
    """Guards one statement an actor."""
    check(expected, statements(sentence))


@table(
    (
        "The province will promote sci-tech and industrial innovation.",
        "province | promote | sci-tech innovation | planned",
        "province | promote | industrial innovation | planned",
    ),
    (
        "The law protects civil and political rights.",
        "law | protect | civil rights | ongoing",
        "law | protect | political rights | ongoing",
    ),
    (
        "The agency coordinates national and regional energy policy.",
        "agency | coordinate | national energy policy | ongoing",
        "agency | coordinate | regional energy policy | ongoing",
    ),
    fails(
        "a noun before a shared head is taken for a concept of its own",
        "The government supports wind and solar power.",
        "government | support | wind power | ongoing",
        "government | support | solar power | ongoing",
    ),
    (
        "The plan expands primary, secondary and tertiary education.",
        "plan | expand | primary education | ongoing",
        "plan | expand | secondary education | ongoing",
        "plan | expand | tertiary education | ongoing",
    ),
)
def test_distributed_modifiers(sentence: str, expected: list[str]) -> None:
    """Guards that coordinated classifying modifiers each make a concept with the head that they share."""
    check(expected, statements(sentence))


@table(
    ("Central SOEs develop key and core technologies.", "central SOEs | develop | key and core technologies | ongoing"),
    ("The rules shape medium and long-term incentives.", "rules | shape | medium and long-term incentives | ongoing"),
    (
        "The bank supports small and medium-sized enterprises.",
        "bank | support | small and medium-sized enterprises | ongoing",
    ),
    (
        "The government funds research and development.",
        "government | fund | research and development | ongoing",
    ),
    (
        "The ministry advances science and technology.",
        "ministry | advance | science and technology | ongoing",
    ),
    (
        "The charter protects rights and freedoms.",
        "charter | protect | rights and freedoms | ongoing",
    ),
)
def test_fixed_terms(sentence: str, expected: list[str]) -> None:
    """Guards that a coordination which is one term stays whole."""
    check(expected, statements(sentence))


@table(
    ("The treaty was signed by the foreign ministers.", "foreign ministers | sign | treaty | achieved"),
    ("A national registry will be established.", "- | establish | national registry | planned"),
    ("Single-use plastics are banned.", "- | ban | single-use plastics | ongoing"),
    ("Emissions must be reported by operators.", "operators | report | emissions | obliged"),
    ("The dam has been repaired.", "- | repair | dam | achieved"),
    ("New rules are being drafted by the Treasury.", "Treasury | draft | rules / new rules | ongoing"),
    (
        "The fund shall be managed by the Bank and audited by the Court.",
        "Bank | manage | fund | obliged",
        "Court | audit | fund | obliged",
    ),
    (
        "Standards and targets were adopted by the Council.",
        "Council | adopt | standards | achieved",
        "Council | adopt | targets | achieved",
    ),
    ("Licences may be revoked by 2027.", "- | revoke | licences | possible"),
    ("Objections may be sent by fax to the registry.", "- | send | objections | possible"),
    ("A Climate Fund is hereby established.", "- | establish | Climate Fund | ongoing / achieved"),
    ("The permits were not renewed by the authority.", "authority | renew | permits | achieved | negated"),
    (
        "The strategy was developed and adopted by the Cabinet.",
        "Cabinet | develop | strategy | achieved",
        "Cabinet | adopt | strategy | achieved",
    ),
)
def test_passive(sentence: str, expected: list[str]) -> None:
    """Guards that the patient is the object, the by-phrase the actor, and that no agent means no actor."""
    check(expected, statements(sentence))


@table(
    ("The agency works to restore wetlands.", "agency | restore | wetlands | ongoing"),
    ("The province will continue to improve drainage.", "province | improve | drainage | planned"),
    ("The city continues to expand cycle lanes.", "city | expand | cycle lanes | ongoing"),
    ("The ministry is committed to protecting forests.", "ministry | protect | forests | planned"),
    ("The Union aims to halve food waste.", "Union | halve | food waste | planned"),
    ("The government plans to raise the pension age.", "government | raise | pension age | planned"),
    ("Regulators seek to curb speculation.", "regulators | curb | speculation | planned"),
    ("The state has stepped up efforts to cut methane emissions.", "state | cut | methane emissions | achieved"),
    ("The company managed to reduce water use.", "company | reduce | water use | achieved"),
    ("The ministry began to digitise archives.", "ministry | digitise | archives | achieved"),
    ("The board has decided to close the mine.", "board | close | mine | planned"),
    ("Operators are required to publish emissions data.", "operators | publish | emissions data | obliged"),
    ("Firms are allowed to merge pension funds.", "firms | merge | pension funds | possible"),
    ("The court failed to protect whistleblowers.", "court | protect | whistleblowers | achieved | negated"),
    ("The minister refused to sign the accord.", "minister | sign | accord | achieved | negated"),
    ("The council needs to build social housing.", "council | build | social housing | obliged"),
    (
        "The agency is going to launch a pilot scheme.",
        "agency | launch | pilot scheme | planned",
    ),
    ("The government is working to restore public trust.", "government | restore | public trust | ongoing"),
    ("The Commission intends to propose a chemicals directive.", "Commission | propose | chemicals directive | planned"),
    ("The region keeps investing in public transport.", "region | invest in | public transport | ongoing"),
    ("The ministry stopped issuing coal permits.", "ministry | issue | coal permits | achieved | negated"),
)
def test_catenative(sentence: str, expected: list[str]) -> None:
    """Guards that the content verb is reported and the catenative only colours its status."""
    check(expected, statements(sentence))


@table(
    ("Scientists made breakthroughs in quantum computing.", "scientists | make breakthrough in | quantum computing | achieved"),
    ("The council gives priority to flood defences.", "council | give priority to / prioritise | flood defences | ongoing"),
    ("The state will pay attention to rural schools.", "state | pay attention to | rural schools | planned"),
    ("The agency plays a role in shaping digital policy.", "agency | shape | digital policy | ongoing"),
    ("Courts must take account of children's rights.", "courts | take account of | children's rights / rights | obliged"),
    ("The plan places emphasis on preventive care.", "plan | place emphasis on | preventive care | ongoing"),
    ("The law put an end to forced evictions.", "law | put end to | forced evictions | achieved"),
    fails(
        "the last head is given to a concept that has its own",
        "The port made progress in energy saving and waste reduction.",
        "port | make progress in | energy saving | achieved",
        "port | make progress in | waste reduction | achieved",
    ),
)
def test_light_verb(sentence: str, expected: list[str]) -> None:
    """Guards that a light verb keeps its noun and takes what the noun governs for its object."""
    check(expected, statements(sentence))


@table(
    ("The ministry urged banks to lower interest rates.", "banks | lower | interest rates | requested"),
    ("The directive requires firms to disclose emissions.", "firms | disclose | emissions | obliged"),
    ("The programme enables farmers to adopt drip irrigation.", "farmers | adopt | drip irrigation | ongoing / possible"),
    ("The law allows cities to tax empty homes.", "cities | tax | empty homes | possible"),
    ("The Assembly calls on Member States to ratify the treaty.", "Member States | ratify | treaty | requested"),
    ("The fund helps towns rebuild bridges.", "towns | rebuild | bridges | ongoing"),
    ("Employers were asked to report accidents.", "employers | report | accidents | requested"),
    ("The Council invites the Commission to present a proposal.", "Commission | present | proposal | requested"),
    ("The reform will let provinces issue bonds.", "provinces | issue | bonds | planned / possible"),
    ("The court ordered the company to clean the river.", "company | clean | river | requested / obliged"),
    (
        "The resolution encourages governments to end subsidies and protect forests.",
        "governments | end | subsidies | requested",
        "governments | protect | forests | requested",
    ),
)
def test_object_control(sentence: str, expected: list[str]) -> None:
    """Guards that who is moved to act is the actor."""
    check(expected, statements(sentence))


@table(
    (
        "The agency supports firms that develop battery storage.",
        "agency | support | firms | ongoing",
        "firms | develop | battery storage | ongoing",
    ),
    (
        "Operators who pollute rivers must pay fines.",
        "operators | pollute | rivers | ongoing",
        "operators | pay | fines | obliged",
    ),
    (
        "The board rejected the plan which the ministry had drafted.",
        "board | reject | plan | achieved",
        "ministry | draft | plan | achieved",
    ),
    (
        "Enterprises advancing carbon capture receive tax credits.",
        "enterprises | advance | carbon capture | ongoing",
        "enterprises | receive | tax credits | ongoing",
    ),
    (
        "The mayor opened a centre funded by the Union.",
        "mayor | open | centre | achieved",
        "Union | fund | centre | achieved / ongoing",
    ),
    (
        "Products certified by the agency must carry labels.",
        "agency | certify | products | achieved",
        "products | carry | labels | obliged",
    ),
    (
        "The state built reservoirs that supply drinking water.",
        "state | build | reservoirs | achieved",
        "reservoirs | supply | drinking water | ongoing",
    ),
    (
        "Countries that have ratified the accord will share data.",
        "countries | ratify | accord | achieved",
        "countries | share | data | planned",
    ),
)
def test_relative_clause(sentence: str, expected: list[str]) -> None:
    """Guards statements of full and reduced relative clauses, with the noun that they hang on as actor or object."""
    check(expected, statements(sentence))


@table(
    (
        "The ministry raised tariffs to protect domestic producers.",
        "ministry | raise | tariffs | achieved",
        "ministry | protect | domestic producers | planned",
    ),
    (
        "In order to reduce congestion, the city will widen bus lanes.",
        "city | widen | bus lanes | planned",
        "city | reduce | congestion | planned",
    ),
    (
        "The law was amended to strengthen consumer rights.",
        "- | amend | law | achieved",
        "- | strengthen | consumer rights | planned",
    ),
    (
        "The agency hired engineers so as to speed up permits.",
        "agency | hire | engineers | achieved",
        "agency | speed up | permits | planned",
    ),
    (
        "To curb inflation, the central bank raised interest rates.",
        "central bank | raise | interest rates | achieved",
        "central bank | curb | inflation | planned",
    ),
    (
        "The Commission adopted a strategy to cut pesticide use and restore soils.",
        "Commission | adopt | strategy | achieved",
        "Commission | cut | pesticide use | planned",
        "Commission | restore | soils | planned",
    ),
)
def test_purpose_clause(sentence: str, expected: list[str]) -> None:
    """Guards that a purpose is a planned statement of the one who acts to that end."""
    check(expected, statements(sentence))


@table(
    (
        "The council adopted policies for developing rural tourism.",
        "council | adopt | policies | achieved",
        "council | develop | rural tourism | planned",
    ),
    (
        "The ministry published guidelines for protecting coral reefs.",
        "ministry | publish | guidelines | achieved",
        "ministry | protect | coral reefs | planned",
    ),
    (
        "The bank set up a fund for financing green ships.",
        "bank | set up | fund | achieved",
        "bank | finance | green ships | planned",
    ),
    (
        "The court fined the firm for dumping waste.",
        "court | fine | firm | achieved",
        "firm | dump | waste | achieved",
    ),
    (
        "The agency has been criticised for failing to inspect the mine.",
        "- | criticise | agency | achieved",
        "agency | inspect | mine | achieved | negated",
    ),
    ("A firm may be fined for dumping waste.", "- | fine | firm | possible"),
)
def test_for_gerund(sentence: str, expected: list[str]) -> None:
    """Guards that "for V-ing" on a noun is a purpose, and that after punishing or praising it was done."""
    check(expected, statements(sentence))


@table(
    (
        "The state will cut emissions by expanding rail freight.",
        "state | cut | emissions | planned",
        "state | expand | rail freight | planned",
    ),
    fails(
        "a gerund taken for a noun after 'through' is no means clause",
        "The city reduced traffic through pricing road use.",
        "city | reduce | traffic | achieved",
        "city | price | road use | achieved",
    ),
    (
        "By insulating public buildings, the region saved energy.",
        "region | save | energy | achieved",
        "region | insulate | public buildings | achieved",
    ),
    (
        "The ministry promoted exports by opening trade offices and lowering fees.",
        "ministry | promote | exports | achieved",
        "ministry | open | trade offices | achieved",
        "ministry | lower | fees | achieved",
    ),
)
def test_means_gerund(sentence: str, expected: list[str]) -> None:
    """Guards that a gerund of means is a statement with the status of the act that it serves."""
    check(expected, statements(sentence))


@table(
    (
        "The government balanced the budget without raising taxes.",
        "government | balance | budget | achieved",
        "government | raise | taxes | achieved | negated",
    ),
    (
        "Firms may merge plants without dismissing workers.",
        "firms | merge | plants | possible",
        "firms | dismiss | workers | possible | negated",
    ),
    (
        "The state cannot build dams without consulting residents.",
        "state | build | dams | possible | negated",
        "state | consult | residents | possible | negated",
    ),
)
def test_without_gerund(sentence: str, expected: list[str]) -> None:
    """Guards that "without V-ing" is negated."""
    check(expected, statements(sentence))


@table(
    (
        "The agency reformed procurement, saving public money.",
        "agency | reform | procurement | achieved",
        "agency | save | public money | achieved",
    ),
    (
        "The ministry will revise the code, issuing stricter rules.",
        "ministry | revise | code | planned",
        "ministry | issue | rules / stricter rules | planned",
    ),
    (
        "Building on earlier reforms, the province opened health centres.",
        "province | open | health centres | achieved",
        "province | build on | earlier reforms / reforms | achieved",
    ),
    (
        "Having repaired the grid, the utility restored power supply.",
        "utility | repair | grid | achieved",
        "utility | restore | power supply | achieved",
    ),
)
def test_participle_clause(sentence: str, expected: list[str]) -> None:
    """Guards participle clauses: the subject and status of the clause that they hang on."""
    check(expected, statements(sentence))


@table(
    (
        "The port cut costs, with the terminal handling larger ships.",
        "port | cut | costs | achieved",
        "terminal | handle | ships / larger ships | achieved / ongoing",
    ),
    (
        "The port lowered costs, with the terminal handling larger ships.",
        "port | lower | costs | achieved",
        "terminal | handle | ships / larger ships | achieved / ongoing",
    ),
    (
        "Exports rose by 5 percent, with firms opening new markets.",
        "firms | open | markets / new markets | achieved / ongoing",
    ),
    (
        "The region expanded forestry, with local cooperatives managing nurseries.",
        "region | expand | forestry | achieved",
        "local cooperatives | manage | nurseries | achieved / ongoing",
    ),
)
def test_absolute_with(sentence: str, expected: list[str]) -> None:
    """Guards "with N V-ing": the noun acts."""
    check(expected, statements(sentence))


@table(
    (
        "If the Council agrees to the plan, the Agency will open an office.",
        "Agency | open | office | planned",
        "Council | agree to | plan | possible",
    ),
    (
        "Unless operators reduce discharges, the authority shall revoke permits.",
        "operators | reduce | discharges | possible",
        "authority | revoke | permits | obliged",
    ),
    (
        "Should a supplier breach the contract, the ministry may withhold payments.",
        "supplier | breach | contract | possible",
        "ministry | withhold | payments | possible",
    ),
    (
        "Banks may open branches provided that they meet capital requirements.",
        "banks | open | branches | possible",
        "banks | meet | capital requirements | possible",
    ),
    (
        "Where a state violates the convention, the Committee shall issue a warning.",
        "state | violate | convention | possible",
        "Committee | issue | warning | obliged",
    ),
    (
        "The ministry will raise subsidies if prices exceed the ceiling.",
        "ministry | raise | subsidies | planned",
        "prices | exceed | ceiling | possible",
    ),
)
def test_condition(sentence: str, expected: list[str]) -> None:
    """Guards that what stands under a condition is possible, and that its main clause is not."""
    check(expected, statements(sentence))


@table(
    (
        "When floods hit the delta, the army evacuated villages.",
        "floods | hit | delta | achieved",
        "army | evacuate | villages | achieved",
    ),
    (
        "After adopting the law, the Senate created a tribunal.",
        "Senate | adopt | law | achieved",
        "Senate | create | tribunal | achieved",
    ),
    (
        "The state subsidises rice because farmers lack credit.",
        "state | subsidise | rice | ongoing",
        "farmers | lack | credit | ongoing",
    ),
    (
        "Although the ministry funded clinics, villages lacked doctors.",
        "ministry | fund | clinics | achieved",
        "villages | lack | doctors | achieved",
    ),
)
def test_adverbial_clause(sentence: str, expected: list[str]) -> None:
    """Guards clauses of time, reason and concession."""
    check(expected, statements(sentence))


@table(
    ("There is a need to reform the pension system.", "- | reform | pension system | obliged"),
    ("It is necessary to protect groundwater.", "- | protect | groundwater | obliged"),
    ("It is important that states share data.", "states | share | data | obliged / ongoing"),
    ("There are plans to build a second airport.", "- | build | second airport / airport | planned"),
    ("There is no hospital in the district.",),
    (
        "There are firms that export steel.",
        "firms | export | steel | ongoing",
    ),
)
def test_existential_and_expletive(sentence: str, expected: list[str]) -> None:
    """Guards that "there" and "it" that stand for nothing are no actors."""
    check(expected, statements(sentence))


@table(
    ("Water is a human right.", "water | be | human right | ongoing"),
    (
        "The programme is a cornerstone of the housing strategy.",
        "programme | be | cornerstone of the housing strategy | ongoing",
    ),
    ("The ministry is to publish a roadmap.", "ministry | publish | roadmap | obliged"),
    ("The aim of the agency is to eradicate malaria.", "agency | eradicate | malaria | planned"),
    ("Developing clean energy is hard.",),
    ("The agency is responsible for monitoring fisheries.", "agency | monitor | fisheries | ongoing"),
    ("The government is ready to send medical supplies.", "government | send | medical supplies | planned"),
    ("The utility is able to store heat.", "utility | store | heat | possible"),
    ("The utility is unable to store heat.", "utility | store | heat | possible / ongoing | negated"),
)
def test_copula(sentence: str, expected: list[str]) -> None:
    """Guards what "be" says: a characterisation, or only colour for the verb after it."""
    check(expected, statements(sentence))


@table(
    ("The development of wind power accelerated.",),
    ("Good morning, ladies and gentlemen.",),
    ("Thank you for your questions.",),
    ("Will the ministry raise the tariff?",),
    ("2024 Budget: Key Figures",),
    ("Let me answer your question.",),
    ("As I mentioned just now, the ministry opened clinics.", "ministry | open | clinics | achieved"),
)
def test_no_statement(sentence: str, expected: list[str]) -> None:
    """Guards what is no statement: nominalisations, courtesy, questions, headings, talk about the talk."""
    check(expected, statements(sentence))
