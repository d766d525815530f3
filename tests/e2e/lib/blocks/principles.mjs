// A scope and principles, and whether everybody supports them.
import { eventually, eventuallyEqual } from '../eventually.mjs';
import { onAll, scaleOf, text } from './all.mjs';

const listed = (participant) => participant.app.locator('.ll-principle .ll-principle__body > p:first-child').allTextContents();

async function support(meeting, step, all) {
    const { leader, members, visit } = meeting;
    const { scale } = step.settings.support_vote;
    const highest = scaleOf(leader, scale).values.length - 1;
    await leader.lead(leader.say('round_support'));
    for (const member of members) {
        await member.sees(member.say('support_mine', { k: 0, n: all.length }));
        for (let at = 0; at < all.length; at += 1) {
            await member.app.locator('.ll-support__vote').nth(at).getByRole('radio').nth(highest).check();
        }
        await member.sees(member.say('vote_ready'));
        await member.saved();
    }
    await visit(`${step.id}-support`, members[0]);
    await leader.sees(leader.say('vote_group', { k: members.length, n: members.length }));
    await leader.reveal();
    await onAll(meeting, async (participant) => {
        await participant.sees(participant.say('support_shown'));
        await eventuallyEqual(() => participant.app.locator('.ll-support__result')
            .filter({ hasText: participant.say('class_consensus_agree') }).count(), all.length);
    });
    await visit(`${step.id}-supported`, members[0]);
}

/** A principle rests on a finding, which everybody sees. */
async function restOn({ members }, principle, finding) {
    const [member, other] = members;
    const choice = (participant) => participant.app.locator('.ll-principle').filter({ hasText: principle })
        .getByLabel(participant.say('rests_on_label'));
    await choice(member).selectOption({ label: finding });
    await member.saved();
    await eventuallyEqual(() => choice(other).locator('option:checked').allTextContents(), [finding]);
}

export async function principles(meeting, step) {
    const { members, visit, kept } = meeting;
    const { list, purpose = 'collect', scope_label: label, support_vote: vote } = step.settings;
    const before = kept.principles[list] ?? { scope: '', principles: [] };
    const scope = (participant) => participant.app.getByLabel(text(participant, label));
    await onAll(meeting, async (participant) => {
        await eventuallyEqual(() => listed(participant), before.principles);
        await eventuallyEqual(() => scope(participant).inputValue(), before.scope);
    });
    const [first] = members;
    const findings = kept.findings[step.settings.link_findings_of] ?? [];
    if (purpose === 'complete') {
        await onAll(meeting, (participant) => (findings.length > 0
            ? eventuallyEqual(() => participant.app.locator('.ll-findings .ll-note__text').allTextContents(), findings)
            : participant.text(participant.say('findings_none')).waitFor()));
    }
    const about = `Alles wat ons werk beter maakt (${meeting.number}).`;
    await scope(first).fill(about);
    await scope(first).blur();
    await first.saved();
    const added = [];
    for (const member of members.slice(0, 2)) {
        const principle = `${meeting.number}.${step.id}: zo wil ${member.name} het`;
        await member.app.getByLabel(member.say('principle_new')).fill(principle);
        await member.button(member.say('add')).click();
        await member.app.locator('.ll-principle:not(.ll-pending)').filter({ hasText: principle }).waitFor();
        await member.saved();
        added.push(principle);
    }
    const all = [...before.principles, ...added];
    await onAll(meeting, (participant) => eventually(async () => {
        await eventuallyEqual(() => listed(participant), all);
        await eventuallyEqual(() => scope(participant).inputValue(), about);
    }));
    for (const finding of findings) {
        await restOn(meeting, all[0], finding);
    }
    if (before.scope) {
        // How it read in the meeting before stands there too.
        await onAll(meeting, (participant) => participant.app.locator('details').filter({ hasText: participant.say('before_title') })
            .first().getByText(before.scope).waitFor({ state: 'attached' }));
    }
    await visit(`${step.id}-principles`, first);
    if (vote) {
        await support(meeting, step, all);
    }
    kept.principles[list] = { scope: about, principles: all };
    meeting.outcome.push(about, ...all);
}
