import { browse } from "./en/browse";
import { changes } from "./en/changes";
import { claim } from "./en/claim";
import { dates } from "./en/dates";
import { evidence } from "./en/evidence";
import { feeds } from "./en/feeds";
import { figures } from "./en/figures";
import { lists } from "./en/lists";
import { printed } from "./en/printed";
import { problems } from "./en/problems";
import { ratings } from "./en/ratings";
import { recorded } from "./en/recorded";
import { report } from "./en/report";
import { route } from "./en/route";
import { shell } from "./en/shell";
import { sitePages } from "./en/site-pages";
import { tip } from "./en/tip";
import { use } from "./en/use";
import { verdict } from "./en/verdict";
import { verify, verifyScript } from "./en/verify";
import { who } from "./en/who";
import { speechOf } from "./speech";

const speech = speechOf("en-GB", { compactDisplay: "long" });

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
  changes,
  claim,
  dates,
  evidence: evidence(speech),
  feeds,
  figures,
  lists,
  printed,
  problems: problems(speech),
  ratings,
  recorded: recorded(speech),
  report: report(speech),
  route,
  shell,
  sitePages,
  tip,
  use,
  verdict,
  verify,
  verifyScript,
  who,
};
