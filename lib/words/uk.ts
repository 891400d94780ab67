import type { ReaderWords } from "./reader";
import { speechOf } from "./speech";
import { browse } from "./uk/browse";
import { changes } from "./uk/changes";
import { claim } from "./uk/claim";
import { dates } from "./uk/dates";
import { evidence } from "./uk/evidence";
import { feeds } from "./uk/feeds";
import { figures } from "./uk/figures";
import { lists } from "./uk/lists";
import { printed } from "./uk/printed";
import { problems } from "./uk/problems";
import { ratings } from "./uk/ratings";
import { recorded } from "./uk/recorded";
import { report } from "./uk/report";
import { route } from "./uk/route";
import { shell } from "./uk/shell";
import { sitePages } from "./uk/site-pages";
import { tip } from "./uk/tip";
import { use } from "./uk/use";
import { verdict } from "./uk/verdict";
import { verify, verifyScript } from "./uk/verify";
import { who } from "./uk/who";

const speech = speechOf("uk-UA", { compactDisplay: "short", moneyBy: "name" });

/** The reader's interface in Ukrainian. */
export const uk: ReaderWords = {
  language: "uk",
  name: "Українська",
  locale: "uk-UA",
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
