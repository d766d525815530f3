// Meetings of any format, from the start to the closing page, as its file says: the parts of a run, their steps, and
// what goes on from one meeting to the next.
import { blocks } from './blocks/index.mjs';
import { onAll, text } from './blocks/all.mjs';
import { fillIn } from './blocks/questions.mjs';
import { eventuallyEqual } from './eventually.mjs';

/** @typedef {import('./blocks/index.mjs').Meeting} Meeting */

/**
 * The first meeting of a group.
 *
 * @returns {Meeting}
 */
export function firstMeeting({ leader, members, silent, visit = async () => {} }) {
    return { leader, members, silent, visit, number: 1, outcome: [], answers: {}, kept: { actions: {}, findings: {}, notes: {}, own: {}, principles: {}, goals: {} } };
}

/** The steps that a run goes through, by the part it begins with: that one, and those that are in the same meeting. */
export function stepsOf({ words: { exercise } }, part) {
    const { kind, parts } = exercise.series;
    const begin = parts.findIndex(({ id }) => id === part);
    let end = begin + 1;
    while (kind === 'single' && !parts[end - 1].repeat && parts[end] && !parts[end].new_meeting && !parts[end].repeat) {
        end += 1;
    }
    const ids = parts.slice(begin, end).flatMap(({ steps }) => steps);
    return ids.map((id) => exercise.steps.find((step) => step.id === id));
}

/** Everyone joins; the start page tells who is there. @param {Meeting} meeting */
async function gather(meeting) {
    const { members, visit } = meeting;
    for (const member of members) {
        await member.join();
    }
    await onAll(meeting, (participant) => participant.text(participant.words.count('people', members.length)).first().waitFor());
    await visit('start', members[1]);
}

/** Where a meeting can go through different parts, the leader chooses. @param {Meeting} meeting */
async function choose({ leader, visit }, part) {
    const offer = leader.app.locator('.ll-runs');
    if (await offer.count() > 0) {
        await visit('runs', leader);
        await offer.locator(`input[value="${part}"]`).check();
        await leader.saved();
    }
}

/** What people do at their own pace before the group begins. @param {Meeting} meeting */
async function prepare(meeting, steps) {
    const together = steps.findIndex(({ mode }) => mode !== 'own_pace');
    const asked = steps.slice(0, together < 0 ? steps.length : together).filter(({ block }) => block === 'questions');
    for (const step of asked) {
        await Promise.all(meeting.members.map((member) => member.lookAt(step.id)));
        await fillIn(meeting, step);
    }
    if (asked.length > 0) {
        await Promise.all(meeting.members.map((member) => member.lookAt('@start')));
        await meeting.visit('prepared', meeting.members[0]);
    }
}

/** The closing page has all that came of the meeting; closing is final. @param {Meeting} meeting */
async function close(meeting) {
    const { leader, members, visit, outcome } = meeting;
    await leader.takeGroupTo('@closing');
    await onAll(meeting, async (participant) => {
        await participant.at('@closing');
        await eventuallyEqual(async () => {
            // Not the inner text: cards below the window are not rendered yet.
            const page = await participant.app.locator('.ll-outcome').textContent();
            return outcome.filter((part) => !page.includes(part));
        }, []);
        const { handover } = participant.words.exercise;
        if (handover) {
            await participant.text(text(participant, handover.text)).waitFor();
        }
    });
    await visit('closing', members[0]);
    await leader.lead(leader.say('close_meeting'));
    await leader.confirm(leader.say('close_title'), leader.say('close_meeting'));
    await onAll(meeting, (participant) => participant.sees(participant.say('banner_closed')));
    await visit('closed', members[0]);
}

/**
 * A meeting from joining to its end.
 *
 * @param {Meeting} meeting
 * @param {string} part the first part of the run
 */
export async function hold(meeting, part) {
    const { leader } = meeting;
    const steps = stepsOf(leader, part);
    await gather(meeting);
    await choose(meeting, part);
    await prepare(meeting, steps);
    for (const [at, step] of steps.entries()) {
        if (at === 0) {
            await leader.startGroup();
        } else {
            await leader.takeGroupTo(step.id);
        }
        await onAll(meeting, (participant) => participant.at(step.id));
        await blocks[step.block](meeting, step);
    }
    await close(meeting);
}

/** What goes on in the next meeting. */
function carriedOver({ kept }, steps) {
    const lists = new Set(steps.filter(({ settings }) => settings.carry_over).map(({ settings }) => settings.list));
    const actions = Object.fromEntries(Object.entries(kept.actions).filter(([list]) => lists.has(list)));
    return { ...kept, own: {}, findings: {}, actions };
}

/**
 * The group begins its next meeting: everybody lands on its start page.
 *
 * @param {Meeting} meeting one that is closed
 * @param {string} part what the next one goes through
 * @returns {Promise<Meeting>}
 */
export async function startNext(meeting, part) {
    const { leader, members, visit } = meeting;
    const number = meeting.number + 1;
    const offer = leader.app.locator('.ll-next');
    if (await offer.getByRole('radio').count() > 0) {
        await offer.locator(`input[value="${part}"]`).check();
    }
    await leader.button(leader.say('next_start'), offer).click();
    await visit('next-dialog', leader);
    await leader.confirm(leader.say('next_title', number), leader.say('next_start'));
    await onAll(meeting, (participant) => participant.at('@start'));
    await onAll(meeting, (participant) => participant.app.locator('.ll-eyebrow').getByText(participant.say('meeting_number', number)).waitFor());
    const kept = carriedOver(meeting, stepsOf(leader, part));
    return { ...meeting, leader, members, number, outcome: [], answers: {}, kept };
}
