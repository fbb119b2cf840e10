"""Verbs that attribute: their forms and places, their passives, and the same verbs in other senses."""

from __future__ import annotations

from .table import check, en, es, table

VERBS = [
    es(
        "whom it is asked of, and what",
        "El alcalde pide a los vecinos que no salgan de sus casas.",
        "no salgan de sus casas ← El alcalde",
    ),
    es(
        "whom it is asked of, contracted",
        "La jueza pidió al dueño del bar que entregue las llaves.",
        "entregue las llaves ← La jueza",
    ),
    es(
        "whom it is told to, and what",
        "El portavoz recordó a los diputados que la ley sigue vigente.",
        "la ley sigue vigente ← El portavoz",
    ),
    es("believing, infinitive", "El piloto cree haber visto una luz.", "haber visto una luz ← El piloto"),
    es("fearing, infinitive", "Los pescadores temen perder el muelle.", "perder el muelle ← Los pescadores"),
    es("one noun alone", "La portavoz pidió discreción.", "discreción ← La portavoz"),
    es("called by a noun", "El obispo tachó el relato de burla.", "el relato de burla ← El obispo"),
    es("called, adjective first", "La jueza considera ilegal la huelga.", "ilegal la huelga ← La jueza"),
    es(
        "what is blamed, contracted",
        "La prensa atribuye la derrota al cansancio.",
        "la derrota al cansancio ← La prensa",
    ),
    es(
        "cue of several words behind",
        "El puente fue cerrado, dio a conocer la policía.",
        "El puente fue cerrado ← la policía",
    ),
    es(
        "a phrase and a clause joined to it",
        "Los presos se quejan de la falta de comida y de que nadie los oye.",
        "la falta de comida y de que nadie los oye ← Los presos",
    ),
    es(
        "before a cue of several words",
        "Soto dijo que era un truco y dejó claro que vio la barca.",
        "era un truco ← Soto",
        "vio la barca ← Soto",
    ),
    en("accused of, perfect", "The union accused the firm of having lied.", "having lied ← The union"),
    en("a sum", "The governor asked for $400 million.", "$400 million ← The governor"),
    en(
        "a phrase behind a cue that takes a clause",
        "The mayor expressed confidence in the plan.",
        "confidence in the plan ← The mayor",
    ),
    en("called by an adjective behind as", "The rivals described him as too old.", "him as too old ← The rivals"),
    es("que after the verb", "Ana Soto dijo que el puente está cerrado.", "el puente está cerrado ← Ana Soto"),
    en("that after the verb", "Ann Marsh said that the bridge is closed.", "the bridge is closed ← Ann Marsh"),
    en("clause without that", "The mayor said the bridge is closed.", "the bridge is closed ← The mayor"),
    en(
        "clause without that behind a cue with other senses",
        "The weekly has learned the bishop sold the bells.",
        "the bishop sold the bells ← The weekly",
    ),
    en(
        "a phrase behind a preposition",
        "The fishermen called for a lighthouse on the reef.",
        "a lighthouse on the reef ← The fishermen",
    ),
    en(
        "what it was called is a participle",
        "The bishop called the painting forged.",
        "the painting forged ← The bishop",
        fails="small clause: what it was called is no complement in the parse",
    ),
    en(
        "called by a quotation",
        "The bishop branded the painting an “ugly daub”.",
        "the painting an “ugly daub” ← The bishop",
    ),
    es(
        "called by a quotation",
        "La alcaldesa ha calificado la rampa de «modelo para el puerto».",
        "la rampa de «modelo para el puerto» ← La alcaldesa",
    ),
    en(
        "without what says when",
        "The mayor denounced the raid in an interview with the weekly.",
        "the raid ← The mayor",
    ),
    en(
        "what a colon explains",
        "The council announced a new rule: nobody may fish there.",
        "a new rule: nobody may fish there ← The council",
    ),
    en(
        "how many of what happened",
        "The mayor announced a series of closures.",
        "a series of closures ← The mayor",
    ),
    en("that as a determiner", "The judge rejected that argument.", "that argument ← The judge"),
    en("an adjective and of", "The bishop was critical of the raid.", "the raid ← The bishop"),
    en("an adjective and to", "The mayor was reluctant to leave the hall.", "to leave the hall ← The mayor"),
    en("a noun and of", "The mayor's claim of fraud surprised the town.", "fraud ← The mayor"),
    en(
        "before an aside",
        "Marsh condemned the raid, but she left the hall early.",
        "the raid ← Marsh",
    ),
    en(
        "before a sentence behind a semicolon",
        "The minister replied that every rally will be dissolved; hours later the police left the square.",
        "every rally will be dissolved ← The minister",
    ),
    es("si after the verb", "El juez preguntó si el barco había zarpado.", "el barco había zarpado ← El juez"),
    en("whether after the verb", "The judge asked whether the boat had sailed.", "the boat had sailed ← The judge"),
    en("if after the verb", "The judge asked if the boat had sailed.", "the boat had sailed ← The judge"),
    es("question word", "El juez preguntó quién firmó la orden.", "quién firmó la orden ← El juez"),
    en("question word", "The judge asked who signed the order.", "who signed the order ← The judge"),
    es("de que", "La empresa informó de que la mina cerrará en mayo.", "la mina cerrará en mayo ← La empresa"),
    en("indirect object", "Marsh told the council that the dam was safe.", "the dam was safe ← Marsh"),
    es("indirect object", "Soto le dijo al consejo que la presa era segura.", "la presa era segura ← Soto"),
    es(
        "two clauses",
        "Soto dijo que la presa es segura y que no hay peligro.",
        "la presa es segura y que no hay peligro ← Soto",
    ),
    en(
        "two clauses",
        "Marsh said that the dam is safe and that nobody is in danger.",
        "the dam is safe and that nobody is in danger ← Marsh",
    ),
    es("perfect tense", "El alcalde ha asegurado que no habrá cortes.", "no habrá cortes ← El alcalde"),
    en("perfect tense", "The mayor has insisted that there will be no cuts.", "there will be no cuts ← The mayor"),
    es(
        "verb before subject", "Aseguró el alcalde que no habrá cortes de agua.", "no habrá cortes de agua ← el alcalde"
    ),
    es("cue after the content", "El puente está cerrado, dijo Ana Soto.", "El puente está cerrado ← Ana Soto"),
    en("cue after the content", "The bridge is closed, said Ann Marsh.", "The bridge is closed ← Ann Marsh"),
    en(
        "subject and cue after the content", "The bridge is closed, Ann Marsh said.", "The bridge is closed ← Ann Marsh"
    ),
    es(
        "cue inside the content",
        "El puente, dijo Ana Soto, está cerrado desde mayo.",
        "El puente … está cerrado desde mayo ← Ana Soto",
    ),
    en(
        "cue inside the content",
        "The bridge, Ann Marsh said, has been closed since May.",
        "The bridge … has been closed since May ← Ann Marsh",
    ),
    es("thinking", "Los vecinos creen que el río bajará pronto.", "el río bajará pronto ← Los vecinos"),
    en("thinking", "Villagers believe that the river will fall soon.", "the river will fall soon ← Villagers"),
    es("wanting", "Los vecinos quieren que el dique se repare.", "el dique se repare ← Los vecinos"),
    en("wanting", "Villagers want the dike to be repaired.", "the dike to be repaired ← Villagers"),
    es("ordering, infinitive", "La jueza ordenó cerrar el puerto.", "cerrar el puerto ← La jueza"),
    en(
        "ordering, infinitive",
        "The judge ordered the harbour to be closed.",
        "the harbour to be closed ← The judge",
        fails="infinitive: the passive's subject is left out of what is ordered",
    ),
    es("ordering, clause", "La jueza ordenó que se cerrara el puerto.", "se cerrara el puerto ← La jueza"),
    en("ordering, clause", "The judge ordered that the harbour be closed.", "the harbour be closed ← The judge"),
    es("promising, infinitive", "El alcalde prometió bajar las tasas.", "bajar las tasas ← El alcalde"),
    en("promising, infinitive", "The mayor promised to lower the rates.", "to lower the rates ← The mayor"),
    es("promising, clause", "El alcalde prometió que bajará las tasas.", "bajará las tasas ← El alcalde"),
    en("promising, clause", "The mayor promised that rates would fall.", "rates would fall ← The mayor"),
    es("denying, clause", "La empresa negó que hubiera heridos.", "hubiera heridos ← La empresa"),
    en("denying, clause", "The company denied that anyone was hurt.", "anyone was hurt ← The company"),
    es("denying, infinitive", "El capitán negó haber bebido.", "haber bebido ← El capitán"),
    en("denying, gerund", "The captain denied drinking on duty.", "drinking on duty ← The captain"),
    es("asking, infinitive", "El sindicato pidió retrasar la votación.", "retrasar la votación ← El sindicato"),
    en("asking, infinitive", "The union asked the court to delay the vote.", "to delay the vote ← The union"),
    es("urging", "El obispo instó a los vecinos a evacuar el valle.", "evacuar el valle ← El obispo"),
    en("urging", "The bishop urged residents to leave the valley.", "to leave the valley ← The bishop"),
    es("warning", "Los geólogos advirtieron que la ladera puede ceder.", "la ladera puede ceder ← Los geólogos"),
    en("warning", "Geologists warned that the slope may give way.", "the slope may give way ← Geologists"),
    es("deciding", "El consejo decidió que la feria se aplace.", "la feria se aplace ← El consejo"),
    en("deciding", "The council decided that the fair be postponed.", "the fair be postponed ← The council"),
    es("noun phrase", "La ministra anunció el cierre de la mina.", "el cierre de la mina ← La ministra"),
    en("noun phrase", "The minister announced the closure of the mine.", "the closure of the mine ← The minister"),
    es("noun phrase, denied", "El portavoz desmintió la muerte del general.", "la muerte del general ← El portavoz"),
    en(
        "noun phrase, denied",
        "The spokesman denied the death of the general.",
        "the death of the general ← The spokesman",
    ),
    es("accusing", "El fiscal acusó al capitán de abandonar el barco.", "abandonar el barco ← El fiscal"),
    en(
        "accusing", "The prosecutor accused the captain of abandoning the ship.", "abandoning the ship ← The prosecutor"
    ),
    es("light verb", "La fiscalía dio a conocer que el barco iba sin seguro.", "el barco iba sin seguro ← La fiscalía"),
    en("light verb", "The court made clear that the ship was not insured.", "the ship was not insured ← The court"),
    es("two subjects", "Soto y Vidal afirmaron que el dique resiste.", "el dique resiste ← Soto y Vidal"),
    en("two subjects", "Marsh and Bell said that the dike is holding.", "the dike is holding ← Marsh and Bell"),
    es("title before the name", "El ministro Luis Arana dijo que no dimitirá.", "no dimitirá ← El ministro Luis Arana"),
    en(
        "title before the name",
        "Foreign Minister Paul Adey said he would stay.",
        "he would stay ← Foreign Minister Paul Adey",
    ),
    es(
        "apposition",
        "Eva Ríos, directora del museo, dijo que faltan tres lienzos.",
        "faltan tres lienzos ← Eva Ríos, directora del museo",
    ),
    en(
        "apposition",
        "Eve Reed, director of the museum, said that three canvases are missing.",
        "three canvases are missing ← Eve Reed, director of the museum",
    ),
    es(
        "relative clause on the source",
        "El pescador que encontró la red dijo que estaba vacía.",
        "estaba vacía ← El pescador",
    ),
    en(
        "relative clause on the source",
        "The fisherman who found the net said that it was empty.",
        "it was empty ← The fisherman",
    ),
    es("saying verb with a thing", "Ana dijo su nombre y salió de la sala."),
    en("saying verb with a thing", "Ann told a story and left the room."),
    es("verb without source sense", "El motor permite que el barco gire."),
    en("verb without source sense", "The motor means that the boat can turn."),
    es("nobody knows", "Nadie sabe si el río bajará."),
    en("nobody knows", "Nobody knows whether the river will fall."),
]

