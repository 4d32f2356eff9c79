"""Words that say nothing about what a card is about, in Dutch, German and English; one set, for a team may mix them."""

DUTCH = """
aan achter af al alle alleen allemaal alles als altijd ander andere anderen anders beetje ben bent best bij bijna
binnen bleef blijf blijft blijven boven buiten daar daarna daarom dan dat de deze dicht die diens dingen dit doe doen
doet door drie dus echt een eens eerst eigenlijk elk elke en enige enkele er erg even ga gaan gaat gedaan geef geeft
geen gehad gekregen geven gewoon ging gingen goed graag had hadden heb hebben hebt heeft heel helemaal hem het hier
hij hoe hoeveel hun iedere iedereen iemand iets ik in is ja je jij jou jouw jullie kan keer kom komen komt kon konden
krijg krijgen krijgt kun kunnen kunt kwam kwamen laat laten liever maak maakt maakte maar mag maken me mee meer meest
meestal men mensen met mij mijn misschien mocht moest moet moeten mogen na naar naast nam neem neemt nemen niemand
niet niets nieuw nieuwe nodig nog nooit nou nu of om omdat onder ongeveer ons onze ook op opnieuw over paar pas per
precies soms sta staan staat steeds te tegen terwijl thans tijdens toch toen tot tussen twee uit uw vaak van vanaf
vandaag veel veels vele verder via vier vijf vind vinden vindt volgende voor vooral vorige waar waarom waarop waarvoor
wanneer want waren was wat we weer weet weinig wel welk welke werd werden weten wie wij wil wilde willen wilt word
worden wordt zal zat ze zeer zeg zeggen zegt zei zelf zelfs zich zien ziet zij zijn zit zitten zo zoals zodat zomaar
zonder zou zouden zullen zult één
"""

GERMAN = """
ab aber alle allem allen aller alles als also am an andere anderen anderer anderes anders auch auf aus außer bald bei
beide beiden beim bekam bekomme bekommen bekommt bereits besser bin bis bisschen bist bitte bleibe bleiben bleibt
blieb brauche brauchen braucht da dabei dadurch dafür dagegen daher damit danach daneben dann daran darauf daraus darf
darin darum darüber das dass dasselbe davon davor dazu dein deine deinem deinen deiner dem den denen denn dennoch der
deren derselbe des deshalb dessen dich die dies diese dieselbe diesem diesen dieser dieses dir doch dort drei du durch
durfte dürfen echt eher eigentlich ein einander eine einem einen einer eines einfach einige einigen einmal er erst es
etwa etwas euch euer fand fast finde finden findet fünf für gab ganz gar geben gegen gehabt gehe gehen geht gemacht
genau genug gern gerne gewesen gibt ging gut habe haben hast hat hatte hatten her hier hin hinter hätte hätten ich ihm
ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins irgend ist ja je jede jedem jeden jeder jedes jemand jene jetzt
kam kamen kann kannst kaum kein keine keinem keinen keiner kenne komme kommen kommt konnte konnten können könnt könnte
könnten lassen lieber ließ los lässt mache machen macht machte mal man manche manchmal mehr mehrere mein meine meinem
meinen meiner meist meistens mich mir mit muss musste mussten möchte möchten mögen müssen nach nachdem nahm neben
nehmen nicht nichts nie niemand nimmt noch nun nur ob obwohl oder oft ohne paar plötzlich recht rund sagen sagt sagte
schon sehe sehen sehr sei sein seine seinem seinen seiner seit selber selbst sich sie sieht sind so sobald sogar
solche soll sollen sollte sollten sondern sonst sowie stand stehe stehen steht tun tut um und uns unser unsere unserem
unseren unter viel viele vielen vielleicht vier vom von vor vorher wann war waren warum was weder weg wegen weil
weiter weiß welche welchem welchen welcher welches wem wen wenig wenige weniger wenn wer werde werden wessen wie
wieder will wir wird wirklich wissen wo wobei wofür wohin wollen wollte wollten womit worden wurde wurden wusste wäre
wären würde würden ziemlich zu zum zur zusammen zwar zwei zwischen über überall
"""

ENGLISH = """
a able about above across actually after again against all almost already also although always am an and another any
anybody anyone anything are around as ask asked at away back be became because become been before being below better
between both but by came can can't cannot come comes could couldn did didn do does doesn doing don done down during
each either else enough even ever every everybody everyone everything few first five for four from full gave get gets
getting give given gives go goes going gone good got had has have having he her here hers him himself his how however
i if in instead into is isn it its itself just keep kept knew know known knows last least less let lets like little ll
long look looked looks lot lots made make makes making many may maybe me mean might mine more most much must my myself
need needed needs never new next no nobody none nor not nothing now of off often on once one only onto or other others
our ours out over own part people perhaps put quite rather re really said same saw say says see seem seemed seems seen
several shall she should shouldn simply since so some somebody someone something sometimes somewhere still stuff such
take taken takes tell than that the their theirs them themselves then there these they thing things think this those
though three through till to told too took toward towards tried try trying twice two under until up upon us use used
uses using ve very want wanted wants was wasn way we well went were what when where whether which while who whole whom
whose why will with within without won would wouldn yes yet you your yours yourself
"""

STOP_WORDS = frozenset(f"{DUTCH} {GERMAN} {ENGLISH}".split())
