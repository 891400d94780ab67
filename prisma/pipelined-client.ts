import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

/** One statement with its values; with a name it is prepared once a connection. */
export type Statement = {
  text: string;
  values?: readonly unknown[] | undefined;
  name?: string | undefined;
  rowMode?: string | undefined;
  types?: typeof pg.types | undefined;
};

/** What `pg` builds an answer in; its type definitions leave these members out. */
type Answer = pg.Result & {
  addFields: (fields: unknown) => void;
  parseRow: (fields: unknown) => pg.QueryResultRow;
  addRow: (row: pg.QueryResultRow) => void;
  addCommandComplete: (message: unknown) => void;
};

/** The messages of PostgreSQL's extended query protocol that a pipeline is made of. */
type Wire = {
  stream: { cork: () => void; uncork: () => void };
  parsedStatements: Record<string, string | undefined>;
  parse: (message: { text: string; name: string; types: never[] }) => void;
  bind: (message: { statement: string; values: readonly unknown[] }) => void;
  describe: (message: { type: "P"; name: string }) => void;
  execute: (message: { portal: string }) => void;
  sync: () => void;
};

type Sent = {
  statement: Statement;
  values: readonly unknown[];
  answer: Answer;
  /** Whoever waits for the answer; nobody does for a statement that was held back. */
  told?: { resolve: (answer: pg.QueryResult) => void; reject: (error: unknown) => void };
};

const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }).utils;

const newAnswer = ({ rowMode = "", types = pg.types }: Partial<Statement> = {}) =>
  new pg.Result(rowMode, types) as Answer;

/** Throws when a value cannot be written down: before anything is sent. */
const toSent = (statement: Statement): Sent => ({
  statement,
  values: (statement.values ?? []).map((value) => prepareValue(value)),
  answer: newAnswer(statement),
});

/**
 * Statements that go to the database in one message and are answered in one, in their order. One that fails takes those
 * after it along, COMMIT among them: the server skips everything up to the end of the message. The members are what `pg`
 * asks of whatever is given to `query`.
 */
export class Pipeline implements pg.Submittable {
  #at = 0;
  #error: unknown;
  readonly #onUntold: (error: unknown) => void;

  constructor(
    public sent: readonly Sent[],
    onUntold: (error: unknown) => void,
  ) {
    this.#onUntold = onUntold;
  }

