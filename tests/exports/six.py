"""Six responses to one form, as its senders meant them, and the form's questions.

Every export in this folder holds these six, in the way its tool writes. They hold what has broken
importers: options with commas, an own answer with a comma, a title that begins with =, a line of
three dashes, a heading in an answer, half an hour into the new year.
"""

# ruff: noqa: E501 - answers stay on one line, as their senders wrote them

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Question:
    id: str  # in a mapping
    text: str
    code: str  # where a tool wants short names
    kind: str = "text"  # text · long · one · several · yes-no · consent · files
    options: str = ""


@dataclass(frozen=True)
class Sent:
    number: int
    at: str  # the clock on the wall in Stockholm
    answers: dict[str, str | list[str]]
    changed: str = ""
    other: dict[str, str] = field(default_factory=dict)  # own words under "Annat"


# What each answer means: ids, or None when the vocabulary has nothing like it.
OPTIONS: dict[str, dict[str, list[str] | None]] = {
    "kinds": {"Arbetssätt": ["arbetssatt"], "Metod": ["metod"], "Verktyg": ["verktyg"],
              "Utvecklingsarbete": ["utvecklingsarbete"], "Samverkan": ["samverkan"]},
    "stages": {"Provas": ["provas"], "Pågår": ["pagar"], "Infört": ["infort"], "Avslutat": ["avslutat"]},
    "work_areas": {"Bostad med särskild service": ["bostad-sarskild-service"],
                   "Daglig verksamhet": ["daglig-verksamhet"],
                   "Socialpsykiatri och boendestöd": ["socialpsykiatri-boendestod"],
                   "Sysselsättning": ["sysselsattning-arbetsmarknad"],
                   "Sysselsättning, arbetsmarknad och studier": ["sysselsattning-arbetsmarknad"]},
    "target_groups": {"Personer med intellektuell funktionsnedsättning": ["intellektuell-funktionsnedsattning"],
                      "Personer med autism eller adhd": ["autism", "adhd-npf"],
                      "Personer med psykisk ohälsa": ["psykisk-ohalsa"],
                      "Unga vuxna, 18–29 år": ["unga-vuxna"],
                      "Anhöriga": None,
                      "Medarbetare": ["medarbetare"]},
    "roles": {"Stödassistent": ["stodassistent"], "Stödpedagog": ["stodpedagog"],
              "Boendestödjare": ["boendestodjare"], "Arbetskonsulent": ["arbetskonsulent"],
              "Enhetschef": ["enhetschef"]},
    "focus_areas": {"Psykisk hälsa": ["psykisk-halsa"],
                    "Från daglig verksamhet eller sysselsättning på väg mot arbete eller studier": ["dv-mot-arbete"],
                    "Inget av dessa": ["inget"]},
    "evidence": {"Egen erfarenhet": ["egen-erfarenhet"], "Samtal och observation": ["samtal-observation"],
                 "Enkät": ["enkat"], "Uppföljning med mått": ["uppfoljning-matt"]},
}  # fmt: skip

