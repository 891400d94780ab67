import assert from "node:assert/strict";
import { get } from "node:http";
import { startEdge, type Edge } from "./edge/run-edge";
import { startOrigin, type Origin } from "./edge/small-origin";
import { runScript } from "./start/find-instance";

/** `npm run check:edge`: starts deploy/nginx.conf before a small server and tries what it promises. */
type Desk = { edge: Edge; origin: Origin };
type Check = [promise: string, check: (desk: Desk) => Promise<void>];

const verdict = "/verdicts/a-claim";

async function read(url: string, headers: Record<string, string> = {}) {
  const answer = await fetch(url, { headers, redirect: "manual" });
  const text = await answer.text();
  return { status: answer.status, text, headers: answer.headers, edge: answer.headers.get("x-edge-cache") };
}

/** How often the app is asked while `work` goes on. */
async function askedDuring(origin: Origin, work: () => Promise<unknown>) {
  const before = origin.asked.length;
  await work();
  return origin.asked.slice(before);
}

async function refresh({ edge }: Desk, path: string, key = edge.key) {
  for (const encoding of ["gzip", "identity"])
    await read(edge.inside + path, { "X-Edge-Refresh": key, "Accept-Encoding": encoding });
}

const pages: Check[] = [
  [
    "a reader's page is asked for once, with its security headers, and without the reader's cookies",
    async ({ edge, origin }) => {
      const cookie = { Cookie: "session=secret", Authorization: "Bearer secret" };
      const asked = await askedDuring(origin, async () => {
        await read(edge.url + verdict, cookie);
        const again = await read(edge.url + verdict, cookie);
        assert.equal(again.edge, "HIT");
        assert.match(again.headers.get("content-security-policy") ?? "", /default-src 'none'/);
        assert.match(again.headers.get("cache-control") ?? "", /s-maxage=600/);
      });
      assert.equal(asked.length, 1);
      assert.equal(asked[0]!.headers.cookie, undefined);
      assert.equal(asked[0]!.headers.authorization, undefined);
    },
  ],
  [
    "a page is kept packed and unpacked, whatever else a browser takes",
    async ({ edge, origin }) => {
      await refresh({ edge, origin }, verdict);
      const asked = await askedDuring(origin, async () => {
        for (const takes of ["gzip, deflate, br, zstd", "gzip", "br, gzip;q=0.5", "identity", "gzip;q=0"]) {
          const packed = /gzip(?!;q=0$)/.test(takes);
          const answer = await read(edge.url + verdict, { "Accept-Encoding": takes });
          assert.equal(answer.edge, "HIT", takes);
          assert.equal(answer.headers.get("content-encoding"), packed ? "gzip" : null, takes);
          assert.equal(answer.text, origin.words);
        }
      });
      assert.equal(asked.length, 0);
    },
  ],
  [
    "what hangs on a verdict's address makes no page of its own; a list with a query is asked for each time",
    async ({ edge, origin }) => {
      await read(edge.url + verdict);
      assert.equal((await read(`${edge.url}${verdict}?utm_source=x`)).edge, "HIT");
      const asked = await askedDuring(origin, async () => {
        for (let n = 0; n < 2; n += 1) await read(`${edge.url}/topics/trade?before=abc`);
      });
      assert.equal(asked.length, 2);
    },
  ],
  [
    "an address that is written another way spoils no page",
    async ({ edge, origin }) => {
      origin.status = 404;
      await read(`${edge.url}/verdicts%2Fa-claim%2Fv%2F9`);
      await read(`${edge.url}//verdicts/a-claim/v/9`);
      origin.status = 200;
      assert.equal((await read(`${edge.url}${verdict}/v/9`)).status, 200);
    },
  ],
];

