import { Fragment, type ReactNode } from "react";
import type { ReaderWords } from "@/lib/words/reader";
import { Phrase } from "./phrase";
import { readerPaths } from "./reader-paths";

/** A command line to copy: it breaks between its words only, and a hyphen or a dot is none. */
function Command({ line }: { line: string }) {
  return (
    <code dir="ltr">
      {line.split(" ").map((word, index) => (
        <Fragment key={index}>
          {index === 0 ? null : " "}
          <span className="nowrap">{word}</span>
        </Fragment>
      ))}
    </code>
  );
}

/** How to check a verdict's bundle with a program and keys of one's own, and what that leaves out. */
export function ByYourself({ words }: { words: ReaderWords }) {
  const said = words.verify.alone;
  const linkTo = (href: string) => (inside: ReactNode) => <a href={href}>{inside}</a>;
  return (
    <section id="offline">
      <h2>{said.title}</h2>
      <ol>
        <li>{said.bundle}</li>
        <li>
          <Phrase say={said.program} with={{ link: linkTo(readerPaths.verifyProgram) }} />
        </li>
        <li>
          <Phrase say={said.keys} with={{ link: linkTo(readerPaths.keys) }} />
        </li>
        <li>
          <Phrase
            say={said.run}
            with={{ code: <Command line="node verify-bundle.mjs bundle.zip --keys keys.json" /> }}
          />
        </li>
      </ol>
      <p>
        <Phrase say={said.how} with={{ code: <code>countersign-record-v1</code> }} />
      </p>
      <p>
        <Phrase say={said.pages} with={{ code: <code>countersign-page-v1</code> }} />
      </p>
    </section>
  );
}
