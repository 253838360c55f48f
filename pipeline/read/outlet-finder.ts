import type { Outlet, Registry } from '../model.ts';
import { nearest } from '../text/near.ts';

/** Looks up outlets as articles name them: by id, name, alias or domain, or by the address of a page. */
export interface OutletFinder {
  /** Case and a leading "the" do not count. */
  readonly byName: (name: string) => Outlet | null;
  /** By the host of an http(s) address, or a parent domain of it ("news.example.org" is found under "example.org"). */
  readonly byUrl: (url: string) => Outlet | null;
  /** Canonical name of the outlet whose name or alias is nearest to `name`; `null` when none is near. */
  readonly near: (name: string) => string | null;
}

/** Builds the look-up once a run: each question then costs no more than the words it holds (a near miss, one pass). */
export function outletFinder(registry: Registry): OutletFinder {
  const names = new Map<string, Outlet>();
  const domains = new Map<string, Outlet>();
  for (const outlet of registry.outlets) {
    for (const name of [outlet.id, outlet.name, ...outlet.aliases, ...outlet.domains]) names.set(plain(name), outlet);
    for (const domain of outlet.domains) domains.set(domain, outlet);
  }
  return {
    byName: (name) => names.get(plain(name)) ?? null,
    byUrl: (url) => byHost(domains, new URL(url).hostname),
    near: (name) => names.get(nearest(plain(name).slice(0, LONGEST), [...names.keys()]) ?? '')?.name ?? null,
  };
}

/** No outlet's name is longer, and the cost of a near miss grows with the length. */
const LONGEST = 80;

function plain(name: string): string {
  return name.trim().replace(/\s+/gu, ' ').toLowerCase().replace(/^the /u, '');
}

function byHost(domains: ReadonlyMap<string, Outlet>, host: string): Outlet | null {
  for (let at = host; at !== ''; at = at.includes('.') ? at.slice(at.indexOf('.') + 1) : '') {
    const outlet = domains.get(at);
    if (outlet !== undefined) return outlet;
  }
  return null;
}
