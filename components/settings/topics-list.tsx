import Link from "next/link";
import { places } from "@/components/layout/places";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { HiddenField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Pill } from "@/components/ui/pill";
import { SelectField } from "@/components/ui/select";

export type Topic = { name: string; claims: number; open: number; isRetired: boolean; before: string[] };

type Forms = {
  /** Fields: name, to, version. */
  rename: FormAction;
  /** Fields: name, into, version. */
  merge: FormAction;
  /** Fields: name, isRetired, version. */
  retire: FormAction;
};

type Props = { topics: readonly Topic[]; version: number; forms?: Forms };

/** The newsroom's topics with how many claims have each, and what may be done with them. */
export function TopicsList({ topics, version, forms }: Props) {
  if (topics.length === 0) {
    return (
      <EmptyState title="No topics yet">
        Write some on <Link href={places.newClaim}>a claim</Link>: each appears here from then on.
      </EmptyState>
    );
  }
  const others = (name: string) =>
    topics.filter((topic) => topic.name !== name && topic.claims > 0).map((topic) => topic.name);
  return (
    <ul className="border-b">
      {topics.map((topic) => (
        <li key={topic.name} className="border-t py-3">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <strong className="min-w-0 font-semibold wrap-anywhere">{topic.name}</strong>
            {topic.isRetired ? <Pill>Retired</Pill> : null}
            <span className="text-sm text-ink-3">
              <Link href={`${places.queue}?topic=${encodeURIComponent(topic.name)}`}>
                {topic.claims === 1 ? "1 claim" : `${topic.claims} claims`}
              </Link>
              {topic.open > 0 ? `, ${topic.open} in work` : ""}
              {topic.before.length > 0 ? ` · was ${topic.before.join(", ")}` : ""}
            </span>
          </p>
          {forms ? (
            <div className="flex flex-wrap items-start gap-x-5">
              <RenameForm topic={topic} version={version} action={forms.rename} />
              {topic.claims > 0 && others(topic.name).length > 0 ? (
                <MergeForm topic={topic} others={others(topic.name)} version={version} action={forms.merge} />
              ) : null}
              <RetireForm topic={topic} version={version} action={forms.retire} />
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

type OneProps = { topic: Topic; version: number; action: FormAction };

/** What a change does to claims in work, said before it is done. */
function Consequence({ topic: { open } }: { topic: Topic }) {
  if (open === 0) return null;
  return (
    <p className="text-sm text-ink-3">
      {open === 1 ? "One claim is" : `${open} claims are`} in work: you become an author of{" "}
      {open === 1 ? "it" : "them"}, and what was ready goes back to review.
    </p>
  );
}

function RenameForm({ topic, version, action }: OneProps) {
  return (
    <Disclosure summary="Rename">
      <Form
        action={action}
        id={`rename-${encodeURIComponent(topic.name)}`}
        done="renamed"
        shownAt="this page"
        className="grid max-w-sm gap-3"
      >
        <input type="hidden" name="name" value={topic.name} />
        <HiddenField name="version" value={version} />
        <TextField
          name="to"
          label={`New name of “${topic.name}”`}
          defaultValue={topic.name}
          maxLength={60}
          autoComplete="off"
          required
        />
        <Consequence topic={topic} />
        <div>
          <SubmitButton look="plain">Rename on every claim</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

function MergeForm({ topic, others, version, action }: OneProps & { others: readonly string[] }) {
  return (
    <Disclosure summary="Make one with another">
      <Form
        action={action}
        id={`merge-${encodeURIComponent(topic.name)}`}
        done="done"
        shownAt="this page"
        className="grid max-w-sm gap-3"
      >
        <input type="hidden" name="name" value={topic.name} />
        <HiddenField name="version" value={version} />
        <SelectField
          name="into"
          label={`“${topic.name}” becomes`}
          hint="Undo gives each claim back what it had, until something else is decided about topics or its own are changed. Later there is no way back."
          options={others.map((name) => ({ value: name, label: name }))}
          empty="Choose"
          required
        />
        <Consequence topic={topic} />
        <div>
          <SubmitButton look="plain">Make them one</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

function RetireForm({ topic, version, action }: OneProps) {
  const isRetiring = !topic.isRetired;
  return (
    <Disclosure summary={isRetiring ? "Retire" : "Bring back"}>
      <Form
        action={action}
        id={`retire-${encodeURIComponent(topic.name)}`}
        done="done"
        shownAt="this page"
        className="grid max-w-sm gap-3"
      >
        <input type="hidden" name="name" value={topic.name} />
        <input type="hidden" name="isRetired" value={String(isRetiring)} />
        <HiddenField name="version" value={version} />
        <p className="text-ink-2">
          {isRetiring
            ? "It stays on the claims it is on. No other claim can be given it."
            : "It can be given to claims again."}
        </p>
        <div>
          <SubmitButton look="plain">{isRetiring ? "Retire it" : "Bring it back"}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
