#!/usr/bin/env python3
"""Derive the lists of forenames (with their usual gender) and of surnames.

usage: names.py forenames SHARED > crates/onrecord/src/data/forenames.tsv
       names.py surnames SHARED > crates/onrecord/src/data/surnames.txt

Reads `SHARED/gazetteers`: the US Census lists of 1990 (public domain; of surnames the commonest 7,000, and of the next 6,000 those that are
no words of `words.txt`), the common names of about 100 countries (CC0), the names of US legislators and executives (CC0) and the last names of
leaders (Wikidata, CC0). A row of forenames: name in lower case, M, F or U (both). Surnames: in the order of the alphabet.
"""
import collections
import csv
import pathlib
import re
import sys
import unicodedata

import fronts

WORDS_FILE = pathlib.Path(__file__).parents[2] / "crates/onrecord/src/data/words.txt"
# Forenames that are commoner as English words or places, where they would make names of plain nouns at the start of a sentence.
WORDS = set("""an see so my so in do dong long will mark bill rob pat may june april august summer autumn hope faith joy grace rose dawn art
ok page case price trinity so many china india america london paris asia israel jordan chad georgia kenya cuba said precious love song you young
dung man ha bo jin no ho hung tam thu loan the he she it yes but not sun ping her his hon lord prince princess queen king major sir earl
duke general president iran congress""".split())
# Of these, the ones that are usual forenames all the same; the shape of the phrase must decide.
USUAL = set("will mark bill rob pat may june april grace rose hope joy faith art jordan chad georgia paris israel earl prince duke dawn page major".split())
# Common forenames of grown-ups that lists of newborns and of the US lack.
MORE = {
    "M": """vladimir dmitri dmitriy yuri yury sergey sergej alexei alexey aleksei aleksandr oleg pavel kirill konstantin anatoly vyacheslav vitaly
valery valeri gennady leonid evgeny yevgeny nikolai nikolay mikhail ilya stanislav vadim arkady arseniy volodymyr petro oleksandr oleksiy andriy serhiy
mykola viktor bogdan wojciech jaroslaw lech andrzej krzysztof tomasz piotr donald mateusz radoslaw vaclav milos zoran slobodan aleksandar janez
viktor gyorgy laszlo ferenc recep tayyip mevlut ahmet mehmet mustafa kemal bulent devlet hakan binali bashar hafez saddam muammar hosni abdel abdelaziz
abdulla abdullah abdul hamid salman khalid turki faisal fahd nayef bandar adel ayman avigdor benny naftali yair ehud ariel shimon moshe ehsan javad hassan
mahmoud hossein qassem rouhollah ashraf karzai pervez nawaz imran zulfiqar narendra manmohan rahul amit rajnath subrahmanyam arvind sanjay vijay ravi ajay
sunil anil rajiv suresh shinzo fumio yoshihide taro junichiro kenji hiroshi takeshi jinping keqiang xiaoping qishan yang wei jiechi moon-jae geun-hye
jong-un jong-il ban-ki jokowi joko rodrigo ferdinand benigno mahathir najib prayut thaksin jens josep jose jair luiz inacio silvio matteo giuseppe mario
romano beppe sergio benito emmanuel francois nicolas jacques jean jean-claude jean-luc jean-yves jean-marie jean-pierre manuel dominique lionel guy
gerhard helmut horst heiko joschka wolfgang frank-walter guido sigmar olaf karl-theodor franz-walter hans-dietrich uwe jurgen gunther dieter kofi
muhammadu goodluck olusegun uhuru raila mwai jomo jacob thabo cyril nelson desmond kgalema robert emmerson yoweri paul joseph laurent alassane macky
barack marco mitt newt rand reince corey kellyanne bernard tayyip nikol ilham levon mikheil giorgi irakli hamad tamim mohamed mohammad mohammed muhammad
moammar gustavo hugo evo rafael lenin nicolas diosdado jorge guillermo mauricio enrique felipe vicente andres pedro pablo mariano alvaro juan gonzalo
sebastian nayib daniel alexis kyriakos yanis antonis antonio fernando werner sebastian mark stefan stefano carl fredrik anders lars jens borge ole""",
    "F": """svetlana ludmila lyudmila tatyana yelena ekaterina valentina galina larisa irina yulia yuliya oksana viktoria maia ursula angela annegret
margrethe federica christine marine segolene florence dominique theresa nicola jacinda sanna mette erna dalia kersti kolinda salome ana-maria dilma
cristina michelle aung benazir sonia indira mamata pratibha smriti nirmala sheikh sushma hanan tzipi ayelet golda queen-noor tzipora condoleezza madeleine
hillary huma kellyanne ivanka melania kamala tulsi nikki sarah condi loretta ngozi ellen joyce atifete beata ewa vjosa maria-elena carme yolanda soraya
mariana gabriela estela margarita rosario delcy keiko veronica ximena zuzana iveta violeta ilinca laimdota""",
}


