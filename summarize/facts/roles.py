"""The small closed word lists that say what stands around and inside a name."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Capitalised they only begin a sentence or a title; none of them begins a name there.
FUNCTION = _words("""
a about above across after again against ago all almost along already also although always am amid among an and
another any are around as at away back be because been before being below besides between both but by can could
despite did do does during each earlier early either else enough even ever every except few finally first five
for former formerly four from further had has have he hence her here hers him his how however i if in indeed
instead into is it its itself just last late later least less let like likewise many may maybe me meanwhile
might mine more moreover most much must my near neither never nevertheless next nine no nobody none nor not
nothing now of off often on once one only onto or other others our ours out outside over overall own past per
perhaps previously rather recent recently regarding same second separately seven several shall she should since
six so some someone something sometimes soon still such ten than thank thanks that the their them then there
thereafter therefore these they third this those though three through throughout thus to today together tomorrow
tonight too toward towards twelve twenty two under unless unlike until up upon us very via was we were what when
whenever where whereas whether which while who whoever whom whose why will with within without would yes
yesterday yet you your
""")

# Ordinary words that begin a sentence after an abbreviation that may end one: "in the U.S. Police said".
STARTERS = _words("""
according analysts authorities critics experts investigators lawyers many officers officials people police
prosecutors reporters researchers residents scientists several sources supporters witnesses
""")

PARTICLES = _words("""
al el ul ur ash az bin ibn bint abu ben de da do dos das del della delle dello der den des di du la las le les
lo los ten ter van von vom zu zum zur af av y e st
""")
# Those that may begin a name after a lower-case word ("said van der Berg").
LEADING_PARTICLES = _words("al el bin ibn bint abu de da del della der den di du van von la le")

# Small words between the hyphens of a place: "Stoke-on-Trent", "Aix-en-Provence".
HYPHENED = _words("an au aux by en in le lez sous sur under upon on")
# The first half of Korean and Chinese given names: the second is small, "Jae-in", "Ing-wen".
GIVEN_SYLLABLES = _words("""
Bo Bong Chae Chan Chang Cheol Chi Chin Ching Chul Chun Chung Dae Do Dong Eun Ga Geun Gi Gun Gwang Ha Hae Han Ho
Hoon Hwan Hyang Hye Hyeon Hyo Hyuk Hyun Hyung In Ing Ja Jae Je Jeong Ji Jin Jong Joo Joon Ju Jun Jung Keun Ki Kuk
Kun Kwang Kyong Kyu Kyung Mi Min Moo Mun Myeong Myung Na Nam Pil Pyong Ran Sae San Sang Seok Seon Seong Seung Shin
Shui So Son Song Soo Su Suk Sun Sung Tae Tsung Tzu Un Wen Won Woo Wook Yeon Yeong Ying Yo Yong Yoo Yoon You Young
Yu Yun
""")
# Words that a number belongs to: "Apollo 11", "Channel 4".
NUMBERED = _words("""
Apollo Artemis Mission Crew Soyuz
Gemini Voyager Viking Falcon Ariane Expedition Sputnik Boeing Airbus Antonov Tupolev Channel
Radio Formula Route Highway Interstate Flight Windows Area Catch Fortune FTSE Nikkei Nasdaq CAC DAX ASX Stoxx
S&P Proposition Prop Terminal Pier Heathrow Studio BBC ITV TV Sky MH
""")

# Words that a number counts, so that they name nothing: "Section 5".
COUNTED = _words("""
Act Annex Appendix Article Category Chapter Class Clause Day Episode Exhibit Figure Game Gate Grade Group Item Lap
Level Line Number Page Paragraph Part Phase Platform Resolution Room Round Rule Schedule Season Section Seed Sol
Stage Step Table Test Tier Title Type Unit Version Volume Week
""")

ABBREVIATIONS = _words("""
Mr Mrs Ms Dr Prof Rev Hon Sen Sens Rep Reps Gov Govs Gen Col Lt Maj Capt Cpl Sgt Cmdr Adm Brig Pte Pvt Supt Insp
Fr Br St Ste Mt Ft Pt Jr Sr Inc Corp Co Ltd Bros No Vs Ave Blvd Dept Univ Assn Atty Pres Messrs Mme Mlle
""")
SUFFIXES = _words("Jr Sr Inc Corp Co Ltd LLC LLP PLC plc Esq PhD MD II III IV GmbH AG")
# Orders and degrees after a name, which are no part of it.
POSTNOMINALS = _words("QC KC CBE OBE MBE KBE DBE MP MEP MSP MLA RN DSO DFC VC FRS")

TITLES = _words("""
President Presidents Minister Ministers Premier Chancellor Secretary Secretaries Undersecretary Senator Senators
Sen Sens Rep Reps Representative Representatives Congressman Congresswoman Congressmen Gov Govs Governor
Governors Mayor Mayors Councillor Councilman Councilwoman Councilor Alderman MP MEP Ambassador Envoy Consul
Commissioner Administrator Chairman Chairwoman Chairperson Chair Chairmen Director Directors Chief CEO CFO COO
CTO Executive Officer Manager Spokesman Spokeswoman Spokesperson Leader Whip Speaker Deputy Attorney Prosecutor
Judge Justice Justices Magistrate Solicitor General Gen Lieutenant Lt Major Maj Colonel Col Captain Capt
Sergeant Sgt Corporal Cpl Private Commander Cmdr Admiral Adm Brigadier Brig Marshal Sheriff Detective Inspector
Superintendent Constable Trooper Agent Mr Mrs Ms Miss Mister Madam Madame Dr Drs Doctor Prof Professor Dean Sir
Dame Lord Lady Baroness Baron Viscount Duke Duchess Earl Count Countess Prince Princess King Queen Emperor
Empress Sultan Emir Sheikh Sheik Shah Tsar Czar Pope Cardinal Archbishop Bishop Rev Reverend Pastor Father
Brother Sister Mother Imam Ayatollah Rabbi Mullah Hon Honorable Honourable Coach Treasurer Comptroller Auditor
Counsel Counselor Adviser Advisor Coordinator Editor Founder Cofounder Astronaut Cosmonaut Airman Seaman
Nominee Candidate
Congressmember Messrs Mme Mlle Herr Frau Señor Monsieur Uncle Aunt Grandma Grandpa
""")
# Titles that are ordinary words or surnames as well: alone they do not make a person of what follows.
UNSURE_TITLES = _words("""
General Justice Chief Major Private Executive Officer Deputy Attorney Counsel Chair Director Manager Editor
Leader Whip Agent Candidate Nominee Mother Father Brother Sister Count King Queen Prince Lady Lord Dean Speaker
Premier Marshal Commander Captain Coach Founder Duke Earl Baron Bishop Judge Prosecutor Adviser Treasurer
Secretary Astronaut
""")
# Words that belong to a title but do not make one.
TITLE_PARTS = _words("""
Prime Foreign Defense Defence Finance Interior Exterior Home Vice Deputy Assistant Associate Acting Interim
Former Senior Junior Executive Chief Principal Special Permanent Federal First Second Third National Majority
Minority Health Education Trade Labor Labour Justice Police Fire District State Crown Supreme Managing General
Regional Agriculture Energy Environment Transport Transportation Commerce Housing Culture Opposition Party Co
Press Security Under Staff Sergeant Brigadier Lieutenant Major Ranking Member Chairman President Secretary
Policy Intelligence Economy Economics Science Communications Operations Financial Legal Marketing Technology
Campaign Republican-elect Elect Emeritus Lead Lady Congressional Presidential Ministerial Honorary Founding
Field Wing Group Squadron Flight Rear Operating Affairs Relations Cooperation Programs Engineering
""")

# What a person does or is, in lower case before a name: "the striker Odo Quillan".
ROLE_NOUNS = _words("""
activist actor actress administrator adviser advisor ambassador analyst anchor archbishop architect artist
astronaut athlete attorney author ballerina banker barrister bassist billionaire biologist bishop blogger boss
boxer broadcaster businessman businesswoman campaigner candidate captain cardinal chair chairman chairperson
chairwoman chancellor chef chemist chief coach cofounder colleague columnist comedian commander commentator
commissioner composer congressman congresswoman constable consultant contractor coordinator correspondent
councillor councilman councilwoman counsellor cricketer critic cyclist dancer dean defender deputy designer
detective developer diplomat director doctor drummer economist editor emperor engineer entrepreneur envoy
executive explorer farmer filmmaker financier firefighter fisherman footballer forward founder fullback general
geologist goalkeeper golfer governor guitarist gymnast historian illustrator inspector inventor investigator
journalist judge keeper king landlord lawmaker lawyer leader lecturer legislator librarian lieutenant
lyricist magistrate magnate manager mathematician mayor midfielder minister model mogul musician negotiator
neighbor neighbour nominee novelist nurse officer organiser organizer owner painter paramedic pastor philosopher
photographer physician physicist pianist pilot pitcher player playwright poet politician pope premier president
presenter priest prince princess principal producer professor prosecutor psychiatrist psychologist quarterback
queen rabbi rapper referee reporter representative researcher resident retiree runner sailor salesman scholar
scientist screenwriter sculptor secretary senator sergeant sheriff shopkeeper singer skipper soldier solicitor
songwriter soprano speaker spokesman spokesperson spokeswoman sprinter star statistician strategist striker
student superintendent surgeon survivor swimmer teacher technician tenor theologian trader treasurer trustee
tycoon undersecretary veteran violinist volunteer warden whistleblower winger wrestler writer
""")

ORGANISATION_HEADS = _words("""
Academy Administration Agency Airlines Airways Alliance Army Assembly Association Authority Authorities Bank
Board Brigade Broadcasting Brothers Bureau Cabinet Caucus Center Centre Centers Chamber Choir Church Clinic Club
Coalition College Command Commission Committee Commons Commonwealth Company Conference Confederation Congress
Consortium Convention Cooperative Corp Corporation Corps Council Court Courts Department Directorate Division
Electric Enterprises Express Facility Faculty Federation Financial Force Forces Foundation Front Fund Funds
Group Guard Guards Holdings Hospital House Inc Industries Initiative Institute Institution Insurance
Intelligence Investments Journal Knesset Laboratories Laboratory Lab Labs League Legion Legislature Library LLC
LLP Ltd Magazine Media Militia Ministry Mission Motors Movement Museum Navy Network News Observatory Office
Orchestra Organisation Organization Panel Parliament Partners Partnership Party Patrol PLC plc Police Post Press
Productions Radio Records Regiment Registry Revolutionary Reserve Review School Schools Secretariat Security
Senate Service Services Society Staff Studios Subcommittee Symphony Systems Taskforce Team Technologies
Television Theatre Theater Times Tribunal Tribune Troupe Trust Union Unit Section Branch Squad
United University Ventures Works
""")
PLACE_HEADS = _words("""
Airport Archipelago Avenue Basin Bay Beach Bridge Boulevard Canal Canyon Cape Castle City County Creek Desert
District Falls Forest Fort Gulf Harbor Harbour Heights Hill Hills Highway Island Islands Isle Isles Junction
Lake Lakes Mount Mountain Mountains Oblast Ocean Palace Park Peninsula Plaza Port Prefecture Province Ranch
Range Region Republic River Road Sea Shire Square Station Strait Straits Street Territory Tower Town Township
Valley Village Volcano
""")
# Heads that a common word before "of" must be to make one name of both sides ("Gulf of Tonkin").
HEADS = ORGANISATION_HEADS | PLACE_HEADS
ROLES = TITLES | TITLE_PARTS
FOR_HEADS = ORGANISATION_HEADS | _words("Campaign Fellows Fellowship Prize Award Plan Program Programme Project Act")

# Abbreviations after which a name goes on.
OPEN_ABBREVIATIONS = ABBREVIATIONS - SUFFIXES

# The states as the postal service writes them; only after a comma or a party is one meant.
POSTAL = _words("""
AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR
PA RI SC SD TN TX UT VA VT WA WI WV WY
""")
# Abbreviations that name no actor.
NO_ACTORS = _words("""
I A OK CEO CFO COO CTO MP MEP PM AM TV DVD CD PC ID IQ DNA RNA HIV AIDS GDP GNP GPS USB FAQ SUV PhD MD BA MA BSc
MSc MBA AI IT HR PR VIP UFO ATM PIN CV RIP PS NB BC AD CE BCE EST EDT CST CDT PST PDT GMT UTC BST CET IED LGBT
LGBTQ COVID II III IV VI VII VIII IX XI XII Mr Mrs Ms Dr Jr Sr No Vol pp Q Vs Re ICYMI FACT SHEET Inc Ltd Co
Corp Internet Web God AC DC FM Celsius Fahrenheit Rs GB MB TB
""")

SAID = _words("said says say told tells added adds asked replied wrote writes tweeted argued insisted testified")
SPEAKING = SAID | _words("""
acknowledged admitted announced asks boasted called claimed commented concluded confirmed continued cried declared
denounced described dubbed emphasised emphasized exclaimed explained joked labelled labeled lamented noted observed
posted predicted promised quipped recalled recounted remarked replies reported responded revealed shouted stated
stressed suggested thought urged vowed warned warns whispered yelled
""")
WEEKDAYS = _words("""
Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays
Sundays Mon Tue Tues Wed Thu Thur Thurs Fri
""")
MONTHS = _words("""
January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul
Aug Sep Sept Oct Nov Dec
""")
# Months that are people too: inside a longer name they are not taken for a date.
MONTH_NAMES = _words("April May June August March Jan")
