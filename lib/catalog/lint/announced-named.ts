import { acceleratorFile, type Finding, type Rule } from "./rule";

/** What cannot be had yet says so in its name, which is what plans, tables and pictures show. */
export const announcedNamed: Rule = {
  name: "an announced chip says so in its name",
  check: (catalog) =>
    catalog.accelerators
      .filter(({ announced, name }) => (announced !== undefined) !== /\bannounced\b/.test(name))
      .map(
        (chip): Finding => ({
          file: acceleratorFile(chip),
          field: "name",
          message: "expected the word announced where `announced` is given, and nowhere else",
        }),
      ),
};
