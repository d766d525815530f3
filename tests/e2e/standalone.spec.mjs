// The standalone page starts: without a complaint, in both languages, accessible, at every width.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkAccessibility } from './lib/accessibility.mjs';
import { inContext, launch } from './lib/browser.mjs';
import { pictures } from './lib/screens.mjs';
import { standalone } from './lib/site.mjs';

let browser;
let site;

before(async () => {
    [browser, site] = await Promise.all([launch(), standalone()]);
});

after(() => Promise.all([browser?.close(), site?.close()]));

for (const locale of ['nl-NL', 'en-GB']) {
    test(`the page starts in ${locale}`, () => inContext(browser, { locale }, async (context) => {
        const page = await context.newPage();
        await page.goto(site.url);
        await page.locator('.leerlandschap button').first().waitFor();
        assert.equal(await page.locator('html').getAttribute('lang'), locale.slice(0, 2));
        await checkAccessibility(page);
        await pictures(page, `start-${locale.slice(0, 2)}`);
    }));
}

test('a browser without JavaScript is told so', () => inContext(browser, { javaScriptEnabled: false }, async (context, complaints) => {
    // Playwright switches JavaScript off by a content policy, which also stops the preload.
    complaints.expect(/exercise\.js csp$/);
    const page = await context.newPage();
    await page.goto(site.url);
    const text = await page.locator('body').innerText();
    assert.ok(text.trim().length > 40, `the page says only: ${text}`);
}));

test('a browser without WebAssembly is told so', () => inContext(browser, {}, async (context) => {
    await context.addInitScript(() => {
        delete globalThis.WebAssembly;
    });
    const page = await context.newPage();
    await page.goto(site.url);
    await page.locator('.leerlandschap').getByText('WebAssembly').first().waitFor();
}));
