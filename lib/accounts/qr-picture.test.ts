import decodeQR from "qr/decode.js";
import { expect, it } from "vitest";
import { qrPicture } from "./qr-picture";
import { totpAddress } from "./totp";

it("what is drawn is read again as the address, name and newsroom in any script", () => {
  const address = totpAddress(
    "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
    "ящірка@newsdesk.example",
    "Редакція фактів",
  );
  const { size, path } = qrPicture(address);
  const scale = 4;
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < scale; dy += 1)
      for (let dx = 0; dx < scale; dx += 1)
        data.fill(
          0,
          ((Number(y) * scale + dy) * width + Number(x) * scale + dx) * 4,
          ((Number(y) * scale + dy) * width + Number(x) * scale + dx) * 4 + 3,
        );
  }
  expect(decodeQR({ width, height: width, data })).toBe(address);
});