FORMS = [
    es(
        "infinitive of the speaker",
        "El capitán asegura haber visto el faro.",
        "haber visto el faro ← El capitán",
    ),
    en(
        "infinitive of the speaker",
        "The captain claims to have seen the lighthouse.",
        "have seen the lighthouse ← The captain",
    ),
    es(
        "infinitive, negated",
        "El capitán dice no saber nada del naufragio.",
        "no saber nada del naufragio ← El capitán",
    ),
    es(
        "infinitive beside another",
        "El alcalde niega haber cobrado nada y asegura tener pruebas.",
        "haber cobrado nada ← El alcalde",
        "tener pruebas ← El alcalde",
    ),
    es(
        "colon without marks",
        "El Ministerio de Salud insiste: no hay enfermos en la isla, y los seis casos ya se curaron.",
        "no hay enfermos en la isla, y los seis casos ya se curaron ← El Ministerio de Salud",
    ),
    en(
        "colon without marks",
        "The harbour office insists: no ship has left the bay, and none will.",
        "no ship has left the bay, and none will ← The harbour office",
    ),
    es(
        "another's statement set against it",
        "La fiscal reiteró que los agentes dispararon primero, mientras que el sindicato mantiene que nadie disparó.",
        "los agentes dispararon primero ← La fiscal",
        "nadie disparó ← el sindicato",
    ),
    en(
        "another's statement set against it",
        "The prosecutor repeated that officers fired first, while the police union maintains that nobody fired.",
        "officers fired first ← The prosecutor",
        "nobody fired ← the police union",
    ),
    es(
        "phrase between verb and clause",
        "El Estado Mayor asegura, según recoge la agencia Litoral, que sus tropas entraron en Verano.",
        "El Estado Mayor asegura … que sus tropas entraron en Verano ← la agencia Litoral (adjunct)",
        "sus tropas entraron en Verano ← la agencia Litoral › El Estado Mayor",
    ),
    es(
        "inserted, with a group that the parser takes for an object",
        "El vertido empezó el lunes, sostienen los pescadores, no el martes, como dice la empresa.",
        "El vertido empezó el lunes ← los pescadores",
        "el martes ← la empresa (adjunct)",
    ),
    es(
        "inserted, and set against it what another says",
        "El puente cerró a las dos, coinciden tres vecinos entrevistados por Litoral, y no a las cuatro, "
        "como sostiene el ayuntamiento.",
        "El puente cerró a las dos ← tres vecinos entrevistados por Litoral",
        "a las cuatro ← el ayuntamiento (adjunct)",
    ),
    en(
        "a name with a full stop in it",
        "Five miners have died, a doctor at the hospital told Ridge.Media on condition of anonymity.",
        "Five miners have died ← a doctor at the hospital",
    ),
    en(
        "name and apposition before the verb",
        "The valve had been closed since May, the mine's chief engineer, Ana Gill, told the Ledger.",
        "The valve had been closed since May ← the mine's chief engineer, Ana Gill",
    ),
    es(
        "name and apposition before the verb",
        "La bomba no funcionaba desde mayo, el jefe de máquinas, Luis Prado, dijo a Litoral.",
        "La bomba no funcionaba desde mayo ← el jefe de máquinas, Luis Prado",
    ),
    en(
        "a headline that leaves out its auxiliary",
        "Three shot dead at mine protest, hospital says",
        "Three shot dead at mine protest ← hospital",
    ),
    es(
        "whom it is told to before who tells it",
        "La empresa lo negó. «No se abrió ninguna esclusa», dijo a Litoral la vocera Karla Núñez.",
        "No se abrió ninguna esclusa ← la vocera Karla Núñez",
    ),
    es(
        "after a preposition",
        "El capitán huyó tras asegurar que el barco era seguro.",
        "el barco era seguro ← El capitán",
    ),
    en(
        "after a preposition",
        "The captain fled after saying that the ship was safe.",
        "the ship was safe ← The captain",
    ),
    es("al and infinitive", "El capitán sonrió al decir que el barco era seguro.", "el barco era seguro ← El capitán"),
    es("modal", "El capitán quiso aclarar que el barco era seguro.", "el barco era seguro ← El capitán"),
    en(
        "modal",
        "The captain wanted to make clear that the ship was safe.",
        "the ship was safe ← The captain",
        fails="wanting to say counts as wanting and as saying",
    ),
    es("went on", "El capitán volvió a decir que el barco era seguro.", "el barco era seguro ← El capitán"),
    en("went on", "The captain went on to say that the ship was safe.", "the ship was safe ← The captain"),
    es("clitic doubling", "Así lo afirmó el capitán. El barco salió de noche.", "El barco salió de noche ← report"),
    es(
        "se with an own sense",
        "El capitán se quejó de que el faro no funcionaba.",
        "el faro no funcionaba ← El capitán",
    ),
    en("complaining", "The captain complained that the lighthouse was dark.", "the lighthouse was dark ← The captain"),
    es("not ruling out", "El fiscal no descarta que hubiera un incendio.", "hubiera un incendio ← El fiscal"),
    en(
        "adverbial before that", "The captain said on Monday that the ship was safe.", "the ship was safe ← The captain"
    ),
    es("adverbial before que", "El capitán dijo el lunes que el barco era seguro.", "el barco era seguro ← El capitán"),
    en("adverb before the cue", "The captain also said that the ship was safe.", "the ship was safe ← The captain"),
    es(
        "subordinate clause",
        "El capitán, que ayer dijo que el barco era seguro, dimitió.",
        "el barco era seguro ← El capitán",
    ),
    en(
        "subordinate clause",
        "The captain, who said that the ship was safe, resigned.",
        "the ship was safe ← The captain",
    ),
    es("while", "Mientras Soto dice que llueve, Vidal dice que nieva.", "llueve ← Soto", "nieva ← Vidal"),
    en("while", "While Marsh says that it rains, Bell says that it snows.", "it rains ← Marsh", "it snows ← Bell"),
    es("but", "Soto dijo que llueve, pero Vidal dijo que nieva.", "llueve ← Soto", "nieva ← Vidal"),
    en("but", "Marsh said that it rains, but Bell said that it snows.", "it rains ← Marsh", "it snows ← Bell"),
    es(
        "two cues",
        "Soto dijo que el dique es viejo y pidió cerrar la vía.",
        "el dique es viejo ← Soto",
        "cerrar la vía ← Soto",
    ),
    en(
        "two cues",
        "Marsh said that the dike is old and asked the council to close the road.",
        "the dike is old ← Marsh",
        "to close the road ← Marsh",
    ),
    es(
        "content with a clause of its own",
        "Soto dijo que el dique, que se construyó en 1950, es viejo porque nadie lo cuida.",
        "el dique, que se construyó en 1950, es viejo porque nadie lo cuida ← Soto",
    ),
    en(
        "content with a clause of its own",
        "Marsh said that the dike, which was built in 1950, is old because nobody looks after it.",
        "the dike, which was built in 1950, is old because nobody looks after it ← Marsh",
    ),
    en(
        "report's own clause after the content",
        "Marsh said that the dike is old, although it was repaired last year.",
        "the dike is old, although it was repaired last year ← Marsh",
    ),
    es(
        "two nouns with de",
        "El portavoz del ministro de Pesca dijo que el mar sube.",
        "el mar sube ← El portavoz del ministro de Pesca",
    ),
    en(
        "office in a name",
        "A spokesman for the fishing ministry said that the sea is rising.",
        "the sea is rising ← A spokesman for the fishing ministry",
    ),
    es(
        "unnamed source",
        "Fuentes cercanas al juez dijeron que habrá juicio.",
        "habrá juicio ← Fuentes cercanas al juez",
    ),
    en(
        "unnamed source",
        "Two people familiar with the matter said that there will be a trial.",
        "there will be a trial ← Two people familiar with the matter",
    ),
    es("age in the source", "Ana Soto, de 45 años, dijo que el mar sube.", "el mar sube ← Ana Soto, de 45 años"),
    en("age in the source", "Ann Marsh, 45, said that the sea is rising.", "the sea is rising ← Ann Marsh, 45"),
    es("partners", "El alcalde y su esposa afirman que el mar sube.", "el mar sube ← El alcalde y su esposa"),
]

