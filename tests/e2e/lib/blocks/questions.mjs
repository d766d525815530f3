// Questions: everybody answers and hands in, the results come by themselves or when the leader shows them, and say
// exactly what was answered.
import assert from 'node:assert/strict';
import { eventually } from '../eventually.mjs';
import { everyone, onAll, scaleOf, text } from './all.mjs';
import { checkProfile, checkRelation } from './views.mjs';

const WORDS = ['rustig', 'leerzaam', 'open', 'snel', 'helder', 'druk'];

/** Where a question stands among the answerable ones. */
function card(participant, item) {
    return participant.app.locator('.ll-question').filter({ hasText: text(participant, item.text) });
}

/** What somebody answers: the place of a point or option (for the opt-out the one behind the last), a number or a text. */
function answerTo(participant, item, at, who) {
    switch (item.kind) {
        case 'scale': {
            const { values, optOut } = scaleOf(participant, item.scale);
            return who === 0 && at % 3 === 2 && optOut ? values.length : (at + who) % values.length;
        }
        case 'choice': return (at + who) % item.options.length;
        // One who can combine nothing, the others two each.
        case 'multichoice': {
            const alone = item.options.findIndex(({ exclusive }) => exclusive);
            return who === 1 && alone >= 0 ? [alone] : [who % 2, 2 + (who % 2)];
        }
        case 'number': return item.min + who * 2;
        default: return `${WORDS[who % WORDS.length]} ${at}`;
    }
}

/** Answers a question on its page. */
export async function give(participant, item, answer) {
    const asked = card(participant, item);
    if (item.kind === 'number' || item.kind === 'text') {
        const field = asked.getByRole('textbox');
        await field.fill(String(answer));
        await field.blur();
    } else {
        for (const place of [answer].flat()) {
            await asked.locator('input').nth(place).check();
        }
    }
}

/** Everybody fills in and hands in. */
export async function fillIn(meeting, step) {
    const { members, visit } = meeting;
    meeting.answers[step.id] = [];
    for (const [who, member] of members.entries()) {
        const given = step.items.map((item, at) => answerTo(member, item, at, who));
        meeting.answers[step.id].push(given);
        for (const [at, item] of step.items.entries()) {
            await give(member, item, given[at]);
        }
        await member.sees(member.say('questions_mine', { k: step.items.length, n: step.items.length }));
        if (who === 0) {
            await visit(`${step.id}-questions`, member);
        }
        await member.button(member.say('questions_hand_in')).click();
        const last = who === members.length - 1;
        if (!last || step.settings.reveal !== 'all_voted') {
            await member.sees(member.say('questions_handed_in'));
        }
        await member.saved();
    }
}

/** What the card of a question must say: the facts, and the number beside each label. */
function expected(participant, item, given, { min, present }) {
    const optOut = item.kind === 'scale' ? scaleOf(participant, item.scale).values.length : -1;
    const counted = given.filter((answer) => answer !== optOut);
    const facts = [participant.say('answered_of', { k: given.length, n: present })];
    if (counted.length < min) {
        return { facts: [...facts, participant.say('question_suppressed', min)], bars: [], quotes: [] };
    }
    const outs = given.length - counted.length;
    if (outs > 0) {
        facts.push(participant.words.count('opt_outs', outs));
    }
    const count = (labels) => labels.map((label, at) => [label, counted.flat().filter((place) => place === at).length]);
    switch (item.kind) {
        case 'scale': return { facts, bars: count(scaleOf(participant, item.scale).labels), quotes: [] };
        case 'number': {
            const [low, high] = [Math.min(...counted), Math.max(...counted)];
            return { facts: [...facts, participant.say('number_range', { low, high })], bars: null, quotes: [] };
        }
        case 'text': return { facts, bars: [], quotes: [...counted].sort() };
        default: return { facts, bars: count(item.options.map(({ label }) => text(participant, label))), quotes: [] };
    }
}

/**
 * Compares the cards of all questions with what was answered; those behind a button too.
 *
 * @param {(number|number[]|string|undefined)[][]} answers of each participant the place of a point or option (for the
 *     opt-out the one behind the last), several of these, a number, or a text; undefined for what was skipped
 */
export async function checkResults(participant, step, answers) {
    await eventually(async () => {
        const cards = await participant.app.locator('article.ll-result').evaluateAll((articles) => articles.map((article) => ({
            text: article.textContent,
            bars: [...article.querySelectorAll('.ll-bars li')].map((bar) => [
                bar.querySelector('.ll-bars__label').textContent, Number(bar.querySelector('.ll-bars__count').textContent)]),
            quotes: [...article.querySelectorAll('.ll-quotes li')].map((quote) => quote.textContent),
        })));
        for (const [at, item] of step.items.entries()) {
            const asked = text(participant, item.text);
            const found = cards.filter((one) => one.text.includes(asked) && !one.text.includes(participant.say('relation_title')));
            assert.ok(found.length > 0, `a result of “${asked}”`);
            const given = answers.map((all) => all[at]).filter((answer) => answer !== undefined);
            const { min_answers: min = 3 } = step.settings;
            const want = expected(participant, item, given, { min, present: answers.length });
            const [shown] = found;
            want.facts.forEach((fact) => assert.ok(shown.text.includes(fact), `“${asked}” says “${fact}”: ${shown.text}`));
            if (want.bars) {
                assert.deepEqual(shown.bars, want.bars, asked);
            }
            assert.deepEqual(shown.quotes, want.quotes, asked);
        }
    });
}

export async function questions(meeting, step) {
    const { leader, visit } = meeting;
    if (!meeting.answers[step.id]) {
        await fillIn(meeting, step);
    }
    if (step.settings.reveal !== 'all_voted') {
        const { length } = meeting.members;
        await leader.sees(leader.say('questions_group', { k: length, n: length }));
        await leader.reveal();
    }
    for (const participant of everyone(meeting)) {
        await checkResults(participant, step, meeting.answers[step.id]);
    }
    const { min_answers: min = 3 } = step.settings;
    for (const view of step.settings.views ?? []) {
        const check = { profile: checkProfile, relation: checkRelation }[view.kind];
        if (check) {
            await onAll(meeting, (participant) => check(participant, step, view, meeting.answers[step.id], min));
        }
    }
    await visit(`${step.id}-results`, meeting.members[0]);
}
