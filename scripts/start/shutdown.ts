/** Why a start ends: asked to by a signal, or because a part of it failed. */
export type Ending = { code: number; because?: string };

type Step = { name: string; stop: () => Promise<void> };

/**
 * What has to be undone, in the reverse order of doing, and the wish to end. A first signal asks for the end; more of
 * them (a terminal sends Ctrl-C to npm and to us, and npm passes it on) change nothing.
 */
export class Shutdown {
  private readonly steps: Step[] = [];
  private ask: (ending: Ending) => void = () => undefined;
  /** Set once the end was asked for: what ends after that ends as it should. */
  isEnding = false;
  /** Answers with the reason when somebody asks for the end. */
  readonly requested = new Promise<Ending>((resolve) => (this.ask = resolve));

  constructor() {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => this.end({ code: 0, because: "Stopping …" }));
    }
    this.followNpm();
  }

  /** Started by npm, an instance does not outlive it, even when npm had no time to pass the signal on. */
  private followNpm(): void {
    const parent = process.ppid;
    if (!process.env.npm_lifecycle_event) return;
    setInterval(() => {
      if (process.ppid !== parent) this.end({ code: 0, because: "npm is gone; stopping …" });
    }, 1_000).unref();
  }

  /** Asks for the end; only the first wish counts. */
  end(ending: Ending): void {
    this.isEnding = true;
    this.ask(ending);
  }

  /** Notes something to undo at the end. */
  before(name: string, stop: () => Promise<void>): void {
    this.steps.push({ name, stop });
  }

  /** Undoes everything noted, last first; what fails is reported and the rest still undone. */
  async undo(): Promise<void> {
    this.isEnding = true;
    for (let step = this.steps.pop(); step; step = this.steps.pop()) {
      await step.stop().catch((error: unknown) => console.error(`${step?.name} did not end cleanly:`, error));
    }
  }
}
