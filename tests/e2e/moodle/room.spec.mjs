// A whole meeting as it goes in a room: one who leads, a big screen in front, and twelve people at their own devices.
import assert from 'node:assert/strict';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { arrange } from '../lib/arrange.mjs';
import { eventually, eventuallyEqual } from '../lib/eventually.mjs';
import { call, english, moodleTest, site } from '../lib/moodle-suite.mjs';
import { pictures } from '../lib/screens.mjs';

const within = '#leerlandschap-app';
const FIRST_NAMES = ['Amira', 'Bram', 'Chloé', 'Derya', 'Evi', 'Finn', 'Gülsüm', 'Henk', 'Imke', 'Jamal', 'Kim', 'Lotte'];

/** What each votes, by statement: four after four alike; null is the opt-out. */
const votes = { 1: [1, 1, 5, 5], 2: [4, 4, 4, 4], 3: [3, 3, 3, 3], 4: [1, 2, 3, 3], 5: [4, 4, null, null] };

/** What must come of it, worked out by hand as in plan.mjs: divided first, then lean, then consensus. */
const everybody = { answered: 12, present: 12, optOuts: 0 };
const results = [
    { statement: 1, class: 'class_divided', agreement: 0, counts: [6, 0, 0, 0, 6], ...everybody },
    { statement: 4, class: 'class_lean_disagree', agreement: 63, counts: [3, 3, 6, 0, 0], ...everybody },
    { statement: 2, class: 'class_consensus_agree', agreement: 100, counts: [0, 0, 0, 12, 0], ...everybody },
    { statement: 3, class: 'class_consensus_middle', agreement: 100, counts: [0, 0, 12, 0, 0], ...everybody },
    { statement: 5, class: 'class_consensus_agree', agreement: 100, counts: [0, 0, 0, 6, 0], ...everybody, optOuts: 6 },
];

/** A course of their own with one who leads and the twelve: {leader, usernames, cmid}. */
async function room() {
    const shortname = `room-${Date.now()}`;
    const course = await arrange(site, 'course', { fullname: 'A room', shortname });
    const { cmid } = await arrange(site, 'activity', { course: course.id, name: 'A room', groupmode: 0 });
    const user = async (firstname, lastname, role) => {
        const username = `${firstname.toLowerCase().replace(/\W/g, '')}-${shortname}`;
        await arrange(site, 'user', { username, password: site.password, courseid: course.id, firstname, lastname, role });
        return username;
    };
    const usernames = [];
    for (const firstname of FIRST_NAMES) {
        usernames.push(await user(firstname, 'Zaal', 'student'));
    }
    return { leader: await user('Marloes', 'Trainer', 'editingteacher'), usernames, cmid };
}

/** Twelve people do something at once, four at a time: more of them would only wait for the machine. */
async function each(members, what) {
    for (let at = 0; at < members.length; at += 4) {
        await Promise.all(members.slice(at, at + 4).map((member, n) => what(member, at + n)));
    }
}

async function vote(member, at) {
    for (const number of [1, 2, 3, 4, 5]) {
        await member.answer(number, votes[number][at % 4]);
    }
    await member.sees(member.say('vote_ready'));
    await member.saved();
}

