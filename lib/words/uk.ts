import type { ReaderWords } from "./reader";
import { speechOf } from "./speech";
import { browse } from "./uk/browse";
import { dates } from "./uk/dates";
import { lists } from "./uk/lists";
import { shell } from "./uk/shell";

const speech = speechOf("uk-UA");

/** The reader's interface in Ukrainian. */
export const uk: ReaderWords = {
  language: "uk",
  name: "Українська",
  locale: "uk-UA",
  speech,
  browse: browse(speech),
  dates,
  lists,
  shell,
};
