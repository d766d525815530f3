// The editor on the standalone page: a designer starts from the shipped exercise, changes it, tries it, saves it,
// takes it out as a file and brings it back.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { checkAccessibility } from './lib/accessibility.mjs';
import { inContext, launch } from './lib/browser.mjs';
import { Designer } from './lib/designer.mjs';
import { eventually, eventuallyEqual } from './lib/eventually.mjs';
import { openPage } from './lib/group.mjs';
import { Participant } from './lib/participant.mjs';
import { checkWidth } from './lib/screens.mjs';
import { standalone } from './lib/site.mjs';
import { words } from './lib/words.mjs';

let browser;
let site;
let dutch;

before(async () => {
    [browser, site, dutch] = await Promise.all([launch(), standalone(), words('nl')]);
});

after(() => Promise.all([browser?.close(), site?.close()]));

const open = (context) => Designer.open(context, site, 'nl');

test('a designer makes the exercise their own', () => inContext(browser, {}, async (context) => {
    const participant = await openPage(context, site, dutch);
    await participant.app.locator('details.ll-menu').filter({ hasText: participant.say('export') }).locator('summary').click();
    await participant.app.getByRole('link', { name: dutch.say('edit_exercise') }).click();
    const designer = await new Designer(participant.page, 'nl').ready();
    const { page } = designer;

    // Two statements, in the language of the group and beside it in the other.
    await designer.step('stellingen');
    await designer.entry(1);
    await designer.field('/steps/0/items/0/text/nl').fill('Wij leren van elkaar.');
    await designer.field('/steps/0/items/0/text/en').fill('We learn from one another.');
    await designer.entry(2);
    await designer.field('/steps/0/items/1/text/nl').fill('Fouten maken mag.');

    // A step with questions; until its texts are written it cannot be saved, and each problem leads to its field.
    await designer.button('add_step').first().click();
    await page.locator('#add-step-0-questions').click();
    await eventuallyEqual(() => designer.focused(), 'ed/steps/4/title/nl');
    await page.keyboard.type('Nog een paar vragen');
    await designer.field('/steps/4/instruction/nl').fill('Beantwoord de vragen.');
    await eventually(async () => assert.ok(await page.locator('.ll-ed-problems summary').isVisible()));
    await page.locator('.ll-ed-problems summary').click();
    // What was written meanwhile is a problem no more, once it has been looked at.
    await eventuallyEqual(() => page.locator('.ll-ed-jump').count(), 1);
    await page.locator('.ll-ed-jump').click();
    await eventuallyEqual(() => designer.focused(), 'ed/steps/4/items/0/text/nl');
    await page.keyboard.type('Hoe vaak leer je iets nieuws?');
    await eventuallyEqual(() => page.locator('.ll-ed-problems').count(), 0);

    // As a participant sees it.
    await designer.button('preview').click();
    await page.locator('#ed-preview-end').waitFor();
    await page.getByRole('navigation', { name: dutch.say('nav_label') }).getByText('Nog een paar vragen').waitFor();
    await page.locator('#ed-preview-end').click();

    await designer.button('save').click();
    await designer.saving('saved_new');

    // Out as a file, back to the original, and in again.
    await designer.more();
    const [download] = await Promise.all([page.waitForEvent('download'), designer.button('export').click()]);
    const file = await download.path();
    const exercise = JSON.parse(await readFile(file, 'utf8'));
    assert.equal(exercise.steps[0].items[0].text.en, 'We learn from one another.');
    assert.equal(exercise.steps[0].items[0].id, dutch.statements[0].id, 'a changed item is the same item');
    assert.equal(exercise.steps.find((step) => step.block === 'questions').title.nl, 'Nog een paar vragen');
    await designer.button('reset').click();
    await page.getByRole('dialog').getByRole('button', { name: designer.say('reset') }).click();
    await designer.saving('unsaved');
    await page.locator('input[type=file]').setInputFiles({
        name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ ...exercise, title: { nl: '<b>x</b>' }, id: 'X' })),
    });
    await page.getByRole('dialog', { name: designer.say('import_wrong') }).getByText('/id').first().waitFor();
    await page.getByRole('dialog').getByRole('button', { name: designer.say('close') }).click();
    await page.locator('input[type=file]').setInputFiles(file);
    // It is what was saved, so nothing is left to save.
    await eventuallyEqual(() => designer.state(), '');

    // A meeting that begins now uses it.
    await page.getByRole('link', { name: designer.say('back') }).click();
    await participant.ready();
    await participant.text('Nog een paar vragen').first().waitFor();
}));

