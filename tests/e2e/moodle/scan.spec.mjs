// A scan of the learning climate by twenty-four people in three groups. One of each group answers in a browser, the
// others over the web services that the app calls, each with a session of their own; the trainer leads in browsers.
import assert from 'node:assert/strict';
import { checkAccessibility } from '../lib/accessibility.mjs';
import { arrange } from '../lib/arrange.mjs';
import { checkResults, give } from '../lib/blocks/questions.mjs';
import { checkProfile, checkRelation } from '../lib/blocks/views.mjs';
import { eventuallyEqual } from '../lib/eventually.mjs';
import { call, dutch, english, moodleTest, site } from '../lib/moodle-suite.mjs';
import { answerOf, command } from '../lib/scan.mjs';
import { pictures } from '../lib/screens.mjs';
import { Session } from '../lib/session.mjs';
import { words } from '../lib/words.mjs';

const FORMAT = 'leerklimaat';
const K = 5;
const version = site.version.slice(0, 3);
const app = '#leerlandschap-app';
const teams = site.scan.groups;
const nameOf = (username) => site.scan.users[username].name;

/**
 * The trainer makes the activity in the form: what was left alone follows the exercise, and neither names nor a smaller k
 * are taken. @returns {Promise<number>} cmid
 */
async function create(people) {
    const page = await people.login('trainer');
    await page.goto(`${site.url}/course/modedit.php?add=leerlandschap&type=&course=${site.scan.courseid}&section=0&return=0&sr=0`);
    const fill = async (visibility, minanswers) => {
        await page.locator('#id_visibility').selectOption(visibility);
        await page.locator('#id_minanswers').fill(minanswers);
        await page.locator('#id_submitbutton').click();
    };
    await page.locator('.collapseexpand').first().click();
    await page.locator('#id_scale').waitFor();
    await page.locator('#id_format').selectOption(FORMAT);
    await page.locator('#id_scale').waitFor({ state: 'hidden' });
    await eventuallyEqual(() => page.locator('#id_name').inputValue(), (await words('en', FORMAT)).title);
    assert.equal(await page.locator('#id_minanswers').inputValue(), String(K));
    await page.locator('#id_name').fill('Scan');
    await fill('named', '3');
    await page.locator('#id_error_visibility').filter({ hasText: /\S/ }).waitFor();
    await page.locator('#id_error_minanswers').filter({ hasText: String(K) }).waitFor();
    await fill('hidden', '4');
    await page.locator('#id_error_minanswers').filter({ hasText: String(K) }).waitFor();
    await fill('hidden', String(K));
    await page.waitForURL(/\/mod\/leerlandschap\/view\.php/);
    for (const { name } of teams) {
        await page.getByText(name, { exact: true }).waitFor();
    }
    return Number(new URL(page.url()).searchParams.get('id'));
}

/** One of the group in a browser, the others by their sessions, and the trainer. */
async function gather(people, cmid, options, team) {
    const [inBrowser, ...others] = team.members;
    const leader = await people.open('trainer', { ...options, group: team.id });
    const member = await people.open(inBrowser, options);
    await member.join();
    const sessions = [];
    for (const username of others) {
        const session = await Session.open({ ...site, cmid }, username);
        await session.done('take_part', { type: 'join', step: null });
        sessions.push(session);
    }
    const { length } = team.members;
    await Promise.all([leader, member].map((one) => one.text(one.words.count('people', length)).first().waitFor()));
    return { team, leader, member, sessions };
}

/** Everybody answers and hands in; somebody skips questions. @returns what each answered, the one in the browser first */
async function fillIn({ member, sessions }, step, at) {
    const given = (who) => step.items.map((item, number) => (who === 3 && number % 7 === 6 ? undefined : answerOf(member, item, number, at, who)));
    const answers = [given(0)];
    await member.lookAt(step.id);
    for (const [number, item] of step.items.entries()) {
        await give(member, item, answers[0][number]);
    }
    await member.sees(member.say('questions_mine', { k: step.items.length, n: step.items.length }));
    await member.button(member.say('questions_hand_in')).click();
    await member.sees(member.say('questions_handed_in'));
    for (const [before, session] of sessions.entries()) {
        const own = given(before + 1);
        answers.push(own);
        const commands = step.items.map((item, number) => command(member, item, own[number])).filter(Boolean);
        await session.done('submit_answers', { answers: commands });
        await session.done('take_part', { type: 'took_part', step: step.id });
    }
    return answers;
}

