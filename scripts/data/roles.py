#!/usr/bin/env python3
"""Derive the list of nouns that can be sources: people, kin, groups, organizations, documents, quantities.

usage: roles.py SHARED > crates/onrecord/src/data/roles.tsv

Person nouns are those of `SHARED/gazetteers/Phoenix.agents.txt` (Open Event Data Alliance, MIT), those whose mentions GUM
(`SHARED/text/gum_ccby_*.conllu`, CC BY) marks as persons, and the lists below. A row: noun in lower case, class, gender where the word tells it.
Classes: one (a person), many (people), group (people, in the singular: "crowd"), body (an organization), bodies, document, documents,
quantity ("majority" in "a majority of voters"), forms ("form" in "in the form of").
"""
import collections
import pathlib
import re
import sys

import fronts

PERSONS = """president minister senator governor mayor congressman congresswoman representative lawmaker legislator candidate nominee contender hopeful
front-runner frontrunner incumbent challenger opponent rival ally aide adviser advisor strategist pollster consultant operative manager chairman chairwoman
chairperson chair chief director head leader official officer spokesman spokeswoman spokesperson rep secretary undersecretary ambassador envoy diplomat
commissioner commander general colonel admiral lieutenant captain sergeant major marshal corporal private cadet soldier marine veteran analyst expert economist
professor lecturer scholar researcher scientist historian author writer novelist poet columnist commentator journalist reporter correspondent editor
publisher blogger anchor host moderator interviewer narrator presenter broadcaster producer photographer cameraman filmmaker actor actress comedian singer
musician rapper artist painter sculptor designer architect engineer programmer developer hacker technician mechanic electrician plumber carpenter builder
contractor owner founder co-founder cofounder executive ceo cfo coo cto boss employer employee worker staffer staff-member clerk cashier waiter waitress bartender
chef cook baker butcher farmer rancher fisherman miner driver pilot sailor lawyer attorney prosecutor judge justice juror magistrate defendant plaintiff
witness victim suspect inmate prisoner detainee fugitive convict detective investigator inspector sheriff deputy constable policeman policewoman cop trooper
patrolman agent spy informant whistleblower whistle-blower source insider outsider observer monitor critic supporter backer fan follower donor fundraiser
volunteer activist advocate campaigner organizer organiser protester protestor demonstrator marcher striker rebel militant insurgent fighter gunman terrorist
extremist hostage refugee migrant immigrant asylum-seeker exile defector dissident pastor priest bishop archbishop cardinal pope rabbi imam cleric monk nun
preacher minister chaplain ayatollah mullah sheikh teacher principal superintendent dean rector student pupil graduate undergraduate alumnus coach trainer
player teammate athlete referee quarterback goalkeeper striker midfielder runner swimmer boxer champion doctor physician surgeon nurse paramedic therapist
psychologist psychiatrist dentist pharmacist veterinarian patient counselor counsellor caregiver social-worker firefighter rescuer resident neighbor neighbour
tenant landlord homeowner villager local native citizen voter taxpayer constituent commuter passenger traveler traveller tourist visitor guest customer client
shopper consumer user subscriber viewer listener reader commenter caller poster respondent participant attendee spectator bystander eyewitness onlooker
shopkeeper vendor trader dealer broker banker investor shareholder entrepreneur businessman businesswoman businessperson billionaire millionaire tycoon mogul
magnate financier philanthropist lobbyist salesman saleswoman realtor agent partner associate colleague co-worker coworker counterpart peer friend acquaintance
confidant confidante companion roommate classmate lover boyfriend girlfriend fiance fiancee spouse widow widower survivor man woman person guy boy girl child kid
baby teenager teen adult youth youngster individual human lady gentleman fellow member colleague delegate superdelegate elector politician statesman
republican democrat conservative liberal progressive libertarian independent socialist communist moderate centrist populist nationalist feminist
environmentalist unionist loyalist separatist islamist hardliner technocrat bureaucrat regulator auditor accountant actuary statistician mathematician physicist
chemist biologist geologist astronomer meteorologist forecaster climatologist ecologist epidemiologist virologist immunologist neurologist cardiologist
neurosurgeon oncologist pediatrician sociologist anthropologist archaeologist linguist philosopher theologian ethicist demographer geographer technologist
specialist practitioner professional academic intellectual thinker theorist pundit wonk guru celebrity star idol icon legend hero heroine
king queen prince princess duke duchess emperor monarch sultan emir chancellor premier speaker whip parliamentarian councilman councilwoman councilor councillor
alderman selectman assemblyman assemblywoman treasurer comptroller controller registrar trustee regent curator librarian archivist conservator historian
translator interpreter speechwriter ghostwriter biographer memoirist screenwriter playwright songwriter composer conductor dancer choreographer model
coordinator supervisor foreman administrator moderator facilitator mediator negotiator arbitrator ombudsman liaison intern trainee apprentice assistant
receptionist secretary-general attorney-general surrogate proxy representative mouthpiece commissioner trustee operator dispatcher guard bouncer
warden ranger lifeguard janitor cleaner housekeeper maid nanny babysitter gardener courier mailman postman trucker cabbie cyclist motorist pedestrian
camper hiker hunter climber surfer skier gamer streamer influencer youtuber podcaster tweeter vlogger whistler skeptic sceptic denier believer atheist
christian muslim jew catholic evangelical hindu buddhist sikh mormon protestant african-american latino latina hispanic millennial baby-boomer retiree pensioner senior
homebuyer renter borrower lender creditor debtor bidder buyer seller supplier retailer wholesaler manufacturer distributor importer exporter grower
breeder brewer winemaker restaurateur hotelier promoter publicist handler minder fixer middleman envoy emissary attache consul nuncio legate
strongman dictator autocrat despot tyrant warlord kingpin mobster gangster thief robber burglar killer murderer rapist attacker assailant bomber shooter sniper
hijacker kidnapper smuggler trafficker drug-dealer arsonist vandal looter rioter stalker abuser accuser complainant petitioner appellant respondent litigant
claimant heir beneficiary recipient applicant candidate finalist winner loser runner-up contestant competitor entrant nominator signatory co-author coauthor
creator inventor pioneer innovator discoverer explorer astronaut cosmonaut aviator commuter newcomer outsider foreigner expatriate expat settler colonist
pilgrim worshipper worshiper parishioner congregant believer convert missionary evangelist churchgoer mourner wellwisher well-wisher heckler
holder-out backbencher frontbencher crossbencher chancellor peer baron baroness lord dame viscount countess earl knight handyman groundskeeper
someone somebody everyone everybody anyone anybody nobody no-one figure voice personality
grandee luminary stalwart heavyweight veteran newcomer maverick firebrand booster endorser detractor naysayer doubter defender proponent opponent adherent
antagonist protagonist foe enemy adversary challenger booster benefactor patron sponsor mentor tutor instructor educator academician headmaster headteacher
schoolteacher kindergartner toddler infant orphan stepchild scion descendant ancestor elder chieftain tribesman clansman villager herder shepherd
nomad peasant laborer labourer craftsman artisan tradesman welder machinist steelworker autoworker factory-worker electrician lineman roofer painter
stockbroker trader strategist economist quant treasurer underwriter insurer adjuster appraiser assessor surveyor planner programmer coder tester
data-scientist cryptographer cryptologist codebreaker bodyguard paratrooper airman seaman serviceman servicewoman servicemember reservist guardsman
peacekeeper mercenary commando ex-soldier jihadist jihadi islamist salafist militiaman partisan guerrilla guerilla paramilitary deserter traitor
kremlinologist sovietologist sinologist orientalist ex-president ex-minister ex-official insider staffer functionary apparatchik oligarch magnate
publican landowner stakeholder tribal-elder policymaker policy-maker decision-maker lawgiver kingmaker peacemaker troublemaker newsmaker
newscaster weatherman meteorologist sportscaster sportswriter newspaperman newsman anchorman anchorwoman essayist reviewer fact-checker factchecker
cosplayer concertgoer moviegoer theatergoer partygoer festivalgoer fairgoer beachgoer churchgoer playgoer rallygoer caucusgoer early-riser
janitor locksmith seamstress tailor hairdresser barber beautician masseuse stylist makeup-artist florist jeweler watchmaker optician
pathologist coroner examiner medic midwife doula obstetrician gynecologist urologist dermatologist radiologist anesthesiologist orthopedist physiotherapist
counsel predecessor successor forerunner namesake enthusiast aficionado barista recruiter vet busker paralegal bailiff docent canvasser cartographer videographer cinematographer sommelier concierge valet
steward stewardess attendant crewman crewmember rower skater snowboarder sprinter goalie pitcher batter wrestler golfer jockey racer umpire teller taster
brewmaster distiller butler usher chauffeur undertaker mortician logger bricklayer stonemason blacksmith draftsman superfan ironworker
chiropractor homeopath naturopath nutritionist dietitian acupuncturist caretaker carer guardian breadwinner homemaker housewife stay-at-home-mom""".split()
KIN = {"mother": "F", "father": "M", "mom": "F", "dad": "M", "mum": "F", "wife": "F", "husband": "M", "son": "M", "daughter": "F", "brother": "M", "sister": "F",
       "uncle": "M", "aunt": "F", "nephew": "M", "niece": "F", "cousin": "", "grandmother": "F", "grandfather": "M", "grandson": "M", "granddaughter": "F",
       "grandma": "F", "grandpa": "M", "stepmother": "F", "stepfather": "M", "stepson": "M", "stepdaughter": "F", "half-brother": "M", "half-sister": "F",
       "ex-wife": "F", "ex-husband": "M", "mother-in-law": "F", "father-in-law": "M", "son-in-law": "M", "daughter-in-law": "F", "brother-in-law": "M",
       "sister-in-law": "F", "parent": "", "grandparent": "", "sibling": "", "twin": "", "relative": "", "grandchild": "", "fiancé": "M", "fiancée": "F"}
