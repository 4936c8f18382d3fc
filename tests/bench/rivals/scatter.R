# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The scatter plot of the benchmark in ggplot2:  Rscript scatter.R DATA.tsv OUTPUT
# Columns of the data: travelled, returned. Words, sizes and half-transparent points are those of Contingent's figure.

suppressPackageStartupMessages (library (ggplot2))

arguments <- commandArgs (trailingOnly = TRUE)
points <- read.delim (arguments[1], header = FALSE, col.names = c ("travelled", "returned"))

figure <- ggplot (points, aes (travelled, returned)) +
  geom_point (size = 0.45, stroke = 0, alpha = 0.5, colour = "#123a66") +
  labs (title = "Points", x = "Travelled", y = "Returned") +
  theme_minimal (base_size = 8.2, base_family = "Liberation Sans") +
  theme (plot.title = element_text (size = 11.65, face = "bold"), panel.grid.minor = element_blank ())

ggsave (arguments[2], figure, device = "png", width = 180, height = 150, units = "mm", dpi = 300, bg = "white")
