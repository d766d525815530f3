// The whole exercise by keyboard alone: the focus is always seen and never lost, it goes to the heading after one's
// own way to another page, and what happens to the group is read aloud.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inContext, launch } from './lib/browser.mjs';
import { eventually, eventuallyEqual } from './lib/eventually.mjs';
import { standaloneGroup } from './lib/group.mjs';
import { Keyboard } from './lib/keyboard.mjs';
import { standalone } from './lib/site.mjs';
import { words } from './lib/words.mjs';

let browser;
let site;
let say;

before(async () => {
    [browser, site, say] = await Promise.all([launch(), standalone(), words('nl')]);
});

after(() => Promise.all([browser?.close(), site?.close()]));

/** What the page says to those who do not see it, now. */
const spoken = (participant) => participant.app.locator('[role=status], [role=log]').allInnerTexts();

/** Waits until it says this. */
const hears = (participant, text) => eventually(async () => {
    const all = (await spoken(participant)).map((one) => one.trim());
    assert.ok(all.some((one) => one.includes(text)), `“${text}” in ${JSON.stringify(all)}`);
});

test('the whole exercise by keyboard', () => inContext(browser, {}, async (context) => {
    const { members } = await standaloneGroup(context, site, say);
    const keys = members.map((member) => new Keyboard(member));
    const [first, second] = members;
    const [one, two] = keys;

    for (const [at, key] of keys.entries()) {
        await key.tabTo('textbox', say.say('your_name'));
        await key.type(members[at].name);
        await key.press('Enter');
        await members[at].gone(members[at].app.locator('.ll-join'));
    }
    await one.choose('button', say.say('start_group'));
    await first.at('stellingen');
    await one.focusIs('#ll-heading', 'the heading, after leading the group there');
    await hears(second, say.say('group_moved', say.place('stellingen')));

    // Votes by arrow keys and space; the reason in its field.
    const votes = [[1, 1, 5], [5, 5, 4], [3, 3, 3], [2, 2, 3], [4, 4, null]];
    for (const [at, key] of keys.entries()) {
        for (const [number, points] of votes.entries()) {
            await key.vote(number + 1, points[at]);
        }
        await hears(members[at], say.say('vote_ready'));
        await members[at].saved();
    }
    await two.tabTo('textbox', say.say('reason'), { back: true });
    await two.type('Zo is het.');
    await two.press('Enter');
    await second.saved();

    // Leading: the question before an early reveal is a dialog; Escape gives the focus back.
    await one.choose('button', say.say('round_close'));
    await hears(second, say.say('vote_closed'));
    await one.choose('button', say.say('reveal'));
    await hears(second, say.say('revealed'));
    await one.choose('button', say.say('round_second'));
    await one.focusWithin('dialog[open]');
    await one.press('Escape');
    await one.focusOn('button', say.say('round_second'));
    await one.press('Enter');
    await one.tabTo('checkbox', say.statements[1].text);
    await one.press('Space');
    await one.choose('button', say.say('again_yes'));
    await hears(second, say.say('round_opened', 2));
    for (const key of keys) {
        await key.vote(1, 2);
        await key.vote(2, 4);
    }
    await first.sees(say.say('vote_group', { k: 3, n: 3 }));
    await one.choose('button', say.say('reveal'));
    await hears(second, say.say('revealed'));

    await one.choose('button', say.say('go_to', say.place('opbrengst')));
    await first.at('opbrengst');
    await one.focusIs('#ll-heading');
    const agreed = say.say('note_new', say.step('opbrengst').settings.columns[0].label.nl);
    const notes = (participant) => participant.list(participant.app.locator('.ll-note__text'));
    await two.tabTo('textbox', agreed);
    await two.type('Leren mag tijd kosten.');
    await two.tabTo('button', say.say('add'));
    await two.press('Enter');
    await two.focusOn('textbox', agreed);
    await eventuallyEqual(() => notes(first), ['Leren mag tijd kosten.']);
    await second.saved();
    await two.choose('button', say.say('edit', 'Leren mag tijd kosten.'));
    await two.focusOn('textbox', say.say('note_text'));
    await two.press('End');
    await two.type(' En geld.');
    await two.choose('button', say.say('save'));
    await eventuallyEqual(() => notes(first), ['Leren mag tijd kosten. En geld.']);
    await two.focusOn('button', say.say('edit', 'Leren mag tijd kosten. En geld.'));

    await one.choose('button', say.say('go_to', say.place('vervolgacties')));
    await first.at('vervolgacties');
    await one.focusIs('#ll-heading');
    await second.at('vervolgacties');
    await two.tabTo('textbox', say.say('action_what'));
    await two.type('Navragen');
    await two.tabTo('combobox', say.say('action_who'));
    await two.type('Anna');
    await two.choose('button', say.say('action_add'));
    await second.app.locator('.ll-action__what').getByText('Navragen').waitFor();
    await two.focusOn('textbox', say.say('action_what'));
    await two.choose('button', say.say('edit', 'Navragen'), { back: true });
    await eventually(() => two.focusIs('.ll-list input[type=text]', 'the form takes the focus'));
    await two.press('Escape');
    await two.focusOn('button', say.say('edit', 'Navragen'));

    // Looking back, and following the group again.
    await two.choose('button', new RegExp(`^${say.place('stellingen')}`), { back: true });
    await second.at('stellingen');
    await two.focusIs('#ll-heading');
    await two.choose('button', say.say('banner_follow'), { back: true });
    await second.at('vervolgacties');
    await two.focusIs('#ll-heading');

    await one.choose('button', say.say('go_to', say.place('uitgangspunten')));
    await first.at('uitgangspunten');
    for (const text of ['Eerst doen', 'Dan praten']) {
        await one.tabTo('textbox', say.say('principle_new'));
        await one.type(text);
        await one.press('Enter');
        await one.focusOn('textbox', say.say('principle_new'));
        await first.app.locator('.ll-principle').filter({ hasText: text }).waitFor();
    }
    await one.choose('button', say.say('move_up', 'Dan praten'), { back: true });
    const order = () => first.list(first.app.locator('.ll-principle__body > p:first-child'));
    await eventuallyEqual(order, ['Dan praten', 'Eerst doen']);
    await hears(first, say.say('moved', { k: 1, n: 2 }));
    await one.focusOn('button', say.say('move_up', 'Dan praten'));
    await one.choose('button', say.say('delete', 'Eerst doen'));
    await one.choose('button', say.say('delete_yes'));
    await eventuallyEqual(order, ['Dan praten']);
    assert.ok(await one.hasFocus(), 'the focus is not lost with what was deleted');

    await one.choose('button', say.say('go_to', say.place('@closing')));
    await first.at('@closing');
    await one.focusIs('#ll-heading');
    await one.choose('button', say.say('close_meeting'));
    await one.choose('button', say.say('close_meeting'));
    await second.sees(say.say('banner_closed'));
    keys.forEach((key) => key.check());
}));
