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

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name of the files, to which the width is added
 * @param {{within?: string}} options within: what must fit its width, where the page around it is not ours
 */
export async function pictures(page, name, { within } = {}) {
    await mkdir(folder, { recursive: true });
    const before = page.viewportSize();
    for (const [width, height] of Object.entries(widths)) {
        await page.setViewportSize({ width: Number(width), height });
        await checkWidth(page, within);
        await page.screenshot({ path: path.join(folder, `${name}-${width}.png`), fullPage: true });
    }
    if (before) {
        await page.setViewportSize(before);
    }
}