OTHER_SENSES = [
    es("asking for the word", "El diputado pidió la palabra."),
    es("a relative clause on whom it is asked of", "El juez citó a los vecinos que vieron el choque."),
    en("seen doing", "The mayor was seen running across the square."),
    es("verb of no saying here", "El ministro reconoció el cadáver en la playa."),
    en(
        "verb of no saying here",
        "The company dismissed forty miners.",
    ),
    en("a name for what is shared", "The church fed the poor with the support of the town."),
    en("nobody in the sentence rejects", "To reject the plan would be wrong."),
    es("arrow", "El capitán señaló el faro con el dedo."),
    en("arrow", "The captain pointed at the lighthouse."),
    es("telling numbers", "La isla cuenta con dos puertos y un faro."),
    en("telling numbers", "The island counts two harbours and a lighthouse."),
    es("adding", "El cocinero añadió sal al guiso."),
    en("adding", "The cook added salt to the stew."),
    es("calling by phone", "La vecina llamó a la puerta del capitán."),
    en("calling by phone", "The neighbour called the police."),
    es("accepting", "El sindicato aceptó el dinero."),
    en("seeing", "The captain saw the lighthouse."),
    es("resulting", "La reforma supone que habrá menos barcos.", fails="another sense of the verb counts as saying"),
    en("resulting", "The reform means that there will be fewer boats."),
    es("showing", "El niño mostró la red a su madre."),
    en("showing", "The child showed the net to his mother."),
    en("holding", "The guards held the fishermen for two days."),
    es("meeting", "El consejo convocó una reunión para el lunes."),
    en("reading", "The captain read the letter and left."),
    es("relative que", "El barco que dijo el capitán se hundió."),
]

