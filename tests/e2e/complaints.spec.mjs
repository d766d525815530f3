// The watch over the browser itself: what it must complain of, and what is no failure.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { Complaints, launch } from './lib/browser.mjs';

let browser;
let server;
let url;

before(async () => {
    browser = await launch();
    server = createServer((request, response) => {
        const page = request.url === '/' || request.url === '/other';
        // Everything but the pages is never answered.
        if (page) {
            response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Page</title><link rel="icon" href="data:,">');
        }
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${server.address().port}`;
});

after(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
});

/** Whether there is a complaint after a page that waits for an answer did something. */
async function complains(act) {
    const context = await browser.newContext();
    const complaints = new Complaints(context);
    const page = await context.newPage();
    await page.goto(url);
    const asked = page.waitForRequest('**/slow');
    await page.evaluate(() => {
        window.stop = new AbortController();
        fetch('/slow', { signal: window.stop.signal }).catch(() => null);
    });
    await asked;
    const ended = page.waitForEvent('requestfailed').catch(() => null);
    await act(page);
    await ended;
    try {
        complaints.check();
        return '';
    } catch (error) {
        return error.message;
    } finally {
        await context.close();
    }
}

test('a request that ends with its page is no failure', async () => {
    assert.equal(await complains((page) => page.goto(`${url}/other`)), '');
    assert.equal(await complains((page) => page.reload()), '');
    assert.equal(await complains((page) => page.close()), '');
});

test('a request that ends while its page stays is one', async () => {
    assert.match(await complains((page) => page.evaluate(() => window.stop.abort())), /failed: GET .*\/slow net::ERR_ABORTED/);
});

test('nor does a page that was left before excuse it', async () => {
    const complaint = await complains(async (page) => {
        await page.goto(`${url}/other`);
        const asked = page.waitForRequest('**/again');
        const ended = page.waitForEvent('requestfailed');
        await page.evaluate(() => {
            window.stop = new AbortController();
            fetch('/again', { signal: window.stop.signal }).catch(() => null);
        });
        await asked;
        await page.evaluate(() => window.stop.abort());
        await ended;
    });
    assert.match(complaint, /\/again/);
    assert.doesNotMatch(complaint, /\/slow/);
});
