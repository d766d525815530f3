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

    /** @var callable[] what is to be done once the transaction that runs is through, by key */
    private static array $afterwards = [];

    /** @var int how many pieces of work run, one within another */
    private static int $depth = 0;

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
            self::$depth++;
            try {
                $result = $work();
                $transaction->allow_commit();
            } catch (\Throwable $problem) {
                self::roll_back($transaction, $problem);
                if (!$problem instanceof \dml_exception) {
                    throw $problem;
                }
                continue;
            } finally {
                self::$depth--;
            }
            self::finish();
            return $result;
        }
        throw new refusal('unavailable');
    }

    /**
     * Leaves something to be done right after the commit, and not at all where the work is rolled back. To be called by
     * the work.
     *
     * @param string $key the same thing is done once
     * @param callable $what what is to be done; where it fails, nothing else comes of it
     */
    public static function afterwards(string $key, callable $what): void {
        self::$afterwards[$key] = $what;
    }

    /**
     * Does what was left, once the outermost work is through. Within somebody else's transaction nothing is committed
     * yet: then it is dropped.
     */
    private static function finish(): void {
        global $DB;

        if (self::$depth > 0) {
            return;
        }
        [$left, self::$afterwards] = [self::$afterwards, []];
        array_map([aftermath::class, 'attempt'], $DB->is_transaction_started() ? [] : $left);
    }

    /**
     * What ends a query that keeps the rows it reads as they are until the transaction ends.
     *
     * @param bool $alone whether nobody else shall keep them at the same time
     * @return string SQL
     */
    public static function lock_clause(bool $alone): string {
        global $DB;

        return match (true) {
            $alone => 'FOR UPDATE',
            $DB->get_dbfamily() === 'postgres' => 'FOR SHARE',
            default => 'LOCK IN SHARE MODE',
        };
    }

    /**
     * Rolls back without throwing what it was rolled back for.
     *
     * @param \moodle_transaction $transaction the transaction
     * @param \Throwable $problem why
     */
    private static function roll_back(\moodle_transaction $transaction, \Throwable $problem): void {
        self::$afterwards = [];
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
