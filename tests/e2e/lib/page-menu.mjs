// The standalone page's menu: the meeting as a file, and a new meeting.
import { readFile } from 'node:fs/promises';

/** Opens the menu where it is shut. */
export async function openMenu(participant) {
    const menu = participant.app.locator('details.ll-menu').filter({ hasText: participant.say('export') });
    if (await menu.getAttribute('open') === null) {
        await menu.locator('summary').click();
    }
}

/** Saves the meeting as a file: its name and what it says. */
export async function saveMeeting(participant) {
    await openMenu(participant);
    const [download] = await Promise.all([
        participant.page.waitForEvent('download'),
        participant.button(participant.say('export')).click(),
    ]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** Opens a file as a meeting. */
export async function openMeeting(participant, text) {
    await participant.app.locator('input[type=file]').setInputFiles({
        name: 'meeting.json', mimeType: 'application/json', buffer: Buffer.from(text),
    });
}

/** A choice of the rules of a new meeting, by the key of its name. */
export function rule(participant, key) {
    return participant.app.locator('dialog[open]').getByRole('radio', { name: participant.say(key) });
}

/**
 * Begins a new meeting.
 *
 * @param {string[]} rules the rules to choose, by the keys of their names
 */
export async function startOver(participant, ...rules) {
    await openMenu(participant);
    await participant.button(participant.say('start_over')).first().click();
    for (const key of rules) {
        await rule(participant, key).check();
    }
    await participant.confirm(participant.say('start_over_title'), participant.say('start_over'));
}
