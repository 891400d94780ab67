import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address";

describe("the address that counts as the client", () => {
  it.each([
    ["203.0.113.7", 0, "203.0.113.7"],
    ["::ffff:203.0.113.7", 0, "203.0.113.7"],
    ["198.51.100.1, 203.0.113.7", 1, "203.0.113.7"],
    ["1.1.1.1, 198.51.100.1, 203.0.113.7", 2, "198.51.100.1"],
    ["203.0.113.7:51234", 1, "203.0.113.7"],
    ["[2001:db8:1:2:3:4:5:6]:443", 1, "2001:db8:1:2"],
    ["2001:DB8:1:2::9", 1, "2001:db8:1:2"],
    ["2001:db8:1:2:ffff::9", 1, "2001:db8:1:2"],
    ["2001:0db8::1", 1, "2001:db8:0:0"],
    ["::1", 0, "0:0:0:0"],
  ])("%s behind %i is %s", (header, proxies, address) => {
    expect(clientAddress(header, proxies)).toBe(address);
  });

  it.each([null, "", "unknown", "<script>", "a, b", "x".repeat(5_000)])(
    "%s is nobody in particular",
    (header) => {
      expect(clientAddress(header, 1)).toBeNull();
    },
  );

  it("does not believe a client about what stands before the trusted proxies", () => {
    expect(clientAddress("9.9.9.9, 203.0.113.7", 1)).toBe(clientAddress("8.8.8.8, 203.0.113.7", 1));
    expect(clientAddress("203.0.113.7", 3)).toBeNull();
  });
});
