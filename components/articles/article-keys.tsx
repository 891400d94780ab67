"use client";

import { useKeys } from "@/components/keys/keys-provider";
import { KeySwitch } from "@/components/keys/key-switch";
import { KeysDrawn } from "@/components/keys/keys-drawn";
import { Kbd } from "@/components/ui/kbd";
import { shortcuts, type ShortcutId } from "@/lib/shortcuts/shortcuts";

const beside: readonly ShortcutId[] = ["claim.original", "claim.disagree", "claim.review"];
const shown = shortcuts.filter(({ id, scope }) => scope === "article" || beside.includes(id));

/** Keys that the browser or the toolbar has in any case. */
const others: [string, string][] = [
  ["Shift ← →", "One letter less or more"],
  ["Enter", "Go to the buttons"],
  ["Esc", "Let go of the words"],
];

/** The keys of the article, and the switch. */
export function ArticleKeys() {
  const { bindings } = useKeys();
  const rows = [
    ...shown.map(({ id, words }) => ({ id, drawn: <KeysDrawn keys={bindings.get(id) ?? ""} />, words })),
    ...others.map(([key, words]) => ({ id: key, drawn: <Kbd>{key}</Kbd>, words })),
  ];
  return (
    <details className="key-hint">
      <summary className="inline-flex min-h-6 items-center">Keys</summary>
      <div className="absolute left-0 z-2 mt-1 w-72 max-w-full rounded-md border border-rule-strong bg-panel p-3">
        <dl className="grid grid-cols-[5rem_1fr] gap-y-1">
          {rows.map(({ id, drawn, words }) => (
            <div key={id} className="contents">
              <dt>{drawn}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <div className="mt-2 border-t pt-2">
          <KeySwitch />
        </div>
      </div>
    </details>
  );
}
