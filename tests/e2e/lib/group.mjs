// A group at the standalone page: pages of one browser context, each opened from the first by the page's own link.
import { Participant } from './participant.mjs';
import { plan } from './plan.mjs';

export const names = ['Anna', 'Bilal', 'Chantal', 'Daan', 'Emine', 'Frits'];

/** How many the group of the whole walk has. */
const SIZE = 3;

/** Opens the page for the first participant, on the format that the words are of. */
export async function openPage(context, site, words, name = names[0]) {
    const page = await context.newPage();
    await page.goto(new URL(`?format=${words.exercise.id}`, site.url).href);
    return new Participant(page, words, name).ready();
}

/** Another participant, in the new tab that the page's link opens. */
export async function anotherParticipant(from, name) {
    const [page] = await Promise.all([
        from.page.context().waitForEvent('page'),
        from.app.getByRole('link', { name: from.say('another_participant') }).click({ modifiers: ['Shift'] }),
    ]);
    return new Participant(page, from.words, name).ready();
}

/**
 * Participants, the first of whom leads.
 *
 * @param {number} size how many, at most as many as there are names
 * @returns {Promise<import('./participant.mjs').Participant[]>}
 */
export async function participants(context, site, words, size) {
    const members = [await openPage(context, site, words)];
    for (const name of names.slice(1, size)) {
        members.push(await anotherParticipant(members[0], name));
    }
    return members;
}

/**
 * Three participants, the first of whom leads.
 *
 * @returns {Promise<import('./walk.mjs').Group>}
 */
export async function standaloneGroup(context, site, words, visit = async () => {}) {
    const members = await participants(context, site, words, SIZE);
    return { leader: members[0], members, plan: plan(members.length), visit };
}
