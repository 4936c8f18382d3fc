# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes classes.txt: class breaks as R finds them (base quantile() of type 7, seq(), and classInt's "fisher", whose inner breaks lie halfway
# between the classes).  Rscript make-classes.R > classes.txt

suppressPackageStartupMessages(library(classInt))

sets <- list(
  c(6000, 2500, 2400, 2100, 2000, 1700, 900, 760, 760, 500, 470, 440, 330, 300, 300, 250, 220, 150, 130, 125, 120, 81, 70, 61, 40, 23, 10, 3, 1),
  c(1, 2, 4, 8, 16, 32, 64, 128, 256, 512),
  c(0.5, 1.25, 1.5, 2, 3, 3, 3, 3.75, 9, 10.5, 11, 27.5, 41),
  c(5, 5, 5, 5, 7, 7, 9)
)

cat("# method classes: numbers : breaks, by R", as.character(getRversion()), "and classInt", as.character(packageVersion("classInt")), "\n")
line <- function(method, n, x, breaks)
  cat(method, n, ":", sprintf("%.12g", x), ":", sprintf("%.12g", breaks), "\n")
for (x in sets) {
  for (n in 2:5) {
    line("quantile", n, x, quantile(x, seq(0, 1, length.out = n + 1), type = 7, names = FALSE))
    line("equal", n, x, seq(min(x), max(x), length.out = n + 1))
    if (n < length(unique(x))) line("fisher", n, x, classIntervals(x, n, style = "fisher")$brks)
  }
}
