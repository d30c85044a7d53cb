import type { ReactNode } from "react";
import { NarrowFooter, type Place, SiteNav } from "@/components/site-nav";
import { Brand } from "@/components/ui/brand";
import { MAIN, SkipLink } from "@/components/ui/skip-link";
import { ThemeToggle } from "@/components/ui/theme-toggle";

/** The frame of every catalog page: the way to the other pages above, the page below. */
export function CatalogShell({ current, children }: { current?: Place; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex min-h-12 items-center gap-1 border-line border-b bg-surface px-4 max-md:px-3">
        <SkipLink>Skip to the content</SkipLink>
        <Brand />
        <span aria-hidden="true" className="mx-2 h-5 border-line border-l max-lg:hidden" />
        <div className="min-w-0 max-lg:hidden">
          <SiteNav {...(current ? { current } : {})} />
        </div>
        <span className="grow" />
        <ThemeToggle />
      </header>
      <main
        id={MAIN}
        tabIndex={-1}
        className="mx-auto flex w-full max-w-[110rem] grow flex-col gap-4 px-4 py-4 max-md:px-3"
      >
        {children}
      </main>
      <NarrowFooter {...(current ? { current } : {})} />
    </div>
  );
}

/** A page's name, what it shows, and a few words about how far to trust it. */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div>
      <h1 className="font-semibold text-xl">{title}</h1>
      {children && <div className="mt-1 max-w-3xl text-base text-muted">{children}</div>}
    </div>
  );
}
