// What report.php embeds, made up: so many groups that answered so many statements, meeting after meeting.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseStrings } from '../../../tools/php-strings.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A pseudo-random number below a limit: the same in every run. */
function* numbers(seed) {
    let state = seed;
    for (;;) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        yield state;
    }
}

/** The words of the app and of the report in a language, as Moodle's language files have them. */
export async function strings(language) {
    const file = path.join(root, 'moodle-plugin/lang', language, 'leerlandschap.php');
    const all = parseStrings(await readFile(file, 'utf8'), file);
    return Object.fromEntries([...all].filter(([name]) => /^(app|error|report):/.test(name)));
}

/** Leik's agreement in percent, and the class, as consensus.php tells them. */
function measured(counts) {
    const n = counts.reduce((sum, count) => sum + count, 0);
    let [before, spread] = [0, 0];
    for (const count of counts.slice(0, -1)) {
        before += count;
        spread += Math.min(before, n - before);
    }
    const limit = n * (counts.length - 1);
    const half = Math.floor(counts.length / 2);
    const below = counts.slice(0, half).reduce((sum, count) => sum + count, 0);
    const above = counts.slice(-half).reduce((sum, count) => sum + count, 0);
    const [opposed, largest] = [Math.min(below, above), Math.max(below, above, n - below - above)];
    const uniform = counts.length % 2 === 1 ? (counts.length + 1) / (2 * counts.length) : counts.length / (2 * counts.length - 2);
    let name = 'lean';
    if (4 * largest >= 3 * n && 20 * opposed <= 3 * n) {
        name = 'consensus';
    } else if (3 * opposed >= n || 2 * spread >= uniform * limit) {
        name = 'divided';
    }
    const side = above > below ? 'agree' : 'disagree';
    return {
        agreement: Math.round(100 * (limit - 2 * spread) / limit),
        class: name,
        direction: name === 'divided' || above === below ? 'none' : side,
    };
}

/**
 * @param {{groups: number, items: number, meetings?: number, language?: string}} size
 * @returns {Promise<object>} what the page embeds
 */
export async function embedded({ groups, items, meetings = 1, language = 'nl' }) {
    const exercise = JSON.parse(await readFile(path.join(root, 'static/formats/leerlandschap.json'), 'utf8'));
    const step = exercise.steps.find((it) => it.block === 'statements');
    const [first] = step.items;
    step.items = Array.from({ length: items }, (_, at) => ({
        ...step.items[at % step.items.length], id: at === 0 ? first.id : `made-${at}`,
    }));
    const random = numbers(7);
    const below = (limit) => random.next().value % limit;
    const result = (item) => {
        const counts = Array.from({ length: 5 }, (_, at) => below(3 + (at + item) % 4));
        const n = counts.reduce((sum, count) => sum + count, 0);
        const known = { item: step.items[item].id, answered: n + 1 };
        return n < 3 ? { ...known, suppressed: true } : {
            ...known, suppressed: false, counts, opt_outs: 1, ...measured(counts), one_vote_decides: false, shift: null,
        };
    };
    const round = () => ({
        step: step.id, round: 1, phase: 'revealed', items: step.items.map((it) => it.id), answered: 20, present: 25,
        results: step.items.map((_, at) => result(at)), relations: [],
    });
    const ids = Array.from({ length: groups }, (_, at) => String(at + 1));
    const [part] = exercise.series.parts;
    const meeting = (group, number) => ({
        id: `${group}${number}`, group, number, part: part.id, state: 'closed', closed: 1_790_000_000_000, started: 1_789_000_000_000,
        settings: { visibility: 'hidden', min_answers: 3, facilitation: 'trainer', pace: 'together' },
        place: '@closing', joined: 25, present: 25, rounds: [round()], contributions: [],
    });
    return {
        lang: language, cmid: 1, site: 'made', user: '2', host: 'moodle', exercise, strings: await strings(language),
        urls: { home: '/', gradebook: null, export: '/export.php?id=1' }, formats: [{ id: 'csv', name: 'CSV' }],
        report: {
            name: 'Samen leren', today: '2026-12-01', min_answers: 3, visibility: 'hidden', may_set_status: false,
            groups: ids.map((id) => ({ id, name: `Team ${id}` })),
            meetings: ids.flatMap((id) => Array.from({ length: meetings }, (_, at) => meeting(id, at + 1))),
            owners: {},
        },
    };
}
