import type { Page } from '@playwright/test';

/** Everything a page may not do; the list is filled while the page is used. */
export interface Complaints {
  readonly all: string[];
}

/** What the driver itself says where it keeps the service worker out. */
const driversWarning = 'Service Worker registration blocked by Playwright';

/** Watches a page for console errors, uncaught errors, refused content and requests to any other origin. */
export async function watch(page: Page, origin: string): Promise<Complaints> {
  const all: string[] = [];
  page.on('console', (message) => {
    if (message.text() === driversWarning) return;
    if (message.type() === 'error' || message.type() === 'warning') all.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => all.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      all.push(`other origin: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().endsWith('/404.html'))
      all.push(`${response.status()}: ${response.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI} ${event.sample}`);
    });
  });
  return { all };
}
