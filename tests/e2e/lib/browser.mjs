// A headless Chromium for end-to-end tests, and pages that do not forgive: whatever the browser complains of fails the test.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Chromium by CHROMIUM, else where Debian and Ubuntu put it. */
export function executable() {
    const path = process.env.CHROMIUM ?? places.find((place) => existsSync(place));
    if (!path) {
        throw new Error('no Chromium: set CHROMIUM, or run tools/setup.sh browser');
    }
    return path;
}

/** No sandbox, because the tests may run as root; no traffic of the browser's own. */
const flags = [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
];

/** @returns {Promise<import('playwright-core').Browser>} */
export function launch() {
    return chromium.launch({ executablePath: executable(), args: flags, headless: true });
}

/** A browser asks for it unbidden; a site need not have one. */
const favicon = /\/favicon\.ico$/;

/**
 * Collects what a browser complains of in a context: console errors and warnings, uncaught errors, failed requests.
 */
export class Complaints {
    #list = [];

    #expected = [];

    /** @param {import('playwright-core').BrowserContext} context all its pages are watched, later ones too */
    constructor(context) {
        context.pages().forEach((page) => this.#watch(page));
        context.on('page', (page) => this.#watch(page));
    }

    #watch(page) {
        page.on('console', (message) => {
            if (['error', 'warning'].includes(message.type())) {
                this.#list.push(`${message.type()}: ${message.text()} (${message.location().url})`);
            }
        });
        page.on('pageerror', (error) => this.#list.push(`uncaught: ${error.stack ?? error}`));
        page.on('requestfailed', (request) => {
            const reason = request.failure()?.errorText ?? '';
            // A page that is left ends its requests; that is no failure.
            if (reason !== 'net::ERR_ABORTED') {
                this.#list.push(`failed: ${request.method()} ${request.url()} ${reason}`);
            }
        });
        page.on('response', (response) => {
            if (response.status() >= 400 && !favicon.test(new URL(response.url()).pathname)) {
                this.#list.push(`status ${response.status()}: ${response.url()}`);
            }
        });
    }

    /** From now on what matches is part of the test, such as a network that was cut on purpose. */
    expect(pattern) {
        this.#expected.push(pattern);
    }

    #left() {
        return this.#list.filter((line) => !this.#expected.some((pattern) => pattern.test(line)));
    }

    /** Prints what was complained of so far, beside another failure. */
    tell() {
        this.#left().forEach((line) => console.error(line));
    }

    /** @throws {Error} with everything that was complained of and not expected */
    check() {
        const left = this.#left();
        if (left.length > 0) {
            throw new Error(`The browser complained:\n${left.join('\n')}`);
        }
    }
}

/**
 * Runs a test's body in a context of its own, and checks the browser's complaints behind it.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').BrowserContextOptions} options
 * @param {(context: import('playwright-core').BrowserContext, complaints: Complaints) => Promise<void>} body
 */
export async function inContext(browser, options, body) {
    const context = await browser.newContext({ locale: 'nl-NL', ...options });
    context.setDefaultTimeout(15000);
    const complaints = new Complaints(context);
    try {
        await body(context, complaints);
        complaints.check();
    } catch (error) {
        await keepPictures(context);
        complaints.tell();
        throw error;
    } finally {
        await context.close();
    }
}

/** What the pages looked like when a test failed, in tests/out. */
export async function keepPictures(context) {
    const stamp = Date.now();
    for (const [number, page] of context.pages().entries()) {
        const path = new URL(`../../out/failed-${stamp}-${number}.png`, import.meta.url).pathname;
        await page.screenshot({ path, fullPage: true }).catch(() => {});
        console.error(`failed at ${page.url()}: ${path}`);
    }
}
