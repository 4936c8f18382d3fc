/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Colours against values computed elsewhere; the origin stands beside each table. */

#include "base/ctg-color.h"

#include <math.h>
#include <stdlib.h>

#include "ctg-test.h"

static void
assert_near (CtgColor     color,
             unsigned int expected,
             int          tolerance)
{
  const float channels[] = { color.red, color.green, color.blue };

  for (unsigned int i = 0; i < 3; i++)
    {
      int byte = (expected >> (16 - 8 * i)) & 0xff;

      if (abs ((int) lround (channels[i] * 255.0) - byte) > tolerance)
        g_error ("got %f %f %f, expected #%06x", channels[0] * 255, channels[1] * 255, channels[2] * 255, expected);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    unsigned int rgb;
    double alpha;
  } good[] = {
    { "#fff", 0xffffff, 1 }, { "#0072B2", 0x0072b2, 1 }, { "#d55e0080", 0xd55e00, 128 / 255.0 }, { "#a1f", 0xaa11ff, 1 },
  };
  static const char *const bad[] = { "", "#", "fff", "#ff", "#ffff", "#fffff", "#gggggg", "#12345", "#1234567", "#123456789", "red", " #fff", "#ff 00f" };
  CtgColor color;

  for (unsigned int i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (ctg_color_parse (good[i].text, &color));
      assert_near (color, good[i].rgb, 0);
      g_assert_cmpfloat_with_epsilon (color.alpha, good[i].alpha, 1e-6);
    }

  color = ctg_color (0x123456);
  for (unsigned int i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (ctg_color_parse (bad[i], &color));
  g_assert_true (ctg_color_equal (color, ctg_color (0x123456)));

  g_autofree char *hex = ctg_color_to_hex (color);

  g_assert_cmpstr (hex, ==, "#123456");
}

/* 21 by definition; 4.48 and 4.54 are the usual examples for #777 and #767676 on white (WebAIM contrast checker). */
static void
test_contrast (void)
{
  g_assert_cmpfloat_with_epsilon (ctg_color_contrast (ctg_color (0), ctg_color (0xffffff)), 21, 1e-6);
  g_assert_cmpfloat_with_epsilon (ctg_color_contrast (ctg_color (0xffffff), ctg_color (0x777777)), 4.48, 0.005);
  g_assert_cmpfloat_with_epsilon (ctg_color_contrast (ctg_color (0x767676), ctg_color (0xffffff)), 4.54, 0.005);
  g_assert_cmpfloat (ctg_color_contrast (ctg_color (0x0072b2), ctg_color (0x0072b2)), ==, 1);
}

/* OKLab of the sRGB primaries, from the sample code and conversions of CSS Color Module Level 4:
 * red 0.627955 0.224863 0.125846, green 0.866440 -0.233888 0.179498, blue 0.452014 -0.032457 -0.311528. */
static void
test_distance (void)
{
  double red_green = sqrt (pow (0.627955 - 0.866440, 2) + pow (0.224863 + 0.233888, 2) + pow (0.125846 - 0.179498, 2));
  double red_blue = sqrt (pow (0.627955 - 0.452014, 2) + pow (0.224863 + 0.032457, 2) + pow (0.125846 + 0.311528, 2));

  g_assert_cmpfloat_with_epsilon (ctg_color_distance (ctg_color (0xff0000), ctg_color (0x00ff00)), red_green, 1e-4);
  g_assert_cmpfloat_with_epsilon (ctg_color_distance (ctg_color (0xff0000), ctg_color (0x0000ff)), red_blue, 1e-4);
  g_assert_cmpfloat_with_epsilon (ctg_color_distance (ctg_color (0), ctg_color (0xffffff)), 1, 1e-4);
  g_assert_cmpfloat (ctg_color_distance (ctg_color (0x336699), ctg_color (0x336699)), ==, 0);
}

/* color-mix(in oklab, white, black) is rgb(99, 99, 99) in CSS Color Module Level 5. */
static void
test_mix (void)
{
  CtgColor white = ctg_color (0xffffff);
  CtgColor black = ctg_color (0);
  CtgColor blue = ctg_color (0x0072b2);

  assert_near (ctg_color_mix (white, black, 0.5), 0x636363, 0);
  g_assert_true (ctg_color_equal (ctg_color_mix (white, blue, 0), white));
  g_assert_true (ctg_color_equal (ctg_color_mix (white, blue, 1), blue));
  g_assert_true (ctg_color_equal (ctg_color_mix (white, blue, 7), blue));
  assert_near (ctg_color_mix (blue, blue, 0.3), 0x0072b2, 0);
}

/* From libDaltonLens at commit 1a01fc1 (public domain): dl_simulate_cvd_vienot1999() for protanopia and deuteranopia,
 * dl_simulate_cvd_brettel1997() for tritanopia, severity 1. It cuts where we round, hence one step of tolerance. */
static void
test_simulate (void)
{
  static const struct
  {
    unsigned int color;
    unsigned int seen[3];
  } cases[] = {
    { 0xff0000, { 0x5e5e0c, 0x939300, 0xff004d } },
    { 0x00ff00, { 0xf1f100, 0xdada29, 0x78e9ff } },
    { 0x0000ff, { 0x0000ff, 0x0000ff, 0x006288 } },
    { 0xffffff, { 0xffffff, 0xffffff, 0xffffff } },
    { 0x808080, { 0x808080, 0x808080, 0x808080 } },
    { 0xd55e00, { 0x737307, 0x8e8e00, 0xd85468 } },
    { 0x0072b2, { 0x6b6bb1, 0x6060b2, 0x007994 } },
    { 0xcc79a7, { 0x8585a7, 0x9797a5, 0xc87f87 } },
    { 0x009e73, { 0x959572, 0x868675, 0x3a94ae } },
    { 0xf0e442, { 0xe5e542, 0xe7e740, 0xfcd5d9 } },
    { 0x123456, { 0x313155, 0x2c2c56, 0x013845 } },
  };
  static const CtgVision visions[] = { CTG_VISION_PROTANOPIA, CTG_VISION_DEUTERANOPIA, CTG_VISION_TRITANOPIA };

  for (unsigned int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (unsigned int j = 0; j < G_N_ELEMENTS (visions); j++)
        assert_near (ctg_color_simulate (ctg_color (cases[i].color), visions[j]), cases[i].seen[j], 1);
      g_assert_true (ctg_color_equal (ctg_color_simulate (ctg_color (cases[i].color), CTG_VISION_NORMAL), ctg_color (cases[i].color)));
    }
}

static void
test_grey (void)
{
  CtgColor orange = ctg_color (0xd55e00);
  CtgColor grey = ctg_color_simulate (orange, CTG_VISION_GREY);

  g_assert_cmpfloat (grey.red, ==, grey.green);
  g_assert_cmpfloat (grey.green, ==, grey.blue);
  /* The same luminance, so the same contrast with anything. */
  g_assert_cmpfloat_with_epsilon (ctg_color_contrast (grey, ctg_color (0xffffff)), ctg_color_contrast (orange, ctg_color (0xffffff)), 1e-4);
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);

  g_test_add_func ("/color/parse", test_parse);
  g_test_add_func ("/color/contrast", test_contrast);
  g_test_add_func ("/color/distance", test_distance);
  g_test_add_func ("/color/mix", test_mix);
  g_test_add_func ("/color/simulate", test_simulate);
  g_test_add_func ("/color/grey", test_grey);

  return g_test_run ();
}
