// Bad input over the real web services, from a learner's own session: refused with the stable code and the message
// in the user's language, and what was stored stays as it was.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { arrange } from '../lib/arrange.mjs';
import { launch } from '../lib/browser.mjs';
import { moodleSite, ServerLogs } from '../lib/moodle.mjs';
import { People } from '../lib/people.mjs';
import { words } from '../lib/words.mjs';

const site = await moodleSite();
let browser;
let logs;
let say;

before(async () => {
    assert.ok(site, 'MOODLE_SITE names no site: start one with tests/moodle/site.sh');
    [browser, say] = await Promise.all([launch(), words('nl')]);
    logs = await new ServerLogs(site).mark();
});

after(() => browser?.close());

const uuid = (number) => `3f2504e0-4f89-41d3-9a0c-0305e82c${String(number).padStart(4, '0')}`;

/** Calls a web service as the user of a page, for that user's meeting unless `where` says otherwise. */
async function call(person, method, values, where = {}) {
    return person.page.evaluate(async ([name, args, other]) => {
        const data = JSON.parse(document.querySelector('#leerlandschap-data').textContent);
        const common = { cmid: data.cmid, groupid: data.groupid, meeting: data.reply.room?.meeting, since: 0, ...other };
        return window.leerlandschapBridge.call(name, { ...common, ...args })
            .then((answer) => ({ answer }), (refusal) => ({ refusal }));
    }, [`mod_leerlandschap_${method}`, values, where]);
}

const answer = (values) => ['submit_answers', { answers: [{ item: 'st1', round: 1, value: 3, reason: '', seq: 50, ...values }] }];
const save = (values) => ['save_contributions', { contributions: [{ type: 'save', base: null, fields: [], ...values }] }];
const note = (text, values) => save({
    id: uuid(1), step: 'opbrengst', kind: 'note', fields: [{ name: 'column', value: 'eens' }, { name: 'text', value: text }], ...values,
});
const steer = (command) => ['steer_meeting', { command }];

/** Makes a call that must be refused, and sees that nothing changed. */
async function refused(person, [method, values, where], code) {
    const before = await arrange(site, 'digest');
    assert.equal(before.tables, 10, 'all the tables of the activity');
    const { refusal, answer: given } = await call(person, method, values, where);
    assert.ok(refusal, `${method} ${JSON.stringify(values)} was taken: ${JSON.stringify(given)}`);
    assert.equal(refusal.errorcode, code, JSON.stringify(values));
    assert.equal(refusal.message, say.refusal(code), 'in the words of the language file');
    assert.deepEqual(await arrange(site, 'digest'), before, `${code}: what was stored stays`);
}