def fold(name):
    name = unicodedata.normalize("NFKD", name.strip())
    return "".join(c for c in name if not unicodedata.combining(c)).lower().replace("’", "'")


def usable(name):
    return re.fullmatch(r"[a-z][a-z'-]{1,19}", name) and (name not in WORDS or name in USUAL)


def census(path, limit):
    for line in open(path, encoding="ascii"):
        fields = line.split()
        if fields and int(fields[3]) <= limit:
            yield fold(fields[0]), float(fields[1])


def forenames(shared):
    weight = collections.defaultdict(collections.Counter)
    for gender, file in (("M", "male"), ("F", "female")):
        for name, share in census(shared / f"us-census-dist.{file}.first", 1300 if gender == "M" else 3000):
            weight[name][gender] += share + 0.001
    with open(shared / "names-common-forenames-by-country.csv", encoding="utf-8-sig") as rows:
        for row in csv.DictReader(rows):
            for form in {row["Romanized Name"], row["Localized Name"]}:
                for part in form.split():
                    if row["Gender"] in ("M", "F"):
                        weight[fold(part)][row["Gender"]] += 0.05
    for file in ("us-legislators-current.yaml", "us-executive.yaml"):
        text = (shared / file).read_text(encoding="utf-8")
        for first, gender in re.findall(r"\n    first: (\S+)\n.*?\n    gender: ([MF])", text, re.S):
            weight[fold(first)][gender] += 0.02
    for gender, names in MORE.items():
        for name in names.split():
            weight[name][gender] += 0.05
    for name in sorted(filter(usable, weight)):
        male, female = weight[name]["M"], weight[name]["F"]
        yield f"{name}\t{'M' if male > 5 * female else 'F' if female > 5 * male else 'U'}"


def surnames(shared):
    seen = {}
    words = {word.split()[0] for word in fronts.whole(WORDS_FILE) if not word.startswith("[")}
    for name, share in census(shared / "us-census-dist.all.last", 7000):
        seen.setdefault(name, share)
    for name, share in census(shared / "us-census-dist.all.last", 13000):
        if name not in words:
            seen.setdefault(name, share)
    for file in ("us-legislators-current.yaml", "us-executive.yaml"):
        for last in re.findall(r"\n    last: (\S+)\n", (shared / file).read_text(encoding="utf-8")):
            seen.setdefault(fold(last), 0.0)
    with open(shared / "world-leaders-wikidata.csv", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            name = fold(re.split(r"[ -]", row["officeholderLabel"])[-1])
            if re.fullmatch(r"[a-z]{4,}", name):
                seen.setdefault(name, 0.0)
    with open(shared / "names-common-surnames-by-country.csv", encoding="utf-8-sig") as rows:
        for row in csv.DictReader(rows):
            for part in fold(row["Romanized Name"]).split():
                seen.setdefault(part, 0.0)
    return sorted(filter(usable, seen))


def main():
    shared = pathlib.Path(sys.argv[2]) / "gazetteers"
    names = {"forenames": forenames, "surnames": surnames}[sys.argv[1]](shared)
    print(*fronts.shortened(names), sep="\n")


if __name__ == "__main__":
    main()
