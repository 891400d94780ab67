import { test as base, expect } from "@playwright/test";
import type { Issue } from "@/lib/core/result";
import { DescribedAnswers } from "./described-answers";
import { demoTokens, type Holder, type Tokens } from "../tokens";

/** An answer of the API; `body` is as the caller expects it, or null when it is no JSON. */
export type Answer<T> = { status: number; headers: Headers; type: string; text: string; body: T };

export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  issues?: Issue[];
  [more: string]: unknown;
};

type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE" | "HEAD";
type Sent = { body?: unknown; raw?: string | Uint8Array; headers?: Record<string, string> };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The HTTP API as one of the demo's people, as somebody with any token, or (`null`) as nobody. */
export class DeskApi {
  /** Every answer that works is held against the OpenAPI document, whatever a test is about. */
  readonly described: DescribedAnswers;

  constructor(
    readonly origin: string,
    readonly tokens: Tokens,
  ) {
    this.described = new DescribedAnswers(origin);
  }

  /** Sends one request. Paths begin after `/api/v1`, unless they begin with the site's own address. */
  async send<T = unknown>(
    who: Holder | { token: string } | null,
    method: Method,
    path: string,
    sent: Sent = {},
  ): Promise<Answer<T>> {
    const token = who === null ? null : typeof who === "string" ? this.tokens[who] : who.token;
    const headers = new Headers(sent.headers);
    if (token !== null && !headers.has("authorization")) headers.set("authorization", `Bearer ${token}`);
    const body = sent.raw ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
    if (body !== undefined && !headers.has("content-type")) headers.set("content-type", "application/json");
    const url = path.startsWith("http") ? path : `${this.origin}/api/v1${path}`;
    const response = await fetch(url, {
      method,
      headers,
      redirect: "manual",
      ...(body === undefined ? {} : { body: body as BodyInit }),
    });
    const text = await response.text();
    const type = response.headers.get("content-type") ?? "";
    const answer = {
      status: response.status,
      headers: response.headers,
      type,
      text,
      body: parsed(text) as T,
    };
    if (response.ok && path.startsWith("/") && method !== "HEAD")
      expect(await this.described.faults(method, path, answer.body), `${method} ${path}`).toEqual([]);
    return answer;
  }

  get<T>(who: Holder | null, path: string): Promise<Answer<T>> {
    return this.send<T>(who, "GET", path);
  }

  /** Sends a request that must succeed with `status`, and gives its body. */
  async must<T>(
    who: Holder | null,
    method: Method,
    path: string,
    body?: unknown,
    status?: number,
  ): Promise<T> {
    const answer = await this.send<T>(who, method, path, body === undefined ? {} : { body });
    const wanted = status ?? (method === "POST" ? 201 : 200);
    expect(answer.status, `${method} ${path}: ${answer.text.slice(0, 600)}`).toBe(wanted);
    return answer.body;
  }

  /** Sends a request that must be refused, and gives the problem. */
  async refused(
    who: Holder | { token: string } | null,
    method: Method,
    path: string,
    status: number,
    sent: Sent = {},
  ): Promise<Problem> {
    const answer = await this.send<Problem>(who, method, path, sent);
    expect(answer.status, `${method} ${path}: ${answer.text.slice(0, 600)}`).toBe(status);
    expectProblem(answer);
    return answer.body;
  }
}

/** Every refusal is a problem document that tells a person what to do, and never how we are built. */
export function expectProblem(answer: Answer<Problem>): void {
  expect(answer.type).toContain("application/problem+json");
  expect(answer.body).toMatchObject({
    type: expect.any(String),
    title: expect.any(String),
    status: answer.status,
    detail: expect.stringMatching(/\S/),
    code: expect.stringMatching(/^[a-z0-9-]+$/),
  });
  for (const issue of answer.body.issues ?? []) {
    expect(issue).toMatchObject({
      code: expect.any(String),
      field: expect.any(String),
      message: expect.any(String),
    });
  }
  if (answer.status === 422) {
    expect(answer.body.issues?.length).toBeGreaterThan(0);
    for (const issue of answer.body.issues!)
      expect(issue).toMatchObject({ overridable: expect.any(Boolean) });
  }
  expect(answer.text).not.toMatch(/\bat \S+ \(|node_modules|\.next\/|[Pp]risma|SELECT |"stack"/);
}

/** Tests with the API of the running instance. */
export const test = base.extend<object, { api: DeskApi }>({
  api: [
    async ({}, use) => {
      const origin = process.env.E2E_BASE_URL;
      if (!origin) throw new Error("E2E_BASE_URL is not set: run through Playwright's configuration.");
      await use(new DeskApi(origin, await demoTokens()));
    },
    { scope: "worker" },
  ],
});

export { expect };