test('bad input is refused and changes nothing', () => new People(browser, site, say).during(async (people) => {
    const { cmid } = await arrange(site, 'activity', { course: site.courseid, name: 'Refusals', groupmode: 1 });
    await arrange(site, 'language', { users: ['learner1', 'learner5', 'trainer'].map((name) => site.users[name].id), lang: 'nl' });
    const [north, south] = site.groups;
    const trainer = await people.open('trainer', { cmid, group: north.id });
    const anna = await people.open('learner1', { cmid });
    const emre = await people.open('learner5', { cmid });
    const others = await emre.page.evaluate(() => JSON.parse(document.querySelector('#leerlandschap-data').textContent).reply.room.meeting);

    await refused(anna, answer({}), 'not_present');
    await anna.join();
    await refused(anna, answer({}), 'step_not_reached');
    await trainer.startGroup();
    await anna.at('stellingen');
    await anna.answer(1, 4);
    await anna.saved();

    // Answers.
    await refused(anna, answer({ value: 6 }), 'off_scale');
    await refused(anna, answer({ value: 0 }), 'off_scale');
    await refused(anna, answer({ item: 'st9' }), 'unknown_item');
    await refused(anna, answer({ round: 2 }), 'round_not_open');
    await refused(anna, answer({ round: 9 }), 'unknown_round');
    await refused(anna, answer({ reason: 'x'.repeat(201) }), 'too_long');
    await refused(anna, answer({ reason: 'a\u0000b' }), 'bad_text');
    await refused(anna, answer({ reason: 'a\nb' }), 'bad_text');
    // All or none: a good answer beside a bad one is not stored either.
    const both = answer({ seq: 60, value: 2 });
    both[1].answers.push({ item: 'st2', round: 1, value: 99, reason: '', seq: 1 });
    await refused(anna, both, 'off_scale');

    // Somebody else's meeting, and what only a facilitator may do.
    await refused(anna, [...answer({}), { meeting: others, groupid: south.id }], 'other_group');
    await refused(anna, [...answer({}), { meeting: others }], 'unknown_meeting');
    await refused(anna, [...answer({}), { meeting: '999999' }], 'unknown_meeting');
    await refused(anna, steer({ type: 'go_to', from: 'stellingen', to: '@closing' }), 'not_allowed');
    await refused(anna, steer({ type: 'set_round', step: 'stellingen', round: 1, from: 'open', to: 'revealed' }), 'not_allowed');
    await refused(trainer, steer({ type: 'go_to', from: '@start', to: 'opbrengst' }), 'wrong_state');
    await refused(trainer, steer({ type: 'go_to', from: 'stellingen', to: 'elders' }), 'unknown_step');
    await refused(trainer, steer({ type: 'dance' }), 'bad_value');

    // A closed round.
    await trainer.button(say.say('round_close')).click();
    await anna.sees(say.say('vote_closed'));
    await refused(anna, answer({}), 'round_not_open');
    await trainer.reveal({ early: true });
    await refused(anna, note('te vroeg'), 'step_not_reached');
    await trainer.takeGroupTo('opbrengst');
    await anna.at('opbrengst');

    // Contributions.
    await refused(anna, note(''), 'required_field');
    await refused(anna, note('x'.repeat(501)), 'too_long');
    await refused(anna, note('a\u0007b'), 'bad_text');
    await refused(anna, note('te lang id', { id: 'mijn-eigen' }), 'bad_id');
    await refused(anna, note('ander soort', { kind: 'dream' }), 'bad_kind');
    await refused(anna, note('ander blok', { kind: 'action' }), 'wrong_block');
    await refused(anna, note('zonder basis', { base: 7 }), 'unknown_contribution');
    await refused(anna, save({ id: uuid(2), step: 'opbrengst', kind: 'note', fields: [{ name: 'colour', value: 'red' }] }), 'unknown_field');
    const { answer: stored } = await call(anna, ...note('Opgeslagen 🌱'));
    assert.equal(stored.room.contributions.length, 1);
    await refused(anna, note('nog een keer'), 'conflict');

    // Bytes that are no UTF-8 never come as far as the plugin.
    const before = await arrange(site, 'digest');
    const broken = await anna.page.evaluate(async () => {
        const data = JSON.parse(document.querySelector('#leerlandschap-data').textContent);
        const text = JSON.stringify([{ index: 0, methodname: 'mod_leerlandschap_save_contributions', args: {
            cmid: data.cmid, groupid: data.groupid, meeting: data.reply.room.meeting, since: 0, contributions: [{
                type: 'save', id: '3f2504e0-4f89-41d3-9a0c-0305e82c0009', step: 'opbrengst', kind: 'note', base: null,
                fields: [{ name: 'column', value: 'eens' }, { name: 'text', value: 'BROKEN' }],
            }],
        } }]);
        const bytes = new TextEncoder().encode(text);
        bytes.set([0xc3, 0x28, 0xff], text.indexOf('BROKEN'));
        const response = await fetch(`/lib/ajax/service.php?sesskey=${M.cfg.sesskey}`, { method: 'POST', body: bytes });
        return response.text();
    });
    assert.match(broken, /error|exception/i);
    assert.deepEqual(await arrange(site, 'digest'), before);

    // After closing nothing changes any more.
    await trainer.takeGroupTo('vervolgacties');
    await trainer.takeGroupTo('uitgangspunten');
    await trainer.takeGroupTo('@closing');
    await trainer.button(say.say('close_meeting')).first().click();
    await trainer.confirm(say.say('close_title'), say.say('close_meeting'));
    await anna.sees(say.say('banner_closed'));
    await refused(anna, answer({}), 'meeting_closed');
    await refused(anna, note('te laat', { id: uuid(3) }), 'meeting_closed');
    await refused(trainer, steer({ type: 'go_to', from: '@closing', to: 'stellingen' }), 'meeting_closed');
    await logs.check();
}));
