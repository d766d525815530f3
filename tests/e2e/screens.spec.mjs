// Pictures of every screen of the standalone page, in tests/out/screens, at three widths: to be looked at.
// With KEEP_IMAGES=1 the two of the README are made anew.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inContext, launch } from './lib/browser.mjs';
import { standaloneGroup } from './lib/group.mjs';
import { pictures } from './lib/screens.mjs';
import { standalone } from './lib/site.mjs';
import { gather, screens, vote, walk } from './lib/walk.mjs';
import { words } from './lib/words.mjs';

let browser;
let site;

before(async () => {
    [browser, site] = await Promise.all([launch(), standalone()]);
});

after(() => Promise.all([browser?.close(), site?.close()]));

for (const [look, options] of Object.entries({ light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' } })) {
    test(`every screen, ${look}`, () => inContext(browser, options, async (context) => {
        const seen = [];
        const visit = async (screen, { page }) => {
            seen.push(screen);
            await pictures(page, `standalone-${look}-${screen}`);
        };
        await walk(await standaloneGroup(context, site, await words('nl'), visit));
        assert.deepEqual(seen, screens);
    }));
}

test('the pictures of the README', { skip: !process.env.KEEP_IMAGES }, () => inContext(browser, {
    locale: 'en-GB', colorScheme: 'light', viewport: { width: 1000, height: 900 },
}, async (context) => {
    const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url));
    await mkdir(folder, { recursive: true });
    // What a participant sees, who does not lead.
    const take = async ({ page }, file, selector) => {
        await page.locator(selector).first().evaluate((element) => {
            window.scrollTo(0, window.scrollY + element.getBoundingClientRect().top - 80);
        });
        await page.mouse.move(0, 0);
        await page.screenshot({ path: `${folder}${file}.png` });
    };
    const visit = async (screen) => {
        const [, second] = group.members;
        if (screen === 'voting-answered') {
            await second.answer(1, 2);
            await second.giveReason(1, 'There is never time for it at work.');
            await second.answer(2, 4);
            await take(second, 'voting', '.ll-statement');
        } else if (screen === 'results') {
            await take(second, 'results', '#ll-results-title');
        }
    };
    const group = await standaloneGroup(context, site, await words('en'), visit);
    await gather(group);
    await vote(group);
}));
