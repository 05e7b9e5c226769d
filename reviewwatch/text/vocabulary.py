"""More words that tell a language, beside `profiles`: of stays, meals, parcels, goods, apps and games."""

from __future__ import annotations

from typing import Final

ALSO_ENGLISH: Final = """
    ab alt am ans article articles az barn beau bella boutique bra cabinet café carne carte centre chi comment
    correct cuisine da dan dare defect dell dice dine diner dos douche due ed error fa fare fez finger fire fra
    god grand grande handy haus hem ins k laden later lift linda lit local locale log mail mann may ni non
    normal original pain pan pane pedi petite plat pro propaganda pub pubs quest ra reception regular rent
    restaurant rico robe rom s sale sales se sen sent serve stand starter state stella storing strand t tag te
    teller tent ti timer total tres u v va van vast vino w warm
"""
"""Of these words those that English texts use as well: they speak neither for English nor against it."""

SHARED_WITH_ENGLISH: Final = {
    "de": "also bad chef kind will version normal warm total personal",
    "nl": "account bad bed best beer kind lunch man want week hotel water restaurant warm hem later van",
    "fr": "an car me menu minute minutes parking portions table tables top simple service hotel personnel cuisine",
    "es": "he color hotel me no local normal regular error son",
    "pt": "hotel me do no as local normal",
    "it": "hotel me a i no reception menu",
    "sv": "lunch man hotel bar",
    "da": "by time to bad hotel bar",
    "no": "by time to bad hotel bar",
}
"""Words of other languages that look like English ones: they take nothing from English, and belong to both."""

