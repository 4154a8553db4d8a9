# SPDX-License-Identifier: GPL-3.0-or-later
"""The rule of eligibility in SQL: what somebody would write who has the lists of the policy and a
database, and no program for it."""

import json

from measure import ask

STATUSES = ("already-managed", "management-pending", "registration-failed", "unsupported-model",
            "pages-over-limit", "pages-unknown", "no-contact", "agent-outdated")

# Of each printer a mask with a bit for each status, in the order above.
MASKS = """
WITH supported (ordinal, pattern, pages) AS (VALUES {models}),
limits AS MATERIALIZED (
  SELECT model, (SELECT pages FROM supported WHERE lower (model) GLOB pattern
                 ORDER BY ordinal LIMIT 1) AS pages
  FROM (SELECT DISTINCT model FROM printers)),
masks AS (
  SELECT printers.serial, printers.model,
    CASE managed WHEN 2 THEN 1 WHEN 1 THEN 2 WHEN 3 THEN 4 ELSE
      CASE WHEN limits.pages IS NULL THEN 8 ELSE
        CASE WHEN average_pages IS NULL THEN 32 WHEN average_pages > limits.pages THEN 16 ELSE 0 END
        + CASE WHEN contact IS NULL THEN 64 ELSE 0 END
        + CASE WHEN agents.version IN ({outdated}) THEN 128 ELSE 0 END
      END
    END AS mask
  FROM printers JOIN limits USING (model) LEFT JOIN agents ON agents.id = printers.agent)
"""

COUNTS = MASKS + "SELECT mask, count (*) FROM masks GROUP BY mask;"

LISTS = MASKS + """, statuses (bit, status) AS (VALUES (0, 'eligible'), {statuses})
SELECT status, serial, masks.model FROM masks JOIN statuses
  ON mask = bit OR mask & bit ORDER BY bit, serial;"""


def numbers_of(version):
    return [int(part) for part in version.split(".")]


def text(value):
    return "'" + value.replace("'", "''") + "'"


def fill(template, ctl):
    """@ctl makes a command of mpsctl of its arguments."""
    policy = json.loads(ask(ctl("policy", "show")))
    agents = json.loads(ask(ctl("agents", "list")))
    agents = agents["agents"] if isinstance(agents, dict) else agents
    minimum = numbers_of(policy["minimum_fleet_agent"])
    models = ((i, text(model["pattern"].lower()),
               model.get("max_average_pages", policy["max_average_pages"]))
              for i, model in enumerate(policy["models"]))
    outdated = {agent["version"] for agent in agents if numbers_of(agent["version"]) < minimum}
    statuses = ((1 << i, text(status)) for i, status in enumerate(STATUSES))
    return template.format(models=", ".join(f"({i}, {pattern}, {pages})"
                                            for i, pattern, pages in models),
                           outdated=", ".join(map(text, sorted(outdated))),
                           statuses=", ".join(f"({bit}, {status})" for bit, status in statuses))