  /** By these the connection notes what it has prepared. */
  get name() {
    return this.sent[this.#at]?.statement.name;
  }
  get text() {
    return this.sent[this.#at]?.statement.text;
  }

  submit = (connection: pg.Connection): void => {
    const wire = connection as unknown as Wire;
    const parsed = new Set<string>();
    wire.stream.cork();
    for (const { statement, values } of this.sent) {
      const { text, name = "" } = statement;
      const isPrepared = name !== "" && (parsed.has(name) || wire.parsedStatements[name] !== undefined);
      if (!isPrepared) wire.parse({ text, name, types: [] });
      parsed.add(name);
      wire.bind({ statement: name, values });
      wire.describe({ type: "P", name: "" });
      wire.execute({ portal: "" });
    }
    wire.sync();
    wire.stream.uncork();
  };

  handleRowDescription({ fields }: { fields: unknown }): void {
    this.sent[this.#at]!.answer.addFields(fields);
  }

  handleDataRow({ fields }: { fields: unknown }): void {
    const { answer } = this.sent[this.#at]!;
    try {
      answer.addRow(answer.parseRow(fields));
    } catch (error) {
      this.#error ??= error;
    }
  }

  handleCommandComplete(message: unknown): void {
    this.sent[this.#at]!.answer.addCommandComplete(message);
    this.#at += 1;
  }

  handleError(error: unknown): void {
    this.#settle(error);
  }

  handleReadyForQuery(): void {
    this.#settle(this.#error);
  }

  /** Those that were answered get their answer, the others what went wrong. */
  #settle(error: unknown): void {
    const answered = error === undefined ? this.sent.length : this.#at;
    for (const { told, answer } of this.sent.slice(0, answered)) told?.resolve(answer);
    const failed = this.sent.slice(answered);
    for (const { told } of failed) told?.reject(error);
    if (failed.length > 0 && !failed.some(({ told }) => told)) this.#onUntold(error);
  }
}

type OnBegin = AsyncLocalStorage<(connection: PipelinedClient) => void>;
const held = globalThis as { countersignOnBegin?: OnBegin };

/** Called with the connection of each transaction that is begun inside `run`. One for the process, as the pool is. */
export const onBegin: OnBegin = (held.countersignOnBegin ??= new AsyncLocalStorage());

const begin: Statement = { text: "BEGIN", name: "begin" };
const commit: Statement = { text: "COMMIT", name: "commit" };

/**
 * A connection that spares round trips: what is asked of it in one turn of the program goes in one message, what nobody
 * waits for is held back until something is asked, and BEGIN goes with the first statement of its transaction and COMMIT
 * with the last. The order of statements is kept, and what each of them means.
 */
export class PipelinedClient extends pg.Client {
  #waiting: Sent[] = [];
  /** What a held statement failed with while nobody was there to be told. */
  #untold: unknown;

  /** Sends a statement with the next one that is asked, before it, or with COMMIT. Its failure is that one's failure. */
  hold(statement: Statement): void {
    this.#waiting.push(toSent(statement));
  }

  /** Sends a statement together with whatever else is asked in this turn of the program. */
  ask(statement: Statement): Promise<pg.QueryResult> {
    return new Promise((resolve, reject) => {
      const sent = { ...toSent(statement), told: { resolve, reject } };
      if (!this.#waiting.some(({ told }) => told)) queueMicrotask(() => this.#send());
      this.#waiting.push(sent);
    });
  }

  /** As `pg` has it, for whoever knows nothing of this: Prisma's adapter, and the pool. */
  override query(...args: unknown[]): never {
    return this.#route(args) as never;
  }

  #route(args: unknown[]): unknown {
    const [first] = args as [string | Partial<Statement>];
    const text = typeof first === "string" ? first : first.text;
    if (text === "BEGIN") return this.#begin();
    if (text === "COMMIT") return this.#commit();
    if (text === "ROLLBACK") return this.#rollback();
    if (this.#waiting.length === 0 || text === undefined || args.length > 1) return this.#alone(...args);
    return this.ask(typeof first === "string" ? { text } : { ...first, text });
  }

  #alone(...args: unknown[]): unknown {
    return super.query(...(args as [string]));
  }

  #send(): void {
    const sent = this.#waiting;
    this.#waiting = [];
    if (sent.length === 0) return;
    if (this.#untold !== undefined) for (const { told } of sent) told?.reject(this.#untold);
    else this.#alone(new Pipeline(sent, (error) => (this.#untold = error)));
  }

  async #begin(): Promise<pg.QueryResult> {
    this.#untold = undefined;
    this.#waiting = [toSent(begin)];
    onBegin.getStore()?.(this);
    return newAnswer();
  }

  async #commit(): Promise<pg.QueryResult> {
    const isEmpty = this.#waiting.length === 1 && this.#waiting[0]!.statement === begin;
    if (isEmpty) return this.#rollback();
    try {
      const answer = await this.ask(commit);
      // PostgreSQL answers a COMMIT after an error with ROLLBACK, and with no error.
      if (answer.command !== "COMMIT") throw new Error("A statement of this transaction had failed.");
      return answer;
    } catch (error) {
      await this.#rollback().catch(() => undefined);
      throw error;
    }
  }

  async #rollback(): Promise<pg.QueryResult> {
    const unsent = this.#waiting;
    this.#waiting = [];
    this.#untold = undefined;
    for (const { told } of unsent) told?.reject(new Error("The transaction was rolled back before this."));
    if (unsent[0]?.statement === begin) return newAnswer();
    return this.#alone("ROLLBACK") as Promise<pg.QueryResult>;
  }
}