VOCABULARY: Final = {
    "de": """
        ab abend abgebucht abo absolut absturz abstürze abzocke akku alt alte alten angekommen angerufen
        ankommen anmelden anmeldet anmeldung anruf ans antwort antworten antwortet artikel arzt aufzug aussicht
        bahnhof bedienung behandlung beim bekam bekommen berechnet besser beste bestellen besten bester bestes
        betrug bett betten bevor bezahlen bezahlt bier billig bleiben bleibt blieb brauchbar dabei dafür damit
        daran darauf dauert dauerte davon dazu defekt denn deshalb diese diesem diesen dieser dieses dreckig
        drei dusche ehrlich einloggen empfang erhalten erst erstattung ewig familie farbe fehlen fehler
        fehlermeldung fehlt fehlte fenster finger fleisch frau frechheit früh frühstück funktion funktionen
        funktionieren fünf gaststätte gebühren gefragt gegessen gehen geholfen gekauft geliefert gemacht genug
        gern gerne gerät gesagt geschmeckt geschrieben geschäft gestern gewartet geworden ging groß große größe
        gäbe günstig handtuch handtücher handy haus heizung heiß herr heute hilfe hilfsbereit hilft hinweis hose
        hätte ihm ihn ihnen ihre ihrem ihren ihrer ins jede jeden jeder jedes jemand kaffee kalt kaltes kam
        kaputt katastrophe kaufen keiner keines kellner kellnerin kinder klasse kleid kleine kleines koch kommen
        kommt kompetent konnte konnten konto können küche kündigen kündigung laden lange lassen laut leer leise
        leute lieber lief lieferdienst lieferung lokal länger lärm lässt läuft machen macht mann matratze mies
        minuten miserabel mitarbeiter mitarbeiterin monat morgen morgens muss musste mussten müssen nachdem
        nacht nett nette netter neu neue neuen neuer niemand nächte obwohl paket parken parkplatz passt passte
        passwort portionen praxis prima punkt pünktlich qualität rechnung restaurant rezeption ruhig rückgabe
        salat sauber sauberkeit schade schlimmer schmeckt schmutzig schuhe schön schöne schöner schönes sechs
        sein seine seinen seite sogar soll sollen sollte sondern spiel spiele spielen spielstand spät stadt
        stadtmitte stand steht stern sterne stoff stunde stunden stürzt suppe tag tasche telefon teller termin
        teuer teurer tisch total trotz trotzdem tür unbrauchbar unverschämt verkäufer verloren versand
        versprochen vielleicht vier voll vom völlig ware warm warmes warte warten wartezeit wartezimmer warum
        weg wegen wein weiterempfehlen weniger werbung wieso wirklich woche wohnung wollte wollten worden
        wunderbar wurden während wäre würde zahlen zahnarzt zehn zentrum ziemlich zimmern zuviel zwei zwischen
        überteuert
    """,
    "fr": """
        abonnement abîmé abîmée afin agréable aimable aimables ainsi aller allé alors ami amis ancien année
        appel appeler appelé appli argent arnaque arrivé arrivée article articles ascenseur assez attendre
        attends attendu attente aujourd'hui autant autre autres bain beau belle belles bientôt bière boutique
        bruit bruyant bruyante c'était cabinet café calme carte cassé cassée cassés catastrophique celle celui
        centre ceux chacun chaque chaud chaude chauffage chaussures cher chers chère cinq colis combien
        commander commandé comment connecter connexion conseille contre correct correcte couleur cuisine
        cuisinier d'accueil d'attente demain demande demander demandé dentiste deux devoir dit dix dois doit
        dommage donner donné douche décevant décevante dégueulasse déjeuner délai délais délicieuse délicieux
        départ désagréable dîner efficace enfant enfants enfin ensuite entre erreur erreurs eux facture facturé
        facturés fallait famille faut femme fenêtre ferme fois fonctionnait fonctionne fonctionnent frais froid
        froide fuir gare gens gentil gentille goût grand grande grands gratuit heure heures heureusement hier
        honte honteux identifiant impoli incompétent incompétents inefficace j'adore j'aime j'attends jeu jeux
        joli jolie jouer jour jusqu'à l'accueil l'appli l'attente l'endroit l'hôtel l'équipe lamentable
        lentement leurs lit lits livreur livré livrés lors lorsque lui magasin magnifique maintenant malgré
        malheureusement manquait manquant manque marchait marche mari matelas matin meilleur meilleure mieux
        mise moi moins moyen moyenne médecin n'ai n'y ni niveau niveaux nos nouveau nouveaux nouvelle nuit nuits
        ouvre pain parce parfaitement parfois partie paye payer payé pendant perdu personne perte petit
        petit-déjeuner petite petits peut peuvent peux pire pires plantage plante planté plat plats plusieurs
        plutôt poisson poli porte pourquoi pourrait pouvoir presque produit produits propre propreté pub
        publicité publicités pubs puis qu'ils qu'on quarante quartier quatre quelque quelques rapidement
        recommander remboursement rembourser remboursé rendez-vous repas retard retourner revenir reviendrai
        reviendrons reçois reçu reçue robe répond répondre répondu réponse réponses résiliation résilier s'est
        s'ouvre sale sales salle se selon semaine semaines serveur serveuse serviable serviettes seul seule
        seulement simplement sinon soi soin soins soir souriant sous souvent superbe surtout sympa sympathique
        séjour taille tard te tissu tiède toi trois téléphone tôt va vendeur vendeuse venir venu vers veut veux
        viande vient ville vin vingt voilà voleurs vont vos vouloir voulu vue étage étoile étoiles éviter évitez
    """,
    "es": """
        abre abrir abrió actualización actualizan actualizar actualizó además ahí alguien alguna algunos algún
        allí amable amables antes antipático anuncio anuncios aparcamiento apenas aquel aquella aquí arreglar
        arreglen ascensor así atendieron atendió atienden aunque ayer ayuda ayudaron ayudó aún barata barato
        baratos bastante baño baños bonita bonito bonitos borde buenísima buenísimo buenísimos café calefacción
        calidad caliente calientes cama camarera camarero camas cancelar cancelé cara carne caro caros casi
        celular cena centro cerrar cerró cerveza cierra cinco cita ciudad cobran cobrar cobraron cobro cocina
        colchón comer comido comimos compra comprado comprar compré conmigo consulta contesta contestan
        contestar contigo contra contraseña cual cuatro cuál cuándo cuánto cómo da dan dañado debe deben debería
        deberían decepcionado decepcionante decepción deja dejan dejar dejó demasiada demasiado demasiados
        dentista desayuno después devolución devolver devolvieron devuelven dice dicen dieron diez difícil
        dijeron dijo dio dos ducha dueño durante dónde ella ellas ellos empleado empleados encargado entonces
        entre entrega entregar entregaron enviar enviaron envío envíos eran error errores esos espectacular
        espera esperando esperar esperé estaban estacionamiento estafa estafadores estancia estrella estrellas
        estuvimos estuvo falla fallan fallo fallos falta faltaba faltaban faltan familia fría frío fríos fueron
        fui funciona funcionaba funcionan funcionar gente grande grandes gratis grosera grosero haber había
        habían hacen hacia hago hecho hemos hermoso hicieron hizo hora horas hoy imposible increíble iniciar
        inicio intuitiva intuitivo inútil ir juego juegos jugar ladrones lenta lento lentos limpia limpieza
        limpio llamada llaman llamar llamé llega llegado llegar llegaron llegó lleva llevan llevar llevo local
        luego lástima maleducada maleducado malísima malísimo mañana mediante menos mesero mientras minuto
        minutos misma mismo mismos médico móvil nadie ninguna ninguno ningún nivel niveles niño niños noche
        noches normal nuestra nuestro nueva nuevo nuevos otra otras otro otros pagado pagar pago pagué pan
        pantalla paquete partida pedido pedidos pedir pedí pequeña pequeñas pequeño pescado piscina plato platos
        playa precio precios producto productos publicidad pude pudimos pudo puedes puerta pues quería quien
        quienes quiere quieren quiero recepcionista recepción recibido recibir recibí recomendado recomendar
        reembolso regular repartidor reparto responde responden respuesta respuestas restaurante rica rico ricos
        robo ropa rota rotas roto rotos ruido ruidos ruidosa ruidoso rápidos sabor sabrosa sabroso según seis
        semana semanas sencilla sencillo sesión señora simpática simpático sirve sitio solucionar solucionen
        solución soporte sucia sucias sucio sucios suscripción suyo talla tallas tampoco tarde tela teléfono
        tiempo tienda tiendas toallas todavía tranquila tranquilo tras trato tres va vacío vamos van ventana
        vergüenza versión vestido vieja viejo viene vienen vino vistas volver volveremos volveré volvería voy
        vuelve vuelvo vuestro zapatos él única único útil
    """,
    "pt": """
        abaixo abre abrir abriu acima adoro agora ainda ajuda ajudaram ajudou algum alguma alguém ali almoço
        amanhã amei antes anúncio anúncios apenas após aquecimento aquela aquele aqui aquilo arrumem assim
        assinatura atencioso atenciosos atende atendem atender atenderam atendeu através atualizar atualização
        atualizem atualizou banheiro barata barato baratos barulhenta barulhento barulho bastante bonita bonito
        bonitos cada café cama camas cancelamento cancelar cancelei cara carne caro caros cedo celular centro
        cerveja chega chegar chegaram chegou chuveiro cidade cinco cobrado cobram cobrança cobrar cobraram
        colchão comemos comer comigo compra comprar comprei conosco consegue consegui consertar consigo consulta
        contra contudo cor cozinha criança crianças daquela daquele decepcionado decepcionante decepção deixa
        deixam deixou dela delas dele deles deliciosa delicioso demais dentista dentro depois deram desiludido
        desilusão dessa desse desta deste deu devagar deve devem deveria devolução devolver devolveram dez
        difícil disse disseram disso disto diz dizem dois dono duas duche dum duma durante dá dão ecrã educada
        educado elevador embora empregado encomenda encomendas enquanto entrar entre entrega entregador entregar
        entregaram entregue então enviar enviaram envio eram erro erros espera esperando esperar esperei
        espetacular estacionamento estadia estadias estava estavam esteve estive estivemos estorno estou
        estragada estragado estrela estrelas falha falhas falta faltam faltava faltavam faltou família fase
        fases fazem faço fecha fechar fechou feito fez filhos fizeram fomos fora foram fraude fria frio fui
        funciona funcionam funcionava funcionou funcionária funcionário funcionários garçom garçonete gente
        gerente golpe gostosa gostoso grande grandes grosseira grosseiro grátis havia hoje hora horas houve há
        impossível incrível inútil ir janela jantar jogar jogo jogos ladrões lenta lento lhe lhes ligar ligação
        liguei limpa limpeza limpo linda lindo lixo local loja lojas longe lá mal-educado manhã maravilhosa
        maravilhoso marcação menos mesma mesmo minuto minutos médico nenhum nenhuma nessa nesse nesta neste
        ninguém nisto noite noites nossa nossas nosso nossos nova novo novos num numa nuns nível odeio ontem
        outra outras outro outros pacote pagamento pagar pago paguei partido pedi pedido pedidos pedir peixe
        pena pequena pequeno perante perto pessoas piscina podem poderia pois porta porém pra praia pras prato
        pratos prestativo preço preços pro produto produtos propaganda propagandas pude pão qualidade qualquer
        quatro quebrada quebrado quebrou quente quentes quer querem queria quero razoável receber recebi
        recebido recepção receção recomendável reembolso resolvam resolver resolveram responde respondem
        respondeu resposta respostas restaurante roupa sabor saborosa saboroso sapatos seis semana semanas senha
        senhora serve sessão simples simpática simpático simpáticos solução somente somos sossegado sou suja
        sujas sujo sujos suporte tamanho tanto tarde tecido tela telefone telemóvel temos tempo teu teve tinha
        tinham tive tivemos toalha toalhas trava travando travou três tua tão vai vamos vazio veio velha velho
        vem vergonha versão vestido vinho voltar voltarei voltaremos voltaria volto vosso vou vão vêm à àquele
        às útil
    """,
    "it": """
        abbastanza abbonamento accedere accesso acquistare acquistato acquisto addebitato addebito adesso
        affinché aggiornamento aggiornare aggiornato agli aiutato aiuto albergo alle allo altra altre altri
        altro ancora andare andati andato anzi aperto appena appuntamento apre aprire arriva arrivare arrivata
        arrivati arrivato ascensore asciugamani aspetta aspettare aspettato aspetto assolutamente attesa avere
        aveva avevamo avevano avevo avuto bagni bagno bambini bambino bel bella belle belli bellissima
        bellissimo bello birra blocca bloccata buonissima buonissimi buonissimo c'era c'è caffè calda caldi
        caldo cameriera cameriere cara cari carne caro cellulare cena centro chi chiamare chiamata chiamato
        chiude chiudere chiuso cinque città ciò coi col colazione colore com'è comprare comprato consegna
        consegnata consegnato consigliare consigliatissimo contro corriere cortese cortesi cos'è cosa cose
        cucina cui dagli dai dall dall'inizio dalle danneggiato danno dare dato dell deludente delusa delusione
        deluso dentista dentro detto deve devono dice dicono dieci difficile disdire disponibile disponibili
        doccia domani dovrebbe dovuto due dunque durante dà economico ed erano eravamo ero errore errori fa
        faccio faceva famiglia fanno fantastico fatta fatti finestra fra fredda freddi freddo funziona
        funzionano funzionava fuori gentili gentilissima gentilissimo giocare giochi gioco grande grandi gratis
        gustoso ieri impossibile inutile invece l'app l'ho l'hotel ladri lenta lenti lentissimo lento letti
        letto livelli livello locale lontano là lì maleducata maleducati maleducato manca mancante mancava
        mancavano mangiare mangiato materasso mattina medico meglio meno mentre meraviglioso miei minuti minuto
        molta molte molti negli negozi negozio nell nello nessun nessuna nessuno nostra nostro notte notti nuova
        nuovi nuovo od oggi ogni ognuno oppure ora ordinare ordinato ordine ordini ormai orribile pacco
        pagamento pagare pagato pane parcheggio peccato peggio però pesce piatti piatto piccola piccoli piccolo
        piscina poca poche pochi poiché pomeriggio porta portiere posso possono potrebbe potuto pranzo presto
        prezzi prezzo prodotti prodotto propria proprietario proprio pubblicità pulita puliti pulito pulizia
        purtroppo qua qualche qualcosa qualcuno quale quali qualità quanta quanti quanto quattro quell quella
        quelle quelli quest queste qui quindi reception reso restituire ricevere ricevimento ricevuto riesce
        riesco rimborsato rimborso riscaldamento risolto risolvere risponde rispondono risposta risposte
        risposto ristorante riuscito rotta rotte rotti rotto rumore rumori rumorosa rumoroso sapore scadente
        scarpe schermo sconsiglio scortese scortesi sei semplice sera serve settimana settimane siamo siccome
        sicuramente siete signora simpatico soggiorno soluzione sopra sotto spedito spedizione spesso spiaggia
        sporca sporche sporchi sporco state stati stella stelle stessa stesso struttura stupendo subito sugli
        sui sull sulle suoi taglia taglie tanta tante tanti tanto tardi telefono tempo tessuto titolare tornare
        tornerei torneremo tornerò tra tranquillo tre troppa troppe troppi truffa tuoi un'ora utile va vado
        vanno vecchia vecchio veloci vengono venire venuto vergogna versione verso vestito vicino viene vino
        visita voglio vogliono volevo vostra vostro vuole vuoto
    """,
    "nl": """
        weg aangekomen aankoop aanraden aardig aardige abonnement absoluut achter advertenties afgeraden
        afgeschreven afrader afsluiten afspraak antwoord antwoorden antwoordt artikel attent avond badkamer
        balie batterij bedden bediening beetje behalve behulpzaam bellen beste betaald betalen betaling beter
        bezorgd bezorgen bezorger bezorging bier bijna bijwerken bleef blijft blijven boven broek brood brutaal
        centrum crashen crasht daarna daarom dag deed defect denk deur diner doen doet dokter douche drie dure
        dus duur duurde duurt echter eerst eigenaar eindelijk elk elke ergens factuur fout fouten foutmelding
        gaan gaat gebeld gebroken gedaan gegeten geholpen gekocht gekregen gemaakt genoeg gerecht gerechten
        gevraagd gewacht geweest geweldig geweldige gezegd gezien gezin ging gisteren goedkoop goedkope gratis
        groot grote haar halve handdoeken heet helemaal helft helpt hem hen herrie hoef hoeft hoewel huisje hulp
        hun ieder iedere iedereen iemand indien ingelogd inloggen jaren jas jouw jurk kapot kapotte keuken
        kinderen klein kleine kleur koffie kok komen komt kopen kosten koud koude kreeg krijgen krijgt kwaliteit
        kwam kwamen laat lang lange langs later lawaai lawaaierig leek leuk leuke lift lijkt locatie loopt maakt
        maand maat mag mail maken maten matras medewerker medewerkers mensen minder minuten mocht mogen mooi
        mooie morgen n naast nacht nachten nergens niemand nieuw nieuwe niveau ober ochtend onbeschoft onder
        ontbijt ontbrak ontbreekt ontbreken ontvangen ontzettend onvriendelijk openen opent opgelost opgezegd
        oplichters oplichting oplossen oplossing opzeggen oud oude overal pakje pakket parkeerplaats parkeren
        plek praktijk probleem problemen raam reactie reageert receptie reclame reclames rond rustig rustige
        schandalig schande scherm schoenen schone schoon schoonmaak serveerster sinds slechter slechtste sluit
        smaak smaakt smakelijk smerig soms spel spelen spelletje stad steeds ster sterren stil stof storing
        storingen strand stuk stukken t tandarts telefoon teleurgesteld teleurstellend teleurstelling tent terug
        terugbetaald terugbetaling teruggave terwijl tien tijdens toch toestel totaal tussen twee uitgelogd
        uitzicht uren vaak vandaag vast vastloopt verblijf verkeerd verkeerde verschrikkelijk versie verwarming
        verzending verzonden vier vies vieze vijf vind vindt vis vlees vond vonden vraagt vragen vreselijk vroeg
        vrouw waardeloos wacht wachten wachttijd wachtwoord warm warme weet wegens werd werden werken werkend
        werkt werkte wijn wil wilde willen winkel winkels wist zaak zegt zei zes zien ziet zo'n zodat zou zouden
        zulke zwembad
    """,
    "sv": """
        affär alltså avgift avsluta barn barnen batteriet bemötande bemötandet besvikelse besviken betala
        betalade betalat billig billigt bluff bord butik bästa både dag dagar dess dina dusch dyr dyrt därför
        dörr eftersom enkel enkelt faktura familj fantastisk fantastiskt fel felaktig fem frukost fruktansvärt
        fyra färg fönster god goda gott hans hemsk hemskt hennes hjälp hjälpsam hjälpsamma hjälpte hotellet
        inloggning jättebra jättetrevlig kaffe kall kallt klänning konto krasch kraschar krog krånglar kvinna
        kök köp köpa köpt köpte leveransen levererad levererades logga lurade läge läkare långsam långsamt
        lösenord maten medan mejl middag minuter mobil månad månader nivå någonsin otrevlig otrevliga otrevligt
        paket paketet pengarna personalen prenumeration produkten produkter reklam ren rent retur returnera
        ringa ringde rummen rummet saknades saknas sen sent servitris servitör skicka skickade skickas skickat
        skor skärm smutsig smutsigt snabba spel spela spelet stad stan startar storlek städat städning stället
        stänger svar svarade svarar svår svårt synd sämsta säng sängar sönder tandläkare telefon telefonen tid
        tidigt timmar timme tio toppen trasig trasiga trasigt tre två tyvärr underbar underbart uppdatera
        uppdatering uppdateringen usel uselt utsikt varje varken varm varmt vecka veckor vilka vilken vilket vin
        vistelse vänta väntade väntat väntetid värsta äta år åt återbetalning öl öppna öppnar
    """,
    "da": """
        abonnement adgangskode aftensmad batteriet bedste beliggenhed beskidt beskidte betale betalt betalte
        betjening betjeningen billig billigt bord brusebad butik byen både børn børnene crasher dag dage derfor
        desværre dine dyr dyrt dårlige dør elendig elendigt faktura familie fantastisk fantastiske farve fejl
        fem fire forfærdelig forfærdeligt forretning frokost gebyr hans hendes hjalp hjælp hjælpsom hjælpsomme
        hotellet hurtige hver hverken hvilken hvilket hvordan hvorfor kaffe kjole knækket kold koldt konto
        kvinde køb købe købt købte køkken langsom langsomt leveret leveringen log lukker læge lækker lækkert
        maden mand manglede mangler minutter mobil morgenmad måned måneder nem nemt niveau nogensinde opdatering
        opdateringen ophold opsige pakke pakken pengene personalet produktet reklamer ren rengøring rent
        returnere ringe ringede sen sende sendt sendte seng senge sent sko skuffelse skuffende skuffet skærm
        spil spille spillet spise spiste starter stedet størrelse svar svarede svarer svindel svært synd
        tandlæge telefon telefonen ti tidligt tilbagebetaling timer tjener tre udsigt uge uger uvenlig uvenlige
        varen varm varmt venlig venlige venligt vente ventede ventet ventetid vidunderlig vin vindue virkede
        virker værelse værelser værelset værste åbne åbner år ødelagt øl
    """,
    "no": """
        abonnement avslutte barn barna batteriet beliggenhet beste betale betalt betalte betjening billig bra
        butikk byen både dager derfor dessverre dine dusj dyrt dårlige dør elendig enkelt faktura familie
        fantastisk farge feil forferdelig frokosten fungerte gebyr hans hennes hjalp hjelp hjelpsom hjelpsomme
        hver hvilken hvilket hvordan hvorfor hyggelig hyggelige innlogging kaffe kald kaldt kjøkken kjøp kjøpe
        kjøpt kjøpte knust konto krasjer kvinne langsom lege leveransen levert litt lukker mangler manglet mann
        maten middag minutter måned måneder nivå noensinne nydelig oppdatering oppdateringen opphold pakke
        pakken passord pengene personalet produktet raske refusjon reklame renhold rent returnere ringe ringte
        rom rommene sendt sendte senger sent servitør skitten skittent skjerm sko skuffelse skuffende skuffet
        spill spille spillet spise spiste starter stedet størrelse svar svarer svarte svindel synd tannlege
        telefonen tidlig timer treg tregt uhøflig uhøflige uke uker utsikt vanskelig varen varmt vente ventet
        ventetid verken verste vindu virker åpne åpner år ødelagt øl
    """,
    "pl": """
        aktualizacja aktualizacji aplikacji brakowało brakuje brudne brudno brudny buty były błąd błędy chociaż
        cicho ciepły czasami czekam czekać cztery czysto czysty często dentysta dlatego dni dosyć dotarł dotarła
        dotarło drogi drogo drzwi duży dwa dzieci dzisiaj godzin godzinę gorzej gra gry gwiazdki głośno hasło
        hałas ich jakość jego jej jutro kawa kelner kelnerka kolacja kuchnia kupiłam kupiłem kurier lekarz
        lepiej logowanie masakra materac mały miasto miesiąc minut miła miło miły mniej moja moje mój nam nas
        niemiła nieprzyjemny nowa nowy obiad odbiera odpowiada odpowiedź okno oszuści otwiera paczka paczki
        pieniędzy piwo piękny pięć pomocny pomógł ponieważ potem prawie prysznic przesyłka pyszne później
        rachunek reklam reklamy restauracja rodzina rozmiar sklep smaczne stary swój tani tanio telefon teraz
        tragedia trzy tydzień tygodni uprzejmy wam wcześniej wczoraj widok wizyta więc więcej wyłącza zamyka
        zapłacić zapłaciłem zawiesza zepsuta zepsuty zimna zimne zimny zwrot zwrotu ładny łazienka łóżko
        śniadanie żenada
    """,
    "cs": """
        aktualizace aktualizaci ačkoli balík boty chutné chyba chyby chybí chybělo dnes dní dorazil dorazila
        dost drahé drahý dva dveře děti heslo hezký hluk hlučné hodin hodinu hra hry hrůza hvězd hůře jeho
        jejich její koupelna koupil krásné krásný kuchyně kurýr kvalita káva levné lékař lépe malý matrace milá
        milý minut méně město měsíc nebyl nebyla nedorazil nepoužitelné nepříjemná nepříjemný nikdo nová nový
        nám nás někdy obchod oběd ochotná ochotný odpovídá odpověď okno otevře padá peněz pivo podvod postel
        potom později proto protože pět přihlášení příjemný reklam reklamy restaurace rodina rozbité rozbitý
        skoro snídaně spadne sprcha starý studené studený svůj telefon teplý teď tichý týden týdny tři velikost
        velký večeře vrácení vám vás více výhled včera zaplatil zavírá zubař zásilka zítra často čekat čekám
        čisto čistý čtyři číšník škoda špinavé špinavý
    """,
    "ro": """
        era erau avea rece cald camera camere curat murdar zgomot nimeni ajutat ajută așteptat aștept ore zile săptămâni
        colet coletul curier bani restituire plătit scump ieftin stricat lipsea merge funcționează actualizare cont
        parola telefon răspunde răspuns niciun nicio fost fără doar mult multe prea frumos frumoasă urât vedere oraș
        chelner bucătărie cafea bere gust gustos pat duș baie fereastră medic copii
    """,
    "hu": """
        soha többet hideg meleg koszos tiszta zajos hangos ágy zuhany reggeli pincér konyha kávé sör étterem szálloda
        csomag csomagom futár megérkezett visszatérítés drága olcsó hibás hiányzik hiányzott hiba frissítés frissítés
        összeomlik bejelentkezés jelszó telefon válasz válaszol várok vártam óra percet hét hónap gyerekek
        orvos fogorvos
        volt voltak lett senki semmit ennyi után miatt alatt csalás
    """,
    "fi": """
        kylmä kylmää lämmin likainen siisti meluisa kova sänky suihku aamiainen tarjoilija keittiö kahvi olut ravintola
        hotelli paketti pakettini posti saapui palautus rahat kallis halpa rikki puuttui virhe päivitys kaatuu avaa
        kirjautuminen salasana puhelin vastaa vastausta odotin odotan tuntia tuntia päivää viikkoa kuukausi lapset
        lääkäri hammaslääkäri kukaan mikään huonompi paras ystävällinen töykeä huijaus pettymys eivät eikä ovat
    """,
    "tr": """
        soğuk sıcak kirli temiz gürültülü yatak duş kahvaltı garson mutfak kahve bira restoran paket kargom kurye
        geldi gelmedi gelen iade pahalı ucuz bozuk eksik hata güncelleme çöküyor açılmıyor giriş şifre telefon cevap
        bekledim bekliyorum saat dakika gün hafta ay çocuk çocuklar doktor dişçi kimse hiçbir rezalet dolandırıcı
        ilgisiz ilgili kaba nazik tekrar gelmem almayın çalışmıyor oldukça gayet
    """,
}