QUESTIONS = (
    Question("title", "Rubrik", "title"),
    Question("summary", "Sammanfattning", "summary"),
    Question("kind", "Typ av exempel", "kind", "one", "kinds"),
    Question("stage", "Hur långt har ni kommit?", "stage", "one", "stages"),
    Question("municipality", "Kommun", "muni"),
    Question("unit", "Verksamhet eller enhet", "unit"),
    Question("work_areas", "Verksamhetsområde", "area", "several", "work_areas"),
    Question("target_groups", "Målgrupp", "target", "several", "target_groups"),
    Question("roles", "Yrkesroller som arbetar så här", "roles", "several", "roles"),
    Question("focus_areas", "Fokusområde", "focus", "several", "focus_areas"),
    Question("evidence", "Hur vet ni det?", "evidence", "several", "evidence"),
    Question("background", "Utgångsläge: hur var det innan?", "before", "long"),
    Question("how", "Så gjorde vi", "how", "long"),
    Question("participation", "Hur har de som får stödet varit delaktiga?", "part", "long"),
    Question("results", "Vilka resultat ser ni?", "results", "long"),
    Question("advice", "Råd till er som vill göra likadant", "advice", "long"),
    Question("lessons", "Det här lärde vi oss (en sak på varje rad)", "lessons", "long"),
    Question("links", "Länkar (en på varje rad)", "links", "long"),
    Question("attachments", "Bilagor", "files", "files"),
    Question("contact_name", "Kontakt för exemplet: namn", "cname"),
    Question("contact_role", "Kontakt för exemplet: roll", "crole"),
    Question("contact_email", "Kontakt för exemplet: e-post", "cmail"),
    Question("contact_publish", "Får kontaktuppgifterna visas på webbplatsen?", "cpub", "yes-no"),
    Question("manager_informed", "Är närmaste chef informerad?", "boss", "yes-no"),
    Question("rights", "Har ni rätt till texter och bilder?", "rights", "yes-no"),
    Question("no_identifiable_person", "Kan någon enskild person kännas igen?", "ident", "yes-no"),
    Question("information_read", "Har du läst informationen om offentlighet?", "read", "yes-no"),
    Question("consent", "Samtycke till publicering", "consent", "consent"),
)  # fmt: skip
CONSENT = "Ja, exemplet får publiceras"

_VOWED = {"manager_informed": "Ja", "rights": "Ja", "no_identifiable_person": "Nej",
          "information_read": "Ja", "consent": CONSENT}  # fmt: skip

