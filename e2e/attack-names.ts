import { randomUUID } from "node:crypto";
import { inTexts } from "@/scripts/test/attack-strings";
import { builtActions, callAction } from "./access/post-action";
import { expect, type Api } from "./fixtures";
import { openSessionOf, sql } from "./sessions";

/** Tips as readers send them; who is over the limit of five is let in again. */
export async function sendTips(origin: string, texts: string[]): Promise<void> {
  for (const text of texts) {
    const body = JSON.stringify({ text, contact: text.slice(0, 290) });
    const send = () =>
      fetch(`${origin}/api/v1/tips`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
    let answer = await send();
    if (answer.status === 429) {
      await sql(`DELETE FROM rate_window`);
      answer = await send();
    }
    expect(answer.status, text.slice(0, 200)).toBe(201);
  }
}

/** Names of everything that has one, by the calls and forms by which they come in. */
export async function nameThings(checker: Api, origin: string, lines: readonly string[]): Promise<void> {
  const actions = builtActions();
  const { cookie } = await openSessionOf("admin");
  const asAdmin = `${cookie.name}=${cookie.value}`;
  const post = async (name: string, fields: Record<string, string>, sender: string | null = asAdmin) => {
    const action = actions[name]!;
    const answer = await callAction(origin, action, { cookie: sender, path: action.page, fields });
    expect(answer.status, `${name}: ${answer.text.slice(0, 500)}`).toBeLessThan(400);
    expect(answer.text, name).not.toContain('"ok":false');
    return answer;
  };

  // A form sends a carriage return as a line of its own.
  const short = lines
    .map((line) =>
      line
        .replace(/[\r\n]+/g, " ")
        .trim()
        .slice(0, 290),
    )
    .filter(Boolean);
  for (let at = 0; at < short.length; at += 51) {
    const [name, ...others] = short.slice(at, at + 51);
    const fields = { name: `${randomUUID()} ${name}`.slice(0, 290), kind: "organisation" };
    await post("(desk)/desk/settings/entities/actions#addEntity", {
      ...fields,
      otherNames: others.join("\n"),
    });
  }
  for (const outlet of inTexts(lines, 190).filter((_, index) => index % 12 === 0))
    await checker.post("/articles", { mention: { outlet, title: outlet } });

  const [asInvited = "", asThemselves = ""] = inTexts(lines, 110).map((text) => text.replaceAll("\n", " "));
  const invited = await post("(desk)/desk/settings/people/actions#invite", {
    name: asInvited,
    email: `${randomUUID()}@demo.local`,
    role: "checker",
  });
  const secret = /\/invite\/(csi_[\w-]+)/.exec(invited.text)![1]!;
  await post(
    "(auth)/invite/[secret]/actions#accept",
    { secret, name: asThemselves, password: "eleven copper kettles" },
    null,
  );

  const [draft] = await sql(`SELECT coalesce(max(number), 0) AS n FROM site_draft WHERE page = 'contact'`);
  await post("(desk)/desk/settings/pages/actions#save", {
    page: "contact",
    version: String(draft!.n),
    text: inTexts(lines, 28_000)[0]!,
    intent: "sign",
  });
}
