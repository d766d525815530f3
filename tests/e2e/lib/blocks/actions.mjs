// Follow-up actions: agreed with who and when, and looked back at in the next meeting.
import assert from 'node:assert/strict';
import { eventuallyEqual } from '../eventually.mjs';
import { onAll } from './all.mjs';

const FOUND = 'We vroegen het niemand.';

async function agree(meeting, step, what, who, by) {
    const { expectation_outcome: expects, required = [] } = step.settings;
    const form = by.app.getByRole('region', { name: by.say('action_new') });
    await form.getByLabel(by.say('action_what')).fill(what);
    await form.getByRole('combobox', { name: by.say('action_who') }).selectOption({ label: who.name });
    if (required.includes('when')) {
        await form.getByLabel(by.say('action_when')).fill('2027-03-09');
    }
    if (expects) {
        await form.getByLabel(by.say('action_expectation')).fill('Dan weten we meer.');
    }
    await meeting.visit(`${step.id}-action-form`, by);
    await by.button(by.say('action_add')).click();
    await by.app.locator('.ll-action:not(.ll-pending) .ll-action__what').getByText(what, { exact: true }).waitFor();
    await by.saved();
}

/** The first that is open is done, with what was found out; the others stay open. */
async function lookBack(meeting, step, open) {
    const [member] = meeting.members;
    const cards = (participant) => participant.app.locator('.ll-lookedback .ll-action');
    await onAll(meeting, async (participant) => {
        await participant.text(participant.words.count('review', open.length)).waitFor();
        assert.equal(await cards(participant).count(), open.length);
    });
    const card = cards(member).filter({ hasText: open[0] });
    await member.button(member.say('action_look_back'), card).click();
    await card.getByLabel(member.say('action_status')).selectOption('done');
    if (step.settings.expectation_outcome) {
        await card.getByLabel(member.say('action_outcome')).fill('Het ging anders.');
    }
    await card.getByLabel(member.say('action_finding')).fill(FOUND);
    await meeting.visit(`${step.id}-look-back`, member);
    await member.button(member.say('save'), card).click();
    await member.saved();
    await onAll(meeting, (participant) => participant.app.getByText(FOUND, { exact: true }).waitFor());
    return open.slice(1);
}

export async function actions(meeting, step) {
    const { members, visit, kept } = meeting;
    const { list, purpose = 'collect' } = step.settings;
    const open = kept.actions[list] ?? [];
    if (purpose === 'review') {
        const earlier = open.filter(({ number }) => number < meeting.number).map(({ what }) => what);
        if (earlier.length === 0) {
            await onAll(meeting, (participant) => participant.text(participant.say('review_nothing')).waitFor());
        } else {
            const left = await lookBack(meeting, step, earlier);
            kept.actions[list] = open.filter(({ what }) => left.includes(what));
            kept.findings[list] = [FOUND];
        }
        await visit(`${step.id}-review`, members[0]);
        for (const member of members) {
            const said = member.button(member.say('took_part'));
            if (await said.count() > 0) {
                await said.click();
                await member.sees(member.say('took_part_done'));
            }
        }
        return;
    }
    const agreed = members.slice(0, 2).map((member) => `${meeting.number}.${step.id}: iets voor ${member.name}`);
    for (const [at, what] of agreed.entries()) {
        await agree(meeting, step, what, members[1 - at], members[at]);
    }
    await onAll(meeting, (participant) => eventuallyEqual(async () => {
        const all = await participant.app.locator('.ll-action__what').allTextContents();
        return agreed.filter((what) => all.includes(what));
    }, agreed));
    await visit(`${step.id}-actions`, members[0]);
    kept.actions[list] = [...open, ...agreed.map((what) => ({ what, number: meeting.number }))];
    meeting.outcome.push(...agreed);
}
