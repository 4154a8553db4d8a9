/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contacts-file.h"

#include "mps-csv-writer.h"

/* Postal codes and cities are real; persons, companies and numbers are not. */
static const char *const examples_en[][MPS_N_CONTACT_FIELDS] = {
  { "Hanako", "Sato", "Example Trading Co., Ltd.", "hanako.sato@example.com", "81", "03-1234-5678",
    "123", "2-3-1 Marunouchi", "Example Building 5F", "Chiyoda-ku", "Tokyo", "100-0005", "Japan" },
  { "John", "Smith", "Example Inc.", "john.smith@example.com", "1", "859-555-0123", "",
    "740 W New Circle Rd", "", "Lexington", "KY", "40511", "US" },
};

static const char *const examples_ja[][MPS_N_CONTACT_FIELDS] = {
  { "花子", "佐藤", "見本商事株式会社", "hanako.sato@example.com", "81", "03-1234-5678", "123",
    "丸の内 2-3-1", "見本ビル 5 階", "千代田区", "東京都", "100-0005", "日本" },
  { "John", "Smith", "Example Inc.", "john.smith@example.com", "1", "859-555-0123", "",
    "740 W New Circle Rd", "", "Lexington", "KY", "40511", "US" },
};

static void
write_header (MpsCsvWriter *writer, gboolean japanese)
{
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    mps_csv_writer_cell (writer, japanese ? mps_contact_field_get_japanese_header (i)
                                          : mps_contact_field_get_header (i));
  mps_csv_writer_end_row (writer);
}

static void
write_example (MpsCsvWriter *writer, const char *const *example)
{
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    mps_csv_writer_cell (writer, example[i]);
  mps_csv_writer_end_row (writer);
}

/**
 * mps_contacts_file_dup_sample:
 * @language: "ja" for Japanese headers, else English ones
 *
 * Returns: (transfer full): a contacts file with two examples, in UTF-8 with a
 *   byte order mark, which spreadsheets need to recognise it
 */
GBytes *
mps_contacts_file_dup_sample (const char *language)
{
  g_autoptr (MpsCsvWriter) writer = mps_csv_writer_new (MPS_CSV_BOM);
  gboolean japanese = g_strcmp0 (language, "ja") == 0;

  write_header (writer, japanese);
  for (gsize i = 0; i < G_N_ELEMENTS (examples_en); i++)
    write_example (writer, japanese ? examples_ja[i] : examples_en[i]);
  return mps_csv_writer_steal (writer);
}
