/**
 * 1,024 short, common Swedish words: ten bits each. The first four letters tell each from every other, also where å and ä
 * are written a, and ö is written o. Written for Spegla. Their order is printed on paper: never change, add or remove one.
 */
export const swedishWords: readonly string[] = `
ackord adress afton agat akacia aktiv album alkov allé allmän alpin altan amatör ampel analys
ananas andas andel anemon anis ankare annons anorak antenn antik april aptit arbete arena arkiv
arom asfalt aska aspekt atlas atom aula avsikt avsked avtal axel backe badrum bagare balett bambu
banan bandy barn basket bastu beige bekant besök betong bidrag bikupa bingo bitter bjälke björk
blad blomma blus blåbär bläck boende bofink boll bomull bonus bord borste botten bragd brasa bredd
bricka bris broder brosch brunn brygga bräda bubbla budget buffel bukett bulle bunt burk busig
buske buss butik bygd byrå byte bytta byxor båda båge bädd bälte bänk bärare bäver böja böna café
cello cement chans charm cirkus citron clown cykel dadel dagbok dagg damask dator datum dekor
delfin delta design detalj dikter dimma diplom direkt disk djärv docka doft doktor dolma domare
dosa dotter dragspel drake drama dricka droppe druva dryck dröm dubbel dunkel dusch duva dygn
dykare dyna dyrbar dörr eclair effekt efter ekorre elev elva emalj emblem energi enkel enorm enris
ensam entré envis episod epok etui euro exakt examen expert extra fackla faktor falk familj farfar
fart fasad femton fest fiber ficka figur fikon film filt filur final finger fiol firma fisk fjord
fjäder flagga flamma flaska flicka flod flotte fluga flyga flytta fläder fläta flöjt foajé focka
folk fontän forell frakt fransk fred fritid frodas frost frukt frysa fråga fröjd furu fyra fågel
fålla fåtölj fäbod färg färja färsk följa förråd första gaffel gala galler galopp gammal garage
gasell gepard giffel gilla gips giraff gitarr glad glas gloria glosa glänta glögg gnista gnola
gnägga godis golf golv gondol gran gratis gren grill groda grotta grund gryta gräva gubbe guide
guld gummi gunga gurka gård gåta gåva gädda gärna gäst gömma hacka hagel hallon hamn hare harpa
hassel hatt hektar helg hemma heta himmel hink hipp hissa hitta hjort hjälp hjärta hobby hockey
holk honung hopp horn hotell humla humör hund hurra hustak huvud hydda hylla hyra hytt hägg hämta
härlig hästar höjd höna höra hösten hövlig idol idrott iglo ikon impuls infart ingång insekt intyg
iris isbit iskall iver jacka jakt jasmin jazz jobb jogga jojo jolle jord jubel juice juli jumbo
juni jurist juvel jägare jämn järn järv jätte jökel kaffe kajak kaka kakel kalv kamel kamin kamrat
kanal kanel kanin kanot kant kapsyl kapten karta kasse katt kavaj kaviar kedja kemi kennel keps
kikare kilo kiosk kista kiwi kjol klase klippa klocka klot kläder klöver knacka knapp knop knut
koala kobbe kock kofta koja koka kokos kola kombi konst kontor kopp korall korg kork korn kort
kosta kotte krabba krans kratta krets kring krona kropp krydda krypa kryss kråka kräfta kubik
kudde kulle kung kupol kusin kust kuvert kvarn kvast kvist kvitto kyckling kyrka kåpa källa kämpa
kängor känna käpp kärna köket lada lager lagun lakan lamm lampa lapp lasso lavendel ledare ledig
leja lera lika lilja limpa lind lingon linje lins lista liten livbåt ljud ljung lodjur loft logik
lokal loppis lova lucia luft lugg lugn lukta lunch lunga lupin lycka lyfta lykta lyra lyssna
lådbil låga låna läcker lämna lärare läsa lätt läxa lönn lördag magi magnet majs mandel mango
manus marmor mars mask matsal matta medalj melodi metall meter metro middag mild miljö mixer mjuk
mjölk mobil modell modig mogen mokka moln moped morfar morgon mormor morot mosaik motor motto
muffin mulen mull museum musik muskot mustasch mygga mynt myra myrten mysig måla måne märke mätare
möbel möda möjlig möte nagel nalle namn napp natt natur naval nektar nivå njuta nobel nord novell
nummer nyckel nyhet nylon nypon nyår näbb nära näring näsa nästa näve nöje objekt ocean odla
offert ofta ogräs okra oktav olik oliv olja ombord omfång omgång omslag onsdag opera optik orange
organ orgel orkan orkidé orsak ostron oväder oxel paddel pagod pajas paket palats pall palm panel
panter papper parad park pasta paus pedal pelare pendel pengar penna pensel peppar period person
piano pigg pinje pion pirog pizza pjäs plakat plan plats plugg plym pläd plöja pocket pojke pokal
polka pollen polo ponny poppel portal post poäng prins pris profil prov publik puck pulka pulver
pumpa purpur pussel puts pynt pyssel påse pärm päron radar radio raket ramp rand raps rast rebus
reflex regel regn rekord reling renhet rensa rida ring ripa rita ritual rocka rolig roll roman
rosa rosett rostad rova rubin ruin runa russin ruta rutnät rygg rymd rytm rådjur råga räcka räkna
sadel safari saft saga sallad salong salta samba samla samtal sand sapfir satin schack schema
scout segel sekel sekund serie siden siffra sigill signal silke sill silver simma sippa skata sked
skepp skidor skinka skiva skog skola skruv skugga skum skur skylt skål skåp skägg skämt skörd
slalom slant slev slinga slipa sluss slätt slöjd smak smed smidig smycke smyga smälta smör snabb
snigel snok snurra snygg snäcka socker soda soffa solros sommar somna sopa soppa sotare spade
spalt spegel spets spira spis spola sport språng spår spöke stad stam stark stek sten stig stil
stol stork stubbe studie stuga stund styre stång stäpp stöd stövel sugrör summa sund surfa svamp
svan svensk svit sylt syra syren syrsa system sådd sånger såpa såser säck säker sälg säsong sätt
sökare söndag tabell tack tagel taktik tand tank tant tapet tavla teater teknik tempel tennis
teori termos testa text tiara tiger tillit timjan timme timotej tisdag tistel tjej tjock tjugo
tjusig tjäder tjänst tjära toalett tofflor tolk tolv tomat tomte topas torg torn torp torsk torv
trafik trapp trio trivsel troll trost trumpet tryck trygg tråd trög tröja tugga tulpan tumme tunn
tupp turist turkos tusch tuva tvål tvätt tygel tyst tåga tålamod tårta tält täppa tärna uggla
ultra ungdom uppdrag uppåt urskog urval uthus utsikt utter vacker vadmal vagn vakna vakt valnöt
valp vals vandra vanilj vante varg varm vass vatten vecka vedbod veke vektor veranda verb vessla
vete vidare video viking vikt villa vind vinge vinka vinter viol virvel visa vispa vissla vitamin
vitlök vykort våffla vågor vårdag välja välling värld väsen väska västan vätska yoga yrke yster
yvig zebra zigzag åker ålder ångbåt årstid åsna åtta äggula äpple ärta ödmjuk ögla öken ökning
önska öppen örngott österut
`
  .trim()
  .split(/\s+/);