/** Before the reveal nobody is told more than how many have answered. */
async function nothingYet({ leader, member, sessions, team }, step) {
    const { length } = team.members;
    const replies = [
        ...await Promise.all([leader, member].map(async (one) => (await call(one, 'get_meeting', {})).answer)),
        ...await Promise.all(sessions.map((session) => session.done('get_meeting', {}))),
    ];
    for (const [at, { room, me, counts }] of replies.entries()) {
        const round = room.rounds.find((one) => one.step === step.id);
        assert.deepEqual(round.results, []);
        assert.equal(round.relations, undefined);
        assert.deepEqual(counts.find((one) => one.step === step.id), { step: step.id, round: 1, answered: length, present: length });
        // Their own answers alone, of the trainer none.
        assert.ok(me.answers.length <= step.items.length);
        assert.equal(me.answers.length > 0, at > 0);
    }
}

/** What the server tells of questions that fewer than k answered: how many, and nothing else. */
function checkSuppressed(results, step, answers, participant) {
    for (const [at, item] of step.items.entries()) {
        const given = answers.map((all) => all[at]).filter((answer) => answer !== undefined);
        const said = given.filter((answer) => item.kind !== 'scale' || command(participant, item, answer).value !== null);
        const result = results.find((one) => one.item === item.id);
        assert.equal(result.suppressed, said.length < K, item.id);
        if (result.suppressed) {
            assert.deepEqual([result.answered, result.counts, result.opt_outs, result.agreement], [given.length, [], 0, null], item.id);
            assert.ok(!('values' in result) || result.values.length === 0, item.id);
        }
    }
    return results.filter(({ suppressed }) => suppressed).length;
}

moodleTest('a scan by three groups', async (people) => {
    const cmid = await create(people);
    // Not the form alone: whoever goes around it gets the rules of the exercise all the same.
    const around = await arrange(site, 'activity', {
        course: site.scan.courseid, name: 'Around the form', format: FORMAT, groupmode: 0, visibility: 'named', minanswers: 3,
    });
    const visitor = await Session.open({ ...site, cmid: around.cmid }, teams[0].members[0]);
    const { room } = await visitor.done('get_meeting', {});
    assert.deepEqual([room.settings.visibility, room.settings.min_answers], ['hidden', K]);
    await visitor.close();

    // In Dutch with one version of Moodle, in English with the next.
    const { language } = version === '4.5' ? dutch : english;
    const options = { cmid, language, words: await words(language, FORMAT) };
    const step = options.words.exercise.steps.find(({ id }) => id === 'vragenlijst');
    const view = (kind) => step.settings.views.find((one) => one.kind === kind);
    const groups = await Promise.all(teams.map((team) => gather(people, cmid, options, team)));
    const answers = await Promise.all(groups.map((group, at) => fillIn(group, step, at)));
    await Promise.all(groups.map((group) => nothingYet(group, step)));

    const related = [];
    const hidden = [];
    for (const [at, { leader, member, sessions, team }] of groups.entries()) {
        await leader.startGroup();
        await leader.takeGroupTo(step.id);
        await leader.sees(leader.say('questions_group', { k: team.members.length, n: team.members.length }));
        await leader.reveal();
        for (const participant of [leader, member]) {
            await checkResults(participant, step, answers[at]);
            await checkProfile(participant, step, view('profile'), answers[at], K);
            related.push(await checkRelation(participant, step, view('relation'), answers[at], K));
        }
        const reply = await sessions[0].done('get_meeting', {});
        hidden.push(checkSuppressed(reply.room.rounds.find((one) => one.step === step.id).results, step, answers[at], member));
        await pictures(member.page, `moodle-${version}-scan-${at}-results`, { within: app });
    }
    assert.deepEqual(related, [true, true, false, false, false, false], 'only the first group has five on both sides');
    assert.ok(hidden[0] === 0 && hidden[2] > 0, `the smallest group has too few answers to some: ${hidden}`);
    await checkAccessibility(groups[0].member.page, { within: app });

    // No group learns anything of another.
    for (const [at, { member, sessions }] of groups.entries()) {
        const strangers = teams.filter((_, other) => other !== at);
        const names = strangers.flatMap(({ members }) => members.map(nameOf));
        await Promise.all([member, ...sessions].map(({ heard }) => heard.never(names, teams[at].name)));
        for (const { id } of strangers) {
            const { room: other, me } = await sessions[0].done('get_meeting', { groupid: id });
            assert.equal(other, null);
            assert.equal(me.notice, 'other_group');
        }
    }
    await Promise.all(groups.flatMap(({ sessions }) => sessions.map((session) => session.close())));
});
