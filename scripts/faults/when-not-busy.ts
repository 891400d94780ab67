/** "Too many people are writing": said only when nothing has begun, by a result or by what a scene threw of it. */
function saysBusy(said: unknown): boolean {
  if (said instanceof Error) return said.message.startsWith("busy:");
  return (said as { error?: { code?: string } } | null)?.error?.code === "busy";
}

/** Does it, and again a moment later for as long as the desk says that it is too busy to begin. */
export async function whenNotBusy<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    const said = await work().catch((error: unknown) => {
      if (saysBusy(error)) return error as T;
      throw error;
    });
    if (!saysBusy(said)) return said;
    await new Promise((wait) => setTimeout(wait, 250));
  }
}
