// The editor in Moodle: a designer makes the exercise their own, learners see it, and it goes to another activity.
import assert from 'node:assert/strict';
import { activity, addressOf, edit, LARGE_BODY, NO_PERMISSION } from '../lib/editing.mjs';
import { arrange } from '../lib/arrange.mjs';
import { eventually, eventuallyEqual } from '../lib/eventually.mjs';
import { english, moodleTest, site } from '../lib/moodle-suite.mjs';

const OWN = [
    { nl: 'Wij leren van elkaar.', en: 'We learn from one another.' },
    { nl: 'Fouten maken mag.', en: 'Mistakes are allowed.' },
];
const STEP = { nl: 'Nog een paar vragen', en: 'A few more questions' };

moodleTest('a designer makes the exercise their own, and takes it to another activity', async (people, logs) => {
    logs.expect(LARGE_BODY);
    const [cmid, other] = [await activity('To be changed'), await activity('To be changed too')];
    const designer = await edit(people, 'trainer', cmid);
    const { page } = designer;
    await designer.step('stellingen');
    for (const [index, texts] of OWN.entries()) {
        await designer.entry(index + 1);
        await designer.write(`/steps/0/items/${index}/text`, texts);
    }
    await designer.button('add_step').first().click();
    await page.locator('#add-step-0-questions').click();
    await eventually(async () => assert.match(await designer.focused(), /^ed\/steps\/\d+\/title\/en$/));
    const step = (await designer.focused()).match(/\/steps\/\d+/)[0];
    await designer.write(`${step}/title`, STEP);
    await designer.write(`${step}/instruction`, { nl: 'Beantwoord de vragen.', en: 'Answer these.' });
    await designer.entry(1);
    await designer.write(`${step}/items/0/text`, { nl: 'Hoe vaak leer je iets nieuws?', en: 'How often do you learn something new?' });
    await eventuallyEqual(() => page.locator('.ll-ed-problems').count(), 0);

    // As a participant sees it: nothing of it reaches the activity.
    const before = await arrange(site, 'digest');
    await designer.button('preview').click();
    await page.getByRole('navigation', { name: english.say('nav_label') }).getByText(STEP.en).waitFor();
    await page.locator('#ed-preview-end').click();
    await designer.saving('unsaved');
    assert.deepEqual(await arrange(site, 'digest'), before);
    await designer.save();

    const learner = await people.open('learner1', { cmid });
    await learner.text(STEP.en).first().waitFor();
    const trainer = await people.open('trainer', { cmid });
    await trainer.join();
    await trainer.startGroup();
    await learner.join();
    for (const { en } of OWN) {
        await learner.text(en).first().waitFor();
    }

    const file = await designer.exported();
    const exercise = JSON.parse(file);
    assert.deepEqual(exercise.steps[0].items.map(({ id }) => id), english.statements.map(({ id }) => id), 'changed items are the same items');
    const second = await edit(people, 'trainer', other);
    await second.bring(file);
    await second.saving('unsaved');
    await second.save();
    assert.deepEqual(JSON.parse(await second.exported()), exercise, 'what comes in is what went out');
    const elsewhere = await people.open('learner2', { cmid: other });
    await elsewhere.text(STEP.en).first().waitFor();
});

moodleTest('a bad file is not taken: every problem is told with its place', async (people) => {
    const cmid = await activity('A bad file');
    const designer = await edit(people, 'trainer', cmid);
    const good = JSON.parse(await designer.exported());
    const title = await designer.field('/title/en').inputValue();
    const told = async (text, expected) => {
        await designer.bring(text);
        const wanted = expected.map(([code, at]) => [designer.say(`code_${code}`), at || designer.say('whole_file')]).sort();
        assert.deepEqual(await designer.remarks('import_wrong'), wanted);
        await designer.answer('import_wrong', 'close');
        assert.equal(await designer.state(), '', 'nothing has changed');
        assert.equal(await designer.field('/title/en').inputValue(), title);
    };
    const changed = (change) => {
        const exercise = structuredClone(good);
        change(exercise);
        return JSON.stringify(exercise);
    };
    await told('{"version": 1,', [['bad_json', '']]);
    await told(changed((it) => { it.goal.nl = 'x'.repeat(600 * 1024); }), [['too_large', '']]);
    await told(changed((it) => { it.version = 2; }), [['newer_version', '/version']]);
    await told(changed((it) => {
        it.title = { en: 'Only English' };
        it.goal.nl = 'See <b>this</b>';
        it.steps[0].items[1].id = it.steps[0].items[0].id;
        it.steps[1].settings.show_results_of = 'aanvullen';
        it.steps[2].extra = true;
        it.series.parts[0].minutes = { min: 9, max: 3 };
    }), [
        ['missing_text', '/title/nl'],
        ['bad_text', '/goal/nl'],
        ['duplicate_id', '/steps/0/items/1/id'],
        ['unknown_ref', '/steps/1/settings/show_results_of'],
        ['unknown_member', '/steps/2/extra'],
        ['bad_range', '/series/parts/0/minutes'],
    ]);
});

