import type { ClaimDto } from "@/lib/claims/dto";
import { expect, expectProblem, test, type Problem } from "./desk-api";
import { stamp } from "./stage";

const json = { "content-type": "application/json" };
const megabyte = 1024 * 1024;

test("who calls is asked first", async ({ api }) => {
  for (const who of [null, { token: "cst_nobody" }, "expired", "revoked"] as const) {
    for (const [method, path] of [
      ["GET", "/claims"],
      ["POST", "/claims"],
      ["GET", "/claims/nope"],
      ["POST", "/claims/nope/sign-off"],
    ] as const)
      await api.refused(who, method, path, 401, method === "POST" ? { raw: "{bad", headers: json } : {});
  }
  await api.refused(null, "GET", "/claims", 401, { headers: { authorization: "Basic abc" } });
  expect((await api.refused("readOnly", "POST", "/claims", 403, { body: { text: "x" } })).code).toBe("scope");
  expect((await api.get("readOnly", "/claims")).status).toBe(200);
});

test("bodies: malformed 400, unknown keys 400, another format 415, too large 413", async ({ api }) => {
  const bad = [
    "{bad",
    "[]",
    "null",
    '"x"',
    "[".repeat(50_000),
    '{"text":"a b","__proto__":{"x":1}}',
    new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]),
  ];
  for (const raw of bad) await api.refused("checker1", "POST", "/claims", 400, { raw, headers: json });
  const unknown = await api.refused("checker1", "POST", "/claims", 400, {
    body: { text: "a b", colour: "red" },
  });
  expect(unknown.issues).toEqual([expect.objectContaining({ code: "unknown-field", field: "colour" })]);
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
    await api.refused("checker1", "POST", "/claims", 415, {
      raw: '{"text":"a b"}',
      headers: { "content-type": type },
    });
  await api.refused("checker1", "POST", "/articles", 413, {
    raw: JSON.stringify({ text: "a".repeat(13 * megabyte) }),
    headers: json,
  });
});

test("wrong values are refused by name", async ({ api }) => {
  for (const [path, body, field] of [
    ["/claims", { text: "" }, "text"],
    ["/claims", { text: "word ".repeat(5_000) }, "text"],
    ["/claims", { text: "a b", kind: "rumour" }, "kind"],
    ["/claims", { text: "a b", saidAt: "2024-13-45" }, "saidAt"],
    ["/articles", { mention: { outlet: "X" }, publishedAt: "2024-02-31" }, "publishedAt"],
    ["/articles", { mention: { outlet: "X" }, publishedAt: "2024-02-01T99:99" }, "publishedAt"],
    ["/articles", {}, ""],
    ["/articles", { html: "<p>x", text: "y" }, ""],
    ["/tips", { text: " " }, "text"],
  ] as const) {
    const { issues } = await api.refused("checker1", "POST", path, 400, { body });
    expect(issues!.map((issue) => issue.field)).toContain(field);
  }
  for (const body of [{ text: "a b", assigneeId: "nobody" }])
    await api.refused("checker1", "POST", "/claims", 422, { body });
  for (const url of [
    "http://127.0.0.1/",
    "http://[::1]/",
    "http://169.254.169.254/latest/",
    "http://2130706433/",
  ])
    await api.refused("checker1", "POST", "/articles", 422, { body: { url } });
});

test("what the database cannot hold is taken out of words", async ({ api }) => {
  const claim = await api.must<ClaimDto>("checker1", "POST", "/claims", {
    text: "a\u0000b \ud800 c",
    place: "x\u0000",
    verbatim: "שלום\u200b",
  });
  expect(claim).toMatchObject({ text: "ab \ufffd c", place: "x", verbatim: "שלום\u200b" });
});

const strangeIds = [
  "nope",
  "%00",
  "a%00b",
  "__proto__",
  "constructor",
  "x".repeat(3_000),
  "%F0%9F%98%80",
  "'%3b--",
];

