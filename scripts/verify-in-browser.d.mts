type Outcome = { item: string; outcome: "pass" | "fail" | "unable" | "absent"; detail: string };

export function checkFile(bytes: Uint8Array, keySet: unknown): Promise<Outcome[]>;
