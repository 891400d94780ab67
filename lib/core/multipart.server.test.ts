import { expect, it } from "vitest";
import { readMultipart, wordsOfForm } from "./multipart.server";

const part = (disposition: string, content: string) =>
  `--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}`;
const title = part('name="title"', "A call\r\n");
const file = (name = "file", content = "sound") => part(`name="${name}"; filename="a.wav"`, content);
const end = "\r\n--b--\r\n";

/** A form that comes in these chunks; an error in their place breaks the line. */
function formOf(...chunks: (string | Error)[]): Request {
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk === undefined) controller.close();
      else if (typeof chunk === "string") controller.enqueue(new TextEncoder().encode(chunk));
      else controller.error(chunk);
    },
  });
  const headers = { "content-type": "multipart/form-data; boundary=b" };
  return new Request("http://desk.test/", { method: "POST", headers, body, duplex: "half" } as RequestInit);
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  let text = "";
  for await (const chunk of bytes) text += Buffer.from(chunk).toString("latin1");
  return text;
}

const outcome = async (form: Request) => {
  const posted = await readMultipart(form, textOf);
  return posted.ok ? posted.value : posted.error.code;
};

it.each([
  ["before the file", [title, file(), end]],
  ["behind it", [file(), "\r\n", title, "--b--\r\n"]],
])("the fields of a form are its words, whether they stand %s or not", async (_where, chunks) => {
  expect(await outcome(formOf(...chunks))).toEqual({ fields: { title: "A call" }, file: "sound" });
});

it("only the field “file” is taken", async () => {
  expect(await outcome(formOf(title, file("other"), end))).toEqual({
    fields: { title: "A call" },
    file: null,
  });
  expect(await outcome(formOf(title, "--b--\r\n"))).toEqual({ fields: { title: "A call" }, file: null });
});

// What nobody hears would be an error of the whole process, and end this run.
it.each([
  ["in the file", [title, file()]],
  ["in a file that nobody takes", [title, file("other")]],
  ["by the line, in a file that nobody takes", [title, file("other"), new Error("reset")]],
  ["among the words", [file(), "\r\n", part('name="title"', "A ca")]],
])("what ends %s has broken off", async (_where, chunks) => {
  expect(await outcome(formOf(...chunks))).toBe("upload-broken-off");
  expect(await wordsOfForm(formOf(...chunks), "stranger")).toEqual({});
});

it("a fault of who takes the file is thrown once the rest is read, or has broken off", async () => {
  const faulty = async (bytes: AsyncIterable<Uint8Array>) => {
    for await (const _ of bytes) throw new Error("no room");
  };
  for (const rest of [[end], [], [new Error("reset")]])
    await expect(readMultipart(formOf(title, file(), "more", ...rest), faulty)).rejects.toThrow("no room");
});

it("no more is read than whoever sends it is given", async () => {
  const patience = { bytes: 10, ms: 1_000 };
  const posted = await readMultipart(formOf(title, file(), end), textOf, patience);
  expect(posted).toMatchObject({ ok: false, error: { code: "upload-broken-off" } });
});

it("what is no form is told so", async () => {
  const request = new Request("http://desk.test/", { method: "POST", body: "words" });
  expect(await outcome(request)).toBe("multipart-only");
});
