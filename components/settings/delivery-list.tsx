import { SubmitButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Pill } from "@/components/ui/pill";
import { TimeAgo } from "@/components/ui/time-ago";
import type { WebhookEvent } from "@/lib/webhooks/event";
import { eventWords } from "./webhook-words";

export type DeliveryRow = {
  id: string;
  event: string;
  slug: string;
  host: string;
  status: "pending" | "delivered" | "failed";
  attempts: number;
  lastAttemptAt: string | null;
  lastStatus: number | null;
  lastProblem: string | null;
  createdAt: string;
  maySendAgain: boolean;
};

const statusWords = { pending: "waiting", delivered: "delivered", failed: "given up" };

function tries({ attempts, lastStatus, lastProblem }: DeliveryRow): string {
  const times = attempts === 1 ? "1 try" : `${attempts} tries`;
  const outcome = lastProblem ?? (lastStatus === null ? "" : `It answered ${lastStatus}.`);
  return [times, outcome].filter(Boolean).join(" · ");
}

type Props = {
  deliveries: DeliveryRow[];
  /** Whether anybody is told of what is published from now on. */
  hasWebhooks: boolean;
  /** Fields: deliveryId. */
  again: FormAction;
  now?: string;
};

/** The newest messages to other systems and how they went. */
export function DeliveryList({ deliveries, hasWebhooks, again, now }: Props) {
  if (deliveries.length === 0) {
    return (
      <EmptyState title="Nothing sent yet">
        {hasWebhooks
          ? "The next publication is told to every webhook here."
          : "Nothing is sent until there is a webhook."}
      </EmptyState>
    );
  }
  return (
    <ul className="border-b">
      {deliveries.map((delivery) => (
        <li key={delivery.id} className="flex flex-wrap items-center gap-3 border-t py-2.5">
          <div className="min-w-0 flex-1">
            <p>
              <Pill>{statusWords[delivery.status]}</Pill>{" "}
              <strong className="font-semibold break-all">{delivery.slug}</strong>{" "}
              {eventWords(delivery.event as WebhookEvent)} → {delivery.host}
            </p>
            <p className="text-sm text-ink-3">
              <TimeAgo at={delivery.lastAttemptAt ?? delivery.createdAt} now={now} /> · {tries(delivery)}
            </p>
          </div>
          {delivery.maySendAgain ? (
            <Form action={again} id={`again-${delivery.id}`} done="sent" shownAt="this page">
              <input type="hidden" name="deliveryId" value={delivery.id} />
              <SubmitButton look="plain" small aria-label={`Send ${delivery.slug} again to ${delivery.host}`}>
                Send again
              </SubmitButton>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