test("an unknown id is 404, whatever it looks like", async ({ api }) => {
  const quote = { articleId: "a", quote: { exact: "x" }, stance: "supports" };
  const calls = [
    ["GET", "/claims/ID"],
    ["GET", "/claims/ID/gate"],
    ["GET", "/claims/ID/independence"],
    ["GET", "/claims/ID/figures"],
    ["GET", "/articles/ID"],
    ["GET", "/articles/ID/dependants"],
    ["GET", "/articles/ID/attributions"],
    ["GET", "/publications/ID"],
    ["GET", "/publications/ID/1"],
    ["PATCH", "/claims/ID", { version: 0 }],
    ["POST", "/claims/ID/events", { event: "submit" }],
    ["POST", "/claims/ID/evidence", quote],
    ["POST", "/claims/ID/reviews", { mark: "confirmed", rationale: "x" }],
    ["PUT", "/claims/ID/verdict", { version: 0 }],
    ["POST", "/claims/ID/comments", { text: "x" }],
    ["POST", "/claims/ID/searches", { where: "x", query: "y" }],
    ["POST", "/claims/ID/reply-requests", { asked: "x", how: "y" }],
    ["POST", "/claims/ID/legal-reads", { kind: "read", reader: "x" }],
    ["POST", "/claims/ID/corrections", { class: "typo", reason: "x" }],
    ["POST", "/claims/ID/sign-off", { revisionHash: "0".repeat(64) }],
    ["POST", "/claims/ID/notices", { kind: "outdated", text: "x" }],
    ["POST", "/claims/ID/retraction", { reason: "x", version: 1 }],
    ["POST", "/claims/ID/withholding", { version: 1, reasonClass: "safety" }],
    ["PATCH", "/evidence/ID", {}],
    ["DELETE", "/evidence/ID"],
    ["PATCH", "/attributions/ID", { status: "confirmed" }],
    ["PATCH", "/comparisons/ID", {}],
    ["PATCH", "/articles/ID", {}],
    ["POST", "/articles/ID/captures", { text: "Some words." }],
    ["POST", "/articles/ID/attributions", { type: "own-reporting" }],
    ["POST", "/tips/ID/decision", { decision: "decline" }],
    ["PATCH", "/reply-requests/ID", {}],
    ["POST", "/reply-requests/ID/reminders", { how: "x" }],
    ["POST", "/legal-reads/ID/withdrawal", {}],
    ["PATCH", "/searches/ID", {}],
    ["DELETE", "/searches/ID"],
    ["DELETE", "/reply-requests/ID"],
    ["PUT", "/origins/ID/interests", { interests: "x", source: "y" }],
    ["POST", "/captures/ID/expunge", { reason: "x" }],
    ["GET", "/captures/ID/warc"],
    ["GET", "/claims/ID/bundles/1"],
    ["POST", "/evidence/ID/cut-tick", {}],
    ["POST", "/evidence/ID/region-confirmation", {}],
    ["PUT", "/origins/ID/attestation", { reason: "x" }],
  ] as const;
  await Promise.all(
    strangeIds.map(async (id) => {
      for (const [method, path, body] of calls)
        await api.refused("editor1", method, path.replace("ID", id), 404, body === undefined ? {} : { body });
    }),
  );
});

test("an address that is not there, or not for this method, says so as data", async ({ api }) => {
  for (const method of ["GET", "POST", "DELETE"] as const)
    await api.refused("checker1", method, "/nowhere", 404);
  const answer = await api.send<Problem>("checker1", "DELETE", "/claims");
  expect(answer.status).toBe(405);
  expectProblem(answer);
  expect(answer.headers.get("allow")).toBe("GET, POST");
  await api.refused("checker1", "PUT", "/claims/nope", 405);
});

test("queries: bounds, names, cursors", async ({ api }) => {
  const b64 = (values: unknown) => Buffer.from(JSON.stringify(values)).toString("base64url");
  for (const query of [
    "/claims?limit=0",
    "/claims?limit=101",
    "/claims?limit=x",
    "/claims?limit=1.5",
    "/claims?sort=best",
    "/claims?state=lost",
    "/claims?colour=red",
    "/claims?q=a&q=b",
    "/claims?cursor=garbage",
    `/claims?cursor=${b64([1, 2])}`,
    `/claims?sort=deadline&cursor=${b64(["x", "y"])}`,
    `/claims?cursor=${b64(["a\u0000"])}`,
    "/articles?limit=0",
    "/articles?limit=101",
    "/articles?cursor=garbage",
    "/tips?limit=101",
    "/tips?cursor=garbage",
    `/tips?cursor=${b64(["x", "y"])}`,
    "/log?limit=0",
    "/log?after=x",
    "/matches",
    "/matches?text=",
    "/claims:search?pageSize=0",
    `/claims:search?pageToken=${b64(["x", "y"])}`,
    "/claims:search?maxAgeDays=99999999999",
  ])
    await api.refused("checker1", "GET", query, 400);
  for (const query of [
    "/claims?q=%00",
    "/claims?q='%22%5C",
    "/claims?topic=%00",
    "/claims?limit=100",
    "/articles?q=a%00b",
    "/matches?text=';%7C%26",
    "/claims:search?query=%00",
    "/claims:search?languageCode=%00",
  ])
    expect((await api.get("checker1", query)).status, query).toBe(200);
});

