"""A heading of an export -> whether its column tells who somebody is."""

from __future__ import annotations

import re

from exempelbank.intake.suggest.heading_words import contains, words_of

# In Swedish, in English, and as tools and databases call such columns. One phrase a line, or many.
_PHRASES = tuple(
    words_of(phrase)
    for phrase in """
namn | fullname | name | fname | lname | mname | cname | cmail | surname | forename | nick | alias
kontakt | kontaktuppgift | contact | person | respondent | responder | participant | deltagare
brukare | klient | elev | patient | sökande | anhörig | vårdnadshavare | kollega | vem | who
avsändare | inlämnare | uppgiftslämnare | berättare | ansvarig | handläggare | chef | rektor
responsible | manager | supervisor | submitter | author | editor | owner | creator | reporter
enumerator | interviewer | fotograf | photographer | användare | user | uid | login | inloggning
inskickad av | inskickat av | skickad av | skickat av | inlämnad av | inlämnat av | ifylld av
ifyllt av | besvarad av | besvarat av | skapad av | skapat av | ändrad av | ändrat av | anmäld av
registrerad av | registrerat av | upprättad av | upprättat av | lämnad av | lämnat av
submitted by | created by | modified by | updated by | filled by | completed by | changed by
signatur | signature | sign | signed | underskrift | undertecknad | initialer | initials
e post | epost | mejl | mail | email | e mail | telefon | tel | tfn | tlf | mobil | phone
telephone | cell | cellphone | fax | adress | address | addr | street | gata | zip | postcode
postal | postnr | postnummer | postort | bostadsort | hemort | lägenhet | lgh | rum
personnr | pnr | ssn | social security | födelsenummer | födelse | född | ålder | age | dob | birth
birthday | birthdate | kön | gender | sex | konto | account | iban | card
ip | ipaddr | device | deviceid | imei | subscriberid | simserial | agent | useragent | session
cookie | token | gps | geopoint | location | latitude | longitude | lat | lon | lng | referrer
hsa | hsaid | anställningsnr | medarbetarnr | regnr | facebook | instagram | linkedin | twitter
citizen | identifier
""".replace("\n", "|").split("|")
    if phrase.strip()
)
# Swedish joins words: handläggarnamn, hemadress, användar-ID, födelsedatum.
_COMPOUND = re.compile(
    r"\w*(?:namn|adress|telefon|mobil|mejl|mail|epost|person|signatur|chef|ansvarige?|handläggare"
    r"|användare|personnummer|name|user)(?:et|en|n|s|ens)?"
    r"|(?:telefon|mobil|person|samordnings|anställnings|medarbetar|konto|registrerings|användar"
    r"|födelse|respondent|user|phone|mail|email|device|kontakt|post)\w*"
)


def is_personal(heading: str) -> bool:
    """Rather once too often: then no answers are shown, and nothing else is lost."""
    words = words_of(heading)
    return any(map(_COMPOUND.fullmatch, words)) or any(
        contains(words, phrase) for phrase in _PHRASES
    )
