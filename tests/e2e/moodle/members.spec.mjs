// A group without a trainer: a learner takes the chair and leads; when that one's laptop falls shut, another takes over.
import assert from 'node:assert/strict';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { arrange } from '../lib/arrange.mjs';
import { english, moodleTest, site } from '../lib/moodle-suite.mjs';
import { plan } from '../lib/plan.mjs';
import { agreeActions, closeMeeting, gather, raiseHands, vote, voteAgain, wordPrinciples, writeNotes } from '../lib/walk.mjs';

const LEARNERS = ['learner1', 'learner2', 'learner3', 'learner4'];

moodleTest('members lead the whole exercise themselves', async (people) => {
    const { cmid } = await arrange(site, 'activity', {
        course: site.courseid, name: 'Without a trainer', groupmode: 0, facilitation: 'members',
    });
    const members = await Promise.all(LEARNERS.map((name) => people.open(name, { cmid })));
    const [anna, bilal] = members;
    const group = { leader: anna, members, plan: plan(4), visit: async () => {} };

    await anna.text(english.say('chair_free')).waitFor();
    assert.equal(await anna.button(english.say('chair_take')).count(), 0, 'only who takes part leads');
    await gather(group);
    assert.equal(await anna.button(english.say('start_group')).count(), 0, 'nobody leads yet');
    await anna.button(english.say('chair_take')).click();
    await anna.text(english.say('chair_mine')).waitFor();
    await bilal.text(english.say('chair_held', anna.name)).waitFor();
    assert.equal(await bilal.button(english.say('start_group')).count(), 0, 'one leads');
    await vote(group);

    // The one who leads is gone; somebody else goes on, after being asked.
    await anna.page.close();
    const title = english.say('chair_over_title', anna.name);
    await bilal.button(english.say('chair_over')).click();
    await bilal.app.getByRole('dialog', { name: title }).waitFor();
    await checkAccessibility(bilal.page, { within: '#leerlandschap-app' });
    await bilal.confirm(title, english.say('cancel'));
    await bilal.text(english.say('chair_held', anna.name)).waitFor();
    await bilal.button(english.say('chair_over')).click();
    await bilal.confirm(title, english.say('chair_over'));
    await bilal.text(english.say('chair_mine')).waitFor();
    // Back again, the first one takes part without leading.
    members[0] = await people.open(LEARNERS[0], { cmid });
    await members[0].text(english.say('chair_held', bilal.name)).waitFor();
    group.leader = bilal;
    await voteAgain(group);

    // Given back and taken by a third.
    await bilal.button(english.say('chair_release')).click();
    const [, , chantal] = members;
    await chantal.button(english.say('chair_take')).click();
    await chantal.text(english.say('chair_mine')).waitFor();
    await bilal.text(english.say('chair_held', chantal.name)).waitFor();
    group.leader = chantal;
    await raiseHands(group);
    await writeNotes(group);
    await agreeActions(group);
    await closeMeeting(group, await wordPrinciples(group));
});
