// The app inside Moodle's themes: pictures at three widths, nothing sideways, axe on every screen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { arrange } from '../lib/arrange.mjs';
import { launch } from '../lib/browser.mjs';
import { moodleSite, ServerLogs } from '../lib/moodle.mjs';
import { People } from '../lib/people.mjs';
import { plan } from '../lib/plan.mjs';
import { pictures } from '../lib/screens.mjs';
import { walk } from '../lib/walk.mjs';
import { words } from '../lib/words.mjs';

const site = await moodleSite();
let browser;
let logs;
let say;

before(async () => {
    assert.ok(site, 'MOODLE_SITE names no site: start one with tests/moodle/site.sh');
    [browser, say] = await Promise.all([launch(), words('en')]);
    logs = await new ServerLogs(site).mark();
});

after(() => browser?.close());

for (const theme of ['boost', 'classic']) {
    test(`every screen in ${theme}`, () => new People(browser, site, say).during(async (people) => {
        await arrange(site, 'config', { theme });
        const { cmid } = await arrange(site, 'activity', { course: site.courseid, name: `In ${theme}`, groupmode: 0 });
        const learners = ['learner1', 'learner2', 'learner3', 'learner4'];
        await arrange(site, 'language', { users: learners.map((name) => site.users[name].id), lang: 'en' });
        await arrange(site, 'language', { users: [site.users.trainer.id], lang: 'en' });
        const leader = await people.open('trainer', { cmid });
        const members = await Promise.all(learners.map((name) => people.open(name, { cmid })));
        const seen = [];
        const visit = async (screen, { page }) => {
            seen.push(screen);
            await checkAccessibility(page, { within: '#leerlandschap-app' });
            await pictures(page, `moodle-${site.version.slice(0, 3)}-${theme}-${screen}`, { within: '#leerlandschap-app' });
        };
        try {
            await walk({ leader, members, plan: plan(4), visit });
        } finally {
            await arrange(site, 'config', { theme: 'boost' });
        }
        assert.equal(new Set(seen).size, 15);
        await logs.check();
    }));
}
