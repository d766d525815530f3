// A group at its own pace in Moodle: nobody leads, and results show by themselves once everyone has answered.
import assert from 'node:assert/strict';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { arrange } from '../lib/arrange.mjs';
import { moodleTest, site } from '../lib/moodle-suite.mjs';
import { voteAlone, workAlone } from '../lib/own-pace.mjs';
import { plan } from '../lib/plan.mjs';

/** A course of their own: whoever else could take part would be waited for. */
const LEARNERS = [['Aylin', 'Demir'], ['Bas', 'Hoekstra'], ['Carmen', 'Ruiz'], ['Dewi', 'Pranoto']];

moodleTest('everyone goes through the exercise alone', async (people) => {
    const shortname = `own-pace-${Date.now()}`;
    const course = await arrange(site, 'course', { fullname: 'Own pace', shortname });
    const { cmid } = await arrange(site, 'activity', { course: course.id, name: 'Own pace', pace: 'own' });
    const usernames = [];
    for (const [firstname, lastname] of LEARNERS) {
        const username = `${firstname.toLowerCase()}-${shortname}`;
        await arrange(site, 'user', { username, password: site.password, courseid: course.id, firstname, lastname });
        usernames.push(username);
    }
    const members = await Promise.all(usernames.map((name) => people.open(name, { cmid })));
    for (const member of members) {
        await member.join();
    }
    await voteAlone(members, plan(4));
    await checkAccessibility(members[0].page, { within: '#leerlandschap-app' });
    await workAlone(members);
    // Who comes back finds the results, and everything done.
    const [, second] = members;
    await second.page.reload();
    await second.ready();
    await second.sees(second.say('progress_all'));
    await second.lookAt('stellingen');
    await second.seesResults(plan(4).results.first);
    assert.equal(await second.app.getByRole('region', { name: second.say('lead_label') }).count(), 0);
});
