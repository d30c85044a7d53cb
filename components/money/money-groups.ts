import { formPaths } from "@/components/planner/form-groups";
import type { FormId } from "@/lib/scenario/field-kinds";
import type { FieldPath } from "@/lib/scenario/fields";
import type { Scenario } from "@/lib/scenario/schema";

const group = (id: FormId, title: string) => ({ id, title, paths: formPaths(id) });

/** A part of the money form under one heading. */
export type MoneyGroup = ReturnType<typeof group>;

/** The settings of money by what they are about. The form of the other settings leaves them out. */
export const moneyGroups: readonly MoneyGroup[] = [
  group("terms", "Rented: terms"),
  group("owning", "Owned: what it costs"),
  group("months", "The months to come"),
  group("tokens", "The price of a token"),
];

/** The settings of a group that are said, so that a folded group need not be opened to see them. */
export const saidOf = ({ paths }: MoneyGroup, { money }: Pick<Scenario, "money">): FieldPath[] =>
  paths.filter((path) => (money as Record<string, unknown>)[path.slice("money.".length)] !== undefined);