PASSIVE = [
    es("impersonal", "Se informó que el tren llegará tarde.", "el tren llegará tarde ← ∅"),
    es("impersonal with de", "Se informó de que el tren llegará tarde.", "el tren llegará tarde ← ∅"),
    en("impersonal", "It was reported that the train would be late.", "the train would be late ← ∅"),
    es("passive with agent", "El cierre fue anunciado por la ministra.", "El cierre ← la ministra"),
    en("passive with agent", "The closure was announced by the minister.", "The closure ← the minister"),
    en(
        "passive with infinitive",
        "The general was reported to have fled the city.",
        "The general … have fled the city ← ∅",
    ),
    en(
        "passive with infinitive, present",
        "The mayor is said to own two farms.",
        "The mayor … own two farms ← ∅",
    ),
    es("named", "El plan fue calificado de ilegal por el juez.", "El plan … ilegal ← el juez"),
    en(
        "named",
        "The plan was described as illegal by the judge.",
        "The plan … illegal ← the judge",
    ),
    es("named, active", "El juez calificó de ilegal el plan.", "ilegal el plan ← El juez"),
    en("named, active", "The judge called the plan illegal.", "the plan illegal ← The judge"),
    es("asserted impersonally", "Se cree que el cuadro es falso.", "el cuadro es falso ← ∅"),
    en("asserted impersonally", "It is believed that the painting is a fake.", "the painting is a fake ← ∅"),
    es("it emerged", "Trascendió que el piloto estaba enfermo.", "el piloto estaba enfermo ← ∅"),
    en(
        "adverb",
        "The pilot was allegedly ill.",
        "The pilot was … ill ← ∅",
        fails="adverb of hearsay attributes nothing",
    ),
]


@table(VERBS)
def test_verbs(case):
    check(case)


@table(FORMS)
def test_forms_of_the_verb_and_its_surroundings(case):
    check(case)


@table(OTHER_SENSES)
def test_verbs_in_other_senses_attribute_nothing(case):
    check(case)


@table(PASSIVE)
def test_passive_and_impersonal(case):
    check(case)
