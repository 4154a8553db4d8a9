/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/eligibility/mps-eligibility-model.h"

/* With the sample policy: P1 and P2 want a contact, P3 is of no supported model. */
static const char printers[] = "Serial number,Model,Average monthly pages\n"
                               "P1,CX730de,100\nP2,CX730de,100\nP3,NoSuchModel,100\n";

typedef struct {
  MpsFleet *fleet;
  MpsEligibilityModel *model;
  GString *heard;
} Breaking;

static void
on_items_changed (Breaking *self, guint position, guint removed, guint added)
{
  g_string_append_printf (self->heard, "%u-%u+%u ", position, removed, added);
}

static void
begin (Breaking *self, DeskFixture *fixture)
{
  desk_fixture_import_printers (fixture, printers);
  self->fleet = mps_session_get_fleet (fixture->session);
  self->model = mps_eligibility_model_new (self->fleet);
  self->heard = g_string_new (NULL);
  g_signal_connect_swapped (self->model, "items-changed", G_CALLBACK (on_items_changed), self);
}

static void
end (Breaking *self)
{
  g_assert_finalize_object (self->model);
  g_string_free (self->heard, TRUE);
}

#define assert_heard(self, expected)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpstr ((self)->heard->str, ==, expected);                                            \
    g_string_truncate ((self)->heard, 0);                                                          \
  }                                                                                                \
  G_STMT_END

static void
set_rows (Breaking *self, guint n_rows)
{
  const guint32 rows[] = { 0, 1, 2 };

  mps_eligibility_model_set_rows (self->model, rows, n_rows);
}

/* What is shown, as "no-contact: ( P1 P2 )", the signs being a section's first
 * and last item. Sections without printers are left out, but counted. */
static void
assert_lines (Breaking *self, const char *expected)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n_sections = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr (MpsEligibilityItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), i);
      const MpsStatus status = mps_eligibility_item_get_status (item);
      const gboolean told = mps_eligibility_model_get_count (self->model, status) > 0;
      guint start, end;

      gtk_section_model_get_section (GTK_SECTION_MODEL (self->model), i, &start, &end);
      g_assert_cmpuint (start, <=, i);
      g_assert_cmpuint (end, >, i);
      switch (mps_eligibility_item_get_kind (item))
        {
        case MPS_ELIGIBILITY_EXPLANATION:
          g_assert_cmpuint (start, ==, i);
          g_assert_cmpuint (status, ==, n_sections++);
          if (told)
            g_string_append_printf (lines, "%s: ( ", mps_status_get_id (status));
          break;
        case MPS_ELIGIBILITY_PRINTER:
          g_string_append_printf (
              lines, "%s ",
              mps_fleet_get_serial (self->fleet, mps_eligibility_item_get_row (item)));
          break;
        case MPS_ELIGIBILITY_TOGGLE:
          g_assert_cmpuint (end, ==, i + 1);
          g_string_append (lines, told ? ") " : "");
          break;
        }
    }
  g_assert_cmpuint (n_sections, ==, MPS_N_STATUSES);
  g_assert_cmpstr (lines->str, ==, expected);
}

static void
test_sections (DeskFixture *fixture, gconstpointer data)
{
  Breaking self;

  begin (&self, fixture);
  assert_lines (&self, "");
  set_rows (&self, 3);
  assert_heard (&self, "");
  assert_lines (&self, "unsupported-model: ( ) no-contact: ( ) ");
  g_assert_cmpuint (mps_eligibility_model_get_count (self.model, MPS_STATUS_NO_CONTACT), ==, 2);
  set_rows (&self, 0);
  assert_lines (&self, "");
  end (&self);
}

static void
test_toggle (DeskFixture *fixture, gconstpointer data)
{
  Breaking self;

  begin (&self, fixture);
  set_rows (&self, 3);
  mps_eligibility_model_toggle (self.model, MPS_STATUS_NO_CONTACT);
  assert_heard (&self, "15-0+2 ");
  assert_lines (&self, "unsupported-model: ( ) no-contact: ( P1 P2 ) ");
  mps_eligibility_model_toggle (self.model, MPS_STATUS_UNSUPPORTED_MODEL);
  assert_heard (&self, "9-0+1 ");
  mps_eligibility_model_toggle (self.model, MPS_STATUS_NO_CONTACT);
  assert_heard (&self, "16-2+0 ");
  assert_lines (&self, "unsupported-model: ( P3 ) no-contact: ( ) ");
  end (&self);
}

static void
test_smallest_change (DeskFixture *fixture, gconstpointer data)
{
  const guint32 other_order[] = { 1, 0, 2 };
  Breaking self;

  begin (&self, fixture);
  mps_eligibility_model_toggle (self.model, MPS_STATUS_NO_CONTACT);
  set_rows (&self, 1);
  assert_heard (&self, "15-0+1 ");
  set_rows (&self, 1);
  assert_heard (&self, "");
  set_rows (&self, 2);
  assert_heard (&self, "16-0+1 ");
  set_rows (&self, 3);
  assert_heard (&self, "");
  mps_eligibility_model_set_rows (self.model, other_order, 3);
  assert_heard (&self, "15-2+2 ");
  assert_lines (&self, "unsupported-model: ( ) no-contact: ( P2 P1 ) ");
  end (&self);
}

static void
test_expansion_is_remembered (DeskFixture *fixture, gconstpointer data)
{
  Breaking self;

  begin (&self, fixture);
  set_rows (&self, 2);
  mps_eligibility_model_toggle (self.model, MPS_STATUS_NO_CONTACT);
  set_rows (&self, 0);
  set_rows (&self, 2);
  assert_lines (&self, "no-contact: ( P1 P2 ) ");
  end (&self);
}