SIX = (
    Sent(1, "2026-02-16 09:15:00", {
        "title": "Bildkort på fredagsfrågan: vad vill du göra mer av?",
        "summary": "Varje fredag svarar alla i den dagliga verksamheten på samma fråga, med ord, bilder eller tecken. Svaren styr nästa veckas schema.",
        "kind": "Arbetssätt",
        "stage": "Infört",
        "municipality": "Huddinge",
        "unit": "Daglig verksamhet Snickeriet",
        "work_areas": ["Daglig verksamhet"],
        "target_groups": ["Personer med intellektuell funktionsnedsättning", "Unga vuxna, 18–29 år"],
        "roles": ["Stödassistent", "Stödpedagog", "Enhetschef"],
        "focus_areas": ["Inget av dessa"],
        "evidence": ["Samtal och observation", "Uppföljning med mått"],
        "background": "Schemat gjordes av personalen en månad i taget. Många arbetade med samma sak år efter år, för att ingen hade frågat.",
        "how": "Vi började med en enda fråga och gav den tjugo minuter varje fredag.\n\nSå här går det till:\n- var och en väljer bland bilder på allt som går att göra\n- den som vill får pröva något nytt en dag\n- schemat för nästa vecka sätts upp innan vi går hem\n\nEn stödpedagog leder mötet. Den som inte är där får frågan på måndag morgon.",
        "participation": "Frågan och bilderna togs fram tillsammans med fyra av deltagarna. De leder också mötet varannan vecka.",
        "results": "På ett år har 17 av 22 deltagare bytt eller lagt till en uppgift. Vi ser färre konflikter efter lunch, men vet inte om det beror på mötet.",
        "advice": "Börja med en fråga, inte fem. Gör alltid något av svaren redan veckan efter, annars slutar folk att svara.",
        "lessons": "Det som inte syns i schemat nästa vecka har ingen hört.\nBilder på riktiga platser fungerar bättre än symboler.",
        "links": "https://www.kommun.example/fredagsfragan",
        "attachments": ["fredagsfrågan-mall.pdf"],
        "contact_name": "Ronja Ek",
        "contact_role": "Stödpedagog",
        "contact_email": "fredagsfragan@kommun.example",
        "contact_publish": "Ja", **_VOWED,
    }),
    Sent(2, "2026-02-17 14:03:00", {
        "title": "Kvällskurs i vardagsekonomi",
        "summary": "Sex träffar om pengar, räkningar och abonnemang på boendet.",
        "kind": "Metod",
        "stage": "Pågår",
        "municipality": "Sundbybergs stad",
        "unit": "Servicebostad Alvik",
        "work_areas": ["Bostad med särskild service", "Socialpsykiatri och boendestöd"],
        "target_groups": ["Personer med psykisk ohälsa"],
        "roles": ["Boendestödjare"],
        "focus_areas": ["Psykisk hälsa"],
        "evidence": ["Enkät"],
        "background": "Många oroade sig för räkningar, men få bad om hjälp i tid.",
        "how": "Kursen leds av två stödpedagoger.\n\nVarje träff har ett tema:\n1. Räkningar\n2. Abonnemang\n3. Spara till något",
        "participation": "Inte ännu",
        "results": "+12 procentenheter fler betalar i tid, enligt vår egen uppföljning.",
        "advice": "Bjud in banken först när gruppen vill.",
        "lessons": "- Börja smått.\n- Låt den som har betalat för sent berätta själv, om hen vill.",
        "links": "", "attachments": [],
        "contact_name": "Yusuf Ågren",
        "contact_role": "Stödpedagog",
        "contact_email": "yusuf.agren@kommun.example",
        "contact_publish": "Nej", **_VOWED,
    }, other={"focus_areas": "Vardagsekonomi, budget och avtal"}),
    Sent(4, "2026-02-20 08:00:00", {
        "title": "Morgonmötet: femton minuter som ändrade arbetsdagen",
        "summary": "Ett stående möte där \"vad behöver du i dag?\" är enda frågan; inget protokoll, inga chefer.",
        "kind": "Arbetssätt",
        "stage": "Infört",
        "municipality": "Nacka",
        "unit": "Boendestöd Centrum/Väst",
        "work_areas": ["Socialpsykiatri och boendestöd", "Sysselsättning, arbetsmarknad och studier"],
        "target_groups": ["Unga vuxna, 18–29 år", "Medarbetare"],
        "roles": ["Boendestödjare", "Arbetskonsulent"],
        "focus_areas": ["Psykisk hälsa", "Från daglig verksamhet eller sysselsättning på väg mot arbete eller studier"],
        "evidence": ["Egen erfarenhet", "Uppföljning med mått"],
        "background": "I medarbetarenkäten skrev många samma sak: \"ingen frågar\".",
        "how": "Vi provade tre saker; bara en fick vara kvar. Mallen ligger i mappen K:\\gemensam\\moten.\n\nDet som krävs:\n- en stående tid, 08.00\n- samma rum\n- att den som leder inte antecknar",
        "participation": "Alla som vill får leda mötet, även vikarier. Fyra av dem som får stödet har varit med och valt frågan.",
        "results": "Sjukfrånvaron har gått från 9,4 till 6,1 procent på ett år. Vi vet inte om det beror på mötet.",
        "advice": "Håll tiden. Ställ en fråga; vänta på svaret.",
        "lessons": "Första månaden var det tyst. Ge inte upp då.",
        "links": "https://kommun.example/morgonmotet\nhttps://kommun.example/film?id=7&sprak=sv",
        "attachments": ["mall_morgonmöte.docx"],
        "contact_name": "Märta Öst",
        "contact_role": "Enhetschef",
        "contact_email": "marta.ost@kommun.example",
        "contact_publish": "Ja", **_VOWED,
    }),
    Sent(5, "2026-02-22 23:59:00", {
        "title": "Promenadgruppen",
        "summary": "En timme ute varje torsdag.",
        "kind": "", "stage": "",
        "municipality": "Tyresö",
        "unit": "Träffpunkt Sjön",
        "work_areas": [], "target_groups": [], "roles": [], "focus_areas": [], "evidence": [],
        "background": "", "participation": "", "results": "", "advice": "", "lessons": "",
        "how": "Vi går samma slinga varje torsdag och fikar efteråt.",
        "links": "", "attachments": [],
        "contact_name": "Per Näs",
        "contact_role": "",
        "contact_email": "per.nas@kommun.example",
        "contact_publish": "", "manager_informed": "", "rights": "", "no_identifiable_person": "",
        "information_read": "", "consent": "",
    }),
    Sent(6, "2026-03-01 14:03:00", {
        "title": "=Lika! Delaktighet på riktigt",
        "summary": "Brukarrådet beslutar om en egen budget & väljer själva <b>vad</b> den går till.",
        "kind": "Samverkan",
        "stage": "Provas",
        "municipality": "Uppsala",
        "unit": "LSS-verksamheten, område 3",
        "work_areas": ["Bostad med särskild service", "Daglig verksamhet"],
        "target_groups": ["Personer med autism eller adhd", "Anhöriga"],
        "roles": ["Stödpedagog"],
        "focus_areas": ["Inget av dessa"],
        "evidence": ["Samtal och observation"],
        "background": "Rådet fick yttra sig, men aldrig besluta.",
        "how": "- Rådet har nio ledamöter och möts varje månad.\n- Kommunen betalar arvode.\n\n# Budgeten\n\nRådet fick 60 000 kronor. Pengarna gick till:\n* en bänk\n* två resor\n\n---\n\n## Resultat\n\nDet här är inte ett projekt. Det är ordinarie verksamhet.",
        "participation": "@alla i rådet väljer en egen stödperson.",
        "results": "Rådet har fattat 31 beslut. Ett har ändrats i efterhand.",
        "advice": "Skriv ner vem som beslutar om vad – innan första mötet.",
        "lessons": "Den som har pengar att besluta om kommer på mötet.",
        "links": "https://kommun.example/lika\nhttps://kommun.example/lika/beslut_(2026)",
        "attachments": [],
        "contact_name": "Elin Sámi-Nordvall",
        "contact_role": "Utvecklingsledare",
        "contact_email": "delaktighet+exempel@kommun.example",
        "contact_publish": "Ja", **_VOWED,
    }, other={"target_groups": "Personer med förvärvad hjärnskada"}),
    Sent(9, "2026-01-01 00:30:00", {
        "title": "Nej tack, ja tack: att \"välja själv\" i vardagen",
        "summary": "Bildstöd som gör det lättare att säga nej.",
        "kind": "Verktyg",
        "stage": "Infört",
        "municipality": "Österåker",
        "unit": "Servicebostad Kajen",
        "work_areas": ["Bostad med särskild service"],
        "target_groups": ["Personer med intellektuell funktionsnedsättning", "Personer med autism eller adhd"],
        "roles": ["Stödassistent"],
        "focus_areas": ["Inget av dessa"],
        "evidence": ["Uppföljning med mått"],
        "background": "Ett nej ska räknas lika mycket som ett ja.",
        "how": "Vi tog fram 40 bilder tillsammans med dem som bor här. Bilderna sitter vid dörren, i köket och i bilen.\n\n- Den som säger nej behöver inte förklara.\n- Personalen frågar bara en gång.",
        "participation": "De som bor här valde bilderna och var de skulle sitta.",
        "results": "Antalet avvikelser vid förflyttning har halverats.",
        "advice": "Låt det ta tid.",
        "lessons": "Bilderna måste få slitas ut och göras om.",
        "links": "",
        "attachments": ["checklista.pdf", "bilder från dagen.jpg"],
        "contact_name": "Chloé d’Ancona",
        "contact_role": "",
        "contact_email": "chloe.dancona@kommun.example",
        "contact_publish": "Nej", **_VOWED,
    }, changed="2026-01-04 00:30:00"),
)  # fmt: skip
