import { type Place, SiteNav } from "@/components/site-nav";
import { Brand } from "@/components/ui/brand";
import { SkipLink } from "@/components/ui/skip-link";
import { ThemeToggle } from "@/components/ui/theme-toggle";

/** The bar over pages about saved plans. */
export function SavedHeader({ skip, current }: { skip: string; current?: Place }) {
  return (
    <header className="sticky top-0 z-40 flex h-12 items-center gap-2 border-line border-b bg-surface px-4 max-md:h-14 max-md:px-3">
      <SkipLink>{skip}</SkipLink>
      <Brand />
      <div className="ml-2 max-lg:hidden">
        <SiteNav {...(current ? { current } : {})} />
      </div>
      <span className="grow" />
      <ThemeToggle />
    </header>
  );
}
