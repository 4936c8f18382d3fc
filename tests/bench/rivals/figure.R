# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The benchmark figure in ggplot2:  Rscript figure.R FORMAT DATA.tsv OUTPUT
# Columns of the data: name, official, non-official; "NA" is not reported. Words and sizes are those of Contingent's figure.

suppressPackageStartupMessages (library (ggplot2))

arguments <- commandArgs (trailingOnly = TRUE)
wide <- read.delim (arguments[2], header = FALSE, col.names = c ("name", "official", "other"), encoding = "UTF-8")
wide$name <- factor (wide$name, levels = rev (wide$name))
long <- data.frame (name = rep (wide$name, 2),
                    status = factor (rep (c ("Official", "Non-official"), each = nrow (wide)), levels = c ("Non-official", "Official")),
                    people = c (wide$official, wide$other))
grey <- "#555555"

figure <- ggplot (long, aes (people, name)) +
  geom_col (aes (fill = status), position = position_dodge2 (preserve = "single", padding = 0), width = 0.6, na.rm = TRUE) +
  geom_point (aes (85, name, shape = "Not reported"), data = wide[is.na (wide$other), ], size = 0.6, colour = "#777777",
              position = position_nudge (y = -0.15)) +
  scale_fill_manual (values = c ("Official" = "#123a66", "Non-official" = "#e0a050"), breaks = c ("Official", "Non-official")) +
  scale_shape_manual (values = 4) +
  scale_x_continuous (limits = c (0, 7000), breaks = seq (0, 7000, 1000), labels = function (x) format (x, big.mark = ","),
                      expand = c (0, 0), position = "top") +
  labs (title = "Foreign fighters in Syria and Iraq by country, December 2015",
        subtitle = "People who travelled to Syria and Iraq to join Islamic State and other violent extremist groups, cumulative",
        caption = paste0 ("… and 15 more. Non-official: 23 of 50 countries not reported. The pair of the United States is two things: ",
                          "150 arrived, 250 travelled or tried to travel.\nSource: The Soufan Group, Foreign Fighters: An Updated ",
                          "Assessment of the Flow of Foreign Fighters into Syria and Iraq (2015)"),
        x = "People who travelled", y = NULL, fill = NULL, shape = NULL) +
  theme_minimal (base_size = 8.2, base_family = "Liberation Sans") +
  theme (plot.title = element_text (size = 11.65, face = "bold"), plot.subtitle = element_text (size = 8.85, colour = grey),
         plot.caption = element_text (size = 7.2, colour = grey, hjust = 0), plot.title.position = "plot",
         plot.caption.position = "plot", axis.text.y = element_text (size = 8.2, colour = "black"),
         axis.text.x = element_text (size = 7.65), axis.title.x = element_text (size = 7.65, colour = grey, hjust = 0),
         legend.position = "top", legend.justification = "left", legend.key.size = unit (8, "pt"), legend.margin = margin (),
         panel.grid.major.y = element_blank (), panel.grid.minor = element_blank (), plot.margin = margin (8, 17, 8, 8))

# cairo_pdf embeds the font as the others do; grDevices::pdf would not know it.
device <- switch (arguments[1], svg = "svg", pdf = cairo_pdf, png = "png")
ggsave (arguments[3], figure, device = device, width = 180, height = 220, units = "mm", dpi = 300, bg = "white")
