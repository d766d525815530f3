// A scan of the learning climate: what a group answers to the questionnaire.
import { scaleOf } from './blocks/all.mjs';

/** How far an answer lies from what its team mostly chooses for that theme. */
const AROUND = [-1, 0, 1, 0, 2];

/**
 * What somebody answers to a question, told as questions.mjs does: the place of a point or option, several of these, a
 * number or a text. Each team leans another way in each theme, so that each number of the results is another one.
 *
 * @param {number} at the place of the question
 * @param {number} team
 * @param {number} who counts within the team
 */
export function answerOf(participant, item, at, team, who) {
    switch (item.kind) {
        case 'scale': {
            const { values, optOut } = scaleOf(participant, item.scale);
            // What makes the two sides of the relation: every other one chooses high.
            if (at === 0) {
                return who % 2 === 0 ? 2 + (who % 3) : Math.floor((who % 4) / 2);
            }
            if (optOut && (who + at + team) % 6 === 5) {
                return values.length;
            }
            const lean = (item.dimension.length + 3 * team) % values.length;
            return Math.min(Math.max(lean + AROUND[(3 * who + at) % AROUND.length], 0), values.length - 1);
        }
        case 'multichoice': {
            const alone = item.options.findIndex(({ exclusive }) => exclusive);
            return who % 5 === 4 ? [alone] : [who % 3, 3 + (who % 2)];
        }
        case 'number': return 3 + 2 * who + 5 * team + (who % 2 === 0 ? 20 : 0);
        default: return `antwoord ${team} ${who}`;
    }
}

/** The command that says it; null where the question was skipped. */
export function command(participant, item, answer) {
    const said = { item: item.id, round: 1, seq: 1 };
    if (answer === undefined) {
        return null;
    }
    switch (item.kind) {
        case 'scale': return { ...said, value: scaleOf(participant, item.scale).values[answer] ?? null };
        case 'number': return { ...said, value: answer };
        case 'text': return { ...said, text: answer };
        default: return { ...said, choices: [answer].flat().map((place) => item.options[place].id) };
    }
}
