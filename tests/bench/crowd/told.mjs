// How the measurements of full rooms are printed: each as it ends, and all side by side.
import { row } from '../table.mjs';

/** What kind of site it is. */
export const kindOf = ({ version, database = 'pgsql', nodes = 1 }) =>
    `Moodle ${version.match(/^\d+\.\d+/)[0]}, ${database}, ${nodes === 1 ? '1 node' : `${nodes} nodes`}`;

const ms = (value) => (value === null ? '-' : `${Math.round(value)}`);
const three = ({ median, most, max }) => `${ms(median)}, ${ms(most)}, ${ms(max)} ms`;
const perMinute = (total, { size, away, seconds }) => total / ((size - away) * seconds / 60);
const servers = (cpu) => Object.entries(cpu.servers).map(([name, value]) => `${name} ${value.toFixed(1)}`).join(', ');

/** The lines of one room: [what, value]. */
function lines(result) {
    const { answers, cpu, arrivals, took, asked, size, away } = result;
    const rooms = Object.keys(result.rooms).length;
    return [
        ['answers sent, stored', `${answers.sent}, ${answers.rows} (${answers.corrected} corrected)`],
        ['missing, wrong, twice, of nobody', `${answers.missing}, ${answers.wrong}, ${answers.twice}, ${answers.strange}`],
        ['tallies of the reveal that differ', `${answers.wrongTallies}`],
        ['different rooms at the end', `${rooms}`],
        ['errors', `${result.errors}`],
        ['changes seen after the click: median, 95 %, most', three(result.clicked)],
        ['after being stored, as the server says', three(result.told)],
        ['pulse.php answers in: median, 95 %, most', three(took.pulse)],
        ['web service answers in: median, 95 %, most', three(took.service)],
        ['requests a second: pulse.php, web service', `${(asked.pulse / result.seconds).toFixed(0)}, ${(asked.service / result.seconds).toFixed(1)}`],
        ['CPU s of the servers per person and minute', perMinute(cpu.total, result).toFixed(3)],
        ['of which', servers(cpu)],
        ['CPU s per arrival: login, page, joining', (arrivals.total / (size - away)).toFixed(2)],
        ['people in within', `${arrivals.seconds.toFixed(0)} s (${away} not at all)`],
        ['machine at work; the crowd itself takes', `${(cpu.busy * 100).toFixed(0)} %; ${(cpu.ours / cpu.seconds * 100).toFixed(0)} % of a core, late by ${result.late.toFixed(0)} ms`],
    ];
}

/** Prints one room. */
export function tell(what, result, wrong) {
    console.log(`\n${what}: ${result.size} people, ${Math.round(result.seconds)} s after they came in`);
    lines(result).forEach(([name, value]) => row(`  ${name}`, value));
    for (const [kind, number] of Object.entries(result.kinds)) {
        row(`  error ${number} ×`, kind.slice(0, 160));
    }
    row('  in all', wrong.length === 0 ? 'as it should be' : wrong.join('; '), '', wrong.length === 0);
}

/** Prints rooms side by side, each a column. */
export function sideBySide(results) {
    const columns = results.map((result) => ({
        head: [result.kind, `${result.what}, ${result.size}`],
        cells: [...lines(result), ['in all', result.wrong.length === 0 ? 'as it should be' : `✗ ${result.wrong.length} faults`]],
    }));
    const names = columns[0].cells.map(([name]) => name);
    const rows = [['', ...columns.map(({ head }) => head[0])], ['', ...columns.map(({ head }) => head[1])],
        ...names.map((name, at) => [name, ...columns.map(({ cells }) => cells[at][1])])];
    console.log(rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n').replace('\n', `\n|${' --- |'.repeat(columns.length + 1)}\n`));
}
