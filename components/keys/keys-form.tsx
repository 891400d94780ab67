import { SubmitButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { bindingsOf, type KeySettings } from "@/lib/shortcuts/bindings";
import { scopesToRead, scopeWords, shortcuts, type Shortcut } from "@/lib/shortcuts/shortcuts";
import { KeysDrawn } from "./keys-drawn";

const rows: readonly Shortcut[] = shortcuts;

type Props = { settings: KeySettings; action: FormAction };

/** The switch of the single keys, and every key that a person may change. */
export function KeysForm({ settings, action }: Props) {
  const bindings = bindingsOf(settings.keys);
  return (
    <>
      <Form
        action={action}
        id="keys-switch"
        label="Single keys"
        className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-rule-strong bg-panel p-4"
      >
        <input type="hidden" name="isOn" value={String(!settings.isOn)} />
        <div className="min-w-64 flex-1">
          <h2 className="font-semibold">Single keys are {settings.isOn ? "on" : "off"}</h2>
          <p className="text-sm text-ink-2">
            {settings.isOn
              ? "This one switch turns them all off, on every page: for when your voice or another tool types them by accident."
              : "Those with Ctrl or Command, Enter and Esc still work. What you set below is kept."}
          </p>
        </div>
        <SubmitButton look="plain" busy="Switching…">
          {settings.isOn ? "Switch single keys off" : "Switch single keys on"}
        </SubmitButton>
      </Form>
      <Form action={action} id="keys-form" label="Your keys" className="grid gap-6">
        <p className="text-sm text-ink-3">
          One character, or two with a space between, pressed one after the other. Capital letters are typed
          with Shift. An empty field takes the key away.
        </p>
        {scopesToRead.map((scope) => (
          <fieldset key={scope}>
            <legend className="mb-1 font-semibold">{scopeWords[scope]}</legend>
            {rows
              .filter((row) => row.scope === scope)
              .map((row) => (
                <KeyRow key={row.id} row={row} keys={bindings.get(row.id) ?? ""} />
              ))}
          </fieldset>
        ))}
        <div className="flex flex-wrap gap-2">
          <SubmitButton>Save the keys</SubmitButton>
          <SubmitButton look="plain" name="asUsual" value="yes">
            Back to the usual keys
          </SubmitButton>
        </div>
      </Form>
    </>
  );
}

function KeyRow({ row, keys }: { row: Shortcut; keys: string }) {
  if (row.isFixed) {
    return (
      <p className="flex items-center gap-3 border-t py-1.5">
        <span className="w-24 shrink-0">
          <KeysDrawn keys={row.keys} />
        </span>
        <span className="min-w-0 flex-1">{row.words}</span>
        <span className="text-sm text-ink-3">fixed</span>
      </p>
    );
  }
  return (
    <div className="flex items-center gap-3 border-t py-1.5">
      <TextField
        name={`keys.${row.id}`}
        label={row.words}
        hideLabel
        className="w-24 shrink-0"
        defaultValue={keys}
        maxLength={3}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <span aria-hidden="true" className="min-w-0 flex-1">
        {row.words}
      </span>
      {keys === row.keys ? null : (
        <span className="text-sm text-ink-3">
          usually <KeysDrawn keys={row.keys} />
        </span>
      )}
    </div>
  );
}
