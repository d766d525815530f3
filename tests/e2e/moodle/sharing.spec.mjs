// Learning made visible: a group is asked, answers, shows its outcome to another group, and takes it back.
import assert from 'node:assert/strict';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { arrange } from '../lib/arrange.mjs';
import { eventually } from '../lib/eventually.mjs';
import { call, english, moodleTest, site } from '../lib/moodle-suite.mjs';
import { pictures } from '../lib/screens.mjs';

const within = '#leerlandschap-app';
const shared = '.leerlandschap-shared';
const REASON = 'There is never a quiet hour';
const PRINCIPLE = 'We keep an hour a week for learning';
const LESSON = 'Ask on, before you explain.\nIt took us one meeting to learn that.';

/** A course with two groups: three members and who leads in one, one member in the other. */
async function groups() {
    const shortname = `sharing-${Date.now()}`;
    const course = await arrange(site, 'course', { fullname: 'Two groups', shortname });
    const make = (name) => arrange(site, 'group', { courseid: course.id, name, members: [] });
    const [first, second] = [await make('Team North'), await make('Team South')];
    const { cmid } = await arrange(site, 'activity', { course: course.id, name: 'Two groups', groupmode: 1 });
    const user = async (firstname, role, ids) => {
        const username = `${firstname.toLowerCase()}-${shortname}`;
        await arrange(site, 'user', {
            username, password: site.password, courseid: course.id, firstname, lastname: 'Samen', role, groups: ids,
        });
        return username;
    };
    const members = [];
    for (const firstname of ['Annelies', 'Boudewijn', 'Cornelia']) {
        members.push(await user(firstname, 'student', [first.id]));
    }
    return {
        cmid, group: first.id, members,
        leader: await user('Theodora', 'editingteacher', []),
        other: await user('Ottoline', 'student', [second.id]),
    };
}

const steer = (leader, command) => call(leader, 'steer_meeting', { command });

/** Nothing on a page names anybody, or says why they answered. */
async function namesNobody(page) {
    const text = await page.locator(shared).innerText();
    for (const word of ['Annelies', 'Boudewijn', 'Cornelia', 'Theodora', REASON]) {
        assert.ok(!text.includes(word), `“${word}” in ${text}`);
    }
}

async function says(member, key) {
    await member.app.getByRole('radio', { name: english.say(key), exact: true }).check();
}

