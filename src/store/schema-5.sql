-- SPDX-License-Identifier: GPL-3.0-or-later

-- Version 5: the index of the serial numbers has a name. A table that is being filled can do
-- without it until all printers are there, which takes half of the time; the index of a UNIQUE
-- column can't be dropped. All else is as it was, and so are the ids that are never used again.

CREATE TEMP TABLE kept AS SELECT * FROM printers;
CREATE TEMP TABLE kept_sequence AS SELECT * FROM sqlite_sequence WHERE name = 'printers';
DROP TABLE printers;

CREATE TABLE printers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  organization INTEGER NOT NULL REFERENCES organizations (id),
  contact INTEGER REFERENCES contacts (id),
  agent INTEGER REFERENCES agents (id),
  serial TEXT NOT NULL CHECK (serial <> ''),
  model TEXT NOT NULL,
  ip_address TEXT NOT NULL DEFAULT '',
  host_name TEXT NOT NULL DEFAULT '',
  location TEXT NOT NULL DEFAULT '',
  asset_tag TEXT NOT NULL DEFAULT '',
  firmware TEXT NOT NULL DEFAULT '',
  average_pages INTEGER CHECK (average_pages BETWEEN 0 AND 10000000),  -- NULL: unknown
  managed INTEGER NOT NULL DEFAULT 0 CHECK (managed BETWEEN 0 AND 3),
  communicating INTEGER NOT NULL DEFAULT 1 CHECK (communicating IN (0, 1)),
  reported INTEGER NOT NULL DEFAULT 0 CHECK (reported IN (0, 1)),  -- a fleet list said "managed"
  request INTEGER REFERENCES requests (id),
  failure_reason TEXT NOT NULL DEFAULT ''
) STRICT;

INSERT INTO printers SELECT * FROM temp.kept;
DELETE FROM sqlite_sequence WHERE name = 'printers';
INSERT INTO sqlite_sequence SELECT * FROM temp.kept_sequence;
DROP TABLE temp.kept;
DROP TABLE temp.kept_sequence;

CREATE UNIQUE INDEX printers_serial ON printers (serial);
CREATE INDEX printers_of_contact ON printers (contact) WHERE contact IS NOT NULL;

-- Printers: what is managed or pending stays, and only becomes so by an accepted request of its
-- entitled organization or because a fleet list reports it.

CREATE TRIGGER printers_insert BEFORE INSERT ON printers
WHEN EXISTS (SELECT 1 FROM printers WHERE serial = NEW.serial)
  OR EXISTS (SELECT 1 FROM printers WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'there is such a printer already'); END;

CREATE TRIGGER printers_insert_managed BEFORE INSERT ON printers
WHEN NEW.managed IN (1, 2) AND NEW.reported IS NOT 1
BEGIN SELECT RAISE (ABORT, 'a new printer is not managed unless a fleet list reports it'); END;

CREATE TRIGGER printers_insert_references BEFORE INSERT ON printers
WHEN (NEW.contact IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM contacts
                      WHERE id = NEW.contact AND organization = NEW.organization))
  OR (NEW.agent IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM agents
                      WHERE id = NEW.agent AND organization = NEW.organization))
BEGIN SELECT RAISE (ABORT, 'the contact or agent is not of the printer''s organization'); END;

CREATE TRIGGER printers_update BEFORE UPDATE ON printers
WHEN NEW.id <> OLD.id
  OR (OLD.managed IN (1, 2)
      AND (NEW.serial IS NOT OLD.serial OR NEW.organization IS NOT OLD.organization))
BEGIN SELECT RAISE (ABORT, 'a managed or pending printer keeps its identity'); END;

CREATE TRIGGER printers_update_serial BEFORE UPDATE OF serial ON printers
WHEN EXISTS (SELECT 1 FROM printers WHERE serial = NEW.serial AND id <> OLD.id)
BEGIN SELECT RAISE (ABORT, 'there is such a printer already'); END;

CREATE TRIGGER printers_update_references BEFORE UPDATE OF contact, agent, organization ON printers
WHEN (NEW.contact IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM contacts
                      WHERE id = NEW.contact AND organization = NEW.organization))
  OR (NEW.agent IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM agents
                      WHERE id = NEW.agent AND organization = NEW.organization))
BEGIN SELECT RAISE (ABORT, 'the contact or agent is not of the printer''s organization'); END;

CREATE TRIGGER printers_lower BEFORE UPDATE OF managed ON printers
WHEN (OLD.managed = 2 AND NEW.managed IS NOT 2)
  OR (OLD.managed = 1 AND NEW.managed IS NOT 1 AND NEW.managed IS NOT 2
      AND NOT EXISTS (SELECT 1 FROM request_printers
                      WHERE request = OLD.request AND printer = OLD.id AND outcome = 3
                        AND NEW.managed = 3))
BEGIN SELECT RAISE (ABORT, 'a managed or pending printer stays so'); END;

CREATE TRIGGER printers_raise BEFORE UPDATE OF managed, reported, request ON printers
WHEN NEW.managed IN (1, 2) AND NEW.reported IS NOT 1
  AND NOT EXISTS (SELECT 1
                  FROM request_printers
                  JOIN requests ON requests.id = request_printers.request
                  JOIN acceptances ON acceptances.id = requests.acceptance
                  JOIN organizations ON organizations.id = requests.organization
                  WHERE request_printers.request = NEW.request
                    AND request_printers.printer = OLD.id
                    AND (NEW.managed = 1 OR request_printers.outcome = 2)
                    AND requests.organization = NEW.organization
                    AND acceptances.organization = NEW.organization
                    AND organizations.entitled = 1)
BEGIN SELECT RAISE (ABORT, 'nothing is added without an accepted request'); END;

CREATE TRIGGER printers_delete BEFORE DELETE ON printers
WHEN OLD.managed IN (1, 2)
BEGIN SELECT RAISE (ABORT, 'a managed or pending printer stays'); END;