/* The same item while anybody holds it, and none when nobody does. */
static void
test_identity (DeskFixture *fixture, gconstpointer data)
{
  Breaking self;
  g_autoptr (MpsEligibilityItem) held = NULL;
  MpsEligibilityItem *again;

  begin (&self, fixture);
  set_rows (&self, 2);
  mps_eligibility_model_toggle (self.model, MPS_STATUS_NO_CONTACT);
  held = g_list_model_get_item (G_LIST_MODEL (self.model), 15);
  g_assert_cmpuint (mps_eligibility_item_get_row (held), ==, 0);
  mps_eligibility_model_toggle (self.model, MPS_STATUS_UNSUPPORTED_MODEL);
  set_rows (&self, 3);
  again = g_list_model_get_item (G_LIST_MODEL (self.model), 16);
  g_assert_true (again == held);
  g_object_unref (again);
  g_assert_finalize_object (g_steal_pointer (&held));
  end (&self);
}

static GtkWidget *
make_view (MpsEligibilityModel *model)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (model)));
  GtkWidget *view = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  GtkWidget *window = gtk_scrolled_window_new ();

  gtk_list_view_set_header_factory (GTK_LIST_VIEW (view), factory);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), view);
  return window;
}

/* A view of this GTK fails an assertion on sections that change at their ends. */
static void
test_in_a_view (DeskFixture *fixture, gconstpointer data)
{
  Breaking self;

  begin (&self, fixture);
  set_rows (&self, 3);
  desk_show (fixture, make_view (self.model));
  for (guint i = 0; i < 300; i++)
    {
      mps_eligibility_model_toggle (self.model, g_test_rand_int_range (0, MPS_N_STATUSES));
      set_rows (&self, g_test_rand_int_range (0, 4));
      while (i % 4 == 0 && g_main_context_iteration (NULL, FALSE))
        ;
    }
  desk_show (fixture, gtk_label_new (NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  end (&self);
}

static char *
dup_text (Breaking *self, guint position, const char *property)
{
  g_autoptr (MpsEligibilityItem) item
      = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  char *text;

  g_object_get (item, property, &text, NULL);
  return text;
}

#define assert_text(self, position, property, expected)                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text_ = dup_text (self, position, property);                                  \
    g_assert_cmpstr (text_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

/* No contact is the eighth section, unsupported model the fifth. */
static void
test_shares (DeskFixture *fixture, gconstpointer data)
{
  Breaking self;

  begin (&self, fixture);
  set_rows (&self, 3);
  assert_text (&self, 14, "share-text", "67 %");
  assert_text (&self, 8, "share-text", "33 %");
  assert_text (&self, 0, "share-text", "0 %");
  set_rows (&self, 2);
  assert_text (&self, 14, "share-text", "100 %");
  end (&self);
}

/* Every section shows what is found in it, open or not, and the counts stay. */
static void
test_search (DeskFixture *fixture, gconstpointer data)
{
  Breaking self;

  begin (&self, fixture);
  set_rows (&self, 3);
  mps_eligibility_model_toggle (self.model, MPS_STATUS_NO_CONTACT);
  assert_lines (&self, "unsupported-model: ( ) no-contact: ( P1 P2 ) ");
  mps_eligibility_model_set_search (self.model, "ｐ２");
  assert_lines (&self, "unsupported-model: ( ) no-contact: ( P2 ) ");
  assert_text (&self, 16, "toggle-label", "1 printer found");
  assert_text (&self, 14, "count-text", "2");
  mps_eligibility_model_set_search (self.model, "nosuch");
  assert_lines (&self, "unsupported-model: ( P3 ) no-contact: ( ) ");
  set_rows (&self, 2);
  assert_lines (&self, "no-contact: ( ) ");
  mps_eligibility_model_set_search (self.model, " ");
  assert_lines (&self, "no-contact: ( P1 P2 ) ");
  end (&self);
}

/* A printer's line says what stands in its way beside what its section is about. */
static void
test_others (DeskFixture *fixture, gconstpointer data)
{
  const guint32 row = 3;
  Breaking self;

  begin (&self, fixture);
  desk_fixture_import_printers (fixture,
                                "Serial number,Model,Average monthly pages\nP4,CX730de,\n");
  mps_eligibility_model_set_rows (self.model, &row, 1);
  mps_eligibility_model_toggle (self.model, MPS_STATUS_NO_CONTACT);
  assert_text (&self, 15, "serial", "P4");
  assert_text (&self, 15, "others", "Also: Average pages unknown");
  set_rows (&self, 1);
  assert_text (&self, 15, "others", "");
  end (&self);
}

static void
add_tests (void)
{
  desk_fixture_add ("/eligibility-model/sections", test_sections);
  desk_fixture_add ("/eligibility-model/toggle", test_toggle);
  desk_fixture_add ("/eligibility-model/smallest-change", test_smallest_change);
  desk_fixture_add ("/eligibility-model/expansion-is-remembered", test_expansion_is_remembered);
  desk_fixture_add ("/eligibility-model/identity", test_identity);
  desk_fixture_add ("/eligibility-model/in-a-view", test_in_a_view);
  desk_fixture_add ("/eligibility-model/shares", test_shares);
  desk_fixture_add ("/eligibility-model/search", test_search);
  desk_fixture_add ("/eligibility-model/others", test_others);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
