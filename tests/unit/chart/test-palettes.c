/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Colours of series stay apart for every eye and in grey; sizes and colours of the theme keep their promises. */

#include <math.h>

#include <string.h>

#include "base/ctg-error.h"
#include "chart/ctg-map-shades.h"
#include "chart/ctg-theme.h"
#include "ctg-test.h"

/* Of the first n colours of a palette for series. */
static double
get_smallest_distance (const CtgPalette *palette,
                       unsigned int      n,
                       CtgVision         vision)
{
  double smallest = INFINITY;

  for (unsigned int i = 0; i < n; i++)
    {
      for (unsigned int k = 0; k < i; k++)
        {
          CtgColor a = ctg_color_simulate (ctg_palette_get_color (palette, i), vision);
          CtgColor b = ctg_color_simulate (ctg_palette_get_color (palette, k), vision);

          smallest = MIN (smallest, ctg_color_distance (a, b));
        }
    }

  return smallest;
}

/* A difference of 0.02 in OKLab is just seen side by side. The two colours of official and non-official counts must be told apart at a glance,
 * also as small keys of a legend; six series at least with care. So with our own palettes; the others are measured below. */
static void
test_distances (void)
{
  static const char *const own[] = { "default", "grey" };

  for (unsigned int p = 0; p < G_N_ELEMENTS (own); p++)
    {
      const CtgPalette *palette = ctg_palette_find (own[p]);

      for (int vision = CTG_VISION_NORMAL; vision <= CTG_VISION_GREY; vision++)
        {
          double two = get_smallest_distance (palette, 2, vision);
          double all = get_smallest_distance (palette, CTG_PALETTE_COLORS, vision);

          g_test_message ("%s, vision %d: first two %.3f, all %.3f", palette->id, vision, two, all);
          g_assert_cmpfloat (two, >=, 0.3);
          g_assert_cmpfloat (all, >=, 0.08);
        }
    }
}

static CtgSpec *
make_spec (const char *path,
           const char *value)
{
  g_autoptr(CtgSpec) spec = ctg_spec_new ();
  g_autoptr(GError) error = NULL;
  CtgSpec *result = ctg_spec_with (spec, path, value, &error);

  g_assert_no_error (error);

  return result;
}

/* What is said of every palette: a table in the documentation, which the measured distances make. */
#define BEGIN "<!-- palettes -->\n"
#define END "<!-- end of palettes -->"

static char *
make_table (void)
{
  static const char *const sorts[] = { "qualitative", "sequential", "diverging" };
  GString *table = g_string_new ("| palette | sort | colour-blind safe | protanopia | deuteranopia | tritanopia | grey |\n|---|---|---|---|---|---|---|\n");

  for (unsigned int p = 0; p < ctg_palette_get_n (); p++)
    {
      const CtgPalette *palette = ctg_palette_get (p);

      g_string_append_printf (table, "| `%s` | %s | %s | %.2f | %.2f | %.2f | %.2f |\n", palette->id, sorts[palette->sort],
                              ctg_palette_is_safe (palette) ? "yes" : "no", ctg_palette_measure (palette, CTG_VISION_PROTANOPIA),
                              ctg_palette_measure (palette, CTG_VISION_DEUTERANOPIA), ctg_palette_measure (palette, CTG_VISION_TRITANOPIA),
                              ctg_palette_measure (palette, CTG_VISION_GREY));
    }

  return g_string_free (table, FALSE);
}

static void
test_page_is_current (void)
{
  g_autofree char *table = make_table ();

  ctg_test_assert_page_part ("../docs/figure-format.md", BEGIN, END, table);
}

/* The viridis family was made to be safe, and our own; ColorBrewer says it of most ramps, and also of BrBG, whose dark ends come closer than we ask.
 * Lightness falls along every sequential ramp. */
static void
test_safe (void)
{
  static const char *const safe[] = { "default", "grey", "deep-blue", "deep-grey", "viridis", "magma", "inferno", "plasma", "blues", "rdbu", "puor", "prgn" };
  static const char *const unsafe[] = { "set2", "dark2", "paired", "brbg" };

  for (unsigned int i = 0; i < G_N_ELEMENTS (safe); i++)
    {
      if (!ctg_palette_is_safe (ctg_palette_find (safe[i])))
        g_error ("%s is not safe", safe[i]);
    }
  for (unsigned int i = 0; i < G_N_ELEMENTS (unsafe); i++)
    g_assert_false (ctg_palette_is_safe (ctg_palette_find (unsafe[i])));

  for (unsigned int p = 0; p < ctg_palette_get_n (); p++)
    {
      const CtgPalette *palette = ctg_palette_get (p);
      double before = 0;

      for (unsigned int k = 0; k <= 20 && palette->sort == CTG_PALETTE_SEQUENTIAL; k++)
        {
          double contrast = ctg_color_contrast (ctg_palette_ramp (palette, k / 20.0), ctg_color (0xffffff));

          g_assert_cmpfloat (contrast, >, before);
          before = contrast;
        }
    }
}