test('a preview is the screen of a participant, by keyboard too', () => inContext(browser, {}, async (context) => {
    const designer = await open(context);
    const { page } = designer;
    await designer.button('preview').click();
    const one = new Participant(page, dutch, '–');
    const leads = one.app.getByRole('region', { name: dutch.say('lead_label') });
    await one.at('@start');
    await page.getByText(designer.say('preview_about')).waitFor();
    assert.equal(await leads.count(), 0);
    assert.equal(await one.button(dutch.say('start_group')).count(), 0);

    // The bar takes the group along, and keeps the focus.
    await page.locator('#ed-preview-on').focus();
    await page.keyboard.press('Enter');
    await one.at('stellingen');
    await one.answer(1, 4);
    assert.equal(await leads.count(), 0);
    await one.gone(one.text(dutch.say('hint_for_you')));
    await checkAccessibility(page);
    await page.locator('#ed-preview-on').focus();
    await page.keyboard.press('Enter');
    await one.at('opbrengst');
    await eventuallyEqual(() => designer.focused(), 'ed-preview-on');
    await page.locator('#ed-preview-place').selectOption({ label: dutch.place('uitgangspunten') });
    await one.at('uitgangspunten');
    await page.locator('#ed-preview-back').click();
    await one.at('vervolgacties');
    await page.setViewportSize({ width: 320, height: 640 });
    await checkWidth(page);
    await page.setViewportSize({ width: 1280, height: 800 });

    // The screen of the one who leads is a choice that says what it is; both are of the same meeting.
    await page.locator('#ed-preview-seat').selectOption('leader');
    await leads.waitFor();
    await page.getByText(designer.say('preview_leader')).waitFor();
    await one.at('vervolgacties');
    await checkAccessibility(page);
    await one.lookAt('stellingen');
    assert.ok(await one.choice(1, 4).isChecked(), 'what the same person answered');
    await page.locator('#ed-preview-seat').selectOption('participant');
    await one.gone(leads);
    // Another meeting, with others, is seen from the same seat.
    await page.locator('#ed-preview-people').selectOption('5');
    await one.at('@start');
    await page.getByText(designer.say('rehearsal_about')).waitFor();
    assert.equal(await leads.count(), 0);
    await page.locator('#ed-preview-end').click();
    await designer.ready();
}));

test('everything can be taken back and made again, by keyboard', () => inContext(browser, {}, async (context) => {
    const designer = await open(context);
    const { page } = designer;
    await designer.step('stellingen');
    const order = () => page.locator('.ll-ed-outline__row .ll-ed-step').evaluateAll((steps) => steps.map((step) => step.id));
    const before = await order();
    await page.locator('#step-stellingen--down').focus();
    await page.keyboard.press('Enter');
    await eventuallyEqual(order, [before[1], before[0], ...before.slice(2)]);
    await eventuallyEqual(() => designer.focused(), 'step-stellingen--down', 'the focus stays on the button');
    await page.keyboard.press('Control+z');
    await eventuallyEqual(order, before);
    await eventuallyEqual(() => designer.spoken(), designer.say('said_undone', designer.say('act_move')));
    await page.keyboard.press('Control+Shift+Z');
    await eventuallyEqual(order, [before[1], before[0], ...before.slice(2)]);
    await page.keyboard.press('Control+z');
    await designer.field('/steps/0/title/nl').fill('Anders');
    await page.keyboard.press('Control+z');
    await eventuallyEqual(() => designer.field('/steps/0/title/nl').inputValue(), dutch.place('stellingen'));
    assert.equal(await designer.state(), '');
    // What is taken away leaves the focus on what comes next.
    await page.locator('#step-stellingen--remove').focus();
    await page.keyboard.press('Enter');
    await eventuallyEqual(() => designer.focused(), 'step-opbrengst');
    await page.keyboard.press('Control+z');
    await eventuallyEqual(order, before);
}));

