// Looks at a page of the report in every width.
import assert from 'node:assert/strict';
import { checkAccessibility } from './accessibility.mjs';
import { eventually } from './eventually.mjs';
import { pictures, widths } from './screens.mjs';

const within = '#leerlandschap-app';

/**
 * Whether it fits and can be used at every width; leaves pictures of it.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} name of the pictures
 */
export async function look(page, name) {
    for (const width of Object.keys(widths).map(Number).reverse()) {
        await page.setViewportSize({ width, height: 900 });
        await eventually(async () => assert.ok(await page.evaluate((selector) => {
            const root = document.querySelector(selector);
            return root.scrollWidth <= root.clientWidth;
        }, within), `no wider than the page at ${width}`));
        await checkAccessibility(page, { within });
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await pictures(page, name, { within });
}
