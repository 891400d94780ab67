"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { scopesToRead, scopeWords, shortcuts, type Shortcut } from "@/lib/shortcuts/shortcuts";
import { places } from "@/components/layout/places";
import { Button } from "@/components/ui/button";
import { KeySwitch } from "./key-switch";
import { useKeys } from "./keys-provider";
import { KeysDrawn } from "./keys-drawn";

const rows: readonly Shortcut[] = shortcuts;

/** All keys, as they are for this person. A modal dialog: the browser keeps the focus in it and Escape closes it. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { isOn, bindings } = useKeys();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="keys-help"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[76rem] max-w-[calc(100vw-2rem)] overflow-y-auto rounded-md border border-rule-strong bg-panel p-5 text-ink backdrop:bg-shade"
    >
      <div className="mb-3 flex flex-wrap items-start gap-3">
        <h2 id="keys-help" className="flex-1 font-serif text-xl font-[620]">
          Keys
        </h2>
        <Button small onClick={() => dialog.current?.close()}>
          Close
        </Button>
      </div>
      <p className="max-w-prose text-sm text-ink-2">
        {isOn
          ? "Keys do nothing while you type. "
          : "You switched the single keys off; those with Ctrl, Enter and Esc still work. "}
        <Link href={places.keys} onClick={() => dialog.current?.close()}>
          Change them
        </Link>
        . On a Mac, Ctrl is Command.
      </p>
      <div className="mt-1 mb-4">
        <KeySwitch />
      </div>
      <div className="gap-x-8 tabs:columns-2 desk:columns-3">
        {scopesToRead.map((scope) => (
          <section key={scope} aria-labelledby={`keys-${scope}`} className="mb-4 break-inside-avoid">
            <h3 id={`keys-${scope}`} className="mb-1 font-semibold">
              {scopeWords[scope]}
            </h3>
            <dl>
              {rows
                .filter((row) => row.scope === scope && bindings.get(row.id))
                .map(({ id, words }) => (
                  <div key={id} className="flex items-baseline gap-3 border-t py-1">
                    <dt className="w-24 shrink-0">
                      <KeysDrawn keys={bindings.get(id) ?? ""} />
                    </dt>
                    <dd className="min-w-0">{words}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  );
}
