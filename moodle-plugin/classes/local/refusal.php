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
 * Why a command was refused. What was stored stays as it was.
 *
 * The error code is "error:" and one of the stable codes of docs/protocol.md; the message is its translation.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class refusal extends \moodle_exception {
    /** What stands before the code in identifiers of strings. */
    private const PREFIX = 'error:';

    /**
     * A refusal.
     *
     * @param string $code a code of docs/protocol.md
     */
    public function __construct(string $code) {
        // Core looks the message up by the error code, so that one is the identifier of the string.
        parent::__construct(self::PREFIX . $code, 'mod_leerlandschap');
    }

    /**
     * The stable code.
     *
     * @return string
     */
    public function code(): string {
        return substr($this->errorcode, strlen(self::PREFIX));
    }
}
