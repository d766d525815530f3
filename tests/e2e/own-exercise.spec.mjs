// A meeting of the standalone page keeps the exercise that it began with: in every tab, beside an exercise that is edited
// meanwhile, and in the file that it is taken to another browser with.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inContext, launch } from './lib/browser.mjs';
import { Designer } from './lib/designer.mjs';
import { eventuallyEqual } from './lib/eventually.mjs';
import { anotherParticipant, openPage } from './lib/group.mjs';
import { openMeeting, saveMeeting, startOver } from './lib/page-menu.mjs';
import { standalone } from './lib/site.mjs';
import { words } from './lib/words.mjs';

const OURS = 'Wij leren van elkaar.';

let browser;
let site;
let dutch;
let circle;

before(async () => {
    [browser, site, dutch, circle] = await Promise.all([launch(), standalone(), words('nl'), words('nl', 'leerkring')]);
});

after(() => Promise.all([browser?.close(), site?.close()]));

/** Somebody edits the exercise: the first statement says something else, and there is a step more. */
async function edit(context) {
    const designer = await Designer.open(context, site, 'nl');
    await designer.step('stellingen');
    await designer.entry(1);
    await designer.write('/steps/0/items/0/text', { nl: OURS });
    await designer.step('opbrengst');
    await designer.page.locator('#step-opbrengst--copy').click();
    await designer.save('saved_new');
    await designer.page.close();
}

/** The statements on the page, the first of them. */
const first = (participant) => participant.app.locator('fieldset.ll-statement legend').first();

test('a file brings the exercise to another browser', async () => {
    let file;
    await inContext(browser, {}, async (context) => {
        await edit(context);
        const one = await openPage(context, site, dutch);
        await one.join();
        await one.startGroup();
        await one.at('stellingen');
        await first(one).filter({ hasText: OURS }).waitFor();
        await one.answer(2, 4);
        await one.saved();
        file = await saveMeeting(one);
    });
    assert.equal(file.name, dutch.say('meeting_file', 'leerlandschap'));
    const { exercise } = JSON.parse(file.text);
    assert.equal(exercise.steps[0].items[0].text.nl, OURS);
    assert.equal(exercise.steps.length, dutch.exercise.steps.length + 1);

    await inContext(browser, {}, async (context) => {
        const one = await openPage(context, site, dutch);
        const two = await anotherParticipant(one, 'Bilal');
        await one.join();
        // What is wrong with a file is told, with its place, and changes nothing.
        const wrong = { ...JSON.parse(file.text), exercise: { ...exercise, id: 'Not an id', title: {} } };
        await openMeeting(one, JSON.stringify(wrong));
        const told = one.app.locator('.ll-message');
        await told.filter({ hasText: '/id: bad_id' }).filter({ hasText: '/title/nl: missing_text' }).waitFor();
        const old = JSON.parse(file.text);
        delete old.exercise;
        await openMeeting(one, JSON.stringify(old));
        await one.text(one.say('import_wrong')).waitFor();
        await one.at('@start');
        await one.text(one.say('joined')).waitFor();

        await openMeeting(one, file.text);
        for (const tab of [one, two]) {
            await tab.at('stellingen');
            await first(tab).filter({ hasText: OURS }).waitFor();
        }
        await eventuallyEqual(() => one.page.evaluate(() => document.activeElement?.id), 'll-heading');
        // It is kept so.
        await two.page.reload();
        await two.ready();
        await two.at('stellingen');
        await first(two).filter({ hasText: OURS }).waitFor();
        // A new meeting takes the exercise of this browser again.
        await startOver(one);
        for (const tab of [one, two]) {
            await tab.at('@start');
        }
        await one.join();
        await one.startGroup();
        await first(one).filter({ hasText: dutch.statements[0].text }).waitFor();
    });
});

test('a meeting that has begun keeps its exercise, and the next one takes the edited one', () => inContext(browser, {}, async (context) => {
    const one = await openPage(context, site, dutch);
    const two = await anotherParticipant(one, 'Bilal');
    await one.join();
    await one.startGroup();
    await one.at('stellingen');
    await edit(context);
    await one.page.reload();
    await one.ready();
    await one.at('stellingen');
    await first(one).filter({ hasText: dutch.statements[0].text }).waitFor();
    await startOver(one);
    for (const tab of [one, two]) {
        await tab.at('@start');
    }
    await two.join();
    await two.startGroup();
    for (const tab of [one, two]) {
        await first(tab).filter({ hasText: OURS }).waitFor();
    }
}));

test('an exercise with another identity is the exercise of the page that it was edited on', () => inContext(browser, {}, async (context) => {
    const designer = await Designer.open(context, site, 'nl');
    await designer.bring(JSON.stringify(circle.exercise));
    await designer.save('saved_new');
    const one = await openPage(context, site, dutch);
    one.words = circle;
    await one.at('@start');
    await one.join();
    await one.startGroup();
    await one.saved();
    const { name } = await saveMeeting(one);
    assert.equal(name, circle.say('meeting_file', 'leerkring'));
    // The page of that format has a meeting of its own.
    const other = await openPage(context, site, circle, 'Bilal');
    await other.at('@start');
    await other.button(circle.say('join')).waitFor();
    await other.gone(other.app.locator('.ll-person'));
    // Back to the format as shipped: the next meeting takes it.
    await designer.page.reload();
    await designer.ready();
    await designer.more();
    await designer.button('reset').click();
    await designer.answer('reset_title', 'reset');
    await designer.save('saved_new');
    await startOver(one);
    one.words = dutch;
    await one.at('@start');
}));
