// Saving an exercise in Moodle: two designers at once, answers that are there already, the way back, presets.
import assert from 'node:assert/strict';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { activity, edit, LARGE_BODY } from '../lib/editing.mjs';
import { arrange } from '../lib/arrange.mjs';
import { eventually, eventuallyEqual } from '../lib/eventually.mjs';
import { english, moodleTest, site } from '../lib/moodle-suite.mjs';

moodleTest('who saves second sees the conflict, and loses nothing', async (people, logs) => {
    logs.expect(LARGE_BODY);
    const cmid = await activity('Two designers');
    const [first, second] = [await edit(people, 'trainer', cmid), await edit(people, 'admin', cmid)];
    const [title, goal] = [await first.field('/title/en').inputValue(), await first.field('/goal/en').inputValue()];
    await first.write('/title', { en: 'By the first' });
    await second.write('/goal', { en: 'By the second' });
    await first.save();
    const sees = async (designer, expected) => {
        const now = () => Promise.all(['/title/en', '/goal/en'].map((at) => designer.field(at).inputValue()));
        await eventuallyEqual(now, expected);
    };

    await second.button('save').click();
    await second.dialog('conflict_title').waitFor();
    await sees(second, [title, 'By the second']);
    await second.page.keyboard.press('Escape');
    await second.dialog('conflict_title').waitFor({ state: 'detached' });
    await second.saving('unsaved');
    await sees(second, [title, 'By the second']);

    // Theirs, with one's own one step away.
    await second.button('save').click();
    await second.answer('conflict_title', 'take_theirs');
    await sees(second, ['By the first', goal]);
    await second.page.locator('#ed-undo').click();
    await sees(second, [title, 'By the second']);
    await second.page.locator('#ed-redo').click();
    await second.write('/goal', { en: 'By the second, again' });
    await second.save();
    await first.page.reload();
    await first.ready();
    await sees(first, ['By the first', 'By the second, again']);

    // One's own, over theirs.
    await first.write('/title', { en: 'Mine' });
    await second.write('/title', { en: 'Not mine' });
    await second.save();
    await first.button('save').click();
    await first.answer('conflict_title', 'keep_mine');
    await first.saving('saved');
    await second.page.reload();
    await second.ready();
    await sees(second, ['Mine', 'By the second, again']);
});

moodleTest('what carries answers stays, and what changes their meaning is told first', async (people, logs) => {
    logs.expect(LARGE_BODY);
    const cmid = await activity('Already answered');
    const trainer = await people.open('trainer', { cmid });
    await trainer.join();
    await trainer.startGroup();
    const learner = await people.open('learner1', { cmid });
    await learner.join();
    await learner.answer(1, 4);
    await learner.saved();

    const designer = await edit(people, 'trainer', cmid);
    await designer.step('stellingen');
    const remove = designer.page.locator('#step-stellingen--remove');
    assert.equal(await remove.getAttribute('aria-disabled'), 'true');
    assert.ok((await remove.getAttribute('aria-label')).endsWith(designer.say('code_used_step_removed')), 'it says why');
    await remove.click({ force: true });
    await designer.page.locator('#step-stellingen').waitFor();

    // By a file it can be tried all the same; the site says why not, and keeps what it has.
    const before = await arrange(site, 'digest');
    const exercise = JSON.parse(await designer.exported());
    const removed = structuredClone(exercise);
    removed.steps[0].items.shift();
    await designer.bring(JSON.stringify(removed));
    await designer.saving('unsaved');
    await designer.save('save_refused');
    await designer.page.getByText(designer.say('code_answered_item_removed')).first().waitFor({ state: 'attached' });
    assert.deepEqual(await arrange(site, 'digest'), before);
    await designer.page.keyboard.press('Control+z');
    await eventuallyEqual(() => designer.state(), '');

    // Another wording is possible, for who knows what it does.
    await designer.step('stellingen');
    await designer.entry(1);
    await designer.write('/steps/0/items/0/text', { en: 'Another question altogether.' });
    await designer.button('save').click();
    assert.deepEqual(await designer.remarks('warnings_title'),
        [[designer.say('code_answered_text_changed'), '/steps/0/items/0/text']]);
    await designer.answer('warnings_title', 'cancel');
    await designer.saving('unsaved');
    assert.deepEqual(await arrange(site, 'digest'), before);
    await designer.button('save').click();
    await designer.answer('warnings_title', 'save_anyway');
    await designer.saving('saved');
    await learner.page.reload();
    await learner.ready();
    await learner.text('Another question altogether.').first().waitFor();
});

