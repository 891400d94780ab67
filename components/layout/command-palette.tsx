"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { ClaimRowDto } from "@/lib/claims/dto";
import { stateInWords } from "@/lib/claims/vocabulary-words";
import { jumpPlaces, places } from "./places";
import { ranked } from "./ranked";
import { openPage } from "@/components/ui/connection";
import { notePageAsked } from "./under-way";

type Claim = Pick<ClaimRowDto, "id" | "text" | "state" | "publishAt">;
type PageAction = { label: string; run: () => void };

const searchLabel = "Search everything for";
/** What tells one item from another of the same label. */
const itemValue = (label: string, key: string) => `${label}\n${key}`;

/** A pause in typing after which the desk is asked. */
const pauseMs = 150;
/** The desk is asked for no more letters than this, and never for half of a character. */
const askedFor = (typed: string) =>
  typed
    .trim()
    .slice(0, 300)
    .replace(/[\ud800-\udbff]$/, "");

/** Jump anywhere by typing: claims, places of the desk, and what this page offers. Escape closes it. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [actions] = useState(actionsOfPage);
  const words = typed.trim();
  const { claims, found, isFailed, isAsking } = useClaims(askedFor(typed));
  const open = (href: string) =>
    openPage(() => {
      notePageAsked(href);
      router.push(href);
    });
  const [picked, setPicked] = useState("");
  const offered = useMemo(
    () =>
      ranked(
        claims.map((claim) => ({ key: claim.id, label: claim.text, claim })),
        words,
        found,
      ),
    [claims, words, found],
  );
  // Claims come a moment after the words: Enter then means the claim, not the search that stood there alone.
  useEffect(() => {
    const isMeant = ({ key, label }: (typeof offered)[number]) =>
      found.has(key) || label.toLowerCase().includes(words.toLowerCase());
    const best = words && offered.find(isMeant);
    if (best) setPicked((now) => (now.startsWith(searchLabel) ? itemValue(best.label, best.key) : now));
  }, [offered, words, found]);
  // A modal dialog: the browser keeps the focus in it, closes it on Escape and gives the focus back.
  useEffect(() => {
    dialog.current?.showModal();
    // Else the dialog would focus the first thing in it that can have the focus, which is the frame of the list.
    dialog.current?.querySelector("input")?.focus();
  }, []);

  function go(run: () => void) {
    dialog.current?.close();
    run();
  }
  return (
    <dialog
      ref={dialog}
      aria-label="Jump to"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
      className="mx-auto mt-[12dvh] w-[36rem] max-w-[calc(100vw-2rem)] rounded-md border border-rule-strong bg-panel p-0 text-ink backdrop:bg-shade"
    >
      <Command
        label="Jump to a claim, a place or an action"
        shouldFilter={false}
        value={picked}
        onValueChange={setPicked}
        loop
      >
        <div className="flex items-center gap-2 border-b max-tabs:pr-2">
          <Command.Input
            value={typed}
            onValueChange={setTyped}
            placeholder="Search or jump to …"
            className="min-w-0 flex-1 bg-panel px-4 py-3 text-md -outline-offset-2"
          />
          {/* Its own room, beside the ring around the field. */}
          <Button small look="quiet" className="mx-0 tabs:hidden" onClick={() => dialog.current?.close()}>
            Close
          </Button>
        </div>
        <Command.List label="What was found" className="max-h-[55dvh] overflow-y-auto p-1.5">
          <Command.Empty className="px-2.5 py-2 text-ink-2">
            {isAsking ? "Looking …" : "Nothing here has these words."}
          </Command.Empty>
          {isFailed ? (
            <p role="status" className="px-2.5 py-2 text-warn">
              Claims cannot be found now. Try again in a moment.
            </p>
          ) : null}
          <Group heading="On this page" items={ranked(actions, words)} onPick={go} />
          <Group
            heading="Claims"
            items={offered.map(({ claim, ...item }) => ({
              ...item,
              aside: stateInWords(claim),
              run: () => open(places.claim(claim.id)),
            }))}
            onPick={go}
          />
          <Group
            heading="Go to"
            items={ranked(jumpPlaces, words).map(({ href, label }) => ({ label, run: () => open(href) }))}
            onPick={go}
          />
          {words ? (
            <Group
              heading="Everywhere"
              isAlwaysShown
              items={[
                {
                  label: `${searchLabel} “${words}”`,
                  run: () => open(`${places.search}?q=${encodeURIComponent(words)}`),
                },
              ]}
              onPick={go}
            />
          ) : null}
        </Command.List>
      </Command>
    </dialog>
  );
}

