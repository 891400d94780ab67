import { readFileSync } from "node:fs";

type Manifest = { node: Record<string, { exportedName: string; filename: string; workers: object }> };

/** One server action of the build: where it is written, and a page that carries it. */
export type BuiltAction = { id: string; page: string };

/** Every server action of the build under test, by file and name: `(desk)/desk/claims/actions#editClaim`. */
export function builtActions(): Record<string, BuiltAction> {
  const { node } = JSON.parse(
    readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  ) as Manifest;
  return Object.fromEntries(
    Object.entries(node).map(([id, { exportedName, filename, workers }]) => {
      const name = `${filename.replace(/^app\//, "").replace(/\.ts$/, "")}#${exportedName}`;
      // The pages with the least to draw first: what is asked here is what the action did.
      const [page = ""] = Object.keys(workers).sort((a, b) => costOf(a) - costOf(b) || a.localeCompare(b));
      return [name, { id, page: page.replace(/^app\/\([a-z]+\)/, "").replace(/\/page$/, "") }];
    }),
  );
}

const costOf = (page: string) => Number(/\[(id|\.\.\.rest)\]\/page$/.test(page));

export type Posted = { status: number; location: string; text: string };

/** A form's fields; a list is a field that is there several times. */
export type Fields = Record<string, string | string[] | undefined>;

type Sent = { cookie: string | null; path: string; fields: Fields; bound?: unknown[] };

const entriesOf = (fields: Fields) =>
  Object.entries(fields).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one] as const));

/** Posts a form of an action as a browser without scripts does. `bound` are the arguments that its page binds. */
export async function postAction(origin: string, action: BuiltAction, sent: Sent): Promise<Posted> {
  const form = new FormData();
  form.set("$ACTION_REF_1", "");
  form.set("$ACTION_1:0", JSON.stringify({ id: action.id, bound: "$@1" }));
  // The last bound argument is the state that the form had before.
  form.set("$ACTION_1:1", JSON.stringify([...(sent.bound ?? []), null]));
  form.set("$ACTION_KEY", "k0");
  for (const [name, value] of entriesOf(sent.fields)) form.append(name, value);
  return send(origin, sent, form);
}

/** Posts a form of an action as the page's script does: the answer is what came of it alone, without the page drawn again. */
export async function callAction(origin: string, action: BuiltAction, sent: Sent): Promise<Posted> {
  const form = new FormData();
  for (const [name, value] of entriesOf(sent.fields)) form.append(`_1_${name}`, value);
  form.set("0", JSON.stringify([...(sent.bound ?? []), null, "$K1"]));
  return send(origin, sent, form, { "next-action": action.id, accept: "text/x-component" });
}

async function send(
  origin: string,
  { cookie, path }: Sent,
  body: FormData,
  headers: Record<string, string> = {},
): Promise<Posted> {
  const response = await fetch(origin + path, {
    method: "POST",
    redirect: "manual",
    headers: { origin, ...headers, ...(cookie ? { cookie } : {}) },
    body,
  });
  return {
    status: response.status,
    location: response.headers.get("location") ?? "",
    text: await response.text(),
  };
}
