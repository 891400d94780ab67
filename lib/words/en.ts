import { dates } from "./en/dates";
import { home } from "./en/home";
import { lists } from "./en/lists";
import { shell } from "./en/shell";
import { sitePages } from "./en/site-pages";
import { speechOf } from "./speech";

/** The reader's interface in English: the catalogue whose shape every other has. */
export const en = {
  /** Primary subtag (RFC 5646), the one that pages carry and addresses begin with. */
  language: "en" as string,
  /** What speakers call it. */
  name: "English",
  /** What Intl is asked for. */
  locale: "en-GB",
  speech: speechOf("en-GB"),
  dates,
  home,
  lists,
  shell,
  sitePages,
};
