import Link from "next/link";
import type { ReactNode } from "react";
import { Bell } from "@/components/live/bell";
import { DeskCountsProvider, type DeskCounts } from "@/components/live/desk-counts";
import { ConnectionBanner } from "@/components/ui/connection-banner";
import { NewsroomZone } from "@/components/ui/newsroom-zone";
import { OneAtATime } from "@/components/ui/one-at-a-time";
import { StepUpProvider, type StepUpProof } from "@/components/ui/step-up";
import { UndoStrip, type UndoActions } from "@/components/ui/undo-strip";
import { KeysHandler } from "@/components/keys/keys-handler";
import { KeysProvider } from "@/components/keys/keys-provider";
import type { FormAction, PlainAction } from "@/components/ui/form-state";
import type { KeySettings } from "@/lib/shortcuts/bindings";
import { AccountMenu, type Account } from "./account-menu";
import { DeskSearch } from "./desk-search";
import { MorePlaces } from "./more-places";
import { NavLink, type Place } from "./nav-link";
import { places } from "./places";
import { UnderWay } from "./under-way";

type Props = {
  account: Account;
  /** What waits for this person, for the numbers in the frame. */
  counts?: DeskCounts;
  signOut: PlainAction;
  /** This person's keys, without which the desk hears none, and how the switch is kept. */
  keys?: KeySettings;
  saveKeys?: FormAction;
  /** What was searched for, when this is the page of results. */
  query?: string;
  /** A line across the desk: demonstration data, reading only. */
  banner?: ReactNode;
  /** What takes things back. */
  undo?: UndoActions;
  /** How this person proves again who they are, where a form asks for it. */
  proof?: StepUpProof;
  /** In which zone times are typed and read. */
  timeZone?: string;
  children: ReactNode;
};

const noCounts: DeskCounts = { queue: 0, tips: 0, tasks: 0, unread: 0 };

/** The frame of every page of the desk: where you are, search, who you are. */
export function DeskShell(props: Props) {
  return (
    <NewsroomZone timeZone={props.timeZone ?? "UTC"}>
      <StepUpProvider proof={props.proof ?? { by: "password" }}>
        <KeysProvider
          {...(props.keys ? { settings: props.keys } : {})}
          {...(props.saveKeys ? { save: props.saveKeys } : {})}
        >
          <DeskCountsProvider given={props.counts ?? noCounts}>
            <OneAtATime>
              <Frame {...props} />
            </OneAtATime>
          </DeskCountsProvider>
          {props.keys ? <KeysHandler /> : null}
        </KeysProvider>
      </StepUpProvider>
    </NewsroomZone>
  );
}

/** Of these `isSeldom` are those that a narrow window folds away. */
const items: (Place & { isSeldom?: boolean })[] = [
  { href: places.queue, label: "Queue", counts: "queue" },
  { href: places.articles, label: "Articles" },
  { href: places.tasks, label: "Tasks", counts: "tasks" },
  { href: places.originals, label: "Originals", isSeldom: true },
  { href: places.tips, label: "Tips", counts: "tips" },
  { href: places.published, label: "Published", isSeldom: true },
  { href: places.figures, label: "Figures", isSeldom: true },
  { href: places.settings, label: "Settings", isSeldom: true },
];

function Frame({ account, signOut, query, banner, undo, children }: Props) {
  return (
    <div className="desk flex min-h-dvh flex-col" data-account={account.id}>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-panel focus:p-3"
      >
        Skip to content
      </a>
      <UnderWay />
      <header>
        <div className="flex flex-wrap items-center gap-x-1 border-b bg-panel px-4 py-1.5 max-tabs:py-1">
          <Link
            href={places.queue}
            className="mr-3 font-bold tracking-tight text-ink no-underline max-tabs:order-1 max-tabs:flex-1"
          >
            Countersign
          </Link>
          <nav
            aria-label="Desk"
            className="flex flex-wrap gap-x-0.5 max-tabs:relative max-tabs:order-4 max-tabs:-mx-1.5 max-tabs:w-[calc(100%+0.75rem)]"
          >
            {items.map(({ isSeldom, ...place }) => (
              <NavLink key={place.href} {...place} className={isSeldom ? "max-tabs:hidden" : undefined} />
            ))}
            <MorePlaces>
              {items.map(({ isSeldom, ...place }) =>
                isSeldom ? <NavLink key={place.href} {...place} /> : null,
              )}
            </MorePlaces>
          </nav>
          <DeskSearch query={query} />
          <Bell />
          <AccountMenu account={account} signOut={signOut} />
        </div>
        {banner ? (
          <div className="border-b bg-sunk px-4 py-1 text-center text-sm text-ink-2">{banner}</div>
        ) : null}
      </header>
      {/* Beside the header, so that it stays in sight when that has gone. */}
      <ConnectionBanner />
      <main
        id="content"
        tabIndex={-1}
        className="flex-1 outline-none has-[>.to-the-foot]:grid has-[>.to-the-foot]:grid-cols-1"
      >
        {children}
      </main>
      {undo ? <UndoStrip actions={undo} /> : null}
    </div>
  );
}
