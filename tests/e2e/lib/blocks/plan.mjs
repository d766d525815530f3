// A plan: goals for named periods, each with who makes sure of it.
import { onAll, text } from './all.mjs';

export async function plan(meeting, step) {
    const { members, visit, kept } = meeting;
    const { periods, fields = ['goal', 'owner', 'measure', 'status'], review } = step.settings;
    if (review) {
        await onAll(meeting, (participant) => participant.text(participant.say(`plan_${review}`)).waitFor());
    }
    const goals = [];
    for (const [at, member] of members.entries()) {
        const { label } = periods[at % periods.length];
        const goal = `${meeting.number}.${step.id}: het doel van ${member.name}`;
        const period = member.app.getByRole('region', { name: text(member, label), exact: true });
        await period.getByLabel(member.say('goal_goal')).fill(goal);
        if (fields.includes('owner')) {
            await period.getByRole('combobox', { name: member.say('goal_owner') }).selectOption({ label: member.name });
        }
        if (fields.includes('measure')) {
            await period.getByLabel(member.say('goal_measure')).fill('We horen het van elkaar.');
        }
        if (at === 0) {
            await visit(`${step.id}-goal-form`, member);
        }
        await member.button(member.say('goal_add'), period).click();
        await member.saved();
        await onAll(meeting, (participant) => participant.app.locator('.ll-action__what').getByText(goal, { exact: true }).waitFor());
        goals.push(goal);
    }
    await visit(`${step.id}-plan`, members[0]);
    kept.goals[step.id] = goals;
    meeting.outcome.push(...goals);
}
