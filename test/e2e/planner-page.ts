import { expect, type Page } from "@playwright/test";

/** Opens the planner and waits until it computes by itself: only then is saving possible. */
export async function openPlanner(page: Page, path = "/") {
  await page.goto(path);
  await expect(page.getByRole("button", { name: /^Save/ })).toBeEnabled();
}

/** The large figure: the lowest cost per million tokens. */
export const headline = (page: Page) => page.getByRole("region", { name: /^Cost per million/ });

/** Name and figures of every card, as a reader sees them. */
export async function cardTexts(page: Page): Promise<string[]> {
  const cards = page.getByRole("article");
  await expect(cards.first()).toBeVisible();
  const texts = await cards.evaluateAll((articles) =>
    articles.map((article) =>
      [
        article.querySelector("h3")?.textContent,
        ...[...article.querySelectorAll("dd, dd + *")].map((value) =>
          value.textContent?.replace(/, explain .*/, ""),
        ),
      ].join(" | "),
    ),
  );
  return texts;
}

/** Fails the test when the page logs an error, as a missing file or a broken script would. */
export function failOnConsoleErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  return errors;
}
