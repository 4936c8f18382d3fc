/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a program once and writes what it took:  measure RESULT-FILE COMMAND...
 * One line: monotonic time of the start (µs), wall, user and system time (ms), peak memory (KiB), exit status.
 * Small on purpose: a child's peak memory counts from that of the process it was forked from. It must not link GLib. */

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static double
timeval_ms (struct timeval time)
{
  return time.tv_sec * 1e3 + time.tv_usec / 1e3;
}

int
main (int   argc,
      char *argv[])
{
  struct rusage usage;
  double start, end;
  int status;
  pid_t child;
  FILE *result;

  if (argc < 3)
    {
      fputs ("usage: measure RESULT-FILE COMMAND...\n", stderr);
      return 2;
    }

  start = now_ms ();
  child = fork ();
  if (child == 0)
    {
      execvp (argv[2], argv + 2);
      _exit (127);
    }
  if (child < 0 || wait4 (child, &status, 0, &usage) != child)
    {
      perror ("measure");
      return 1;
    }
  end = now_ms ();

  result = fopen (argv[1], "w");
  if (result == NULL)
    {
      perror (argv[1]);
      return 1;
    }
  fprintf (result, "%.0f %.3f %.3f %.3f %ld %d\n", start * 1e3, end - start,
           timeval_ms (usage.ru_utime), timeval_ms (usage.ru_stime), usage.ru_maxrss,
           WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status));
  fclose (result);

  return 0;
}
