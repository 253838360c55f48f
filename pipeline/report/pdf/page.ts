import type { Browser, CDPSession, HTTPRequest, Page } from 'puppeteer';

/** A PDF could not be printed; the message says why in one sentence. */
export class PrintFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PrintFailure';
  }
}

/** A draft has the layout of the tagged PDF, but neither tags nor outline, and takes half the time. */
export type Form = 'draft' | 'tagged';

/** The host under which a report is loaded. RFC 2606 keeps the name from ever existing. */
export const REPORT_HOST = 'report.invalid';

/**
 * Prints one HTML document, whose text may be hostile: it is loaded as the answer to a request to a host that does not exist,
 * under a policy that allows nothing but what the document itself carries, with scripts off; any other request is refused.
 * Page size and margins are those of the document's style sheet. Throws when `deadline` passes or the browser fails.
 */
export async function printPage(
  browser: Browser,
  html: string,
  form: Form,
  deadline: AbortSignal,
): Promise<Uint8Array> {
  return unlessLate(deadline, async () => {
    const { crash, forget } = crashOf(await watchOf(browser));
    try {
      return await Promise.race([crash, printedBy(browser, html, form)]);
    } finally {
      forget();
    }
  });
}

const watches = new WeakMap<Browser, Promise<CDPSession>>();

/**
 * What a browser tells of all its pages, one session a browser: puppeteer loses sight of the browser itself when a
 * session with it is detached, and then the next report would find none to watch.
 */
function watchOf(browser: Browser): Promise<CDPSession> {
  const watch = watches.get(browser) ?? watching(browser);
  watches.set(browser, watch);
  return watch;
}

async function watching(browser: Browser): Promise<CDPSession> {
  const session = await browser.target().createCDPSession();
  await session.send('Target.setDiscoverTargets', { discover: true });
  return session;
}

async function printedBy(browser: Browser, html: string, form: Form): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    return await loadAndPrint(page, html, form);
  } finally {
    await page.close().catch(() => undefined);
  }
}

async function loadAndPrint(page: Page, html: string, form: Form): Promise<Uint8Array> {
  await load(page, html);
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: form === 'tagged',
    // An outline makes Chromium tag the document, whatever `tagged` says.
    outline: form === 'tagged',
    timeout: 0,
  });
}

/** `crash` fails when a page's process ends, until `forget`: whatever waits for the page would else never hear of it. */
function crashOf(watch: CDPSession): { readonly crash: Promise<never>; readonly forget: () => void } {
  const { promise: crash, reject } = withReject();
  const crashed = (): void => {
    reject(new Error('The page’s process ended.'));
  };
  watch.once('Target.targetCrashed', crashed);
  return { crash, forget: () => watch.off('Target.targetCrashed', crashed) };
}

function withReject(): { readonly promise: Promise<never>; readonly reject: (error: Error) => void } {
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<never>((_resolve, rejects) => {
    reject = rejects;
  });
  return { promise, reject };
}

async function load(page: Page, html: string): Promise<void> {
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  let answered = false;
  page.on('request', (request) => {
    const first = !answered && isReport(request, page);
    answered ||= first;
    // A request that the browser has given up meanwhile can be neither answered nor refused.
    (first ? request.respond(answer(html)) : request.abort()).catch(() => undefined);
  });
  await page.goto(REPORT_URL, { waitUntil: 'load', timeout: 0 });
}

function isReport(request: HTTPRequest, page: Page): boolean {
  return request.url() === REPORT_URL && request.isNavigationRequest() && request.frame() === page.mainFrame();
}

function answer(html: string): { status: number; contentType: string; headers: Record<string, string>; body: string } {
  return {
    status: 200,
    contentType: 'text/html; charset=utf-8',
    headers: { 'Content-Security-Policy': POLICY },
    body: html,
  };
}

async function unlessLate<T>(deadline: AbortSignal, work: () => Promise<T>): Promise<T> {
  const settled = new AbortController();
  const lateness = new Promise<never>((_resolve, reject) => {
    const late = () => {
      reject(new PrintFailure('The PDF was not printed in time.'));
    };
    if (deadline.aborted) late();
    deadline.addEventListener('abort', late, { once: true, signal: settled.signal });
  });
  try {
    return await Promise.race([lateness, work()]);
  } finally {
    settled.abort();
  }
}

const REPORT_URL = `http://${REPORT_HOST}/`;

/** `sandbox` makes the report an origin of its own, without scripts, forms, pop-ups, or a way to lead the page elsewhere. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  'sandbox',
].join('; ');
