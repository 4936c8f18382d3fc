# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes extended.txt: what the reference implementation of the extended Wilkinson algorithm answers
# (Debian's r-cran-labeling 0.4.2, by one of the authors of the paper).  Rscript make-extended.R > extended.txt

library(labeling)

domains <- list(
  c(0, 6000), c(0, 7000), c(0, 6500), c(0, 2500), c(0, 1), c(0, 3), c(0, 7), c(0, 12), c(0, 41), c(0, 100),
  c(0, 26583), c(0, 31000), c(3, 97), c(-5, 95), c(-1, 1), c(0.1, 0.9), c(0, 0.3), c(1999, 2017), c(2011, 2017),
  c(0, 120), c(14, 85), c(1e6, 7.3e6), c(0, 1e-3), c(-273.15, 100), c(8.1, 14.1), c(8, 14), c(0, 5), c(-20, -3)
)

cat("# min max wanted loose: ticks, by R package labeling", as.character(packageVersion("labeling")), "\n")
for (domain in domains) {
  for (wanted in c(3, 5, 7, 10)) {
    for (loose in c(FALSE, TRUE)) {
      ticks <- extended(domain[1], domain[2], wanted, only.loose = loose)
      cat(sprintf("%.12g", domain), wanted, as.integer(loose), ": ")
      cat(sprintf("%.12g", ticks), "\n")
    }
  }
}
