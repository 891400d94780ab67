import type { GateDto } from "@/lib/claims/dto";
import { expect, test } from "./desk-api";
import { publishedClaim, send, stamp, type Signed } from "./stage";
import { checkPublication, rootOf, type Jwk, type Published } from "./verify-publication";

test.describe.configure({ mode: "serial" });

const mark = stamp();
const text = `Fjordkraft supplied engines to Selby Ferries (${mark})`;
const finding = `${text}, the report says.`;
let claimId = "";
let slug = "";
let signedHash = "";

const at = (path = "") => `/claims/${claimId}${path}`;

test("a signed claim is public", async ({ api }) => {
  const done = await publishedClaim(api, text);
  [claimId, slug, signedHash] = [done.claimId, done.slug, done.recordSha256];
  expect(done.url).toContain(`/verdicts/${slug}`);
});

test("anybody can verify the publication with the public keys, and find it in the log", async ({ api }) => {
  const keys = (await api.get<{ keys: Jwk[] }>(null, `${api.origin}/.well-known/countersign-keys.json`)).body
    .keys;
  const published = await api.must<Published>(null, "GET", `/publications/${slug}`);
  expect(published.sha256).toBe(signedHash);
  expect(checkPublication(published, keys)).toEqual({ hash: signedHash, isSigned: true });
  expect(checkPublication({ ...published, sha256: "0".repeat(64) }, keys).isSigned).toBe(false);
  await expect
    .poll(async () => (await api.get<Published>(null, `/publications/${slug}/1`)).body.log !== null, {
      timeout: 10_000,
    })
    .toBe(true);
  const { log } = (await api.get<Published>(null, `/publications/${slug}/1`)).body;
  expect(log!.proof.entry).toMatchObject({
    event: "verdict.signed-off",
    commitment: signedHash,
    to: "published",
  });
  const [, size, root] = log!.proof.checkpoint.split("\n");
  expect(Number(size)).toBe(log!.proof.size);
  expect(rootOf(log!.proof, log!.index)).toBe(root);
  const page = await fetch(`${api.origin}/verdicts/${slug}`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("the report says");
  for (const version of ["0", "2", "01", "1e0", "x"])
    await api.refused(null, "GET", `/publications/${slug}/${version}`, 404);
});

test("a correction of the right class publishes version 2; a class too light is refused", async ({ api }) => {
  await api.must("editor1", "POST", at("/corrections"), { class: "typo", reason: "A slip." });
  await api.must("checker1", "PUT", at("/verdict"), {
    version: 1,
    finding: `${finding} In 2030 it was €3 million.`,
  });
  const ready = async () => {
    await send(api, "checker1", claimId, "ready");
    return { revisionHash: (await api.must<GateDto>("editor2", "GET", at("/gate"))).revision.hash };
  };
  const light = await api.refused("editor2", "POST", at("/sign-off"), 422, { body: await ready() });
  expect(light.issues!.map(({ code }) => code)).toEqual(["class-too-light"]);
  expect((await api.get<Published>(null, `/publications/${slug}`)).body.record.version).toBe(1);
  await api.must("checker1", "PUT", at("/verdict"), {
    version: 2,
    finding,
    notInThisCheck: "Whether the promise was kept.",
  });
  const again = await api.send<Signed>("editor2", "POST", at("/sign-off"), { body: await ready() });
  expect(again.status, again.text).toBe(200);
  expect(again.body.publication).toMatchObject({ version: 2, slug });
  const second = await api.must<Published>(null, "GET", `/publications/${slug}`);
  expect(second.record).toMatchObject({
    version: 2,
    correction: { class: "typo" },
    previous: { version: 1, sha256: signedHash },
  });
});

test("a notice stands beside, and a retraction answers 410 on the page and 200 in the API", async ({
  api,
}) => {
  const notice = { kind: "under-review", text: "We look at the figures again." };
  expect((await api.refused("checker1", "POST", at("/notices"), 403, { body: notice })).code).toBe("role");
  await api.must("editor1", "POST", at("/notices"), notice);
  await expect
    .poll(async () => (await fetch(`${api.origin}/verdicts/${slug}`)).text())
    .toContain("We look at the figures again.");
  expect(
    (await api.refused("editor1", "POST", at("/retraction"), 409, { body: { reason: "Old.", version: 1 } }))
      .code,
  ).toBe("stale");
  await api.must<Signed>(
    "editor1",
    "POST",
    at("/retraction"),
    { reason: "The report was withdrawn.", version: 2 },
    200,
  );
  await expect.poll(async () => (await fetch(`${api.origin}/verdicts/${slug}`)).status).toBe(410);
  const gone = await api.must<Published>(null, "GET", `/publications/${slug}`);
  expect(gone.record).toMatchObject({ kind: "retraction", version: 3, reason: "The report was withdrawn." });
  expect((await api.get<Published>(null, `/publications/${slug}/1`)).status).toBe(200);
  expect((await fetch(`${api.origin}/verdicts/${slug}/v/1`)).status).toBe(200);
  const last = await api.refused("checker1", "POST", at("/events"), 422, { body: { event: "reopen" } });
  expect(last.allowed).toEqual([]);
});
