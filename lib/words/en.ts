import { browse } from "./en/browse";
import { dates } from "./en/dates";
import { lists } from "./en/lists";
import { shell } from "./en/shell";
import { speechOf } from "./speech";

const speech = speechOf("en-GB");

/** The reader's interface in English: the catalogue whose shape every other has. */
export const en = {
  /** Primary subtag (RFC 5646), the one that pages carry and addresses begin with. */
  language: "en" as string,
  /** What speakers call it. */
  name: "English",
  /** What Intl is asked for. */
  locale: "en-GB",
  speech,
  browse: browse(speech),
  dates,
  lists,
  shell,
};
