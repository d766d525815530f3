// Two people at one note, a note that is gone, and no network: each is said, and nobody's text is lost.
import assert from 'node:assert/strict';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { arrange } from '../lib/arrange.mjs';
import { eventuallyEqual } from '../lib/eventually.mjs';
import { english, moodleTest, site } from '../lib/moodle-suite.mjs';
import { pictures } from '../lib/screens.mjs';

const within = '#leerlandschap-app';
const column = english.step('opbrengst').settings.columns[0].label.en;
const notes = (participant) => participant.list(participant.app.locator('.ll-note__text'));
const field = (participant) => participant.app.getByLabel(english.say('note_text'), { exact: true });

/** A trainer and two learners at the notes. */
async function atNotes(people, name) {
    const { cmid } = await arrange(site, 'activity', { course: site.courseid, name, groupmode: 0 });
    const trainer = await people.open('trainer', { cmid });
    const members = [await people.open('learner1', { cmid }), await people.open('learner2', { cmid })];
    await Promise.all(members.map((member) => member.join()));
    await trainer.startGroup();
    await trainer.takeGroupTo('opbrengst');
    await Promise.all(members.map((member) => member.at('opbrengst')));
    return members;
}

async function add(member, text) {
    await member.app.getByLabel(english.say('note_new', column)).fill(text);
    await member.button(english.say('add'), member.app.getByRole('region', { name: column, exact: true })).click();
}

async function edit(member, before, text) {
    await member.button(english.say('edit', before)).click();
    await field(member).fill(text);
}

/** The card with the member's own text; axe and pictures of it. */
async function asked(member, title, picture) {
    const card = member.app.getByRole('group', { name: title });
    await card.waitFor();
    await checkAccessibility(member.page, { within });
    await pictures(member.page, `moodle-${picture}`, { within });
    return card;
}

moodleTest('of two texts for one note the writer chooses', async (people) => {
    const [anna, bilal] = await atNotes(people, 'Two texts');
    await add(anna, 'First');
    await eventuallyEqual(() => notes(bilal), ['First']);
    await edit(anna, 'First', 'By Anna');
    await edit(bilal, 'First', 'By Bilal');
    await anna.button(english.say('save')).click();
    await anna.saved();
    await bilal.button(english.say('save')).click();
    const card = await asked(bilal, english.say('conflict_title'), 'conflict');
    const texts = await bilal.list(card.locator('blockquote'));
    assert.deepEqual(texts, ['By Bilal', 'By Anna']);
    assert.deepEqual(await notes(anna), ['By Anna'], 'what was stored stays until somebody chooses');
    await bilal.button(english.say('keep_mine'), card).click();
    await Promise.all([anna, bilal].map((member) => eventuallyEqual(() => notes(member), ['By Bilal'])));
    await bilal.saved();
});

moodleTest('a text for a note that is gone can be added again', async (people) => {
    const [anna, bilal] = await atNotes(people, 'Gone');
    await add(anna, 'For a while');
    await eventuallyEqual(() => notes(bilal), ['For a while']);
    await edit(bilal, 'For a while', 'Still wanted');
    await anna.button(english.say('delete', 'For a while')).click();
    await anna.confirm(english.say('delete_title'), english.say('delete_yes'));
    const card = await asked(bilal, english.say('gone_title'), 'gone');
    assert.deepEqual(await bilal.list(card.locator('blockquote')), ['Still wanted']);
    await bilal.button(english.say('add_again'), card).click();
    await Promise.all([anna, bilal].map((member) => eventuallyEqual(() => notes(member), ['Still wanted'])));
    await bilal.saved();
});

moodleTest('without a network the work goes on, and is stored once when it is back', async (people) => {
    const [anna, bilal] = await atNotes(people, 'No network');
    people.expect(/ERR_INTERNET_DISCONNECTED/);
    await anna.page.context().setOffline(true);
    await add(anna, 'Written in the train');
    await anna.sees(english.count('saved_offline', 1));
    await checkAccessibility(anna.page, { within });
    await pictures(anna.page, 'moodle-offline', { within });
    await add(bilal, 'Meanwhile');
    await bilal.saved();
    assert.deepEqual(await notes(bilal), ['Meanwhile']);
    await anna.page.context().setOffline(false);
    await anna.saved();
    await Promise.all([anna, bilal].map((member) => eventuallyEqual(
        async () => (await notes(member)).sort(), ['Meanwhile', 'Written in the train'])));
});
