// A vote on statements: everybody answers, the leader shows the results, and what divides is voted on again.
import { eventuallyEqual } from '../eventually.mjs';
import { onAll, scaleOf } from './all.mjs';

/** The statement's radio buttons: the points from the lowest, and behind them the opt-out. */
const radios = (participant, at) => participant.app.locator('fieldset.ll-statement').nth(at).getByRole('radio');

async function voteOn(meeting, count, vote) {
    const { members } = meeting;
    for (const [at, member] of members.entries()) {
        for (let item = 0; item < count; item += 1) {
            await radios(member, item).nth(vote(item, at)).check();
        }
        await member.sees(member.say('vote_ready'));
        await member.saved();
    }
    await onAll(meeting, (participant) => participant.sees(participant.say('vote_group', { k: members.length, n: members.length })));
}

export async function statements(meeting, { id, items, settings }) {
    const { leader, members, visit } = meeting;
    const [first] = members;
    const points = scaleOf(first, settings.scale).values.length;
    await first.sees(first.say('vote_group', { k: 0, n: members.length }));
    // The first statement divides the group, in the second they agree, in the others they differ a little.
    const spread = [(at) => (at % 2) * (points - 1), () => points - 1];
    await voteOn(meeting, items.length, (item, at) => (spread[item] ?? ((one) => (one + item) % points))(at));
    await visit(`${id}-vote`, first);
    await leader.reveal();
    await onAll(meeting, (participant) => eventuallyEqual(async () => {
        const cards = await participant.app.getByRole('article').allTextContents();
        const told = participant.say('answered_of', { k: members.length, n: members.length });
        return cards.filter((card) => card.includes(told)).length;
    }, items.length));
    await visit(`${id}-results`, first);
    if (settings.rounds > 1) {
        await leader.lead(leader.say('round_second'));
        await visit(`${id}-again`, leader);
        const chosen = await leader.app.getByRole('dialog', { name: leader.say('again_title') }).getByRole('checkbox', { checked: true }).count();
        await leader.confirm(leader.say('again_title'), leader.say('again_yes'));
        await onAll(meeting, (participant) => participant.sees(participant.say('round_again', 2)));
        await voteOn(meeting, chosen, () => points - 1);
        await leader.reveal();
        await onAll(meeting, (participant) => eventuallyEqual(async () => {
            const cards = await participant.app.getByRole('article').allTextContents();
            const again = cards.filter((card) => card.includes(participant.say('round_number', 2)));
            return [again.length, again.filter((card) => card.includes(participant.say('class_consensus_agree'))).length];
        }, [chosen, chosen], 'all that was voted on again has both rounds, and is agreed on'));
    }
}
