import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, FURTHER_ROWS } from "./accessible";
import { answer, failOnConsoleErrors, inClicks, openPlanner } from "./planner-page";

const group = (page: Page, title: string) => page.getByRole("heading", { name: title, exact: true });
const totals = (page: Page) => page.getByRole("region", { name: "The months to come" });

/** Opens the view and waits for the offers, which are asked for with it. */
async function openMoney(page: Page) {
  await page.getByRole("tab", { name: "Money" }).click();
  await expect(page.getByRole("region", { name: "The price of an hour" })).toContainText(
    "low, middle, high of",
  );
}

test("a price is chosen from offers, terms and growth are set, and the link carries them all", async ({
  page,
}) => {
  const errors = failOnConsoleErrors(page);
  await openPlanner(page);
  const hours = page.getByRole("region", { name: "The price of an hour" });
  // Whose price it is, where, of when and by which source.
  await inClicks(page, 1, async () => {
    await page.getByTitle("Where this price comes from").first().click();
    const origin = page.getByRole("dialog", { name: "Where the price comes from" });
    for (const fact of ["Provider", "Region", "Term", "Price of", "Source"])
      await expect(origin).toContainText(fact);
    await expect(origin.getByRole("link")).toHaveAttribute("href", /^https:/);
  });
  await page.keyboard.press("Escape");
  // Months at an offer's own terms, with no other form to open.
  await inClicks(page, 3, async () => {
    await openMoney(page);
    await hours.getByRole("button", { name: "Choose" }).first().click();
    const take = hours.getByRole("button", { name: /^Take .* at \$/ }).first();
    const chosen = (await take.getAttribute("aria-label")) ?? "";
    const provider = /^Take (.*?) /.exec(chosen)?.[1] ?? "?";
    await take.click();
    await expect(hours.getByRole("listitem").first()).toContainText(provider);
    await expect(totals(page)).toBeVisible();
  });

  await hours.getByRole("button", { name: "Choose" }).nth(1).click();
  await hours.getByLabel(/^Your own price per accelerator-hour of/).fill("1.75");
  await hours.getByLabel(/^Where your price of/).fill("Our contract");
  await hours.getByRole("button", { name: "Use it" }).click();
  await expect(hours.getByRole("listitem").nth(1)).toContainText("Our contract, stated");
  await expect(hours).toContainText("The options’ prices are not alike");

  await group(page, "The months to come").first().click();
  await page.getByRole("textbox", { name: "Traffic growth a year" }).fill("100%");
  await page.getByRole("textbox", { name: "Starts in year" }).fill("2027");
  await page.getByRole("textbox", { name: "Budget" }).fill("500000");
  await totals(page).getByRole("button", { name: "Show table" }).click();
  const table = totals(page).getByRole("table");
  await expect(table).toContainText("Budget breaks");
  const before = await table.innerText();
  await group(page, "Rented: terms").click();
  await page.getByRole("textbox", { name: "Discount", exact: true }).fill("20%");
  await expect(table).not.toHaveText(before, { useInnerText: true });
  await expect(page.getByRole("region", { name: /^Month by month/ }).first()).toContainText("2027-01");
  await expectAccessible(page, "[role=tabpanel]", FURTHER_ROWS);

  await expect(page).toHaveURL(/#d=/);
  const link = page.url();
  await page.goto("about:blank");
  await page.goto(link);
  await openMoney(page);
  await expect(hours.getByRole("listitem").nth(1)).toContainText("Our contract, stated");
  await totals(page).getByRole("button", { name: "Show table" }).click();
  await expect(totals(page).getByRole("table")).toContainText("Budget breaks");
  await expect(page.getByRole("region", { name: /^Month by month/ }).first()).toContainText("2027-01");
  await group(page, "Rented: terms").click();
  await expect(page.getByRole("textbox", { name: "Discount", exact: true })).toHaveValue(/^20/);

  const apis = page.getByRole("region", { name: "Managed APIs" });
  await apis.getByRole("button", { name: "Add one of your own" }).click();
  await apis.getByLabel("Provider").fill("Ours");
  await apis.getByLabel("Input, USD per million tokens", { exact: true }).fill("0.5");
  await apis.getByLabel("Output, USD per million tokens", { exact: true }).fill("1.5");
  await apis.getByLabel("Off for a batch").fill("50");
  await apis.getByLabel("Requests a minute").fill("10");
  await apis.getByLabel("Where the price comes from").fill("A quote");
  await apis.getByRole("button", { name: "Use it" }).click();
  await expect(apis).toContainText("batch −50 %");
  await expect(apis).toContainText(/It takes \d[\d,]* accounts/);

  await page.getByLabel("Code of the currency").fill("EUR");
  await page.getByLabel("Units of it for one US dollar").fill("0.9");
  await page.getByLabel("Source of the rate").fill("A bank");
  await page.getByRole("button", { name: "Show amounts in it" }).click();
  await expect(page.getByText(/^Amounts in EUR at 0.9/).first()).toBeVisible();
  for (const tab of ["Why", "Topologies", "All figures", "Levers", "Sensitivity", "Money"]) {
    await page.getByRole("tab", { name: tab }).click();
    await expect(page.getByRole("tabpanel")).not.toBeEmpty();
    // What a person types is in dollars, and its field says so.
    const text = (await page.getByRole("tabpanel").innerText()).replaceAll(
      /\S+ \(typed in US dollars\)/g,
      "",
    );
    expect(text, tab).not.toMatch(/\$(?!\/)/);
  }
  expect(errors).toEqual([]);
});

test("numbers and days follow the locale that a reader chooses, typed ones too", async ({ page }) => {
  const errors = failOnConsoleErrors(page);
  await openPlanner(page);
  await openMoney(page);
  await page.getByLabel("How numbers and dates are written").selectOption("de-DE");
  // The server draws the page anew; what the browser makes of it must not differ, which the console would say.
  await expect(page.locator("html")).toHaveAttribute("data-locale", "de-DE");
  await expect(answer(page)).toContainText(/\$\d+\.\d{3}/);
  await expect(answer(page)).toContainText(/\d\d\.\d\d\.\d{4}/);
  const price = page.getByRole("textbox", { name: "Option 1: price per accelerator-hour" });
  await price.fill("2.49");
  await expect(page.getByText('"2.49" has a decimal point: write 2,49 or 249').first()).toBeVisible();
  await price.fill("2,49 $/h");
  await expect(page.getByText("= $2,49/h")).toBeVisible();
  await page.goto("/hardware/nvidia-h100-sxm-80gb");
  await expect(page.getByText(/\d\d\.\d\d\.\d{4}/).first()).toBeVisible();
  expect(errors).toEqual([]);
});
