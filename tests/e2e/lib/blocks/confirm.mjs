// A summary that the group confirms, section by section: first somebody finds that something is missing, then it is right.
import { eventually } from '../eventually.mjs';
import { onAll, text } from './all.mjs';

const COMMENT = 'Er ontbreekt nog iets.';

const answers = (participant, at) => participant.app.locator('.ll-section').nth(at).locator('.ll-support__vote').getByRole('radio');

async function ask(meeting, count, highest, differs) {
    const { leader, members } = meeting;
    for (const [who, member] of members.entries()) {
        await member.sees(member.say('vote_group', { k: who, n: members.length }));
        for (let at = 0; at < count; at += 1) {
            const other = differs && who === 1 && at === 0;
            const vote = member.app.locator('.ll-support__vote').nth(at).getByRole('radio');
            await vote.nth(other ? 0 : highest).check();
            if (other) {
                const card = member.app.locator('.ll-section').nth(at);
                await card.getByLabel(member.say('summary_comment_needed')).fill(COMMENT);
                await member.button(member.say('summary_send'), card).click();
            }
        }
        await member.sees(member.say('vote_ready'));
        await member.saved();
    }
    await leader.sees(leader.say('vote_group', { k: members.length, n: members.length }));
}

export async function confirm(meeting, step) {
    const { leader, members, visit } = meeting;
    const { summary_of: sections, scale } = step.settings;
    const highest = leader.words.exercise.scales[scale].points.length - 1;
    const other = members.at(-1);
    await other.sees(other.say('summary_waits'));
    for (const section of sections) {
        const field = leader.app.getByLabel(leader.say('summary_of', leader.words.place(section)));
        const summary = `${meeting.number}.${step.id}: wat er uit ${section} kwam`;
        await field.fill(summary);
        await field.blur();
        await onAll(meeting, (participant) => (participant === leader
            ? participant.saved() : participant.app.getByText(summary, { exact: true }).waitFor()));
        meeting.outcome.push(summary);
    }
    await visit(`${step.id}-summary`, leader);
    await leader.lead(leader.say('round_summary'));
    await other.sees(other.say('summary_answer'));
    await ask(meeting, sections.length, highest, true);
    await visit(`${step.id}-confirm`, members[1]);
    await leader.reveal();
    await onAll(meeting, async (participant) => {
        await participant.text(COMMENT).first().waitFor();
        await participant.app.locator('.ll-section').first()
            .getByText(participant.say('answered_of', { k: members.length, n: members.length })).first().waitFor();
    });
    await visit(`${step.id}-comments`, members[0]);
    await leader.lead(leader.say('round_second'));
    const dialog = leader.app.getByRole('dialog', { name: leader.say('again_title') });
    await visit(`${step.id}-again`, leader);
    await dialog.waitFor();
    const chosen = await dialog.getByRole('checkbox', { checked: true }).count();
    await leader.confirm(leader.say('again_title'), leader.say('again_yes'));
    await eventually(async () => answers(other, 0).first().waitFor());
    await ask(meeting, chosen, highest, false);
    await leader.reveal();
    // In the first round one of them thought otherwise of the first section.
    const point = leader.words.exercise.scales[scale].points[highest].label;
    await onAll(meeting, (participant) => participant.app.locator('.ll-section').first()
        .getByText(`${text(participant, point)}: ${members.length}`, { exact: true }).waitFor());
}
