# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes stacks.txt: the edges of stacked parts as base R cumulates them (rbind (0, apply (height, 2, cumsum)), the way of graphics::barplot);
# the remainder of a whole is stacked last.  Rscript make-stacks.R > stacks.txt

stacks <- list(
  list(whole = NA, parts = c(40.5, 59.5)),
  list(whole = NA, parts = c(12.25, 0, 30.75, 41)),
  list(whole = NA, parts = c(0.1, 0.2, 0.3)),
  list(whole = 5926, parts = c(1236)),
  list(whole = 3417, parts = c(400, 0, 61)),
  list(whole = 900, parts = c(300, 250, 350))
)

cat("# whole, or -, and parts : edges, by R", as.character(getRversion()), "\n")
for (stack in stacks) {
  height <- matrix(if (is.na(stack$whole)) stack$parts else c(stack$parts, stack$whole - sum(stack$parts)))
  edges <- rbind(0, apply(height, 2, cumsum))
  cat(if (is.na(stack$whole)) "-" else stack$whole, sprintf("%.12g", stack$parts), ":", sprintf("%.12g", edges), "\n")
}
