// Pictures of a screen at the widths that count, in tests/out/screens.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../out/screens', import.meta.url));

/** A small phone, a tablet, a laptop. */
export const widths = { 360: 740, 768: 1024, 1280: 800 };

/** Fails where the page is wider than its window: sideways scrolling hides things on a phone. */
async function checkWidth(page, width) {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) {
        throw new Error(`${page.url()} is ${wide} pixels wide in a window of ${width}`);
    }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name of the files, to which the width is added
 * @param {{ours?: boolean}} options ours: false where the page's width is not the app's to answer for
 */
export async function pictures(page, name, { ours = true } = {}) {
    await mkdir(folder, { recursive: true });
    const before = page.viewportSize();
    for (const [width, height] of Object.entries(widths)) {
        await page.setViewportSize({ width: Number(width), height });
        if (ours) {
            await checkWidth(page, Number(width));
        }
        await page.screenshot({ path: path.join(folder, `${name}-${width}.png`), fullPage: true });
    }
    if (before) {
        await page.setViewportSize(before);
    }
}