MALE = set("""boyfriend man guy boy gentleman king prince duke emperor actor waiter monk priest bishop archbishop cardinal pope imam rabbi ayatollah mullah sheikh
lord baron earl widower hero businessman postman mailman alumnus fiance sultan emir knight viscount congressman policeman fisherman""".split())
FEMALE = set("""girlfriend woman girl lady queen princess duchess actress waitress nun heroine widow dame baroness countess latina maid fiancee seamstress masseuse
midwife housewife""".split())
GROUP = """police crowd audience public electorate staff crew team family couple pair trio duo media press opposition leadership establishment elite base chorus
band gang mob jury panel cast faculty youth generation community camp majority minority population citizenry clergy military troops personnel
people folks everybody rest left right grassroots brass world crowds constituency readership viewership management workforce diaspora delegation contingent group
bloc faction wing side clan tribe society clique coterie entourage circle squad platoon garrison masses youngsters neighborhood neighbourhood village
bloc populace peasantry intelligentsia aristocracy""".split()
GROUPS = """officials authorities police folks people troops forces sides camps crowds families parties groups teams factions gangs communities circles couples media
masses ranks allies foes elites men women children kids youths millennials whites blacks gays latinos hispanics asians rebels separatists survivors others
powers nations countries states cities governments tribes clans wings generations countrymen townspeople tribespeople servicepeople spokespeople
salespeople businesspeople laypeople congresspeople personnel colleagues counterparts brethren clergymen alumni parents grandparents siblings relatives offspring
grandchildren poor rich wealthy homeless unemployed elderly young undecideds independents insiders outsiders quarters corners republicans democrats
conservatives liberals tories tory-mps labourites greens lib-dems brexiteers remainers islamists jihadis mujahideen taliban""".split()
BODY = """administration agency airline alliance army arm association authority bank board body borough brand broadcaster bureau business cabinet campaign carmaker automaker
carrier caucus center centre chain chamber channel charity church city clinic club coalition college commission committee company conglomerate congress
municipality town township consortium consulate consultancy contractor corporation council country county court department developer district division embassy empire enterprise
brokerage lender regulator retailer wholesaler exchange factory federation firm foundation fund giant government group hospital hotel house industry initiative institute institution insurer journal
junta kingdom lab laboratory league legislature library lobby magazine maker manufacturer mayoralty militia military ministry mission mosque movement museum
nation navy network newspaper newsroom nonprofit non-profit office operator opposition organisation organization outlet pac panel paper parliament parish
partnership party police portal presidency press prison prosecution provider province publication publisher regime regulator resort restaurant retailer
school secretariat senate service site society start-up startup state store studio subcommittee subsidiary superpower syndicate synagogue task-force
team temple territory thinktank think-tank tribunal trust union unit university utility venture watchdog website weekly daily tabloid wire workshop
treasury judiciary directorate headquarters delegation squad campaign defense defence prosecution judiciary command garrison""".split()
DOCUMENT = """test scan x-ray autopsy experiment simulation account ad advertisement affidavit agenda agreement amendment analysis announcement app appeal appendix article assessment audit autobiography average
ballot bill biography blog book briefing broadcast brochure bulletin cable caption card case charge charter chart check chronicle circular clause code column comment
commentary communique communiqué complaint constitution contract copy count court-filing data database decision declaration decree deposition diary directive
banner bylaws disclosure ordinance policy poster dispatch dissertation document documentary dossier draft edict editorial e-mail email entry essay estimate evidence excerpt exit-poll
fact-sheet factsheet feed figure file filing finding flier flyer footage footnote forecast form graph guidance guide guideline headline history index indictment inquiry
interview invitation invoice item journal judgment judgement lawsuit law leaflet ledger legislation letter list log manifesto manual manuscript map meme memo memoir
memorandum message messages minute motion narrative news newsletter note notes notice notification novel op-ed opinion order outline pamphlet paper paragraph passage
petition photo phrase piece placard plaque platform play plea poem poll polling post postcard poster presentation press-release profile projection proposal
prospectus quiz quote ranking rating readout reading record recording register regulation release reply report reporting request research resolution response
result review rule ruling rumor rumour saying schedule script section segment sentence sermon settlement sign slide slogan song speech spot spreadsheet
statement statistic story study subpoena suit summary summons survey synopsis table tally tape telegram testimony text textbook theory thread timeline title trailer transcript
translation treaty tweet update verdict version video video-clip voicemail warning warrant webpage website wording writ writing headline investigation page
screenshot clip podcast film movie series show episode statute findings review probe rumors reports leaks""".split()
QUANTITY = """number majority minority plurality percent percentage proportion share half third quarter fifth tenth two-thirds three-quarters three-fourths handful
lot lots host range variety group couple dozen dozens score scores hundreds thousands millions tens series slew raft chorus cadre spate string array
collection coalition crowd pool cross-section bulk rest remainder kind sort type flood wave bunch batch trio pair fraction mix legion multitude scores
member members one many most some all none several few each any both either neither much part parts portion plenty swath swaths section segment""".split()
# Nouns of Phoenix that are things, or whose person sense is rare in the news.
THINGS = set("""advisory aerospace affairs agriculture agrobusiness aircraft airliner airmen airway apparatus appeals armies artillery assemblage assemblies at
authorit authorities aviation band barracks base bird bodies body bombers branokker boat branch building bureaucracy camp capital cargo check chiefs civil
class cof command commerce commons compan companies containership control corvette courts craft crime cruiser cyberdissidents defense deputies destroyer detachment
district doc drone drones duma echelon economy education energy enforcement environment especiales exchange extraordinary fa facilitiy facility falcon
families federale for force forces fortune freighter frigate front gazette governance grade guard gun gunmen gunship helicopter helicopters hmmwv hornet house
humvee in industr industry information infantry intelligence interior internist investigation islamic islamists jet jetfighter jetliner jg jihadists journalists
judges judicatory judicature judiciary jumbojet kanidurgu kfir kindergarden kindergarten liberation loan looter machine magazine manafacture meeting men militants
militiamen mig missile ministers monastary monk mps mule mp naval news nationale ngo oiler of offcial offender offical operation operations order organ outlet
palace paratroops parliament parties patrol patrols peace people phalanx plane planes police polity population portfolio position post preschool presence press prison
protocol public quality races radio rangers reactionaries recreant religion republic reserve revenue revolt rights rule sanatarium sanatorium sanitarium school
sector security services settlement ship site source squad staff state state-owned station strike students system tank tanker taxpayers telecom television
to tourer tourism town townspeople trade transportation treasury triggerman troop troops tv uav un unit uprising vehicle vessel victims war warplane warship website
wing women activity administration airline alliance ambassadors archdiocese army assembly association authority bank barrister battalion battleship battlewagon
board bomber business cabinet cartel chamber chancellery chancery child children church citizens clergy clique coalition college combatant commission committee
community conglomerate congress consistory constable consulate corp corporation council coup court daily delegation department diocese editor embassy
establishment faction faculty federation firm gang gangdom gangland garrison gendarmerie gendarmery gendermarie government grouping group hospital infirmary
institution insurgence insurgency janjaweed junta laborer leadership legislature maffia mafia media militia ministry minority mob movement muhabarat mukabarat
mukhabarat nation nations native navy neighborhood neighbourhood newspaper opposition organisation organization outlaw party personnel police politburo praesidium
presidency presidium procuratorate publication rebellion regime regiment resistance ruler saint schoolhouse secretariate senate service society soldiery special
supreme syndicate tabloid tinginist tribunal union university warden youth blog brigade brigades bureau company kingdom labor labour defense prelate minster
general justice private major agency office electorate military village enterprise""".split())
# In news these are firms, hardly ever persons.
COMPANIES = set("automaker carmaker carrier insurer lender maker manufacturer regulator retailer wholesaler".split())
UNPLURAL = {"man": "men", "woman": "women", "person": "people", "child": "children", "wife": "wives", "thief": "thieves", "half": "halves"}


