// The whole exercise, done by a group on real pages, checked at every step on every page.
// The same walk runs on the standalone page, where a member leads, and in Moodle, where a trainer does.
import assert from 'node:assert/strict';
import { eventuallyEqual } from './eventually.mjs';
import { countHands, counted } from './hands.mjs';

/**
 * @typedef {object} Group
 * @property {import('./participant.mjs').Participant} leader who leads: one of the members, or somebody beside them
 * @property {import('./participant.mjs').Participant[]} members who vote and write, three or four
 * @property {ReturnType<typeof import('./plan.mjs').plan>} plan what they vote
 * @property {(screen: string, participant: import('./participant.mjs').Participant) => Promise<void>} visit
 *     called on each screen once it is there
 */

/** The screens that a walk visits, in order. */
export const screens = [
    'start', 'voting', 'voting-answered', 'closed', 'results', 'again-dialog', 'second-round', 'confirm', 'second-results',
    'notes', 'actions-form', 'actions', 'principles', 'closing', 'close-dialog', 'closed-meeting',
];

/** What is counted with hands besides. */
const hands = { statement: 3, counts: [0, 1, 2, 3, 0], optOuts: 1 };

const everyone = ({ leader, members }) => [...new Set([leader, ...members])];
const onAll = (group, what) => Promise.all(everyone(group).map(what));

/** Everyone joins; the start page tells who is there. @param {Group} group */
export async function gather(group) {
    const { members, visit } = group;
    for (const member of members) {
        await member.join();
    }
    const names = members.map(({ name }) => name);
    await onAll(group, async (participant) => {
        await participant.text(participant.words.count('people', members.length)).first().waitFor();
        const shown = await participant.list(participant.app.locator('.ll-door .ll-person'));
        names.forEach((name) => assert.ok(shown.some((line) => line.includes(name)), `${name} in ${shown}`));
    });
    await visit('start', members[1]);
}

/** All vote, somebody corrects an answer, some give reasons; the leader shows the results. @param {Group} group */
export async function vote(group) {
    const { members, leader, plan, visit } = group;
    await leader.startGroup();
    await onAll(group, (participant) => participant.at('stellingen'));
    const [first] = members;
    await first.sees(first.say('vote_group', { k: 0, n: plan.size }));
    await visit('voting', first);

    // A mistake, put right below with the others' answers.
    await first.answer(1, 5);
    await first.choice(1, 5).and(first.page.locator(':checked')).waitFor();
    for (const [at, member] of members.entries()) {
        for (const number of [1, 2, 3, 4, 5]) {
            await member.answer(number, plan.votes[number][at]);
        }
        for (const number of [1, 2]) {
            if (plan.reasons[number][at]) {
                await member.giveReason(number, plan.reasons[number][at]);
            }
        }
        await member.sees(member.say('vote_ready'));
        await member.saved();
        if (at === 0) {
            await members[1].sees(members[1].say('vote_group', { k: 1, n: plan.size }));
            await visit('voting-answered', first);
            await leader.seesWhoAnswered([first], members.slice(1));
            for (const other of members.filter((one) => one !== leader)) {
                assert.equal(await other.text(other.say('who_not_yet')).count(), 0, 'only who leads is told who has answered');
            }
        }
    }
    await onAll(group, (participant) => participant.sees(participant.say('vote_group', { k: plan.size, n: plan.size })));
    await leader.seesWhoAnswered(members, []);
    assert.equal(await first.app.getByRole('article').count(), 0, 'no result before the reveal');
    await leader.lead(leader.say('round_close'));
    await onAll(group, (participant) => participant.sees(participant.say('vote_closed')));
    assert.ok(await first.choice(1, 3).isDisabled(), 'no answer once the vote is closed');
    await visit('closed', first);
    await leader.reveal();
    await onAll(group, (participant) => participant.seesResults(plan.results.first));
    for (const reason of plan.reasons[1]) {
        await first.app.getByText(reason).waitFor({ state: 'attached' });
    }
    assert.equal(await first.app.getByText(plan.reasons[2][0]).count(), 0, 'too few reasons stay hidden');
    await visit('results', first);
}

