/** Words that begin English sentences with a capital that means nothing; they are compared in small letters. */
const openers = `
a about above according accordingly actually after afterwards again against ago all almost alone along already also although
altogether always amid among amount amounts an analysis and another any anybody anyone anything anyway apart apparently are area areas
around article articles as aside at attempts away back bad based basically be because become been before beforehand behind being below
beneath beside besides best better between beyond big both briefly but buyers by calculations call calls can car cars case cases
certain certainly changes check checking checks children citizens city claim claims clear clearly close colleagues common companies company
compare compared comparing consequently consider contrary conversely copies costs could counting countries court courts critics currently
customs data dates day days dear deliveries despite details did different do doctors documents does done doubt down drivers due during each
earlier early easily editors either elsewhere employees engineers enough equally especially even eventually ever every everybody everyone
everything everywhere evidence exactly example examples except experts exports fact facts fair families far farmers few fewer figures files
finally find first five following for formally former formerly forms four free from full further furthermore generally given giving goods
government governments great groups had half hardly has have having he hence her here hers herself high him himself his historically history
hospitals houses how however hundreds i if images immediately important imports in indeed independently information initially inside instead
into investigators is it items its itself journalists judges just kept knowing large largely last late lately later laws lawyers least left
less lest let life like likewise links lists little local locals long longer look looking lost lots low mainly major make making many maps
markets material materials matters may maybe me meanwhile media members men might millions mine ministers missing money more moreover most
mostly mothers much must my myself names namely national naturally near nearby nearly necessarily neighbours neither never nevertheless new
newspapers next no nobody none nonetheless nor normally not note nothing notice notwithstanding now nowadays nowhere numbers nurses obviously
occasionally of off officers official officially officials often old on once one ones only open opponents opposite or orders ordinarily
original originally other others otherwise our ours ourselves out outside over overall owners owing own pages paper papers parents part partly
parts past payments people perhaps permits personally photographs photos pictures pilots place places plainly plans please plus police
politicians possible possibly practically precisely presumably previous previously prices probably producers products proof proofs
protesters provided providing public purely put quite quotes rarely rather readers real really reason reasons recent recently records
regardless registers regularly relatives remarkably reports reporters residents respectively results right roughly rules rumours sadly sailors
sales same satellite says scientists second see seeing seen seldom sellers separate set several shall she ships short should shown shows
similar similarly simply since six small so soldiers some somebody somehow someone something sometimes somewhat somewhere soon sources
specifically spelling staff standing statements still strange strictly strictly strikingly students subsequently such suddenly suppliers
supporters surely take taken taking tables teachers technically ten tests than thank thanks that the their theirs them themselves then there
thereafter thereby therefore these they things third this those though thousands three through throughout thus time times to today together
tomorrow too totals toward towards traders transcripts translations travellers trucks true truly two typically ultimately unable under
underneath undoubtedly unfortunately unless unlike unlikely until up upon us users usually values various vehicles versions very via videos
viewers villagers violence visitors visits voters was watch way ways we weapons were what whatever when whence whenever where whereas whereby
wherever whether which whichever while whilst who whoever whole whom whose why widely will with within without witnesses women words work
workers working worse would writers writing wrong year years yes yesterday yet you young your yours yourself
`;

const ordinary: ReadonlySet<string> = new Set(openers.trim().split(/\s+/u));

/** Names that end like ordinary words. */
const names: ReadonlySet<string> = new Set(
  "beijing boeing browning fleming golding harding hawking jinping keating kipling lessing manning nanjing schelling schilling starling sterling stirling turing wyoming xining".split(
    " ",
  ),
);

/** Endings that make ordinary words out of ordinary words and hardly a name. */
const endings = /(?:.{3,}(?:tions?|sions?|ments?|ness|ically|edly|ingly|ously|ively|ing))$|n['’]t$/u;

/** True for a first word whose capital only says that a sentence begins: a name begins others. */
export function isOrdinaryOpener(word: string): boolean {
  const small = word.toLowerCase();
  const stem = small.split("-")[0]!;
  const bare = stem.replace(/['’]\p{L}*$/u, "");
  if (names.has(bare)) return false;
  return [small, stem, bare].some((form) => ordinary.has(form) || endings.test(form));
}
