// A group in a room with one screen: nobody answers alone, the one who leads counts hands.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inContext, launch } from './lib/browser.mjs';
import { eventually, eventuallyEqual } from './lib/eventually.mjs';
import { standaloneGroup } from './lib/group.mjs';
import { countHands, counted, countingForm, fillIn } from './lib/hands.mjs';
import { standalone } from './lib/site.mjs';
import { gather } from './lib/walk.mjs';
import { words } from './lib/words.mjs';

let browser;
let site;
let dutch;

before(async () => {
    [browser, site, dutch] = await Promise.all([launch(), standalone(), words('nl')]);
});

after(() => Promise.all([browser?.close(), site?.close()]));

/** The group may copy what it leaves with. */
const context = { permissions: ['clipboard-read', 'clipboard-write'] };

test('a group that raises its hands leaves with what was counted', () => inContext(browser, context, async (context) => {
    const group = await standaloneGroup(context, site, dutch);
    await gather(group);
    const [leader, second] = group.members;
    const hands = { statement: 2, counts: [1, 2, 0, 6, 1], optOuts: 3 };
    await leader.startGroup();
    await second.at('stellingen');
    assert.equal(await second.app.locator('.ll-hands').count(), 0, 'only the one who leads counts');

    // What is no number is told, and nothing is lost by a reload.
    const form = await countingForm(leader);
    await fillIn(form, leader, hands);
    await form.getByLabel(dutch.optOut, { exact: true }).fill('drie');
    await leader.button(dutch.say('hands_save'), form).click();
    await leader.text(dutch.say('hands_wrong', 1000), form).waitFor();
    await leader.page.reload();
    await leader.ready();
    const again = await countingForm(leader);
    const field = (label) => again.getByLabel(label, { exact: true });
    await eventuallyEqual(() => field(dutch.scale[3]).inputValue(), '6');
    assert.equal(await again.getByRole('combobox').inputValue(), dutch.statements[1].id);
    await field(dutch.optOut).fill('3');
    await leader.button(dutch.say('hands_save'), again).click();
    await Promise.all(group.members.map((member) => counted(member, hands).waitFor()));
    await eventuallyEqual(() => field(dutch.scale[3]).inputValue(), '');
    assert.equal(await again.getByRole('combobox').inputValue(), dutch.statements[1].id, 'the next count may be for the same');
    await countHands(leader, { statement: 4, counts: [0, 0, 0, 1, 9], optOuts: 0 });

    // They stand beside the notes, and on the page that the group leaves with.
    await leader.takeGroupTo('opbrengst');
    await second.at('opbrengst');
    await second.app.locator('.ll-lookback > summary').click();
    await counted(second, hands).waitFor();
    for (const place of ['vervolgacties', 'uitgangspunten', '@closing']) {
        await leader.takeGroupTo(place);
    }
    await second.at('@closing');
    await counted(second, hands).waitFor();
    const told = await second.app.locator('.ll-outcome').innerText();
    assert.ok(!told.includes(dutch.say('class_suppressed')), 'nobody is told that too few have answered');

    await second.button(dutch.say('copy_text')).click();
    await second.text(dutch.say('copied')).waitFor();
    const copied = await second.page.evaluate(() => navigator.clipboard.readText());
    const { text } = dutch.statements[1];
    const lines = [`- ${text}`, `  ${dutch.count('hands_all', 13)}`, `  ${dutch.scale[0]}: 1`, `  ${dutch.scale[1]}: 2`];
    assert.ok(copied.includes(lines.join('\n')), copied);

    // Who leads can take a count away.
    await leader.lookAt('stellingen');
    await leader.button(dutch.say('delete', `2. ${text}`)).click();
    await eventually(async () => assert.equal(await counted(leader, hands).count(), 0));
    await eventually(async () => assert.equal(await counted(second, hands).count(), 0));
}));
