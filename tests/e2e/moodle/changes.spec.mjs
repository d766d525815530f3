// What teachers change in mid-meeting: points of a step, the group mode, a group, who is in the course.
import assert from 'node:assert/strict';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { arrange } from '../lib/arrange.mjs';
import { activity, edit, LARGE_BODY } from '../lib/editing.mjs';
import { eventually } from '../lib/eventually.mjs';
import { english, meetingOf, moodleTest, site } from '../lib/moodle-suite.mjs';
import { activityUrl } from '../lib/moodle.mjs';
import { Participant } from '../lib/participant.mjs';

const LEARNERS = ['learner1', 'learner2', 'learner3'];

const idOf = (name) => site.users[name].id;

const grades = (cmid) => arrange(site, 'grades', { cmid });

/** Learners who have joined and answered everything, in the place that they are sent to. */
async function answered(people, trainer, where) {
    const learners = [];
    for (const name of LEARNERS) {
        const learner = await people.open(name, where);
        await learner.join();
        learners.push(learner);
    }
    await trainer.startGroup();
    for (const learner of learners) {
        await learner.at('stellingen');
        for (const number of [1, 2, 3, 4, 5]) {
            await learner.answer(number, 4);
        }
        await learner.saved();
    }
    return learners;
}

/** Whoever leads shows the results, and the three have their points. */
async function bringToAnEnd(leader, cmid) {
    await leader.reveal();
    await leader.app.getByRole('article').first().waitFor();
    await eventually(async () => {
        const given = await grades(cmid);
        assert.deepEqual(LEARNERS.map((name) => given[idOf(name)]), [20, 20, 20]);
    });
}

moodleTest('a step gives other points: grades follow, and the page says so', async (people, logs) => {
    logs.expect(LARGE_BODY);
    const cmid = await activity('Other points', { visibility: 'named', grade: 60 });
    const trainer = await people.open('trainer', { cmid });
    await answered(people, trainer, { cmid });
    await eventually(async () => assert.deepEqual(Object.values(await grades(cmid)), [20, 20, 20]));

    const designer = await edit(people, 'trainer', cmid);
    await designer.step('stellingen');
    const points = designer.field('/steps/0/points');
    assert.equal(await points.inputValue(), '1', 'one, where nobody has said otherwise');
    assert.equal(await designer.page.getByLabel(designer.say('field_step_points')).count(), 1);
    await points.fill('101');
    await designer.page.locator('.ll-ed-problem').first().waitFor();
    await points.fill('4');
    await checkAccessibility(designer.page, { within: '#leerlandschap-app' });
    await designer.button('save').click();
    assert.deepEqual(await designer.remarks('warnings_title'), [[designer.say('code_points_changed'), '/steps/0/points']]);
    await designer.answer('warnings_title', 'save_anyway');
    await designer.saving('saved');
    assert.deepEqual(Object.values(await grades(cmid)), [40, 40, 40]);
    // What may be left out gives none, and asks for none.
    await designer.field('/steps/0/optional').check();
    await points.waitFor({ state: 'detached' });

    const late = await people.open('learner4', { cmid });
    await late.lookAt('@start');
    await late.text(english.say('points_other', '6')).first().waitFor();
});

moodleTest('groups come in mid-meeting: what everybody did is brought to an end by who leads', async (people) => {
    const cmid = await activity('Groups come', { grade: 60 });
    const trainer = await people.open('trainer', { cmid });
    const [anna] = await answered(people, trainer, { cmid });
    const meeting = await meetingOf(anna);
    await arrange(site, 'groupmode', { cmid, mode: 1 });

    await anna.page.reload();
    await anna.ready();
    assert.notEqual(await meetingOf(anna), meeting);
    await anna.button(english.say('join')).waitFor();

    const page = await people.login('trainer');
    await page.goto(activityUrl({ ...site, cmid }));
    const summary = page.getByText('Meetings of groups that no longer meet here', { exact: true });
    await summary.click();
    await page.getByRole('link', { name: 'Everybody together, before there were groups here' }).click();
    const leader = await new Participant(page, english, site.users.trainer.name).ready();
    await page.getByRole('status').getByText('Participants can no longer go in here', { exact: false }).waitFor();
    assert.equal(await meetingOf(leader), meeting);
    assert.equal(await leader.button(english.say('join')).count(), 0, 'nobody takes part there');
    await checkAccessibility(page, { within: '#page-content' });
    await bringToAnEnd(leader, cmid);
    await page.getByRole('link', { name: 'Back to the activity' }).click();
    await page.locator('.leerlandschap-groups, .groupselector').first().waitFor();
});

moodleTest('a group is deleted in mid-meeting: its members read why, and get their points', async (people) => {
    const { cmid } = await arrange(site, 'activity', { course: site.courseid, name: 'Deleted group', groupmode: 1, grade: 60 });
    const group = await arrange(site, 'group', { courseid: site.courseid, name: 'Te gaan', members: LEARNERS.map(idOf) });
    const trainer = await people.open('trainer', { cmid, group: group.id });
    const [anna] = await answered(people, trainer, { cmid, group: group.id });
    await arrange(site, 'groupdeleted', { id: group.id });
    await anna.page.reload();
    await anna.ready();
    await anna.text(english.refusal('other_group')).first().waitFor();

    await trainer.page.reload();
    await trainer.ready();
    await trainer.page.getByRole('status').getByText('A group that was deleted', { exact: false }).waitFor();
    await bringToAnEnd(trainer, cmid);
});

moodleTest('whoever is taken out of the course is absent at once for all others', async (people) => {
    const cmid = await activity('Taken out');
    const username = `gone${Date.now()}`;
    const { id } = await arrange(site, 'user', {
        username, password: site.password, courseid: site.courseid, firstname: 'Weg', lastname: 'Gegaan',
    });
    const gone = await people.open(username, { cmid });
    await gone.join();
    await gone.page.close();
    const anna = await people.open('learner1', { cmid });
    await anna.join();
    const away = anna.app.locator('.ll-person--away').filter({ hasText: 'Weg Gegaan' });
    await anna.app.locator('.ll-person').filter({ hasText: 'Weg Gegaan' }).waitFor();
    assert.equal(await away.count(), 0);
    await arrange(site, 'unenrol', { courseid: site.courseid, userid: id });
    await away.getByText(english.say('absent'), { exact: true }).waitFor();
});
