import type { PlanCells } from "@/lib/engine/cells";
import { formulaCell, type Input, type Quantity, reads } from "@/lib/formula";
import { address, type BookCell, type BookSheet, heads, live, number, text, unitText } from "./book";
import type { Places } from "./places";
import type { SizedCell } from "./topologies-sheet";

const SHEET = "SiteModel";
const FIRST = { row: 1, column: 3 } as const;

/** A site of a topology's part: the option that it is of, and its own plan's cells. */
export interface SiteOf {
  readonly name: string;
  readonly option: number;
  readonly cells: PlanCells;
}

/**
 * The figures of sites that months rest on. What a site shares with its option is read where the option has it; what its
 * own traffic moves has a line here: the value that it was sized to, or, where an input that may be edited is in it too,
 * its formula.
 */
export class SiteModel {
  private readonly listed: Quantity[] = [];
  private readonly own = new Map<string, boolean>();
  private readonly free = new Map<string, boolean>();

  constructor(
    private readonly places: Places,
    private readonly sites: readonly SiteOf[],
    needed: readonly Quantity[],
  ) {
    for (const quantity of needed) this.list(quantity);
  }

  /** The address of a site's figure, or of an input of it. */
  of(quantity: Quantity, site: number): string {
    const row = this.listed.indexOf(quantity);
    if (row >= 0 && this.isOwn(quantity, site)) return address(SHEET, FIRST.row + row, FIRST.column + site);
    return this.places.of(quantity, { option: this.at(site).option });
  }

  /** Whether the site has a value of it. */
  known(quantity: Quantity, site: number): boolean {
    return this.at(site).cells.known(quantity);
  }

  sheet(): { sheet: BookSheet; sized: SizedCell[] } {
    const sized: SizedCell[] = [];
    const cell = (quantity: Quantity, site: number): BookCell | undefined => {
      const { cells, name } = this.at(site);
      if (!this.isOwn(quantity, site) || !cells.known(quantity)) return undefined;
      const value = cells.value(quantity);
      if (this.isPrinted(quantity, site) && quantity.kind === "formula")
        return live(
          formulaCell(quantity, (read) => this.of(read, site)),
          value,
        );
      sized.push({ says: `${name}: ${quantity.label}`, at: this.of(quantity, site), value });
      return number(value, "locked");
    };
    return {
      sheet: {
        name: SHEET,
        widths: [24, 56, 12, ...this.sites.map(() => 28)],
        frozen: { rows: 1, columns: 2 },
        rows: [
          heads("id", "label", "unit", ...this.sites.map(({ name }) => name)),
          ...this.listed.map((quantity) => [
            text(quantity.id, "muted"),
            text(quantity.label),
            text(unitText(quantity.unit), "muted"),
            ...this.sites.map((_, site) => cell(quantity, site)),
          ]),
        ],
      },
      sized,
    };
  }

  private at(site: number): SiteOf {
    return this.sites[site] as SiteOf;
  }

  /** Gives a line to the quantity, and to what its formula reads, where some site has it for its own. */
  private list(quantity: Quantity) {
    if (this.listed.includes(quantity)) return;
    if (!this.sites.some((_, site) => this.isOwn(quantity, site))) return;
    if (this.sites.some((_, site) => this.isPrinted(quantity, site)))
      for (const read of reads(quantity)) this.list(read);
    this.listed.push(quantity);
  }

  /** Whether the quantity hangs on an input that the site has another value of than its option. */
  private isOwn(quantity: Quantity, site: number): boolean {
    const { option, cells } = this.at(site);
    const plan = this.places.options[option];
    return this.hangs(
      quantity,
      `${site}`,
      this.own,
      (input) => !plan || plan.value(input) !== cells.value(input),
    );
  }

  /** Whether an edit of a free input would move it, so that its formula has to stand there. */
  private isPrinted(quantity: Quantity, site: number): boolean {
    const { cells } = this.at(site);
    return (
      this.isOwn(quantity, site) &&
      this.hangs(quantity, `${site}`, this.free, (input) => cells.edit(input) === "free")
    );
  }

  private hangs(
    quantity: Quantity,
    site: string,
    known: Map<string, boolean>,
    on: (input: Input) => boolean,
  ): boolean {
    const key = `${site} ${quantity.id}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const answer =
      quantity.kind === "input"
        ? quantity.constant === undefined && (quantity.scope.row ? false : on(quantity))
        : reads(quantity).some((read) => this.hangs(read, site, known, on));
    known.set(key, answer);
    return answer;
  }
}
