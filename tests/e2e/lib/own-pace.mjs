// A group at its own pace: everybody goes through the exercise alone, in their own time, and what they answered shows by
// itself once all have.
import assert from 'node:assert/strict';
import { eventuallyEqual } from './eventually.mjs';

/** On to the next step, by the button below this one. */
async function goOn(member, place) {
    await member.button(member.say('alone_next', member.words.place(place))).click();
    await member.at(place);
}

/**
 * One after another votes; nobody sees a result before the last has.
 *
 * @param {import('./participant.mjs').Participant[]} members who joined
 * @param {ReturnType<typeof import('./plan.mjs').plan>} plan what they vote
 */
export async function voteAlone(members, { size, votes, results }) {
    for (const [at, member] of members.entries()) {
        await member.button(member.say('progress_begin')).click();
        await member.at('stellingen');
        for (const number of [1, 2, 3, 4]) {
            await member.answer(number, votes[number][at]);
        }
        // With the last answer of all the results take the place of the statements.
        await member.choice(5, votes[5][at]).click();
        await member.saved();
        if (at < size - 1) {
            await member.sees(member.say('vote_ready'));
            assert.equal(await member.app.getByRole('article').count(), 0, 'no result before everyone has answered');
        }
    }
    await Promise.all(members.map((member) => member.seesResults(results.first)));
}

/** The other steps: one writes, the others say that they took part; in the end everybody has done everything. */
export async function workAlone(members) {
    for (const [at, member] of members.entries()) {
        await goOn(member, 'opbrengst');
        if (at === 0) {
            const [column] = member.words.step('opbrengst').settings.columns;
            const name = column.label[member.words.language];
            await member.app.getByLabel(member.say('note_new', name), { exact: true }).fill('Alleen geschreven');
            await member.button(member.say('add'), member.app.getByRole('region', { name, exact: true })).click();
        }
        for (const step of ['opbrengst', 'vervolgacties', 'uitgangspunten']) {
            if (step !== 'opbrengst') {
                await goOn(member, step);
            }
            const took = member.button(member.say('took_part'));
            if (at > 0 || step !== 'opbrengst') {
                await took.click();
            }
            await member.sees(member.say('took_part_done'));
        }
        await member.saved();
        await member.button(member.say('alone_list')).click();
        await member.sees(member.say('progress_all'));
    }
    const last = members.at(-1);
    await last.lookAt('opbrengst');
    await eventuallyEqual(() => last.list(last.app.locator('.ll-note__text')), ['Alleen geschreven']);
}
