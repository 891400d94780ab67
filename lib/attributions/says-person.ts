/** Titles and roles that a person alone has, not a body; with the language's own words, as a name tells neither. */
const personal =
  /(?<!\p{L})(?:president|minister|chancellor|king|queen|prince|princess|pope|cardinal|bishop|rabbi|imam|senator|sens?\.|reps?\.|gov\.|governor|mayor|secretary|ambassador|director|chair(?:man|woman|person)|spokes(?:man|woman|person)|professor|prof\.?|doctor|dr\.?|judge|attorney|sheriff|officer|captain|capt\.?|commander|gen\.|lieutenant|lt\.?|colonel|col\.?|sergeant|sgt\.?|detective|inspector|superintendent|commissioner|congress(?:man|woman)|lawmaker|councill?or|mrs?\.?|ms\.?|miss|sir|lord|lady|dame|advis[eo]r|analyst|economist|manager|executive|ceo|coach|author|scientist|researcher|engineer|diplomat|lawyer|aide|who|президента?|міністр|министр|начальник|директор|речни(?:к|ця)|пресс?-?секретар[ьк]?а?|мер|мэр|депутат(?:ка)?|генерал|судд?[яь]я?|професс?ор|аналітик|аналитик|експерт(?:ка)?|эксперт)(?!\p{L})/iu;

/** Whether words beside a name say that it is a person's: "Capt.", "a spokeswoman", "who steered". */
export function saysPerson(words: string): boolean {
  return personal.test(words);
}

/** The beginning of a long name of a body, cut at a comma or an "and": what follows is no name of its own. */
const openBody =
  /\b(?:ministry|department|office|bureau|agency|committee|commission|council|institute|association) (?:of|for) [^.;:“”"]*(?:,|\band)\s*$/iu;

/** Whether what follows these words is only the rest of a body's name, as in "the Ministry of Trade, Fisheries and Coasts". */
export function endsInsideBody(words: string): boolean {
  return openBody.test(words.slice(-200));
}
