# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes scales.txt: places of values as R finds them (package scales: the transformation, then rescaled to 0 … 1; dates by base R's own
# calendar), and ticks: on a log axis base R's axTicks() with its rules for 1-2-5 and for decades, over time seq() by month, quarter and year.
#   Rscript make-scales.R > scales.txt

suppressPackageStartupMessages(library(scales))

cat("# places: scale min max : value place …; ticks: pattern min max : tick …; by R", as.character(getRversion()),
    "and scales", as.character(packageVersion("scales")), "\n")

domains <- list(c(1, 6000), c(1, 10), c(3, 97), c(0.02, 7.3), c(0.5, 26583), c(120, 131), c(1e-6, 1e9))
for (domain in domains) {
  values <- exp(seq(log(domain[1] / 2), log(domain[2] * 2), length.out = 9))
  cat("place log", sprintf("%.17g", domain), ":")
  cat("", sprintf("%.17g", rbind(values, rescale(log10_trans()$transform(values), from = log10_trans()$transform(domain)))), "\n")
}
for (domain in c(list(c(0, 6000), c(0, 1), c(0, 0.03)), domains)) {
  values <- seq(domain[1], domain[2], length.out = 7)
  cat("place sqrt", sprintf("%.17g", domain), ":")
  cat("", sprintf("%.17g", rbind(values, rescale(sqrt_trans()$transform(values), from = sqrt_trans()$transform(domain)))), "\n")
}
for (domain in list(c(-100, 100), c(0, 6000), c(12.5, 13), c(-7, -2))) {
  values <- seq(domain[1] - 1, domain[2] + 1, length.out = 7)
  cat("place linear", sprintf("%.17g", domain), ":")
  cat("", sprintf("%.17g", rbind(values, rescale(values, from = domain))), "\n")
}

# Days as GDate counts them: 1 January of year 1 is day 1.
day <- function(date) as.numeric(date) + 719163
spans <- list(c("2012-01-01", "2019-12-31"), c("2011-11-15", "2015-02-03"), c("2015-01-31", "2016-03-01"), c("1999-12-31", "2000-03-01"))
for (span in spans) {
  domain <- as.Date(span)
  for (unit in c("1 month", "3 months", "1 year")) {
    start <- as.Date(paste0(format(domain[1], "%Y"), "-01-01"))
    ticks <- seq(start, domain[2], by = unit)
    ticks <- ticks[ticks >= domain[1]]
    if (length(ticks) > 0) cat("tick", sub("s", "", sub(" ", "-", unit)), day(domain), ":", day(ticks), "\n")
  }
}

# axp for par("xlog"): the outermost decades, and 3 for 1-2-5 or 1 for decades.
for (domain in domains) {
  ends <- 10^c(floor(log10(domain[1])), ceiling(log10(domain[2])))
  for (rule in c(3, 1)) {
    ticks <- axTicks(1, axp = c(ends, rule), usr = log10(domain), log = TRUE)
    ticks <- ticks[ticks >= domain[1] * (1 - 1e-9) & ticks <= domain[2] * (1 + 1e-9)]
    if (length(ticks) > 0) cat("tick", if (rule == 3) "fine" else "decades", sprintf("%.17g", domain), ":", sprintf("%.12g", ticks), "\n")
  }
}
