/**
 * Names that so many articles hold that sharing them says nothing: countries and their people, large cities, months and
 * days, offices, forms of companies, given names, those whom the world's news names daily. A start for a desk that has
 * few captures of its own to count in; lower case, single words.
 */
const lists = [
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
   october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec`,
  `afghanistan albania algeria argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium bolivia
   bosnia brazil britain bulgaria cambodia cameroon canada chile china colombia congo croatia cuba cyprus czech denmark
   ecuador egypt england estonia ethiopia europe finland france georgia germany ghana greece greenland guatemala haiti
   honduras hungary iceland india indonesia iran iraq ireland israel italy japan jordan kazakhstan kenya korea kosovo
   kuwait kyrgyzstan laos latvia lebanon libya lithuania luxembourg malaysia mali malta mexico moldova mongolia
   montenegro morocco myanmar nepal netherlands holland nicaragua niger nigeria norway oman pakistan palestine panama
   paraguay peru philippines poland portugal qatar romania russia rwanda scotland senegal serbia singapore slovakia
   slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand tunisia turkey turkiye
   turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe africa asia america
   america's americas antarctica crimea gaza arabia emirates kingdom states united republic zealand lanka bank hong kong`,
  `afghan albanian algerian american argentine armenian australian austrian azerbaijani belarusian belgian brazilian
   british bulgarian canadian chilean chinese colombian croatian cuban czech danish dutch egyptian english estonian
   european finnish french georgian german greek hungarian icelandic indian indonesian iranian iraqi irish israeli
   italian japanese jordanian kazakh kenyan korean kuwaiti latvian lebanese libyan lithuanian mexican moldovan moroccan
   nigerian norwegian pakistani palestinian polish portuguese romanian russian saudi scottish serbian slovak slovenian
   spanish swedish swiss syrian taiwanese thai turkish turkmen ukrainian venezuelan vietnamese welsh african asian arab
   western eastern northern southern central latin soviet atlantic pacific arctic baltic balkan mediterranean black
   jewish muslim christian catholic orthodox islamic koreans russians ukrainians americans chinese europeans germans`,
  `london paris berlin moscow kyiv kiev beijing washington york tokyo seoul pyongyang brussels rome madrid vienna warsaw
   prague budapest athens lisbon dublin oslo stockholm copenhagen helsinki amsterdam geneva zurich istanbul ankara
   jerusalem cairo tehran baghdad riyadh dubai delhi mumbai shanghai sydney toronto ottawa chicago boston los angeles
   san francisco california texas florida petersburg minsk kremlin donetsk luhansk kharkiv odesa lviv kherson bucharest
   sofia belgrade zagreb vilnius riga tallinn singapore jakarta manila bangkok hanoi islamabad kabul lagos nairobi
   johannesburg tripoli damascus beirut doha mexico city havana caracas bogota lima santiago buenos aires brasilia`,
  `president minister prime premier chancellor king queen prince princess pope senator senate congress parliament house
   government ministry department office council committee commission court supreme high agency authority bureau police
   army navy force forces air guard party democratic republican labour conservative green liberal democrats republicans
   secretary general governor mayor ambassador chief director chairman chairwoman chair spokesman spokeswoman spokesperson
   professor doctor judge justice attorney mr mrs ms dr sir lord lady saint st jr sr sen rep gov gen col capt sgt
   foreign interior defence defense finance health energy trade economy education transport justice environment federal
   national international global state regional county district city town village street road avenue square river lake sea
   bay island islands mount mountain north south east west new old great upper lower university college school institute
   hospital centre center museum church airport station port bridge company corporation group holding holdings limited inc
   corp co ltd llc plc gmbh ag sa as ab oy oao ooo industrial industries energy motors bank association federation union
   organisation organization foundation fund society club league cup open championship world news times post journal daily
   herald tribune press agency radio television tv online internet covid earth day year war peace act bill law treaty
   constitution summit conference forum eu us usa uk un nato who imf wto opec g7 g20 fbi cia nasa fifa uefa ceo ai gdp
   reuters ap afp bbc cnn bloomberg tass interfax xinhua associated press getty images pool via handout courtesy photo file image facebook twitter
   google apple microsoft amazon meta instagram telegram tiktok youtube whatsapp linkedin x`,
  `john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald
   steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric
   jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander patrick raymond jack dennis jerry
   peter henry adam nathan walter mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy
   betty margaret sandra ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon
   cynthia kathleen amy angela anna anne ann emma julia maria martin simon ivan olena oleksandr serhiy andriy dmytro
   mykola petro viktor volodymyr vladimir sergei sergey alexei dmitry mikhail nikolai yuri igor oleg jose juan carlos luis
   ali mohammed mohammad muhammad ahmed hassan kim lee park wang li chen zhang jong un`,
  `putin zelensky zelenskyy zelenskiy trump biden obama clinton harris xi jinping macron merkel scholz sunak starmer
   johnson erdogan netanyahu modi lavrov medvedev peskov lukashenko orban meloni trudeau musk`,
  `понеділок вівторок середа четвер п'ятниця субота неділя понедельник вторник четверг пятница суббота воскресенье
   україна україни україні україною росія росії росію росією сша єс нато оон київ києва києві москва москви москві
   путін зеленський путин зеленский россия россии россию россией украина украины украине украиной ес москве киев киева
   киеве европа європа китай китаю німеччина польща германия польша франция президент міністр міністерство министр
   министерство уряд правительство рада верховна верховная дума кабмін область області районі район міста город`,
];
/** Words that begin sentences and headlines, where they have a capital without being names. */
const openers = new Set(
  `the a an this that these those it its he she they we i you his her their our my there here then in on at by for from
   with after before during since while when where what who why how if although though but and or so yet as to of not no
   now both some many most several all any each every more fewer less under over near between until about once only even
   still also however meanwhile later earlier today yesterday tomorrow will would can could may might must should shall
   has have had did does do is are was were be being been because despite unlike like among against through without
   within across behind beyond nearly almost around another other such whether either neither nobody everybody nothing
   everything someone somebody anyone whoever whatever instead perhaps maybe according one two three four five six seven
   eight nine ten twenty hundred first second third next last`.split(/\s+/u),
);
const common = new Set(lists.flatMap((list) => list.trim().split(/\s+/u)));

/** Whether a folded word opens sentences rather than names anything. */
export function isOpener(word: string): boolean {
  return openers.has(word);
}

/** Whether a folded name is too common anywhere to tell one story from another. */
export function isCommonName(name: string): boolean {
  return common.has(name);
}
