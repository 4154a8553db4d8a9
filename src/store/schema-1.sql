-- SPDX-License-Identifier: GPL-3.0-or-later

-- Version 1 of the database.
--
-- What must never happen is refused here, so that neither the window, mpsctl, a race nor another
-- program can get round it. The triggers don't rely on foreign_keys or recursive_triggers, which
-- are off in a plain sqlite3 shell: INSERT OR REPLACE and UPDATE OR REPLACE remove rows without
-- firing DELETE triggers there, so both are caught before. Therefore no statement of the program
-- may be an UPSERT either. Ids never change and, being AUTOINCREMENT, are never used again.
--
-- There are no indexes but those that keep things unique and the one that finds the printers of a
-- contact: everything else is searched in memory.

CREATE TABLE organizations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  identity TEXT NOT NULL UNIQUE,  -- the name, folded
  parent INTEGER REFERENCES organizations (id),
  entitled INTEGER NOT NULL DEFAULT 0 CHECK (entitled IN (0, 1))
) STRICT;

CREATE TABLE contacts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  organization INTEGER NOT NULL REFERENCES organizations (id),
  revision INTEGER NOT NULL DEFAULT 1,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  company TEXT NOT NULL,
  email TEXT NOT NULL,
  country_code TEXT NOT NULL,
  phone TEXT NOT NULL,
  extension TEXT NOT NULL,
  address_line_1 TEXT NOT NULL,
  address_line_2 TEXT NOT NULL,
  city TEXT NOT NULL,
  state_or_province TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  country TEXT NOT NULL,
  identity TEXT NOT NULL,  -- what makes two contacts the same one, folded
  folded TEXT,             -- what a search looks into; NULL for plain ASCII
  UNIQUE (organization, identity)
) STRICT;

CREATE TABLE agents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  organization INTEGER NOT NULL REFERENCES organizations (id),
  name TEXT NOT NULL CHECK (name <> ''),
  identity TEXT NOT NULL,
  kind INTEGER NOT NULL DEFAULT 0 CHECK (kind BETWEEN 0 AND 3),
  version TEXT NOT NULL DEFAULT '',
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  last_seen TEXT,
  UNIQUE (organization, identity)
) STRICT;

CREATE TABLE agent_addresses (
  agent INTEGER NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
  address TEXT NOT NULL CHECK (address <> ''),
  exclude INTEGER NOT NULL DEFAULT 0 CHECK (exclude IN (0, 1)),
  PRIMARY KEY (agent, address)
) STRICT, WITHOUT ROWID;

CREATE TABLE policies (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  loaded_at TEXT NOT NULL,
  who TEXT NOT NULL,
  version TEXT NOT NULL,
  json TEXT NOT NULL
) STRICT;

CREATE TABLE acceptances (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL CHECK (who <> ''),
  organization INTEGER NOT NULL REFERENCES organizations (id),
  terms_version TEXT NOT NULL CHECK (terms_version <> ''),
  terms_sha256 TEXT NOT NULL CHECK (length (terms_sha256) = 64),
  terms_text TEXT NOT NULL,
  language TEXT NOT NULL,
  printers INTEGER NOT NULL CHECK (printers > 0)
) STRICT;

CREATE TABLE requests (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  organization INTEGER NOT NULL REFERENCES organizations (id),
  acceptance INTEGER NOT NULL REFERENCES acceptances (id),
  created TEXT NOT NULL,
  exported_at TEXT
) STRICT;

-- A printer as it was when it was added. It may be unenrolled after it failed, so its id is not
-- a reference.
CREATE TABLE request_printers (
  request INTEGER NOT NULL REFERENCES requests (id),
  printer INTEGER NOT NULL,
  serial TEXT NOT NULL,
  model TEXT NOT NULL,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  company TEXT NOT NULL,
  email TEXT NOT NULL,
  country_code TEXT NOT NULL,
  phone TEXT NOT NULL,
  extension TEXT NOT NULL,
  address_line_1 TEXT NOT NULL,
  address_line_2 TEXT NOT NULL,
  city TEXT NOT NULL,
  state_or_province TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  country TEXT NOT NULL,
  outcome INTEGER CHECK (outcome IN (2, 3)),  -- as printers.managed; NULL until answered
  reason TEXT NOT NULL DEFAULT '',
  answered_at TEXT,
  PRIMARY KEY (request, printer)
) STRICT, WITHOUT ROWID;

CREATE TABLE printers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  organization INTEGER NOT NULL REFERENCES organizations (id),
  contact INTEGER REFERENCES contacts (id),
  agent INTEGER REFERENCES agents (id),
  serial TEXT NOT NULL UNIQUE CHECK (serial <> ''),
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
  failure_reason TEXT NOT NULL DEFAULT '',
  folded TEXT  -- what a search looks into; NULL for plain ASCII
) STRICT;

