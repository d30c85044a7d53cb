import type { Metadata } from "next";
import { AccuracyExplorer } from "@/components/accuracy/accuracy-explorer";
import { ClassCards } from "@/components/accuracy/class-cards";
import { ErrorTable } from "@/components/accuracy/error-table";
import { Section } from "@/components/accuracy/section";
import { WeakSpots } from "@/components/accuracy/weak-spots";
import { CatalogShell, PageTitle } from "@/components/catalog/catalog-shell";
import { dayText, grouped } from "@/lib/units";
import { ablationTable } from "@/lib/view/accuracy/ablation-table";
import { gainTable } from "@/lib/view/accuracy/gain-table";
import { groupErrors, weakestGroups } from "@/lib/view/accuracy/groups";
import { packPoints } from "@/lib/view/accuracy/pack";
import { ownErrors, peersTable } from "@/lib/view/accuracy/peers-table";
import { classErrors, TARGET_CLASSES } from "@/lib/view/accuracy/target-classes";
import { unansweredReasons } from "@/lib/view/accuracy/unanswered";
import { queryText } from "@/lib/view/catalog/table-address";
import { readAblation } from "./ablation";
import { readAnchoredGain } from "./anchored-gain";
import { answeredPoints, uncheckedAccelerators } from "./answered-points";
import { readCrossValidation } from "./cross-validation";
import { calibrationRows, modelNamed, validationAnswers } from "./measured";
import { readPeers } from "./peers";

export const metadata: Metadata = { title: "Accuracy" };

const WEAKEST = 8;

/** The planner's answers beside published measurements that it was not fitted on. */
export default async function AccuracyPage({ searchParams }: PageProps<"/accuracy">) {
  const answers = validationAnswers();
  const points = answeredPoints();
  const { study, peer } = readPeers();
  const unseen = readCrossValidation();
  const ablation = readAblation();
  const gain = readAnchoredGain();
  const unseenClasses = TARGET_CLASSES.flatMap(({ id, label, median, within25 }) => {
    const found = unseen.class.find((each) => each.id === id);
    return found ? [{ ...found, label, target: { median, within25 } }] : [];
  });
  const classes = classErrors(answers, modelNamed).map(({ target, label, errors }) => ({
    id: target.id,
    label,
    cases: errors.cases,
    median: errors.median,
    within25: errors.within25,
    target: { median: target.median, within25: target.within25 },
  }));
  return (
    <CatalogShell current="accuracy">
      <div className="mx-auto grid w-full max-w-[90rem] grid-cols-1 gap-10">
        <div className="grid gap-4">
          <PageTitle title="Accuracy">
            What to expect of a model that the planner has never seen: its constants were fitted again without
            each family of models, and that family&apos;s measurements compared with what it then said, over{" "}
            {grouped(unseen.rows)} published measurements ({dayText(unseen.date)}, engine{" "}
            {unseen.engineVersion}). How the numbers come about is on the{" "}
            <a href="/method" className="text-accent underline">
              method page
            </a>
            .
          </PageTitle>
          <ClassCards classes={unseenClasses} />
        </div>
        <div className="grid gap-4">
          <p className="max-w-[80ch] text-muted text-sm">
            The rest of this page is the planner as it stands. It answered {grouped(points.length)} of{" "}
            {grouped(answers.length)} published measurements that were kept apart; its constants were fitted
            on {grouped(calibrationRows().length)} others, some of the same models.
          </p>
          <ClassCards classes={classes} />
        </div>
        <AccuracyExplorer packed={packPoints(points)} query={queryText(await searchParams)}>
          <Section
            id="weak"
            title="Weak spots"
            lead="Where to trust the planner least. Nothing is left out of the figures above: what could not be answered is counted here."
          >
            <WeakSpots
              groups={weakestGroups(groupErrors(points), WEAKEST)}
              unanswered={unansweredReasons(answers)}
              unchecked={uncheckedAccelerators()}
            />
          </Section>
          <section aria-label="Own measurements" className="min-w-0">
            <ErrorTable
              title="What your own measurements are worth"
              caption={`Each public deployment (accelerator, software and version, model, weights) corrected by so many of its runs at a server, drawn at random ${gain.draws} times, and asked for up to twelve others of it (${gain.date}, engine ${gain.engineVersion}). A range is meant to hold 80 %.`}
              table={gainTable(gain.point)}
            />
          </section>
          <section aria-label="Laws" className="min-w-0">
            <ErrorTable
              title="What each law is worth"
              caption={`Errors on families never seen, by class, without one law of the physics at a time: its constants stay where it says nothing, and all others are fitted again (${ablation.date}, engine ${ablation.engineVersion}).`}
              table={ablationTable(ablation.law)}
            />
          </section>
          <section aria-label="Other estimators" className="min-w-0">
            <ErrorTable
              title="Other estimators on the same kind of measurements"
              caption={`${study.title}, ${dayText(study.date)}. ${study.rows} The selection overlaps with this page's and is not the same.`}
              table={peersTable([...ownErrors(answers), ...peer])}
            />
          </section>
        </AccuracyExplorer>
      </div>
    </CatalogShell>
  );
}