def plural(noun):
    for one, many in UNPLURAL.items():
        if noun.endswith(one):
            return noun[: -len(one)] + many
    if noun.endswith("-in-law"):
        return noun.replace("-in-law", "s-in-law")
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(s|x|z|ch|sh)$", noun) else "s")


def phoenix(shared):
    for line in open(shared / "gazetteers/Phoenix.agents.txt", encoding="utf-8"):
        m = re.match(r"([A-Z][A-Z_!\-]*)\s*(?:\{.*?\})?\s*\[~\w+\]", line)
        noun = m and m[1].strip("_").split("_")[-1].lower()
        if noun and "!" not in noun and noun not in THINGS and len(noun) > 2:
            yield noun


def gum(shared):
    """Nouns that are mostly heads of mentions of persons."""
    kinds = collections.defaultdict(collections.Counter)
    for path in sorted((shared / "text").glob("gum_ccby_*.conllu")):
        for sentence in open(path, encoding="utf-8").read().split("\n\n"):
            heads(sentence, kinds)
    for (noun, tag), counts in kinds.items():
        if counts["person"] >= 2 and counts["person"] * 2 > sum(counts.values()) and re.fullmatch(r"[a-z-]{3,}", noun):
            yield noun, "many" if tag == "NNS" else "one"


