// The login runs out in mid-vote: what is answered and typed meanwhile stays on the device, and is stored after
// logging in again.
import assert from 'node:assert/strict';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { arrange } from '../lib/arrange.mjs';
import { eventually, eventuallyEqual } from '../lib/eventually.mjs';
import { english, moodleTest, site } from '../lib/moodle-suite.mjs';

const REASON = 'Because there is never time for it.';

moodleTest('an expired login loses nothing', async (people, logs) => {
    const { cmid } = await arrange(site, 'activity', { course: site.courseid, name: 'Login', groupmode: 0 });
    const trainer = await people.open('trainer', { cmid });
    const anna = await people.open('learner1', { cmid });
    await anna.join();
    await trainer.startGroup();
    await anna.at('stellingen');
    await anna.answer(1, 4);
    await anna.saved();

    // Core notes in PHP's log that the session is gone.
    logs.expect(/Cannot find session record .*, creating new session/);
    await arrange(site, 'logout', { userid: site.users.learner1.id });
    await anna.answer(2, 5);
    await anna.answer(3, null);
    const reason = anna.statement(1).getByRole('textbox');
    await reason.pressSequentially(REASON);
    await anna.sees(english.say('saved_logged_out'));
    await eventually(async () => {
        const text = await anna.app.locator('.ll-banner--alert').innerText();
        assert.match(text, /your changes \([1-9]\)/, text);
    });
    assert.ok(await anna.choice(2, 5).isChecked(), 'the page goes on');
    await checkAccessibility(anna.page, { within: '#leerlandschap-app' });
    await trainer.sees(english.say('vote_group', { k: 0, n: 1 }));

    // Back through the login page, as the link leads.
    await anna.app.getByRole('link', { name: english.say('log_in') }).click();
    const { page } = anna;
    await page.waitForURL((url) => url.pathname.startsWith('/login'));
    await page.waitForLoadState('networkidle');
    await page.locator('#username').fill('learner1');
    await page.locator('#password').fill(site.password);
    await page.locator('#loginbtn').click();
    await page.waitForURL((url) => url.pathname.endsWith('/mod/leerlandschap/view.php'));
    await anna.ready();
    await anna.at('stellingen');
    await anna.saved();
    assert.ok(await anna.choice(1, 4).isChecked());
    assert.ok(await anna.choice(2, 5).isChecked());
    assert.ok(await anna.choice(3, null).isChecked());
    await eventuallyEqual(() => reason.inputValue(), REASON);
    for (const number of [4, 5]) {
        await anna.answer(number, 2);
    }
    await anna.saved();
    await trainer.sees(english.say('vote_group', { k: 1, n: 1 }));

    // The server has it: another browser of the same person shows it.
    const again = await people.open('learner1', { cmid });
    await again.at('stellingen');
    assert.ok(await again.choice(2, 5).isChecked());
    assert.ok(await again.choice(3, null).isChecked());
    await eventuallyEqual(() => again.statement(1).getByRole('textbox').inputValue(), REASON);
});