moodleTest('an open page takes the changed exercise, and nothing typed is lost', async (people, logs) => {
    logs.expect(LARGE_BODY);
    const cmid = await activity('Changed meanwhile');
    const trainer = await people.open('trainer', { cmid });
    await trainer.join();
    await trainer.startGroup();
    const [typing, looking] = [await people.open('learner1', { cmid }), await people.open('learner2', { cmid })];
    for (const learner of [typing, looking]) {
        await learner.join();
        await learner.at('stellingen');
        await learner.page.evaluate(() => { window.before = true; });
    }
    await typing.answer(1, 4);
    await typing.saved();
    const reason = typing.statement(1).getByRole('textbox');
    await reason.click();
    await typing.page.keyboard.type('Because it is');

    const designer = await edit(people, 'trainer', cmid);
    await designer.step('stellingen');
    await designer.write('/steps/0/instruction', { en: 'Take your time.' });
    await designer.save();

    // Whoever does nothing sees it by itself; whoever types goes on typing, and is told.
    await looking.text('Take your time.').first().waitFor();
    const told = english.refusal('exercise_changed');
    await typing.app.getByText(told).first().waitFor();
    assert.ok(await typing.page.evaluate(() => window.before), 'the page stays while somebody types');
    await typing.page.keyboard.type(' so.');
    assert.equal(await reason.inputValue(), 'Because it is so.');
    await typing.choice(2, 3).focus();
    await typing.page.waitForFunction(() => !window.before);
    await typing.ready();
    await typing.text('Take your time.').first().waitFor();
    assert.equal(await typing.statement(1).getByRole('textbox').inputValue(), 'Because it is so.');
    assert.ok(await typing.choice(1, 4).isChecked());
    assert.equal(await typing.app.getByText(told).count(), 0);
});

moodleTest('back to the exercise as it was shipped', async (people, logs) => {
    logs.expect(LARGE_BODY);
    const cmid = await activity('There and back');
    const designer = await edit(people, 'trainer', cmid);
    const title = await designer.field('/title/en').inputValue();
    await designer.more();
    assert.equal(await designer.button('reset').getAttribute('aria-disabled'), 'true', 'there is nothing to go back from');
    await designer.write('/title', { en: 'Ours' });
    await designer.save();
    await designer.button('reset').click();
    await designer.answer('reset_title', 'cancel');
    assert.equal(await designer.field('/title/en').inputValue(), 'Ours');
    await designer.button('reset').click();
    await designer.answer('reset_title', 'reset');
    await eventuallyEqual(() => designer.field('/title/en').inputValue(), title);
    await designer.save();
    await designer.page.reload();
    await designer.ready();
    assert.equal(await designer.field('/title/en').inputValue(), title);
});

moodleTest('a preset of the site, where the administrator allows it', async (people, logs) => {
    logs.expect(LARGE_BODY);
    const [cmid, other] = [await activity('Makes a preset'), await activity('Takes a preset')];
    const name = `Ours ${Date.now()}`;
    await arrange(site, 'setting', { name: 'presets', value: 0 });
    try {
        const denied = await edit(people, 'admin', cmid);
        await denied.more();
        await denied.button('export').waitFor();
        assert.equal(await denied.button('preset_keep').count(), 0);
    } finally {
        await arrange(site, 'setting', { name: 'presets', value: 1 });
    }
    const keep = async (by) => {
        await by.more();
        await by.button('preset_keep').click();
        await by.dialog('preset_title').getByLabel(by.say('preset_name')).fill(name);
        await by.dialog('preset_title').getByRole('button', { name: by.say('preset_keep'), exact: true }).click();
    };
    const [manager, late] = [await edit(people, 'admin', cmid), await edit(people, 'admin', other)];
    await manager.write('/title', { nl: 'Die van ons', en: 'Ours for everybody' });
    await keep(manager);
    await manager.saving('preset_kept');
    await eventually(async () => assert.ok((await manager.page.locator('#ed-presets').innerText()).includes(name)));

    // Who may edit takes it, and keeps none.
    const designer = await edit(people, 'trainer', other);
    await designer.more();
    assert.equal(await designer.button('preset_keep').count() + await designer.button('preset_delete').count(), 0);

    // Who keeps one of the same name is asked, also where their page does not know of it yet.
    await late.write('/title', { nl: 'Later', en: 'Kept later' });
    await keep(late);
    await late.dialog('preset_replace_title').waitFor();
    await checkAccessibility(late.page, { within: '#leerlandschap-app' });
    await late.answer('preset_replace_title', 'cancel');
    await designer.page.locator('#ed-presets').selectOption({ label: name });
    await eventuallyEqual(() => designer.field('/title/en').inputValue(), 'Ours for everybody');
    await designer.save();
    await designer.page.reload();
    await designer.ready();
    assert.equal(await designer.field('/title/en').inputValue(), 'Ours for everybody');

    await keep(late);
    await late.answer('preset_replace_title', 'preset_replace');
    await late.saving('preset_kept');
    await designer.more();
    await designer.page.locator('#ed-presets').selectOption({ label: name });
    await eventuallyEqual(() => designer.field('/title/en').inputValue(), 'Kept later');
    await designer.page.locator('#ed-undo').click();
    await eventuallyEqual(() => designer.state(), '');

    // One that is deleted is gone for everybody; who took it keeps what they have.
    await late.button('preset_delete').click();
    await late.dialog('preset_delete_title').getByLabel(late.say('preset_which')).selectOption({ label: name });
    await checkAccessibility(late.page, { within: '#leerlandschap-app' });
    await late.answer('preset_delete_title', 'preset_delete');
    await late.saving('preset_gone');
    await designer.page.reload();
    await designer.ready();
    await designer.more();
    assert.ok(!(await designer.app.innerText()).includes(name));
    assert.equal(await designer.field('/title/en').inputValue(), 'Ours for everybody');
});
