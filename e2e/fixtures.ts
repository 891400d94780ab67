import {
  test as base,
  expect,
  type APIRequestContext,
  type BrowserContext,
  type Page,
} from "@playwright/test";
import { openSessionOf, type Person } from "./sessions";

type Options = Parameters<import("@playwright/test").Browser["newContext"]>[0];

type Fixtures = {
  /** A page of the desk on which this person is signed in, each time in a browser of its own. */
  as: (person: Person | "reader", options?: Options) => Promise<Page>;
  /** The HTTP API as this person. */
  api: (person: Person) => Promise<Api>;
};

/** What the browser logs as errors although it is meant: statuses that a journey provokes, and the tests' own scripts kept out of the frame. */
const expectedNoise = [
  /Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)/,
  /Blocked script execution in '[^']*\/preview\/.*frame is sandboxed/,
];

function watch(page: Page, heard: string[]): void {
  page.on("console", (message) => {
    if (message.type() !== "error" || expectedNoise.some((noise) => noise.test(message.text()))) return;
    heard.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => heard.push(`${page.url()}: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 500) heard.push(`${response.status()} ${response.url()}`);
  });
}

/** Calls that must succeed, for what a journey needs before it begins. */
export class Api {
  constructor(readonly request: APIRequestContext) {}

  async post<T = { id: string }>(path: string, data: unknown): Promise<T> {
    return this.send<T>("POST", path, data);
  }

  async patch<T = { version: number }>(path: string, data: unknown): Promise<T> {
    return this.send<T>("PATCH", path, data);
  }

  async put<T = { version: number }>(path: string, data: unknown): Promise<T> {
    return this.send<T>("PUT", path, data);
  }

  async get<T>(path: string): Promise<T> {
    return this.send<T>("GET", path);
  }

  private async send<T>(method: string, path: string, data?: unknown): Promise<T> {
    const response = await this.request.fetch(`/api/v1${path}`, {
      method,
      ...(data === undefined ? {} : { data }),
    });
    if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`);
    return (await response.json()) as T;
  }
}

/** Every test also fails on an error in the console, a refused script or style, and an answer of 500 or more. */
export const test = base.extend<Fixtures>({
  as: async ({ browser, baseURL }, use) => {
    const open: BrowserContext[] = [];
    const heard: string[] = [];
    await use(async (person, options = {}) => {
      const context = await browser.newContext({
        baseURL,
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      open.push(context);
      if (person !== "reader") await context.addCookies([(await openSessionOf(person)).cookie]);
      const page = await context.newPage();
      watch(page, heard);
      return page;
    });
    await Promise.all(open.map((context) => context.close()));
    expect(heard, "errors in the console").toEqual([]);
  },
  api: async ({ playwright, baseURL }, use) => {
    const open: APIRequestContext[] = [];
    await use(async (person) => {
      const { cookie } = await openSessionOf(person);
      const headers = { cookie: `${cookie.name}=${cookie.value}`, origin: baseURL ?? "" };
      const request = await playwright.request.newContext({ baseURL, extraHTTPHeaders: headers });
      open.push(request);
      return new Api(request);
    });
    await Promise.all(open.map((request) => request.dispose()));
  },
});

export { expect };
