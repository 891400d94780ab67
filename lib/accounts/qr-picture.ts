import encodeQR from "qr";

/** Light around the code, in modules (ISO/IEC 18004 §6.3.8). */
const quietZone = 4;

/** A QR code of a text as one path on a square of `size` units, its quiet zone included; dark on light. */
export function qrPicture(text: string): { size: number; path: string } {
  const rows = encodeQR(text, "raw", { border: quietZone, ecc: "medium" });
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return { size: rows.length, path };
}
