import { describe, expect, it } from "vitest";
import { generateSigningKey } from "../publications/sign";
import { checkpointBody, signCheckpoint } from "./checkpoint";
import { openCheckpoint, openNote, verifierKey } from "./fixtures/open-checkpoint";
import { leafHash, treeHash } from "./merkle";

const key = generateSigningKey();
const name = "countersign.example/log";
const verifier = { name, x: key.publicJwk.x };
const checkpoint = {
  origin: "countersign.example/log",
  size: 3,
  root: new Uint8Array(treeHash(["a", "b", "c"].map((text) => leafHash(Buffer.from(text))))),
};
const note = signCheckpoint(checkpoint, name, key.privatePem);

function codeOf(text: string, by = verifier, origin = checkpoint.origin) {
  const outcome = openCheckpoint(text, by, origin);
  return outcome.ok ? "ok" : outcome.error.code;
}

describe("signed notes", () => {
  // The worked example of golang.org/x/mod/sumdb/note, which the C2SP format describes.
  const peter = {
    name: "PeterNeumann",
    x: Buffer.from("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "base64"),
  };
  const peterKey = { name: peter.name, x: peter.x.subarray(1).toString("base64url") };
  const text =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
  const known = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

  it("opens a note that another implementation signed", () => {
    expect(openNote(known, peterKey)).toEqual({ ok: true, value: text });
    expect(verifierKey(peterKey)).toBe("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  });

  it("refuses it with one letter changed", () => {
    expect(openNote(known.replace("answer", "answers"), peterKey)).toMatchObject({
      ok: false,
      error: { code: "bad-signature" },
    });
  });
});

describe("checkpoint", () => {
  it("is written as origin, size, root, a blank line and the signature line", () => {
    const lines = note.split("\n");
    expect(lines.slice(0, 4)).toEqual([
      "countersign.example/log",
      "3",
      Buffer.from(checkpoint.root).toString("base64"),
      "",
    ]);
    expect(lines[4]).toMatch(/^— countersign\.example\/log [A-Za-z0-9+/]+=*$/);
    expect(lines.slice(5)).toEqual([""]);
  });

  it("opens as what was signed", () => {
    expect(openCheckpoint(note, verifier, checkpoint.origin)).toEqual({ ok: true, value: checkpoint });
  });

  it("is not accepted with any changed character", () => {
    for (let at = 0; at < note.length; at++) {
      const changed = note.slice(0, at) + (note[at] === "x" ? "y" : "x") + note.slice(at + 1);
      expect(codeOf(changed)).not.toBe("ok");
    }
  });

  it("is not accepted from another key, name or origin", () => {
    const other = generateSigningKey();
    expect(codeOf(signCheckpoint(checkpoint, name, other.privatePem))).toBe("unsigned");
    expect(codeOf(note, { name: "other", x: verifier.x })).toBe("unsigned");
    expect(codeOf(note, verifier, "elsewhere")).toBe("other-origin");
  });

  it("may carry the signatures of witnesses beside ours", () => {
    const witness = signCheckpoint(checkpoint, "witness.example", generateSigningKey().privatePem);
    const line = witness.split("\n")[4];
    expect(codeOf(`${note}${line}\n`)).toBe("ok");
    expect(codeOf(`${note}— broken\n`)).toBe("malformed-note");
  });

  it.each(["", "\n\n", "a\n\n", note.trimEnd(), `${note}\n`, note.replace("\n3\n", "\n03\n")])(
    "is not read from %j",
    (text) => {
      expect(codeOf(text)).not.toBe("ok");
    },
  );

  it("cannot be made to read as the text of a record's signature", () => {
    expect(() => checkpointBody({ ...checkpoint, origin: "countersign-record-v1" })).toThrow("prefix");
    expect(() => checkpointBody({ ...checkpoint, origin: "countersign-notice-v1" })).toThrow("prefix");
  });

  it("refuses to be made of an odd origin, size, root or key name", () => {
    expect(() => checkpointBody({ ...checkpoint, origin: "two\nlines" })).toThrow(TypeError);
    expect(() => checkpointBody({ ...checkpoint, size: -1 })).toThrow(TypeError);
    expect(() => checkpointBody({ ...checkpoint, root: new Uint8Array(20) })).toThrow(TypeError);
    expect(() => signCheckpoint(checkpoint, "with blank", key.privatePem)).toThrow(TypeError);
  });
});
