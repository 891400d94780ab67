import { describe, expect, it } from "vitest";
import { addressOf, isLoopback, readSettings, secondFactorFor, StartRefused } from "./settings";

describe("readSettings", () => {
  it("needs nothing set", () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      demo: "unless-other-data",
      worker: true,
    });
    expect(settings.home.endsWith("/.data")).toBe(true);
  });

  it.each([
    [{ PORT: "http" }, "PORT"],
    [{ PORT: "70000" }, "PORT"],
    [{ COUNTERSIGN_DEMO: "yes" }, "COUNTERSIGN_DEMO"],
    [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL"],
    [{ DATABASE_OWNER_URL: "postgresql://x" }, "DATABASE_OWNER_URL"],
    [{ PUBLIC_URL: "ftp://x" }, "PUBLIC_URL"],
    [{ COUNTERSIGN_WORKER: "no" }, "COUNTERSIGN_WORKER"],
    [{ COUNTERSIGN_RECORDING_MB: "2 GB" }, "COUNTERSIGN_RECORDING_MB"],
    [{ COUNTERSIGN_RECORDING_MB: "901" }, "COUNTERSIGN_RECORDING_MB"],
    [{ EDGE_URL: "http://127.0.0.1:8081" }, "EDGE_PURGE_KEY"],
    [{ EDGE_PURGE_KEY: "0123456789abcdef" }, "EDGE_URL"],
    [{ EDGE_URL: "127.0.0.1:8081", EDGE_PURGE_KEY: "0123456789abcdef" }, "EDGE_URL"],
    [{ EDGE_URL: "http://127.0.0.1:8081", EDGE_PURGE_KEY: 'short"' }, "EDGE_PURGE_KEY"],
  ])("refuses %j and names the variable", (variables, name) => {
    expect(() => readSettings(variables)).toThrow(StartRefused);
    expect(() => readSettings(variables)).toThrow(name);
  });

  it("leaves the worker to another process when told so", () => {
    expect(readSettings({ COUNTERSIGN_WORKER: "0" }).worker).toBe(false);
  });

  it("refuses the demo on an address that others can reach", () => {
    expect(() => readSettings({ COUNTERSIGN_DEMO: "1", HOST: "0.0.0.0" })).toThrow(/COUNTERSIGN_DEMO=0/);
    expect(readSettings({ COUNTERSIGN_DEMO: "0", HOST: "0.0.0.0" }).demo).toBe("off");
  });
});

describe("isLoopback", () => {
  it.each(["127.0.0.1", "127.1.2.3", "localhost", "::1"])("%s is this machine only", (host) => {
    expect(isLoopback(host)).toBe(true);
  });
  it.each(["0.0.0.0", "::", "10.0.0.1", "desk.example", "127.0.0.1.example", "localhost.example"])(
    "%s is not",
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});

describe("addressOf", () => {
  it("gives an address that a browser can open", () => {
    expect(addressOf("127.0.0.1", 3000)).toBe("http://localhost:3000");
    expect(addressOf("0.0.0.0", 80)).toBe("http://localhost:80");
    expect(addressOf("::1", 3000)).toBe("http://[::1]:3000");
  });
});

describe("a second factor for editors and admins", () => {
  it.each([
    [{ embedded: false, demo: false }, undefined, "required"],
    [{ embedded: false, demo: false }, "offered", "required"],
    [{ embedded: false, demo: true }, undefined, "offered"],
    [{ embedded: true, demo: true }, "required", "offered"],
    [{ embedded: true, demo: false }, undefined, "offered"],
    [{ embedded: true, demo: false }, "required", "required"],
  ] as const)("on %j, told %s, is %s", (database, given, how) => {
    expect(secondFactorFor(database, given)).toBe(how);
  });

  it("is never settled by a word that means nothing", () => {
    expect(() => secondFactorFor({ embedded: false, demo: false }, "yes")).toThrow(StartRefused);
  });
});
