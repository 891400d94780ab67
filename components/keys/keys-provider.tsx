"use client";

import { createContext, startTransition, useContext, useMemo, useState, type ReactNode } from "react";
import { bindingsOf, usualKeys, type Bindings, type KeySettings } from "@/lib/shortcuts/bindings";
import type { ShortcutId } from "@/lib/shortcuts/shortcuts";
import type { FormAction, FormState } from "@/components/ui/form-state";
import { nameAccount, usePageAccount } from "@/components/ui/page-account";
import { noteDone } from "@/components/ui/undo-store";

type Keys = { isOn: boolean; bindings: Bindings; setOn: (on: boolean) => void };

const KeysContext = createContext<Keys>({ isOn: true, bindings: bindingsOf({}), setOn: () => {} });

type Props = { settings?: KeySettings; save?: FormAction; children: ReactNode };

/** The keys of the signed-in person, for everything on the page that has one. */
export function KeysProvider({ settings = usualKeys, save, children }: Props) {
  // Until the server has kept it, the switch already does what it says.
  const [chosen, setChosen] = useState<{ over: KeySettings; isOn: boolean } | null>(null);
  const account = usePageAccount();
  const isOn = chosen && chosen.over === settings ? chosen.isOn : settings.isOn;
  const value = useMemo(
    () => ({
      isOn,
      bindings: bindingsOf(settings.keys),
      setOn: (on: boolean) => {
        setChosen({ over: settings, isOn: on });
        if (!save) return;
        const form = new FormData();
        form.set("isOn", String(on));
        nameAccount(form, account.current);
        startTransition(async () => {
          const state = await save(null, form).catch((): FormState => ({ ok: false }));
          if (state && !state.ok) return setChosen(null);
          noteDone(state);
        });
      },
    }),
    [settings, isOn, save, account],
  );
  return <KeysContext value={value}>{children}</KeysContext>;
}

/** Whether the single keys do anything, what they are, and the switch. */
export function useKeys(): Keys {
  return useContext(KeysContext);
}

/** The keys of one shortcut, as the table writes them; "" where it has none or they are switched off. */
export function useKeysFor(id: ShortcutId): string {
  const { bindings } = useKeys();
  return bindings.get(id) ?? "";
}
