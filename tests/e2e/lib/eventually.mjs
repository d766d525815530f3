// Waits until what holds for a page is what it should be.
import assert from 'node:assert/strict';

/** Long, because a machine may be busy: how soon things happen is measured elsewhere. */
const PATIENCE_MS = 30000;
const PAUSE_MS = 40;

/**
 * Runs a check again and again until it passes; its last error stands when the time is up.
 *
 * @param {() => Promise<T>} check
 * @returns {Promise<T>}
 * @template T
 */
export async function eventually(check, patience = PATIENCE_MS) {
    const end = Date.now() + patience;
    for (;;) {
        try {
            return await check();
        } catch (error) {
            if (Date.now() > end) {
                throw error;
            }
            await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        }
    }
}

/** Waits until what `read` gives equals `expected`. */
export function eventuallyEqual(read, expected, about) {
    return eventually(async () => assert.deepEqual(await read(), expected, about));
}
