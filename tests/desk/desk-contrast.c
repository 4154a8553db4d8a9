/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-contrast.h"

#include "desk-fixture.h"

#include <math.h>

/* The picture is drawn so many times larger: in thin strokes there would be no pixel that has the
 * colour of the text and nothing of what is behind it. */
#define SCALE 4
/* A point is 1⁄72 inch; what WCAG calls large has 18 of them, or 14 and is bold. */
#define LARGE_POINTS 18
#define LARGE_BOLD_POINTS 14

typedef struct {
  GtkWidget *window;
  GskRenderer *renderer;
  GskRenderNode *picture;
  GPtrArray *pale;
  guint n_measured;
} Measuring;

static double
get_linear (guint8 channel)
{
  const double value = channel / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* As WCAG defines it. */
static double
get_luminance (guint32 pixel)
{
  return 0.2126 * get_linear (pixel >> 16 & 0xff) + 0.7152 * get_linear (pixel >> 8 & 0xff)
         + 0.0722 * get_linear (pixel & 0xff);
}

static double
get_contrast (guint32 one, guint32 other)
{
  const double a = get_luminance (one), b = get_luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/* The colour that most pixels have is that of the ground. */
static guint32
find_ground (const guint32 *pixels, gsize n_pixels)
{
  guint32 ground = pixels[0];
  gsize votes = 0;

  for (gsize i = 0; i < n_pixels; i++)
    {
      if (votes == 0)
        ground = pixels[i];
      if (pixels[i] == ground)
        votes++;
      else
        votes--;
    }
  return ground;
}

/* How much what stands out most stands out from the ground. */
static double
find_contrast (const guint32 *pixels, gsize n_pixels)
{
  const guint32 ground = find_ground (pixels, n_pixels);
  guint32 last = ground;
  double most = 1;

  for (gsize i = 0; i < n_pixels; i++)
    if (pixels[i] != last)
      {
        last = pixels[i];
        most = MAX (most, get_contrast (last, ground));
      }
  return most;
}

static double
measure (Measuring *self, const graphene_rect_t *bounds)
{
  const graphene_rect_t area = GRAPHENE_RECT_INIT (
      floorf (bounds->origin.x) * SCALE, floorf (bounds->origin.y) * SCALE,
      ceilf (bounds->size.width) * SCALE, ceilf (bounds->size.height) * SCALE);
  g_autoptr (GdkTexture) texture
      = gsk_renderer_render_texture (self->renderer, self->picture, &area);
  const gsize width = (gsize) gdk_texture_get_width (texture);
  const gsize height = (gsize) gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, width * height);

  gdk_texture_download (texture, (guchar *) pixels, width * sizeof *pixels);
  return find_contrast (pixels, width * height);
}

static gboolean
has_large_text (GtkWidget *widget)
{
  const PangoFontDescription *font
      = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  const gboolean bold = pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD;
  double points = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    points *= 72.0 / 96.0;
  return points >= (bold ? LARGE_BOLD_POINTS : LARGE_POINTS);
}

/* What a widget says, or which icon it shows; NULL for one that does neither. */
static const char *
get_content (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  if (GTK_IS_IMAGE (widget))
    return gtk_image_get_icon_name (GTK_IMAGE (widget));
  return NULL;
}

/* Where in the window it is seen. Of a line that is scrolled half out of sight there may be no
 * letter, but the shadow at the edge. */
static gboolean
find_seen (Measuring *self, GtkWidget *widget, graphene_rect_t *seen)
{
  graphene_rect_t around, whole;

  if (!gtk_widget_compute_bounds (widget, self->window, seen))
    return FALSE;
  whole = *seen;
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent;
       parent = gtk_widget_get_parent (parent))
    if (gtk_widget_compute_bounds (parent, self->window, &around)
        && !graphene_rect_intersection (seen, &around, seen))
      return FALSE;
  return seen->size.width >= 2 && seen->size.height >= whole.size.height - 1;
}

static void
tell (Measuring *self, GtkWidget *widget, const char *content, double contrast)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (GtkWidget *node = widget; node != self->window; node = gtk_widget_get_parent (node))
    {
      g_auto (GStrv) classes = gtk_widget_get_css_classes (node);
      g_autofree char *dotted = g_strjoinv (".", classes);

      g_string_append_printf (line, " < %s%s%s", gtk_widget_get_css_name (node),
                              classes[0] ? "." : "", dotted);
    }
  g_ptr_array_add (self->pale, g_strdup_printf ("%.2f:1 “%s”%s", contrast, content, line->str));
}

static double
get_wanted (GtkWidget *widget)
{
  const gboolean high = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());

  if (GTK_IS_IMAGE (widget))
    return 3;
  if (has_large_text (widget))
    return high ? 4.5 : 3;
  return high ? 7 : 4.5;
}

static void
look_at (Measuring *self, GtkWidget *widget)
{
  const char *content = get_content (widget);
  graphene_rect_t seen;
  double contrast;

  if (content == NULL || *content == '\0' || !find_seen (self, widget, &seen))
    return;
  contrast = measure (self, &seen);
  self->n_measured++;
  if (contrast < get_wanted (widget))
    tell (self, widget, content, contrast);
}

/* What can't be used may be paler, says WCAG; a number in a table is read nevertheless. */
static gboolean
may_be_paler (GtkWidget *widget)
{
  return !gtk_widget_get_sensitive (widget) && !gtk_widget_has_css_class (widget, "cell");
}

static void
look_at_all (Measuring *self, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || may_be_paler (widget))
    return;
  look_at (self, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    look_at_all (self, child);
}

static GskRenderNode *
draw (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  desk_wait_for_frame (window);
  paintable = gtk_widget_paintable_new (window);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window) * SCALE,
                          gtk_widget_get_height (window) * SCALE);
  return gtk_snapshot_free_to_node (snapshot);
}

GPtrArray *
desk_contrast_find_pale (GtkWidget *window, guint *n_measured)
{
  Measuring self = {
    .window = window,
    .renderer = gtk_native_get_renderer (GTK_NATIVE (window)),
    .picture = draw (window),
    .pale = g_ptr_array_new_with_free_func (g_free),
  };

  g_assert_nonnull (self.picture);
  look_at_all (&self, window);
  gsk_render_node_unref (self.picture);
  *n_measured = self.n_measured;
  return self.pale;
}
