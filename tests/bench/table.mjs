// How the measurements are printed: one line each, with the budget beside it.

/** The middle one; of an even number the upper. */
export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/**
 * @param {string} what was measured
 * @param {string} value with its unit
 * @param {string} budget what it should be, or '' where there is none
 * @param {boolean} kept whether it is
 */
export function row(what, value, budget = '', kept = true) {
    console.log(`${what.padEnd(52)} ${value.padEnd(44)} ${budget}${kept ? '' : '  ✗ over the budget'}`);
}
