type Experiment = {
  title: string;
  files: string[];
  /** There is no short form: it takes minutes and is not part of `npm test`. */
  isLongOnly?: true;
  /** It starts the production server, whose build is made before: no experiment's time is spent on it. */
  startsDesk?: true;
};

/** The experiments of the promises, each with the files of tests that hold it. */
export const experiments: Record<string, Experiment> = {
  F1: {
    title: "PostgreSQL killed under writing",
    files: ["scripts/faults/f1-kill-postgres.fault.ts"],
    startsDesk: true,
  },
  F2: {
    title: "the server killed under writing",
    files: ["scripts/faults/f2-kill-server.fault.ts"],
    startsDesk: true,
  },
  F3: {
    title: "the connection lost at every question of a sign-off",
    files: ["scripts/faults/f3-lost-connection.fault.ts"],
  },
  F4: {
    title: "one idempotency key many times",
    files: ["scripts/faults/f4-idempotency.fault.ts"],
    startsDesk: true,
  },
  F5: {
    title: "many sign-offs at once",
    files: ["scripts/faults/f5-many-sign-offs.fault.ts"],
  },
  F6: {
    title: "editing while signing",
    files: ["scripts/faults/f6-edit-while-signing.fault.ts"],
  },
  F7: {
    title: "four eyes",
    files: ["scripts/faults/f7-four-eyes.fault.ts", "lib/database/guards-signing.db.test.ts"],
  },
  F8: {
    title: "fourteen tamperings by an administrator",
    files: ["scripts/verify-log.db.test.ts"],
  },
  F11: {
    title: "hostile addresses",
    files: [
      "lib/articles/address-guard.test.ts",
      "lib/articles/fetch-page.server.test.ts",
      "lib/articles/fetch-page-limits.server.test.ts",
    ],
  },
  F15: {
    title: "backup under load, restore, verify",
    files: ["lib/database/backup.db.test.ts"],
  },
  TWO: {
    title: "two app processes on one database",
    files: ["scripts/faults/two-processes.fault.ts"],
    startsDesk: true,
  },
  BUILDS: {
    title: "two builds on one database",
    files: ["scripts/faults/two-builds.long.ts"],
    startsDesk: true,
    isLongOnly: true,
  },
  M1: {
    title: "the workflow against its model",
    files: ["scripts/faults/m1-workflow-model.fault.ts"],
  },
};
