// Pictures of a screen at the widths that count, in tests/out/screens.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../out/screens', import.meta.url));

/** A small phone, a tablet, a laptop. */
export const widths = { 360: 740, 768: 1024, 1280: 800 };

/**
 * Fails where something is wider than the room there is for it: sideways scrolling hides things on a phone.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} within what must fit: the whole page, or the part of it that is ours
 */
export async function checkWidth(page, within = 'html') {
    const [wide, room] = await page.locator(within).evaluate((element) => [element.scrollWidth, element.clientWidth]);
    if (wide > room) {
        throw new Error(`${within} at ${page.url()} is ${wide} pixels wide where there are ${room}`);
    }
}

/** Cards below the window are rendered only when they come into sight, which a picture of the whole page does not see. */
function renderAll(page) {
    return page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { content-visibility: visible !important; }');
        document.adoptedStyleSheets = [sheet];
    });
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name of the files, to which the width is added
 * @param {{within?: string|null}} options within: what must fit its width, where the page around it is not ours; null for
 *     nothing, on a page of Moodle's own that scrolls sideways
 */
export async function pictures(page, name, { within } = {}) {
    await mkdir(folder, { recursive: true });
    const before = page.viewportSize();
    await renderAll(page);
    for (const [width, height] of Object.entries(widths)) {
        await page.setViewportSize({ width: Number(width), height });
        if (within !== null) {
            await checkWidth(page, within);
        }
        // What sticks to an edge of the window would lie in the middle of a picture of the whole page.
        await page.evaluate(() => window.scrollTo(0, 0));
        await page.screenshot({ path: path.join(folder, `${name}-${width}.png`), fullPage: true });
    }
    await page.evaluate(() => {
        document.adoptedStyleSheets = [];
    });
    if (before) {
        await page.setViewportSize(before);
    }
}
