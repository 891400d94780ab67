import { Fragment } from "react";
import { decisiveOn } from "@/lib/attributions/carried-by";
import type { RecordEvidence, RecordRoute } from "@/lib/publications/record";
import type { ReaderWords } from "@/lib/words/reader";
import { routeIn } from "@/lib/words/recorded";
import type { DrawnRoute } from "@/lib/attributions/route-view";
import { Phrase } from "./phrase";
import { contentIn } from "./reader-site";
import { RoutePicture } from "./route-picture";
import { RouteTable } from "./route-table";

function Words({ words }: { words: string }) {
  const colon = words.indexOf(": ");
  if (colon < 1 || colon > 48) return <>{words}</>;
  return (
    <>
      <strong>{words.slice(0, colon + 1)}</strong>
      {words.slice(colon + 1)}
    </>
  );
}

/** What those who knew it first gain or lose by it, each with where that is known from. */
function Interests({ route, words }: { route: DrawnRoute; words: ReaderWords }) {
  return route.nodes.map((node) =>
    node.what === "origin" && node.interests ? (
      <span key={node.id}>
        {" "}
        <Phrase
          say={words.route.interests}
          with={{
            who: <bdi>{node.name}</bdi>,
            what: <bdi>{node.interests.words}</bdi>,
            source: <bdi>{node.interests.source}</bdi>,
          }}
        />
      </span>
    ) : null,
  );
}

type Props = {
  route: RecordRoute;
  evidence: readonly RecordEvidence[];
  /** Of the record. */
  language: string;
  words: ReaderWords;
};

/** The signed words; that there is no route is said as what it means for the count. */
function routeLead(said: string, { recorded, route }: ReaderWords): string {
  return said.startsWith(recorded.noRoute) ? route.noOrigin + said.slice(recorded.noRoute.length) : said;
}

/** The numbers of evidence, each leading to it. */
function numbersOf(evidence: readonly RecordEvidence[], words: ReaderWords) {
  return evidence.map(({ number }) => (
    <a key={number} className="cite-number" href={`#e${number}`} aria-label={words.evidence.number(number)}>
      {number}
    </a>
  ));
}

/** With the full stop that a reason may lack: another sentence follows it. */
const asSentence = (reason: string) =>
  /[\p{Sentence_Terminal}…][\p{Pf}\p{Pe}"]*$/u.test(reason) ? reason : `${reason}.`;

/** What carries the rating by itself: without it a firm rating over few origins, or none, would read as a mistake. */
function Decisive({ route, evidence, language, words }: Props) {
  const decisive = decisiveOn(route.side, evidence);
  if (decisive.length === 0) return null;
  const numbers = numbersOf(decisive, words);
  return (
    <>
      {" "}
      <Phrase say={route.count === 0 ? words.route.restsOn : words.route.decisive} with={{ numbers }} />
      {decisive.map((item) => (
        <Fragment key={item.number}>
          {" "}
          <bdi {...contentIn(language, words)}>{asSentence(item.decisive?.reason ?? "")}</bdi>
        </Fragment>
      ))}
    </>
  );
}

/** What of it was found out by us: told to us on the rating's side, and, of what decides, seen by us where there are no words to quote. */
function Ours({ route, evidence, words }: Omit<Props, "language">) {
  const told = evidence.filter(({ stance, source }) => stance === route.side && source?.conversation);
  const seen = decisiveOn(route.side, evidence).filter(({ region }) => region !== null);
  return (
    <>
      {told.length > 0 ? (
        <>
          {" "}
          <Phrase say={words.route.ownReporting} with={{ numbers: numbersOf(told, words) }} />
        </>
      ) : null}
      {seen.length > 0 ? (
        <>
          {" "}
          <Phrase say={words.route.ownReading} with={{ numbers: numbersOf(seen, words) }} />
        </>
      ) : null}
    </>
  );
}

/** The route in the page's words; "own reporting" of a conversation that we held is said to be ours. */
function shownRoute(recorded: RecordRoute, evidence: readonly RecordEvidence[], words: ReaderWords) {
  const route = routeIn(recorded, words);
  const ours = new Set(evidence.flatMap(({ source }) => (source?.conversation ? [source.articleId] : [])));
  const isOurs = ({ id, note }: DrawnRoute["nodes"][number]) =>
    ours.has(id) && note === words.recorded.notes.own;
  return {
    ...route,
    nodes: route.nodes.map((node) => (isOurs(node) ? { ...node, note: words.route.ours } : node)),
  };
}

/** "Where this comes from": in words, as a picture, and as a table. */
export function RouteSection({ route: recorded, evidence, language, words }: Props) {
  const route = shownRoute(recorded, evidence, words);
  const { title, key, asTable } = words.route;
  return (
    <section id="route">
      <h2>{title}</h2>
      <figure className="route-figure">
        <figcaption>
          <Words words={routeLead(route.words, words)} />
          <Interests route={route} words={words} />
          <Decisive route={recorded} evidence={evidence} language={language} words={words} />
          <Ours route={recorded} evidence={evidence} words={words} />
        </figcaption>
        {route.nodes.length > 0 ? (
          <>
            <RoutePicture route={route} words={words} />
            <p className="key">{key}</p>
            <details>
              <summary>{asTable}</summary>
              <RouteTable route={route} words={words} />
            </details>
          </>
        ) : null}
      </figure>
    </section>
  );
}
