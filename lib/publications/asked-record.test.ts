import { expect, test } from "vitest";
import { readAskedRecord } from "./asked-record";

const site = "https://checks.example";

test.each([
  ["aurus-parts", "", null],
  ["  Aurus-Parts ", "2", 2],
  ["aurus-parts/v/1", "", 1],
  ["/verdicts/aurus-parts", "", null],
  ["https://checks.example/verdicts/aurus-parts", "", null],
  ["HTTPS://Checks.Example/verdicts/Aurus-Parts#e1", "3", 3],
  ["https://checks.example/verdicts/aurus-parts/v/2?from=mail", "1", 2],
  ["https://checks.example/api/v1/publications/aurus-parts/4/bundle.zip", "", 4],
  ["https://checks.example/cards/aurus-parts/2.png", "", 2],
  ["checks.example/verdicts/aurus-parts/v/2", "", 2],
  ["https://checks.example:443/verdicts/aurus-parts", "", null],
  ["http://checks.example:80/verdicts/aurus-parts", "", null],
  ["https://checks.example./verdicts/aurus-parts", "", null],
])("“%s”, version “%s” asks for the verdict, version %s", (slug, version, asked) => {
  expect(readAskedRecord(slug, version, site)).toEqual({
    subject: { of: "verdict", slug: "aurus-parts" },
    version: asked,
  });
});

test.each([
  ["https://перевірка.укр/verdicts/aurus-parts", "https://xn--80adia0a0aic1r.xn--j1amh"],
  ["https://перевірка.укр:8443/verdicts/aurus-parts", "https://перевірка.укр:8443"],
  ["http://127.0.0.1:3000/verdicts/aurus-parts", "http://127.0.0.1:3000"],
  ["127.0.0.1:3000/verdicts/aurus-parts", "http://127.0.0.1:3000"],
])("“%s” is an address of ours where the site stands at %s", (address, ours) => {
  const subject = { of: "verdict", slug: "aurus-parts" };
  expect(readAskedRecord(address, "", ours)).toEqual({ subject, version: null });
});

test.each([
  ["/about", "", "about", null],
  ["/about/v/2", "", "about", 2],
  ["/corrections-policy", "3", "corrections-policy", 3],
  ["https://checks.example/People/", "", "people", null],
  ["https://checks.example/uk/contact/v/1?from=mail#altered", "", "contact", 1],
  ["checks.example/ratings", "", "ratings", null],
  ["https://checks.example/api/v1/pages/methodology/4", "", "methodology", 4],
])("“%s”, version “%s” asks for the page %s, version %s", (typed, version, page, asked) => {
  expect(readAskedRecord(typed, version, site)).toEqual({ subject: { of: "page", page }, version: asked });
});

test.each([
  ["two words", "", { problem: "name" }],
  ["https://checks.example/corrections", "", { problem: "name" }],
  ['\u0000">', "", { problem: "name" }],
  ["аурус", "", { problem: "name" }],
  ["https://[broken/verdicts/aurus-parts", "", { problem: "name" }],
  ["/about/v/last", "", { problem: "version", typed: { slug: "/about", version: "last" } }],
  ["aurus-parts", "0", { problem: "version" }],
  ["aurus-parts", "-1", { problem: "version" }],
  ["aurus-parts", "two", { problem: "version" }],
  ["aurus-parts/v/last", "", { problem: "version" }],
  ["https://other.example/verdicts/aurus-parts", "", { problem: "elsewhere", host: "other.example" }],
  ["other.example/verdicts/aurus-parts", "", { problem: "elsewhere", host: "other.example" }],
  ["https://other.example/about", "", { problem: "elsewhere", host: "other.example" }],
  ["https://checks.example:8443/about", "", { problem: "elsewhere", host: "checks.example:8443" }],
  ["https://checks.example@other.example/verdicts/x", "", { problem: "elsewhere", host: "other.example" }],
])("“%s”, version “%s” cannot be read, and what is wrong is told apart", (slug, version, problem) => {
  expect(readAskedRecord(slug, version, site)).toMatchObject({ outcome: "unreadable", ...problem });
});
