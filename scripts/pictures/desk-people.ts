import { request } from "playwright";
import { Api } from "../../e2e/fixtures";
import { instance, openSessionOf, type Person } from "../../e2e/sessions";
import { dayMs } from "../../lib/core/durations";

/** A time so many days from now. */
export const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString();

/** The HTTP API as each person of the demonstration. */
export type Desk = Record<Person, Api>;

/** The HTTP API as one of them; whoever took it disposes of it. */
export async function apiOf(person: Person): Promise<Api> {
  const { cookie } = await openSessionOf(person);
  const { url } = instance();
  const headers = { cookie: `${cookie.name}=${cookie.value}`, origin: url };
  return new Api(await request.newContext({ baseURL: url, extraHTTPHeaders: headers, timeout: 180_000 }));
}

let turn = 0;

/** Somebody else changes what a claim says, each time to other words, so that the log knows who it was. */
export async function changeClaimAs(person: Person, claimId: string, words: string): Promise<void> {
  const api = await apiOf(person);
  const { version } = await api.get<{ version: number }>(`/claims/${claimId}`);
  const data = { text: `${words} (${(turn += 1)})`, version };
  await api.request.patch(`/api/v1/claims/${claimId}`, { data });
  await api.request.dispose();
}