test("a retried request happens once; a key is for one body", async ({ api }) => {
  const mark = stamp();
  const headers = { "idempotency-key": `once-${mark}` };
  const body = { text: `Fifty tries make one claim ${mark}` };
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => api.send<ClaimDto>("checker1", "POST", "/claims", { body, headers })),
  );
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]!.status).toBe(201);
  const { items } = await api.must<{ items: ClaimDto[] }>("checker1", "GET", `/claims?q=${mark}`);
  expect(items).toHaveLength(1);
  const again = await api.send<ClaimDto>("checker1", "POST", "/claims", { body, headers });
  expect(again.text).toBe(answers[0]!.text);
  expect(
    (await api.refused("checker1", "POST", "/claims", 409, { body: { text: "Another body." }, headers }))
      .code,
  ).toBe("idempotency-key-reused");
  const other = await api.send<ClaimDto>("checker2", "POST", "/claims", { body, headers });
  expect([other.status, other.body.id === answers[0]!.body.id]).toEqual([201, false]);
  await api.refused("checker1", "POST", "/claims", 400, {
    body,
    headers: { "idempotency-key": "x".repeat(300) },
  });
});

test("a stale version is refused with both sides", async ({ api }) => {
  const claim = await api.must<ClaimDto>("checker1", "POST", "/claims", {
    text: "Two people write at once.",
  });
  const changed = await api.must<ClaimDto>("checker1", "PATCH", `/claims/${claim.id}`, {
    version: 0,
    place: "Selby",
  });
  expect(changed.version).toBe(1);
  const stale = await api.refused("checker2", "PATCH", `/claims/${claim.id}`, 409, {
    body: { version: 0, place: "Hull" },
  });
  expect(stale).toMatchObject({
    code: "stale",
    version: 1,
    conflict: [{ field: "place", mine: "Hull", theirs: "Selby" }],
  });
});

test("a list is complete and without repeats, whatever its order", async ({ api }) => {
  const mark = stamp();
  const made = await Promise.all(
    Array.from({ length: 13 }, (_, n) =>
      api.must<ClaimDto>("checker1", "POST", "/claims", {
        text: `Paging ${mark} number ${n}`,
        importance: (n % 3) + 1,
        topics: [mark],
        ...(n % 2 === 0 ? { deadlineAt: `2031-01-${10 + (n % 4)}T00:00:00Z` } : {}),
      }),
    ),
  );
  for (const sort of ["newest", "oldest", "importance", "deadline"]) {
    const seen: ClaimDto[] = [];
    let cursor: string | null = null;
    do {
      const query = new URLSearchParams({ topic: mark, sort, limit: "4", ...(cursor ? { cursor } : {}) });
      const page: { items: ClaimDto[]; nextCursor: string | null } = await api.must(
        "checker1",
        "GET",
        `/claims?${query}`,
      );
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen.map(({ id }) => id).sort()).toEqual(made.map(({ id }) => id).sort());
    if (sort === "newest")
      expect(seen.map(({ id }) => id)).toEqual([...seen.map(({ id }) => id)].sort().reverse());
    if (sort === "importance")
      expect(seen.map((row) => row.importance)).toEqual(
        [...seen.map((row) => row.importance)].sort().reverse(),
      );
  }
  const fresh = await api.must<{ items: ClaimDto[] }>(
    "checker1",
    "GET",
    `/claims?topic=${mark}&state=declined`,
  );
  expect(fresh.items).toEqual([]);
});
