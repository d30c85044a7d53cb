import { deploymentOf, groupsOf } from "./deployments";
import type { Answer } from "./predict";
import { type Errors, errorsOf, medianOf } from "./statistics";

/** The errors of the answers that share a name, by row and by deployment; shares and errors are fractions. */
export interface CvLine extends Errors {
  readonly name: string;
  readonly deployments: number;
  /** Median over deployments of each one's median error, so that a sweep of seventy loads counts once. */
  readonly medianByDeployment: number;
}

/** An answer that there is. */
export type Answered = Answer & { readonly predicted: number };

export const isAnswered = (answer: Answer): answer is Answered => answer.predicted !== null;

/** The errors by `name`, in the order of first appearance; answers without a name are left out. */
export function cvLines(
  answers: readonly Answered[],
  name: (answer: Answered) => string | undefined,
): CvLine[] {
  const named = answers.filter((answer) => name(answer) !== undefined);
  return [...groupsOf(named, (answer) => name(answer) as string)].map(([label, indices]) => {
    const members = indices.map((index) => named[index] as Answered);
    const byDeployment = [...groupsOf(members, ({ row }) => deploymentOf(row)).values()].map((positions) =>
      medianOf(positions.map((position) => errorOf(members[position] as Answered))),
    );
    return {
      name: label,
      ...errorsOf(members.map(({ predicted, row }) => predicted / row.value)),
      deployments: byDeployment.length,
      medianByDeployment: medianOf(byDeployment),
    };
  });
}

const errorOf = ({ predicted, row }: Answered) => Math.abs(predicted / row.value - 1);
