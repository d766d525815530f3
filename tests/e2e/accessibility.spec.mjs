// axe finds nothing on any screen, in light, dark and forced colours; and every screen fits a narrow window and
// stays still for those who want no motion.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkAccessibility } from './lib/accessibility.mjs';
import { inContext, launch } from './lib/browser.mjs';
import { openPage, standaloneGroup } from './lib/group.mjs';
import { checkWidth, pictures } from './lib/screens.mjs';
import { standalone } from './lib/site.mjs';
import { gather, screens, vote, walk } from './lib/walk.mjs';
import { words } from './lib/words.mjs';

let browser;
let site;
let dutch;
let english;

before(async () => {
    [browser, site, dutch, english] = await Promise.all([launch(), standalone(), words('nl'), words('en')]);
});

after(() => Promise.all([browser?.close(), site?.close()]));

const looks = [
    { look: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
    { look: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
    // The browser itself chooses these colours, and axe reads the ones that it replaces (-webkit-text-fill-color).
    { look: 'forced colours', media: { colorScheme: 'dark', forcedColors: 'active' }, skip: ['color-contrast'] },
];

/** axe in every look; tells which screen and look it was. */
async function checkLooks(screen, page) {
    for (const { look, media, skip } of looks) {
        await page.emulateMedia(media);
        await checkAccessibility(page, { skip }).catch((error) => {
            throw new Error(`${screen}, ${look}: ${error.message}`);
        });
    }
    await page.emulateMedia({ colorScheme: null, forcedColors: null });
}

test('axe finds nothing on any screen, in any colours', () => inContext(browser, {}, async (context) => {
    const seen = [];
    const visit = async (screen, { page }) => {
        seen.push(screen);
        await checkLooks(screen, page);
    };
    const group = await standaloneGroup(context, site, dutch, visit);
    await checkLooks('start, alone', group.leader.page);
    await walk(group);
    assert.deepEqual(seen, screens);
    // A message, and the menu it comes from.
    const { leader } = group;
    await leader.app.locator('details.ll-menu').filter({ hasText: leader.say('export') }).locator('summary').click();
    await checkLooks('menu', leader.page);
    await leader.app.locator('input[type=file]').setInputFiles({ name: 'no.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    await leader.text(dutch.say('import_wrong')).waitFor();
    await checkLooks('message', leader.page);
}));

for (const [name, options] of Object.entries({
    '320 pixels': { viewport: { width: 320, height: 640 } },
    'a window of 1280 pixels at 200 %': { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
})) {
    test(`every screen fits ${name}`, () => inContext(browser, { locale: 'en-GB', ...options }, async (context) => {
        const visit = async (screen, { page }) => {
            await checkWidth(page).catch((error) => {
                throw new Error(`${screen}: ${error.message}`);
            });
        };
        await walk(await standaloneGroup(context, site, english, visit));
    }));
}

test('written from right to left, every screen keeps its shape', () => inContext(browser, {}, async (context) => {
    const visit = async (screen, { page }) => {
        await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
        await pictures(page, `standalone-rtl-${screen}`);
        // The mark of a step stands before its name, which now is to the right of it.
        for (const step of await page.locator('.ll-way li').all()) {
            const [mark, name] = await Promise.all(['.ll-way__mark', '.ll-way__title']
                .map((selector) => step.locator(selector).boundingBox()));
            assert.ok(mark.x >= name.x + name.width, `${screen}: the mark is at ${mark.x}, the name ends at ${name.x + name.width}`);
        }
    };
    const group = await standaloneGroup(context, site, dutch, visit);
    await gather(group);
    await vote(group);
}));

test('nothing moves for those who want no motion', () => inContext(browser, { reducedMotion: 'reduce' }, async (context) => {
    const page = await openPage(context, site, dutch);
    await page.join();
    await page.startGroup();
    await page.at('stellingen');
    await page.answer(1, 5);
    await page.button(dutch.say('lead_more')).click();
    const moving = await page.page.evaluate(() => [...document.querySelectorAll('.leerlandschap *')]
        .flatMap((element) => [null, '::before', '::after'].map((pseudo) => getComputedStyle(element, pseudo)))
        .filter((style) => [style.transitionDuration, style.animationDuration]
            .some((duration) => duration.split(', ').some((one) => parseFloat(one) > 0.001))).length);
    assert.equal(moving, 0, 'elements with a transition or animation');
    // While without that wish something does move, so that the check above can fail.
    await page.page.emulateMedia({ reducedMotion: 'no-preference' });
    const still = await page.page.evaluate(() => [...document.querySelectorAll('.leerlandschap *')]
        .every((element) => getComputedStyle(element).transitionDuration === '0s'));
    assert.equal(still, false);
}));

for (const failing of ['nowasm', 'loadfailed']) {
    test(`the page that cannot run is accessible: ${failing}`, () => inContext(browser, {}, async (context, complaints) => {
        if (failing === 'nowasm') {
            await context.addInitScript(() => {
                delete globalThis.WebAssembly;
            });
        } else {
            complaints.expect(/standalone_bg\.wasm|leerlandschap:/);
            await context.route('**/standalone_bg.wasm', (route) => route.abort());
        }
        const page = await context.newPage();
        await page.goto(site.url);
        await page.getByRole('alert').first().waitFor();
        await checkLooks(failing, page);
    }));
}
