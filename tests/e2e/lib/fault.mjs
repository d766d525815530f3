// Breaks something of the throw-away site and mends it again, by tests/moodle/fault.sh.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../moodle/fault.sh', import.meta.url));

/** `make faults` takes the time and the people that a real fault has; in `make test` a few of both show the same. */
const full = process.env.FAULTS === 'full';

/** Milliseconds or people: the first in `make test`, the second in `make faults`. */
export const measure = (short, long) => (full ? long : short);

/**
 * @param {string} what one of the faults that fault.sh lists
 * @returns {Promise<void>} once it has happened
 */
export async function fault(what) {
    const child = spawn(script, [process.env.MOODLE_SITE, what], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => { said += chunk; });
    // Servers that it starts keep its output open: its own end counts.
    const code = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve));
    child.stderr.destroy();
    if (code !== 0) {
        throw new Error(`fault.sh ${what} ended with ${code}: ${said}`);
    }
}
