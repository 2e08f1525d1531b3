"""Text -> the advice on it. Python and the browser are both held to these."""

CASES: list[tuple[str, list[str]]] = [
    ("Vi började med tre morgnar i veckan 2025.", []),
    ("Numret är 811228-9874.", ["personal-number"]),
    ("född 198112289874", ["personal-number"]),
    ("Ring 070-123 45 67 så berättar vi", ["phone"]),
    ("08-465 004 00", ["phone"]),
    ("+46 70 123 45 67", ["phone"]),
    ("Projektet 2023-2025 kostade 120 000 kr", []),
    ("Skriv till Namn.Namnsson@kommun.example", ["e-mail"]),
    ("hemma på ÄLGSTIGEN 4", ["street"]),
    ("Vi möts på Storgatan 12B.", []),
    ("Vi tog vägen 3,5 km", []),
    ("En 34-åring på gruppbostaden valde själv", ["age-and-unit"]),
    ("På LSS-boendet bor en man som är 52 år. Han", ["age-and-unit"]),
    ("Hon är 52 år. Vår gruppbostad är ny", []),
    ("Gruppbostaden är 10 år sedan", []),
    ("Målgruppen är unga, 18 till 29 år", []),
]
