// Who cannot take part reads why, in the words of the language files, and nothing breaks.
import assert from 'node:assert/strict';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { arrange } from '../lib/arrange.mjs';
import { english, moodleTest, site } from '../lib/moodle-suite.mjs';
import { activityUrl } from '../lib/moodle.mjs';
import { Participant } from '../lib/participant.mjs';

/** A new user in the site's course. */
async function newcomer(values) {
    const username = `n${Date.now()}`;
    await arrange(site, 'user', { username, password: site.password, courseid: site.courseid, ...values });
    return username;
}

/** An activity of its own, for separate groups unless settings say otherwise. */
const activity = (settings) => arrange(site, 'activity', { course: site.courseid, name: 'Access', groupmode: 1, ...settings });

async function readsWhy(participant, code) {
    await participant.text(english.refusal(code)).waitFor();
    assert.equal(await participant.button(english.say('join')).count(), 0, 'nobody joins here');
    await checkAccessibility(participant.page, { within: '#leerlandschap-app' });
}

moodleTest('without a group', async (people) => {
    await readsWhy(await people.open(await newcomer({ firstname: 'Noor', lastname: 'Groeploos' })), 'no_group');
});

moodleTest('in several groups', async (people) => {
    const groups = site.groups.map(({ id }) => id);
    const person = await people.open(await newcomer({ firstname: 'Vera', lastname: 'Veelgroep', groups }), { cmid: (await activity()).cmid });
    await readsWhy(person, 'choose_group');
    await person.page.getByRole('link', { name: site.groups[1].name, exact: true }).click();
    await person.ready();
    await person.text(site.groups[1].name).first().waitFor();
    await person.button(english.say('join')).waitFor();
});

moodleTest('another group, where groups are visible: to read only', async (people) => {
    const { cmid } = await activity({ groupmode: 2 });
    const own = await people.open('learner1', { cmid });
    await own.join();
    const other = await people.open('learner5', { cmid, group: site.groups[0].id });
    await other.text(english.refusal('other_group')).waitFor();
    await other.app.locator('.ll-person').getByText(own.name).waitFor();
    assert.equal(await other.button(english.say('join')).count(), 0);
    // Under separate groups there is nothing to read either.
    const separate = await people.open('learner5', { group: site.groups[0].id });
    await readsWhy(separate, 'other_group');
    assert.equal(await separate.app.locator('.ll-person').count(), 0);
});

moodleTest('as a guest', async (people) => {
    const course = await arrange(site, 'course', { fullname: 'For guests', shortname: `guests-${Date.now()}` });
    await arrange(site, 'guests', { courseid: course.id });
    const { cmid } = await arrange(site, 'activity', { course: course.id, name: 'Guests', groupmode: 0 });
    await arrange(site, 'config', { forcelogin: 0, guestloginbutton: 1 });
    try {
        const page = await people.visit();
        await page.goto(`${site.url}/login/index.php`);
        await page.waitForLoadState('networkidle');
        await page.getByRole('button', { name: 'Access as a guest' }).click();
        await page.waitForURL((url) => !url.pathname.startsWith('/login'));
        await page.goto(activityUrl({ ...site, cmid }));
        await readsWhy(await new Participant(page, english, 'Guest').ready(), 'guest');
    } finally {
        await arrange(site, 'config', { forcelogin: 1 });
    }
});

moodleTest('logged in as somebody else', async (people) => {
    const { cmid } = await activity();
    const learner = await people.open('learner3', { cmid });
    await learner.join();
    const page = await people.login('admin');
    await page.goto(`${site.url}/user/view.php?id=${site.users.learner3.id}&course=${site.courseid}`);
    await page.getByRole('link', { name: 'Log in as' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.goto(activityUrl({ ...site, cmid }));
    const disguised = await new Participant(page, english, 'admin').ready();
    await disguised.text(english.refusal('login_as')).waitFor();
    assert.equal(await disguised.button(english.say('leave')).count(), 0, 'no command for somebody else');
});

moodleTest('before it opens and after it closes', async (people) => {
    const now = Math.floor(Date.now() / 1000);
    const early = await activity({ timeopen: now + 3600 });
    await readsWhy(await people.open('learner4', { cmid: early.cmid }), 'not_open');
    const late = await activity({ timeclose: now - 60 });
    const person = await people.open('learner4', { cmid: late.cmid });
    await person.text(english.refusal('past_close')).waitFor();
    assert.equal(await person.button(english.say('join')).count(), 0);
    // The trainer can still get in.
    const trainer = await people.open('trainer', { cmid: early.cmid, group: site.groups[0].id });
    await trainer.button(english.say('start_group')).waitFor();
});
