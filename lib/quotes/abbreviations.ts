/** What a full stop after this word means: `never` ends a sentence, `maybe` (the next word decides), or `none`. */
export type Abbreviation = "never" | "maybe" | "none";

const words = (list: string) => new Set(list.split(/\s+/).filter(Boolean));

/** Always followed by the name, number or example they introduce. */
const NEVER = words(`
  mr mrs ms messrs dr prof gen lt col sgt maj capt cmdr adm brig cpl pvt sen rep gov pres rev hon supt insp
  det fr ven mt ft st ste vs viz cf ca fig figs approx est eq vol ed eds pp art sec ch para e.g i.e nr
  г-н г-жа им ул пр просп пл д т.е т.к т.н см ср напр проф акад доц ген полк им св гр`);

/** Introduce a number. */
const BEFORE_NUMBER = words(`
  no nos jan feb mar apr jun jul aug sep sept oct nov dec p nr § art sec ch vol c ст п гл стр рис табл`);

/** May end a sentence: companies, degrees, times, units, and Russian abbreviations such as the word for year. */
const MAYBE = words(`
  co cos inc ltd corp bros llc llp plc jr sr esq etc al dept univ assn ave blvd rd bldg
  a.m p.m ph.d m.d b.a m.a d.c u.s u.n e.u u.k u.s.a u.s.s.r l.p s.a s.p.a n.v b.v a.g
  mln bln bn mn min hr hrs sq ft lb lbs oz г гг в вв руб коп тыс млн млрд трлн чел др пр т.д т.п`);

/** Words that begin a sentence far more often than they continue a name. */
const STARTERS = words(`
  the a an this that these those it its he she they we i you his her their our my there here
  in on at by for from with after before during since while when where what who why how if although though
  but and or so yet as to of not no however meanwhile moreover also then both some many most several all
  according officials critics analysts experts
  он она оно они мы это этот эта эти в на по к из за при после до однако но и а также его её их как так`);

/** Classifies the word before a full stop (without that stop), knowing what follows the space. */
export function abbreviationBefore(word: string, next: string): Abbreviation {
  const key = word.toLowerCase();
  if (/^\d/.test(next) && BEFORE_NUMBER.has(key)) return "never";
  if (NEVER.has(key) && !(key === "st" && startsSentence(next))) return "never";
  if (MAYBE.has(key)) return "maybe";
  if (/^\p{L}$/u.test(word) && word !== "I") return "maybe";
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return "maybe";
  return "none";
}

/** Whether the text that follows begins with a word that usually begins a sentence. */
export function startsSentence(next: string): boolean {
  const word = /^["'“‘«„(\[]*(\p{L}+)/u.exec(next)?.[1];
  return word !== undefined && /^\p{Lu}/u.test(word) && STARTERS.has(word.toLowerCase());
}
