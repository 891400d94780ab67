import { describe, expect, it } from "vitest";
import { isLedElsewhere } from "./own-redirect";

describe("addresses that the framework leads elsewhere by itself", () => {
  it.each(["/about/", "/desk/claims/?x=1", "//about", "/desk//claims", "/\\evil.example", "/about\\x?y=/"])(
    "%s is one",
    (url) => expect(isLedElsewhere(url)).toBe(true),
  );

  it.each(["/", "/?next=/a/", "/about", "/about?x=//y", "/verdicts/a/v/1", "*", ""])("%s is none", (url) =>
    expect(isLedElsewhere(url)).toBe(false),
  );
});
