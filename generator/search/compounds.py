"""A compound -> its parts, by the words that the site itself uses: grupp + bostad.

A first part may carry a joint (arbets-, hälso-, familje-) or have dropped a vowel (skol-); comparing
stems sees through most of that. What makes a false part is listed, not guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from generator.search.words import STOP_WORDS, stem

SHORTEST_PART = 4  # letters, unless it is one of SHORT_PARTS
SHORTEST_COMPOUND = 6
JOINTS = "seoua"  # a letter that may stand between the parts, or take the place of the last

# Three letters that are words far oftener than chance.
SHORT_PARTS = frozenset(
    """
    app arm bad bil bio bok bro buss båt cup dag del djur dyr döv eld far fel fot får gps gym han hav
    hem hjul hot hund hus hår häl häst hör ick jul järn kafé katt kid kod kok kop kor kort kur
    kök kör köp lag lek liv ljud ljus lov lån lås låt läs läx lös lön löne mat miss mor mål män möt nat
    natt nät ont ord par pass pek plan pol pris prov radi rast res ring rock rol rom rum råd rätt rök
    röst sal sex sik sjuk sjö sju skol skog sko sms sol son sorg spel språk spår stad syn syr sång säk
    säng sök sömn tak tal tand tav tee text tid tim tips ton torg tro tåg täck tält tår tök ung val
    vak van vat vax vem vik vin väg vän värd våg vår våld växt ytt yrk årsk ö år öga ögon öra
    """.split()
)
# Not parts, though they look like words: beginnings and endings that only bend the meaning, and
# pieces that stand inside other words by chance.
NO_PARTS = frozenset(
    """
    ande ende arna erna orna aren aste are ast else elsen enhet het heten ning ningar ningen skap
    skapet tion sion ation ator ment isk iska iskt lig liga ligt sam samt bar bart sal aktig aktiga
    aktighet dom domen inna iker ism ist ister ing inga ingar ingen ering eringen era erad erade ad
    ade ar er or
    för före efter över under med mot från till utan inom mellan genom kring bak fram upp ner ned
    hop ihop åter sär bort vid hos om på av ut in an be er miss van ande all alla varje själv man
    den det han hon sin min din vår var när där här hur vad ett ena två tre fyra fem sex sju
    tals stan sten vara vare rade rad tera ligen vist art arta ring rings anting samma dels dera rades ent enter enterna enden endet lagen vann skad ifrån nären rakt heter heten
    ills lade lagd lagt lägger lägga
    """.split()
)

# Words that are parts of others everywhere, also on a site that never uses them alone.
COMMON_PARTS = frozenset(
    """
    aktivitet analys anhörig arbete arbets assistans assistent bank barn behandling behov bemötande
    beredskap beroende besök beslut bild bistånd boende bostad bostads brukar brukare budget cirkel
    coach dator dubbel digital ekonomi elev enhet enkät familj familje film flykting forskning
    fritid fritids funktion föreläsning föreningen förening förskola föräldra föräldrar grupp guide
    habilitering handledning handling handläggare hjälp huvud hygien hälsa hälso idrott individ
    insats introduktion kamera kampanj kartläggning klubb kommun kommunikation kompetens konferens
    konst kontakt kontroll krisen kris kultur kunskap kvalitet kvinno kvinnor kväll kvälls ledare
    ledsagare läkar läkare lärare läkemedel lägenhet lägenhets manual marknad marknads material
    medicin metod mottagning miljö missbruk missbruks mobil moders morgon motion musik möte mötes
    natur nätverk nätverks omsorg omsorgs ombud områden område park pedagog pedagogik pension person
    personal plan planering plats problem process program projekt psykiatri rehabilitering
    relation resurs risk robot rum samhälle samhälls samordnare samtal samtals samverkan sekreterare
    sensor service situation självmord självmords skola slinga sommar sysselsättning stöd strategi
    stödjare studie studier säkerhet social system särskild teknik telefon terapi terapeut test
    tjänst träning trygghet tvång undersökning undervisning ungdom ungdoms uppdrag uppföljning
    utbildning utveckling utvecklings vardag vardags verkstad verksamhet vikarie video vinter våld
    vård vårdare vägledning välfärd välfärds yrke äldre ärende
    """.split()
)
_COMMON_STEMS = frozenset(stem(part) for part in COMMON_PARTS)


class Parts(NamedTuple):
    """A compound taken in two. `cut` is where the second part begins, in letters."""

    first: str  # stems
    second: str
    cut: int


def split(word: str, forms_of: Callable[[str], Collection[str]]) -> Parts | None:
    """The best place to take a word apart; None when it is no compound of known words.

    `forms_of` a stem gives the forms it stands in by itself; none when it is unknown.
    """
    if len(word) < SHORTEST_COMPOUND or word.isdigit():
        return None
    whole = stem(word)
    best: tuple[float, Parts] | None = None
    for cut in range(SHORTEST_PART - 1, len(word) - SHORTEST_PART + 2):
        second = stem(word[cut:])
        if second == whole or not _may_be_part(word[cut:]):
            continue
        forms = forms_of(second)
        if not forms and second not in _COMMON_STEMS:
            continue
        first = _first_stem(word[:cut], forms_of)
        if first and first != whole:
            # Two parts of some length are surer than a short and a long one.
            score = min(cut, len(word) - cut) + (word[cut:] in forms)
            if best is None or score > best[0]:
                best = score, Parts(first, second, cut)
    return best and best[1]


def _first_stem(first: str, forms_of: Callable[[str], Collection[str]]) -> str | None:
    """What a first part comes from: arbets -> arbet(e), skol -> skol(a), hälso -> häls(a)."""
    if not _may_be_part(first):
        return None
    for lemma in _lemmas(first):
        found = stem(lemma)
        if lemma in forms_of(found):
            return found
    found = stem(first)
    if first in COMMON_PARTS:
        return found
    # vikarie- is known by vikarier alone
    return found if first != found and first[-1] in "aes" and forms_of(found) else None


def _lemmas(first: str) -> Iterator[str]:
    yield first
    yield from (first + vowel for vowel in "ae")
    if first[-1] in JOINTS and len(first) > SHORTEST_PART - 1:
        bare = first[:-1]
        yield from (bare, bare + "a", bare + "e")


def _may_be_part(form: str) -> bool:
    if form in NO_PARTS or form in STOP_WORDS:
        return False
    return len(form) >= SHORTEST_PART or form in SHORT_PARTS
