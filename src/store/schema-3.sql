-- SPDX-License-Identifier: GPL-3.0-or-later

-- Version 3: a printer is searched in what is in memory, where most of its texts are kept once
-- however many printers have them. What was folded into one text for the search was a third of
-- the file, and nothing read it any more.

ALTER TABLE printers DROP COLUMN folded;
