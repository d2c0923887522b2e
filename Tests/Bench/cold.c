/* Runs two commands in turn, each from its start to its exit, and compares their medians; or one, and says what it took.
 *
 *   cold ROUNDS PEER... -- ACTA...
 *   cold use ROUNDS COMMAND...
 *
 * Prints the peer's median time divided by Acta's, then both in milliseconds; of one command, the least processor time
 * in seconds and the most memory in MB. What the commands print is thrown away. Exit: 1 when one of them fails, since
 * the time of a failure says nothing.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

enum { MOST_ROUNDS = 1000 };

static void fail(const char *what) {
  fprintf(stderr, "cold: %s\n", what);
  exit(1);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

/* The seconds from the start of a command to its exit, and what it used. */
static double run(char **words, struct rusage *used) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  pid_t process;
  int status;
  double start = now();
  if (posix_spawnp(&process, words[0], &actions, NULL, words, environ) != 0) fail(words[0]);
  if (wait4(process, &status, 0, used) != process) fail("cannot wait");
  double end = now();
  posix_spawn_file_actions_destroy(&actions);
  if (status != 0) fail(words[0]);
  return end - start;
}

static int compare(const void *left, const void *right) {
  double a = *(const double *)left, b = *(const double *)right;
  return (a > b) - (a < b);
}

static double median(double *times, int count) {
  qsort(times, (size_t)count, sizeof *times, compare);
  return count % 2 ? times[count / 2] : (times[count / 2 - 1] + times[count / 2]) / 2;
}

static int use(int rounds, char **words) {
  double least = 1e9, peak = 0;
  for (int i = 0; i < rounds; i++) {
    struct rusage used;
    run(words, &used);
    double time = seconds(used.ru_utime) + seconds(used.ru_stime), memory = (double)used.ru_maxrss / 1024;
    if (time < least) least = time;
    if (memory > peak) peak = memory;
  }
  printf("%.4f %.1f\n", least, peak);
  return 0;
}

int main(int count, char **words) {
  if (count > 3 && strcmp(words[1], "use") == 0) return use(atoi(words[2]), words + 3);
  struct rusage used;
  static double peer[MOST_ROUNDS], acta[MOST_ROUNDS];
  int rounds = count > 1 ? atoi(words[1]) : 0, second = 0;
  for (int i = 2; i < count && second == 0; i++)
    if (strcmp(words[i], "--") == 0) second = i + 1;
  if (rounds < 1 || rounds > MOST_ROUNDS || second < 4 || second >= count) fail("usage: cold ROUNDS PEER... -- ACTA...");
  words[second - 1] = NULL;
  for (int i = 0; i < rounds; i++) {
    if (i % 2) acta[i] = run(words + second, &used);
    peer[i] = run(words + 2, &used);
    if (i % 2 == 0) acta[i] = run(words + second, &used);
  }
  double c = median(peer, rounds), a = median(acta, rounds);
  printf("%.4f %.2f %.2f\n", c / a, c * 1e3, a * 1e3);
  return 0;
}
