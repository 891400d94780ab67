import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach } from "vitest";

type Received = { to: string[]; from: string; raw: string };

type Mail = {
  /** What it took since the test began. */
  received: Received[];
  /** How it answers: takes the mail, refuses it, or hangs up after the words. */
  answer: "take" | "refuse" | "hang-up";
};

/** Ends every connection without a word, as a mail server that dies after it took the words. */
function closeAll(server: SMTPServer): void {
  const { connections } = server as unknown as { connections: Set<{ _socket: { destroy: () => void } }> };
  for (const connection of connections) connection._socket.destroy();
}

/** A mail server for the tests of a file, to which the desk sends; before each it has received nothing and takes all. */
export function useMailServer(): Mail {
  const mail: Mail = { received: [], answer: "take" };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, callback) {
      let raw = "";
      stream.on("data", (part: Buffer) => (raw += part.toString("utf8")));
      stream.on("end", () => {
        if (mail.answer === "refuse")
          return callback(Object.assign(new Error("mailbox busy"), { responseCode: 451 }));
        const { rcptTo, mailFrom } = session.envelope;
        mail.received.push({
          to: rcptTo.map(({ address }) => address),
          from: mailFrom ? mailFrom.address : "",
          raw: raw.replace(/=\r\n/g, ""),
        });
        if (mail.answer === "hang-up") return closeAll(server);
        callback();
      });
    },
  });
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const { port } = server.server.address() as { port: number };
    process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
    process.env.MAIL_FROM = "The Desk <desk@news.example>";
  });
  afterAll(async () => {
    delete process.env.SMTP_URL;
    await new Promise<void>((closed) => server.close(closed));
  });
  beforeEach(() => {
    [mail.received, mail.answer] = [[], "take"];
  });
  return mail;
}