/* The light middle of a diverging ramp is zero's. */
static void
test_around_zero (void)
{
  const double numbers[] = { -10, -2, 0, 5, 40 };
  g_autoptr(CtgSpec) colors = make_spec ("colors.palette", "rdbu");
  g_autoptr(CtgSpec) spec = ctg_spec_with (colors, "map.classing", "continuous", NULL);
  CtgTheme theme;
  CtgShades shades;

  g_assert_true (ctg_theme_init (&theme, spec, NULL));
  ctg_shades_init (&shades, spec, false, numbers, G_N_ELEMENTS (numbers));
  g_assert_true (ctg_color_equal (ctg_shades_get_color (&shades, &theme, 0), ctg_palette_ramp (theme.palette, 0.5)));
  g_assert_true (ctg_color_equal (ctg_shades_get_color (&shades, &theme, 40), ctg_palette_ramp (theme.palette, 1)));
  g_assert_true (ctg_color_equal (ctg_shades_get_color (&shades, &theme, -10), ctg_palette_ramp (theme.palette, 0.375)));
}

/* Differences part at zero whatever the palette for series: classes break there, and the steps to both sides are alike. */
static void
test_differences (void)
{
  const double numbers[] = { -3000, -600, -70, -8, 0, 5, 70, 300, 700, 900 };
  static const char *const classings[] = { "quantile", "equal", "jenks" };
  static const char *const names[] = { NULL, "set2", "rdbu" };

  for (unsigned int k = 0; k < G_N_ELEMENTS (classings) * G_N_ELEMENTS (names); k++)
    {
      g_autoptr(CtgSpec) colors = make_spec ("colors.palette", names[k % 3]);
      g_autoptr(CtgSpec) spec = ctg_spec_with (colors, "map.classing", classings[k / 3], NULL);
      CtgTheme theme;
      CtgShades shades;
      bool at_zero = false;

      g_assert_true (ctg_theme_init (&theme, spec, NULL));
      ctg_shades_init (&shades, spec, true, numbers, G_N_ELEMENTS (numbers));
      g_assert_true (ctg_shades_part_at_zero (&shades, &theme));
      g_assert_cmpuint (shades.classes.n, ==, 5);
      g_assert_cmpfloat (shades.classes.breaks[0], ==, -3000);
      g_assert_cmpfloat (shades.classes.breaks[shades.classes.n], ==, 900);
      for (unsigned int i = 0; i <= shades.classes.n; i++)
        at_zero |= shades.classes.breaks[i] == 0;
      g_assert_true (at_zero);

      /* Darker outwards, and of two sides. */
      CtgColor low = ctg_shades_get_color (&shades, &theme, -3000);
      CtgColor high = ctg_shades_get_color (&shades, &theme, 900);
      CtgColor under = ctg_shades_get_color (&shades, &theme, -8);
      CtgColor over = ctg_shades_get_color (&shades, &theme, 5);

      g_assert_cmpfloat (ctg_color_contrast (low, theme.paper), >, ctg_color_contrast (under, theme.paper));
      g_assert_cmpfloat (ctg_color_contrast (high, theme.paper), >, ctg_color_contrast (over, theme.paper));
      for (CtgVision vision = CTG_VISION_PROTANOPIA; vision <= CTG_VISION_TRITANOPIA; vision++)
        g_assert_cmpfloat (ctg_color_distance (ctg_color_simulate (under, vision), ctg_color_simulate (over, vision)), >, 0.02);
    }
}

