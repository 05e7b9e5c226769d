"""Words that tell a language, by script: its small words, and what people write in reviews all the time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reviewwatch.text.vocabulary import ALSO_ENGLISH, VOCABULARY

_LATIN: Final = {
    "en": """
        a i the and of to in is it was that this for with but not have had has they you my me we very from would
        your our there their what which when will just all out get got if be are been he she her his because about
        only even here than then them or who how after again never as at by on an so do did does no up can could
        were its more some any other into over before off one two much many most also too where why while should
        these those being going went came come go back like make made take took said say told ask asked want need
        know think feel use used using work works working worked don't didn't doesn't can't couldn't won't wouldn't
        isn't wasn't aren't weren't haven't i'm i've i'd i'll it's that's there's you're they're we're dont didnt
        doesnt cant wont isnt wasnt im ive thats always ever still now every each few first last next time times day
        days week month months year years people thing things something nothing anything everything everyone nobody
        anyone someone way lot really well good great bad better best worse worst love loved loves hate hated
        awesome amazing terrible horrible awful disappointed disappointing disappointment excellent perfect nice
        fine poor wonderful fantastic friendly helpful rude slow quick clean dirty cheap expensive easy easily hard
        happy unhappy satisfied quality price money worth waste refund customer service staff food place room hotel
        breakfast shower bed dinner lunch waiter waitress manager owner order ordered delivery delivered arrived
        phone call called email website update version bug bugs crash crashes crashed crashing issue issues problem
        problems fix fixed please thanks thank recommend recommended highly definitely absolutely totally completely
        simply actually little big small new old long short high low right wrong same different another without
        through since until against between both under down around away ok okay yes keep keeps kept able try tried
        trying pay paid bought buy buying purchase product item size fit wear game games play played playing book
        books read reading watch movie story app apps download open opened close closed wait waited waiting hour
        hours minute minutes night nights stay stayed visit visited eat ate drink hot cold fresh delicious tasty
        flavor taste tasted sleep quiet noisy noise location parking beautiful fast late early enough though
        although however instead maybe probably sure such having doing making getting looking coming leaving giving
        taking hoping moving calling talking feeling running eating sitting standing hers ours yours myself yourself
        itself whole half full empty view views rooms towels floor door window windows air street town city airport
        flight flights plane car cars road walk walking drive driving far near side top front inside outside across
        along behind beyond within whatever whether unless once twice often sometimes usually mostly nearly almost
        rather quite unfortunately honestly seriously obviously basically apparently literally found find left lost
        missed seen saw heard felt knew known gave given brought taught thought friend friends family kids child
        children husband wife daughter son mother father guy guys man woman lady help helped explained answered
        replied ignored cancelled canceled charged refunded returned replaced booked wanted needed wished hoped
        expected received stopped started seems seemed looks looked feels sounds tastes smell smelled broken damaged
        faulty useless pointless boring funny fun cool weird strange awkward pretty lovely gorgeous stunning
        comfortable uncomfortable spacious tiny crowded busy loud cozy convenient overpriced affordable reasonable
        fair unfair free extra special favorite favourite usual card account number screen battery charger cable
        sound picture camera keyboard laptop device feature features setting settings button buttons password login
        support team company business store shop pages teacher teachers student students class classes learn
        learning course courses exam question questions answer chapter author writer character characters plot
        ending written interesting color colour fabric dress shirt shoes pants sizes ran runs sleeve length chicken
        meat rice bread cheese fish soup salad steak sauce burger fries drinks beer wine coffee tea water ice menu
        meal meals table tables server servers bartender chef kitchen portion portions flavorful bland matter point
        reason idea sense care mind life world home house office job part bit piece kind sort plus per minus less
        least else already soon ago today tomorrow yesterday tonight morning afternoon evening weekend january
        february march april june july august september october november december monday tuesday wednesday thursday
        friday saturday sunday
    """,
    "de": """
        der die das und ist nicht ich ein eine einen einem einer zu zum zur mit auf für von im den dem des es sie er
        wir ihr war waren sehr aber auch wie als bei nach so man hat haben hatte hatten sind wird wurde werden kann
        nur noch wenn dass da hier mehr immer wieder mein meine unser unsere uns mir mich sich kein keine keinen
        leider gut gute guter gutes schlecht schlechte super toll tolle freundlich freundliche unfreundlich essen
        zimmer personal lecker preis bestellung bestellt geld kunden kundenservice kundendienst service empfehlen
        empfehlung zufrieden unzufrieden alles nichts etwas schnell langsam einfach über oder um aus am an bis durch
        ohne gegen schon jetzt dann weil was wer wo doch ganz viel viele bitte danke gibt geht funktioniert seit
        tage wochen monate jahre zurück hervorragend schrecklich furchtbar enttäuscht nie niemals mal
    """,
    "fr": """
        le la les de des du un une et est en à au aux dans pour par sur avec ce cette ces cet que qui ne pas plus
        très mais je j'ai tu il elle on nous vous ils elles mon ma mes votre notre leur son sa ses être avoir été
        était sont ont avons avez fait faire tout tous toute toutes bien bon bonne bons mauvais mauvaise rien jamais
        toujours aussi comme si même sans chez depuis après avant quand où c'est n'est n'a qu'il d'une d'un
        l'application qualité prix service clients client banque compte merci accueil personnel chambre hôtel
        excellent excellente parfait parfaite super génial nul nulle déçu déçue recommande livraison commande
        problème problèmes rapide lent trop peu beaucoup donc car y a ça cela impossible aucun aucune facile simple
        pratique vraiment encore déjà jours mois ans
    """,
    "es": """
        el la los las de del un una unos unas y e o en a al con por para que qué no se es son fue era muy más pero
        como mi mis me te lo le les su sus nos nosotros yo tu tú usted ustedes está están estaba estoy todo todos
        toda todas bien mal buen buena bueno buenos buenas malo mala excelente excelentes pésimo pésima horrible si
        sí sin sobre desde hasta cuando donde porque también ya hay ser tener tiene tienen tengo hacer hace puedo
        puede pueden aplicación tarjeta banco dinero servicio atención cliente clientes cuenta gracias rápido rápida
        fácil mejor peor nunca siempre nada algo muchas mucho mucha gran recomiendo recomendable ahora solo sólo día
        días mes meses año años vez veces ni ha han he cada encanta gusta gustó feliz contento genial comida lugar
        habitación app esta este esto eso ese esa
    """,
    "pt": """
        o a os as de do da dos das um uma e em no na nos nas com por para que não nao se é são foi era muito muita
        mais mas como meu minha meus minhas me eu você vocês voce ele ela eles elas seu sua está estão tudo todos
        bem mal bom boa bons boas ruim ótimo ótima otimo excelente péssimo péssima horrível sem sobre desde até
        quando onde porque também já tem têm tenho ter ser fazer faz pode posso aplicativo cartão banco dinheiro
        serviço atendimento cliente conta obrigado obrigada rápido fácil melhor pior nunca sempre nada só dia dias
        mês meses ano anos vez nem pelo pela ao aos isso este esta esse essa recomendo lugar comida quarto gostei
        adorei app
    """,
    "it": """
        il lo la i gli le di del della dei delle dello un uno una e è in a al alla ai con per che non si sono era
        molto più ma come mi ci ti vi io tu lui lei noi voi loro mio mia suo sua nel nella nei nelle sul sulla da
        dal dalla questo questa questi quello tutto tutti tutta bene male buono buona buoni ottimo ottima ottimi
        pessimo pessima eccellente senza anche quando dove perché perche già ho ha abbiamo hanno essere stato stata
        fare fatto può applicazione servizio cliente clienti assistenza soldi grazie veloce facile migliore peggiore
        mai sempre niente nulla solo giorno giorni mese mesi anno anni volta consiglio consigliato posto cibo camera
        personale gentile davvero davanti dopo prima fino poi così troppo poco
    """,
    "nl": """
        de het een en van is in op te dat niet ik je jij u we wij zij ze hij met voor zijn was waren er aan ook maar
        om als dan bij naar heeft hebben had heb ben bent wordt worden kan kunnen nog geen wel zeer heel erg mijn
        ons onze uw jullie dit die deze daar hier wat wie hoe waar omdat door uit over tot tegen zonder na al alles
        niets iets altijd nooit weer meer veel weinig goed goede slecht slechte prima top snel snelle langzaam fijn
        fijne lekker eten klant klanten klantenservice service personeel vriendelijk vriendelijke kamer prijs
        bestelling besteld bestellen geleverd levering geld bank rekening dank bedankt aanrader tevreden ontevreden
        jammer helaas echt moet moeten gewoon makkelijk gemakkelijk dagen weken maanden jaar keer
    """,
    "sv": """
        och att det är en ett i på som för av med till den de inte jag vi ni han hon var har hade om men så kan ska
        skulle från vid när där här man min mitt mina vår våra er era sin sitt sina mig dig oss dem detta denna
        dessa mycket bra dålig dåligt dåliga bättre bäst sämre sämst eller än nu bara också alltid aldrig ingen
        inget inga allt alla något någon några efter under utan över få får fick blir blev vara varit gör göra går
        gick kommer kom tar tog ger gav väldigt trevlig trevligt snabb snabbt leverans varor priset kundtjänst kund
        kunder pengar tack beställde beställning fungerar nöjd rekommenderar rekommenderas personal mat rum företag
        hemsida ej samt dock även ut upp in sedan innan inom igen redan
    """,
    "da": """
        og at det er en et i på som for af med til den de ikke jeg vi du han hun dem var har havde om men så kan
        skal skulle fra ved når hvor her man min mit mine vores jeres sin mig dig os dette denne disse meget god
        godt gode dårlig dårligt bedre bedst eller end nu kun også altid aldrig ingen intet alt alle noget nogen
        nogle efter under uden over få får fik bliver blev være været gør gøre går gik kommer kom tager tog giver
        gav rigtig hurtig hurtigt levering kundeservice kunde kunder penge tak bestilte bestilling fungerer tilfreds
        anbefale anbefaler anbefales personale mad sted super fin fint hvad hvis selv igen lige bare fordi deres
        træning
    """,
    "no": """
        og at det er en et i på som for av med til den de ikke jeg vi du han hun dem var har hadde om men så kan
        skal skulle fra ved når hvor her man min mitt mine vår våre deres sin meg deg oss dette denne disse veldig
        god godt gode dårlig bedre best eller enn nå bare også alltid aldri ingen ingenting alt alle noe noen etter
        under uten over få får fikk blir ble være vært gjør gjøre går gikk kommer kom tar tok gir ga rask raskt
        levering kundeservice kunde kunder penger takk bestilte bestilling fungerer fornøyd anbefale anbefales
        personale mat sted hva hvis selv igjen mye hotellet rommet frokost
    """,
    "fi": """
        ja on ei oli että se en ole hän me te he kun niin mutta myös vain kuin jos tai tämä nämä sen minun joka mitä
        mikä hyvä hyvää hyvin huono huonoa erittäin todella ihan aina enää nyt sitten koska kanssa ilman palvelu
        asiakaspalvelu ruoka huone hinta kiitos suosittelen tilaus toimitus toimii nopea nopeasti kaikki mitään
        paljon olen olemme olivat siellä täällä vielä
    """,
    "pl": """
        i w na z do nie się to jest że jak o co po za ale od dla tak czy już tylko być był była było są ma mam mi
        mnie ja my wy oni ten ta te tego tej tym bardzo dobry dobra dobre dobrze zły źle słaba słabo polecam obsługa
        klienta klient aplikacja działa pieniądze konto bank dziękuję szybko szybka łatwo najlepszy najgorszy nigdy
        zawsze nic wszystko przez przy pod nad bez kiedy gdzie który która które jeszcze super ok pokój jedzenie
        miejsce cena zamówienie dostawa niestety można
    """,
    "cs": """
        a v na je to se že s z do i o ale jak jsem jsme jste jsou byl byla bylo byli není nebo pro po za od tak už
        jen při bez aby co když kde který která které velmi moc dobrý dobrá dobré dobře špatný špatně špatná
        doporučuji nedoporučuji aplikace funguje nefunguje peníze účet banka děkuji rychle rychlé nikdy vždy nic
        všechno můj moje mi mě si ještě jídlo pokoj hotel obsluha personál cena objednávka zákazník bohužel super ok
    """,
    "tr": """
        ve bir bu da de için çok ile ne mi mı ama gibi daha en ben sen biz siz o olarak var yok değil ya hiç her şey
        şu kadar sonra önce olan oldu güzel iyi kötü berbat harika mükemmel tavsiye ederim etmiyorum teşekkürler
        teşekkür uygulama müşteri hizmet hizmeti para banka hesap hızlı kolay yavaş ürün kargo fiyat yemek otel oda
        personel sürekli neden lütfen artık bile diye süper ediyorum geldi aldım
    """,
    "id": """
        yang dan di ini itu untuk dengan tidak nggak gak ga tdk ada dari ke saya aku kamu kami kita anda bisa sudah
        sdh udah belum akan juga tapi tetapi karena krn jadi jd sangat sekali banget bgt lebih atau pada dalam oleh
        barang barangnya sesuai bagus bgs baik jelek buruk rusak cepat lambat lama pengiriman pesanan pesan beli
        harga murah mahal kualitas penjual seller toko aplikasi respon produk produknya warna ukuran bahan bahannya
        sampai makasih terima kasih terimakasih mantap mantul keren suka kecewa puas pas aman rapi lumayan semoga
        dapat datang kirim dikirim packing paket cocok buat utk yg dgn nya dong deh sih kok lagi masih semua hanya
        cuma kalau kalo jangan tolong kurang enak makanan tempat pelayanan kamar oke ok good order udh dah pake
        pakai dipakai sy gan min kak kakak bang mbak original ori recommended alhamdulillah berfungsi nyaman adem
        tebal tipis lembut halus sama seperti spt foto gambar tp tpi jg bs blm lg dr pd sm klo trima kasi thx mksh
        ditunggu
    """,
    "vi": """
        và là của có không được cho với một các những này đó rất tốt đẹp mua máy dùng hàng giá nhanh thì mà để khi
        đã sẽ đang cũng như nhưng nên vì bị quá lắm hơn nhất tôi mình bạn em anh chị shop sản phẩm chất lượng giao
        nhân viên nhiệt tình ổn pin chơi game màn hình ko k dc đc mk vs ok nhà món ăn ngon dở phòng khách sạn sạch
        phục vụ tệ kém điện thoại ứng dụng lỗi sử trong ra vào lên xuống đi lại ai gì sao thế vẫn chỉ nhiều ít chưa
        mới cảm hay luôn mượt xài tuyệt vời hài lòng may dung tot khong duoc cua rat dep
    """,
    "ro": """
        și si în in de la cu pe că ca nu este e sunt a am ai au fost un o una din pentru care mai dar foarte bun
        bună buna bine rău rau proast sau ce când unde tot toate totul nimic niciodată mereu fără fara aplicația
        aplicatia banca bani cont servicii serviciu clienți personal cameră mâncare recomand mulțumesc multumesc
        rapid ușor usor comandă comanda livrare preț excelent după acest această asta al ale lui ei noi voi îmi mi-a
        s-a
    """,
    "hu": """
        a az és hogy nem is ez egy van volt de csak már mint ha meg vagy nagyon jó rossz köszönöm ajánlom
        szolgáltatás ügyfélszolgálat ételek étel szoba ár gyors lassú mindig soha semmi minden még el ki be fel le
        én mi ők azt ezt nekem sajnos alkalmazás működik pénz szállítás rendelés kedves személyzet tökéletes
    """,
    "tl": """
        ang ng mga sa na ay ko mo ako ikaw siya kami kayo sila po hindi di naman lang pa rin din kasi pero para yung
        yong ung maganda ganda salamat sobrang mabilis sulit talaga dito doon wala meron may ito iyan nila namin
        kahit sana paano bakit saan nung pag kung
    """,
}

_CYRILLIC: Final = {
    "ru": """
        и в не на что это как очень но с я по все всё за от так же мы у бы было был была были для только уже если
        нет да или мне меня вы они его ее её нас вам есть при ещё еще номер персонал спасибо хорошо плохо хороший
        отличный рекомендую советую приложение сервис обслуживание работает деньги банк всегда никогда после того
        заказ доставка качество товар цена
    """,
    "uk": """
        і в у не на що це як дуже але з я по все за від так же ми б було був була були для тільки вже якщо немає та
        або мені мене ви вони його її нас вам є при ще номер персонал дякую добре погано гарний чудовий раджу
        рекомендую додаток сервіс обслуговування працює гроші банк завжди ніколи після замовлення якість
    """,
    "bg": """
        и в не на че това как много но с аз по всичко за от така ние у би беше бяха само вече ако няма да или ми мен
        вие те го я нас ви е при още стая персонал благодаря добре лошо добър чудесен препоръчвам приложение услуга
        обслужване работи пари банка винаги никога след поръчка качество съм сме са ще към със
    """,
    "sr": """
        и у не на што то како веома врло али са ја по све за од тако ми би је био била били само већ ако нема да или
        мени мене ви они његов нас вам сам су при још соба особље хвала добро лоше добар одличан препоручујем услуга
        храна ради новац банка увек никада после квалитет сте ће код
    """,
}

_DEVANAGARI: Final = {
    "hi": """
        है हैं और का की के में से नहीं यह बहुत को पर भी था थी थे हो कर मैं मैंने मुझे हम हमें आप आपका आपकी आपके आपको क्या क्यों
        कैसे कि जो तो ही इस उस वह ये इसे उसे इसका इसकी इसके कोई कुछ किया किए करें करता करते करना करने होता होती होते होना होने
        गया गई गए रहा रही रहे लिए साथ अब तक बाद जब तब अच्छा अच्छी अच्छे बेकार खराब मेरा मेरी मेरे हमारा हमारी हमारे अपना अपने
        अपनी ने हूँ हूं हुआ हुई हुए सकते सकता सकती सब बार दिया दी दें दे खेद सिर्फ बिल्कुल ना वाला वाले वाली ठीक
    """,
    "mr": """
        आहे आणि नाही खूप छान आहेत मी हे ते पण होते होता होती चांगले चांगला चांगली आम्ही तुम्ही तुमच्या तुमचा तुमची तुमचे आपल्या
        आपले आपली माझे माझा माझी माझ्या मला आम्हाला तुम्हाला हा झाले झाला झाली केले केला केली करा करण्यासाठी असे आहात काही मध्ये
        साठी सर्व त्यांनी त्या नव्हते नाहीत आमच्या आमचे फार वाईट
    """,
    "ne": """
        छ र छन् छैन धेरै राम्रो नराम्रो भएको गर्न हुन्छ पनि लागि गरेको थियो म मेरो हामी हामीले हाम्रो तपाईं तपाईंको तपाईंलाई
        तपाईले यो त्यो गर्नुहोस् गर्नुहोला भयो भए मलाई हामीलाई सबै अनि गर्दै गर्छ छौं छु छन भन्ने गरे दिनुहोस् को लाई मा
    """,
}


def _profiles(words_of: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in words_of.items()}


def _with_vocabulary(profiles: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
    more = _profiles({**VOCABULARY, "en": ALSO_ENGLISH})
    return {language: words | more.get(language, frozenset()) for language, words in profiles.items()}


LATIN: Final = _with_vocabulary(_profiles(_LATIN))
CYRILLIC: Final = _profiles(_CYRILLIC)
DEVANAGARI: Final = _profiles(_DEVANAGARI)