type GroupProps = {
  heading: string;
  items: (PageAction & { key?: string; aside?: string })[];
  onPick: (run: () => void) => void;
  isAlwaysShown?: boolean;
};

function Group({ heading, items, onPick, isAlwaysShown = false }: GroupProps) {
  if (items.length === 0) return null;
  return (
    <Command.Group
      heading={heading}
      forceMount={isAlwaysShown}
      className={`${isAlwaysShown ? "sticky -bottom-1.5 border-t bg-panel pb-1.5 " : ""}[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-ink-3`}
    >
      {items.map(({ key, label, aside, run }) => (
        <Command.Item
          key={key ?? label}
          value={itemValue(label, key ?? heading)}
          forceMount={isAlwaysShown}
          onSelect={() => onPick(run)}
          className="flex cursor-pointer items-baseline gap-3 rounded-sm px-2.5 py-1.5 data-[selected=true]:bg-sunk data-[selected=true]:outline data-[selected=true]:outline-rule-strong"
        >
          <span dir="auto" className="line-clamp-2 min-w-0 flex-1 wrap-anywhere">
            {label}
          </span>
          {aside ? <span className="shrink-0 text-sm text-ink-3">{aside}</span> : null}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

const nobody: ReadonlySet<string> = new Set();

/**
 * The newest claims, and those that the desk found since; `found` are those that it found for these words, which may be in
 * its claimant's name, or in another form or order than in its text.
 */
function useClaims(words: string) {
  const [known, setKnown] = useState<ReadonlyMap<string, Claim>>(new Map());
  const [isFailed, setFailed] = useState(false);
  const [answered, setAnswered] = useState<{ words: string; ids: ReadonlySet<string> } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const timer = window.setTimeout(
      async () => {
        const query = words ? `?limit=20&q=${encodeURIComponent(words)}` : "?limit=50";
        const answer = await fetchClaims(query, stop.signal);
        if (stop.signal.aborted) return;
        setFailed(answer === null);
        setKnown((before) => new Map([...before, ...(answer ?? []).map((item) => [item.id, item] as const)]));
        setAnswered({ words, ids: new Set(answer?.map(({ id }) => id)) });
      },
      words === "" ? 0 : pauseMs,
    );
    return () => {
      stop.abort();
      window.clearTimeout(timer);
    };
  }, [words]);
  // The same list until something else was found, so that a choice made by hand stays.
  const claims = useMemo(() => [...known.values()], [known]);
  const isAsking = answered?.words !== words;
  return { claims, found: isAsking || !answered ? nobody : answered.ids, isFailed, isAsking };
}

/** Null when the desk does not answer, or not with claims. */
async function fetchClaims(query: string, signal: AbortSignal): Promise<Claim[] | null> {
  try {
    const answer = await fetch(`/api/v1/claims${query}`, { signal });
    return answer.ok ? ((await answer.json()) as { items: Claim[] }).items : null;
  } catch {
    return null;
  }
}

/** What the page itself offers: its buttons that lead somewhere, its remedies, and the review. */
function actionsOfPage(): PageAction[] {
  const links = document.querySelectorAll<HTMLAnchorElement>(
    "main a.button, main #next > a, main #gate ul a",
  );
  const byLabel = new Map<string, HTMLElement>();
  for (const link of links) {
    const remedied = link.closest("#gate li")?.querySelector("summary")?.textContent?.trim();
    const label = [remedied, link.textContent?.trim()].filter(Boolean).join(": ");
    if (label && !byLabel.has(label)) byLabel.set(label, link);
  }
  return [...byLabel].map(([label, element]) => ({ label, run: () => element.click() }));
}