/* The run of colour of differences is as long to one side of zero as to the other; a palette that was asked for stays. */
static void
test_differences_continuous (void)
{
  const double numbers[] = { -10, 5, 40 };
  g_autoptr(CtgSpec) spec = make_spec ("map.classing", "continuous");
  g_autoptr(CtgSpec) asked = ctg_spec_with (spec, "colors.palette", "viridis", NULL);
  CtgTheme theme;
  CtgShades shades;

  g_assert_true (ctg_theme_init (&theme, spec, NULL));
  ctg_shades_init (&shades, spec, true, numbers, G_N_ELEMENTS (numbers));
  g_assert_cmpuint (shades.classes.n, ==, 2);
  g_assert_cmpfloat (shades.classes.breaks[0], ==, -40);
  g_assert_cmpfloat (shades.classes.breaks[1], ==, 0);
  g_assert_cmpfloat (shades.classes.breaks[2], ==, 40);
  g_assert_true (ctg_color_equal (ctg_shades_get_color (&shades, &theme, 0), ctg_palette_ramp (ctg_palette_find ("puor"), 0.5)));
  g_assert_true (ctg_color_equal (ctg_shades_get_color (&shades, &theme, 40), ctg_palette_ramp (ctg_palette_find ("puor"), 1)));

  g_assert_true (ctg_theme_init (&theme, asked, NULL));
  g_assert_false (ctg_shades_part_at_zero (&shades, &theme));

  /* All on one side. */
  ctg_shades_init (&shades, spec, true, numbers + 1, 2);
  g_assert_cmpuint (shades.classes.n, ==, 1);
  g_assert_cmpfloat (shades.classes.breaks[0], ==, 0);
  g_assert_cmpfloat (shades.classes.breaks[1], ==, 40);
}

/* Official is the darker one, and dark enough to stand on white. */
static void
test_official_is_dark (void)
{
  const CtgPalette *palette = ctg_palette_find (NULL);
  CtgColor white = ctg_color (0xffffff);
  CtgColor official = ctg_palette_get_color (palette, 0);
  CtgColor non_official = ctg_palette_get_color (palette, 1);

  g_assert_cmpstr (palette->id, ==, "default");
  g_assert_cmpfloat (ctg_color_contrast (official, white), >, 7);
  g_assert_cmpfloat (ctg_color_contrast (official, white), >, ctg_color_contrast (non_official, white));
  g_assert_cmpfloat (ctg_color_contrast (non_official, white), >, 2);
  g_assert_null (ctg_palette_find ("rainbow"));
}

static void
test_sizes (void)
{
  static const struct { const char *width; double least; double most; } cases[] = {
    { "30mm", 6, 7 }, { "60mm", 6, 7 }, { "89mm", 6.5, 7.5 }, { "120mm", 7, 8 }, { "183mm", 7.5, 9 }, { "2000mm", 20, 80 },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CtgSpec) spec = make_spec ("page.width", cases[i].width);
      CtgTheme theme;

      g_assert_true (ctg_theme_init (&theme, spec, NULL));
      g_assert_cmpfloat (theme.size, >=, cases[i].least);
      g_assert_cmpfloat (theme.size, <=, cases[i].most);
      g_assert_cmpfloat (theme.note.size, >=, CTG_MIN_TEXT_SIZE);
      g_assert_cmpfloat (theme.value.size, >=, CTG_MIN_TEXT_SIZE);
      g_assert_cmpfloat (theme.title.size, >, theme.label.size * 1.3);
    }
}

/* Words can be read on any background: WCAG asks 4.5 to 1. */
static void
test_contrast (void)
{
  static const char *const backgrounds[] = { "#ffffff", "#000000", "#f4efe6", "#20303f", "transparent" };

  for (unsigned int i = 0; i < G_N_ELEMENTS (backgrounds); i++)
    {
      g_autoptr(CtgSpec) spec = make_spec ("colors.background", backgrounds[i]);
      CtgTheme theme;

      g_assert_true (ctg_theme_init (&theme, spec, NULL));
      g_assert_cmpfloat (ctg_color_contrast (theme.ink, theme.paper), >=, 7);
      g_assert_cmpfloat (ctg_color_contrast (theme.muted, theme.paper), >=, 4.5);
      g_assert_cmpfloat (ctg_color_contrast (theme.missing, theme.paper), >=, 3);
      for (unsigned int k = 0; k < CTG_PALETTE_COLORS; k++)
        {
          CtgColor color = ctg_theme_get_series_color (&theme, k);

          if (k < 2)
            g_assert_cmpfloat (ctg_color_contrast (color, theme.paper), >=, 1.9);
          g_assert_cmpfloat (ctg_color_contrast (ctg_theme_get_text_color (&theme, color), theme.paper), >=, 4.5);
        }
      g_assert_cmpfloat (theme.background.alpha, ==, i == 4 ? 0 : 1);
    }
}

