// A headless Chromium for end-to-end tests, and pages that do not forgive: whatever the browser complains of fails the test.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { Leaving } from './leaving.mjs';

/** The one without windows first: it is the same engine, and needs a fifth less of the machine. */
const places = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

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
 * Part of the protocol: a published room is gone for a moment, or a token is worth nothing any more; and on a machine
 * that is busy with tests a page gives up waiting for it, and asks the web service.
 */
const pulse = [
    /(?:^|with a )status (?:of )?(?:403|503)\b.*\/pulse\.php\?/,
    /^failed: GET \S*\/pulse\.php\?\S* net::ERR_ABORTED$/,
];

/** Moodle's own core/ajax says so where a page is left while it asks something; directly behind it comes an empty error. */
const leftWhileAsking = /^error: Page unloaded\. \(\S*\/core\/first\.js\)$/;
const emptyBehindIt = /^error:  \(\S*\/core\/first\.js\)$/;

/**
 * Moodle's own message drawer looks for itself on the page, and on a page that is shut while it starts finds nothing. None
 * of our modules in that bundle asks for anything in such a way.
 */
const withoutDrawer = /^uncaught: TypeError: Cannot read properties of undefined \(reading 'querySelectorAll'\)\n[^\n]*\/core\/first\.js:\d+:\d+\n\s+at Object\.init /;

/**
 * Collects what a browser complains of in a context: console errors and warnings, uncaught errors, failed requests.
 */
export class Complaints {
    #list = [];

    #expected = [...pulse, leftWhileAsking, withoutDrawer];

    /** Requests that ended without an answer; a page that was left excuses its own. */
    #aborted = [];

    /** @param {import('playwright-core').BrowserContext} context all its pages are watched, later ones too */
    constructor(context) {
        context.pages().forEach((page) => this.#watch(page));
        context.on('page', (page) => this.#watch(page));
    }

    #watch(page) {
        const leaving = new Leaving(page);
        page.on('console', (message) => {
            if (['error', 'warning'].includes(message.type())) {
                this.#list.push(`${message.type()}: ${message.text()} (${message.location().url})`);
            }
        });
        page.on('pageerror', (error) => this.#list.push(`uncaught: ${error.stack ?? error}`));
        page.on('requestfailed', (request) => {
            const reason = request.failure()?.errorText ?? '';
            const line = `failed: ${request.method()} ${request.url()} ${reason}`;
            if (reason === 'net::ERR_ABORTED') {
                this.#aborted.push({ line, excused: leaving.judge(request) });
            } else {
                this.#list.push(line);
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
        const aborted = this.#aborted.filter(({ excused }) => !excused()).map(({ line }) => line);
        const told = this.#list.filter((line, at) => !emptyBehindIt.test(line) || !leftWhileAsking.test(this.#list[at - 1] ?? ''));
        return [...told, ...aborted].filter((line) => !this.#expected.some((pattern) => pattern.test(line)));
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
