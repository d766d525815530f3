// A rehearsal in Moodle: who edits or leads goes through the exercise with simulated participants, and nothing of it
// is stored; who takes part comes to none.
import assert from 'node:assert/strict';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { activity, addressOf, NO_PERMISSION } from '../lib/editing.mjs';
import { arrange } from '../lib/arrange.mjs';
import { eventually, eventuallyEqual } from '../lib/eventually.mjs';
import { english, moodleTest, site } from '../lib/moodle-suite.mjs';
import { Participant } from '../lib/participant.mjs';
import { pictures } from '../lib/screens.mjs';

/** The way from the activity to its rehearsal. */
async function rehearse(people, username, cmid) {
    const { page } = await people.open(username, { cmid });
    await page.locator('a[href*="rehearse=1"]').click();
    const leader = await new Participant(page, english, site.users[username].name).ready();
    await page.locator('.ll-ed-preview__bar').waitFor();
    return leader;
}

for (const [username, edits] of [['trainer', true], ['assistant', false]]) {
    moodleTest(`${username} rehearses, and nothing is stored`, async (people) => {
        const cmid = await activity(`Rehearsed by ${username}`);
        const leader = await rehearse(people, username, cmid);
        const { page, app } = leader;
        const before = await arrange(site, 'digest');
        const calls = [];
        page.on('request', (request) => calls.push(request.url()));
        assert.equal(await page.locator('#ed-preview-people').inputValue(), '5');
        await checkAccessibility(page, { within: '#leerlandschap-app' });
        await leader.startGroup();
        await leader.at('stellingen');
        await leader.answer(1, 4);
        await eventually(async () => assert.match(await app.innerText(), /\b5\b/));
        await pictures(page, `rehearsal-${site.version.slice(0, 3)}-${username}-vote`, { within: '#leerlandschap-app' });
        await leader.reveal({ early: true });
        await app.getByRole('article').first().waitFor();
        await checkAccessibility(page, { within: '#leerlandschap-app' });
        await pictures(page, `rehearsal-${site.version.slice(0, 3)}-${username}-results`, { within: '#leerlandschap-app' });
        // The same meeting on the screen of a participant, who leads nothing.
        const leads = app.getByRole('region', { name: english.say('lead_label') });
        await leads.waitFor();
        await page.locator('#ed-preview-seat').selectOption('participant');
        await leader.gone(leads);
        await app.getByRole('article').first().waitFor();
        await checkAccessibility(page, { within: '#leerlandschap-app' });
        await page.locator('#ed-preview-seat').selectOption('leader');
        await leader.takeGroupTo('vervolgacties');
        await app.getByText(/^Rehearsal: /).first().waitFor();

        // With more of them, and the other meeting, which the same people come to after the first.
        await page.locator('#ed-preview-people').selectOption('12');
        await leader.ready();
        await app.getByText(english.say('start_group')).first().waitFor();
        await page.locator('#ed-preview-run').selectOption({ index: 1 });
        await leader.startGroup();
        await leader.at('bevindingen');
        await app.getByText(/^Rehearsal: /).first().waitFor();
        await page.reload();
        await leader.ready();
        await eventuallyEqual(() => page.locator('#ed-preview-people').inputValue(), '5', 'nothing is kept');
        assert.deepEqual(calls.filter((url) => url.includes('mod_leerlandschap')), [], 'no service is called');
        assert.deepEqual(await arrange(site, 'digest'), before);
        await app.getByRole('link', { name: 'Back to the activity' }).click();
        await new Participant(page, english, site.users[username].name).ready();
        assert.equal(await page.locator('.ll-ed-preview__bar').count(), 0);
        assert.equal(await page.locator('a[href*="/mod/leerlandschap/edit.php"]').count() > 0, edits);
    });
}

moodleTest('a learner rehearses nothing', async (people, logs) => {
    logs.expect(NO_PERMISSION);
    const cmid = await activity('No rehearsal for learners');
    const page = await people.login('learner1');
    people.expect(/403|404/);
    await page.goto(addressOf('view', cmid, '&rehearse=1'));
    assert.equal(await page.locator('#leerlandschap-app').count(), 0);
    await page.goto(addressOf('view', cmid));
    await page.locator('#leerlandschap-app').waitFor();
    assert.equal(await page.locator('a[href*="rehearse=1"]').count(), 0);
});