test('changes that are not saved wait on the device', () => inContext(browser, {}, async (context, complaints) => {
    complaints.expect(/beforeunload/);
    const designer = await open(context);
    const { page } = designer;
    await designer.field('/title/nl').fill('Mijn werkvorm');
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('leerlandschap:draft')));
    page.on('dialog', (dialog) => dialog.accept());
    await page.reload();
    await designer.ready();
    await page.getByRole('button', { name: designer.say('draft_resume') }).click();
    await eventuallyEqual(() => designer.field('/title/nl').inputValue(), 'Mijn werkvorm');

    // Two who save at once: the second sees it, and loses nothing.
    const other = await open(context);
    await other.page.getByRole('button', { name: other.say('draft_drop') }).click();
    await other.field('/goal/nl').fill('Een ander doel');
    await other.button('save').click();
    await other.saving('saved_new');
    await designer.button('save').click();
    await page.getByRole('dialog', { name: designer.say('conflict_title') }).waitFor();
    await page.getByRole('button', { name: designer.say('take_theirs') }).click();
    await eventuallyEqual(() => designer.field('/goal/nl').inputValue(), 'Een ander doel');
    await page.keyboard.press('Control+z');
    await eventuallyEqual(() => designer.field('/title/nl').inputValue(), 'Mijn werkvorm');
}));

test('axe finds nothing, and it fits a narrow window', () => inContext(browser, {}, async (context) => {
    const designer = await open(context);
    const { page } = designer;
    const look = async (what) => {
        for (const colorScheme of ['light', 'dark']) {
            await page.emulateMedia({ colorScheme });
            await checkAccessibility(page).catch((error) => {
                throw new Error(`${what}, ${colorScheme}: ${error.message}`);
            });
        }
    };
    await look('exercise');
    await designer.step('stellingen');
    await designer.entry(1);
    await look('statements');
    await designer.step('vervolgacties');
    await look('actions');
    await page.locator('#step-\\*scales').click();
    await look('scales');
    await designer.more();
    await designer.button('reset').waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    await checkWidth(page);
    await page.locator('#ed-chooser').selectOption('stellingen');
    await checkWidth(page);
    await look('narrow');
}));

/**
 * The longest task that is let pass, in milliseconds: other work on the machine makes tasks longer, so the tests only see
 * what has gone badly wrong; `make bench` asks for the budget.
 */
const LONGEST_TASK_MS = Number(process.env.LONGEST_TASK_MS ?? 400);

test('fifty steps with five hundred items scroll and edit without a long frame', () => inContext(browser, {}, async (context) => {
    const designer = await open(context);
    const { page } = designer;
    const { exercise: shipped } = dutch;
    const text = (what) => ({ nl: what, en: what });
    const steps = Array.from({ length: 50 }, (_, step) => ({
        id: `stap-${step}`, title: text(`Stap ${step}`), minutes: { min: 1, max: 2 }, instruction: text('Stem.'),
        block: 'statements', settings: { scale: 'agree5' },
        items: Array.from({ length: step === 0 ? 50 : step < 23 ? 10 : step === 23 ? 8 : 8 },
            (__, item) => ({ id: `s${step}-${item}`, text: text(`Stelling ${item} van stap ${step}`) })),
    }));
    const items = steps.reduce((sum, step) => sum + step.items.length, 0);
    assert.ok(items >= 480 && items <= 600, `${items} items`);
    const part = { ...shipped.series.parts[0], id: 'alles', steps: steps.map(({ id }) => id), minutes: { min: 50, max: 100 }, points: 50 };
    const large = { ...shipped, steps, series: { ...shipped.series, parts: [part] }, minutes: { min: 50, max: 100, covers: ['alles'] } };
    delete large.handover;
    await page.locator('input[type=file]').setInputFiles({
        name: 'large.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(large)),
    });
    await page.locator('#step-stap-49').waitFor();
    await designer.step('stap-0');
    await designer.entry(25);
    await page.evaluate(() => {
        window.long = [];
        new PerformanceObserver((list) => window.long.push(...list.getEntries().map(({ duration }) => duration)))
            .observe({ type: 'longtask' });
    });
    await designer.field('/steps/0/items/24/text/nl').click();
    await page.keyboard.type('Een andere tekst', { delay: 30 });
    for (let turn = 0; turn < 20; turn += 1) {
        await page.mouse.wheel(0, 300);
        await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await page.locator('[id="/steps/0/items/s0-24--up"]').click();
    await page.waitForTimeout(1000);
    const long = await page.evaluate(() => window.long);
    console.log(`tasks of more than 50 ms: ${long.map((ms) => ms.toFixed(0)).join(', ') || 'none'}`);
    assert.deepEqual(long.filter((ms) => ms > LONGEST_TASK_MS), [], `tasks of more than ${LONGEST_TASK_MS} ms`);
}));
