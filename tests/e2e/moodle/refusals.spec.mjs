// Bad input over the real web services, from a learner's own session: refused with the stable code and the message
// in the user's language, and what was stored stays as it was.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { arrange } from '../lib/arrange.mjs';
import { call, dutch, meetingOf, moodleTest, site } from '../lib/moodle-suite.mjs';

const uuid = (number) => `3f2504e0-4f89-41d3-9a0c-0305e82c${String(number).padStart(4, '0')}`;

const answer = (values) => ['submit_answers', { answers: [{ item: 'st1', round: 1, value: 3, reason: '', seq: 50, ...values }] }];
const save = (values) => ['save_contributions', { contributions: [{ type: 'save', base: null, fields: [], ...values }] }];
const note = (text, values) => save({
    id: uuid(1), step: 'opbrengst', kind: 'note', fields: [{ name: 'column', value: 'eens' }, { name: 'text', value: text }], ...values,
});
const schema = await readFile(new URL('../../../moodle-plugin/db/install.xml', import.meta.url), 'utf8');
const TABLES = schema.match(/<TABLE /g).length;
const steer = (command) => ['steer_meeting', { command }];

/**
 * Makes calls that must all be refused, each with its code, and sees that nothing of what is stored changed.
 *
 * @param {import('../lib/participant.mjs').Participant} person whose session makes them
 * @param {[object[], string][]} cases a call and its code each; what is malformed as such gets core's own code
 */
async function refused(person, ...cases) {
    const before = await arrange(site, 'digest');
    assert.equal(before.tables, TABLES, 'all the tables of the activity');
    for (const [[method, values, where], code] of cases) {
        const { refusal, answer: given } = await call(person, method, values, where);
        assert.ok(refusal, `${method} ${JSON.stringify(values)} was taken: ${JSON.stringify(given)}`);
        assert.equal(refusal.errorcode, code, JSON.stringify(values));
        if (code !== 'invalidparameter') {
            assert.equal(refusal.message, dutch.refusal(code), 'in the words of the language file');
        }
    }
    assert.deepEqual(await arrange(site, 'digest'), before, 'what was stored stays');
}

moodleTest('bad input is refused and changes nothing', async (people, logs) => {
    const { cmid } = await arrange(site, 'activity', { course: site.courseid, name: 'Refusals', groupmode: 1 });
    await arrange(site, 'language', { users: ['learner1', 'learner5', 'trainer'].map((name) => site.users[name].id), lang: 'nl' });
    const [north, south] = site.groups;
    const trainer = await people.open('trainer', { cmid, group: north.id, words: dutch });
    const anna = await people.open('learner1', { cmid, words: dutch });
    const emre = await people.open('learner5', { cmid, words: dutch });
    const others = await meetingOf(emre);

    await refused(anna, [answer({}), 'not_present']);
    await anna.join();
    await refused(anna, [answer({}), 'step_not_reached']);
    await trainer.startGroup();
    await anna.at('stellingen');
    await anna.answer(1, 4);
    await anna.saved();

    // Answers.
    await refused(anna,
        [answer({ value: 6 }), 'off_scale'],
        [answer({ value: 0 }), 'off_scale'],
        [answer({ item: 'st9' }), 'unknown_item'],
        [answer({ round: 2 }), 'round_not_open'],
        [answer({ round: 9 }), 'unknown_round'],
        [answer({ reason: 'x'.repeat(201) }), 'too_long'],
        [answer({ reason: 'a\u0001b' }), 'bad_text']);
    // A zero byte is refused by Moodle itself, before the plugin is asked.
    await refused(anna,
        [answer({ reason: 'a\u0000b' }), 'invalidparameter'],
        [answer({ value: 'four' }), 'invalidparameter'],
        [answer({ item: ['st1'] }), 'invalidparameter'],
        [answer({ reason: 'a\nb' }), 'bad_text']);
    // All or none: a good answer beside a bad one is not stored either.
    const both = answer({ seq: 60, value: 2 });
    both[1].answers.push({ item: 'st2', round: 1, value: 99, reason: '', seq: 1 });
    await refused(anna, [both, 'off_scale']);

    // Somebody else's meeting, and what only a facilitator may do.
    await refused(anna,
        [[...answer({}), { meeting: others, groupid: south.id }], 'other_group'],
        [[...answer({}), { meeting: others }], 'unknown_meeting'],
        [[...answer({}), { meeting: '999999' }], 'unknown_meeting'],
        [steer({ type: 'go_to', from: 'stellingen', to: '@closing' }), 'not_allowed'],
        [steer({ type: 'set_round', step: 'stellingen', round: 1, from: 'open', to: 'revealed' }), 'not_allowed']);
    await refused(trainer,
        [steer({ type: 'go_to', from: '@start', to: 'opbrengst' }), 'wrong_state'],
        [steer({ type: 'go_to', from: 'stellingen', to: 'elders' }), 'unknown_step'],
        [steer({ type: 'dance' }), 'bad_value']);

    // A closed round.
    await trainer.button(dutch.say('round_close')).click();
    await anna.sees(dutch.say('vote_closed'));
    await refused(anna, [answer({}), 'round_not_open']);
    await trainer.reveal({ early: true });
    await refused(anna, [note('te vroeg'), 'step_not_reached']);
    await trainer.takeGroupTo('opbrengst');
    await anna.at('opbrengst');

    // Contributions.
    await refused(anna,
        [note(''), 'required_field'],
        [note('x'.repeat(501)), 'too_long'],
        [note('a\u0007b'), 'bad_text'],
        [note('te lang id', { id: 'mijn-eigen' }), 'bad_id'],
        [note('ander soort', { kind: 'dream' }), 'bad_kind'],
        [note('ander blok', { kind: 'action' }), 'wrong_block'],
        [note('zonder basis', { base: 7 }), 'unknown_contribution'],
        [save({ id: uuid(2), step: 'opbrengst', kind: 'note', fields: [{ name: 'colour', value: 'red' }] }), 'unknown_field']);
    const { answer: stored } = await call(anna, ...note('Opgeslagen 🌱'));
    assert.equal(stored.room.contributions.length, 1);
    await refused(anna, [note('nog een keer'), 'conflict']);

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
    logs.expect(/Invalid json in request|codingerror|\/lib\/ajax\/service\.php/);
    assert.match(broken, /error|exception/i);
    assert.deepEqual(await arrange(site, 'digest'), before);

    // After closing nothing changes any more.
    await trainer.takeGroupTo('vervolgacties');
    await trainer.takeGroupTo('uitgangspunten');
    await trainer.takeGroupTo('@closing');
    await trainer.button(dutch.say('close_meeting')).first().click();
    await trainer.confirm(dutch.say('close_title'), dutch.say('close_meeting'));
    await anna.sees(dutch.say('banner_closed'));
    await refused(anna,
        [answer({}), 'meeting_closed'],
        [note('te laat', { id: uuid(3) }), 'meeting_closed']);
    await refused(trainer, [steer({ type: 'go_to', from: '@closing', to: 'stellingen' }), 'meeting_closed']);
});