CREATE INDEX printers_of_contact ON printers (contact) WHERE contact IS NOT NULL;

CREATE TABLE tasks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  organization INTEGER REFERENCES organizations (id),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 7),
  state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 4),
  who TEXT NOT NULL,
  started TEXT NOT NULL,
  ended TEXT,
  total INTEGER NOT NULL DEFAULT 0,
  done INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  message TEXT NOT NULL DEFAULT '',
  file_name TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE task_items (
  task INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  item TEXT NOT NULL,
  outcome INTEGER NOT NULL CHECK (outcome BETWEEN 0 AND 2),  -- done, failed, not done
  code TEXT,
  reason TEXT,
  PRIMARY KEY (task, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  act TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;

-- Organizations: an entitlement is never taken back, and nothing loses its organization.

CREATE TRIGGER organizations_insert BEFORE INSERT ON organizations
WHEN EXISTS (SELECT 1 FROM organizations WHERE id = NEW.id OR identity = NEW.identity)
BEGIN SELECT RAISE (ABORT, 'there is such an organization already'); END;

CREATE TRIGGER organizations_update BEFORE UPDATE ON organizations
WHEN NEW.id <> OLD.id
  OR EXISTS (SELECT 1 FROM organizations WHERE identity = NEW.identity AND id <> OLD.id)
BEGIN SELECT RAISE (ABORT, 'there is such an organization already'); END;

CREATE TRIGGER organizations_entitled BEFORE UPDATE ON organizations
WHEN OLD.entitled = 1 AND NEW.entitled IS NOT 1
BEGIN SELECT RAISE (ABORT, 'an entitlement can''t be taken back'); END;

CREATE TRIGGER organizations_delete BEFORE DELETE ON organizations
WHEN OLD.entitled = 1
  OR EXISTS (SELECT 1 FROM organizations WHERE parent = OLD.id)
  OR EXISTS (SELECT 1 FROM printers WHERE organization = OLD.id)
  OR EXISTS (SELECT 1 FROM contacts WHERE organization = OLD.id)
  OR EXISTS (SELECT 1 FROM agents WHERE organization = OLD.id)
BEGIN SELECT RAISE (ABORT, 'the organization is entitled or not empty'); END;

-- Contacts: one that is in use stays, and stays where it is.

CREATE TRIGGER contacts_insert BEFORE INSERT ON contacts
WHEN EXISTS (SELECT 1 FROM contacts WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM contacts
             WHERE organization = NEW.organization AND identity = NEW.identity)
BEGIN SELECT RAISE (ABORT, 'there is such a contact already'); END;

CREATE TRIGGER contacts_update BEFORE UPDATE ON contacts
WHEN NEW.id <> OLD.id OR NEW.organization IS NOT OLD.organization
BEGIN SELECT RAISE (ABORT, 'a contact stays in its organization'); END;

CREATE TRIGGER contacts_update_identity BEFORE UPDATE OF identity ON contacts
WHEN EXISTS (SELECT 1 FROM contacts
             WHERE organization = NEW.organization AND identity = NEW.identity AND id <> OLD.id)
BEGIN SELECT RAISE (ABORT, 'there is such a contact already'); END;

CREATE TRIGGER contacts_delete BEFORE DELETE ON contacts
WHEN EXISTS (SELECT 1 FROM printers WHERE contact = OLD.id)
BEGIN SELECT RAISE (ABORT, 'the contact is assigned to printers'); END;

-- Agents: one with managed or pending printers is neither deleted nor deactivated.

CREATE TRIGGER agents_insert BEFORE INSERT ON agents
WHEN EXISTS (SELECT 1 FROM agents WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM agents
             WHERE organization = NEW.organization AND identity = NEW.identity)
BEGIN SELECT RAISE (ABORT, 'there is such an agent already'); END;

CREATE TRIGGER agents_update BEFORE UPDATE ON agents
WHEN NEW.id <> OLD.id OR NEW.organization IS NOT OLD.organization
BEGIN SELECT RAISE (ABORT, 'an agent stays in its organization'); END;

CREATE TRIGGER agents_update_identity BEFORE UPDATE OF identity ON agents
WHEN EXISTS (SELECT 1 FROM agents
             WHERE organization = NEW.organization AND identity = NEW.identity AND id <> OLD.id)
BEGIN SELECT RAISE (ABORT, 'there is such an agent already'); END;

CREATE TRIGGER agents_deactivate BEFORE UPDATE OF active ON agents
WHEN OLD.active = 1 AND NEW.active IS NOT 1
  AND EXISTS (SELECT 1 FROM printers WHERE agent = OLD.id AND managed IN (1, 2))
BEGIN SELECT RAISE (ABORT, 'the agent has managed or pending printers'); END;

CREATE TRIGGER agents_delete BEFORE DELETE ON agents
WHEN EXISTS (SELECT 1 FROM printers WHERE agent = OLD.id AND managed IN (1, 2))
BEGIN SELECT RAISE (ABORT, 'the agent has managed or pending printers'); END;

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

-- Acceptances, requests and their printers: evidence. What was agreed to never changes.

CREATE TRIGGER acceptances_insert BEFORE INSERT ON acceptances
WHEN EXISTS (SELECT 1 FROM acceptances WHERE id = NEW.id)
  OR NOT EXISTS (SELECT 1 FROM organizations WHERE id = NEW.organization AND entitled = 1)
BEGIN SELECT RAISE (ABORT, 'an acceptance is new and of an entitled organization'); END;

CREATE TRIGGER acceptances_update BEFORE UPDATE ON acceptances
BEGIN SELECT RAISE (ABORT, 'acceptances never change'); END;

CREATE TRIGGER acceptances_delete BEFORE DELETE ON acceptances
BEGIN SELECT RAISE (ABORT, 'acceptances never change'); END;

CREATE TRIGGER requests_insert BEFORE INSERT ON requests
WHEN EXISTS (SELECT 1 FROM requests WHERE id = NEW.id OR uuid = NEW.uuid)
  OR NOT EXISTS (SELECT 1 FROM acceptances
                 WHERE id = NEW.acceptance AND organization = NEW.organization)
BEGIN SELECT RAISE (ABORT, 'a request is new and has its acceptance'); END;

CREATE TRIGGER requests_update BEFORE UPDATE ON requests
WHEN NEW.id <> OLD.id OR NEW.uuid IS NOT OLD.uuid OR NEW.created IS NOT OLD.created
  OR NEW.organization IS NOT OLD.organization OR NEW.acceptance IS NOT OLD.acceptance
  OR (OLD.exported_at IS NOT NULL AND NEW.exported_at IS NOT OLD.exported_at)
BEGIN SELECT RAISE (ABORT, 'requests never change'); END;

CREATE TRIGGER requests_delete BEFORE DELETE ON requests
BEGIN SELECT RAISE (ABORT, 'requests never change'); END;

CREATE TRIGGER request_printers_insert BEFORE INSERT ON request_printers
WHEN NEW.outcome IS NOT NULL
  OR EXISTS (SELECT 1 FROM request_printers
             WHERE request = NEW.request AND printer = NEW.printer)
  OR NOT EXISTS (SELECT 1
                 FROM requests
                 JOIN printers ON printers.organization = requests.organization
                 WHERE requests.id = NEW.request AND requests.exported_at IS NULL
                   AND printers.id = NEW.printer AND printers.serial = NEW.serial
                   AND printers.managed = 0 AND printers.contact IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'only an unmanaged printer with a contact is added to a request'); END;

CREATE TRIGGER request_printers_update BEFORE UPDATE ON request_printers
WHEN OLD.outcome IS NOT NULL OR NEW.outcome IS NULL
  OR NEW.request <> OLD.request OR NEW.printer <> OLD.printer
  OR (NEW.serial, NEW.model, NEW.first_name, NEW.last_name, NEW.company, NEW.email,
      NEW.country_code, NEW.phone, NEW.extension, NEW.address_line_1, NEW.address_line_2,
      NEW.city, NEW.state_or_province, NEW.postal_code, NEW.country)
     IS NOT
     (OLD.serial, OLD.model, OLD.first_name, OLD.last_name, OLD.company, OLD.email,
      OLD.country_code, OLD.phone, OLD.extension, OLD.address_line_1, OLD.address_line_2,
      OLD.city, OLD.state_or_province, OLD.postal_code, OLD.country)
BEGIN SELECT RAISE (ABORT, 'a request''s printer is answered once and never changes'); END;

CREATE TRIGGER request_printers_delete BEFORE DELETE ON request_printers
BEGIN SELECT RAISE (ABORT, 'requests never change'); END;

-- Policies and history: lines are added, and that is all.

CREATE TRIGGER policies_insert BEFORE INSERT ON policies
WHEN EXISTS (SELECT 1 FROM policies WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'policies never change'); END;

CREATE TRIGGER policies_update BEFORE UPDATE ON policies
BEGIN SELECT RAISE (ABORT, 'policies never change'); END;

CREATE TRIGGER policies_delete BEFORE DELETE ON policies
BEGIN SELECT RAISE (ABORT, 'policies never change'); END;

CREATE TRIGGER history_insert BEFORE INSERT ON history
WHEN EXISTS (SELECT 1 FROM history WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'history never changes'); END;

CREATE TRIGGER history_update BEFORE UPDATE ON history
BEGIN SELECT RAISE (ABORT, 'history never changes'); END;

CREATE TRIGGER history_delete BEFORE DELETE ON history
BEGIN SELECT RAISE (ABORT, 'history never changes'); END;