static void
test_refused (void)
{
  g_autoptr(CtgSpec) palette = make_spec ("colors.palette", "rainbow");
  g_autoptr(GError) error = NULL;
  CtgTheme theme;

  g_assert_false (ctg_theme_init (&theme, palette, &error));
  g_assert_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "colors.palette"));
}

/* Darker is more, for every eye and in grey: lightness falls all the way, and any two neighbours of seven classes are told apart; what is not in the
 * data is no shade of the ramp. */
static void
test_ramp (void)
{
  enum { N_CLASSES = 7 };
  g_autoptr(CtgSpec) blue = ctg_spec_new ();
  g_autoptr(CtgSpec) grey = ctg_spec_with (blue, "colors.palette", "grey", NULL);
  const CtgSpec *specs[] = { blue, grey };
  CtgColor white = ctg_color (0xffffff);

  for (unsigned int p = 0; p < G_N_ELEMENTS (specs); p++)
    {
      CtgTheme theme;

      g_assert_true (ctg_theme_init (&theme, specs[p], NULL));
      for (int vision = CTG_VISION_NORMAL; vision <= CTG_VISION_GREY; vision++)
        for (unsigned int k = 1; k < N_CLASSES; k++)
          {
            CtgColor light = ctg_color_simulate (ctg_shades_ramp (&theme, (k - 1.0) / (N_CLASSES - 1)), vision);
            CtgColor dark = ctg_color_simulate (ctg_shades_ramp (&theme, (double) k / (N_CLASSES - 1)), vision);

            g_assert_cmpfloat (ctg_color_contrast (dark, white), >, ctg_color_contrast (light, white));
            g_assert_cmpfloat (ctg_color_distance (dark, light), >=, 0.06);
          }
    }
}

/* Classes of a spec: manual breaks as written; a continuous run is one. */
static void
test_shades (void)
{
  static const double numbers[] = { 1, 5, 50, NAN, 500 };
  g_autoptr(CtgSpec) spec = ctg_spec_new ();
  g_autoptr(CtgSpec) manual = ctg_spec_with (spec, "map.classing", "manual", NULL);
  g_autoptr(CtgSpec) with_breaks = ctg_spec_with (manual, "map.breaks", "10, 100", NULL);
  g_autoptr(CtgSpec) continuous = ctg_spec_with (spec, "map.classing", "continuous", NULL);
  CtgTheme theme;
  CtgShades shades;

  g_assert_true (ctg_theme_init (&theme, spec, NULL));
  ctg_shades_init (&shades, with_breaks, false, numbers, G_N_ELEMENTS (numbers));
  g_assert_cmpuint (shades.classes.n, ==, 3);
  g_assert_cmpuint (shades.counts[0], ==, 2);
  g_assert_cmpuint (shades.counts[1], ==, 1);
  g_assert_cmpuint (shades.counts[2], ==, 1);
  g_assert_true (ctg_color_equal (ctg_shades_get_color (&shades, &theme, 500), ctg_shades_ramp (&theme, 1)));
  g_assert_true (ctg_color_equal (ctg_shades_get_color (&shades, &theme, 5), ctg_shades_ramp (&theme, 0)));

  ctg_shades_init (&shades, continuous, false, numbers, G_N_ELEMENTS (numbers));
  g_assert_true (shades.continuous);
  g_assert_cmpuint (shades.counts[0], ==, 4);
  g_assert_true (ctg_color_equal (ctg_shades_get_color (&shades, &theme, 250.5), ctg_shades_ramp (&theme, 0.5)));
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/palettes/page", test_page_is_current);
  g_test_add_func ("/palettes/safe", test_safe);
  g_test_add_func ("/palettes/around-zero", test_around_zero);
  g_test_add_func ("/palettes/differences", test_differences);
  g_test_add_func ("/palettes/differences-continuous", test_differences_continuous);
  g_test_add_func ("/chart/palettes/distances", test_distances);
  g_test_add_func ("/chart/palettes/official-is-dark", test_official_is_dark);
  g_test_add_func ("/chart/theme/sizes", test_sizes);
  g_test_add_func ("/chart/theme/contrast", test_contrast);
  g_test_add_func ("/chart/theme/refused", test_refused);
  g_test_add_func ("/chart/theme/ramp", test_ramp);
  g_test_add_func ("/chart/theme/shades", test_shades);

  return g_test_run ();
}
