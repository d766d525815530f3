<?php
// This file is part of Moodle - https://moodle.org/
//
// Moodle is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// Moodle is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with Moodle.  If not, see <https://www.gnu.org/licenses/>.

namespace mod_leerlandschap\local;

/**
 * Work that is stored as a whole or not at all.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class transaction {
    /** How often work is tried that another request got in the way of. */
    private const ATTEMPTS = 3;

    /**
     * Runs work in a transaction.
     *
     * Work that breaks a unique key (two tabs at once) or loses a deadlock runs again: it then finds
     * what the other one stored.
     *
     * @param callable $work reads and writes; must be fit to run again
     * @return mixed what the work returns
     * @throws refusal what the work refuses, or unavailable. An error of the database is not passed on,
     *     for its details can hold whose answer was being stored.
     */
    public static function run(callable $work): mixed {
        global $DB;

        for ($attempt = 1; $attempt <= self::ATTEMPTS; $attempt++) {
            $transaction = $DB->start_delegated_transaction();
            try {
                $result = $work();
                $transaction->allow_commit();
                return $result;
            } catch (\Throwable $problem) {
                self::roll_back($transaction, $problem);
                if (!$problem instanceof \dml_exception) {
                    throw $problem;
                }
            }
        }
        throw new refusal('unavailable');
    }

    /**
     * Rolls back without throwing what it was rolled back for.
     *
     * @param \moodle_transaction $transaction the transaction
     * @param \Throwable $problem why
     */
    private static function roll_back(\moodle_transaction $transaction, \Throwable $problem): void {
        if ($transaction->is_disposed()) {
            return;
        }
        try {
            $transaction->rollback($problem);
        } catch (\Throwable $rethrown) {
            // Moodle throws the problem again; the caller decides what becomes of it.
            return;
        }
    }
}
