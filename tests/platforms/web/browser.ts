/** A real Chromium for the page's tests, and pages that record what they should not do. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { describe, expect } from 'vitest';

const places = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const executablePath = places.find((place) => existsSync(place));

/** A suite that needs a Chromium; its name says so where it is skipped. */
export function describeInBrowser(name: string, suite: () => void) {
  const without = ' (skipped: no Chromium found; CHROMIUM can name one)';
  describe.skipIf(executablePath === undefined)(executablePath === undefined ? name + without : name, suite);
}

/** Starts a Chromium that asks nothing of the network by itself. */
export function launchBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  return chromium.launch({ ...(executablePath !== undefined && { executablePath }), args });
}

/** Longer than a slow machine takes for anything that is waited for. */
const mostWaitMs = 60_000;

export const desktop = { viewport: { width: 1400, height: 1000 } };
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** A page, and what it did. */
export interface Watched {
  readonly page: Page;
  /** Every address that was asked for. */
  readonly requests: readonly string[];
  /** Errors of scripts, and what the browser's console complains of: refusals by the content-security policy, for one. */
  readonly complaints: readonly string[];
}

/** Opens the bot's page in a context of its own. */
export async function openPage(browser: Browser, address: string, options: BrowserContextOptions = desktop) {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(mostWaitMs);
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  // The stories come over the stream of changes: then all scripts run.
  const connected = page.waitForResponse(`${address}changes`);
  await page.goto(address);
  await connected;
  const watched: Watched = { page, requests, complaints };
  return watched;
}

/** Expects what it reads to become right, in time. */
export function eventually<T>(read: () => Promise<T>) {
  return expect.poll(read);
}

/** Types a command, sends it, and waits until it is answered. */
export async function say(page: Page, line: string) {
  const turns = page.locator('.turn');
  const before = await turns.count();
  await page.fill('#line', line);
  await page.press('#line', 'Enter');
  await turns.nth(before).and(page.locator(':not([aria-busy])')).waitFor();
}
