import Link from "next/link";
import type { ReactNode } from "react";
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
              {topic.open > 0 ? `, ${topic.open} open` : ""}
              {topic.before.length > 0 ? ` · was ${topic.before.join(", ")}` : ""}
            </span>
          </p>
          {forms ? (
            <TopicForms topic={topic} others={others(topic.name)} version={version} forms={forms} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

type TopicFormsProps = { topic: Topic; others: readonly string[]; version: number; forms: Forms };

/** Everything that can be done with one topic, in one place. */
function TopicForms({ topic, others, version, forms }: TopicFormsProps) {
  const isMergeable = topic.claims > 0 && others.length > 0;
  const last = topic.isRetired ? "bring back" : "retire";
  return (
    <Disclosure summary={isMergeable ? `Rename, merge or ${last}` : `Rename or ${last}`}>
      <Consequence topic={topic} isMergeable={isMergeable} />
      <div className="grid items-start gap-x-8 gap-y-5 tabs:grid-cols-2">
        <RenameForm topic={topic} version={version} action={forms.rename} />
        {isMergeable ? (
          <MergeForm topic={topic} others={others} version={version} action={forms.merge} />
        ) : null}
      </div>
      <div className="mt-5 border-t pt-4">
        <RetireForm topic={topic} version={version} action={forms.retire} />
      </div>
    </Disclosure>
  );
}

type OneProps = { topic: Topic; version: number; action: FormAction };

/** What a change does to claims in work, said before it is done. */
function Consequence({ topic: { open }, isMergeable }: { topic: Topic; isMergeable: boolean }) {
  if (open === 0) return null;
  return (
    <p className="mb-3 max-w-prose text-sm text-ink-3">
      {open === 1 ? "One claim is" : `${open} claims are`} in work.{" "}
      {isMergeable ? "Renaming or merging" : "Renaming"} makes you an author of {open === 1 ? "it" : "them"},
      and what was ready goes back to review.
    </p>
  );
}

type TopicFormProps = OneProps & { what: "rename" | "merge" | "retire"; button: string; children: ReactNode };

/** What one of the forms about a topic sends, around the fields of its own. */
function TopicForm({ topic, version, action, what, button, children }: TopicFormProps) {
  return (
    <Form
      action={action}
      id={`${what}-${encodeURIComponent(topic.name)}`}
      done={what === "rename" ? "renamed" : "done"}
      shownAt="this page"
      className="grid content-start gap-3"
    >
      <input type="hidden" name="name" value={topic.name} />
      <HiddenField name="version" value={version} />
      {children}
      <div>
        <SubmitButton look="plain">{button}</SubmitButton>
      </div>
    </Form>
  );
}

function RenameForm(props: OneProps) {
  const { name } = props.topic;
  return (
    <TopicForm {...props} what="rename" button="Rename on every claim">
      <TextField
        name="to"
        label={`New name of “${name}”`}
        defaultValue={name}
        maxLength={60}
        autoComplete="off"
        required
      />
    </TopicForm>
  );
}

function MergeForm({ others, ...props }: OneProps & { others: readonly string[] }) {
  return (
    <TopicForm {...props} what="merge" button="Merge">
      <SelectField
        name="into"
        label={`Merge “${props.topic.name}” into`}
        hint="You can undo it until topics change again, here or on its claims."
        options={others.map((name) => ({ value: name, label: name }))}
        empty="Choose"
        required
      />
    </TopicForm>
  );
}

function RetireForm(props: OneProps) {
  const { name, isRetired } = props.topic;
  return (
    <TopicForm {...props} what="retire" button={isRetired ? "Bring it back" : "Retire it"}>
      <input type="hidden" name="isRetired" value={String(!isRetired)} />
      <p>
        <span className="block font-medium wrap-anywhere">
          {isRetired ? `Bring “${name}” back` : `Retire “${name}”`}
        </span>
        <span className="text-sm text-ink-3">
          {isRetired
            ? "It can be given to claims again."
            : "It stays on the claims it is on. No other claim can be given it."}
        </span>
      </p>
    </TopicForm>
  );
}
