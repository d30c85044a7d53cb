/**
 * The tests that are asked to notice the small mistakes of a room: its own. Left out are those that take a minute, that
 * kill programs, cut the power and fill disks, and those that draw hundreds of plans: what they alone would notice
 * counts as survived.
 */
const TESTS: readonly { room: RegExp; tests: readonly string[] }[] = [
  {
    room: /^lib\/engine\b/,
    tests: [
      "test/engine/wholes",
      "test/engine/simulate",
      ...[
        ...[
          "accuracy",
          "binding",
          "cache",
          "cost",
          "explain",
          "explore",
          "feasibility",
          "fingerprint",
          "golden",
        ],
        ...[
          "headlines",
          "limits",
          "longest",
          "maturity",
          "price-range",
          "proofs/rows",
          "shipped",
          "sizing",
          "work",
        ],
      ].map((name) => `test/engine/${name}.test.ts`),
    ],
  },
  {
    room: /^lib\/db\b/,
    tests: [
      ...[
        "backup",
        "canonical-json",
        "circuit-breaker",
        "client-counts",
        "damaged-folder",
        "embedded-parts",
        "embedded-thread",
        "errors",
      ],
      ...[
        "folder-lock",
        "guards",
        "keys",
        "location",
        "migrate",
        "outage-postgresql",
        "outage-table",
        "probe",
        "raced",
      ],
      ...["repeated", "roles", "scenarios", "thread-messages", "unavailable", "versions"],
    ].map((name) => `test/db/${name}.test.ts`),
  },
  { room: /^lib\/scenario\b/, tests: ["test/scenario"] },
  { room: /^lib\/view\b/, tests: ["test/view"] },
];

/** Folders and files of tests for a folder or a file of code, both from the repository's root. */
export function roomTests(path: string): readonly string[] {
  const found = TESTS.find(({ room }) => room.test(path));
  if (!found) throw new Error(`there are no tests stated for ${path}`);
  return found.tests;
}