def heads(sentence, kinds):
    rows = [r for r in (line.split("\t") for line in sentence.split("\n")) if r[0].isdigit()]
    opened = []
    for i, row in enumerate(rows):
        entity = re.search(r"Entity=([^|]*)", row[9])
        for start, end in re.findall(r"(\([^()]*)|([^()]*\))", entity[1] if entity else ""):
            if start:
                fields = start[1:].split("-")
                opened.append((fields[0], fields[1] if len(fields) > 1 else "", i))
            if end and opened:
                ids = [k for k, o in enumerate(opened) if o[0] == end[:-1]]
                _, kind, first = opened.pop(ids[-1] if ids else -1)
                inside = {r[0] for r in rows[first : i + 1]}
                head = next((r for r in rows[first : i + 1] if r[6] not in inside), None)
                if head and head[4] in ("NN", "NNS"):
                    kinds[head[1].lower(), head[4]][kind] += 1


def gender(noun):
    if noun in KIN:
        return KIN[noun]
    if noun in FEMALE or noun.endswith("woman"):
        return "F"
    return "M" if noun in MALE or re.search(r"[a-z]{3}man$|^man$", noun) and noun not in ("human", "german") else ""


def main():
    shared = pathlib.Path(sys.argv[1])
    rows = {}

    def add(noun, kind):
        rows.setdefault(noun.lower(), collections.Counter())[kind] += 1

    for noun in [*PERSONS, *KIN, *phoenix(shared)]:
        if noun in COMPANIES:
            continue
        add(noun, "one")
        if not noun.endswith(("one", "body", "staff")):
            add(plural(noun), "many")
    for noun, kind in gum(shared):
        if (noun, kind) == ("poor", "one"):
            continue  # "the poor" are many, and "Poor Ruiz" has no title
        if noun not in GROUP and noun not in BODY and noun not in THINGS:
            add(noun, kind)
    for noun in GROUPS:
        add(noun, "many")
    for noun in GROUP:
        add(noun, "group")
    for noun in BODY:
        add(noun, "body")
        add(plural(noun), "bodies")
    for noun in DOCUMENT:
        add(noun, "document")
        if not noun.endswith("s"):
            add(plural(noun), "documents")
    for noun in QUANTITY:
        add(noun, "quantity")
    lines = ("\t".join((noun, " ".join(rows[noun]), gender(noun))) for noun in sorted(rows))
    print(*fronts.shortened(lines), sep="\n")


if __name__ == "__main__":
    main()
