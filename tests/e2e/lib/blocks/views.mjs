// What lays several questions beside each other: the profile and the relation, compared with what must come of the
// answers, worked out here from the answers themselves.
import { eventuallyEqual } from '../eventually.mjs';
import { scaleOf, text } from './all.mjs';

const decimal = (participant, tenths) => (tenths % 10 === 0 ? String(tenths / 10)
    : participant.say('decimal', { whole: Math.floor(tenths / 10), tenth: tenths % 10 }));

/** The values of a scale question that count, of those who answered it. */
function counted(participant, step, answers, item) {
    const at = step.items.indexOf(item);
    const { values } = scaleOf(participant, item.scale);
    return answers.map((all) => values[all[at]]).filter((value) => value !== undefined);
}

/**
 * The rows of the profile's table: the mean over all answers to a dimension's scale questions, between which points
 * the middle half lies, and how many answered.
 *
 * @param {number} k with fewer counted answers a question does not count
 */
function profileRows(participant, step, view, answers, k) {
    return view.dimensions.map((id) => {
        const label = text(participant, step.settings.dimensions.find((one) => one.id === id).label);
        const items = step.items.filter(({ kind, dimension }) => kind === 'scale' && dimension === id);
        const enough = items.map((item) => counted(participant, step, answers, item)).filter(({ length }) => length >= k);
        if (enough.length === 0) {
            return [label, participant.say('profile_none'), '', ''];
        }
        const all = enough.flat().sort((one, other) => one - other);
        const mean = Math.floor((all.reduce((sum, value) => sum + value, 0) / all.length) * 10 + 0.5 + 1e-9);
        const [low, high] = [1, 3].map((quarters) => all[Math.ceil((quarters * all.length) / 4) - 1]);
        const [fewest, most] = [Math.min, Math.max].map((end) => end(...enough.map(({ length }) => length)));
        const between = (from, to) => (from === to ? String(from) : participant.say('from_to', { low: from, high: to }));
        const of = { answers: between(fewest, most), k: enough.length, n: items.length };
        return [label, decimal(participant, mean), between(low, high), participant.say('profile_answers_of', of)];
    });
}

const median = (numbers) => {
    const sorted = [...numbers].sort((one, other) => one - other);
    const at = (sorted.length - 1) / 2;
    return (sorted[Math.floor(at)] + sorted[Math.ceil(at)]) / 2;
};

/**
 * The two sides of the relation, the upper one first: how many people, and their median.
 *
 * @returns {{people: number, median: number}[]} of a number question, by those who answered both
 */
function relationSides(participant, step, view, answers) {
    const [x, y] = [view.x, view.y].map((id) => step.items.findIndex((item) => item.id === id));
    const { values } = scaleOf(participant, step.items[x].scale);
    const both = answers.filter((all) => values[all[x]] !== undefined && all[y] !== undefined);
    const side = (upper) => both.filter((all) => (values[all[x]] >= view.split_x_at) === upper).map((all) => all[y]);
    return [true, false].map((upper) => side(upper)).map((numbers) => ({ people: numbers.length, median: median(numbers) }));
}

/** How a median reads. */
const medianOf = (participant, value) => participant.say('median_of', decimal(participant, value * 10));

/**
 * Compares the table behind the profile.
 *
 * @param {number} k with fewer counted answers nothing is told
 */
export async function checkProfile(participant, step, view, answers, k) {
    const table = participant.app.getByRole('group', { name: participant.say('profile_title') }).first();
    const rows = () => table.locator('tbody tr')
        .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    await eventuallyEqual(rows, profileRows(participant, step, view, answers, k), 'the profile');
}

/**
 * Compares what the relation says: both sides with their people and median, or that there are too few.
 *
 * @returns {Promise<boolean>} whether there are enough
 */
export async function checkRelation(participant, step, view, answers, k) {
    const title = participant.page.getByText(participant.say('relation_title'), { exact: true });
    const card = participant.app.locator('article.ll-result').filter({ has: title }).first();
    await card.getByText(text(participant, view.caveat), { exact: true }).waitFor();
    const sides = relationSides(participant, step, view, answers);
    const shown = () => card.locator('.ll-bars__side').evaluateAll((items) => items.map((item) => [
        item.querySelector('.ll-bars__label .ll-muted').textContent, item.querySelector('.ll-bars__count').textContent]));
    if (sides.some(({ people }) => people < k)) {
        await card.getByText(participant.say('relation_none', k), { exact: true }).waitFor();
        await eventuallyEqual(shown, []);
        return false;
    }
    await eventuallyEqual(shown, sides.map(({ people, median: middle }) => [
        participant.words.count('people_count', people), medianOf(participant, middle)]));
    return true;
}
