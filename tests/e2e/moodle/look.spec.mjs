// The app inside Moodle's themes: pictures at three widths, nothing sideways, axe on every screen.
import assert from 'node:assert/strict';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { arrange } from '../lib/arrange.mjs';
import { english, moodleTest, site } from '../lib/moodle-suite.mjs';
import { plan } from '../lib/plan.mjs';
import { pictures } from '../lib/screens.mjs';
import { screens, walk } from '../lib/walk.mjs';

for (const theme of ['boost', 'classic']) {
    moodleTest(`every screen in ${theme}`, async (people) => {
        await arrange(site, 'config', { theme });
        const { cmid } = await arrange(site, 'activity', { course: site.courseid, name: `In ${theme}`, groupmode: 0 });
        const learners = ['learner1', 'learner2', 'learner3', 'learner4'];
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
        assert.deepEqual(seen, screens);
    });
}
