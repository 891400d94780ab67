import type { ReaderWords } from "./reader";
import { speechOf } from "./speech";
import { dates } from "./uk/dates";
import { home } from "./uk/home";
import { lists } from "./uk/lists";
import { shell } from "./uk/shell";
import { sitePages } from "./uk/site-pages";

/** The reader's interface in Ukrainian. */
export const uk: ReaderWords = {
  language: "uk",
  name: "Українська",
  locale: "uk-UA",
  speech: speechOf("uk-UA"),
  dates,
  home,
  lists,
  shell,
  sitePages,
};
