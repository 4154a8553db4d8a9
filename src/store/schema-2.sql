-- SPDX-License-Identifier: GPL-3.0-or-later

-- Version 2: what an undo, a retry and a look back need to know. Ids are never used again, so what
-- may have gone meanwhile is remembered by its id and is no reference.

-- The import that brought the contact.
ALTER TABLE contacts ADD COLUMN task INTEGER;

-- The contact that was assigned, and of each printer the one that it had before.
ALTER TABLE tasks ADD COLUMN contact INTEGER;
ALTER TABLE task_items ADD COLUMN printer INTEGER;
ALTER TABLE task_items ADD COLUMN previous_contact INTEGER;

-- What was accepted, for the acts that need it.
ALTER TABLE history ADD COLUMN acceptance INTEGER REFERENCES acceptances (id);
