// The activity opens in a real Moodle for a learner of each group and for the trainer, without a complaint anywhere.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { inContext, launch } from '../lib/browser.mjs';
import { activityUrl, login, moodleSite, ServerLogs } from '../lib/moodle.mjs';
import { pictures } from '../lib/screens.mjs';

const site = await moodleSite();
let browser;
let logs;

before(async () => {
    assert.ok(site, 'MOODLE_SITE names no site: start one with tests/moodle/site.sh');
    browser = await launch();
    logs = await new ServerLogs(site).mark();
});

after(() => browser?.close());

for (const username of ['learner1', 'learner5', 'trainer']) {
    test(`${username} opens the activity`, () => inContext(browser, {}, async (context) => {
        const page = await login(context, site, username);
        // A trainer, who belongs to no group, names one.
        await page.goto(activityUrl(site, site.users[username].group ?? site.groups[0].id));
        await page.locator('#leerlandschap-app button').first().waitFor();
        await checkAccessibility(page, { within: '#leerlandschap-app' });
        await pictures(page, `moodle-${site.version.slice(0, 3)}-${username}`, { ours: false });
        await logs.check();
    }));
}
