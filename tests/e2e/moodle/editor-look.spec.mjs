// The editor and the rehearsal inside Moodle's themes: at three widths, for those who prefer dark colours too, by
// keyboard alone, with nothing sideways and nothing for axe.
import assert from 'node:assert/strict';
import path from 'node:path';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { arrange } from '../lib/arrange.mjs';
import { activity, addressOf, edit, LARGE_BODY } from '../lib/editing.mjs';
import { eventually, eventuallyEqual } from '../lib/eventually.mjs';
import { Keyboard } from '../lib/keyboard.mjs';
import { english, moodleTest, site } from '../lib/moodle-suite.mjs';
import { Participant } from '../lib/participant.mjs';
import { checkWidth, widths } from '../lib/screens.mjs';

const folder = fileURLToPath(new URL('../../out/screens', import.meta.url));
const within = '#leerlandschap-app';

/** Looks at what a page shows now, in both colour schemes. */
async function look(page, name) {
    await mkdir(folder, { recursive: true });
    await checkWidth(page, within);
    for (const colorScheme of ['dark', 'light']) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`) });
    }
    // What sticks or floats over the page lies half over some field or other until somebody scrolls: out of the way, so
    // that sizes are those of the fields themselves.
    const aside = await page.addStyleTag({
        content: '.ll-ed-bar { position: static !important } .btn-footer-popover, .drawer-toggler { display: none !important }',
    });
    for (const colorScheme of ['dark', 'light']) {
        await page.emulateMedia({ colorScheme });
        await checkAccessibility(page, { within }).catch((error) => {
            throw new Error(`${name}, ${colorScheme}: ${error.message}`);
        });
    }
    await aside.evaluate((style) => style.remove());
}

/** Opens a form, by the list or by the field that takes its place where it is narrow. */
async function open(designer, word) {
    const chooser = designer.page.locator('#ed-chooser');
    await (await chooser.isVisible() ? chooser.selectOption(word) : designer.page.locator(`[id="step-${word}"]`).click());
}

for (const theme of ['boost', 'classic']) {
    moodleTest(`every form in ${theme}`, async (people, logs) => {
        logs.expect(LARGE_BODY);
        await arrange(site, 'config', { theme });
        try {
            const cmid = await activity(`Editor in ${theme}`);
            for (const [width, height] of Object.entries(widths)) {
                const name = (what) => `editor-${site.version.slice(0, 3)}-${theme}-${what}-${width}`;
                const designer = await edit(people, 'admin', cmid, { viewport: { width: Number(width), height } });
                const { page } = designer;
                page.on('dialog', (dialog) => dialog.accept());
                await look(page, name('exercise'));
                await page.locator('[id="ed/series/parts"]').scrollIntoViewIfNeeded();
                await page.locator('.ll-ed-part').first().scrollIntoViewIfNeeded();
                await look(page, name('parts'));
                await open(designer, 'stellingen');
                await designer.entry(1);
                await look(page, name('statements'));
                await page.locator('[id="ed/steps/0/phases"]').scrollIntoViewIfNeeded();
                await look(page, name('phases'));
                await open(designer, '*scales');
                await look(page, name('scales'));
                await designer.button('add_step').first().click();
                await page.locator('#add-step-0-questions').click();
                await eventually(async () => assert.ok(await page.locator('.ll-ed-problems summary').isVisible()));
                await page.locator('.ll-ed-problems summary').click();
                await designer.more();
                await look(page, name('problems'));
                await page.keyboard.press('Control+z');
                await eventuallyEqual(() => page.locator('.ll-ed-problems').count(), 0);
                await designer.button('reset').waitFor();
                await designer.bring('{}');
                await designer.dialog('import_wrong').waitFor();
                await look(page, name('dialog'));
                await designer.answer('import_wrong', 'close');
                await designer.button('preview').click();
                await page.locator('#ed-preview-end').waitFor();
                await look(page, name('preview'));
                await page.goto(addressOf('view', cmid, '&rehearse=1'));
                const leader = await new Participant(page, english, 'admin').ready();
                await look(page, name('rehearsal'));
                await leader.startGroup();
                await leader.at('stellingen');
                await look(page, name('rehearsal-vote'));
                await page.context().close();
            }
        } finally {
            await arrange(site, 'config', { theme: 'boost' });
        }
    });
}

moodleTest('by keyboard alone', async (people, logs) => {
    logs.expect(LARGE_BODY);
    const cmid = await activity('By keyboard');
    const designer = await edit(people, 'trainer', cmid);
    const keys = new Keyboard(designer);
    const title = english.place('stellingen');
    await keys.choose('button', new RegExp(`^${title}`));
    await eventually(async () => assert.equal(await designer.page.locator('#step-stellingen').getAttribute('aria-current'), 'true'));
    // Up and down, with the focus staying where it is.
    await keys.choose('button', designer.say('down', title));
    await keys.focusIs('#step-stellingen--down');
    assert.equal(await designer.spoken(), designer.say('said_moved').replace('{$a->k}', '2').replace('{$a->n}', '4'));
    await keys.press('Control+z');
    await keys.focusIs('#step-stellingen--down');
    // Into a statement, and a word in it.
    await keys.choose('button', new RegExp(english.statements[0].text.slice(0, 20)));
    await keys.tabTo('textbox', new RegExp(`^${designer.say('field_text')}, en`));
    await keys.press('Control+a');
    await keys.type('By hand.');
    // A step, and its first field.
    await keys.choose('button', designer.say('add_step'), { back: true });
    await keys.choose('button', new RegExp(`^${designer.say('block_notes')}`));
    await eventually(async () => assert.match(await designer.focused(), /^ed\/steps\/\d+\/title\/en$/));
    await keys.press('Control+z');
    await keys.choose('button', designer.say('save'), { back: true });
    await designer.saving('saved');
    keys.check();
    assert.equal(JSON.parse(await designer.exported()).steps[0].items[0].text.en, 'By hand.');
});