const changes: Check[] = [
  [
    "a page is new in both forms as soon as the app asked with the key, a retracted one too",
    async (desk) => {
      const { edge, origin } = desk;
      await read(edge.url + verdict);
      for (const [words, status] of [
        ["version two", 200],
        ["retracted", 410],
      ] as const) {
        Object.assign(origin, { words, status });
        const began = performance.now();
        await refresh(desk, verdict);
        for (const takes of ["gzip", "identity"]) {
          const answer = await read(edge.url + verdict, { "Accept-Encoding": takes });
          assert.deepEqual([answer.text, answer.status, answer.edge], [words, status, "HIT"]);
        }
        assert.ok(performance.now() - began < 1_000);
      }
      origin.status = 200;
      await refresh(desk, verdict);
    },
  ],
  [
    "nobody without the key makes the edge ask",
    async (desk) => {
      const asked = await askedDuring(desk.origin, () => refresh(desk, verdict, "not-the-key"));
      assert.equal(asked.length, 0);
    },
  ],
  [
    "a page whose time is over is asked for by its ETag, and what changed is shown at once",
    async ({ edge, origin }) => {
      origin.lifeSeconds = 1;
      const page = `${edge.url}/archive`;
      await read(page);
      let answer = await read(page);
      while (answer.edge === "HIT") answer = await read(page);
      assert.equal(answer.edge, "REVALIDATED");
      assert.equal(origin.asked.at(-1)!.status, 304);
      origin.words = "version three";
      while (answer.edge !== "EXPIRED") answer = await read(page);
      assert.equal(answer.text, "version three");
      origin.lifeSeconds = 600;
    },
  ],
];

const passed: Check[] = [
  [
    "desk, API, signing in and search are never kept, and get their cookies",
    async ({ edge, origin }) => {
      for (const path of ["/desk", "/api/v1/claims", "/sign-in", "/search?q=x"]) {
        const asked = await askedDuring(origin, async () => {
          for (let n = 0; n < 2; n += 1) await read(edge.url + path, { Cookie: "session=1" });
        });
        assert.equal(asked.length, 2, path);
        assert.equal(asked[1]!.headers.cookie, "session=1", path);
      }
    },
  ],
  [
    "the app hears the reader's address and the request's id from the edge alone",
    async ({ edge, origin }) => {
      const forged = {
        "X-Forwarded-For": "203.0.113.9",
        "X-Request-Id": "forged-id",
        "X-Edge-Refresh": edge.key,
      };
      for (const path of ["/desk", "/archive/2026-01"]) {
        const answer = await read(edge.url + path, forged);
        const { headers } = origin.asked.at(-1)!;
        assert.equal(headers["x-forwarded-for"], "127.0.0.1");
        assert.equal(headers["x-edge-refresh"], undefined);
        assert.match(String(headers["x-request-id"]), /^[0-9a-f]{32}$/);
        assert.equal(answer.headers.get("x-request-id"), headers["x-request-id"]);
      }
    },
  ],
  [
    "live updates come while the stream is open",
    async ({ edge, origin }) => {
      const first = await new Promise<string>((done, failed) => {
        get(`${edge.url}/live/stream`, (answer) => answer.once("data", (chunk) => done(String(chunk)))).once(
          "error",
          failed,
        );
      });
      assert.match(first, /first/);
      origin.endStream();
    },
  ],
  [
    "a form of 12 MB reaches the app, one of 14 MB does not, and the metrics are not outside",
    async ({ edge }) => {
      const post = (megabytes: number) =>
        fetch(`${edge.url}/api/v1/articles`, { method: "POST", body: Buffer.alloc(megabytes * 1_048_576) });
      assert.equal((await post(12)).status, 200);
      assert.equal((await post(14)).status, 413);
      assert.equal((await read(`${edge.url}/api/metrics`)).status, 404);
    },
  ],
];

const outage: Check = [
  "reading goes on while the app has faults and while it is down; a record that does not verify is not hidden",
  async ({ edge, origin }) => {
    origin.lifeSeconds = 1;
    const page = `${edge.url}/corrections`;
    const { text } = await read(page);
    Object.assign(origin, { status: 503, words: "does not verify" });
    let refused = await read(page);
    while (refused.edge === "HIT") refused = await read(page);
    assert.deepEqual([refused.status, refused.text], [503, "does not verify"]);
    Object.assign(origin, { status: 500, words: "broken" });
    const isStale = async () => {
      let answer = await read(page);
      while (answer.edge === "HIT") answer = await read(page);
      assert.deepEqual([answer.status, answer.text, answer.edge], [200, text, "STALE"]);
    };
    await isStale();
    await origin.stop();
    await isStale();
    assert.equal((await read(`${edge.url}/desk`)).status, 502);
  },
];

await runScript(async () => {
  const origin = await startOrigin();
  const edge = await startEdge(origin.port);
  try {
    for (const [promise, check] of [...pages, ...changes, ...passed, outage]) {
      await check({ edge, origin });
      console.log(`✓ ${promise}`);
    }
  } finally {
    await edge.stop();
    await origin.stop().catch(() => undefined);
  }
});
process.exit();
