import "server-only";
import nodemailer from "nodemailer";
import { env } from "../core/env.server";
import { logger } from "../core/log-problem.server";

/**
 * What became of handing a mail over. `refused`: certainly not sent, and may be tried again; `uncertain`: the connection
 * broke after the words were on their way, so another try could make it two.
 */
export type Handed = { outcome: "sent" } | { outcome: "refused" | "uncertain"; problem: string };

export type OutgoingMail = {
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
};

const patienceMs = 15_000;

type MailError = Error & { code?: string; syscall?: string; responseCode?: number };

/** A server that answered with a code, or was never reached, has taken nothing. A connection that broke says neither. */
function isCertain({ code, syscall, responseCode, message }: MailError): boolean {
  if ((responseCode ?? 0) >= 400 || syscall === "connect") return true;
  if (/^(?:Connection timeout|Greeting never received|connect )/.test(message)) return true;
  return ["EDNS", "EAUTH", "EENVELOPE", "ETLS"].includes(code ?? "");
}

/**
 * Hands a mail to the server of `SMTP_URL`, with an id made of its own so that a reader's program knows it again. Without
 * that setting it is written to the log: nothing leaves the machine.
 */
export async function sendMail(mail: OutgoingMail): Promise<Handed> {
  const { smtpUrl, mailFrom, publicUrl } = env();
  if (!smtpUrl) {
    logger.info(
      { to: mail.to.address, subject: mail.subject, text: mail.text },
      "mail, not sent: SMTP_URL is not set",
    );
    return { outcome: "sent" };
  }
  const host = new URL(publicUrl).hostname;
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  try {
    await transport.sendMail({
      from: mailFrom ?? `Countersign <countersign@${host}>`,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      messageId: `<${mail.id}@${host}>`,
      headers: { "Auto-Submitted": "auto-generated", Precedence: "bulk" },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { outcome: "sent" };
  } catch (error) {
    const problem = String((error as Error).message).slice(0, 300);
    return { outcome: isCertain(error as MailError) ? "refused" : "uncertain", problem };
  } finally {
    transport.close();
  }
}
