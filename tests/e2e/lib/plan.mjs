// What a group of three or four votes, and the results that these votes must give.
// Classes and agreement are worked out by hand from the definition: D = 2·Σ min(F, n − F) / (n·(K − 1)), C = 1 − D.

/** Votes a member by statement; null is the opt-out. */
const votes = {
    3: { 1: [1, 1, 5], 2: [4, 5, 4], 3: [3, 3, 3], 4: [1, 2, 3], 5: [4, 4, null] },
    4: { 1: [1, 1, 5, 5], 2: [4, 5, 4, 4], 3: [3, 3, 3, 3], 4: [1, 2, 3, 3], 5: [4, 4, null, null] },
};

const judged = {
    3: { 1: ['class_divided', 33], 2: ['class_consensus_agree', 83], 3: ['class_consensus_middle', 100], 4: ['class_lean_disagree', 67] },
    4: { 1: ['class_divided', 0], 2: ['class_consensus_agree', 88], 3: ['class_consensus_middle', 100], 4: ['class_lean_disagree', 63] },
};

/** Divided first, then lean, then consensus, by agreement; what too few answered comes last. */
const order = [1, 4, 2, 3, 5];

/** The second round is about statement 1 alone: its votes, how far the group moved, and what comes of it. */
const again = {
    3: { votes: [2, 2, 5], judged: ['class_divided', 50], moved: ['shift_agree', { points: { whole: 0, tenth: 7 }, both: 3 }] },
    4: { votes: [2, 2, 5, 5], judged: ['class_divided', 25], moved: ['shift_agree', { points: { whole: 0, tenth: 5 }, both: 4 }] },
};

/** Three reasons show, fewer do not. */
const reasons = { 1: ['Eigen tijd, ja.', 'Altijd onder werktijd.', 'Hangt van je baas af: “mag het?”'], 2: ['Dit blijft verborgen.'] };

function count(list, points = [1, 2, 3, 4, 5]) {
    const counts = points.map((point) => list.filter((vote) => vote === point).length);
    return { counts, optOuts: list.filter((vote) => vote === null).length, answered: list.length, present: list.length };
}

/** @param {3|4} size of the group */
export function plan(size) {
    const first = order.map((statement) => {
        const [kind, agreement] = judged[size][statement] ?? ['class_suppressed', null];
        return { statement, class: kind, agreement, suppressed: agreement === null, ...count(votes[size][statement]) };
    });
    const [kind, agreement] = again[size].judged;
    const second = [{ ...first[0], class: kind, agreement, ...count(again[size].votes) }, ...first.slice(1)];
    return { size, votes: votes[size], again: again[size], reasons, results: { first, second } };
}

/** What four vote on the scale of three points, and what must come of it: only the first round. */
export function planOfThreePoints() {
    const ballots = { 1: [1, 1, 3, 3], 2: [3, 3, 3, 2], 3: [2, 2, 2, 2], 4: [1, 2, 2, 1], 5: [3, 3, null, null] };
    const outcome = { 1: ['class_divided', 0], 2: ['class_consensus_agree', 75], 3: ['class_consensus_middle', 100], 4: ['class_lean_disagree', 50] };
    const first = order.map((statement) => {
        const [kind, agreement] = outcome[statement] ?? ['class_suppressed', null];
        return { statement, class: kind, agreement, suppressed: agreement === null, ...count(ballots[statement], [1, 2, 3]) };
    });
    return { size: 4, votes: ballots, reasons: { 1: [], 2: [] }, results: { first } };
}
