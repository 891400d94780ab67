// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sendUpload } from "./send-upload.client";

/** What the desk would answer, and what it was asked. */
let fields: { status: number; body: object | null };
let answer: { status: number; body: object } | "lost";
let asked: string[];
let accounts: (string | undefined)[];

class Request {
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  status = 0;
  responseText = "";
  private key = "";
  open(method: string, to: string) {
    asked.push(`${method} ${to}`);
  }
  setRequestHeader(name: string, value: string) {
    if (name === "Idempotency-Key") this.key = value;
    if (name === "countersign-page-of") accounts.push(value);
  }
  abort() {
    this.onabort?.();
  }
  send(form: FormData) {
    asked.push(`${(form.get("file") as File).name} under ${this.key}`);
    queueMicrotask(() => {
      this.upload.onprogress?.({ loaded: 5, total: 5 });
      if (answer === "lost") return this.onerror?.();
      Object.assign(this, { status: answer.status, responseText: JSON.stringify(answer.body) });
      this.onload?.();
    });
  }
}

beforeEach(() => {
  [fields, answer] = [
    { status: 204, body: null },
    { status: 201, body: { id: "a1" } },
  ];
  [asked, accounts] = [[], []];
  vi.stubGlobal("XMLHttpRequest", Request);
  vi.stubGlobal(
    "fetch",
    async (to: string, { body, headers }: { body: FormData; headers: Record<string, string> }) => {
      accounts.push(headers["countersign-page-of"]);
      asked.push(`fields ${[...body.keys()].join()} to ${to}`);
      return new Response(fields.body && JSON.stringify(fields.body), { status: fields.status });
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

function send() {
  const form = new FormData();
  form.set("file", new File(["sound"], "call.wav"));
  form.set("title", "Call");
  return sendUpload({ to: "/recordings", form, key: "k1", account: "ann" }, () => undefined);
}

it("the fields go ahead without the file, which follows under its key", async () => {
  expect(await send().done).toEqual({ id: "a1" });
  expect(asked).toEqual(["fields title to /recordings?only=fields", "POST /recordings", "call.wav under k1"]);
});

it("both say whose page they are sent from", async () => {
  await send().done;
  expect(accounts).toEqual(["ann", "ann"]);
});

it("a wrong field is told with what was typed, and nothing of the file is sent", async () => {
  const issues = [{ code: "invalid", field: "title", message: "Say what it is." }];
  fields = { status: 400, body: { detail: "A field is wrong.", issues } };
  expect(await send().done).toMatchObject({
    refused: { ok: false, message: "A field is wrong.", issues, values: { title: "Call" } },
  });
  expect(asked).toHaveLength(1);
});

it("whose answer is lost is told to send it again as it is", async () => {
  answer = "lost";
  expect(await send().done).toMatchObject({
    refused: { message: expect.stringContaining("Send it again as it is: it will not be kept twice.") },
  });
});

it("without a network nothing is sent, and it says so", async () => {
  const onLine = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  expect(await send().done).toMatchObject({
    refused: { message: expect.stringContaining("Nothing was sent."), values: { title: "Call" } },
  });
  expect(asked).toEqual([]);
  onLine.mockRestore();
});

it("what is stopped before the file is on its way sends none", async () => {
  const { stop, done } = send();
  stop();
  expect(await done).toMatchObject({ refused: { message: expect.stringContaining("You stopped it.") } });
  expect(asked.filter((one) => one.startsWith("POST"))).toEqual([]);
});