moodleTest('a group shows its outcome to another, and takes it back', async (people) => {
    const { cmid, group, ...usernames } = await groups();
    const leader = await people.open(usernames.leader, { cmid, group });
    const members = await Promise.all(usernames.members.map((username) => people.open(username, { cmid })));
    const other = await people.open(usernames.other, { cmid });
    const shownPage = `${site.url}/mod/leerlandschap/shared.php?id=${cmid}`;
    assert.equal(await other.page.locator('.leerlandschap-sharedlink').count(), 0, 'there is nothing yet');
    for (const member of members) {
        await member.join();
    }
    await leader.startGroup();
    for (const member of members) {
        await member.at('stellingen');
        for (const number of [1, 2, 3, 4, 5]) {
            await member.answer(number, 4);
        }
        await member.giveReason(1, REASON);
        await member.saved();
    }
    await leader.sees(english.say('vote_group', { k: 3, n: 3 }));
    await leader.reveal();
    await leader.app.getByRole('article').first().waitFor();
    await steer(leader, { type: 'go_to', from: 'stellingen', to: 'uitgangspunten' });
    const { refusal } = await call(members[0], 'save_contributions', { contributions: [{
        type: 'save', id: '00000000-0000-4000-8000-000000000001', step: 'uitgangspunten', kind: 'principle', base: null,
        fields: [{ name: 'text', value: PRINCIPLE }],
    }] });
    assert.equal(refusal, undefined, JSON.stringify(refusal));
    await steer(leader, { type: 'go_to', from: 'uitgangspunten', to: '@closing' });
    await Promise.all([leader, ...members].map((one) => one.at('@closing')));
    await checkAccessibility(leader.page, { within });
    await pictures(leader.page, 'moodle-sharing-ask', { within });

    // Asked of everybody, with what exactly would be shown.
    await leader.button(english.say('others_ask_outcome')).click();
    await Promise.all(members.map((member) => member.app.getByRole('group', { name: english.say('others_question_outcome') }).waitFor()));
    const address = await members[0].app.getByRole('link', { name: english.say('others_preview') }).getAttribute('href');
    const preview = await members[0].page.context().newPage();
    await preview.goto(address);
    await preview.getByText(PRINCIPLE, { exact: true }).waitFor();
    await namesNobody(preview);
    await checkAccessibility(preview, { within: shared });
    await pictures(preview, 'moodle-sharing-preview', { within: shared });
    await other.page.goto(address);
    assert.equal(await other.page.getByText(PRINCIPLE).count(), 0, 'nobody else sees it before');

    await says(members[0], 'others_yes');
    await says(members[1], 'others_no');
    await leader.text(english.say('others_answered', { k: 2, n: 3 })).waitFor();
    assert.equal(await leader.text(english.say('others_objected')).count(), 0, 'not what the first ones say');
    await says(members[2], 'others_yes');
    await Promise.all([leader, ...members].map(async (one) => {
        await one.text(english.say('others_count', { k: 2, n: 3 })).waitFor();
        await one.text(english.say('others_objected')).waitFor();
    }));
    const publish = leader.button(english.say('others_publish'));
    assert.equal(await publish.getAttribute('aria-disabled'), 'true');
    const { answer } = await call(leader, 'get_meeting', {});
    assert.deepEqual(
        Object.keys(answer.room.sharing).sort(),
        ['agreed', 'answered', 'asked', 'lesson', 'objected', 'of', 'published'],
    );
    const refused = await steer(leader, { type: 'publish', asked: answer.room.sharing.asked });
    assert.equal(refused.refusal.errorcode, 'wrong_state');
    await checkAccessibility(members[1].page, { within });
    await pictures(members[1].page, 'moodle-sharing-asked', { within });
    await checkAccessibility(leader.page, { within });
    await pictures(leader.page, 'moodle-sharing-leading', { within });

    await says(members[1], 'others_yes');
    await leader.text(english.say('others_count', { k: 3, n: 3 })).waitFor();
    await publish.click();
    await Promise.all([leader, ...members].map((one) => one.text(english.say('others_published')).waitFor()));

    // Read by the other group.
    await other.page.goto(`${site.url}/mod/leerlandschap/view.php?id=${cmid}`);
    await other.page.getByRole('link', { name: 'What groups have shared (1)' }).click();
    const card = other.page.getByRole('article', { name: 'Team North' });
    await card.getByText(PRINCIPLE, { exact: true }).waitFor();
    await card.getByText('Agree: 3', { exact: true }).first().waitFor();
    await namesNobody(other.page);
    assert.equal(await card.getByRole('link', { name: 'Remove' }).count(), 0);
    await checkAccessibility(other.page, { within: shared });
    await pictures(other.page, 'moodle-sharing-shared', { within: shared });

    await leader.button(english.say('others_withdraw')).click();
    await leader.confirm(english.say('others_withdraw_title'), english.say('others_withdraw'));
    await leader.button(english.say('others_ask_outcome')).waitFor();
    await other.page.reload();
    await other.page.getByText('No group shares anything yet.').waitFor();

    // A lesson, agreed to before the meeting is closed and shown after it; a teacher takes it off the page.
    await leader.app.getByLabel(english.say('others_lesson')).fill(LESSON);
    await leader.button(english.say('others_ask_lesson')).click();
    await members[0].text(LESSON).waitFor();
    await says(members[0], 'others_yes');
    await says(members[1], 'others_yes');
    await says(members[2], 'others_yes');
    await leader.text(english.say('others_count', { k: 3, n: 3 })).waitFor();
    await steer(leader, { type: 'close', from: '@closing' });
    await eventually(async () => assert.equal(await members[0].app.getByRole('radio').count(), 0, 'nothing is asked any more'));
    await leader.button(english.say('others_publish')).click();
    await leader.text(english.say('others_published')).waitFor();
    await other.page.reload();
    await other.page.getByText(LESSON.split('\n')[0]).waitFor();
    await leader.page.goto(shownPage);
    await leader.page.getByRole('link', { name: 'Remove Team North' }).click();
    await leader.page.getByRole('button', { name: 'Continue' }).click();
    await leader.page.getByText('It is removed.').waitFor();
    await other.page.reload();
    await other.page.getByText('No group shares anything yet.').waitFor();
});