/** A second round for the statement that divides the group. @param {Group} group */
export async function voteAgain(group) {
    const { members, leader, plan, visit } = group;
    await leader.lead(leader.say('round_second'));
    const dialog = leader.app.getByRole('dialog', { name: leader.say('again_title') });
    const boxes = await dialog.getByRole('checkbox').all();
    const proposed = await Promise.all(boxes.map((box) => box.isChecked()));
    assert.deepEqual(proposed, [true, false, false, false, false], 'what divides is proposed');
    await visit('again-dialog', leader);
    await leader.confirm(leader.say('again_title'), leader.say('again_yes'));
    await onAll(group, (participant) => participant.sees(participant.say('round_again', 2)));
    assert.equal(await members[0].app.locator('fieldset.ll-statement').count(), 1, 'only the chosen statement');
    await visit('second-round', members[0]);
    for (const [at, member] of members.slice(0, -1).entries()) {
        await member.answer(1, plan.again.votes[at]);
        await member.sees(member.say('vote_ready'));
    }
    // Showing the results while somebody still answers is asked first.
    const k = plan.size - 1;
    await leader.sees(leader.say('vote_group', { k, n: plan.size }));
    await leader.lead(leader.say('reveal'));
    const question = leader.app.getByRole('dialog', { name: leader.say('reveal_title') });
    await leader.text(leader.say('reveal_text', { k, n: plan.size }), question).waitFor();
    await visit('confirm', leader);
    await leader.confirm(leader.say('reveal_title'), leader.say('cancel'));
    // A question that is open when the last answer comes stays, and says so.
    await leader.lead(leader.say('reveal'));
    await question.waitFor();
    await members.at(-1).answer(1, plan.again.votes.at(-1));
    const answered = leader.app.getByRole('dialog', { name: leader.say('reveal'), exact: true });
    await leader.text(leader.say('reveal_text', { k: plan.size, n: plan.size }), answered).waitFor();
    await leader.confirm(leader.say('reveal'), leader.say('reveal'));
    const { first: [before], second } = plan.results;
    await onAll(group, async (participant) => {
        const [key, values] = plan.again.moved;
        const points = participant.say('decimal', values.points);
        const also = [participant.say(key, { ...values, points }), ...[1, 2].map((round) => participant.say('round_number', round))];
        await participant.seesResults([{ ...second[0], also }, ...second.slice(1)]);
        const [row] = await participant.results();
        assert.deepEqual(row.bars, [second[0], before].map(({ counts, optOuts }) => participant.bar(counts, optOuts)),
            'both rounds, the latest first');
    });
    await visit('second-results', members[1]);
}

/** Hands counted in the room: everybody sees them, apart from the results. @param {Group} group */
export async function raiseHands(group) {
    await countHands(group.leader, hands);
    await onAll(group, (participant) => counted(participant, hands).waitFor());
}

/** Notes: written, changed and deleted, by several. @param {Group} group */
export async function writeNotes(group) {
    const { members, leader, visit } = group;
    await leader.takeGroupTo('opbrengst');
    await onAll(group, (participant) => participant.at('opbrengst'));
    const name = ({ words }, at) => words.step('opbrengst').settings.columns[at].label[words.language];
    const column = (participant, at) => participant.app.getByRole('region', { name: name(participant, at), exact: true });
    const add = async (participant, at, text) => {
        await participant.app.getByLabel(participant.say('note_new', name(participant, at))).fill(text);
        await participant.button(participant.say('add'), column(participant, at)).click();
    };
    await add(members[0], 0, 'Leren mag\nen kost tijd.');
    await add(members[1], 1, 'Wie betaalt het?');
    await add(members[1], 1, 'Per ongeluk');
    const notes = (participant, at) => participant.list(column(participant, at).locator('.ll-note__text'));
    const all = (expected) => onAll(group, (participant) => eventuallyEqual(
        async () => [await notes(participant, 0), await notes(participant, 1)], expected));
    await all([['Leren mag\nen kost tijd.'], ['Wie betaalt het?', 'Per ongeluk']]);
    // Somebody else changes one and removes another: the notes are the group's.
    const third = members[2];
    await third.button(third.say('edit', 'Wie betaalt het?')).click();
    await third.app.getByLabel(third.say('note_text'), { exact: true }).fill('Wie betaalt het, en wie beslist?');
    await third.button(third.say('save')).click();
    await third.button(third.say('delete', 'Per ongeluk')).click();
    await third.confirm(third.say('delete_title'), third.say('delete_yes'));
    await all([['Leren mag\nen kost tijd.'], ['Wie betaalt het, en wie beslist?']]);
    await members[0].sees(members[0].say('took_part_done'));
    await visit('notes', members[0]);
}

