/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-exchange-request.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
add_text (JsonBuilder *builder, const char *member, const char *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
add_terms (JsonBuilder *builder, const MpsRequest *request)
{
  json_builder_set_member_name (builder, "terms");
  json_builder_begin_object (builder);
  add_text (builder, "version", request->terms_version);
  add_text (builder, "sha256", request->terms_sha256);
  add_text (builder, "accepted_by", request->accepted_by);
  add_text (builder, "accepted_at", request->accepted_at);
  json_builder_end_object (builder);
}

static void
add_printer (JsonBuilder *builder, const MpsRequestPrinter *printer)
{
  json_builder_begin_object (builder);
  add_text (builder, "serial", printer->serial);
  add_text (builder, "model", printer->model);
  json_builder_set_member_name (builder, "contact");
  json_builder_begin_object (builder);
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    add_text (builder, mps_contact_field_get_id (i), printer->contact->fields[i]);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_request (JsonBuilder *builder, const MpsRequest *request)
{
  json_builder_begin_object (builder);
  add_text (builder, "format", "mps-desk-enrolment-request");
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, 1);
  add_text (builder, "id", request->id);
  add_text (builder, "created", request->created);
  add_text (builder, "organization", request->organization);
  add_terms (builder, request);
  json_builder_set_member_name (builder, "printers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < request->printers->len; i++)
    add_printer (builder, g_ptr_array_index (request->printers, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * mps_exchange_write_requests:
 * @requests: (element-type MpsRequest): enrolment requests
 *
 * Any thread.
 *
 * Returns: (transfer full): a JSON list of them, in UTF-8
 */
GBytes *
mps_exchange_write_requests (GPtrArray *requests)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;
  char *text;

  json_builder_begin_array (builder);
  for (guint i = 0; i < requests->len; i++)
    add_request (builder, g_ptr_array_index (requests, i));
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  text = g_strconcat (json, "\n", NULL);
  return g_bytes_new_take (text, strlen (text));
}
