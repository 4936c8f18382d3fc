/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Colour arithmetic. It must not choose colours; palettes do. */

#include "base/ctg-color.h"

#include <math.h>
#include <string.h>

typedef struct
{
  double x[3];
} Triple;

static double
decode (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
encode (double value)
{
  value = CLAMP (value, 0, 1);

  return value <= 0.0031308 ? value * 12.92 : 1.055 * pow (value, 1 / 2.4) - 0.055;
}

static Triple
to_linear (CtgColor color)
{
  return (Triple) { { decode (color.red), decode (color.green), decode (color.blue) } };
}

static CtgColor
from_linear (Triple linear,
             float  alpha)
{
  return (CtgColor) { encode (linear.x[0]), encode (linear.x[1]), encode (linear.x[2]), alpha };
}

static Triple
multiply (const double matrix[3][3],
          Triple       v)
{
  Triple result;

  for (unsigned int i = 0; i < 3; i++)
    result.x[i] = matrix[i][0] * v.x[0] + matrix[i][1] * v.x[1] + matrix[i][2] * v.x[2];

  return result;
}

/* OKLab, after Björn Ottosson, "A perceptual color space for image processing" (2020), with the matrices he gives for linear sRGB. */
static Triple
to_oklab (CtgColor color)
{
  static const double to_lms[3][3] = {
    { 0.4122214708, 0.5363325363, 0.0514459929 },
    { 0.2119034982, 0.6806995451, 0.1073969566 },
    { 0.0883024619, 0.2817188376, 0.6299787005 },
  };
  static const double to_lab[3][3] = {
    { 0.2104542553, 0.7936177850, -0.0040720468 },
    { 1.9779984951, -2.4285922050, 0.4505937099 },
    { 0.0259040371, 0.7827717662, -0.8086757660 },
  };
  Triple lms = multiply (to_lms, to_linear (color));

  for (unsigned int i = 0; i < 3; i++)
    lms.x[i] = cbrt (lms.x[i]);

  return multiply (to_lab, lms);
}

static CtgColor
from_oklab (Triple lab,
            float  alpha)
{
  static const double to_lms[3][3] = {
    { 1, 0.3963377774, 0.2158037573 },
    { 1, -0.1055613458, -0.0638541728 },
    { 1, -0.0894841775, -1.2914855480 },
  };
  static const double to_rgb[3][3] = {
    { 4.0767416621, -3.3077115913, 0.2309699292 },
    { -1.2684380046, 2.6097574011, -0.3413193965 },
    { -0.0041960863, -0.7034186147, 1.7076147010 },
  };
  Triple lms = multiply (to_lms, lab);

  for (unsigned int i = 0; i < 3; i++)
    lms.x[i] = lms.x[i] * lms.x[i] * lms.x[i];

  return from_linear (multiply (to_rgb, lms), alpha);
}

static double
get_luminance (CtgColor color)
{
  Triple linear = to_linear (color);

  return 0.2126 * linear.x[0] + 0.7152 * linear.x[1] + 0.0722 * linear.x[2];
}

static int
parse_channel (const char *text,
               bool        is_short)
{
  int high = g_ascii_xdigit_value (text[0]);
  int low = is_short ? high : g_ascii_xdigit_value (text[1]);

  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

bool
ctg_color_parse (const char *text,
                 CtgColor   *color)
{
  g_return_val_if_fail (text != NULL && color != NULL, false);

  size_t length = strlen (text);
  bool is_short = length == 4;

  if (text[0] != '#' || (length != 4 && length != 7 && length != 9))
    return false;

  float channels[4] = { 0, 0, 0, 1 };
  unsigned int n_channels = length == 9 ? 4 : 3;

  for (unsigned int i = 0; i < n_channels; i++)
    {
      int channel = parse_channel (text + 1 + i * (is_short ? 1 : 2), is_short);

      if (channel < 0)
        return false;
      channels[i] = channel / 255.0f;
    }

  *color = (CtgColor) { channels[0], channels[1], channels[2], channels[3] };

  return true;
}

static unsigned int
to_byte (float channel)
{
  return lround (CLAMP (channel, 0, 1) * 255.0);
}

char *
ctg_color_to_hex (CtgColor color)
{
  return g_strdup_printf ("#%02x%02x%02x", to_byte (color.red), to_byte (color.green), to_byte (color.blue));
}

bool
ctg_color_equal (CtgColor a,
                 CtgColor b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue && a.alpha == b.alpha;
}

CtgColor
ctg_color_mix (CtgColor a,
               CtgColor b,
               double   t)
{
  t = CLAMP (t, 0, 1);
  if (t == 0)
    return a;
  if (t == 1)
    return b;

  Triple from = to_oklab (a);
  Triple to = to_oklab (b);
  Triple mixed;

  for (unsigned int i = 0; i < 3; i++)
    mixed.x[i] = from.x[i] + t * (to.x[i] - from.x[i]);

  return from_oklab (mixed, a.alpha + t * (b.alpha - a.alpha));
}

double
ctg_color_contrast (CtgColor a,
                    CtgColor b)
{
  double la = get_luminance (a);
  double lb = get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

double
ctg_color_distance (CtgColor a,
                    CtgColor b)
{
  Triple p = to_oklab (a);
  Triple q = to_oklab (b);

  return sqrt ((p.x[0] - q.x[0]) * (p.x[0] - q.x[0]) + (p.x[1] - q.x[1]) * (p.x[1] - q.x[1]) + (p.x[2] - q.x[2]) * (p.x[2] - q.x[2]));
}

/* The projections below act on linear sRGB. They follow from the cone fundamentals of Smith and Pokorny (1975) for the
 * primaries of sRGB: Viénot, Brettel and Mollon (1999) for protanopia and deuteranopia, one plane each; Brettel, Viénot
 * and Mollon (1997) for tritanopia, two half-planes on either side of the neutral axis. */
static const double protanopia[3][3] = {
  { 0.11238, 0.88762, 0 },
  { 0.11238, 0.88762, 0 },
  { 0.00401, -0.00401, 1 },
};
static const double deuteranopia[3][3] = {
  { 0.29275, 0.70725, 0 },
  { 0.29275, 0.70725, 0 },
  { -0.02234, 0.02234, 1 },
};
static const double tritanopia[2][3][3] = {
  {
    { 0.93678, 0.18979, -0.12657 },
    { 0.06154, 0.81526, 0.12320 },
    { -0.37562, 1.12767, 0.24796 },
  },
  {
    { 1.01277, 0.13548, -0.14826 },
    { -0.01243, 0.86812, 0.14431 },
    { 0.07589, 0.80500, 0.11911 },
  },
};
static const double tritanopia_separation[3] = { 0.03901, -0.02788, -0.01113 };

static Triple
simulate_tritanopia (Triple linear)
{
  double side = 0;

  for (unsigned int i = 0; i < 3; i++)
    side += tritanopia_separation[i] * linear.x[i];

  return multiply (tritanopia[side >= 0], linear);
}

CtgColor
ctg_color_simulate (CtgColor  color,
                    CtgVision vision)
{
  double grey;

  switch (vision)
    {
    case CTG_VISION_PROTANOPIA:
      return from_linear (multiply (protanopia, to_linear (color)), color.alpha);

    case CTG_VISION_DEUTERANOPIA:
      return from_linear (multiply (deuteranopia, to_linear (color)), color.alpha);

    case CTG_VISION_TRITANOPIA:
      return from_linear (simulate_tritanopia (to_linear (color)), color.alpha);

    case CTG_VISION_GREY:
      grey = get_luminance (color);
      return from_linear ((Triple) { { grey, grey, grey } }, color.alpha);

    case CTG_VISION_NORMAL:
    default:
      return color;
    }
}
