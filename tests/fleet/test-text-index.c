/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fleet/mps-text-index.h"

#define N_TEXTS 5000

static void
test_find (void)
{
  g_autoptr (MpsTextIndex) index = mps_text_index_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_TEXTS; i++)
    {
      char *text = g_strdup_printf ("S%08u", i);

      g_ptr_array_add (texts, text);
      g_assert_cmpuint (mps_text_index_find (index, text), ==, MPS_TEXT_INDEX_NONE);
      mps_text_index_add (index, text);
    }
  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = g_strdup (texts->pdata[i]);
      g_autofree char *other = g_strdup_printf ("T%08u", i);

      g_assert_cmpuint (mps_text_index_find (index, text), ==, i);
      g_assert_cmpuint (mps_text_index_find (index, other), ==, MPS_TEXT_INDEX_NONE);
    }
}

/* A guess is right or none, but for texts with the same hash. */
static void
test_guess (void)
{
  static const char *const texts[] = { "a", "b", "c", "" };
  g_autoptr (MpsTextIndex) index = mps_text_index_new ();
  guint n_right = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    mps_text_index_add (index, texts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint32 hash = mps_text_index_hash (texts[i]);
      guint32 guess = mps_text_index_guess (index, hash);

      mps_text_index_expect (index, hash);
      g_assert_true (guess == i || guess == MPS_TEXT_INDEX_NONE);
      n_right += guess == i;
    }
  g_assert_cmpuint (n_right, >, 0);
  g_assert_cmpuint (mps_text_index_guess (index, mps_text_index_hash ("d")), ==,
                    MPS_TEXT_INDEX_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-index/find", test_find);
  g_test_add_func ("/text-index/guess", test_guess);
  return g_test_run ();
}
