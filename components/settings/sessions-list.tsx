import type { SessionDto } from "@/lib/accounts/dto";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TimeAgo } from "@/components/ui/time-ago";

type Props = {
  sessions: SessionDto[];
  /** Fields: sessionId. */
  end: FormAction;
  endOthers?: FormAction;
};

/** Where this account is signed in. */
export function SessionsList({ sessions, end, endOthers }: Props) {
  return (
    <>
      <ul className="border-b">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-3 border-t py-2.5">
            <div className="min-w-0 flex-1">
              <p>
                {session.device}
                {session.isCurrent ? <strong className="font-semibold"> · this one</strong> : null}
              </p>
              <p className="text-sm text-ink-3">
                {session.address ? <span className="break-all">from {session.address} · </span> : null}
                signed in <TimeAgo at={session.createdAt} exact /> · last seen{" "}
                <TimeAgo at={session.lastSeenAt} exact />
              </p>
            </div>
            {session.isCurrent ? null : (
              <Form action={end} id={`session-${session.id}`} done="ended" shownAt="this page">
                <input type="hidden" name="sessionId" value={session.id} />
                <SubmitButton
                  look="plain"
                  small
                  busy="Ending…"
                  aria-label={`End the session of ${session.device}`}
                >
                  End
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {endOthers && sessions.length > 1 ? (
        <Form action={endOthers} id="end-others" done="done" shownAt="this page" className="mt-3">
          <SubmitButton look="plain" busy="Ending…">
            End all others
          </SubmitButton>
        </Form>
      ) : null}
    </>
  );
}
