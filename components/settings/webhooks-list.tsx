import { SubmitButton } from "@/components/ui/button";
import { CheckField, CheckGroup } from "@/components/ui/choice";
import { ConfirmByPassword } from "@/components/ui/confirm-by-password";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { OnceShown } from "@/components/ui/once-shown";
import { TimeAgo } from "@/components/ui/time-ago";
import { webhookEvents, type WebhookEvent } from "@/lib/webhooks/event";
import { eventWords } from "./webhook-words";

export type WebhookRow = {
  id: string;
  url: string;
  events: string[];
  createdAt: string;
  secretMadeAt: string;
};

const secretNote =
  "Copy it now: it is not shown again. The receiver checks each message with it, by the rules of “Standard Webhooks”.";

type Props = {
  webhooks: WebhookRow[];
  /** Fields: webhookId, password. Answers `values.secret`. */
  rotate: FormAction;
  /** Fields: webhookId. */
  remove: FormAction;
  now?: string;
};

/** Where other systems are told, each with what it is told and how to change its secret or end it. */
export function WebhooksList({ webhooks, rotate, remove, now }: Props) {
  if (webhooks.length === 0) {
    return (
      <EmptyState title="No webhooks">
        Add the address of a system that should know what you publish.
      </EmptyState>
    );
  }
  return (
    <ul className="border-b">
      {webhooks.map(({ id, url, events, createdAt, secretMadeAt }) => (
        <li key={id} className="grid gap-2 border-t py-2.5">
          <div className="flex flex-wrap items-baseline gap-3">
            <div className="min-w-0 flex-1">
              <p className="font-semibold break-all">{url}</p>
              <p className="text-ink-2">
                {events.map((event) => eventWords(event as WebhookEvent)).join(", ")}
              </p>
              <p className="text-sm text-ink-3">
                added <TimeAgo at={createdAt} now={now} /> · secret made{" "}
                <TimeAgo at={secretMadeAt} now={now} />
              </p>
            </div>
            <Form action={remove} id={`remove-${id}`} done="removed" shownAt="this page">
              <input type="hidden" name="webhookId" value={id} />
              <SubmitButton look="plain" small busy="Removing…" aria-label={`Remove ${url}`}>
                Remove
              </SubmitButton>
            </Form>
          </div>
          <Disclosure summary="Make a new secret">
            <Form
              action={rotate}
              id={`rotate-${id}`}
              done="made"
              shownAt="this page"
              className="grid max-w-md gap-3"
            >
              <OnceShown name="secret" label="The new secret" note={secretNote} />
              <input type="hidden" name="webhookId" value={id} />
              <p className="text-ink-2">
                The present secret ends at once: give the receiver the new one first thing.
              </p>
              <ConfirmByPassword purpose="to make a new secret" />
              <div>
                <SubmitButton look="plain" busy="Making it…">
                  Make a new secret
                </SubmitButton>
              </div>
            </Form>
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}

/** Adds a webhook and shows its secret once. */
export function WebhookForm({ action }: { action: FormAction }) {
  return (
    <Form
      action={action}
      id="new-webhook"
      done="added"
      shownAt="this page"
      className="grid max-w-md gap-3"
      label="Add a webhook"
    >
      <OnceShown name="secret" label="Its secret" note={secretNote} />
      <TextField
        name="url"
        type="url"
        label="Address"
        hint="Begins with https and can be reached from the internet."
        autoComplete="off"
        required
      />
      <CheckGroup name="events" legend="It is told when a verdict is">
        {webhookEvents.map((event) => (
          <CheckField key={event} name="events" value={event} label={eventWords(event)} defaultChecked />
        ))}
      </CheckGroup>
      <ConfirmByPassword purpose="to add a webhook" />
      <div>
        <SubmitButton look="plain" busy="Adding…">
          Add the webhook
        </SubmitButton>
      </div>
    </Form>
  );
}
