import type { ColumnField } from "./columns";

/** Words of headers in English and Ukrainian, folded: as a whole they say what a column holds. */
const headerWords: Record<ColumnField, readonly string[]> = {
  sheetSaid: [
    ...["verdict", "status", "rating", "result", "conclusion", "outcome", "finding", "assessment", "ruling"],
    ...["fact check", "fact checked", "fact checker", "checked", "checked by", "checker", "true or false"],
    ...["verified", "verified by", "reviewed", "reviewed by", "reviewer", "approved", "approved by"],
    ...["signed off", "signed off by", "truthfulness", "veracity", "accuracy"],
    ...["статус", "вердикт", "оцінка", "рейтинг", "результат", "результат перевірки", "висновок", "рішення"],
    ...["фактчек", "фактчекер", "перевірено", "перевірив", "перевірила", "перевіряв", "перевіряла"],
    ...["хто перевірив", "хто перевіряв", "ким перевірено", "рецензент", "затвердив", "затвердила"],
    ...["підтверджено", "затверджено", "правдивість", "достовірність", "правда чи ні"],
  ],
  text: [
    ...["claim", "what we check", "claim to check", "claim text", "statement", "assertion", "fact"],
    ...["allegation", "твердження", "текст твердження", "що перевіряємо", "заява", "теза", "факт"],
  ],
  verbatim: [
    ...["what was said", "words as published", "verbatim", "said", "original words", "exact words"],
    ...["що сказано", "що було сказано", "дослівно", "точні слова"],
  ],
  claimant: [
    ...["claimant", "who says it", "who said it", "who", "speaker", "person", "said by", "claimed by"],
    ...["хто", "хто сказав", "хто каже", "хто говорить", "автор твердження", "спікер", "персона"],
  ],
  saidAt: [
    ...["date", "when", "date said", "said on", "claim date", "day"],
    ...["дата", "коли", "коли сказано", "дата твердження", "дата заяви", "день"],
  ],
  place: [
    ...["where", "place", "venue", "programme", "program", "location", "medium"],
    ...["де", "де сказано", "місце", "програма", "майданчик"],
  ],
  url: [
    ...[
      "link",
      "url",
      "address",
      "source url",
      "source link",
      "evidence url",
      "evidence link",
      "web address",
    ],
    ...["посилання", "посилання на джерело", "лінк", "адреса", "адреса джерела", "вебадреса"],
  ],
  source: [
    ...["source", "outlet", "publisher", "publication", "newspaper", "source name"],
    ...["джерело", "назва джерела", "видання", "змі", "медіа"],
  ],
  quote: [
    ...["quote", "quoted words", "evidence", "passage", "excerpt", "source quote", "quotation"],
    ...["цитата", "цитата з джерела", "цитата джерела", "доказ", "уривок"],
  ],
  stance: [
    ...["stance", "supports or disputes", "verdict of source", "for or against"],
    ...["позиція", "позиція джерела", "за чи проти", "підтверджує чи спростовує"],
  ],
  note: [
    ...["note", "notes", "comment", "comments", "remarks", "remark", "what it shows"],
    ...["примітка", "примітки", "нотатка", "нотатки", "коментар", "коментарі", "що показує"],
  ],
  why: ["why", "why we check it", "reason", "чому", "чому перевіряємо", "навіщо", "причина"],
  topics: [
    ...["topics", "topic", "tags", "tag", "subject", "beat", "category"],
    ...["тема", "теми", "тег", "теги", "рубрика", "категорія"],
  ],
  importance: ["importance", "priority", "weight", "важливість", "пріоритет"],
  deadlineAt: ["deadline", "due", "due date", "needed by", "дедлайн", "термін", "строк", "до коли"],
  reach: ["reach", "views", "audience", "shares", "охоплення", "перегляди", "аудиторія", "поширення"],
};

/** Headers that stand in a cell as an answer just as well, and so do not tell that a row names columns. */
const answers = new Set([
  ...["fact check", "fact checked", "checked", "verified", "reviewed", "approved", "signed off"],
  ...["перевірено", "підтверджено", "затверджено", "фактчек"],
]);

/** What a column is called in a sheet that nobody has begun yet: the first of its names. */
export const headerName = (field: ColumnField): string => headerWords[field][0]!;

/** A header's letters and digits in lower case, one blank between words. */
export const foldHeader = (header: string): string =>
  header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** How well a folded header names a field: 2 as a whole, 1 when its words hold one of the field's names of four letters or more. */
export function headerFit(header: string, field: ColumnField): 0 | 1 | 2 {
  if (headerWords[field].includes(header)) return 2;
  return headerWords[field].some((name) => name.length >= 4 && ` ${header} `.includes(` ${name} `)) ? 1 : 0;
}

/** Whether a first row names its columns: it has a header that a field is called by. */
export function isHeader(row: readonly string[]): boolean {
  const fields = Object.keys(headerWords) as ColumnField[];
  return row
    .map(foldHeader)
    .some((name) => !answers.has(name) && fields.some((field) => headerWords[field].includes(name)));
}