/** Actions: one from the divided statement, one free; a status. @param {Group} group */
export async function agreeActions(group) {
    const { members, leader, visit } = group;
    const [first, second, third] = members;
    await leader.takeGroupTo('vervolgacties');
    await onAll(group, (participant) => participant.at('vervolgacties'));
    const points = first.app.getByRole('region', { name: first.say('starting_points') }).getByRole('button');
    assert.equal(await points.count(), 1, 'one statement divides the group');
    await points.click();
    const form = (participant) => participant.app.getByRole('region', { name: participant.say('action_new') });
    const what = first.say('action_prefill', first.words.statements[0].text);
    await eventuallyEqual(() => form(first).getByLabel(first.say('action_what')).inputValue(), what);
    await form(first).getByRole('combobox', { name: first.say('action_who') }).selectOption({ label: second.name });
    await form(first).getByLabel(first.say('action_when')).fill('2027-03-09');
    await visit('actions-form', first);
    await first.button(first.say('action_add')).click();

    await form(third).getByLabel(third.say('action_what')).fill('Praten met de directie');
    await form(third).getByRole('combobox', { name: third.say('action_who') }).selectOption({ label: third.say('action_who_else') });
    await form(third).getByLabel(third.say('action_who_name')).fill('Iemand van HR');
    await third.button(third.say('action_add')).click();
    const list = (participant) => participant.app.locator('.ll-list > .ll-action');
    await onAll(group, (participant) => eventuallyEqual(() => list(participant).count(), 2));
    await list(second).nth(1).getByRole('combobox').selectOption({ label: second.say('status_busy') });
    await onAll(group, (participant) => eventuallyEqual(
        () => list(participant).nth(1).getByRole('combobox').inputValue(), 'busy'));
    const [card] = await leader.list(list(leader));
    for (const part of [what, second.name, leader.words.statements[0].text]) {
        assert.ok(card.includes(part), `${part} in ${card}`);
    }
    // Who only talked says so.
    const talked = members.at(-1) === third ? second : members.at(-1);
    if (await talked.button(talked.say('took_part')).count() > 0) {
        await talked.button(talked.say('took_part')).click();
        await talked.sees(talked.say('took_part_done'));
    }
    await visit('actions', first);
}

/** Scope and principles, put in order. @param {Group} group */
export async function wordPrinciples(group) {
    const { members, leader, visit } = group;
    const [first, second, third] = members;
    await leader.takeGroupTo('uitgangspunten');
    await onAll(group, (participant) => participant.at('uitgangspunten'));
    const label = ({ words }) => words.step('uitgangspunten').settings.scope_label[words.language];
    const scope = (participant) => participant.app.getByLabel(label(participant));
    await scope(first).fill('Alles wat je werk beter maakt.');
    await scope(first).blur();
    const texts = ['Leren is werk.', 'Iedereen leert.', 'We delen wat we weten.'];
    const list = (participant) => participant.app.locator('.ll-principle .ll-principle__body > p:first-child');
    const all = (expected) => onAll(group, (participant) => eventuallyEqual(() => participant.list(list(participant)), expected));
    for (const [at, member] of [first, second, third].entries()) {
        await member.app.getByLabel(member.say('principle_new')).fill(texts[at]);
        await member.button(member.say('add')).click();
        await member.app.locator('.ll-principle:not(.ll-pending)').filter({ hasText: texts[at] }).waitFor();
        await member.saved();
    }
    await all(texts);
    await second.button(second.say('move_up', texts[2])).click();
    await all([texts[0], texts[2], texts[1]]);
    await third.button(third.say('move_down', texts[0])).click();
    await all([texts[2], texts[0], texts[1]]);
    await onAll(group, (participant) => eventuallyEqual(() => scope(participant).inputValue(), 'Alles wat je werk beter maakt.'));
    for (const member of members.slice(3)) {
        await member.button(member.say('took_part')).click();
    }
    await visit('principles', first);
    return [texts[2], texts[0], texts[1]];
}

/** The closing page with all that came of it; closing is final. @param {Group} group @param {string[]} principles */
export async function closeMeeting(group, principles) {
    const { members, leader, plan, visit } = group;
    await leader.takeGroupTo('@closing');
    await onAll(group, (participant) => participant.at('@closing'));
    const outcome = [
        'Leren mag', 'Wie betaalt het, en wie beslist?', 'Praten met de directie', 'Iemand van HR',
        'Alles wat je werk beter maakt.', ...principles,
    ];
    const handover = ({ words }) => words.exercise.handover.text[words.language];
    await onAll(group, async (participant) => {
        await participant.seesResults(plan.results.second);
        await counted(participant, hands).waitFor();
        for (const text of [...outcome, handover(participant)]) {
            await participant.app.getByText(text).first().waitFor();
        }
    });
    await visit('closing', members[0]);
    await leader.lead(leader.say('close_meeting'));
    await visit('close-dialog', leader);
    await leader.confirm(leader.say('close_title'), leader.say('close_meeting'));
    await onAll(group, (participant) => participant.sees(participant.say('banner_closed')));
    await members[0].lookAt('uitgangspunten');
    await members[0].gone(members[0].app.getByLabel(members[0].say('principle_new')));
    await members[0].lookAt('@closing');
    await visit('closed-meeting', members[0]);
}

/** From joining to the end. @param {Group} group */
export async function walk(group) {
    await gather(group);
    await vote(group);
    await voteAgain(group);
    await raiseHands(group);
    await writeNotes(group);
    await agreeActions(group);
    const principles = await wordPrinciples(group);
    await closeMeeting(group, principles);
}