moodleTest('twelve people, one who leads, and a big screen', async (people) => {
    const { leader, usernames, cmid } = await room();
    const names = FIRST_NAMES.map((name) => `${name} Zaal`);
    const open = async (username, name) => Object.assign(await people.open(username, { cmid }), { name });
    const trainer = await open(leader, 'Marloes Trainer');
    const big = await trainer.page.context().newPage();
    await big.goto(await trainer.page.getByRole('link', { name: 'Big screen' }).getAttribute('href'));
    const members = [];
    await each(usernames.slice(0, 11), async (username, at) => {
        members[at] = await open(username, names[at]);
        await members[at].join();
    });
    await eventuallyEqual(() => big.locator('.ll-person').count(), 11);

    await trainer.startGroup();
    await each(members, (member) => member.at('stellingen'));
    // Whoever comes late lands where the group is.
    const late = await open(usernames[11], names[11]);
    await late.at('stellingen');
    await late.join();
    members.push(late);
    const all = [trainer, ...members];

    // The time, on every screen.
    const clocks = (text) => Promise.all([...all.map(({ app }) => app), big.locator('body')].map(
        (where) => where.locator('.ll-timer').getByText(text, { exact: true }).first().waitFor()));
    await trainer.lead(english.say('timer_pause'));
    await clocks(english.say('timer_paused'));
    const left = (where) => where.locator('.ll-timer').first().innerText();
    const before = await left(big);
    await trainer.lead(english.say('timer_extend'));
    await eventually(async () => assert.notEqual(await left(big), before));
    for (const { app } of all) {
        await eventuallyEqual(async () => left(app), await left(big), 'the same time everywhere');
    }
    await trainer.lead(english.say('timer_resume'));
    await trainer.lead(english.say('timer_end'));
    await clocks(english.say('timer_up'));

    // Half of them have answered; who leads sees which half, nobody else does.
    await each(members.slice(0, 6), vote);
    await trainer.seesWhoAnswered(members.slice(0, 6), members.slice(6));
    await big.getByText(english.say('vote_group', { k: 6, n: 12 })).waitFor();
    for (const other of [members[7], members[0]]) {
        const { answer } = await call(other, 'get_meeting');
        assert.deepEqual(answer.counts.map(({ answered, who }) => [answered, who]), [[6, undefined]], 'how many, and not who');
    }
    await checkAccessibility(members[7].page, { within });
    await pictures(members[7].page, 'moodle-room-voting', { within });
    await pictures(big, 'moodle-room-big-voting', { within });
    await trainer.button(english.say('lead_more')).click();
    await checkAccessibility(trainer.page, { within });
    await pictures(trainer.page, 'moodle-room-leading', { within });
    await trainer.fold();
    await each(members.slice(6, 11), (member, at) => vote(member, at + 6));
    // Somebody who is gone is not waited for.
    await trainer.lead(english.say('mark_absent', late.name));
    await trainer.fold();
    await Promise.all(all.filter((one) => one !== late).map((one) => one.sees(one.say('vote_group', { k: 11, n: 11 }))));
    await trainer.lead(english.say('mark_present', late.name));
    await trainer.fold();
    await vote(late, 11);
    await Promise.all(all.map((one) => one.sees(one.say('vote_group', { k: 12, n: 12 }))));
    assert.equal(await big.locator('.ll-bar').count(), 0, 'no result before the reveal');

    await trainer.reveal();
    await Promise.all(all.map((one) => one.seesResults(results)));
    await eventuallyEqual(() => big.locator('.ll-result').count(), 5);
    await pictures(big, 'moodle-room-big-results', { within });
    await pictures(members[0].page, 'moodle-room-results', { within });

    // A double click, as slow as a hand's, is one step: what stands under the pointer by its second half means another.
    await trainer.button(english.say('go_to', english.place('opbrengst'))).dblclick({ delay: 200 });
    // Everybody writes at once; all pages show the same.
    await trainer.at('opbrengst');
    await each(members, (member) => member.at('opbrengst'));
    const column = english.step('opbrengst').settings.columns[0].label.en;
    await Promise.all(members.map(async (member) => {
        await member.app.getByLabel(member.say('note_new', column)).fill(`What ${member.name} takes along`);
        await member.button(member.say('add'), member.app.getByRole('region', { name: column, exact: true })).click();
    }));
    await eventually(async () => {
        const shown = await Promise.all(all.map((one) => one.list(one.app.locator('.ll-note__text'))));
        assert.deepEqual([...shown[0]].sort(), names.map((name) => `What ${name} takes along`).sort());
        shown.forEach((list) => assert.deepEqual(list, shown[0]));
    });

    // Who looks back is left alone when the group goes on.
    const [reader, ...others] = members;
    await reader.saved();
    await reader.lookAt('stellingen');
    await trainer.takeGroupTo('vervolgacties');
    await Promise.all(others.map((member) => member.at('vervolgacties')));
    await reader.sees(english.say('banner_elsewhere', english.place('vervolgacties')));
    await reader.at('stellingen');
    await reader.button(english.say('banner_follow')).click();
    await reader.at('vervolgacties');
    await eventuallyEqual(() => big.locator('.ll-big__title').innerText(), english.place('vervolgacties'));
});
