"use client";

import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { useAnswerPlace } from "./answer-place";
import { Button } from "./button";
import { BackFrom, FormContext } from "./form";
import { FormAnswer } from "./form-answer";
import type { FormState } from "./form-state";
import { useKeeping } from "./kept-here";
import { useOneAtATime } from "./one-at-a-time";
import { usePageAccount } from "./page-account";
import { sendUpload, type Sent } from "./send-upload.client";
import { useTouched } from "./still-here";
import { uploadKey, type UploadKey } from "./upload-key";
import { useKeptCopy } from "./use-kept-copy";

type Props = {
  /** Where it is sent: an address that takes a multipart form and leads a browser on. */
  to: string;
  id: string;
  label: string;
  /** What it is about: but for the file, what is written is kept in this browser under this name until it was sent. */
  keep: string;
  /** The largest file that is taken. */
  mostMb: number;
  /** Where to go with what was made: its id is put at the end. */
  next: string;
  /** What the button says. */
  send: string;
  children: ReactNode;
};

type Going = Sent & { stop: () => void };

/**
 * A form with a large file in the field `file`. Before scripts load the browser sends it and says how far it is;
 * afterwards it shows what is sent, can be stopped, and keeps everything when it breaks off.
 */
export function UploadForm({ to, id, label, keep, mostMb, next, send, children }: Props) {
  const [state, setState] = useState<FormState>(null);
  const [going, setGoing] = useState<Going | null>(null);
  const stop = useRef<() => void>(undefined);
  const lastKey = useRef<UploadKey>(null);
  const account = usePageAccount();
  const element = useRef<HTMLFormElement>(null);
  useTouched(element);
  const { backFrom, throwAway, forget } = useKeptCopy(element, keep);
  useKeeping(element, "keeps");
  const { place, note } = useAnswerPlace(element, state);
  const mustWait = useOneAtATime(going !== null);
  // Whoever goes elsewhere on the desk meanwhile has no form for it to come back to.
  useEffect(() => () => stop.current?.(), []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (mustWait) return;
    const form = new FormData(event.currentTarget);
    const tooLarge = refusedHere(form, mostMb);
    if (tooLarge) return setState(tooLarge);
    setState(null);
    lastKey.current = uploadKey(lastKey.current, form, freshKey());
    const sending = { to, form, key: lastKey.current.key, account: account.current };
    const upload = sendUpload(sending, (sent) => setGoing({ ...sent, stop: upload.stop }));
    stop.current = upload.stop;
    setGoing({ sent: 0, total: 0, stop: upload.stop });
    const done = await upload.done;
    stop.current = undefined;
    if ("id" in done) {
      forget();
      return window.location.assign(next + encodeURIComponent(done.id));
    }
    setGoing(null);
    setState(done.refused);
  }

  return (
    <form
      ref={element}
      id={id}
      action={to}
      method="post"
      encType="multipart/form-data"
      onSubmit={(event) => {
        note(event);
        void submit(event);
      }}
      className="grid gap-4"
      aria-label={label}
      aria-busy={going !== null}
    >
      <FormAnswer id={id} state={state} notDone="This was not sent." place={place} />
      {backFrom ? <BackFrom {...backFrom} throwAway={throwAway} /> : null}
      <FormContext value={{ id, state, pending: going !== null, isForm: true }}>{children}</FormContext>
      {going ? (
        <Progress {...going} />
      ) : (
        <div>
          <Button type="submit" look="primary" aria-disabled={mustWait || undefined}>
            {send}
          </Button>
        </div>
      )}
    </form>
  );
}

/** Thirty-two hex digits; also where the desk is reached without TLS, which has no `randomUUID`. */
function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A file that the desk would not take need not be sent for that. */
function refusedHere(form: FormData, mostMb: number): FormState {
  const file = form.get("file");
  if (!(file instanceof File) || file.size <= mostMb * 1_048_576) return null;
  const size = Math.ceil(file.size / 1_048_576);
  const message = `This file has ${size} MB, and ${mostMb} MB is the most that this desk takes. Save it smaller, or cut out the stretch that matters.`;
  return { ok: false, message, values: {} };
}

function Progress({ sent, total, stop }: Going) {
  const isSent = total > 0 && sent >= total;
  const mb = (bytes: number) => (bytes / 1_048_576).toFixed(bytes < 10_485_760 ? 1 : 0);
  const words = isSent
    ? "All of it is sent. The desk looks whether it is whole …"
    : total > 0
      ? `${mb(sent)} of ${mb(total)} MB sent`
      : "Sending …";
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <progress
        value={isSent || total === 0 ? undefined : sent}
        max={isSent || total === 0 ? undefined : total}
        aria-label="How much of the file is sent"
        className="w-full max-w-xs accent-ink"
      />
      <span className="text-sm text-ink-2 tabular-nums">{words}</span>
      <span role="status" className="sr-only">
        {isSent ? words : "Sending the file"}
      </span>
      {isSent ? null : (
        <Button small onClick={stop} autoFocus>
          Stop
        </Button>
      )}
    </div>
  );
}