moodleTest('parts and phases, by keyboard, and all of it taken back', async (people, logs) => {
    logs.expect(LARGE_BODY);
    const cmid = await activity('More parts');
    const designer = await edit(people, 'trainer', cmid, { viewport: { width: 1280, height: 1000 } });
    const { page } = designer;
    const { keyboard } = page;
    const titles = () => page.locator('.ll-ed-part h5').allInnerTexts();
    const [first, later] = await titles();
    const press = async (id, key = 'Enter') => {
        await page.locator(`[id="${id}"]`).focus();
        await keyboard.press(key);
    };
    await press('ed/series/parts--add');
    await eventuallyEqual(() => designer.focused(), 'ed/series/parts/2/title/en');
    await keyboard.type('Looking back');
    await designer.write('/series/parts/2/title', { nl: 'Terugkijken', en: 'Looking back' });
    // What it waits for is told, and leads to where it is chosen.
    await press('ed/series/parts/2/steps/opbrengst', 'Space');
    await press('ed/series/parts/2/repeat', 'Space');
    await press('ed/series/parts/2/covers', 'Space');
    await eventuallyEqual(() => page.locator('.ll-ed-problems').count(), 0);
    const part = await page.locator('.ll-ed-part').nth(2).locator('[id$="--up"]').getAttribute('id');
    await press(part);
    await eventuallyEqual(titles, [first, 'Looking back', later]);
    await eventuallyEqual(() => designer.focused(), part, 'the focus stays on the button');
    assert.ok(await page.locator('[id="ed/series/parts/2/steps/aanvullen"]').isDisabled(), 'its only step stays');

    // Phases of a step.
    await designer.step('opbrengst');
    const phases = page.locator('[id="ed/steps/1/phases"]');
    await press('ed/steps/1/phases--add');
    await eventuallyEqual(() => designer.focused(), 'ed/steps/1/phases/0/id');
    await page.locator('[id="ed/steps/1/phases/0/id"]').selectOption('write');
    await press('ed/steps/1/phases--add');
    await page.locator('[id="ed/steps/1/phases/1/minutes/max"]').fill('7');
    await eventuallyEqual(() => phases.locator('li').count(), 2);
    await eventuallyEqual(() => page.locator('.ll-ed-problems').count(), 0);
    await designer.save();
    const exercise = JSON.parse(await designer.exported());
    assert.deepEqual(exercise.series.parts[1].title, { nl: 'Terugkijken', en: 'Looking back' });
    assert.deepEqual([exercise.series.parts[1].steps, exercise.series.parts[1].repeat], [['opbrengst'], true]);
    assert.deepEqual(exercise.minutes.covers, ['gesprek', exercise.series.parts[1].id]);
    assert.deepEqual(exercise.steps[1].phases.map(({ id, minutes }) => [id, minutes.max]), [['write', 2], ['think', 7]]);

    // A part goes with what stands in it alone; one undo brings all of it back.
    await page.locator('#step-\\*exercise').click();
    await page.locator('.ll-ed-part').nth(2).locator('[id$="--remove"]').click();
    await eventuallyEqual(titles, [first, 'Looking back']);
    assert.equal(await page.locator('#step-aanvullen').count(), 0);
    await keyboard.press('Control+z');
    await eventuallyEqual(titles, [first, 'Looking back', later]);
    await page.locator('#step-aanvullen').waitFor();
});

moodleTest('a learner comes to no editor', async (people, logs) => {
    logs.expect(NO_PERMISSION);
    const cmid = await activity('Not for learners');
    const page = await people.login('learner1');
    people.expect(/403|404/);
    await page.goto(addressOf('edit', cmid));
    assert.equal(await page.locator('#leerlandschap-app').count(), 0);
    await page.goto(addressOf('view', cmid));
    await page.locator('#leerlandschap-app').waitFor();
    assert.equal(await page.locator('a[href*="/mod/leerlandschap/edit.php"]').count(), 0);
});
