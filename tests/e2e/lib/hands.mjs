// Hands counted in the room by the one who leads, for a statement.

/** The form to count with, opened. @param {import('./participant.mjs').Participant} leader */
export async function countingForm(leader) {
    const details = leader.app.locator('.ll-hands details').filter({ hasText: leader.say('hands_count') });
    if (await details.getAttribute('open') === null) {
        await details.locator('summary').click();
    }
    return details.locator('form');
}

/**
 * Fills in what was counted.
 *
 * @param {import('playwright-core').Locator} form
 * @param {import('./participant.mjs').Participant} leader
 * @param {{statement: number, counts: number[], optOuts: number}} hands the statement by its number, from 1
 */
export async function fillIn(form, leader, { statement, counts, optOuts }) {
    const { words } = leader;
    await form.getByRole('combobox', { name: leader.say('hands_item') })
        .selectOption({ label: `${statement}. ${words.statements[statement - 1].text}` });
    for (const [at, label] of [...words.scale, words.optOut].entries()) {
        await form.getByLabel(label, { exact: true }).fill(String([...counts, optOuts][at]));
    }
}

/** The card of what was counted for a statement, marked as hands. */
export function counted(participant, { statement, counts, optOuts }) {
    const all = counts.reduce((sum, count) => sum + count, optOuts);
    return participant.app.getByRole('article')
        .filter({ has: participant.page.getByText(participant.say('hands_tag'), { exact: true }) })
        .filter({ hasText: participant.words.statements[statement - 1].text })
        .filter({ hasText: participant.words.count('hands_all', all) });
}

/** The one who leads counts hands. */
export async function countHands(leader, hands) {
    const form = await countingForm(leader);
    await fillIn(form, leader, hands);
    await leader.button(leader.say('hands_save'), form).click();
    await counted(leader, hands).waitFor();
    await leader.saved();
}
