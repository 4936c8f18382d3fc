# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The benchmark figure in ggplot2:  Rscript figure.R FORMAT DATA.tsv OUTPUT
# Columns of the data: name, official, non-official; "NA" is not reported.

suppressPackageStartupMessages (library (ggplot2))

arguments <- commandArgs (trailingOnly = TRUE)
wide <- read.delim (arguments[2], header = FALSE, col.names = c ("name", "official", "other"), encoding = "UTF-8")
long <- data.frame (name = factor (rep (wide$name, 2), levels = rev (wide$name)),
                    status = factor (rep (c ("Official", "Non-official"), each = nrow (wide)),
                                     levels = c ("Non-official", "Official")),
                    people = c (wide$official, wide$other))

figure <- ggplot (long, aes (people, name, fill = status)) +
  geom_col (position = position_dodge2 (preserve = "single", padding = 0), width = 0.76, na.rm = TRUE) +
  geom_text (aes (label = people), position = position_dodge (width = 0.76), hjust = -0.3, size = 5 / .pt, na.rm = TRUE) +
  scale_fill_manual (values = c ("Official" = "#2a5a8a", "Non-official" = "#e09f3e"), breaks = c ("Official", "Non-official")) +
  scale_x_continuous (limits = c (0, 8000), breaks = seq (0, 8000, 1000), labels = function (x) format (x, big.mark = ","), expand = c (0, 0)) +
  labs (title = "Foreign fighters by country, December 2015", x = "People", y = NULL, fill = NULL) +
  theme_minimal (base_size = 7, base_family = "Liberation Sans") +
  theme (legend.position = c (0.9, 0.06), panel.grid.major.y = element_blank (), panel.grid.minor = element_blank ())

# cairo_pdf embeds the font as the others do; grDevices::pdf would not know it.
device <- switch (arguments[1], svg = "svg", pdf = cairo_pdf, png = "png")
ggsave (arguments[3], figure, device = device, width = 180, height = 220, units = "mm", dpi = 300, bg = "white")
