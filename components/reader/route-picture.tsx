import type { DrawnRoute } from "@/lib/attributions/route-view";
import type { ReaderWords } from "@/lib/words/reader";
import {
  isDashed,
  nameLinePx,
  noteLinePx,
  textInset,
  type Arrow,
  type Box,
  type Picture,
} from "./route-boxes";
import { layOutNarrow } from "./route-narrow";
import { layOutWide } from "./route-wide";

function BoxShape({ box, words }: { box: Box; words: ReaderWords }) {
  const { node } = box;
  const isUnknown = isDashed(node, words.recorded.notes);
  const radius = node.what === "origin" ? Math.min(box.height / 2, 27) : 6;
  const x = box.x + textInset(node);
  const firstLine = box.y + 23;
  const noteLine = firstLine + box.name.length * nameLinePx;
  return (
    <g className={`node ${node.what}${node.suggested ? " is-suggested" : isUnknown ? " is-unknown" : ""}`}>
      <title>{node.note === "" ? node.name : `${node.name}: ${node.note}`}</title>
      <rect x={box.x + 1} y={box.y + 1} width={box.width - 2} height={box.height - 2} rx={radius} />
      {box.name.map((line, index) => (
        <text key={index} className="name" x={x} y={firstLine + index * nameLinePx}>
          {line}
        </text>
      ))}
      {box.note.map((line, index) => (
        <text key={index} className="note" x={x} y={noteLine + index * noteLinePx}>
          {line}
        </text>
      ))}
    </g>
  );
}

function arrowClass({ known, suggested }: Arrow): string {
  return suggested ? "arrow is-suggested" : known ? "arrow" : "arrow is-unknown";
}

type DrawingProps = { picture: Picture; className: string; label: string; words: ReaderWords };

function Drawing({ picture, className, label, words }: DrawingProps) {
  return (
    <svg
      className={`route ${className}`}
      viewBox={`0 0 ${picture.width} ${picture.height}`}
      width={picture.width}
      height={picture.height}
      role="img"
      aria-label={label}
    >
      {picture.headings.map((heading) => (
        <g key={heading.text}>
          <text className="heading" x={heading.x} y={heading.y}>
            {heading.text}
          </text>
          {heading.isEmpty ? (
            <text className="note" x={heading.x} y={heading.y + 22}>
              {words.route.notKnown}
            </text>
          ) : null}
        </g>
      ))}
      {picture.arrows.map((arrow, index) => (
        <g key={index} className={arrowClass(arrow)}>
          <title>{arrow.title}</title>
          <path className="line" d={arrow.line} />
          <path className="head" d={arrow.head} />
        </g>
      ))}
      {picture.stubs.map((stub, index) => (
        <g key={index} className="arrow is-unknown">
          <path className="line" d={stub.line} />
          <path className="head" d={stub.head} />
          <text className="heading" x={stub.x} y={stub.y} textAnchor="middle">
            ?
          </text>
        </g>
      ))}
      {picture.boxes.map((box) => (
        <BoxShape key={box.node.id} box={box} words={words} />
      ))}
    </svg>
  );
}

/** Wide enough for most titles in whole. */
const roomyWidth = 264;

type Props = {
  route: DrawnRoute;
  words: ReaderWords;
  /** The page has room for boxes in which titles are seldom cut, on large screens. */
  hasRoom?: boolean;
};

/** The route of the information as a picture, drawn on the server; CSS shows the variant that fits the screen. */
export function RoutePicture({ route, words, hasRoom }: Props) {
  return (
    <>
      {hasRoom ? (
        <Drawing
          className="roomy"
          picture={layOutWide(route, words.route, roomyWidth)}
          label={route.words}
          words={words}
        />
      ) : null}
      <Drawing className="wide" picture={layOutWide(route, words.route)} label={route.words} words={words} />
      <Drawing
        className="narrow"
        picture={layOutNarrow(route, words.route)}
        label={route.words}
        words={words}
      />
    </>
  );
}
